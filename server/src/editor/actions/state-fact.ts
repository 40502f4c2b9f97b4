import { phraseExpression } from '../../conflicts/describe.ts';
import type { Turn } from '../../conflicts/judgement.ts';
import type { Lens } from '../../conflicts/lens.ts';
import { NEVER } from '../../terms/calendar.ts';
import type { TermId } from '../../terms/set-expression.ts';
import type { FileEdit } from '../file-edit.ts';
import { withArgument } from './clause-edits.ts';
import { type CallClause, effectPhrase, names } from './phrases.ts';
import { withRelation } from './relation-edit.ts';
import type { Dispute, Resolution } from './resolution.ts';
import { termText } from './term-text.ts';
import type { Reach } from './trial-ground.ts';

/** Facts on which a verdict rests and that the language has words for: whoever knows them can state them. */
export function facts(dispute: Dispute): readonly Resolution[] {
  const { shown, verdict } = dispute;
  if (shown.nearMiss) return distinct(dispute, shown.nearMiss.terms);
  if (verdict !== 'depends') return [];
  const judgement = shown.judgement();
  if (judgement.verdict !== 'depends') return [];
  return judgement.turns.flatMap((turn) => statementOf(dispute, turn));
}

/** Says of two terms that they share nothing; of one of them, where the other cannot say it. */
function distinct(dispute: Dispute, [a, b]: readonly TermId[]): Resolution[] {
  const { model } = dispute;
  const [first, second] = [a, b].map((term) => model.terms[term].name);
  const said = (): string => `State that \`${first}\` and \`${second}\` are distinct`;
  const found = stated(dispute, withRelation(model, b, 'distinct from', a), 'any deal', said);
  return found.length > 0 ? found : stated(dispute, withRelation(model, a, 'distinct from', b), 'any deal', said);
}

function stated(
  { pair, trial, verdict }: Dispute,
  edit: FileEdit | undefined,
  reach: Reach,
  said: (call: CallClause) => string,
): Resolution[] {
  const outcome = edit && trial.outcomeOf({ edits: [edit], reach });
  if (outcome?.verdict !== 'clear') return [];
  return [
    {
      outcome,
      title: (call) => `${said(call)}${effectPhrase(verdict, outcome, call(pair.deal), call(pair.restraint))}`,
    },
  ];
}

function statementOf(dispute: Dispute, turn: Turn): Resolution[] {
  const { model, lens } = dispute;
  switch (turn.kind) {
    case 'affiliates': {
      const value = turn.collidesIncluded ? 'no' : 'yes';
      const verb = turn.collidesIncluded ? 'does not include' : 'includes';
      const edit = withArgument(turn.clause, 'affiliates', value);
      return stated(dispute, edit, 'a deal', (call) => `State that ${call(turn.clause)} ${verb} affiliates`);
    }
    case 'self': {
      const edit = withArgument(turn.clause, 'self', 'no');
      const promisor = names(turn.clause.by.map((party) => phraseExpression(lens, party)));
      return stated(
        dispute,
        edit,
        'a deal',
        (call) => `State that ${call(turn.clause)} does not shut out ${promisor} itself`,
      );
    }
    case 'membership':
      return membership(dispute, lens, turn);
    case 'event': {
      const term = model.lookup('event', lens.timeline[turn.variable].name);
      if (term === undefined) return [];
      // What has to come before a day is as clear where it never does.
      if (turn.clears >= NEVER || (turn.only && 'before' in turn.only)) return presumption(dispute, term, false);
      return turn.collides >= NEVER ? presumption(dispute, term, true) : [];
    }
    case 'order': {
      const { earlier } = turn.order;
      const term =
        earlier.kind === 'variable' ? model.lookup('event', lens.timeline[earlier.variable].name) : undefined;
      return term === undefined ? [] : presumption(dispute, term, false);
    }
    case 'state':
      return presumption(dispute, turn.term, !turn.collidesWhileHolding);
    case 'renewal':
    case 'who':
    case 'performance':
    case 'uptake':
    case 'standoff':
    case 'offer':
    case 'terms':
      return [];
  }
}

function presumption(dispute: Dispute, term: TermId, holds: boolean): Resolution[] {
  const { model } = dispute;
  const { name, dimension } = model.terms[term];
  const edit = withRelation(model, term, holds ? 'presumed yes' : 'presumed no');
  const verb = dimension === 'state' ? 'holds' : 'happens';
  return stated(dispute, edit, 'any deal', () => `Presume that \`${name}\` ${holds ? verb : `never ${verb}`}`);
}

function membership(dispute: Dispute, lens: Lens, turn: Turn & { readonly kind: 'membership' }): Resolution[] {
  const [{ term, dimension, what: slot, inside }] = turn.clears;
  if (slot.kind !== 'atom') return [];
  const { model } = dispute;
  const { upsets, ancestors } = lens.taxonomy(dimension);
  const upset = [...upsets[slot.atom]];
  const what = upset.find((one) => ancestors(one).size === upset.length);
  if (what === undefined) return [];
  const [name, other] = [termText(model, what, undefined), model.terms[term].name];
  const said = inside ? 'belongs' : 'does not belong';
  const edit = withRelation(model, what, inside ? 'in' : 'distinct from', term);
  return stated(dispute, edit, 'any deal', () => `State that \`${name}\` ${said} to \`${other}\``);
}
