import { rankOf } from '../../conflicts/verdict.ts';
import { SILENT } from '../../model/model.ts';
import type { Undertaking } from '../../model/undertakings.ts';
import { argumentNamed } from './clause-edits.ts';
import type { SharedPart, Sight } from './shared-part.ts';
import type { Proposal, Trial, TrialOutcome } from './trial.ts';

export interface Exact {
  readonly parts: readonly SharedPart[];
  readonly outcome: TrialOutcome;
}

/** Proposals tried at most for one kind of resolution. */
const MOST_TRIES = 24;

/**
 * What has to be carved out to clear a pair, in as many respects as still clear it: each respect less would give up more
 * than the two clauses share. Where nothing clears it, what leaves the least.
 */
export function mostExact(
  trial: Trial,
  parts: readonly SharedPart[],
  propose: (parts: readonly SharedPart[]) => Proposal | undefined,
): Exact | undefined {
  let best: Exact | undefined;
  let tries = 0;
  const attempt = (chosen: readonly SharedPart[]): boolean => {
    const proposal = propose(chosen);
    const outcome = proposal && trial.outcomeOf(proposal);
    tries++;
    if (outcome && (!best || rankOf(outcome.verdict) < rankOf(best.outcome.verdict))) best = { parts: chosen, outcome };
    return outcome?.verdict === 'clear';
  };
  if (parts.length === 0 || attempt(parts)) return best;
  // To carve out more never clears less: a part that does not help by itself helps in no company.
  const helpful = parts.filter((part) => {
    const proposal = propose([part]);
    tries++;
    return proposal !== undefined && trial.verdictAfter(proposal) === 'clear';
  });
  for (const chosen of choices(helpful)) {
    if (tries >= MOST_TRIES || (chosen.length < parts.length && attempt(chosen))) break;
  }
  return best;
}

/** Every choice of some parts, the most of them first; what and where are kept before who and when. */
function choices(parts: readonly SharedPart[]): (readonly SharedPart[])[] {
  const found: (readonly SharedPart[])[] = [];
  for (let bits = 1; bits < 1 << Math.min(parts.length, 6); bits++) {
    found.push(parts.filter((_, index) => (bits & (1 << index)) !== 0));
  }
  const worth = (chosen: readonly SharedPart[]): number => chosen.reduce((sum, part) => sum + WORTH[part.question], 0);
  return found.sort((a, b) => b.length - a.length || worth(b) - worth(a));
}

const WORTH: Readonly<Record<SharedPart['question'], number>> = { what: 8, where: 4, who: 2, when: 1 };

/**
 * Without what goes without saying: that the other clause deals with its own other side, where another *who* already tells
 * the two apart, and the act that its kind presets, where the first is about any act.
 */
export function tellingParts(
  { model, lens }: Sight,
  parts: readonly SharedPart[],
  of: Undertaking,
  other: Undertaking,
): readonly SharedPart[] {
  const isHeldByAnother = of.outside.some(({ dimension }) => dimension !== lens.parties);
  const goesWithoutSaying = ({ name }: SharedPart): boolean => {
    const dimension = model.regionDimensions.findIndex((one) => one.name === name);
    switch (name) {
      case 'with':
        return isHeldByAnother && other.clause.values[dimension] === SILENT;
      case 'act':
        return of.clause.values[dimension] === SILENT && argumentNamed(other.clause, name) < 0;
      default:
        return false;
    }
  };
  const telling = parts.filter((part) => !goesWithoutSaying(part));
  return telling.some(({ question }) => question !== 'when') ? telling : parts;
}
