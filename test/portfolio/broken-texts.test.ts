import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { askPortfolio } from '../../server/src/portfolio/ask.ts';
import { checkPortfolio, type PortfolioFile } from '../../server/src/portfolio/check.ts';

const EXAMPLES = new URL('../../examples/', import.meta.url).pathname;
const CHANGED_PORTFOLIOS = 120;
const AS_OF = '2026-05-01';

function portfolioAt(name: string): PortfolioFile[] {
  const root = `${EXAMPLES}${name}/`;
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.deal'))
    .map((path) => ({ path, text: readFileSync(root + path, 'utf8') }));
}

/** Numbers from 0 to 1, the same for the same seed: a linear congruential generator. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return state / 0x80000000;
  };
}

/** A text with one token dropped, doubled or put in another's place. */
function changeToken(text: string, random: () => number): string {
  const tokens = text.match(/\w+|\s+|[^\w\s]/gu) ?? [];
  const at = Math.floor(random() * tokens.length);
  const other = tokens[Math.floor(random() * tokens.length)];
  const kind = random();
  if (kind < 0.4) tokens.splice(at, 1);
  else if (kind < 0.7) tokens.splice(at, 0, other);
  else tokens[at] = other;
  return tokens.join('');
}

describe.each(['ai-cloud', 'film', 'software'])('the portfolio %s with a few tokens changed', (name) => {
  it('is checked and asked without failing, every finding within its file', () => {
    const random = randomFrom(name.length);
    const original = portfolioAt(name);
    for (let round = 0; round < CHANGED_PORTFOLIOS; round++) {
      const changed = new Map(original.map(({ path, text }) => [path, text]));
      for (let change = 0; change <= round % 4; change++) {
        const { path } = original[Math.floor(random() * original.length)];
        changed.set(path, changeToken(changed.get(path) ?? '', random));
      }
      const files = [...changed].map(([path, text]) => ({ path, text }));
      const { findings, summary } = checkPortfolio(files, { asOf: AS_OF });
      expect(summary.files).toBe(files.length);
      for (const { file, span } of findings) {
        expect(span.start).toBeLessThanOrEqual(span.end);
        expect(span.end).toBeLessThanOrEqual(changed.get(file)?.length ?? -1);
      }
      if (round % 10 === 0) {
        const { problems, verdict } = askPortfolio(files, 'host(by = Alpha, to = Beta, scope = gamma)', {
          asOf: AS_OF,
        });
        expect(problems.length === 0 || verdict === 'clear').toBe(true);
      }
    }
  });
});
