import { amendedBy, areOfOneChain } from '../model/deal-links.ts';
import type { Clause, Deal, Model, Reference, ValueId } from '../model/model.ts';
import { SILENT } from '../model/model.ts';
import { resolveReference } from '../model/references.ts';
import type { Box, Undertaking } from '../model/undertakings.ts';
import { intersects } from '../terms/atom-set.ts';
import type { SetExpression } from '../terms/set-expression.ts';
import type { Stretch } from '../terms/stretches.ts';
import type { VariableId } from '../terms/time.ts';
import { type Collision, collidingDays, factsBehind } from './colliding-days.ts';
import { judge } from './judge.ts';
import type { Judgement, Role, World } from './judgement.ts';
import type { Lens } from './lens.ts';
import { clausesOf, dealOf, inOrderOfPromises, inTurn, type Meeting, restraintOf } from './meetings.ts';
import { findNearMiss, type NearMiss } from './near-miss.ts';
import { type QuickVerdict, quickVerdict } from './quick.ts';
import { Trait } from './row-traits.ts';
import type { WaiverOffer } from './scene.ts';
import { combineReadings, rankOf, type Verdict } from './verdict.ts';
import { mayBind, type View } from './view.ts';

/** How two undertakings meet. */
export interface Relation {
  readonly role: Role;
  readonly deal: Undertaking;
  readonly restraint: Undertaking;
}

/** The relation and reading that show a verdict, and how it was reached. */
export interface Shown extends Relation {
  readonly lens: Lens;
  /** Every restraint that gives this verdict. */
  restraints(): readonly Undertaking[];
  /** Whoever a restraint that gives this verdict is owed to, and who has not consented to all that it keeps from. */
  objectors(): readonly SetExpression[];
  /**
   * The same by what is to be consented to: for each way in which the clauses collide, the restraints of which one is enough,
   * each with all whose consent it takes.
   */
  objectorsByRestraint(): readonly (readonly (readonly SetExpression[])[])[];
  judgement(): Judgement;
  /** The days on which the clauses collide in any of the ways that give this verdict; undefined where they are too many. */
  days(): readonly Stretch[] | undefined;
  /** The undated events and renewals on which the use of the judgement's world rests. */
  factsBehind(world: World): readonly VariableId[];
  /** Every region that bears on it: both clauses', their exceptions', the waivers'. */
  boxes(): readonly Box[];
  readonly nearMiss?: NearMiss | undefined;
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
  readonly withNearMisses: boolean;
}

export const clearPair = (context: PairContext, deal: Clause, restraint: Clause): PairVerdict => ({
  deal,
  restraint,
  verdict: 'clear',
  byReading: new Map(context.lenses.map(({ reading }) => [reading, 'clear'])),
});

/**
 * The one verdict of two clauses, from every way in which they meet, under every reading; undefined where they are clear.
 * `met` are all their meetings, one at least.
 */
export function judgePair(context: PairContext, view: View, met: readonly Meeting[]): PairVerdict | undefined {
  const inOrder = inOrderOfPromises(met);
  if (doesOneYield(context.model, inOrder[0])) return undefined;
  const byReading = new Map<string, Verdict>();
  let worst: { readonly found: Worst; readonly at: number } | undefined;
  for (let index = 0; index < context.lenses.length; index++) {
    const lens = context.lenses[index];
    const found = worstUnder(context, view, inOrder, index);
    if (found === 'too complex') {
      return { ...clearPair(context, ...inTurn(...clausesOf(inOrder[0]))), verdict: found };
    }
    byReading.set(lens.reading, found.verdict);
    if (!worst || rankOf(found.verdict) > rankOf(worst.found.verdict)) worst = { found, at: index };
  }
  if (!worst || worst.found.meetings.length === 0) return undefined;
  const { found, at } = worst;
  const verdict = combineReadings([...byReading.values()]);
  return new FoundPair(found.meetings[0], verdict, byReading, () => new ShownPair(context, view, found, at));
}

/** What shows a verdict is put together when somebody asks: of most pairs a search needs to know no more than the verdict. */
class FoundPair implements PairVerdict {
  readonly deal: Clause;
  readonly restraint: Clause;
  private known: Shown | undefined;

  constructor(
    meeting: Meeting,
    readonly verdict: Verdict,
    readonly byReading: ReadonlyMap<string, Verdict>,
    private readonly show: () => Shown,
  ) {
    [this.restraint, this.deal] = clausesOf(meeting);
  }

  get shown(): Shown {
    this.known ??= this.show();
    return this.known;
  }
}

