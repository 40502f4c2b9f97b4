import type { Span } from '../text/span.ts';
import type { Difference, DifferenceKind, NearestPassage, Placement, QuoteMatch } from './quote-match.ts';

export interface Description {
  readonly message: string;
  /** What to do about it. */
  readonly help?: string;
}

type Missing = Extract<QuoteMatch, { kind: 'missing' }>;
type WrongLocator = Extract<QuoteMatch, { kind: 'wrong-locator' }>;

const gravest: readonly DifferenceKind[] = [
  'negation',
  'amount',
  'date',
  'number',
  'party',
  'words',
  'letter case',
  'punctuation',
  'page break',
];
/** Words shown on either side of a difference, and differences told one by one. */
const CONTEXT_WORDS = 5;
const MOST_TOLD = 3;
const LONGEST_SHOWN = 80;

/** The outcome in words, for the person who wrote the quote. */
export function describeMatch(match: QuoteMatch): Description {
  switch (match.kind) {
    case 'empty':
      return { message: 'The quote has no words.', help: 'Copy the passage from the source, or take the quote out.' };
    case 'verified':
      return { message: `The passage is in the source${inSection(match)}.` };
    case 'ambiguous':
      return {
        message: `The passage occurs ${times(match.placements.length)} in ${match.locator ?? 'the source'}${told(whereIn(match.placements, match.locator))}.`,
        help: ambiguousHelp(match.placements),
      };
    case 'wrong-locator':
      return describeWrongLocator(match);
    case 'missing':
      return describeMissing(match);
  }
}

function inSection(place: Pick<Placement, 'section' | 'page'>): string {
  const name = placeName(place);
  return name === undefined ? '' : `, ${place.section === undefined ? 'on' : 'in'} ${name}`;
}

/** `§2.1`, `page 12`, `§2.1 on page 12`. */
export function placeName({ section, page }: Pick<Placement, 'section' | 'page'>): string | undefined {
  if (page === undefined) return section;
  return section === undefined ? `page ${page}` : `${section} on page ${page}`;
}

function times(count: number): string {
  return count === 2 ? 'twice' : `${count} times`;
}

/** The names of the places, each once, with the word before them: "in §1 and §2", "on page 3 and page 5". */
function whereIn(placements: readonly Placement[], locator?: string): string | undefined {
  const named = placements.filter((placement) => placeName(placement) !== undefined);
  const names = [...new Set(named.flatMap((placement) => placeName(placement) ?? []))].filter(
    (name) => name !== locator,
  );
  if (names.length === 0) return undefined;
  return `${named[0].section === undefined ? 'on' : 'in'} ${list(names)}`;
}

const told = (where: string | undefined): string => (where === undefined ? '' : `: ${where}`);

function list(names: readonly string[]): string {
  const shown = names.length > 5 ? [...names.slice(0, 4), `${names.length - 4} more`] : names;
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}

function ambiguousHelp(placements: readonly Placement[]): string {
  // The shortest kind of locator that tells them all apart.
  const kinds = [
    placements.map(({ locator }) => locator),
    placements.map(({ page }) => pageLocator(page)),
    placements.map(({ locator, page }) => locator && page && `${locator}, p. ${page}`),
  ];
  const telling = kinds.find((locators) => locators.every(Boolean) && new Set(locators).size === placements.length);
  return telling === undefined
    ? 'Quote more of the words around it.'
    : `Quote more of it, or say which one with a locator, as in [${telling[0]}].`;
}

const pageLocator = (page: number | undefined): string | undefined => (page === undefined ? undefined : `§p. ${page}`);

function describeWrongLocator({ locator, reason, placements, stray, right }: WrongLocator): Description {
  const where = whereIn(placements);
  const otherwise = stray === undefined ? 'Correct the locator, or take it out.' : 'Take the locator out.';
  const help = right === undefined ? otherwise : `Change the locator to [${right}].`;
  if (stray !== undefined) {
    const place = inSection(stray).replace(/^, /, '');
    const piece = `The ${ordinal(stray.piece + 1)} piece of the passage`;
    return { message: `${piece} is ${place === '' ? 'elsewhere in the source' : place}, not in ${locator}.`, help };
  }
  if (reason === 'elsewhere') {
    return { message: `The passage is ${where ?? 'elsewhere in the source'}, not in ${locator}.`, help };
  }
  const found = where ?? 'in the source, but in no recognised section';
  return { message: `The source has no ${locator} that can be recognised; the passage is ${found}.`, help };
}

function describeMissing(match: Missing): Description {
  const subject = match.pieceCount === 1 ? 'The passage' : `The ${ordinal(match.piece + 1)} piece of the passage`;
  switch (match.reason) {
    case 'out of order':
      return {
        message: `${subject} does not come after the one before it in the source, though each piece occurs.`,
        help: 'Quote the pieces in the order of the source.',
      };
    case 'too far apart':
      return {
        message: `${subject} occurs in the source, but too far from the one before it to be one passage.`,
        help: 'Quote the two places at two clauses, or quote more of what lies between.',
      };
    case 'inside a word':
    case 'absent': {
      const inside =
        match.reason === 'inside a word' && match.inside !== undefined
          ? `${subject} is not in the source as such, only as part of “${shorten(match.inside.text)}”.`
          : `${subject} is not in the source.`;
      return match.nearest === undefined
        ? {
            message: inside,
            help: `Check that this is the right source, and copy the passage from it.${describeBlind(match)}`,
          }
        : {
            message: `${inside} ${describeNearest(match.nearest)}`,
            help: `${helpWith(match.nearest)}${describeBlind(match)}`,
          };
    }
  }
}

