import { UNRESTRICTED, type ValueId } from '../model/model.ts';
import { altered, type Box, type Undertaking } from '../model/undertakings.ts';
import { type SetExpression, type TermId, termsNamedIn } from '../terms/set-expression.ts';
import { statedDistinct, type Taxonomy } from '../terms/taxonomy.ts';
import { judge } from './judge.ts';
import type { Role } from './judgement.ts';
import { createLens, type Lens } from './lens.ts';
import type { WaiverOffer } from './scene.ts';

/** Two terms that would make a clear pair collide if they shared something. */
export interface NearMiss {
  readonly dimension: number;
  readonly terms: readonly [TermId, TermId];
}

/** In a dimension of more terms than this, only those under the terms that the two clauses name are paired. */
const FEW_TERMS = 60;

/**
 * Finds one pair of terms with a common ancestor, nowhere stated distinct, that would make the pair of undertakings not
 * clear if they shared something. Assumes that it is clear.
 */
export function findNearMiss(
  lens: Lens,
  role: Role,
  deal: Undertaking,
  restraint: Undertaking,
  offers: readonly WaiverOffer[],
): NearMiss | undefined {
  const { regionDimensions } = lens.model;
  const carving = boxesThatCarve(deal, restraint, offers);
  for (let dimension = 0; dimension < regionDimensions.length; dimension++) {
    const { question, measured } = regionDimensions[dimension];
    if (measured || question === 'who') continue;
    const dealt = deal.values[dimension];
    const ruled = restraint.values[dimension];
    const isCarved = isAnyRestricted(carving, dimension);
    // Where one of them takes everything, what two terms share changes nothing.
    if (!isCarved && (dealt <= UNRESTRICTED || ruled <= UNRESTRICTED)) continue;
    if (!isCarved && !mayComeTogether(lens, dimension, dealt, ruled)) continue;
    if (!isCarved && !restsOn(lens, dimension, role, deal, restraint)) continue;
    for (const pair of findPairs(lens, dimension, dealt, ruled, isCarved)) {
      const shared = sharing(lens, dimension, pair);
      const { verdict } = judge(shared, role, deal, restraint, offers);
      if (verdict !== 'clear' && verdict !== 'too complex') return { dimension, terms: pair };
    }
  }
  return undefined;
}

/** Exceptions and waivers: in a dimension of which they speak, a term may matter that neither value names. */
function boxesThatCarve(deal: Undertaking, restraint: Undertaking, offers: readonly WaiverOffer[]): readonly Box[] {
  const waivers = offers.length === 0 ? NO_BOXES : offers.flatMap((offer) => offer.waivers.flatMap(withExceptions));
  return waivers.concat(deal.exceptions, restraint.exceptions);
}

const NO_BOXES: readonly Box[] = [];
const withExceptions = (waiver: Undertaking): readonly Box[] => [waiver, ...waiver.exceptions];

function isAnyRestricted(boxes: readonly Box[], dimension: number): boolean {
  for (const { values } of boxes) if (values[dimension] > UNRESTRICTED) return true;
  return false;
}

/** Whether the pair would be anything but clear if this dimension did not keep the two apart. */
const restsOn = (lens: Lens, dimension: number, role: Role, deal: Undertaking, restraint: Undertaking): boolean =>
  judge(lens, role, freeIn(dimension, deal), freeIn(dimension, restraint), []).verdict !== 'clear';

const freeIn = (dimension: number, one: Undertaking): Undertaking =>
  altered(one, { values: one.values.map((value, index) => (index === dimension ? UNRESTRICTED : value)) });

/** Answers about two values of a dimension: the search asks about the same ones again and again. */
interface Answers {
  /** How many values there is room for in the table, which has a byte for two of them. */
  readonly values: number;
  readonly bytes: Uint8Array;
  /** About those beyond. */
  readonly others: Map<number, boolean>;
  /** By value, of those that were asked about. */
  readonly inTrees: InTree[];
}

const NO = 1;
const YES = 2;
/** In a dimension with more values a table of all pairs would be too large. */
const MOST_VALUES = 1_024;

const answered = new WeakMap<Lens, Answers[]>();

/** Whether any two terms could bring two values of a dimension together. */
export function mayComeTogether(lens: Lens, dimension: number, dealt: ValueId, ruled: ValueId): boolean {
  const answers = answersOf(lens, dimension);
  const { values, bytes, others } = answers;
  if (dealt < values && ruled < values) {
    const at = dealt * values + ruled;
    if (bytes[at] === 0) bytes[at] = isAnyPair(answers, lens, dimension, dealt, ruled) ? YES : NO;
    return bytes[at] === YES;
  }
  const key = dealt * 0x4000000 + ruled;
  let answer = others.get(key);
  if (answer === undefined) {
    answer = isAnyPair(answers, lens, dimension, dealt, ruled);
    others.set(key, answer);
  }
  return answer;
}

