/** Words that mean something by themselves where a value may stand, and so make no good name. */
const RESERVED = new Set(
  (
    'all yes no perpetual start end earlier later of in open by under from except subject notwithstanding between deal reading ' +
    'expect kind dimension party event state worldwide clear conflict disputed depends near draft signed never'
  ).split(' '),
);
/** In UTF-16 units: what one still likes to type. */
const LONGEST = 48;

/**
 * A name of the language for any words: `Acme, Inc.` is `Acme_Inc`, `无状态接口` stays. Not one of `taken`, which the caller
 * adds it to. `fallback` where the words hold no letter.
 */
export function nameFor(words: string, taken: ReadonlySet<string>, fallback: string): string {
  const joined = words.normalize('NFC').replace(/[^\p{ID_Continue}]+/gu, '_');
  const plain = shortened(joined.replace(/^[^\p{ID_Start}]+/u, '').replace(/_+$/, ''));
  const base = plain === '' ? fallback : RESERVED.has(plain.toLowerCase()) ? `${plain}_` : plain;
  for (let count = 1; ; count++) {
    const name = count === 1 ? base : `${base}_${count}`;
    if (!taken.has(name)) return name;
  }
}

/** Cut between two words where there is a place for it, never within a character. */
function shortened(name: string): string {
  if (name.length <= LONGEST) return name;
  const cut = name.slice(0, LONGEST + 1);
  const gap = cut.lastIndexOf('_');
  if (gap > LONGEST / 2) return cut.slice(0, gap);
  return [...cut]
    .slice(0, -1)
    .join('')
    .replace(/[\ud800-\udbff]$/, '');
}
