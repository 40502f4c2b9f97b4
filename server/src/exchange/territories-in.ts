import { territoryAliases } from '../terms/territories.ts';
import { inOrder, type StatedValue } from './stated-value.ts';

/** Words that stand before the place where something may be done. What else a place follows ("laws of") says nothing of that. */
const PLACED =
  /\b(?:in|within|throughout|into|for|territory\s+of|territories\s+of|located\s+in|and|or)\s+(?:all\s+of\s+)?(?:the\s+)?(?:territory\s+of\s+)?(?:the\s+)?((?:(?:State|Commonwealth|Republic|Kingdom)\s+of\s+)?\p{Lu}[\p{L}.'’-]*(?:\s+(?:of\s+|and\s+)?\p{Lu}[\p{L}.'’-]*){0,4})/gu;
const OF_A_STATE = /^(?:State|Commonwealth)\s+of\s+/u;
const WORLDWIDE = /\b(?:worldwide|world-wide|throughout\s+the\s+(?:world|universe)|全球|全世界)/giu;

/** Chinese names; ISO's other names are English. */
const CHINESE: readonly (readonly [word: string, code: string])[] = [
  ['中华人民共和国', 'CN'],
  ['中国大陆', 'CN'],
  ['中国境内', 'CN'],
  ['香港', 'HK'],
  ['澳门', 'MO'],
  ['台湾', 'TW'],
  ['美国', 'US'],
  ['日本', 'JP'],
  ['韩国', 'KR'],
  ['英国', 'GB'],
  ['德国', 'DE'],
  ['法国', 'FR'],
  ['新加坡', 'SG'],
  ['欧盟', 'EU'],
];

/** Names that mean much else: too little by themselves. */
const TOO_COMMON = new Set([
  'america',
  'georgia',
  'jersey',
  'jordan',
  'chad',
  'turkey',
  'guinea',
  'niger',
  'mali',
  'may',
]);

/**
 * The territories in which, as a passage says, something holds: `in France` is `FR`, `within the State of New York` is
 * `US-NY`, `worldwide` itself. Only names that mean a single place.
 */
export function territoriesIn(text: string): readonly StatedValue[] {
  const found: StatedValue[] = [];
  for (const match of text.matchAll(PLACED)) {
    const start = match.index + match[0].length - match[1].length;
    const place = placeAtStart(match[1]);
    if (place !== undefined) found.push({ text: place.code, start, end: start + place.length });
  }
  for (const match of text.matchAll(WORLDWIDE)) {
    found.push({ text: 'worldwide', start: match.index, end: match.index + match[0].length });
  }
  for (const [word, code] of CHINESE) {
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
      found.push({ text: code, start: at, end: at + word.length });
    }
  }
  return inOrder(found);
}

/** The longest beginning of some words that names one place. UTF-16 length. */
export function placeAtStart(words: string): { readonly code: string; readonly length: number } | undefined {
  const state = OF_A_STATE.exec(words)?.[0] ?? '';
  const name = words.slice(state.length);
  for (let end = name.length; end > 0; end = name.lastIndexOf(' ', end - 1)) {
    const code = territoryCalled(name.slice(0, end).replace(/[.'’-]+$/u, ''), state !== '');
    if (code !== undefined) return { code, length: state.length + end };
  }
  return undefined;
}

/** The code of the only territory with a name; `isState`: of the states of the United States. */
export function territoryCalled(name: string, isState: boolean): string | undefined {
  if (name.length < 3) return undefined;
  const all = territoryAliases(name);
  const states = all.filter((code) => code.startsWith('US-'));
  if (isState) return states.length === 1 ? states[0] : undefined;
  if (TOO_COMMON.has(name.toLowerCase())) return undefined;
  const others = all.filter((code) => !/^[A-Z]{2}-/.test(code));
  if (others.length + states.length !== 1) return undefined;
  return others[0] ?? states[0];
}
