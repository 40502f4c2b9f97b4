import { asOne } from '../conflicts/describe.ts';
import type { DecidingFact, Finding, Verdict } from '../rules/finding.ts';
import { isPairRule } from '../rules/pair-finding.ts';
import { listed } from '../text/words.ts';
import { readingsWords } from './reading-words.ts';
import { windowWords } from './window-words.ts';

/** A line below a finding: `label: text`, or just `text`. */
export interface Note {
  readonly label?: string;
  readonly text: string;
}

/** What a finding says besides its message and its places, in the order to read it. */
export function notesOf(finding: Finding): readonly Note[] {
  const { window, witness, assumptions = [], help, fix } = finding;
  const notes = verdictNotes(finding);
  const who = whoSays(finding);
  if (window !== undefined)
    notes.push({ label: 'when', text: finding.past ? `${windowWords(window)}: past` : windowWords(window) });
  if (witness !== undefined) notes.push({ label: 'example', text: witness.text });
  if (who !== '') notes.push({ text: who });
  if (assumptions.length > 0) notes.push({ label: 'assumes', text: assumptions.join('; ') });
  if (fix !== undefined) notes.push({ label: 'fix', text: fix.title });
  if (help !== undefined) notes.push({ label: 'help', text: help });
  return notes;
}

function verdictNotes({ verdict, verdictByReading, decidingFacts = [] }: Finding): Note[] {
  const notes: Note[] = [];
  if (verdict !== undefined && verdictByReading !== undefined && areSeveral(Object.values(verdictByReading))) {
    notes.push({ label: verdict, text: readingsWords(Object.entries(verdictByReading)) });
  }
  const alone = decidingFacts.filter((fact) => !fact.together);
  const together = decidingFacts.filter((fact) => fact.together);
  const collides = `a conflict ${collidesWhen(alone, together)}`;
  const isOne = decidingFacts.length === 1;
  for (const { text, clearWhen } of alone) {
    const none = `none ${inWorlds([clearWhen])}`;
    notes.push({ label: 'depends', text: isOne ? `${text} (${collides}; ${none})` : `${text} (${none})` });
  }
  if (isOne || decidingFacts.length === 0) return notes;
  const none = together.length === 0 ? '' : `; none ${inWorlds(together.map(({ clearWhen }) => clearWhen))}`;
  notes.push({ label: 'depends', text: `${collides}${none}` });
  return notes;
}

/** In which world they collide: any one of the facts that keep the two apart only together is enough for that. */
function collidesWhen(alone: readonly DecidingFact[], together: readonly DecidingFact[]): string {
  const worlds = (facts: readonly DecidingFact[]): string[] => facts.map(({ conflictWhen }) => conflictWhen);
  const isWhatever = ({ conflictWhen }: DecidingFact): boolean => conflictWhen.startsWith('whatever');
  const either = inWorlds(worlds(together.filter((fact) => !isWhatever(fact))), 'or');
  const both = inWorlds([...worlds(alone), ...worlds(together.filter(isWhatever))]);
  return [both, either].filter((part) => part !== '').join(', and ');
}

const areSeveral = (verdicts: readonly Verdict[]): boolean => new Set(verdicts).size > 1;

/** "when spin happens on 2027-01-01 and prize never happens and when war holds". */
function inWorlds(worlds: readonly string[], conjunction: 'and' | 'or' = 'and'): string {
  const told = [...new Set(worlds)].filter(
    (world, _, all) => !all.some((other) => other !== world && statementsIn(other).includes(world)),
  );
  return (conjunction === 'and' ? eachOnce(told) : told).map(inWorld).join(` ${conjunction} `);
}

/** What is said of all worlds at once, without what was said of one before. */
function eachOnce(worlds: readonly string[]): string[] {
  const said = new Set<string>();
  return worlds.flatMap((world) => {
    const fresh = statementsIn(world).filter((statement) => !said.has(statement));
    for (const statement of fresh) said.add(statement);
    return fresh.length > 0 ? [fresh.join(' and ')] : [];
  });
}

/** What a world says, each day of an event and number of renewals by itself. */
const statementsIn = (world: string): readonly string[] =>
  world.split(/ and (?=\S+ (?:happens on|never happens|happened long before|is (?:not )?renewed)\b)/);

const inWorld = (world: string): string =>
  /^(?:when|if|as|unless|while|whatever)\b/.test(world) ? world : `when ${world}`;

/** Who is bound, and who may object; '' where that is not known. A consent helps where it is looked at. */
function whoSays({ rule, boundParty, mayObject = [] }: Finding): string {
  const bound = boundParty === undefined ? [] : [`${asOne(boundParty, true)} is bound`];
  const each = mayObject.length > 1 ? 'may each' : 'may';
  const ways = isPairRule(rule) ? 'object, or consent' : 'object';
  const objectors = mayObject.length === 0 ? [] : [`${listed(mayObject)} ${each} ${ways}`];
  return [...bound, ...objectors].join('; ');
}
