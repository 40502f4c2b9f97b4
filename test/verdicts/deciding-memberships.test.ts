/** §8, *depends* on what belongs to open terms and on who is silent: a portfolio that states what a finding says has that verdict. */
import { describe, expect, it } from 'vitest';
import type { DecidingFact, Verdict } from '../../server/src/rules/finding.ts';
import { findingOf, findings, sold } from './helpers.ts';

/** What may be stated: what a finding says of it, and how it is written. */
interface Question {
  readonly answers: readonly string[];
  readonly state: (portfolio: string, answer: string) => string;
}

const belongs = (what: string, open: string): Question => {
  const yes = `${what} belongs to ${open}`;
  return {
    answers: [yes, `${what} does not belong to ${open}`],
    state: (text, answer) =>
      text.replace(new RegExp(`^\\w+ ${what}\\b.*$`, 'm'), `$& ${answer === yes ? 'in' : 'distinct from'} ${open}`),
  };
};

const silent = (dimension: string, values: readonly string[]): Question => {
  const says = (value: string): string => `the ${dimension} of \`onda.y\` is ${value}`;
  return {
    answers: values.map(says),
    state: (text, answer) =>
      text.replace(/ y: \w+\(/, `$&${dimension} = ${values.find((value) => says(value) === answer)}, `),
  };
};

const TERMS = `
dimension shop who
shop M1, M2
scope c1 open
scope c2 open
scope h
scope k
channel o1 open
channel w
territory q1 open
territory land`;

const QUESTIONS = {
  h: belongs('h', 'c1'),
  h2: belongs('h', 'c2'),
  k: belongs('k', 'c1'),
  k2: belongs('k', 'c2'),
  w: belongs('w', 'o1'),
  land: belongs('land', 'q1'),
  cloud: silent('cloud', ['East', 'West']),
  shop: silent('shop', ['M1', 'M2']),
} as const;

/** Every way to answer some questions. */
const worldsOf = (questions: readonly Question[]): readonly (readonly string[])[] =>
  questions.reduce<readonly (readonly string[])[]>(
    (worlds, { answers }) => worlds.flatMap((world) => answers.map((answer) => [...world, answer])),
    [[]],
  );

/** What a text says of some questions; "neither h nor k belongs to c1" says two things. */
function said(text: string, questions: readonly Question[]): readonly string[] {
  const plain = text
    .replace(/(?:neither (\S+) nor|none of (\S+) and) (\S+) belongs to (\S+)/g, (_, a, b, c, open) =>
      [a ?? b, c].map((what) => `${what} does not belong to ${open}`).join(' and '),
    )
    .replace(/(\S+) and (\S+) belong to (\S+)/g, '$1 belongs to $3 and $2 belongs to $3');
  const [worlds] = plain.split(/ and `onda\.y` is performed/);
  return questions.flatMap(({ answers }) => answers.filter((answer) => worlds.includes(answer)));
}

/** The verdict that the facts of a finding give a world, where they say anything of it. */
function foretold(facts: readonly DecidingFact[], questions: readonly Question[], world: readonly string[]) {
  const isSo = (text: string): boolean => {
    const answers = said(text, questions);
    return answers.length > 0 && answers.every((answer) => world.includes(answer));
  };
  const alone = facts.filter(({ together }) => !together);
  const joint = facts.filter(({ together }) => together);
  if (alone.some(({ clearWhen }) => isSo(clearWhen))) return 'clear';
  if (joint.length > 0 && joint.every(({ clearWhen }) => isSo(clearWhen))) return 'clear';
  const collides = alone.every(({ conflictWhen }) => isSo(conflictWhen));
  return collides && (joint.length === 0 || joint.some(({ conflictWhen }) => isSo(conflictWhen)))
    ? 'conflict'
    : undefined;
}

/** A duty with a way left that is sure is as good as clear: it only has to be performed so. */
function verdictIn(text: string): Verdict | undefined {
  const [finding] = findings(text);
  const isLeft = finding?.decidingFacts?.every(({ kind }) => kind === 'performance');
  return finding && !isLeft ? finding.verdict : 'clear';
}

describe('a world that a finding tells of', () => {
  const cases: readonly (readonly [
    restraint: string,
    other: string,
    asked: readonly (keyof typeof QUESTIONS)[],
    facts: readonly string[],
  ])[] = [
    ['exclusive(to=Vista, scope=c1, channel=o1)', 'license(scope=h, channel=w)', ['h', 'w'], ['c1', 'o1']],
    ['exclusive(to=Vista, scope=c1, channel=o1)', 'license(scope=[h, k], channel=w)', ['h', 'k', 'w'], ['c1', 'o1']],
    [
      'exclusive(to=Vista, scope=c1, channel=o1, territory=q1)',
      'license(scope=h, channel=w, territory=land)',
      ['h', 'w', 'land'],
      ['c1', 'q1', 'o1'],
    ],
    ['prohibit(scope=c1, channel=o1)', 'commit(act=sell, scope=h, channel=w)', ['h', 'w'], ['c1', 'o1']],
    ['prohibit(scope=c1, channel=o1)', 'commit(act=sell, scope=[h, k], channel=w)', ['h', 'k', 'w'], ['c1', 'o1']],
    ['prohibit(scope=c1) except (channel=o1)', 'license(scope=h, channel=w)', ['h', 'w'], ['c1', 'o1']],
    ['prohibit(scope=c1) except (scope=c2)', 'license(scope=h)', ['h', 'h2'], ['c1', 'c2']],
    ['prohibit(scope=[c1, c2])', 'license(scope=h)', ['h', 'h2'], ['c1 together', 'c2 together']],
    [
      'prohibit(scope=[c1, c2], channel=o1)',
      'license(scope=h, channel=w)',
      ['h', 'h2', 'w'],
      ['o1', 'c1 together', 'c2 together'],
    ],
    ['prohibit() except (scope=[c1, c2])', 'license(scope=h)', ['h', 'h2'], ['c1', 'c2']],
    ['prohibit(scope=[c1, c2])', 'commit(act=sell, scope=h)', ['h', 'h2'], ['c1 together', 'c2 together']],
    [
      'prohibit() except (scope=c1, channel=o1)',
      'license(scope=h, channel=w)',
      ['h', 'w'],
      ['c1 together', 'o1 together'],
    ],
    [
      'prohibit(scope=[c1, c2])',
      'commit(act=sell, scope=[h, k])',
      ['h', 'h2', 'k', 'k2'],
      ['c1 together', 'c2 together'],
    ],
    ['prohibit() except (scope=[c1, c2])', 'commit(act=sell, scope=h)', ['h', 'h2'], ['c1', 'c2']],
    ['exclusive(cloud=East, shop=M1)', 'license()', ['cloud', 'shop'], ['cloud together', 'shop together']],
    ['exclusive(cloud=West, shop=M2)', 'license()', ['cloud', 'shop'], ['cloud together', 'shop together']],
    ['prohibit() except (cloud=East, shop=M2)', 'license()', ['cloud', 'shop'], ['cloud together', 'shop together']],
    ['prohibit(cloud=East, shop=M1)', 'license()', ['cloud', 'shop'], ['cloud', 'shop']],
    ['prohibit() except (cloud=East), (shop=M1)', 'license()', ['cloud', 'shop'], ['cloud', 'shop']],
    [
      'prohibit() except (cloud = all except West, shop=M2), (cloud=West, shop = all except M2)',
      'license()',
      ['cloud', 'shop'],
      ['cloud', 'shop'],
    ],
    ['exclusive(cloud=East, shop=M1)', 'commit(act=sell)', ['cloud', 'shop'], ['cloud together', 'shop together']],
    ['prohibit() except (scope=c1, cloud=East)', 'license(scope=h)', ['h', 'cloud'], ['cloud together', 'c1 together']],
    ['prohibit(scope=c1) except (cloud=East)', 'license(scope=h)', ['h', 'cloud'], ['cloud', 'c1']],
  ];

  it.each(cases)('%s against %s has the verdict it says', (restraint, other, asked, expected) => {
    const questions = asked.map((name) => QUESTIONS[name]);
    const { text } = sold(restraint, other, TERMS);
    const { decidingFacts: facts = [] } = findingOf(sold(restraint, other, TERMS));
    expect(facts.map(({ name, together }) => (together ? `${name} together` : name))).toEqual(expected);
    const told = new Set<string>();
    for (const world of worldsOf(questions)) {
      const verdict = foretold(facts, questions, world);
      if (verdict === undefined) continue;
      told.add(verdict);
      const stated = world.reduce((portfolio, answer, index) => questions[index].state(portfolio, answer), text);
      expect([world, verdictIn(stated)]).toEqual([world, verdict]);
    }
    expect([...told].sort()).toEqual(['clear', 'conflict']);
  });
});
