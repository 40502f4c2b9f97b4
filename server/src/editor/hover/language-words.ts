import { NodeKind } from '../../syntax/tree.ts';

/** What the words of the language mean, a line each; by the node in which they stand. */
export const KEYWORDS: ReadonlyMap<NodeKind, string> = new Map([
  [NodeKind.In, 'Everything that is the first is also the second.'],
  [NodeKind.Overlaps, 'The two share something, and neither holds the other.'],
  [NodeKind.DistinctFrom, 'The two are agreed to share nothing.'],
  [NodeKind.Open, 'A described class: what belongs to it is undecided unless somebody states it.'],
  [NodeKind.By, 'Who runs it. Told to the reader; no verdict rests on it.'],
  [
    NodeKind.Under,
    'Controlled by, since the day written or always: an affiliate. Whether a clause that names the one means the other too is for the clause to say.',
  ],
  [NodeKind.Occurred, 'The day on which it happened.'],
  [NodeKind.After, 'Later than this day, or than this event, if it happens at all.'],
  [
    NodeKind.Before,
    'Of a day: it happens, and by then. Of an event: the other happens only if this has, on an earlier day.',
  ],
  [NodeKind.PresumedYes, 'Verdicts take it to be so, and say that they do.'],
  [NodeKind.PresumedNo, 'Verdicts take it never to be so, and say that they do.'],
  [NodeKind.DimensionDeclaration, 'Declares a dimension: a question of who, what or where that clauses answer.'],
  [NodeKind.NumberFlag, 'Its values are ranges of numbers.'],
  [NodeKind.KindDeclaration, 'Declares a kind of clause: what it does, and which parameters it takes.'],
  [NodeKind.Deal, 'A deal: who promised what to whom. The header gives its clauses their defaults.'],
  [
    NodeKind.Amends,
    'The clauses of this deal join the other. One with a label of it takes the place of that clause, from its start and for good.',
  ],
  [NodeKind.Supersedes, 'The other deal ends where this one starts, with all that has joined it.'],
  [NodeKind.Terminates, 'The other deal, or the one clause, ends where this deal starts.'],
  [NodeKind.Exception, 'Cuts a region out of the clause: what it describes is left out.'],
  [NodeKind.ExceptArguments, 'Cuts a region out of the clause: what it describes is left out.'],
  [NodeKind.Difference, 'Everything of the first that is not in the second.'],
  [NodeKind.SubjectTo, 'This clause yields wherever it meets the other.'],
  [NodeKind.Notwithstanding, 'The other clause yields wherever it meets this one.'],
  [NodeKind.EarlierOf, 'Whichever of these comes first.'],
  [NodeKind.LaterOf, 'Whichever of these comes last.'],
  [
    NodeKind.Reading,
    'How someone understands the terms: relations added to what is written. Each pair of clauses is judged as written and under each reading by itself.',
  ],
  [NodeKind.Expectation, 'A test that lives in the portfolio: it is reported when it no longer holds.'],
  [NodeKind.VerdictConflict, 'They collide in every world that the portfolio allows, and under every reading.'],
  [NodeKind.VerdictDisputed, 'They collide under some readings and not under others.'],
  [NodeKind.VerdictDepends, 'They collide in some worlds and not in others; a fact that nobody has stated decides.'],
  [
    NodeKind.VerdictNearMiss,
    'They do not collide, but only as long as two terms share nothing, which nobody has stated.',
  ],
  [NodeKind.VerdictClear, 'They collide in no world.'],
]);

/** Arguments that the language brings. */
export const ARGUMENTS: Readonly<Record<string, string>> = {
  by: 'Who promises. Several, without a `to`, promise each other.',
  to: 'To whom it is owed: who may object, and who may waive. In a permission, also who may act. Unless written it is the other side of the deal’s header.',
  from: 'The first day. A month or a year is its first day. Unless written, a clause starts with its deal.',
  until:
    'The end. A date, month or year is included; an event, or a sum with a length of time, is not. Unless written, a clause ends with its deal.',
  while: 'The state that must hold: on other days the clause does not apply.',
  affiliates:
    'Whether naming a party means those it controls too: `yes`, `no`, or which. Silence leaves it open, and findings may turn on it.',
  signed: 'The day of signing. A deal signed after the day of the check does not count yet.',
  status: '`signed` or `draft`. A draft is checked against what is signed and changes nothing else.',
  source: 'The file that holds the text of the contract, relative to this one. Quotes are looked for there.',
  law: 'The governing law. Told to the reader; no verdict rests on it.',
  renews: 'By how long the deal may go on after its end. Whether it does is open.',
};

/** Words that stand as values. */
export const VALUES: Readonly<Record<string, string>> = {
  all: 'Any will do. This is not silence: it says so.',
  worldwide: 'Everywhere.',
  perpetual: 'Never ends.',
  never: 'On no day.',
  start: 'The first day of the deal.',
  end: 'The first day on which the deal is no longer in force. Ending the deal early moves it.',
  draft: 'On the table, not signed: checked against what is signed, and changes nothing else.',
  signed: 'In force as agreed; the default.',
};

/** The questions that a dimension can ask. */
export const QUESTIONS: Readonly<Record<string, string>> = {
  who: 'Asks with whom, or on whose thing. In an exclusive right it names the holder.',
  what: 'Asks what is done, and to what.',
  where: 'Asks where, or on which way to the customer.',
};
