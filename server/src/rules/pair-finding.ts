import {
  asOne,
  namesWith,
  openInWitness,
  phrase,
  phraseExpression,
  placePhrase,
  slotPhrase,
  useSentence,
  witnessValues,
} from '../conflicts/describe.ts';
import type { Judgement, Turn, World } from '../conflicts/judgement.ts';
import type { Lens } from '../conflicts/lens.ts';
import type { NearMiss } from '../conflicts/near-miss.ts';
import type { PairVerdict, Relation, Shown } from '../conflicts/pair.ts';
import { provisoText } from '../conflicts/timed-text.ts';
import { turnText } from '../conflicts/turn-text.ts';
import { isBuiltInTerm } from '../model/context.ts';
import type { Clause } from '../model/model.ts';
import { SILENT, UNRESTRICTED } from '../model/model.ts';
import type { Undertaking } from '../model/undertakings.ts';
import { endOf } from '../syntax/tree.ts';
import { contains } from '../terms/atom-set.ts';
import { formatDay } from '../terms/calendar.ts';
import { namesFor, referenceTo, shortName } from './clause-reference.ts';
import { consentersTo } from './consenters.ts';
import { draftsAssumed } from './drafts.ts';
import type { Finding, Severity, Verdict } from './finding.ts';
import { fingerprint } from './fingerprint.ts';
import { endsBefore, windowOf } from './pair-window.ts';
import { presumptionsIn } from './presumptions.ts';
import { unsaidIn } from './unsaid.ts';

const SEVERITY: Readonly<Record<string, Severity>> = {
  conflict: 'error',
  disputed: 'warning',
  depends: 'warning',
  'near miss': 'information',
};

type PairRule = 'exclusive-deadlock' | 'exclusive-overlap' | 'first-refusal' | 'most-favoured' | 'forbidden-use';

/** Whether a rule is about pairs: of no other does a consent take anything away. */
export const isPairRule = (rule: string): boolean => Object.hasOwn(PAIR_RULES, rule);

const PAIR_RULES: Readonly<Record<PairRule, true>> = {
  'exclusive-deadlock': true,
  'exclusive-overlap': true,
  'first-refusal': true,
  'most-favoured': true,
  'forbidden-use': true,
};

/** The rule that a pair falls under, by what restrains. */
export function ruleOf({ role, restraint }: Relation): PairRule {
  if (role === 'standoff') return 'exclusive-deadlock';
  switch (restraint.effect) {
    case 'excludes':
      return 'exclusive-overlap';
    case 'preempts':
      return 'first-refusal';
    case 'equalizes':
      return 'most-favoured';
    default:
      return 'forbidden-use';
  }
}

/** A pair that is not clear, as a finding. Undefined when it is clear. */
export function pairFinding(pair: PairVerdict): Finding | undefined {
  if (pair.verdict === 'too complex') return notChecked(pair);
  if (pair.verdict === 'clear' || !pair.shown) return undefined;
  const { shown } = pair;
  return shown.nearMiss ? nearMissFinding(pair, shown, shown.nearMiss) : collisionFinding(pair, shown);
}

function nearMissFinding(pair: PairVerdict, shown: Shown, { terms }: NearMiss): Finding {
  const [one, other] = terms.map((term) => shown.lens.terms[term]);
  const [a, b] = [one, other].map(({ name }) => `\`${name}\``);
  return {
    ...aboutPair(pair, ruleOf(shown)),
    boundParty: boundPartyOf(shown),
    mayObject: objectorsTo(shown),
    message: `${namesOf(pair).join(' and ')} would collide if ${a} and ${b} shared anything`,
    assumptions: [
      ...draftsAssumed([pair.deal, pair.restraint]),
      `${a} and ${b} are nowhere stated distinct, and are taken to share nothing`,
    ],
    help:
      isBuiltInTerm(one) && isBuiltInTerm(other)
        ? `say which it is, as in \`${one.dimension} ${one.name} distinct from ${other.name}\`, or with \`overlaps\` or \`in\``
        : 'say which it is: `distinct from`, `overlaps` or `in`',
  };
}

