import { amendedBy } from '../model/deal-links.ts';
import type { Clause, Deal, Model, Reference, ValueId } from '../model/model.ts';
import { SILENT } from '../model/model.ts';
import { resolveReference } from '../model/references.ts';
import { type Box, received, type Undertaking } from '../model/undertakings.ts';
import { intersects } from '../terms/atom-set.ts';
import type { SetExpression } from '../terms/set-expression.ts';
import { judge } from './judge.ts';
import type { Judgement, Role } from './judgement.ts';
import type { Lens } from './lens.ts';
import { findNearMiss, type NearMiss } from './near-miss.ts';
import type { QuickJudge, QuickVerdict } from './quick.ts';
import { isRestraint, roleOf } from './role.ts';
import type { WaiverOffer } from './scene.ts';
import { combineReadings, rankOf, type Verdict } from './verdict.ts';
import { mayBind, type View } from './view.ts';

/** How two undertakings meet. */
export interface Relation {
  readonly role: Role;
  readonly deal: Undertaking;
  readonly restraint: Undertaking;
  /** What can be said at once, by lens, as far as it is known. */
  readonly quick?: readonly QuickVerdict[];
}

/** The relation and reading that show a verdict, and how it was reached. */
export interface Shown extends Relation {
  readonly lens: Lens;
  /** Every restraint that gives this verdict: whoever any of them is owed to may object. */
  readonly restraints: () => readonly Undertaking[];
  readonly judgement: () => Judgement;
  /** Every region that bears on it: both clauses', their exceptions', the waivers'. */
  readonly boxes: () => readonly Box[];
  readonly nearMiss?: NearMiss;
}

/** What was found of two clauses. */
export interface PairVerdict {
  /** The clause that deals, and the one that restrains. */
  readonly deal: Clause;
  readonly restraint: Clause;
  readonly verdict: Verdict | 'too complex';
  readonly byReading: ReadonlyMap<string, Verdict>;
  /** Absent where it is clear. */
  readonly shown?: Shown;
}

/** What is judged by now: pairs that a change has not touched are shown by what came with it. */
export interface PairContext {
  readonly model: Model;
  readonly lenses: readonly Lens[];
  /** One a lens. */
  readonly quick: readonly QuickJudge[];
  readonly withNearMisses: boolean;
}

/** Every way in which two clauses meet, whichever restrains. */
export function relationsBetween(model: Model, view: View, a: Clause, b: Clause): Relation[] {
  const relations: Relation[] = [];
  const meet = (restraints: readonly Undertaking[], others: readonly Undertaking[]): void => {
    for (const restraint of restraints) {
      if (!isRestraint(restraint)) continue;
      for (const other of others) {
        const role = roleOf(restraint, other);
        if (role) relations.push({ role, deal: other, restraint });
      }
    }
  };
  const of = (clause: Clause): Undertaking[] => {
    const own = view.undertakingsOf(clause);
    const taken = own
      .filter(({ effect }) => effect === 'permits' || effect === 'obliges')
      .map((one) => received(model, one))
      .filter((one) => one !== undefined);
    return [...own, ...taken];
  };
  meet(of(a), of(b));
  meet(
    of(b),
    of(a).filter(({ effect }) => effect !== 'excludes'),
  );
  return relations;
}

const clearPair = (context: PairContext, deal: Clause, restraint: Clause): PairVerdict => ({
  deal,
  restraint,
  verdict: 'clear',
  byReading: new Map(context.lenses.map(({ reading }) => [reading, 'clear'])),
});

/** The one verdict of two clauses, from every way in which they meet, under every reading. */
export function judgePair(
  context: PairContext,
  view: View,
  relations: readonly Relation[],
  a: Clause,
  b: Clause,
): PairVerdict {
  if (relations.length === 0 || yields(context.model, a, b) || yields(context.model, b, a))
    return clearPair(context, a, b);
  const byReading = new Map<string, Verdict>();
  let worst: (Worst & { readonly at: number }) | undefined;
  for (let index = 0; index < context.lenses.length; index++) {
    const lens = context.lenses[index];
    const found = worstUnder(context, view, relations, index);
    if (found === 'too complex') return { ...clearPair(context, a, b), verdict: found };
    byReading.set(lens.reading, found.verdict);
    if (!worst || rankOf(found.verdict) > rankOf(worst.verdict)) worst = { ...found, at: index };
  }
  const relation = worst?.relations[0];
  if (!worst || !relation) return clearPair(context, a, b);
  const { at, nearMiss, relations: shownBy } = worst;
  const inEveryWorld = worst.verdict === 'conflict';
  let { judgement } = worst;
  let judgedUnder = context.lenses[at];
  const { role, deal, restraint } = relation;
  return {
    deal: deal.clause,
    restraint: restraint.clause,
    verdict: combineReadings([...byReading.values()]),
    byReading,
    shown: {
      role,
      deal,
      restraint,
      get lens() {
        return context.lenses[at];
      },
      nearMiss,
      restraints: () => [...new Set(shownBy.flatMap((one) => restraintsOf(one)))],
      boxes: () => boxesOf(relation, offersOn(context, view, relation)),
      judgement: () => {
        const lens = context.lenses[at];
        if (!judgement || lens !== judgedUnder) {
          judgement = judge(lens, role, deal, restraint, offersOn(context, view, relation), inEveryWorld);
          judgedUnder = lens;
        }
        return judgement;
      },
    },
  };
}

