import { datesIn } from './dates-in.ts';
import { moneyIn } from './money-in.ts';
import { sharesIn } from './shares-in.ts';

/** Words that stand in every passage and tell nothing. */
const COMMON = new Set(
  (
    'the of and to in a an or by for with as be is are was were that this these those it its at on from shall will may such any ' +
    'all each other which who whom whose has have had not no nor if than then there their his her he she they them we our you your i ' +
    'agreement hereunder herein hereof hereto thereof thereto hereby'
  ).split(' '),
);
/** A passage of no more words than these is a name or a date rather than a sentence. */
const SHORT = 12;
const VERY_SHORT = 5;

/**
 * What the ranking of kinds looks at in a passage: its words in lower case, pairs of neighbours among them, and a few marks
 * that start with `#` for its shape. Each once, with the word that it is made of, if it is one. Only Latin words: Chinese has
 * none between spaces.
 */
export function passageFeatures(passage: string): ReadonlyMap<string, string | undefined> {
  const all = passage.toLowerCase().match(/\p{Script=Latin}+/gu) ?? [];
  const telling = all.filter((word) => word.length > 1 && !COMMON.has(word));
  const words = telling.map(stem);
  const found = new Map<string, string | undefined>(words.map((word, index) => [word, telling[index]]));
  const features = { add: (feature: string) => found.set(feature, undefined) };
  for (let index = 0; index + 1 < words.length; index++) features.add(`${words[index]} ${words[index + 1]}`);
  // About two ideographs make a word.
  const length = all.length + (passage.match(/\p{Script=Han}/gu)?.length ?? 0) / 2;
  if (length <= VERY_SHORT) features.add('#very short');
  else if (length <= SHORT) features.add('#short');
  if (datesIn(passage, true).length > 0) features.add('#date');
  if (moneyIn(passage, 'USD').length > 0) features.add('#money');
  if (sharesIn(passage).length > 0) features.add('#share');
  if (/\b(?:inc|llc|ltd|corp|plc|gmbh|l\.l\.c|limited|corporation)\b/i.test(passage)) features.add('#company');
  if (/^\W*["“(]|["”)]\W*$/.test(passage.trim())) features.add('#in marks');
  if (/\bagreement\W*$/i.test(passage)) features.add('#ends with agreement');
  return found;
}

/** Plurals and verb endings taken off: `licenses`, `licensed` and `licensing` are one word. Never shorter than four letters. */
function stem(word: string): string {
  const short = word.replace(/(?:ing|ed|es|s|ly)$/u, '');
  return short.length >= 4 ? short : word;
}
