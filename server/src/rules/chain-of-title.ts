import { type Collision, collidingDays, factsBehind } from '../conflicts/colliding-days.ts';
import { openInWitness, phrase, useSentence, witnessValues } from '../conflicts/describe.ts';
import { judge } from '../conflicts/judge.ts';
import type { Judgement, World } from '../conflicts/judgement.ts';
import type { Lens } from '../conflicts/lens.ts';
import { provisoText } from '../conflicts/timed-text.ts';
import { turnText } from '../conflicts/turn-text.ts';
import { combineReadings, type Verdict, worst } from '../conflicts/verdict.ts';
import { type Clause, inTextOrder, SILENT, UNRESTRICTED, type ValueId } from '../model/model.ts';
import { altered, type Box, ofEverything, type Undertaking } from '../model/undertakings.ts';
import { intersects, isSubset } from '../terms/atom-set.ts';
import { formatDay } from '../terms/calendar.ts';
import { shortName } from './clause-reference.ts';
import type { Finding } from './finding.ts';
import { endsBefore, windowOf } from './pair-window.ts';
import { presumptionsIn } from './presumptions.ts';
import { clauseFinding, type RuleContext } from './rule-context.ts';
import { shareWith, wholeRegion } from './shared-region.ts';
import { unsaidIn } from './unsaid.ts';

export const isSublicence = ({ kind, broken }: Clause): boolean => kind.name === 'sublicense' && !broken;

/** A sublicence that grants more than its grantor received. */
export function checkSublicence({ docket }: RuleContext, clause: Clause): Finding[] {
  return docket.undertakings(clause).flatMap((granted) => {
    const received = granted.by === SILENT ? [] : docket.permittedTo(granted.by, clause);
    const others = received
      .filter((one) => one.clause !== clause && docket.lenses.some((lens) => mayShareRegion(lens, clause, one.clause)))
      .sort((a, b) => inTextOrder(a.clause, b.clause));
    return checkOne(docket.lenses, granted, others) ?? [];
  });
}

function checkOne(
  lenses: readonly Lens[],
  granted: Undertaking,
  received: readonly Undertaking[],
): Finding | undefined {
  const looks = lenses.map((lens) => lookUnder(lens, granted, received));
  if (looks.some(({ judgement }) => judgement.verdict === 'too complex')) return notChecked(granted);
  const byReading = Object.fromEntries(lenses.map(({ reading }, at) => [reading, verdictOf(looks[at].judgement)]));
  const verdict = combineReadings(Object.values(byReading));
  const gravest = worst(Object.values(byReading));
  const look = looks.find(({ judgement }) => judgement.verdict === gravest);
  if (!look || (look.judgement.verdict !== 'conflict' && look.judgement.verdict !== 'depends')) return undefined;
  const { lens, judgement, collision } = look;
  const { world } = judgement;
  const turns = judgement.verdict === 'depends' ? judgement.turns : [];
  const values = witnessValues(lens, world.cell);
  const window = windowOf(collidingDays(lens, [collision]), lens.timeline);
  const past = window !== undefined && endsBefore(window, lens.asOf);
  const boxes = [granted, ...received].flatMap((one) => [one, ...one.exceptions]);
  const assumptions = [
    ...unsaidIn(lens, shortName(granted.clause), granted.clause, (dimension) => isNamedIn(received, dimension)),
    ...presumptionsIn(lens, boxes),
    ...openInWitness(lens, world, turns),
    ...look.assumptions,
  ];
  const licensors = received.flatMap(({ by }) => (by === SILENT ? [] : [phrase(lens, lens.parties, by)]));
  const message =
    received.length === 0
      ? `${shortName(granted.clause)} sublicenses what nobody in this portfolio has granted to its grantor`
      : `${shortName(granted.clause)} sublicenses more than its grantor received`;
  return clauseFinding(
    'chain-of-title',
    past ? 'information' : verdict === 'conflict' ? 'error' : 'warning',
    [granted.clause, ...new Set(received.map(({ clause }) => clause))],
    message,
    {
      verdict,
      verdictByReading: byReading,
      boundParty: values.by ?? phrase(lens, lens.parties, granted.by),
      ...(licensors.length > 0 && { mayObject: [...new Set(licensors)] }),
      ...(window && { window }),
      ...(past && { past }),
      witness: witnessOf(look, world, values, granted),
      ...(assumptions.length > 0 && { assumptions }),
      ...(turns.length > 0 && { decidingFacts: turns.map((turn) => turnText(lens, turn, granted)) }),
      help: 'narrow the sublicence to what was received, or annotate the grant that is missing',
    },
  );
}

