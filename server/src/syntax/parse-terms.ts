import { addToken, expectName, expectPath, recoverQuoted } from './parse-names.ts';
import { parseList, parseNames } from './parse-values.ts';
import { problemCount, rewindProblems } from './problems.ts';
import { parseSeveralNames, restOfNames } from './recover-lists.ts';
import { recoverLongName, recoverTitle, reportBareTerm, reportLongName } from './recover-names.ts';
import { type Row, reportRows } from './recover-rows.ts';
import { looksMisplaced } from './recovery.ts';
import { nearestWord } from './spelling.ts';
import { TokenKind } from './token-kind.ts';
import {
  advance,
  at,
  describe,
  errorAt,
  errorBefore,
  errorOver,
  isFirstOnLine,
  isWord,
  lastEnd,
  removal,
  replacement,
  trusting,
  wordAt,
} from './token-stream.ts';
import { ends, kinds, source, starts } from './tokens.ts';
import { NodeKind } from './tree.ts';
import { addLeaf, closeNode, nodeCount, openNode, rewindNodes, setKind } from './tree-builder.ts';

/** `term = DIMENSION NAME [STRING] {"," NAME [STRING]} { relation }`, at its dimension. */
export function parseTerm(): void {
  const term = openNode(NodeKind.TermDeclaration, starts[at]);
  const isEvent = isWord(at, 'event');
  const isBehindOther = !isFirstOnLine(at);
  const dimension = at;
  addToken(NodeKind.Name);
  // A word alone behind another term is no dimension, most likely.
  if (isBehindOther && !isName(at) && (reportLongName(at - 1) || reportBareTerm(at - 1))) {
    setKind(term, NodeKind.Skipped);
    closeNode(term, lastEnd());
    return;
  }
  parseTermItem(
    isBehindOther ? 'a name to declare, or before it a comma or a relation such as `in`' : 'a name to declare',
  );
  while (kinds[at] === TokenKind.Comma || recoverConjunction()) {
    advance();
    parseTermItem('a name to declare');
  }
  if (isEvent) recoverDay();
  const [relation, node, problems] = [at, nodeCount(), problemCount()];
  parseRelations();
  if (kinds[at] === TokenKind.Comma && at > relation && isOnLine(at + 1)) {
    rewindNodes(node);
    rewindProblems(problems);
    recoverRows(dimension, relation);
  }
  closeNode(term, lastEnd());
}

/** `party P, Q under P, R, S under R`, at the first comma behind a relation: declares all the names, and relates none. */
function recoverRows(dimension: number, relation: number): void {
  const rows: Row[] = [{ names: namesBetween(dimension + 1, relation), relation, end: at }];
  addLeaf(NodeKind.Skipped, starts[relation], lastEnd());
  while (kinds[at] === TokenKind.Comma && isOnLine(at + 1)) {
    const first = at + 1;
    while (kinds[at] === TokenKind.Comma) {
      advance();
      parseTermItem('a name to declare');
    }
    const [from, node, problems] = [at, nodeCount(), problemCount()];
    parseRelations();
    rewindNodes(node);
    rewindProblems(problems);
    if (at > from) addLeaf(NodeKind.Skipped, starts[from], lastEnd());
    rows.push({ names: namesBetween(first, from), relation: from, end: at });
  }
  reportRows(dimension, rows);
}

/** The tokens between two that start a name of a list. */
function namesBetween(first: number, end: number): number[] {
  const names: number[] = [];
  for (let i = first; i < end; i++) if (i === first || kinds[i - 1] === TokenKind.Comma) names.push(i);
  return names;
}

/** `party A and B` */
function recoverConjunction(): boolean {
  if (!(isWord(at, 'and') || isWord(at, 'or')) || !isOnLine(at) || !isOnLine(at + 1)) return false;
  errorAt(at, `Expected a comma instead of \`${wordAt(at)}\``, { ...replacement(at, ','), start: lastEnd() });
  return true;
}

const isName = (i: number): boolean => kinds[i] === TokenKind.Name && !looksMisplaced(i);

