import { delimiterAt, pairDelimiters } from './markdown-emphasis.ts';

/** What becomes of the characters of a Markdown text. Ranges are half-open, in UTF-16 offsets. */
export interface Marker {
  isKept(offset: number): boolean;
  drop(start: number, end: number): void;
  /** Leaves white space. */
  blank(start: number, end: number): void;
  replace(start: number, end: number, text: string): void;
}

const escapable = /[!-/:-@[-`{-~]/;
const entity = /&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([A-Za-z]\w{1,31}));/y;
const tag = /<\/?([A-Za-z][\w-]*)(?:\s[^<>]*|\/)?>/y;
const autolink = /<((?:https?|mailto|ftp):[^\s<>]*|[^\s<>@]+@[^\s<>@]+)>/y;
// Counted white space, here and elsewhere: unbounded repeats side by side make hostile text quadratic.
const linkTarget =
  /\(\s{0,9}(?:<[^<>\n]*>|[^\s()]*(?:\([^\s()]*\)[^\s()]*)*)(?:\s{1,9}(?:"[^"]*"|'[^']*'|\([^()]*\)))?\s{0,9}\)/y;
const reference = /\[([^[\]]{0,999})\]/y;
const footnote = /\[\^[^\s[\]]+\]/y;
/** "[* * *]" is how filings mark what they keep confidential; it is no emphasis. */
const redaction = /\[[*\s]+\]/y;
const blankingTags = new Set(['br', 'p', 'div', 'td', 'th', 'tr', 'li', 'table', 'hr']);

/** The named characters (HTML, section 13.5) that contracts use. */
const entities: ReadonlyMap<string, string> = new Map(
  (
    'amp=& lt=< gt=> quot=" apos=\' nbsp=\u00a0 ensp=\u2002 emsp=\u2003 thinsp=\u2009 shy=\u00ad sect=§ para=¶ copy=© ' +
    'reg=® trade=™ hellip=… mdash=— ndash=– lsquo=‘ rsquo=’ ldquo=“ rdquo=” laquo=« raquo=» bull=• middot=· euro=€ ' +
    'pound=£ yen=¥ cent=¢ deg=° plusmn=± times=× frac12=½ frac14=¼'
  )
    .split(' ')
    .map((pair): [string, string] => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]),
);

/** Marks the inline markup of one block, `start` to `end` of `text`. `references` are the defined link labels. */
export function markInline(
  text: string,
  start: number,
  end: number,
  references: ReadonlySet<string>,
  marker: Marker,
): void {
  const delimiters: ReturnType<typeof delimiterAt>[] = [];
  const brackets: number[] = [];
  let index = start;
  while (index < end) {
    if (!marker.isKept(index)) {
      index++;
      continue;
    }
    switch (text[index]) {
      case '\\':
        index = markEscape(text, index, end, marker);
        break;
      case '`':
        index = markCode(text, index, end, marker);
        break;
      case '<':
        index = markAngle(text, index, marker);
        break;
      case '&':
        index = markEntity(text, index, marker);
        break;
      case '[':
        index = markOpening(text, index, brackets, marker);
        break;
      case ']':
        index = markClosing(text, index, brackets, references, marker);
        break;
      case '*':
      case '_':
      case '~': {
        const delimiter = delimiterAt(text, index);
        delimiters.push(delimiter);
        index = delimiter.end;
        break;
      }
      default:
        index++;
    }
  }
  pairDelimiters(delimiters, marker.drop);
}

function matchAt(pattern: RegExp, text: string, offset: number): RegExpExecArray | null {
  pattern.lastIndex = offset;
  return pattern.exec(text);
}

function markEscape(text: string, index: number, end: number, marker: Marker): number {
  const next = text.charAt(index + 1);
  if (index + 1 < end && escapable.test(next)) {
    marker.drop(index, index + 1);
    return index + 2;
  }
  if (next === '\n' || next === '\r') marker.drop(index, index + 1);
  return index + 1;
}

function markCode(text: string, index: number, end: number, marker: Marker): number {
  let after = index;
  while (text[after] === '`') after++;
  const run = text.slice(index, after);
  let close = text.indexOf(run, after);
  while (close >= 0 && close < end) {
    let closeEnd = close;
    while (text[closeEnd] === '`') closeEnd++;
    if (closeEnd - close === run.length) {
      marker.drop(index, after);
      marker.drop(close, closeEnd);
      return closeEnd;
    }
    close = text.indexOf(run, closeEnd);
  }
  return after;
}

function markAngle(text: string, index: number, marker: Marker): number {
  const link = matchAt(autolink, text, index);
  if (link !== null) {
    marker.drop(index, index + 1);
    marker.drop(index + link[0].length - 1, index + link[0].length);
    return index + link[0].length;
  }
  const found = matchAt(tag, text, index);
  if (found === null) return index + 1;
  const end = index + found[0].length;
  if (blankingTags.has(found[1].toLowerCase())) marker.blank(index, end);
  else marker.drop(index, end);
  return end;
}

function markEntity(text: string, index: number, marker: Marker): number {
  const found = matchAt(entity, text, index);
  if (found === null) return index + 1;
  const [whole, decimal, hexadecimal, name] = found;
  const point = decimal === undefined ? Number.parseInt(hexadecimal, 16) : Number(decimal);
  const decoded = name === undefined ? codePoint(point) : entities.get(name);
  if (decoded === undefined) return index + 1;
  marker.replace(index, index + whole.length, decoded);
  return index + whole.length;
}

function codePoint(point: number): string | undefined {
  return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : undefined;
}

function markOpening(text: string, index: number, brackets: number[], marker: Marker): number {
  const note = matchAt(footnote, text, index);
  if (note !== null && text[index + note[0].length] !== ':') {
    marker.drop(index, index + note[0].length);
    return index + note[0].length;
  }
  const redacted = matchAt(redaction, text, index);
  if (redacted !== null) return index + redacted[0].length;
  brackets.push(index);
  return index + 1;
}

function markClosing(
  text: string,
  index: number,
  brackets: number[],
  references: ReadonlySet<string>,
  marker: Marker,
): number {
  const opening = brackets.pop();
  if (opening === undefined) return index + 1;
  const next = index + 1;
  const label = index - opening > 999 ? '' : text.slice(opening + 1, index);
  const target = matchAt(linkTarget, text, next);
  const named = target === null ? matchAt(reference, text, next) : null;
  let end = next;
  if (target !== null) end = next + target[0].length;
  else if (named !== null && references.has(referenceLabel(named[1] === '' ? label : named[1]))) {
    end = next + named[0].length;
  } else if (!references.has(referenceLabel(label))) return next;
  marker.drop(text[opening - 1] === '!' ? opening - 1 : opening, opening + 1);
  marker.drop(index, end);
  return end;
}

/** Link labels match without regard to case and white space (CommonMark 0.31, section 4.7). */
export function referenceLabel(label: string): string {
  return label.trim().replace(/\s+/g, ' ').toLowerCase();
}