function collisionFinding(pair: PairVerdict, shown: Shown): Finding | undefined {
  const { lens } = shown;
  const judgement = shown.judgement();
  if (judgement.verdict === 'clear' || judgement.verdict === 'too complex') return undefined;
  const { world } = judgement;
  const values = witnessValues(lens, world.cell);
  const boundParty = values.by ?? boundPartyOf(shown);
  const mayObject = objectorsTo(shown);
  const window = windowOf(shown.days(), lens.timeline);
  const past = window !== undefined && endsBefore(window, lens.asOf);
  const about = aboutPair(pair, ruleOf(shown));
  // One literal with every field: copies of an object of this size cost many times as much.
  return {
    rule: about.rule,
    verdict: about.verdict,
    severity: past ? 'information' : about.severity,
    file: about.file,
    span: about.span,
    clauses: about.clauses,
    verdictByReading: about.verdictByReading,
    fingerprint: about.fingerprint,
    boundParty,
    mayObject,
    message: messageOf(shown, pair, world, values),
    window,
    past: past ? true : undefined,
    witness: witnessOf(shown, world, values),
    decidingFacts: decidingFacts(lens, judgement, shown),
    assumptions: [...assumptionsOf(shown, namesOf(pair)), ...openInWitness(lens, world, turnsOf(judgement))],
    help: helpOf(shown),
  };
}

/** What is said of a pair whatever was found of it. */
function aboutPair({ deal, restraint, verdict, byReading }: PairVerdict, rule: string) {
  return {
    rule,
    verdict: verdict as Verdict,
    severity: SEVERITY[verdict],
    file: deal.deal.file,
    span: deal.span,
    clauses: [referenceTo(deal), referenceTo(restraint)],
    verdictByReading: Object.fromEntries(byReading),
    fingerprint: fingerprint([rule, identityOf(deal), identityOf(restraint)]),
  };
}

function notChecked(pair: PairVerdict): Finding {
  return {
    rule: 'not-checked',
    severity: 'warning',
    message: `${namesOf(pair).join(' and ')} could not be compared: too many exceptions and open questions meet`,
    file: pair.deal.deal.file,
    span: pair.deal.span,
    clauses: [referenceTo(pair.deal), referenceTo(pair.restraint)],
    help: 'split one of the clauses, or settle some of what is open',
    fingerprint: fingerprint(['not-checked', identityOf(pair.deal), identityOf(pair.restraint)]),
  };
}

/** What a clause is told by, wherever it stands: its label, or its own words. */
export function identityOf(clause: Clause): string {
  if (clause.label !== undefined) return clause.name;
  const { tree } = clause.deal;
  const own = tree.text.slice(clause.span.start, endOf(tree, clause.node)).normalize('NFKC');
  // However it is laid out.
  return `${clause.deal.name} ${own.replace(/\s+/g, '').replace(/,(?=[)\]}])/g, '')}`;
}

/** What a message calls a clause: in full where a draft may have put it in the place of one with its label. */
const nameOf = (clause: Clause): string =>
  clause.deal.status === 'draft' && clause.deal.amends.length > 0 ? `\`${clause.name}\`` : shortName(clause);

const namesOf = ({ deal, restraint }: PairVerdict): readonly string[] => namesFor([deal, restraint], nameOf);

function messageOf(shown: Shown, pair: PairVerdict, world: World, values: Readonly<Record<string, string>>): string {
  const { lens, role, deal, restraint } = shown;
  const [dealing, ruling] = namesOf(pair);
  const other = otherSideOf(lens, deal, world);
  const bound = asOne(values.by ?? phrase(lens, lens.parties, deal.by), true);
  const holder = holderOf(lens, restraint);
  if (role === 'standoff') {
    return `${dealing} and ${ruling} together leave nobody for ${bound} to deal with`;
  }
  const gives = deal.effect === 'is owed' ? 'owes' : 'offers';
  const does = { lets: `lets ${other} do`, must: `obliges ${bound} to`, may: `${gives} ${bound}`, standoff: '' }[role];
  switch (restraint.effect) {
    case 'preempts':
      return `${dealing} grants ${other} what ${ruling} has to be offered to ${holder || 'another'} first`;
    case 'equalizes':
      return `${dealing} grants ${other} what ${ruling} promises ${holder || 'another'} on terms as good`;
    case 'excludes':
      return `${dealing} ${does} what ${ruling} reserves for ${holder}`;
    default:
      return `${dealing} ${does} what ${ruling} forbids`;
  }
}