/** Whether what was received is limited in a dimension. */
const isNamedIn = (received: readonly Undertaking[], dimension: number): boolean =>
  received.some((one) =>
    [one, ...one.exceptions].some(
      ({ values, measures }) => values[dimension] > UNRESTRICTED || measures?.has(dimension),
    ),
  );

function witnessOf(
  { lens, collision }: Look,
  world: World,
  values: Readonly<Record<string, string>>,
  granted: Undertaking,
): Finding['witness'] {
  const day = world.example ?? world.day;
  const date = formatDay(day);
  const facts = factsBehind(lens, collision, world);
  const when = facts.length === 0 ? date : `${date}, ${provisoText(lens, facts, world.days, day)}`;
  return { date, text: `${when}, ${useSentence(lens, values, granted)}`, values };
}

const notChecked = ({ clause }: Undertaking): Finding =>
  clauseFinding(
    'not-checked',
    'warning',
    [clause],
    `what ${shortName(clause)} sublicenses could not be compared with what its grantor received`,
    {
      help: 'split the sublicence, or settle some of what is open',
    },
  );

const verdictOf = (judgement: Judgement): Verdict =>
  judgement.verdict === 'too complex' ? 'clear' : judgement.verdict;

function mayShareRegion(lens: Lens, one: Clause, other: Clause): boolean {
  const region = shareWith(lens, wholeRegion(lens), one);
  return region !== undefined && shareWith(lens, region, other) !== undefined;
}

/** A sublicence held against what its grantor received, under one reading. */
interface Look {
  readonly lens: Lens;
  readonly judgement: Judgement;
  readonly collision: Collision;
  readonly assumptions: readonly string[];
}

/**
 * What the grantor itself passes on comes first: what affiliates pass on who may be included is looked at where that makes
 * it worse.
 */
function lookUnder(lens: Lens, granted: Undertaking, received: readonly Undertaking[]): Look {
  const { clause } = granted;
  if (clause.affiliates === 'no' || !lens.hasAffiliates(granted.by)) return judgeUnder(lens, granted, received, []);
  const silent = clause.affiliates === 'silent';
  const alone = judgeUnder(
    lens,
    altered(granted, { clause: withoutAffiliates(clause) }),
    received,
    silent
      ? [`${shortName(clause)} does not say whether it includes affiliates: it is taken to speak of its grantor alone`]
      : [],
  );
  const all = judgeUnder(lens, granted, received, []);
  return all.judgement.verdict === alone.judgement.verdict ? alone : all;
}

const withoutAffiliates = (clause: Clause): Clause => Object.create(clause, { affiliates: { value: 'no' } });

/**
 * Granting is ruled out wherever nobody has given the grantor what it grants: as if everything were forbidden to it and
 * what it received were consents.
 */
function judgeUnder(
  lens: Lens,
  granted: Undertaking,
  received: readonly Undertaking[],
  assumptions: readonly string[],
): Look {
  const nothingOwned = ofEverything(granted, { effect: 'forbids' });
  const titles = received.map((grant) =>
    altered(grant, {
      effect: 'waives',
      by: granted.by,
      values: toAnybody(lens, grant.values).map((value) => (value === SILENT ? UNRESTRICTED : value)),
      exceptions: grant.exceptions.flatMap((exception) => exceptionOf(lens, grant, exception)),
    }),
  );
  const deal = altered(granted, { values: toAnybody(lens, granted.values) });
  const offers = [{ against: nothingOwned, objector: granted.by, waivers: titles }];
  return {
    lens,
    judgement: judge(lens, 'lets', deal, nothingOwned, offers),
    collision: { role: 'lets', deal, restraint: nothingOwned, offers },
    assumptions,
  };
}

/** Whomever it is given to: who else takes part, as the one that hosts, is part of what is given. */
const toAnybody = ({ parties }: Lens, values: readonly ValueId[]): ValueId[] =>
  values.map((value, dimension) => (dimension === parties ? UNRESTRICTED : value));

/** An exception of a grant, of what it gave to the grantee: one for dealings with others takes nothing of that away. */
function exceptionOf(lens: Lens, { to }: Undertaking, exception: Box): Box[] {
  const { parties } = lens;
  const spared = exception.values[parties];
  if (spared <= UNRESTRICTED || to === SILENT) return [exception];
  const { atomCount } = lens.taxonomy(parties);
  if (!intersects(lens.mayCover(parties, spared), lens.mayCover(parties, to), atomCount)) return [];
  const coversGrantee = isSubset(lens.mayCover(parties, to), lens.mustCover(parties, spared), atomCount);
  if (!coversGrantee) return [exception];
  return [{ ...exception, values: exception.values.map((value, at) => (at === parties ? UNRESTRICTED : value)) }];
}
