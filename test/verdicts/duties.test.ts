/** §8, duties: what a finding says of one that can still be performed as far as these two go, and of what that hangs on. */
import { describe, expect, it } from 'vitest';
import { notesOf } from '../../server/src/portfolio/finding-notes.ts';
import type { DecidingFact, Finding } from '../../server/src/rules/finding.ts';
import { findingOf, told } from './helpers.ts';

const TERMS = `
event permit
event licence
event recall
event closing presumed yes
event fair before 2026-10
state war, flood
`;

/** Studio must not supply `restraint`; it must deliver `duty` to Onda. */
const duty = (restraint: string, deliver: string, more = ''): Finding =>
  findingOf(
    told(
      `${TERMS}${more}
      deal ban (by = Studio, to = Vista, from = 2026-01-01) { x: prohibit(act=supply${restraint}) }
      deal sale (by = Studio, to = Onda, from = 2026-05-01, until = 2026-12-31) { y: deliver(scope=film${deliver}) }`,
      'ban.x',
      'sale.y',
    ),
  );

const factsOf = ({ decidingFacts = [] }: Finding): readonly DecidingFact[] => decidingFacts;
const textsOf = (finding: Finding): string[] => factsOf(finding).map(({ text }) => text);

describe('a duty against a restraint that ends at an event', () => {
  it('hangs on the event, which has to come in time', () => {
    const finding = duty(', until=permit', '');
    expect(finding.verdict).toBe('depends');
    expect(factsOf(finding)).toEqual([
      {
        kind: 'event',
        name: 'permit',
        text: '`sale.y` can be performed only if permit happens by 2026-12-31',
        conflictWhen: 'permit happens on 2027-01-01',
        clearWhen:
          'permit happens on 2026-12-31 and `sale.y` is performed in the way then left: ' +
          'on 2026-12-31 Studio may supply film, dealing with Onda',
      },
    ]);
  });

  it('is a conflict where the event never comes', () => {
    expect(duty(', until=refusal', '', 'event refusal presumed no\n').verdict).toBe('conflict');
  });

  it.each([
    [', until = permit + 30 days', '`sale.y` can be performed only if permit happens by 2026-12-01'],
    [', from = recall', '`sale.y` can be performed only if recall does not happen before 2026-05-02'],
    [
      ', from = recall, until = 2026-12-31',
      '`sale.y` can be performed only if recall does not happen before 2026-05-02',
    ],
  ])('counts from the day on which it can no longer be performed: %s', (restraint, text) => {
    expect(textsOf(duty(restraint, ''))).toEqual([text]);
  });

  it('of two events says of neither that it is needed where the other would do', () => {
    expect(textsOf(duty(', until = earlier of [permit, licence]', ''))).toEqual([
      '`sale.y` can be performed if permit happens by 2026-12-31',
      '`sale.y` can be performed if licence happens by 2026-12-31',
    ]);
    expect(textsOf(duty(', from = recall, until = permit', ''))).toEqual([
      '`sale.y` can be performed if recall does not happen before 2026-05-02',
      '`sale.y` can be performed if permit happens by 2026-12-31',
    ]);
  });

  it('of two events that must both come names one without which it cannot', () => {
    expect(textsOf(duty(', until = later of [permit, licence]', ''))).toEqual([
      '`sale.y` can be performed only if permit happens by 2026-12-31',
    ]);
  });

  it('of two events that must both come says in the clear world when either does', () => {
    const [fact] = factsOf(duty(', until = later of [permit, licence]', ''));
    expect(fact.clearWhen).toMatch(
      /^permit happens on 2026-12-31, licence happens on 2026-05-01 and `sale.y` is performed/,
    );
  });

  it('names no day for an event that may come whenever it likes', () => {
    expect(textsOf(duty(', until = permit', ', until = perpetual'))).toEqual([
      '`sale.y` can be performed only if permit happens',
    ]);
  });

  it('that comes for sure, some day, can be performed when it has', () => {
    expect(textsOf(duty(', until = closing', ', until = perpetual'))).toEqual([
      '`sale.y` can still be performed as far as these two go, in one way or another: if closing happens on 2026-05-02, ' +
        'on 2026-05-02 Studio may supply film, dealing with Onda',
    ]);
  });
});