function parseTermItem(what: string): void {
  const item = openNode(NodeKind.TermItem, isName(at) ? starts[at] : lastEnd());
  const isNamed =
    kinds[at] === TokenKind.String ? recoverQuoted(1) || recoverTitle() : !trusting && isName(at) && recoverLongName();
  if (!isNamed) expectName(what);
  if (kinds[at] === TokenKind.String) addToken(NodeKind.String);
  closeNode(item, lastEnd());
}

function parseRelations(): void {
  for (;;) {
    if (kinds[at] === TokenKind.Equals) parseDefinition();
    else if (kinds[at] !== TokenKind.Name || !(parseRelation() || recoverRelation() || recoverPhrase())) return;
  }
}

/** `= list`: a term made of others. */
function parseDefinition(): void {
  const definition = openNode(NodeKind.Equals, starts[at]);
  advance();
  if (kinds[at] === TokenKind.OpenBracket) {
    parseList();
  } else if (isName(at)) {
    const [start, first] = [starts[at], at];
    const list = openNode(NodeKind.List, start);
    expectPath('a list');
    closeNode(list, lastEnd());
    const newText = `[${source.slice(start, lastEnd())}${restOfNames()}]`;
    const fix = { title: 'Put it in brackets', start, end: lastEnd(), newText };
    errorOver(first, at - 1, 'Expected a list in brackets after `=`, such as `[US-IL, US-IN]`', fix);
  } else {
    errorBefore('Expected a list in brackets after `=`, such as `[US-IL, US-IN]`');
    addLeaf(NodeKind.List, lastEnd(), lastEnd());
  }
  closeNode(definition, lastEnd());
}

/** Parses the relation at the parser's place; false if there is none. A word before `(` or `:` starts a clause. */
function parseRelation(): boolean {
  const next = kinds[at + 1];
  if (next === TokenKind.OpenParenthesis || next === TokenKind.Colon) return false;
  switch (source.charCodeAt(starts[at])) {
    case 97: // a
      return isWord(at, 'after') && parsePointInTime(NodeKind.After);
    case 98: // b
      if (isWord(at, 'by')) return parseBy();
      return isWord(at, 'before') && parsePointInTime(NodeKind.Before);
    case 100: // d
      return isWord(at, 'distinct') && parseDistinct();
    case 105: // i
      return isWord(at, 'in') && parseNamesRelation(NodeKind.In, 'a name or a list of names after `in`');
    case 111: // o
      if (isWord(at, 'open')) return addOpen();
      if (isWord(at, 'occurred')) return parseOccurred();
      return (
        isWord(at, 'overlaps') && parseNamesRelation(NodeKind.Overlaps, 'a name or a list of names after `overlaps`')
      );
    case 112: // p
      return isWord(at, 'presumed') && parsePresumed();
    case 117: // u
      return isWord(at, 'under') && parseUnder();
    default:
      return false;
  }
}

function addOpen(): true {
  addToken(NodeKind.Open);
  return true;
}

function parseNamesRelation(kind: NodeKind, what: string): true {
  const relation = openNode(kind, starts[at]);
  const word = wordAt(at);
  advance();
  if (isWord(at, 'with') && isOnLine(at + 1) && !isOnLine(at + 2)) {
    errorAt(at, `No \`with\` is expected after ${describe(at - 1)}`, removal(at));
    advance();
  }
  parseSeveralNames(what, '[US, EU]', word);
  closeNode(relation, lastEnd());
  return true;
}

function parseBy(): true {
  const relation = openNode(NodeKind.By, starts[at]);
  advance();
  expectPath('the name of a party after `by`');
  closeNode(relation, lastEnd());
  return true;
}

/** `distinct from names` */
function parseDistinct(): true {
  const relation = openNode(NodeKind.DistinctFrom, starts[at]);
  advance();
  if (isWord(at, 'from')) {
    advance();
  } else {
    const misspelt = kinds[at] === TokenKind.Name && nearestWord(wordAt(at), ['from']) !== undefined;
    const fix = misspelt
      ? replacement(at, 'from')
      : { title: 'Insert `from`', start: lastEnd(), end: lastEnd(), newText: ' from' };
    errorBefore('Expected `from` after `distinct`', fix);
    if (misspelt) advance();
  }
  parseNames('a name or a list of names after `distinct from`');
  closeNode(relation, lastEnd());
  return true;
}

