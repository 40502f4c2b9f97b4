import { territoryCalled } from './territories-in.ts';

const LAW_OF =
  /\blaws?\s+of\s+(?:the\s+)?((?:state|commonwealth|states|province|federal\s+republic|republic|people['’]s\s+republic|kingdom)\s+of\s+)?(?=((?:the\s+)?\p{L}+(?:\s+\p{L}+){0,3}))/giu;
const NATIONAL =
  /\b(English|German|French|Swiss|Japanese|Chinese|Swedish|Dutch|Italian|Spanish|Danish|Finnish|Norwegian|Austrian|Belgian|Irish|Israeli|Indian|Californian?)\s+law\b/gu;
const OF_A_NATION: Readonly<Record<string, string>> = {
  English: 'GB-EAW',
  German: 'DE',
  French: 'FR',
  Swiss: 'CH',
  Japanese: 'JP',
  Chinese: 'CN',
  Swedish: 'SE',
  Dutch: 'NL',
  Italian: 'IT',
  Spanish: 'ES',
  Danish: 'DK',
  Finnish: 'FI',
  Norwegian: 'NO',
  Austrian: 'AT',
  Belgian: 'BE',
  Irish: 'IE',
  Israeli: 'IL',
  Indian: 'IN',
  California: 'US-CA',
  Californian: 'US-CA',
};
const CHINESE_LAW: readonly (readonly [RegExp, string])[] = [
  [/香港(?:特别行政区)?(?:的)?法律/u, 'HK'],
  [/(?:中华人民共和国|中国)(?:的)?(?:有关)?法律/u, 'CN'],
];

/**
 * The territory whose law governs, as a passage on it says: `US-NY` for "the laws of the State of New York". Undefined
 * unless it is exactly one; the federal law beside that of a state is not counted.
 */
export function governingLawIn(text: string): string | undefined {
  const found = new Set<string>();
  for (const match of text.matchAll(LAW_OF)) {
    const code = lawOf(match[1], match[2]);
    if (code !== undefined) found.add(code);
  }
  for (const match of text.matchAll(NATIONAL)) found.add(OF_A_NATION[match[1]]);
  for (const [pattern, code] of CHINESE_LAW) if (pattern.test(text)) found.add(code);
  if ([...found].some((code) => code.startsWith('US-'))) found.delete('US');
  return found.size === 1 ? [...found][0] : undefined;
}

function lawOf(prefix: string | undefined, words: string): string | undefined {
  const isState = prefix !== undefined && /^(?:state|commonwealth)\s/i.test(prefix);
  const parts = words.replace(/^the\s+/i, '').split(/\s+/);
  if (/^england$/i.test(parts[0])) return 'GB-EAW';
  if (/people/i.test(prefix ?? '') && /^china$/i.test(parts[0])) return 'CN';
  for (let count = parts.length; count > 0; count--) {
    const name = parts.slice(0, count).join(' ');
    const code =
      territoryCalled(name, isState) ?? (isState ? undefined : territoryCalled(`${prefix ?? ''}${name}`, false));
    if (code !== undefined) return code;
  }
  return undefined;
}
