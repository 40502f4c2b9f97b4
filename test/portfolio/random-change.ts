import type { PortfolioFile } from '../../server/src/portfolio/check.ts';
import type { FileChange } from '../../server/src/portfolio/live-portfolio.ts';
import type { Random } from '../bench/random.ts';

/** A text with one token dropped, doubled or put in another's place. */
export function changeToken(text: string, random: Random): string {
  const tokens = text.match(/\w+|\s+|[^\w\s]/gu) ?? [];
  const at = random.below(Math.max(1, tokens.length));
  const other = tokens[random.below(Math.max(1, tokens.length))] ?? 'party';
  const kind = random.below(10);
  if (kind < 4) tokens.splice(at, 1);
  else if (kind < 7) tokens.splice(at, 0, other);
  else tokens[at] = other;
  return tokens.join('');
}

/** What somebody might do next to the files of a portfolio: mostly a small edit, often taken back. */
export function randomChange(
  now: ReadonlyMap<string, string>,
  original: readonly PortfolioFile[],
  random: Random,
): FileChange[] {
  const paths = [...now.keys()];
  const path = paths[random.below(Math.max(1, paths.length))];
  const kind = random.below(100);
  if (path === undefined || kind < 35) return [original[random.below(original.length)]];
  const text = now.get(path) ?? '';
  if (kind < 70) return [{ path, text: changeToken(text, random) }];
  if (kind < 76) return [{ path, text: text.replace(/20\d\d/, () => String(2024 + random.below(8))) }];
  if (kind < 80) return [{ path }];
  if (kind < 84) return [{ path: `copy-${random.below(3)}.deal`, text: text.replace(/deal (\w+)/, 'deal $1_copy') }];
  if (kind < 86) return [{ path: `copy-${random.below(3)}.deal`, text }];
  if (kind < 90) return [{ path, text: text.replace(/\n/g, '\n\n') }];
  if (kind < 94) return [{ path, text: withoutALine(text, random) }];
  // A branch switch.
  return original.map((file) => (random.below(2) === 0 ? file : { ...file, text: changeToken(file.text, random) }));
}

function withoutALine(text: string, random: Random): string {
  const lines = text.split('\n');
  lines.splice(random.below(lines.length), 1);
  return lines.join('\n');
}

const RELATIONS: readonly ((one: string, other: string) => string)[] = [
  (one, other) => `${one} in ${other}`,
  (one, other) => `${one} overlaps ${other}`,
  (one, other) => `${one} distinct from ${other}`,
  (one, other) => `${one}_new in ${other}`,
  (one, other) => `${one}_new = [${one}, ${other}]`,
  (one, other) => `${one}_new = ${one} except ${other}`,
  (one) => `${one}_open open in ${one}`,
  (one) => `${one}_new "Another"`,
];

const EVENT_FACTS: readonly ((one: string, other: string) => string)[] = [
  (one) => one,
  (one) => `${one} occurred 2025-03-01`,
  (one) => `${one} before 2027`,
  (one) => `${one} after 2026-06-01`,
  (one) => `${one} presumed no`,
  (one, other) => `${one} after ${other}`,
  (one) => `${one}_new after ${one}`,
];

/** What somebody might do next to the terms of a portfolio: relate two, declare one, drop one, or take all of it back. */
export function randomTermChange(
  now: ReadonlyMap<string, string>,
  original: readonly PortfolioFile[],
  random: Random,
): FileChange[] {
  const one = <T>(list: readonly T[]): T | undefined => list[random.below(Math.max(1, list.length))];
  const declaring = [...now].filter(([, text]) => /^(party|scope|channel|territory|reading|event|state)\b/m.test(text));
  const [path, text] = one(declaring) ?? [];
  const kind = random.below(100);
  if (path === undefined || text === undefined || kind < 25) {
    const file = one(original);
    return file ? [file] : [];
  }
  const lines = text.split('\n');
  const declared = lines.flatMap((line) => [
    ...line.matchAll(/^(party|scope|channel|territory|event|state) (\S+?),?(?= |$)/g),
  ]);
  const [, word, name] = one(declared) ?? [];
  const other = one(declared.filter(([, dimension]) => dimension === word))?.[2];
  if (kind < 70 && word !== undefined && name !== undefined && other !== undefined) {
    const relate = one(word === 'event' ? EVENT_FACTS : RELATIONS) ?? RELATIONS[0];
    const said = `${word} ${relate(name, other)}`;
    const before = lines.findIndex((line) => line.startsWith(`${word} ${name}`));
    if (random.below(3) === 0) return [{ path, text: `${text}\nreading another { ${said} }\n` }];
    // A line of its own is a second declaration of what is there, so most take its place.
    lines.splice(before, random.below(4) === 0 ? 0 : 1, said);
    return [{ path, text: lines.join('\n') }];
  }
  if (kind < 80 && name !== undefined) return [{ path, text: text.replaceAll(name, `${name}_renamed`) }];
  if (kind < 90) return [{ path, text: withoutALine(text, random) }];
  if (kind < 95) return [{ path, text: `// A note.\n${text}` }];
  return [{ path, text: changeToken(text, random) }];
}
