import {
  phrase,
  phraseExpression,
  slotText,
  timeText,
  turnText,
  useSentence,
  witnessValues,
} from '../conflicts/describe.ts';
import type { Judgement, World } from '../conflicts/judgement.ts';
import type { Lens } from '../conflicts/lens.ts';
import type { PairVerdict, Relation, Shown } from '../conflicts/pair.ts';
import { BOUND } from '../conflicts/scene.ts';
import type { Clause } from '../model/model.ts';
import { SILENT, UNRESTRICTED } from '../model/model.ts';
import type { Undertaking } from '../model/undertakings.ts';
import { FIRST_DAY, formatDay, NEVER } from '../terms/calendar.ts';
import { termsNamedIn } from '../terms/set-expression.ts';
import { highestOf, lowestOf, variablesOf } from '../terms/time.ts';
import { referenceTo, shortName } from './clause-reference.ts';
import type { Finding, Severity, Window } from './finding.ts';
import { fingerprint } from './fingerprint.ts';

const SEVERITY: Readonly<Record<string, Severity>> = {
  conflict: 'error',
  disputed: 'warning',
  depends: 'warning',
  'near miss': 'information',
};

/** The rule that a pair falls under, by what restrains. */
export function ruleOf({ role, restraint }: Relation): string {
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
  const rule = ruleOf(shown);
  const clauses = [referenceTo(pair.deal), referenceTo(pair.restraint)];
  const base = {
    rule,
    verdict: pair.verdict,
    severity: SEVERITY[pair.verdict],
    file: pair.deal.deal.file,
    span: pair.deal.span,
    clauses,
    verdictByReading: Object.fromEntries(pair.byReading),
    fingerprint: fingerprint([rule, identityOf(pair.deal), identityOf(pair.restraint)]),
  };
  const parties = partiesOf(shown);
  if (shown.nearMiss) {
    const [a, b] = shown.nearMiss.terms.map((term) => `\`${shown.lens.terms[term].name}\``);
    return {
      ...base,
      ...parties,
      message: `${shortName(pair.deal)} and ${shortName(pair.restraint)} would collide if ${a} and ${b} shared anything`,
      assumptions: [`${a} and ${b} are nowhere stated distinct, and are taken to share nothing`],
      help: `say which it is: \`distinct from\`, \`overlaps\` or \`in\``,
    };
  }
  const { lens } = shown;
  const judgement = shown.judgement();
  if (judgement.verdict === 'clear' || judgement.verdict === 'too complex') return undefined;
  const { world } = judgement;
  const window = windowOf(lens, world, shown);
  const past = window.until !== undefined && window.until < formatDay(lens.asOf);
  return {
    ...base,
    ...parties,
    ...(world.cell.get(BOUND) ? { boundParty: slotText(lens, BOUND, world.cell.get(BOUND)!.name) } : {}),
    severity: past ? 'information' : base.severity,
    message: messageOf(shown, pair, world),
    window,
    ...(past ? { past } : {}),
    witness: witnessOf(lens, world, shown.deal),
    ...decidingFacts(lens, judgement, shown),
    assumptions: assumptionsOf(shown),
    help: helpOf(shown, parties.mayObject),
  };
}