function boxesOf({ deal, restraint }: Relation, offers: readonly WaiverOffer[]): Box[] {
  const undertakings = [deal, restraint, ...offers.flatMap(({ waivers }) => waivers)];
  return undertakings.flatMap((one) => [one, ...one.exceptions]);
}

/** Where two restraints leave nobody, both of them. */
const restraintsOf = ({ role, deal, restraint }: Relation): Undertaking[] =>
  role === 'standoff' ? [restraint, deal] : [restraint];

const offersOn = (context: PairContext, view: View, relation: Relation): readonly WaiverOffer[] =>
  restraintsOf(relation).flatMap((restraint) => offersFor(context, view, restraint));

interface Worst {
  readonly verdict: Verdict;
  /** Every relation that has the verdict, the first being the one shown. */
  readonly relations: readonly Relation[];
  /** Of the relation shown, where it took a full judgement. */
  readonly judgement?: Judgement | undefined;
  readonly nearMiss?: NearMiss;
}

function worstUnder(
  context: PairContext,
  view: View,
  relations: readonly Relation[],
  index: number,
): Worst | 'too complex' {
  const lens = context.lenses[index];
  let found: Worst = NOTHING_FOUND;
  const apart: Relation[] = [];
  for (const relation of relations) {
    const { role, deal, restraint } = relation;
    const offers = offersOn(context, view, relation);
    const quick =
      offers.length > 0 ? 'unsure' : (relation.quick?.[index] ?? context.quick[index](role, deal, restraint));
    if (quick === 'clear') continue;
    const judgement = quick === 'unsure' ? judge(lens, role, deal, restraint, offers) : undefined;
    const verdict = judgement?.verdict ?? (quick === 'conflict' || quick === 'depends' ? quick : 'clear');
    if (verdict === 'too complex') return verdict;
    if (verdict === 'clear') apart.push(relation);
    else if (verdict === found.verdict) found = { ...found, relations: [...found.relations, relation] };
    else if (rankOf(verdict) > rankOf(found.verdict)) found = { verdict, relations: [relation], judgement };
  }
  if (found.verdict !== 'clear' || !context.withNearMisses) return found;
  for (const relation of apart) {
    const { role, deal, restraint } = relation;
    const nearMiss = findNearMiss(lens, role, deal, restraint, offersOn(context, view, relation));
    if (nearMiss) return { verdict: 'near miss', relations: [relation], nearMiss };
  }
  return found;
}

const NOTHING_FOUND: Worst = { verdict: 'clear', relations: [] };

/** The waivers that may answer a restraint, by the party that could object; none unless each of them may have given one. */
function offersFor({ model, lenses }: PairContext, view: View, restraint: Undertaking): readonly WaiverOffer[] {
  if (view.waivers.length === 0) return NO_OFFERS;
  const known = view.offers.get(restraint);
  if (known) return known;
  const parties = lenses[0].parties;
  const overlap = (a: ValueId, b: ValueId): boolean =>
    intersects(mayBind(lenses, a), mayBind(lenses, b), lenses[0].taxonomy(parties).atomCount);
  const offer = (party: SetExpression): WaiverOffer => {
    const objector = model.intern(parties, party);
    const waivers = view.waivers.filter(
      (waiver) =>
        waiver.by !== SILENT &&
        overlap(waiver.by, objector) &&
        (waiver.to === SILENT || restraint.by === SILENT || overlap(waiver.to, restraint.by)) &&
        isAbout(model, waiver.clause, restraint.clause),
    );
    return { against: restraint, objector, waivers };
  };
  const offers = restraint.owedTo.map(offer);
  const complete = offers.length > 0 && offers.every(({ waivers }) => waivers.length > 0) ? offers : NO_OFFERS;
  view.offers.set(restraint, complete);
  return complete;
}

const NO_OFFERS: readonly WaiverOffer[] = [];

const isAbout = (model: Model, waiver: Clause, restraint: Clause): boolean =>
  waiver.of === undefined || names(model, waiver.of, waiver.deal, restraint);

/** Whether a reference means a clause: it, another version of it, or the deal that it belongs to or joined. */
function names(model: Model, reference: Reference, from: Deal, clause: Clause): boolean {
  const target = resolveReference(model, reference.path, from);
  if (target.kind === 'deal') return target.deal === clause.deal || amendedBy(model, clause.deal).includes(target.deal);
  if (target.kind !== 'clause') return false;
  if (target.clause === clause) return true;
  if (target.clause.label === undefined || target.clause.label !== clause.label) return false;
  const family = new Set([target.clause.deal, ...amendedBy(model, target.clause.deal)]);
  return family.has(clause.deal) || amendedBy(model, clause.deal).some((deal) => family.has(deal));
}

/** Whether a clause gives way to another wherever they meet. */
const yields = (model: Model, one: Clause, other: Clause): boolean =>
  one.subjectTo.some((reference) => names(model, reference, one.deal, other)) ||
  other.notwithstanding.some((reference) => names(model, reference, other.deal, one));
