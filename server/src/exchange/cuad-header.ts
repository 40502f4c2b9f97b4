import { parseDay } from '../terms/calendar.ts';
import type { CuadAnswer, CuadContract } from './cuad-contract.ts';
import { datesIn } from './dates-in.ts';
import { governingLawIn } from './governing-law-in.ts';
import { territoryCalled } from './territories-in.ts';

/** What the annotations say for certain of a whole contract. Days in ISO 8601. */
export interface CuadHeader {
  readonly title?: string;
  /** Full names of those who sign; none where it is not plain which names are those. */
  readonly parties: readonly string[];
  readonly signed?: string;
  readonly from?: string;
  readonly until?: string;
  readonly law?: string;
}

export function readCuadHeader({ answers, text }: CuadContract): CuadHeader {
  const answer = (category: string) => answers.find((one) => one.category === category);
  const from = dayOf(answer('Effective Date'), STARTS);
  const until = dayOf(answer('Expiration Date'), ENDS);
  const inOrder = from === undefined || until === undefined || until === 'perpetual' || from <= until;
  const title = titleOf(answer('Document Name'));
  const signed = dayOf(answer('Agreement Date'), undefined);
  const law = lawOf(answer('Governing Law'));
  return {
    ...(title === undefined ? {} : { title }),
    parties: partiesOf(answer('Parties'), text),
    ...(signed === undefined || signed === 'perpetual' ? {} : { signed }),
    ...(from === undefined || from === 'perpetual' ? {} : { from }),
    ...(until === undefined || !inOrder ? {} : { until }),
    ...(law === undefined ? {} : { law }),
  };
}

const wordsOf = (answer: CuadAnswer | undefined): readonly string[] =>
  (answer?.passages ?? []).map(({ pieces }) => pieces.join(' ').replace(/\s+/g, ' '));

function titleOf(answer: CuadAnswer | undefined): string | undefined {
  const title = wordsOf(answer)[0] ?? answer?.stated;
  return title === undefined || title.length > 120 ? undefined : title;
}

const STARTS =
  /\b(?:effective(?:\s+(?:as\s+of|on|date\s+(?:is|of)))?|commenc\w+(?:\s+(?:on|effective))?|beginning(?:\s+on)?|with\s+effect\s+from|as\s+of)\s*(?:the\s*)?$/i;
const ENDS = /\b(?:until|through|expir\w+(?:\s+on)?|end(?:s|ing)?(?:\s+on)?|terminat\w+\s+on)\s*(?:the\s*)?$/i;
const OPEN = /\b(?:earlier|later|latest|earliest)\s+of\b|\bwhichever\b/i;
const SLASHED = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/;

/**
 * The day that an answer states: the annotators' own (month first, as they write it), else the passage itself if it is
 * nothing but a date, else the date behind the words of `lead`. All that is found must be one day.
 */
function dayOf(answer: CuadAnswer | undefined, lead: RegExp | undefined): string | undefined {
  if (answer === undefined) return undefined;
  const stated = answer.stated ?? '';
  if (/^perpetual$/i.test(stated)) return 'perpetual';
  const slashed = SLASHED.exec(stated);
  if (slashed !== null) {
    const day = `${slashed[3]}-${slashed[1].padStart(2, '0')}-${slashed[2].padStart(2, '0')}`;
    return parseDay(day) === undefined ? undefined : day;
  }
  const days = new Set(wordsOf(answer).flatMap((words) => daysIn(words, lead)));
  return days.size === 1 ? [...days][0] : undefined;
}

function daysIn(words: string, lead: RegExp | undefined): readonly string[] {
  if (OPEN.test(words)) return [];
  // The contracts of CUAD were filed with EDGAR, which began in 1993: two digits leave no doubt.
  const dates = datesIn(words, true);
  if (dates.length === 1 && words.length - (dates[0].end - dates[0].start) < 8) return [dates[0].text];
  if (lead === undefined) return dates.map(({ text }) => text);
  return dates.filter(({ start }) => lead.test(words.slice(Math.max(0, start - 60), start))).map(({ text }) => text);
}

function lawOf(answer: CuadAnswer | undefined): string | undefined {
  const stated = answer?.stated;
  const named = stated === undefined ? undefined : (territoryCalled(stated, true) ?? territoryCalled(stated, false));
  if (named !== undefined) return named;
  const laws = new Set(wordsOf(answer).map(governingLawIn));
  return laws.size === 1 ? [...laws][0] : undefined;
}

const COMPANY =
  /\b(?:inc|incorporated|llc|l\.l\.c|ltd|limited|corp|corporation|co|company|plc|gmbh|ag|kg|s\.?p\.?a|s\.?a|n\.?v|b\.?v|l\.?p|llp|k\.?k|pty|bank|association|university|trust|partnership)\.?,?$/i;
const PERSON = /^\p{Lu}[\p{L}.'’-]*(?:\s+(?:\p{Lu}[\p{L}.'’-]*|of|and|the)){1,4}$/u;
const NOT_A_NAME =
  /["“”()]|\b(?:collectively|individually|referred|hereinafter|each|together|successors|d\/b\/a|a\/k\/a)\b/i;
/** `Name ("Role"); Name ("Role")`, as the annotators write their answer. */
const STATED_PARTY = /^\s*([^("“]+?)\s*(?:\(.*\))?\s*$/;

/** The full names among what was marked: not the roles, nicknames and phrases marked beside them. */
function partiesOf(answer: CuadAnswer | undefined, text: string | undefined): readonly string[] {
  if (answer === undefined) return [];
  const stated = (answer.stated ?? '').split(';').flatMap((part) => STATED_PARTY.exec(part)?.[1] ?? []);
  if (stated.length > 1) return distinctNames(stated);
  const marked = wordsOf(answer).filter((words) => !NOT_A_NAME.test(words));
  const isAlias = (words: string): boolean => text !== undefined && isDefinedTerm(text, words);
  const names = marked.filter(
    (words) => (COMPANY.test(words) && words.includes(' ')) || (PERSON.test(words) && !isAlias(words)),
  );
  const others = marked.filter((words) => !names.includes(words));
  // Two are marked, one of them plainly a name: then the other is the other side's, unless it is a role.
  if (marked.length === 2 && names.length === 1 && !isAlias(others[0]) && /^\p{Lu}/u.test(others[0])) {
    return distinctNames(marked);
  }
  const found = distinctNames(names);
  return found.length > 1 ? found : [];
}

/** Whether the words stand in quotation marks somewhere: what the contract calls a party, not its name. */
function isDefinedTerm(text: string, words: string): boolean {
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length)) {
    if (/["“'‘]/.test(text[at - 1] ?? '') && /["”'’,]/.test(text[at + words.length] ?? '')) return true;
  }
  return false;
}

/** Names that differ in more than letter case and punctuation. */
function distinctNames(names: readonly string[]): readonly string[] {
  const byKey = new Map<string, string>();
  for (const name of names) {
    const key = partyKey(name);
    if (key !== '' && !byKey.has(key)) byKey.set(key, name.replace(/[\s,]+$/, ''));
  }
  return [...byKey.values()];
}

/** What two writings of one name share: letters and digits, in lower case. */
export const partyKey = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
