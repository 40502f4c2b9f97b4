/** A world that is told without a search is the one that the search finds. */
import { describe, expect, it } from 'vitest';
import { judge } from '../../server/src/conflicts/judge.ts';
import type { World } from '../../server/src/conflicts/judgement.ts';
import { plainWorld } from '../../server/src/conflicts/plain-world.ts';
import { analyse, inPathOrder } from '../../server/src/portfolio/check.ts';
import { parse } from '../../server/src/syntax/parser.ts';
import { generate } from './generate.ts';
import { render } from './render.ts';

const PAIRS = 1000;

/** What a finding shows of a world. */
const shownOf = ({ cell, masks, day, example }: World) => ({
  use: [...cell].map(([dimension, { name, alternative }]) => [dimension, name, alternative.mask]),
  masks,
  day,
  example,
});

describe('the world of a plain collision', () => {
  it('is that of the search', { timeout: 120_000 }, () => {
    let compared = 0;
    for (let seed = 1; seed <= PAIRS; seed++) {
      const scenario = generate(seed);
      const files = [...render(scenario)].map(({ path, text }) => ({ path, tree: parse(text) }));
      for (const { verdict, shown } of analyse(inPathOrder(files), { asOf: scenario.asOf }).pairs) {
        if (verdict !== 'conflict' || !shown) continue;
        const { lens, role, deal, restraint } = shown;
        const plain = plainWorld(lens, deal, restraint);
        const found = judge(lens, role, deal, restraint, []);
        if (!plain || found.verdict !== 'conflict') continue;
        expect(shownOf(plain), `seed ${seed}`).toEqual(shownOf(found.world));
        compared++;
      }
    }
    expect(compared).toBeGreaterThan(PAIRS / 100);
  });
});
