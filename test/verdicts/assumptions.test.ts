/** §5 and §8: what a verdict takes for granted of what clauses do not say, and of events and classes behind what they name. */
import { describe, expect, it } from 'vitest';
import { findingOf, rulesOf, sold } from './helpers.ts';

describe('what is presumed of an event that stands in neither clause', () => {
  const assumed = (x: string, events: string): readonly string[] =>
    findingOf(sold(x, 'license(scope=film, from=2030-01-01)', events)).assumptions ?? [];

  it('is told where it decides whether another happens', () => {
    expect(assumed('prohibit(scope=film, until=sale)', 'event merger presumed no\nevent sale after merger')).toEqual([
      'unless merger happens (presumed no)',
    ]);
    expect(assumed('prohibit(scope=film, from=sale)', 'event sale before merger\nevent merger presumed yes')).toEqual([
      'unless merger never happens (presumed yes)',
    ]);
  });

  it('makes no clause dead that waits for what comes behind it', () => {
    const { text } = sold(
      'prohibit(scope=film, from=sale)',
      'license(scope=song)',
      'event merger presumed no\nevent sale after merger',
    );
    expect(rulesOf(text)).toEqual([]);
  });
});

describe('silence on what is measured, and of a prohibition on who', () => {
  const MORE = 'dimension screen what number\ndimension shop who\nshop corner';
  const assumed = (x: string, y: string) => findingOf(sold(x, y, MORE)).assumptions;

  it('is told as what covers all', () => {
    expect(assumed('exclusive_license(scope=film, screen=7..10)', 'license(scope=film)')).toEqual([
      '`y` names no screen: it is taken to cover all',
    ]);
    expect(assumed('prohibit(scope=film)', 'license(scope=film, screen=7, shop=corner, cloud=East)')).toEqual([
      '`x` names no cloud, no screen and no shop: it is taken to cover all',
    ]);
    expect(assumed('exclusive_license(scope=film)', 'license(scope=film, cloud=East)')).toEqual([]);
  });
});

describe('silence on who beside an open class', () => {
  it('is cured by what belongs to the class whatever else does', () => {
    const { decidingFacts } = findingOf(
      sold('exclusive(cloud=partner, scope=film)', 'host(scope=film)', 'cloud partner open\ncloud Amber'),
    );
    expect(decidingFacts?.map(({ clearWhen }) => clearWhen)).toEqual(['the cloud of `onda.y` is partner']);
  });
});
