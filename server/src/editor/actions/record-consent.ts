import { phraseExpression } from '../../conflicts/describe.ts';
import { type Clause, type Deal, type Model, SILENT } from '../../model/model.ts';
import type { Undertaking } from '../../model/undertakings.ts';
import { textOf } from '../../syntax/tree.ts';
import { argumentValue } from '../../syntax/values.ts';
import { ALL, expressionKey, type SetExpression } from '../../terms/set-expression.ts';
import type { FileEdit } from '../file-edit.ts';
import { argumentNamed, withClauseAfter, withLabel } from './clause-edits.ts';
import { type Exact, mostExact, tellingParts } from './most-exact.ts';
import { effectPhrase, names, partsPhrase } from './phrases.ts';
import type { Dispute, Resolution } from './resolution.ts';
import { type SharedPart, sharedParts } from './shared-part.ts';
import { setText } from './term-text.ts';
import type { Proposal } from './trial.ts';

/**
 * Records that whoever may object consents to what both clauses share. It stands in the deal whose clause restrains, for its
 * parties are the ones concerned; where a draft is one of the two, in the draft, since only there it counts.
 */
export function consents(dispute: Dispute): readonly Resolution[] {
  const { restraint } = dispute.shown;
  const restraints = dispute.shown.restraints();
  // Where both clauses restrain, it may be enough that one side consents.
  const found = consentUnder(dispute, [restraint]);
  if (restraints.length < 2 || found?.outcome.verdict === 'clear') return found ? [found] : [];
  return [consentUnder(dispute, restraints) ?? found ?? []].flat();
}

function consentUnder(dispute: Dispute, restraints: readonly Undertaking[]): Resolution | undefined {
  const { shown, lens, pair, trial, verdict } = dispute;
  const { deal, restraint } = shown;
  const objectors = restraints.flatMap(({ owedTo }) => owedTo);
  if (objectors.length === 0) return undefined;
  const home = homeFor(dispute, restraint.clause);
  const parts = tellingParts(dispute, sharedParts(dispute, restraint, deal, home.deal), restraint, deal);
  const found = mostExact(trial, parts, (chosen) => propose(dispute, restraints, chosen)) ?? whole(dispute, restraints);
  if (!found) return undefined;
  const { outcome } = found;
  const who = names([...new Set(objectors.map((party) => phraseExpression(lens, party)))]);
  const what = found.parts.length === 0 ? '' : ` to ${partsPhrase(found.parts)}`;
  const where = home.deal.status === 'draft' ? `, in the draft \`${home.deal.name}\`` : '';
  const under = [...new Set(restraints.map(({ clause }) => clause))];
  const other = pair.deal === restraint.clause ? pair.restraint : pair.deal;
  return {
    outcome,
    title: (call) =>
      `Record a consent of ${who}${what}, under ${names(under.map(call))}${where}${labelled(under)}${effectPhrase(verdict, outcome, call(other))}`,
  };
}

/** Says that clauses get labels, without which nothing can speak of them. */
const labelled = (clauses: readonly Clause[]): string =>
  clauses.every(({ label }) => label !== undefined) ? '' : ', which gets a label';

/** A consent to all that the restraint covers: where the other clause covers all of it. */
function whole(dispute: Dispute, restraints: readonly Undertaking[]): Exact | undefined {
  const proposal = propose(dispute, restraints, []);
  const outcome = proposal && dispute.trial.outcomeOf(proposal);
  return outcome && { parts: [], outcome };
}

/** The clause below which consents under a restraint are written. */
function homeFor({ pair }: Dispute, restraint: Clause): Clause {
  return [restraint, pair.deal, pair.restraint].find(({ deal }) => deal.status === 'draft') ?? restraint;
}

/** One consent for each party that may object, under each restraint. */
function propose(
  dispute: Dispute,
  restraints: readonly Undertaking[],
  parts: readonly SharedPart[],
): Proposal | undefined {
  const edits: FileEdit[] = [];
  const labels = new Map<Clause, string>();
  for (const restraint of restraints) {
    const { clause } = restraint;
    if (clause.label === undefined && !labels.has(clause)) {
      const { label, edit } = withLabel(dispute.model, clause);
      labels.set(clause, label);
      edits.push(edit);
    }
    const path = `${clause.deal.name}.${clause.label ?? labels.get(clause)}`;
    const home = homeFor(dispute, clause);
    for (const objector of restraint.owedTo) {
      const written = consentText(dispute, restraint, objector, path, home.deal, parts);
      if (written === undefined) return undefined;
      const edit = withClauseAfter(home, written);
      // A promise of several is one restraint for each of them, and one consent answers all.
      if (!edits.some(({ file, newText }) => file === edit.file && newText === edit.newText)) edits.push(edit);
    }
  }
  return { edits, labels, reach: 'any deal' };
}

function consentText(
  { model, lens }: Dispute,
  restraint: Undertaking,
  objector: SetExpression,
  path: string,
  home: Deal,
  parts: readonly SharedPart[],
): string | undefined {
  const by = setText(model, 'party', objector, home);
  const bound = restraint.by === SILENT ? undefined : model.values[lens.parties][restraint.by];
  const to = bound && setText(model, 'party', bound, home);
  if (by === undefined || (bound && to === undefined)) return undefined;
  const given = new Set(parts.map(({ name }) => name));
  const written = [
    `by = ${by}`,
    ...(bound && owesByDefault(home, objector, bound) ? [] : [`to = ${to ?? 'all'}`]),
    `of = ${path}`,
    ...notInherited(model, restraint, home, given),
    ...parts.map(({ argument }) => argument),
    ...ownDays(restraint.clause, home, given),
  ];
  return `consent(${written.join(', ')})`;
}

/** What the deal's header would narrow the consent to, unless it is written. */
function notInherited(model: Model, restraint: Undertaking, home: Deal, given: ReadonlySet<string>): string[] {
  return model.regionDimensions.flatMap(({ name }, index) => {
    const value = restraint.values[index];
    if (home.values[index] === SILENT || home.values[index] === value || given.has(name)) return [];
    return [`${name} = ${setText(model, name, value === SILENT ? ALL : model.values[index][value], home) ?? 'all'}`];
  });
}

/** The days that the restraint itself gives: the deal's may be fewer. In another deal they would mean something else. */
function ownDays(restraint: Clause, home: Deal, given: ReadonlySet<string>): string[] {
  if (home !== restraint.deal) return [];
  return ['from', 'until'].flatMap((name) => {
    for (let clause: Clause | undefined = restraint; clause && !given.has(name); clause = clause.parent) {
      const value = argumentNamed(clause, name) < 0 ? -1 : argumentValue(home.tree, argumentNamed(clause, name));
      if (value >= 0) return [`${name} = ${textOf(home.tree, value)}`];
    }
    return [];
  });
}

/** Whether a clause by a party is owed to the bound one without saying so. */
function owesByDefault(deal: Deal, objector: SetExpression, bound: SetExpression): boolean {
  const own = expressionKey(objector);
  const isTo = deal.to.some((party) => expressionKey(party) === own);
  const owed = isTo ? deal.by : deal.to;
  return owed.length === 1 && expressionKey(owed[0]) === expressionKey(bound);
}
