import {
  type Clash,
  type ClashVerdict,
  firstDayOf,
  isAnyBeside,
  isCertain,
  isDated,
  judgeClashes,
} from '../conflicts/clashes.ts';
import { phraseExpression } from '../conflicts/describe.ts';
import type { Lens } from '../conflicts/lens.ts';
import { provisoText } from '../conflicts/timed-text.ts';
import { worldText } from '../conflicts/turn-text.ts';
import { combineReadings, rankOf, type Verdict } from '../conflicts/verdict.ts';
import type { Clause } from '../model/model.ts';
import { formatDay, NEVER } from '../terms/calendar.ts';
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
 * The findings about clauses that are too much together, each of one set of them: further sets are told of by themselves where
 * in some world they are too much on a day on which none of those told is. Sets that only together are too much whatever
 * happens are one finding.
 */
export function clashFindings<T extends ClauseClash>(
  rule: string,
  lenses: readonly Lens[],
  clauses: readonly Clause[],
  clashesUnder: (lens: Lens) => readonly T[] | 'too complex',
  tell: (lens: Lens, clash: T) => Told,
): readonly Finding[] {
  const places = new Map(clauses.map((clause, at) => [clause, at]));
  const sets = new Map<string, ClauseSet<T>>();
  const byLens = new Map<Lens, readonly T[]>();
  for (const lens of lenses) {
    const clashes = clashesUnder(lens);
    if (clashes === 'too complex') return [notCounted(rule, clauses)];
    byLens.set(lens, clashes);
    for (const clash of clashes) {
      const key = clash.clauses
        .map((clause) => places.get(clause))
        .sort()
        .join();
      const set = sets.get(key) ?? new Map<Lens, T[]>();
      sets.set(key, set.set(lens, [...(set.get(lens) ?? []), clash]));
    }
  }
  const findingOf = (some: ReadonlyMap<Lens, readonly T[]>, say = tell): readonly Finding[] => {
    const finding = clashFinding(rule, lenses, clauses, (lens) => some.get(lens) ?? [], say);
    return finding ? [finding] : [];
  };
  if (sets.size < 2) return findingOf(byLens);
  const { told, isAll } = toldApart(sets.values());
  const findings = told.flatMap((set) => findingOf(set));
  const isGraver = lenses.some(
    (lens) =>
      findings.every(({ verdictByReading }) => verdictByReading?.[lens.reading] !== 'conflict') &&
      isCertain(lens, byLens.get(lens)!) === true,
  );
  const found = isGraver ? findingOf(byLens, (lens, clash) => toldTogether(lens, clash, told, tell)) : findings;
  return isAll ? found : [...found, notAllTold(rule, clauses)];
}

/** The clashes of the same clauses, by reading. */
type ClauseSet<T> = Map<Lens, readonly T[]>;

/** Of sets whose days are not known there may be very many. */
const MOST_UNDATED = 12;

/** The sets that are told of by themselves, and whether these are all. */
function toldApart<T extends ClauseClash>(sets: Iterable<ClauseSet<T>>) {
  const told: ClauseSet<T>[] = [];
  let undated = 0;
  for (const set of inOrder(sets)) {
    const beside = [...set].map(([lens, clashes]) =>
      isAnyBeside(
        lens,
        clashes,
        told.flatMap((one) => one.get(lens) ?? []),
      ),
    );
    if (beside.includes(true)) {
      const isUndated = [...set.values()].some((clashes) => !clashes.every(isDated));
      if (isUndated && undated++ === MOST_UNDATED) return { told, isAll: false };
      told.push(set);
    } else if (beside.includes('too complex')) return { told, isAll: false };
  }
  return { told, isAll: true };
}

/** Sure ones before others, and among these the earliest first. */
function inOrder<T extends ClauseClash>(sets: Iterable<ClauseSet<T>>): readonly ClauseSet<T>[] {
  const ordered = [...sets].map((set) => {
    const clashes = [...set].flatMap(([lens, some]) => some.map((clash) => [lens, clash] as const));
    const isSure = clashes.some(([, clash]) => clash.isSure);
    const days = clashes.map(([lens, clash]) => firstDayOf(lens, clash));
    return { set, isSure, first: Math.min(...days.map((day) => (typeof day === 'number' ? day : NEVER))) };
  });
  return ordered.sort((a, b) => Number(b.isSure) - Number(a.isSure) || a.first - b.first).map(({ set }) => set);
}

/** What is said of several sets that are too much at different times. */
function toldTogether<T extends ClauseClash>(
  lens: Lens,
  shown: T,
  sets: readonly ClauseSet<T>[],
  tell: (lens: Lens, clash: T) => Told,
): Told {
  const first = tell(lens, shown);
  const others = sets.flatMap((set) => {
    const clashes = set.get(lens) ?? [];
    return clashes.length === 0 || clashes.includes(shown) ? [] : [tell(lens, clashes[0])];
  });
  const all = [first, ...others];
  return {
    ...first,
    clauses: [...new Set(all.flatMap(({ clauses }) => clauses))],
    message: all.map(({ message }) => message).join('; at another time '),
    bound: all.flatMap(({ bound }) => bound),
    objectors: all.flatMap(({ objectors }) => objectors),
  };
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

const notAllTold = (rule: string, clauses: readonly Clause[]): Finding =>
  clauseFinding(
    'not-checked',
    'warning',
    clauses,
    `these clauses come to too much in more ways than are told (\`${rule}\`)`,
    { help: 'mend what is told of them, and check again' },
  );