class ShownPair implements Shown {
  readonly role: Role;
  readonly deal: Undertaking;
  readonly restraint: Undertaking;
  private judgedUnder: Lens;
  private known: Judgement | undefined;

  constructor(
    private readonly context: PairContext,
    private readonly view: View,
    private readonly worst: Worst,
    private readonly at: number,
  ) {
    const [meeting] = worst.meetings;
    this.role = meeting.role;
    this.deal = dealOf(meeting);
    this.restraint = restraintOf(meeting);
    this.judgedUnder = context.lenses[at];
    this.known = worst.judgement;
  }

  get lens(): Lens {
    return this.context.lenses[this.at];
  }

  get nearMiss(): NearMiss | undefined {
    return this.worst.nearMiss;
  }

  restraints(): readonly Undertaking[] {
    const { meetings } = this.worst;
    if (meetings.length === 1) return restraintsOf(this);
    return [...new Set(meetings.flatMap((one) => restraintsOf(relationOf(one))))];
  }

  objectors(): readonly SetExpression[] {
    return this.objectorsByRestraint().flat(2);
  }

  objectorsByRestraint(): readonly (readonly (readonly SetExpression[])[])[] {
    return this.worst.meetings.map((meeting) => {
      const relation = relationOf(meeting);
      const { role, deal, restraint } = relation;
      const owed = restraintsOf(relation);
      if (this.view.waivers.length === 0) return owed.map(({ owedTo }) => owedTo);
      const hasConsented = (offer: WaiverOffer): boolean =>
        offer.waivers.length > 0 && judge(this.lens, role, deal, restraint, [offer]).verdict === 'clear';
      return owed.map((one) =>
        one.owedTo.filter((party) => !hasConsented(offerOf(this.context, this.view, one, party))),
      );
    });
  }

  boxes(): readonly Box[] {
    return boxesOf(this, offersOn(this.context, this.view, this));
  }

  judgement(): Judgement {
    const { lens } = this;
    if (!this.known || lens !== this.judgedUnder) {
      const offers = offersOn(this.context, this.view, this);
      this.known = judge(lens, this.role, this.deal, this.restraint, offers, this.worst.verdict === 'conflict');
      this.judgedUnder = lens;
    }
    return this.known;
  }

  days(): readonly Stretch[] | undefined {
    const { meetings } = this.worst;
    return collidingDays(this.lens, meetings.map(relationOf).map(this.collisionOf));
  }

  factsBehind(world: World): readonly VariableId[] {
    return factsBehind(this.lens, this.collisionOf(this), world);
  }

  private readonly collisionOf = (relation: Relation): Collision => ({
    role: relation.role,
    deal: relation.deal,
    restraint: relation.restraint,
    offers: offersOn(this.context, this.view, relation),
  });
}

const relationOf = (meeting: Meeting): Relation => ({
  role: meeting.role,
  deal: dealOf(meeting),
  restraint: restraintOf(meeting),
});

function boxesOf({ deal, restraint }: Relation, offers: readonly WaiverOffer[]): Box[] {
  const undertakings = [deal, restraint, ...offers.flatMap(({ waivers }) => waivers)];
  return undertakings.flatMap((one) => [one, ...one.exceptions]);
}

/** Where two restraints leave nobody, both of them. */
const restraintsOf = ({ role, deal, restraint }: Relation): Undertaking[] =>
  role === 'standoff' ? [restraint, deal] : [restraint];

const offersOn = (context: PairContext, view: View, relation: Relation): readonly WaiverOffer[] =>
  view.waivers.length === 0
    ? NO_OFFERS
    : restraintsOf(relation).flatMap((restraint) => offersFor(context, view, restraint));

interface Worst {
  readonly verdict: Verdict;
  /** Every meeting that has the verdict, the first being the one shown. */
  readonly meetings: readonly Meeting[];
  /** Of the meeting shown, where it took a full judgement. */
  readonly judgement?: Judgement | undefined;
  readonly nearMiss?: NearMiss;
}

