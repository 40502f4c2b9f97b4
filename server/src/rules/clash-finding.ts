import { type Clash, type ClashVerdict, daysOf, judgeClashes, type KnownDays } from '../conflicts/clashes.ts';
import { phraseExpression } from '../conflicts/describe.ts';
import type { Lens } from '../conflicts/lens.ts';
import { provisoText } from '../conflicts/timed-text.ts';
import { worldText } from '../conflicts/turn-text.ts';
import { combineReadings, rankOf, type Verdict } from '../conflicts/verdict.ts';
import type { Clause } from '../model/model.ts';
import { formatDay } from '../terms/calendar.ts';
import type { SetExpression } from '../terms/set-expression.ts';
import type { DecidingFact, Finding, Witness } from './finding.ts';
import { endsBefore, windowOf } from './pair-window.ts';
import { presumptions } from './presumptions.ts';
import { clauseFinding } from './rule-context.ts';

/** A clash of clauses. */
export interface ClauseClash extends Clash {
  readonly clauses: readonly Clause[];
}

/** What a rule says of the clash that it shows. */
export interface Told {
  /** The one that is reported first. */
  readonly clauses: readonly Clause[];
  readonly message: string;
  /** What is so on the day that shows it. */
  readonly example: string;
  readonly values: Witness['values'];
  readonly bound: readonly SetExpression[];
  readonly objectors: readonly SetExpression[];
  readonly help: string;
  /** How all can be kept, where they can. */
  readonly way?: DecidingFact | undefined;
}

/**
 * The findings about clauses that are too much together. Where all that clash do so on known days, each finding is of the
 * clauses that clash on all of its days: others that do so on further days are told of by themselves.
 */
export function clashFindings<T extends ClauseClash>(
  rule: string,
  lenses: readonly Lens[],
  clauses: readonly Clause[],
  clashesUnder: (lens: Lens) => readonly T[] | 'too complex',
  tell: (lens: Lens, clash: T) => Told,
): readonly Finding[] {
  const byLens = new Map<Lens, readonly T[]>();
  for (const lens of lenses) {
    const clashes = clashesUnder(lens);
    if (clashes === 'too complex') return [notCounted(rule, clauses)];
    byLens.set(lens, clashes);
  }
  const findingOf = (isMeant: (clash: T) => boolean): readonly Finding[] => {
    const finding = clashFinding(rule, lenses, clauses, (lens) => byLens.get(lens)!.filter(isMeant), tell);
    return finding ? [finding] : [];
  };
  const dated = [...byLens.values()].flat().map((clash) => ({ clash, days: daysOf(clash) }));
  if (dated.some(({ days }) => days === undefined)) return findingOf(() => true);
  const inOrder = dated.sort((a, b) => Number(b.clash.isSure) - Number(a.clash.isSure) || a.days!.from - b.days!.from);
  const told: KnownDays[] = [];
  return inOrder.flatMap(({ clash, days }) => {
    if (areAllAmong(days!, told)) return [];
    const same = inOrder.filter((other) => areSameClauses(other.clash, clash));
    for (const other of same) told.push(other.days!);
    return findingOf((other) => areSameClauses(other, clash));
  });
}

const areSameClauses = (one: ClauseClash, other: ClauseClash): boolean =>
  one.clauses.length === other.clauses.length && one.clauses.every((clause) => other.clauses.includes(clause));

function areAllAmong({ from, until }: KnownDays, told: readonly KnownDays[]): boolean {
  for (let day = from; day < until; ) {
    const around = told.find((one) => one.from <= day && day < one.until);
    if (!around) return false;
    day = around.until;
  }
  return true;
}

/** The finding about clauses that are too much together, under every reading; undefined where they never are. */
export function clashFinding<T extends ClauseClash>(
  rule: string,
  lenses: readonly Lens[],
  clauses: readonly Clause[],
  clashesUnder: (lens: Lens) => readonly T[] | 'too complex',
  tell: (lens: Lens, clash: T) => Told,
): Finding | undefined {
  const byReading: Record<string, Verdict> = {};
  let shown: { readonly lens: Lens; readonly found: Shown<T> } | undefined;
  for (const lens of lenses) {
    const clashes = clashesUnder(lens);
    const found = clashes === 'too complex' ? TOO_COMPLEX : judgeClashes(lens, clashes);
    if (found.verdict === 'too complex') return notCounted(rule, clauses);
    byReading[lens.reading] = found.verdict;
    if (!isShown(found)) continue;
    if (!shown || rankOf(found.verdict) > rankOf(shown.found.verdict)) shown = { lens, found };
  }
  if (!shown) return undefined;
  const { lens, found } = shown;
  const verdict = combineReadings(Object.values(byReading));
  const told = tell(lens, found.clash);
  const window = windowOf(found.stretches, lens.timeline);
  const past = window !== undefined && endsBefore(window, lens.asOf);
  const date = formatDay(found.day);
  const when = found.behind.length === 0 ? date : `${date}, ${provisoText(lens, found.behind, found.days, found.day)}`;
  const assumptions = presumptions(lens, found.variables, found.states);
  const names = (parties: readonly SetExpression[]): string[] => [
    ...new Set(parties.map((party) => phraseExpression(lens, party))),
  ];
  return clauseFinding(
    rule,
    past ? 'information' : verdict === 'conflict' ? 'error' : 'warning',
    told.clauses,
    told.message,
    {
      verdict,
      verdictByReading: byReading,
      boundParty: names(told.bound).join(' and '),
      mayObject: names(told.objectors),
      ...(window && { window }),
      ...(past && { past }),
      witness: { date, text: `${when}, ${told.example}`, values: told.values },
      ...(found.verdict === 'depends' && { decidingFacts: decidingFacts(lens, found, told) }),
      ...(assumptions.length > 0 && { assumptions }),
      help: told.help,
    },
  );
}

type Shown<T extends ClauseClash> = Extract<ClashVerdict<T>, { readonly clash: T }>;

const TOO_COMPLEX = { verdict: 'too complex' } as const;

const isShown = <T extends ClauseClash>(found: ClashVerdict<T>): found is Shown<T> =>
  found.verdict === 'conflict' || found.verdict === 'depends';

function decidingFacts<T extends ClauseClash>(lens: Lens, found: Shown<T>, { way }: Told): DecidingFact[] {
  const facts = found.facts.map((fact) => worldText(lens, fact, found.together));
  return found.hasWay && way ? [...facts, way] : facts;
}

const notCounted = (rule: string, clauses: readonly Clause[]): Finding =>
  clauseFinding(
    'not-checked',
    'warning',
    clauses,
    `what these clauses come to could not be added up (\`${rule}\`): too many of them have no certain day`,
    { help: 'date some of the events, or split the deal' },
  );
