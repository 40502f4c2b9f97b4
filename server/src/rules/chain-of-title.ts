import { openInWitness, useSentence, witnessValues } from '../conflicts/describe.ts';
import { judge } from '../conflicts/judge.ts';
import type { Judgement } from '../conflicts/judgement.ts';
import type { Lens } from '../conflicts/lens.ts';
import { turnText } from '../conflicts/turn-text.ts';
import { combineReadings, type Verdict } from '../conflicts/verdict.ts';
import { type Clause, inTextOrder, SILENT, UNRESTRICTED } from '../model/model.ts';
import { altered, type Undertaking } from '../model/undertakings.ts';
import { formatDay } from '../terms/calendar.ts';
import { ALWAYS_BEFORE, NEVER_TIME } from '../terms/time.ts';
import { shortName } from './clause-reference.ts';
import type { Finding } from './finding.ts';
import { clauseFinding, type RuleContext } from './rule-context.ts';

/** A sublicence that grants more than its grantor received. */
export const checkChainOfTitle = (context: RuleContext): Finding[] =>
  context.model.clauses.filter(isSublicence).flatMap((clause) => checkSublicence(context, clause));

export const isSublicence = ({ kind, broken }: Clause): boolean => kind.name === 'sublicense' && !broken;

export function checkSublicence({ docket }: RuleContext, clause: Clause): Finding[] {
  return docket.undertakings(clause).flatMap((granted) => {
    const received = granted.by === SILENT ? [] : docket.permittedTo(granted.by, clause);
    const others = received.filter((one) => one.clause !== clause).sort((a, b) => inTextOrder(a.clause, b.clause));
    return checkOne(docket.lenses, granted, others) ?? [];
  });
}

/**
 * Granting is ruled out wherever nobody has given the grantor what it grants: as if everything were forbidden to it and
 * what it received were consents.
 */
function checkOne(
  lenses: readonly Lens[],
  granted: Undertaking,
  received: readonly Undertaking[],
): Finding | undefined {
  const judgements = lenses.map((lens) => judgeUnder(lens, granted, received));
  if (judgements.some(({ verdict }) => verdict === 'too complex')) return notChecked(granted);
  const byReading = Object.fromEntries(lenses.map(({ reading }, index) => [reading, verdictOf(judgements[index])]));
  const verdict = combineReadings(Object.values(byReading));
  if (verdict === 'clear') return undefined;
  const at = judgements.findIndex((judgement) => judgement.verdict === 'conflict' || judgement.verdict === 'depends');
  if (at < 0) return undefined;
  const judgement = judgements[at];
  if (judgement.verdict !== 'conflict' && judgement.verdict !== 'depends') return undefined;
  const lens = lenses[at];
  const date = formatDay(judgement.world.example ?? judgement.world.day);
  const values = witnessValues(lens, judgement.world.cell);
  const open = openInWitness(lens, judgement.world, judgement.verdict === 'depends' ? judgement.turns : []);
  const message =
    received.length === 0
      ? `${shortName(granted.clause)} sublicenses what nobody in this portfolio has granted to its grantor`
      : `${shortName(granted.clause)} sublicenses more than its grantor received`;
  return clauseFinding(
    'chain-of-title',
    verdict === 'conflict' ? 'error' : 'warning',
    [granted.clause, ...new Set(received.map(({ clause }) => clause))],
    message,
    {
      verdict,
      verdictByReading: byReading,
      witness: {
        date,
        text: `${date}, ${useSentence(lens, values, granted)}`,
        values,
      },
      ...(open.length > 0 ? { assumptions: open } : {}),
      ...(judgement.verdict === 'depends'
        ? { decidingFacts: judgement.turns.map((turn) => turnText(lens, turn, granted)) }
        : {}),
      help: 'narrow the sublicence to what was received, or annotate the grant that is missing',
    },
  );
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

function judgeUnder(lens: Lens, granted: Undertaking, received: readonly Undertaking[]): Judgement {
  const who = lens.model.regionDimensions.map(({ question }) => question === 'who');
  const anybody = (values: readonly number[]): number[] =>
    values.map((value, dimension) => (who[dimension] ? UNRESTRICTED : value));
  const nothingOwned = altered(granted, {
    effect: 'forbids',
    values: granted.values.map(() => UNRESTRICTED),
    measures: undefined,
    start: ALWAYS_BEFORE,
    end: NEVER_TIME,
    while: undefined,
    exceptions: [],
    outside: [],
  });
  const titles = received.map((grant) =>
    altered(grant, { effect: 'waives', by: granted.by, values: anybody(grant.values) }),
  );
  const subject = altered(granted, { values: anybody(granted.values) });
  return judge(lens, 'lets', subject, nothingOwned, [{ against: nothingOwned, objector: granted.by, waivers: titles }]);
}