function worstUnder(context: PairContext, view: View, met: readonly Meeting[], index: number): Worst | 'too complex' {
  const lens = context.lenses[index];
  let found: Worst = NOTHING_FOUND;
  const apart: Meeting[] = [];
  for (const meeting of met) {
    const quick = quickUnder(context, view, meeting, index);
    if (quick === 'clear') continue;
    const judgement = quick === 'unsure' ? judgeInFull(context, view, meeting, lens) : undefined;
    const verdict = judgement?.verdict ?? (quick === 'conflict' || quick === 'depends' ? quick : 'clear');
    if (verdict === 'too complex') return verdict;
    if (verdict === 'clear') apart.push(meeting);
    else if (verdict === found.verdict) found = { ...found, meetings: [...found.meetings, meeting] };
    else if (rankOf(verdict) > rankOf(found.verdict)) found = { verdict, meetings: [meeting], judgement };
  }
  if (found.verdict !== 'clear' || !context.withNearMisses) return found;
  for (const meeting of apart) {
    const relation = relationOf(meeting);
    const { role, deal, restraint } = relation;
    const nearMiss = findNearMiss(lens, role, deal, restraint, offersOn(context, view, relation));
    if (nearMiss) return { verdict: 'near miss', meetings: [meeting], nearMiss };
  }
  return found;
}

const NOTHING_FOUND: Worst = { verdict: 'clear', meetings: [] };

/** What can be said at once, unless somebody may have waived the restraint. */
function quickUnder(context: PairContext, view: View, meeting: Meeting, index: number): QuickVerdict {
  if (view.waivers.length > 0 && offersOn(context, view, relationOf(meeting)).length > 0) return 'unsure';
  const { role, restraints, restraintRow, deals, dealRow, quick } = meeting;
  return quick[index] ?? quickVerdict(role, restraints[index], restraintRow, deals[index], dealRow);
}

function judgeInFull(context: PairContext, view: View, meeting: Meeting, lens: Lens): Judgement {
  const relation = relationOf(meeting);
  return judge(lens, relation.role, relation.deal, relation.restraint, offersOn(context, view, relation));
}

/** The waivers that may answer a restraint, by the party that could object; none unless each of them may have given one. */
function offersFor(context: PairContext, view: View, restraint: Undertaking): readonly WaiverOffer[] {
  const known = view.offers.get(restraint);
  if (known) return known;
  const offers = restraint.owedTo.map((party) => offerOf(context, view, restraint, party));
  const complete = offers.length > 0 && offers.every(({ waivers }) => waivers.length > 0) ? offers : NO_OFFERS;
  view.offers.set(restraint, complete);
  return complete;
}

const NO_OFFERS: readonly WaiverOffer[] = [];

/** The waivers of one party that may answer a restraint. */
function offerOf(
  { model, lenses }: PairContext,
  view: View,
  restraint: Undertaking,
  party: SetExpression,
): WaiverOffer {
  const { parties, taxonomy } = lenses[0];
  const overlap = (a: ValueId, b: ValueId): boolean =>
    intersects(mayBind(lenses, a), mayBind(lenses, b), taxonomy(parties).atomCount);
  const objector = model.intern(parties, party);
  const waivers = view.waivers.filter(
    (waiver) =>
      waiver.by !== SILENT &&
      overlap(waiver.by, objector) &&
      (waiver.to === SILENT || restraint.by === SILENT || overlap(waiver.to, restraint.by)) &&
      isAbout(model, waiver.clause, restraint.clause),
  );
  return { against: restraint, objector, waivers };
}

const isAbout = (model: Model, waiver: Clause, restraint: Clause): boolean =>
  waiver.of === undefined || names(model, waiver.of, waiver.deal, restraint);

/** Whether a reference means a clause: it, another version of it, or the deal that it belongs to or joined. */
function names(model: Model, reference: Reference, from: Deal, clause: Clause): boolean {
  const target = resolveReference(model, reference.path, from);
  if (target.kind === 'deal') return target.deal === clause.deal || amendedBy(model, clause.deal).includes(target.deal);
  if (target.kind !== 'clause') return false;
  if (target.clause === clause) return true;
  if (target.clause.label === undefined || target.clause.label !== clause.label) return false;
  return areOfOneChain(model, target.clause.deal, clause.deal);
}

/** Whether one of two clauses that meet gives way to the other. */
function doesOneYield(model: Model, meeting: Meeting): boolean {
  const { restraints, restraintRow, deals, dealRow } = meeting;
  if (((restraints[0].traits[restraintRow] | deals[0].traits[dealRow]) & Trait.ranked) === 0) return false;
  return isOneRanked(model, ...clausesOf(meeting));
}

/** Whether one of two clauses gives way to the other wherever they meet. */
export const isOneRanked = (model: Model, one: Clause, other: Clause): boolean =>
  yields(model, one, other) || yields(model, other, one);

/** Whether a clause gives way to another wherever they meet. */
const yields = (model: Model, one: Clause, other: Clause): boolean =>
  one.subjectTo.some((reference) => names(model, reference, one.deal, other)) ||
  other.notwithstanding.some((reference) => names(model, reference, other.deal, one));