/** "Vista", "Azure", "Vista on Azure": outside of whom, and of where, a restraint bites. */
function holderOf(lens: Lens, { outside }: Undertaking): string {
  const inOrder = [...outside].sort(
    (a, b) => Number(b.dimension === lens.parties) - Number(a.dimension === lens.parties),
  );
  return inOrder
    .map(({ dimension, value }, at) => {
      const words = phrase(lens, dimension, value);
      const { name, byNumber } = lens.model.regionDimensions[dimension];
      if (at > 0) return placePhrase(name, words);
      return byNumber ? `${name} ${words}` : words;
    })
    .join('');
}

/** Whom a clause deals with: as it names them, or the affiliate that only goes with them. */
function otherSideOf(lens: Lens, deal: Undertaking, world: World): string {
  const { to } = deal;
  if (to === SILENT) return 'another';
  const one = lens.hasAffiliates(to) && !namesWith(lens, deal) ? world.cell.get(lens.parties)?.name : undefined;
  return one?.kind !== 'atom' || contains(lens.covers(lens.parties, to), one.atom)
    ? phrase(lens, lens.parties, to)
    : slotPhrase(lens, lens.parties, one);
}

const boundPartyOf = ({ lens, restraint }: Shown): string => phrase(lens, lens.parties, restraint.by);

const objectorsTo = (shown: Shown): readonly string[] => [
  ...new Set(shown.objectors().map((party) => phraseExpression(shown.lens, party))),
];

/** `values` are those of the use: they say whom it is with where the clause alone does. */
function witnessOf(shown: Shown, world: World, values: Record<string, string>): NonNullable<Finding['witness']> {
  const { lens, deal } = shown;
  const day = world.example ?? world.day;
  const date = formatDay(day);
  if (values.with === undefined && deal.to !== SILENT && !namesWith(lens, deal))
    values.with = phrase(lens, lens.parties, deal.to);
  const facts = shown.factsBehind(world);
  const when = facts.length === 0 ? date : `${date}, ${provisoText(lens, facts, world.days, day)}`;
  return { date, text: `${when}, ${useSentence(lens, values, deal)}`, values };
}

const decidingFacts = (lens: Lens, judgement: Judgement, { deal }: Relation): Finding['decidingFacts'] =>
  judgement.verdict === 'depends' ? judgement.turns.map((turn) => turnText(lens, turn, deal)) : undefined;

const turnsOf = (judgement: Judgement): readonly Turn[] => (judgement.verdict === 'depends' ? judgement.turns : []);

/** What the verdict takes for granted: what a clause leaves unsaid, and what is presumed. */
function assumptionsOf(shown: Shown, [dealing, ruling]: readonly string[]): string[] {
  const { lens, deal, restraint } = shown;
  const found = draftsAssumed([deal.clause, restraint.clause]);
  const names = new Map([
    [deal.clause, dealing],
    [restraint.clause, ruling],
  ]);
  for (const [clause, name] of names) {
    found.push(...unsaidIn(lens, name, clause, (dimension) => matters(lens, dimension, deal, restraint)));
  }
  return [...found, ...presumptionsIn(lens, shown.boxes())];
}

/** Whether it matters that a clause says nothing of a dimension. */
const matters = (lens: Lens, dimension: number, deal: Undertaking, restraint: Undertaking): boolean =>
  [deal, restraint].some(({ values, measures }) => values[dimension] > UNRESTRICTED || measures?.has(dimension)) ||
  lens.model.regionDimensions[dimension].name === 'scope';

function helpOf(shown: Shown): string {
  const who = consentersTo(shown);
  switch (shown.restraint.effect) {
    case 'preempts': {
      const offered = objectorsTo(shown).length > 1 ? 'were' : 'was';
      return `record that ${who} ${offered} offered it first: \`consent\` by ${who}`;
    }
    case 'equalizes':
      return `compare the terms, or record a \`consent\` by ${who}`;
    default: {
      const cure = shown.role === 'standoff' ? '`except (…)` or `subject to …`' : '`except (…)`';
      return `add ${cure} to one of the two, or record a \`consent\` by ${who}`;
    }
  }
}