function notChecked(pair: PairVerdict): Finding {
  return {
    rule: 'not-checked',
    severity: 'warning',
    message: `${shortName(pair.deal)} and ${shortName(pair.restraint)} could not be compared: too many exceptions and open questions meet`,
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
  const own = tree.text.slice(clause.span.start, tree.nodes[clause.node * 4 + 2]);
  return `${clause.deal.name} ${own.replace(/\s+/g, ' ')}`;
}

function messageOf(shown: Shown, pair: PairVerdict, world: World): string {
  const { lens, role, deal, restraint } = shown;
  const [dealing, ruling] = [shortName(pair.deal), shortName(pair.restraint)];
  const values = witnessValues(lens, world);
  const other = deal.to === SILENT ? 'another' : phrase(lens, lens.parties, deal.to);
  const bound = values.by ?? phrase(lens, lens.parties, deal.by);
  const holder = restraint.outside.map(({ dimension, value }) => phrase(lens, dimension, value)).join(' and ');
  if (role === 'standoff') {
    return `${dealing} and ${ruling} together leave nobody for ${bound} to deal with`;
  }
  const does = { lets: `lets ${other} do`, must: `obliges ${bound} to`, may: `offers ${bound}`, standoff: '' }[role];
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

function partiesOf({ lens, restraint, restraints }: Shown): { boundParty: string; mayObject: readonly string[] } {
  const owed = restraints().flatMap(({ owedTo }) => owedTo);
  return {
    boundParty: phrase(lens, lens.parties, restraint.by),
    mayObject: [...new Set(owed.map((party) => phraseExpression(lens, party)))],
  };
}

function witnessOf(lens: Lens, world: World, deal: Undertaking): Finding['witness'] {
  const date = formatDay(world.example ?? world.day);
  const values = witnessValues(lens, world);
  if (values.with === undefined && deal.to !== SILENT) values.with = phrase(lens, lens.parties, deal.to);
  return { date, text: `${date}, ${useSentence(lens, world, deal)}`, values };
}

/** From the first day of a collision to the last on which both can be in force, and the event that may end it sooner. */
function windowOf(lens: Lens, world: World, { deal, restraint }: Relation): Window {
  const ends = [deal.end, restraint.end];
  const last = Math.min(...ends.map((end) => highestOf(end, lens.timeline)));
  const sooner = ends
    .flatMap((end) => (end.kind === 'earliest' ? end.items : [end]))
    .filter((end) => end.kind !== 'day' && lowestOf(end, lens.timeline) < last);
  const names = [...new Set(sooner.map((end) => timeText(end, lens.timeline)))];
  return {
    ...(world.day > FIRST_DAY ? { from: formatDay(world.day) } : {}),
    ...(last < NEVER ? { until: formatDay(last - 1) } : {}),
    ...(names.length > 0 ? { untilText: names.length === 1 ? names[0] : `the earlier of ${names.join(' and ')}` } : {}),
  };
}

function decidingFacts(lens: Lens, judgement: Judgement, { deal }: Relation): Pick<Finding, 'decidingFacts'> {
  if (judgement.verdict !== 'depends') return {};
  return { decidingFacts: judgement.turns.map((turn) => turnText(lens, turn, deal.clause)) };
}

/** What the verdict takes for granted: what a clause leaves unsaid, and what is presumed. */
function assumptionsOf({ lens, deal, restraint, boxes: boxesOf }: Shown): string[] {
  const found: string[] = [];
  const boxes = boxesOf();
  for (const { clause } of [deal, restraint]) {
    const unsaid = lens.model.regionDimensions.filter(
      ({ name, question, measured }, index) =>
        !measured &&
        question !== 'who' &&
        name !== 'act' &&
        clause.values[index] === SILENT &&
        matters(lens, index, deal, restraint),
    );
    if (unsaid.length > 0)
      found.push(
        `${shortName(clause)} names no ${unsaid.map(({ name }) => name).join(', ')}: it is taken to cover all`,
      );
  }
  for (const id of new Set(boxes.flatMap(({ start, end }) => [...variablesOf(start), ...variablesOf(end)]))) {
    const { presumed, name, low } = lens.timeline[id];
    if (presumed)
      found.push(low >= NEVER ? `unless ${name} happens (presumed no)` : `unless ${name} never happens (presumed yes)`);
  }
  const states = boxes.flatMap((box) => (box.while ? termsNamedIn(box.while) : []));
  for (const { name, event } of [...new Set(states)].map((state) => lens.terms[state])) {
    if (event.presumed !== undefined)
      found.push(event.presumed ? `unless ${name} does not hold (presumed yes)` : `unless ${name} holds (presumed no)`);
  }
  return found;
}

const matters = (lens: Lens, dimension: number, deal: Undertaking, restraint: Undertaking): boolean =>
  deal.values[dimension] > UNRESTRICTED ||
  restraint.values[dimension] > UNRESTRICTED ||
  lens.model.regionDimensions[dimension].name === 'scope';

function helpOf({ restraint, role }: Relation, mayObject: readonly string[]): string {
  const who = mayObject.length > 0 ? mayObject.join(' and ') : 'whoever it is owed to';
  switch (restraint.effect) {
    case 'preempts':
      return `record that ${who} was offered it first: \`consent\` by ${who}`;
    case 'equalizes':
      return `compare the terms, or record a \`consent\` by ${who}`;
    default:
      return role === 'must' || role === 'lets'
        ? `add \`except (…)\` to one of the two, or record a \`consent\` by ${who}`
        : `settle it in one of the two, or record a \`consent\` by ${who}`;
  }
}