describe('a duty that can be performed whatever happens', () => {
  const left = (day: string): string[] => [
    `\`sale.y\` can still be performed as far as these two go: on ${day} Studio may supply film, dealing with Onda`,
  ];

  it.each([
    ['a date', ', until = 2026-06-30', '2026-07-01'],
    ['a bounded event', ', until = fair', '2026-09-30'],
    ['an event or a date', ', until = earlier of [permit, 2026-06-30]', '2026-07-01'],
    ['a day behind a bounded event', ', until = fair + 10 days', '2026-10-10'],
  ])('names a day after the latest end of the restraint: %s', (_, restraint, day) => {
    expect(textsOf(duty(restraint, ''))).toEqual(left(day));
  });

  it('names a day before the restraint begins', () => {
    expect(textsOf(duty(', from = 2026-06-01', ''))).toEqual(left('2026-05-01'));
  });

  it('names what is left of its region, as a sentence', () => {
    expect(textsOf(duty(', territory=FR, until = permit', ', territory=[FR, DE]'))).toEqual([
      '`sale.y` can still be performed as far as these two go: on 2026-05-01 Studio may supply film, dealing with Onda in DE',
    ]);
  });

  it('says which of those who owe it may perform it', () => {
    const finding = findingOf(
      told(
        `deal ban (by = Studio, to = Vista, from = 2026-01-01) { x: prohibit(act=supply) }
        deal sale (by = [Studio, Rex], to = Onda, from = 2026-05-01, until = 2026-12-31) { y: deliver(scope=film) }`,
        'ban.x',
        'sale.y',
      ),
    );
    expect(textsOf(finding)).toEqual([
      '`sale.y` can still be performed as far as these two go: on 2026-05-01 Rex may supply film, dealing with Onda',
    ]);
  });
});

describe('what belongs to an open term', () => {
  it('belongs to it before and after somebody becomes an affiliate', () => {
    // Were cirrus outside the class until a day, and within it from then on, nothing could be performed.
    const finding = findingOf(
      told(
        `cloud cirrus, stratus open
        party OndaTv under Vista from 2026-08-15
        party OndaRadio under OndaTv
        deal ban (by = Studio, to = Vista, from = 2026-01-01, until = 2027-01-29) { x: prohibit() }
        deal sale (by = Studio, to = OndaTv, from = 2026-01-01) { y: commit() except (cloud = stratus) }`,
        'ban.x',
        'sale.y',
      ),
    );
    expect(textsOf(finding)).toEqual([
      '`sale.y` can still be performed as far as these two go, in one way or another: ' +
        'on 2027-01-30 Studio may exploit something, dealing with OndaTv on another cloud',
    ]);
  });
});

describe('facts that decide only together', () => {
  const depends = (finding: Finding): string[] =>
    notesOf(finding)
      .filter(({ label }) => label === 'depends')
      .map(({ text }) => text);

  it('are told in one line', () => {
    const finding = duty(', while = [war, flood]', '');
    expect(factsOf(finding).map(({ name, together }) => [name, together])).toEqual([
      ['war', true],
      ['flood', true],
    ]);
    expect(depends(finding)).toEqual([
      'a conflict when war holds or when flood holds; none when war does not hold and when flood does not hold',
    ]);
  });

  it('say of a state alone that it decides nothing', () => {
    expect(textsOf(duty(', while = [war, flood]', ''))).toEqual(['whether war holds', 'whether flood holds']);
  });

  it('leave a line of its own to each that does so alone', () => {
    const finding = duty(', while = war, until = permit', '');
    expect(depends(finding)).toEqual([
      expect.stringMatching(/^`sale.y` can be performed if permit happens by 2026-12-31 \(none when permit .*\)$/),
      'only while war holds (none when war does not hold)',
      'a conflict when permit happens on 2027-01-01 and when war holds',
    ]);
  });

  it('are told beside the way that is left: without them none is ruled out', () => {
    const way =
      '`sale.y` can still be performed as far as these two go: on 2026-05-01 Studio may supply film, dealing with Onda in DE';
    const region = ', territory = [FR, DE]';
    expect(depends(duty(', territory = FR, while = war', region))).toEqual([
      'only while war holds (none when war does not hold)',
      `${way} (none when it is performed in a way that is left)`,
      'a conflict when war holds and when it is performed in a way that is ruled out',
    ]);
    expect(textsOf(duty(', territory = FR', region))).toEqual([way]);
  });
});