/** `under NAME ["from" DATE]` */
function parseUnder(): true {
  const relation = openNode(NodeKind.Under, starts[at]);
  advance();
  expectPath('the name of the controlling party after `under`');
  const isSince = isWord(at, 'since') && !isOnLine(at + 1);
  if (isSince) errorAt(at, 'Expected `from` instead of `since`', replacement(at, 'from'));
  if (isSince || isWord(at, 'from')) {
    advance();
    expectDate('Expected a date after `from`, such as 2026-02-27');
  }
  closeNode(relation, lastEnd());
  return true;
}

function parseOccurred(): true {
  const relation = openNode(NodeKind.Occurred, starts[at]);
  advance();
  if (kinds[at] === TokenKind.Name && kinds[at + 1] === TokenKind.Date && !isFirstOnLine(at)) {
    errorAt(at, 'Expected the date right after `occurred`, such as 2027-05-03', removal(at));
    advance();
  }
  expectDate('Expected a date after `occurred`, such as 2027-05-03');
  closeNode(relation, lastEnd());
  return true;
}

/** A day where nothing coarser will do. Always adds one node. */
function expectDate(message: string): void {
  switch (kinds[at]) {
    case TokenKind.Date:
      addToken(NodeKind.Date);
      return;
    case TokenKind.Month:
    case TokenKind.Number:
      errorAt(at, message);
      addToken(NodeKind.Skipped);
      return;
    case TokenKind.Name:
      // Behind it, nothing would be left of a declaration.
      if (isOnLine(at) && !isOnLine(at + 1) && !isRelation(at)) {
        errorAt(at, message);
        addToken(NodeKind.Skipped);
        return;
      }
      break;
  }
  errorBefore(message);
  addLeaf(NodeKind.Skipped, lastEnd(), lastEnd());
}

/** `("after"|"before") (DATE|MONTH|YEAR|NAME)` */
function parsePointInTime(kind: NodeKind.After | NodeKind.Before): true {
  const relation = openNode(kind, starts[at]);
  const word = wordAt(at);
  advance();
  switch (kinds[at]) {
    case TokenKind.Date:
      addToken(NodeKind.Date);
      break;
    case TokenKind.Month:
      addToken(NodeKind.Month);
      break;
    case TokenKind.Number:
      if (ends[at] - starts[at] !== 4) errorAt(at, `Expected a year of four digits after \`${word}\``);
      addToken(NodeKind.Number);
      break;
    default:
      expectPath(`a date, a month, a year or an event after \`${word}\``);
  }
  closeNode(relation, lastEnd());
  return true;
}

function parsePresumed(): true {
  const start = starts[at];
  advance();
  if (kinds[at] === TokenKind.Equals) {
    errorAt(at, 'No `=` is expected after `presumed`', removal(at));
    advance();
  }
  const isYes = isWord(at, 'yes');
  if (isYes || isWord(at, 'no')) {
    advance();
  } else {
    errorBefore('Expected `yes` or `no` after `presumed`');
    if (isOnLine(at) && !isOnLine(at + 1)) advance();
  }
  addLeaf(isYes ? NodeKind.PresumedYes : NodeKind.PresumedNo, start, lastEnd());
  return true;
}

const RELATIONS: ReadonlyMap<string, () => true> = new Map([
  ['overlaps', (): true => parseNamesRelation(NodeKind.Overlaps, 'a name or a list of names after `overlaps`')],
  ['distinct', parseDistinct],
  ['under', parseUnder],
  ['occurred', parseOccurred],
  ['after', (): true => parsePointInTime(NodeKind.After)],
  ['before', (): true => parsePointInTime(NodeKind.Before)],
  ['presumed', parsePresumed],
  ['open', addOpen],
]);
const RELATION_WORDS = [...RELATIONS.keys()];

/**
 * A misspelt relation on the line of its term; false where a new term or something else follows. By the grammar alone
 * `scope a overlap b` would be two terms.
 */