function isAnyPair({ inTrees }: Answers, lens: Lens, dimension: number, dealt: ValueId, ruled: ValueId): boolean {
  inTrees[dealt] ??= inTreeOf(lens, dimension, dealt);
  inTrees[ruled] ??= inTreeOf(lens, dimension, ruled);
  const one = inTrees[dealt];
  const other = inTrees[ruled];
  if (one === NOT_IN_TREE || other === NOT_IN_TREE) {
    return findPairs(lens, dimension, dealt, ruled, false).next().done === false;
  }
  // Terms have an ancestor in common only where they are of one tree.
  return one.top === other.top && isOpenQuestion(lens.taxonomy(dimension), one.term, other.term);
}

/** A value that is one term of a tree of terms, and the term at the top of that. */
interface InTree {
  readonly term: TermId;
  readonly top: TermId;
}

const NOT_IN_TREE: InTree = { term: -1, top: -1 };

function inTreeOf(lens: Lens, dimension: number, value: ValueId): InTree {
  const taxonomy = lens.taxonomy(dimension);
  const term = shareableTerms(taxonomy).areForest ? plainTerm(lens, dimension, value) : undefined;
  if (term === undefined) return NOT_IN_TREE;
  for (const top of taxonomy.ancestors(term)) if (taxonomy.terms.get(top)?.parents.length === 0) return { term, top };
  return NOT_IN_TREE;
}

function answersOf(lens: Lens, dimension: number): Answers {
  let known = answered.get(lens);
  if (!known) {
    known = [];
    answered.set(lens, known);
  }
  if (!known[dimension]) {
    const values = Math.min(lens.model.values[dimension].length, MOST_VALUES);
    known[dimension] = { values, bytes: new Uint8Array(values * values), others: new Map(), inTrees: [] };
  }
  return known[dimension];
}

/** The terms of a dimension that others may share something with. */
interface Shareable {
  readonly terms: readonly TermId[];
  /** Whether any two of them are paired where what the clauses name does not suffice. */
  readonly areFew: boolean;
  /** Whether no term lies in several others: terms below two that are apart then meet only where these do. */
  readonly areForest: boolean;
}

const shareable = new WeakMap<Taxonomy, Shareable>();

export function shareableTerms(taxonomy: Taxonomy): Shareable {
  let known = shareable.get(taxonomy);
  if (!known) {
    const all = [...taxonomy.terms.keys()];
    const terms = all.filter((id) => isEligible(taxonomy, id));
    const areForest = all.every((id) => taxonomy.terms.get(id)!.parents.length <= 1);
    known = { terms, areFew: terms.length <= FEW_TERMS, areForest };
    shareable.set(taxonomy, known);
  }
  return known;
}

/** What reads best comes first. Not worked out further than is asked for. */
function* findPairs(
  lens: Lens,
  dimension: number,
  dealt: ValueId,
  ruled: ValueId,
  isCarved: boolean,
): Generator<readonly [TermId, TermId]> {
  const taxonomy = lens.taxonomy(dimension);
  const { terms, areFew, areForest } = shareableTerms(taxonomy);
  if (terms.length < 2) return;
  const one = !isCarved && areForest ? plainTerm(lens, dimension, dealt) : undefined;
  const other = one === undefined ? undefined : plainTerm(lens, dimension, ruled);
  if (one !== undefined && other !== undefined) {
    if (isOpenQuestion(taxonomy, one, other)) yield [one, other];
    return;
  }
  const values = [dealt, ruled];
  const named = values.map((value) => namedBy(lens, dimension, value));
  const meets = (a: TermId, b: TermId): boolean => mayMeet(taxonomy, a, b) && bothReach(lens, dimension, values, a, b);
  const tried = new Set<number>();
  for (const a of named[0]) {
    if (!isEligible(taxonomy, a)) continue;
    for (const b of named[1]) {
      if (isEligible(taxonomy, b) && isFirst(tried, a, b) && meets(a, b)) yield [a, b];
    }
  }
  const arePlain = !isCarved && values.every((value) => isPlainList(lens, dimension, value));
  if (arePlain && (areForest || areApart(taxonomy, named))) return;
  const [left, right] = areFew ? [terms, terms] : values.map((value) => reaching(lens, dimension, value, terms));
  if (!haveCommonAncestor(taxonomy, left, right)) return;
  for (const a of left) {
    for (const b of right) if (isFirst(tried, a, b) && meets(a, b)) yield [a, b];
  }
}

/** Whether each of some terms is stated to share nothing with each of others: neither does anything in them. */
const areApart = (taxonomy: Taxonomy, [some, others]: readonly (readonly TermId[])[]): boolean =>
  some.every((a) => others.every((b) => statedDistinct(taxonomy, a, b)));

/** Whether two terms come together for the first time. */
function isFirst(tried: Set<number>, a: TermId, b: TermId): boolean {
  const key = a < b ? a * 0x4000000 + b : b * 0x4000000 + a;
  if (tried.has(key)) return false;
  tried.add(key);
  return true;
}

