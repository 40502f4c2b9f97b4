import { Parser } from 'htmlparser2';
import type { Span } from '../../text/span.ts';

/**
 * Where the words of a web page's text stand in its markup, and back. Words are found again by what they are, white space
 * left aside: of several alike the one that comes as many-th. What the text has beside the words of the markup, as numbers of
 * lists, has no place.
 */
export interface HtmlPlaces {
  /** A span of the text as one of the markup; undefined where it cannot be told. UTF-16 offsets. */
  readonly inMarkup: (span: Span) => Span | undefined;
  /** A span of the markup as one of the text. */
  readonly inText: (span: Span) => Span | undefined;
}

/** The characters of something that are no white space, and where each stands. */
interface Squeezed {
  readonly characters: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** `text`: what was read out of `html`. */
export function htmlPlaces(html: string, text: string): HtmlPlaces {
  const markup = squeezedMarkup(html);
  const read = squeezedText(text);
  return {
    inMarkup: (span) => transferred(read, markup, span),
    inText: (span) => transferred(markup, read, span),
  };
}

function transferred(from: Squeezed, to: Squeezed, { start, end }: Span): Span | undefined {
  const first = from.starts.findIndex((at) => at >= start);
  let last = first;
  while (last >= 0 && last < from.ends.length && from.ends[last] <= end) last++;
  if (first < 0 || last <= first) return undefined;
  const words = from.characters.slice(first, last);
  const places = occurrencesOf(words, from.characters);
  const others = occurrencesOf(words, to.characters);
  // With other numbers of places nobody knows which is which.
  const at = places.length === others.length ? others[places.indexOf(first)] : undefined;
  return at === undefined ? undefined : { start: to.starts[at], end: to.ends[at + words.length - 1] };
}

function occurrencesOf(words: string, characters: string): readonly number[] {
  const places: number[] = [];
  for (let at = characters.indexOf(words); at >= 0; at = characters.indexOf(words, at + 1)) places.push(at);
  return places;
}

function squeezedText(text: string): Squeezed {
  const [starts, ends]: [number[], number[]] = [[], []];
  let characters = '';
  for (let at = 0; at < text.length; at++) {
    if (/\s/.test(text[at])) continue;
    characters += text[at];
    starts.push(at);
    ends.push(at + 1);
  }
  return { characters, starts, ends };
}

const UNSEEN: ReadonlySet<string> = new Set(['script', 'style', 'title', 'template', 'noscript']);

function squeezedMarkup(html: string): Squeezed {
  const [starts, ends]: [number[], number[]] = [[], []];
  let characters = '';
  let unseen = 0;
  const parser = new Parser({
    onopentagname: (name) => {
      if (UNSEEN.has(name)) unseen++;
    },
    onclosetag: (name) => {
      if (UNSEEN.has(name)) unseen = Math.max(0, unseen - 1);
    },
    ontext: (data) => {
      if (unseen > 0) return;
      const [from, to] = [parser.startIndex, parser.endIndex + 1];
      // What stands for another character, as `&amp;`, is one piece.
      const isAsWritten = to - from === data.length;
      for (let index = 0; index < data.length; index++) {
        if (/\s/.test(data[index])) continue;
        characters += data[index];
        starts.push(isAsWritten ? from + index : from);
        ends.push(isAsWritten ? from + index + 1 : to);
      }
    },
  });
  parser.write(html);
  parser.end();
  return { characters, starts, ends };
}