function recoverRelation(): boolean {
  const next = kinds[at + 1];
  if (next === TokenKind.OpenParenthesis || next === TokenKind.Colon || isFirstOnLine(at)) return false;
  const meant = nearestWord(wordAt(at), RELATION_WORDS);
  const parse = meant === undefined ? undefined : RELATIONS.get(meant);
  if (meant === undefined || parse === undefined) return false;
  errorAt(at, `Expected \`${meant}\` instead of ${describe(at)}`, replacement(at, meant));
  return parse();
}

/** `event IPO 2030-01-01`, `event IPO = 2030-01-01`, `event IPO happened on 2030-01-01`: a day without its relation. */
function recoverDay(): void {
  let day = at;
  while (kinds[day] === TokenKind.Name && day < at + 2 && !isRelation(day) && !isFirstOnLine(day)) day++;
  if (day === at && kinds[at] === TokenKind.Equals) day++;
  if (kinds[day] !== TokenKind.Date && kinds[day] !== TokenKind.Month) return;
  const place = lastEnd();
  const end = day === at ? place : ends[day - 1];
  const start = day === at ? place : starts[at];
  // What happened some day of a month has no date yet.
  const newText = day === at ? ' occurred' : 'occurred';
  const fix = kinds[day] === TokenKind.Date ? { title: 'Write `occurred`', start, end, newText } : undefined;
  errorOver(at, day, 'The day of an event is said with `occurred`, such as `occurred 2027-05-03`', fix);
  const relation = openNode(NodeKind.Occurred, starts[at]);
  while (at < day) advance();
  addToken(kinds[at] === TokenKind.Date ? NodeKind.Date : NodeKind.Skipped);
  closeNode(relation, lastEnd());
}

const isRelation = (i: number): boolean =>
  RELATION_WORDS.some((word) => isWord(i, word)) || nearestWord(wordAt(i), RELATION_WORDS) !== undefined;

/** Phrases that mean a relation, with the word for it. */
const PHRASES: ReadonlyMap<string, string> = new Map(
  (
    [
      ['in', ['part of', 'kind of', 'type of', 'form of', 'subset of', 'member of', 'belongs to', 'included in']],
      ['under', ['controlled by', 'owned by', 'subsidiary of', 'affiliate of']],
      ['by', ['operated by', 'run by', 'provided by']],
      ['overlaps', ['overlaps with', 'overlap with']],
      ['distinct from', ['not in', 'different from', 'disjoint from', 'separate from']],
    ] as const
  ).flatMap(([word, phrases]) => phrases.map((phrase) => [phrase, word] as const)),
);

/** How many words a phrase has at most: `is a part of`. */
const LONGEST_PHRASE = 4;

/**
 * A relation in words of one's own, on the line of its term: `scope a part of b`. By the grammar alone these would be terms
 * of dimensions that nobody declares, to the end of the file.
 */
function recoverPhrase(): boolean {
  if (isFirstOnLine(at)) return false;
  for (let last = at + 1; last < at + LONGEST_PHRASE && isOnLine(last); last++) {
    const phrase = source.slice(starts[at], Math.min(ends[last], starts[at] + 40)).replace(/\s+/g, ' ');
    const meant = PHRASES.get(phrase.toLowerCase().replace(/^(?:is |are )?(?:an? )?/, ''));
    if (meant === undefined || !(isOnLine(last + 1) || kinds[last + 1] === TokenKind.OpenBracket)) continue;
    const fix = { title: `Write \`${meant}\``, start: starts[at], end: ends[last], newText: meant };
    errorOver(at, last, `Expected \`${meant}\` instead of \`${phrase}\``, fix);
    const skipped = openNode(NodeKind.Skipped, starts[at]);
    while (at <= last) advance();
    parseNames('a name or a list of names');
    closeNode(skipped, lastEnd());
    return true;
  }
  return false;
}

/** Whether token `i` is a name on the line of the one before it. */
const isOnLine = (i: number): boolean => kinds[i] === TokenKind.Name && !isFirstOnLine(i);