function haveCommonAncestor({ ancestors }: Taxonomy, left: readonly TermId[], right: readonly TermId[]): boolean {
  const above = new Set<TermId>();
  for (const id of left) for (const term of ancestors(id)) above.add(term);
  return right.some((id) => {
    for (const term of ancestors(id)) if (above.has(term)) return true;
    return false;
  });
}

/** Whether what a term shares with another may be a question that nobody has answered. */
function isEligible({ terms }: Taxonomy, id: TermId): boolean {
  const term = terms.get(id);
  return term !== undefined && !term.equals && !term.builtIn && term.parents.length > 0;
}

/** The one term that a value is; undefined where it is more than that, one defined by `=`, or open. */
function plainTerm({ model, terms }: Lens, dimension: number, value: ValueId): TermId | undefined {
  const expression = value > UNRESTRICTED ? model.values[dimension][value] : undefined;
  if (expression?.kind !== 'term') return undefined;
  const { equals, open } = terms[expression.term];
  return equals || open ? undefined : expression.term;
}

/** The terms that a value names, those in place of which it names one defined by `=` included. */
function namedBy(lens: Lens, dimension: number, value: ValueId): TermId[] {
  if (value <= UNRESTRICTED) return [];
  const expand = (term: TermId): TermId[] => {
    const { equals } = lens.terms[term];
    return equals ? termsNamedIn(equals).flatMap(expand) : [term];
  };
  return termsNamedIn(lens.model.values[dimension][value]).flatMap(expand);
}

/** Whether a value is terms and lists of terms only, none of them open: it holds what is stated, and nothing is taken away. */
function isPlainList(lens: Lens, dimension: number, value: ValueId): boolean {
  const plain = (expression: SetExpression): boolean => {
    switch (expression.kind) {
      case 'all':
      case 'except':
        return false;
      case 'union':
        return expression.items.every(plain);
      case 'term': {
        const { equals, open } = lens.terms[expression.term];
        return equals ? plain(equals) : !open;
      }
    }
  };
  return value > UNRESTRICTED && plain(lens.model.values[dimension][value]);
}

/** Terms of which everything lies in the undertaking's value. */
function reaching(lens: Lens, dimension: number, value: ValueId, all: readonly TermId[]): TermId[] {
  if (value <= UNRESTRICTED) return [...all];
  const { ancestors } = lens.taxonomy(dimension);
  return all.filter((id) =>
    mayHold(lens, lens.model.values[dimension][value], (term) => ancestors(id).has(term), true),
  );
}

/** Whether something of which the stated terms are known may (or, without `most`, must) lie in an expression. */
function mayHold(lens: Lens, expression: SetExpression, stated: (term: TermId) => boolean, most: boolean): boolean {
  switch (expression.kind) {
    case 'all':
      return true;
    case 'term': {
      const { equals, open } = lens.terms[expression.term];
      if (equals) return mayHold(lens, equals, stated, most);
      return stated(expression.term) || (most && open);
    }
    case 'union':
      return expression.items.some((item) => mayHold(lens, item, stated, most));
    case 'except':
      return mayHold(lens, expression.base, stated, most) && !mayHold(lens, expression.minus, stated, !most);
  }
}

/** Whether two terms may share something, and nobody has said whether they do. */
const isOpenQuestion = (taxonomy: Taxonomy, a: TermId, b: TermId): boolean =>
  isEligible(taxonomy, a) && isEligible(taxonomy, b) && mayMeet(taxonomy, a, b);

function mayMeet(taxonomy: Taxonomy, a: TermId, b: TermId): boolean {
  if (a === b) return false;
  const above = taxonomy.ancestors(a);
  const beside = taxonomy.ancestors(b);
  if (above.has(b) || beside.has(a)) return false;
  for (const term of above) if (beside.has(term)) return !statedDistinct(taxonomy, a, b);
  return false;
}

/** What belongs to both terms must lie in both values, or it changes nothing. */
function bothReach(lens: Lens, dimension: number, values: readonly ValueId[], a: TermId, b: TermId): boolean {
  const { ancestors } = lens.taxonomy(dimension);
  const stated = (term: TermId): boolean => ancestors(a).has(term) || ancestors(b).has(term);
  return values.every(
    (value) => value <= UNRESTRICTED || mayHold(lens, lens.model.values[dimension][value], stated, true),
  );
}

const derived = new WeakMap<Lens, Map<string, Lens>>();

/** The lens with one more statement: the two terms overlap. */
function sharing(lens: Lens, dimension: number, [a, b]: readonly [TermId, TermId]): Lens {
  let known = derived.get(lens);
  if (!known) {
    known = new Map();
    derived.set(lens, known);
  }
  const key = `${a} ${b}`;
  let shared = known.get(key);
  if (!shared) {
    const terms = [...lens.terms];
    terms[a] = { ...terms[a], overlaps: [...terms[a].overlaps, b] };
    shared = createLens(lens.model, lens.reading, terms, lens.timeline, lens.asOf, { lens, changed: dimension });
    known.set(key, shared);
  }
  return shared;
}
