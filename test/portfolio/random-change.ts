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