function helpWith({ differences }: NearestPassage): string {
  return differences.length > 0 && differences.every(({ kind }) => kind === 'page break')
    ? 'Write [...] where the page ends.'
    : 'Take over the words of the source, if this is the passage meant.';
}

function describeBlind({ blindPages = [] }: Missing): string {
  if (blindPages.length === 0) return '';
  const pages = list(blindPages.map(String));
  return blindPages.length === 1
    ? ` Page ${pages} of the source has no text that can be read: it may stand there.`
    : ` Pages ${pages} of the source have no text that can be read: it may stand there.`;
}

function ordinal(number: number): string {
  return ['first', 'second', 'third', 'fourth', 'fifth'][number - 1] ?? `${number}th`;
}

function describeNearest(nearest: NearestPassage): string {
  const start = `The nearest one${inSection(nearest)}${placeName(nearest) === undefined ? '' : ','} says “${excerpt(nearest)}”`;
  const differences = [...nearest.differences].sort((left, right) => rank(left) - rank(right));
  if (differences.length === 0) return `${start}: only hyphens differ.`;
  const marks = differences.every(({ kind }) => kind === 'punctuation');
  if (marks && differences.length > 1) return `${start}: only the punctuation differs.`;
  const told = differences.slice(0, MOST_TOLD).map(describeDifference);
  const more = differences.length - told.length;
  const rest = more === 0 ? '' : `; and ${more} more ${more === 1 ? 'difference' : 'differences'}`;
  return `${start}: ${told.join('; ')}${rest}.`;
}

function rank({ kind }: Difference): number {
  return gravest.indexOf(kind);
}

const nouns: Readonly<Record<DifferenceKind, string>> = {
  negation: 'the negation ',
  amount: 'the amount ',
  date: 'the date ',
  number: 'the number ',
  party: 'the name ',
  words: '',
  'letter case': '',
  punctuation: 'the punctuation ',
  'page break': '',
};

/** What more words than this have is one thing among others. */
const FEW_WORDS = 6;

const inIt: Readonly<Record<DifferenceKind, string>> = {
  negation: ', with a negation in it',
  amount: ', with an amount in it',
  date: ', with a date in it',
  number: ', with a number in it',
  party: '',
  words: '',
  'letter case': '',
  punctuation: '',
  'page break': '',
};

/** "the negation “not” was dropped", "the number “30” became “60”": what the quote did to the source's words. */
export function describeDifference(difference: Difference): string {
  const { kind } = difference;
  if (kind === 'page break' && difference.change === 'dropped') {
    return `a page break stands in it, “${shorten(difference.source)}”`;
  }
  const noun = nouns[kind];
  switch (difference.change) {
    case 'dropped':
      return oneSided(kind, difference.source, 'was dropped');
    case 'added':
      return oneSided(kind, difference.quoted, 'was added');
    case 'changed':
      if (kind === 'negation') {
        return `a negation changed: “${shorten(difference.source)}” became “${shorten(difference.quoted)}”`;
      }
      return `${noun}“${shorten(difference.source)}” became “${shorten(difference.quoted)}”`;
  }
}

function oneSided(kind: DifferenceKind, words: string, what: string): string {
  const isFew = words.split(' ').length <= FEW_WORDS;
  return isFew ? `${nouns[kind]}“${shorten(words)}” ${what}` : `“${shorten(words)}” ${what}${inIt[kind]}`;
}

function shorten(text: string): string {
  if (text.length <= LONGEST_SHOWN) return text;
  return `${text.slice(0, LONGEST_SHOWN / 2).replace(/\s+\S*$/, '')} … ${text.slice(-LONGEST_SHOWN / 4).replace(/^\S*\s+/, '')}`;
}

/** The source's words around the gravest difference. */
function excerpt({ words, differences, text }: NearestPassage): string {
  if (text.length <= LONGEST_SHOWN) return text;
  const ranks = differences.map(rank);
  const change = changesIn(text, words)[ranks.indexOf(Math.min(...ranks))];
  if (change === undefined) return shorten(text);
  const { start, end } = change;
  return `… ${lastWords(text.slice(0, start))}${shorten(text.slice(start, end))}${firstWords(text.slice(end))} …`;
}

/** Where in the text of a passage each of its differences stands. */
function changesIn(text: string, words: NearestPassage['words']): readonly Span[] {
  const changes: Span[] = [];
  let at = 0;
  words.forEach(({ kind, text: run }, index) => {
    const start = kind === 'added' ? at : text.indexOf(run, at);
    const end = kind === 'added' || start < 0 ? at : start + run.length;
    if (kind === 'dropped') changes.push({ start: start < 0 ? at : start, end });
    else if (kind === 'added' && words[index - 1]?.kind !== 'dropped') changes.push({ start: at, end });
    at = end;
  });
  return changes;
}

function lastWords(text: string): string {
  return text
    .split(/(?<= )(?=[^ ])/)
    .slice(-CONTEXT_WORDS)
    .join('');
}

function firstWords(text: string): string {
  return text
    .split(/(?<=[^ ])(?= )/)
    .slice(0, CONTEXT_WORDS)
    .join('');
}
