/** §8, time: days, events whose day nobody knows, states, renewals and tails. */
import { describe, expect, it } from 'vitest';
import { type Case, findingOf, judges, sold, told, verdictOf } from './helpers.ts';

/** Studio is bound by a prohibition that ends, and grants a licence that begins. */
const ends = (until: string, from: string, more = '') =>
  sold(`prohibit(scope=film, ${until})`, `license(scope=film, ${from})`, more);

/** Two deals with headers of the case's own. */
const deals = (header: string, x: string, y: string, more = '') =>
  told(
    `${more}
    deal vista (by = Studio, to = Vista, ${header}) { x: ${x} }
    deal onda (by = Studio, to = Onda, from = 2026-01-01) { y: ${y} }`,
    'vista.x',
    'onda.y',
  );

describe('dates', () => {
  judges([
    ['a last day is included', ends('until=2026-12-31', 'from=2026-12-31'), 'conflict'],
    ['and the next is not', ends('until=2026-12-31', 'from=2027-01-01'), 'clear'],
    ['a month ends with its last day', ends('until=2026-11', 'from=2026-11-30'), 'conflict'],
    ['and no later', ends('until=2026-11', 'from=2026-12-01'), 'clear'],
    ['February of a leap year', ends('until=2028-02', 'from=2028-02-29'), 'conflict'],
    ['February of another year', ends('until=2027-02', 'from=2027-03-01'), 'clear'],
    ['a year ends with its last day', ends('until=2026', 'from=2026-12-31'), 'conflict'],
    ['and no later than that', ends('until=2026', 'from=2027-01-01'), 'clear'],
    ['a month begins with its first day', ends('until=2027-02-01', 'from=2027-02'), 'conflict'],
    ['and not before', ends('until=2027-01-31', 'from=2027-02'), 'clear'],
    ['a year begins with its first day', ends('until=2027-01-01', 'from=2027'), 'conflict'],
    ['and not the day before', ends('until=2026-12-31', 'from=2027'), 'clear'],
    ['what has no end goes on', ends('from=2026-01-01', 'from=2099'), 'conflict'],
    ['perpetual goes on', ends('until=perpetual', 'from=2099'), 'conflict'],
  ]);
});

describe('the dates of a deal are those of its clauses', () => {
  judges([
    ['a clause begins with its deal', deals('from=2027-01-01', 'prohibit()', 'license(until=2026-12-31)'), 'clear'],
    ['on the very day', deals('from=2027-01-01', 'prohibit()', 'license(until=2027-01-01)'), 'conflict'],
    ['a clause ends with its deal', deals('from=2025, until=2026', 'prohibit()', 'license(from=2027)'), 'clear'],
    ['not before', deals('from=2025, until=2026', 'prohibit()', 'license(from=2026-12-31)'), 'conflict'],
    [
      'unless it has an end of its own',
      deals('from=2025, until=2026', 'prohibit(until=2028)', 'license(from=2028-12-31)'),
      'conflict',
    ],
    [
      'a clause may begin before its deal',
      deals('from=2027', 'prohibit(from=2026-02-01)', 'license(until=2026-12-31)'),
      'conflict',
    ],
    [
      'or goes on for ever',
      deals('from=2025, until=2026', 'prohibit(until=perpetual)', 'license(from=2099)'),
      'conflict',
    ],
  ]);
});

describe('events', () => {
  const AGI = 'event AGI';
  judges([
    ['until an event and from it never meet', ends('until=AGI', 'from=AGI', AGI), 'clear'],
    ['until it, and a day on which it may have happened', ends('until=AGI', 'from=2028-01-01', AGI), 'depends'],
    ['until it, and a day that has passed without it', ends('until=AGI', 'from=2026-01-01', AGI), 'conflict'],
    ['it has not happened up to the day of the check', ends('until=AGI', 'from=2026-04-30', AGI), 'conflict'],
    ['it may happen on the day after', ends('until=AGI', 'from=2026-05-01', AGI), 'depends'],
    ['from it on, if it ever happens', ends('until=perpetual', 'from=AGI', AGI), 'depends'],
    ['from it on is later than today', ends('until=2026-04-30', 'from=AGI', AGI), 'clear'],
    ['a prohibition from it on', sold('prohibit(from=AGI)', 'license(scope=film)', AGI), 'depends'],
    ['two events in either order', ends('until=AGI', 'from=IPO', 'event AGI, IPO'), 'depends'],
    [
      'it happened, and ended the prohibition',
      ends('until=AGI', 'from=2026-03-01', 'event AGI occurred 2026-03-01'),
      'clear',
    ],
    [
      'it had not happened the day before',
      ends('until=AGI', 'from=2026-02-28', 'event AGI occurred 2026-03-01'),
      'conflict',
    ],
    [
      'it happened, and began the licence',
      ends('until=2026-03-01', 'from=AGI', 'event AGI occurred 2026-03-01'),
      'conflict',
    ],
    [
      'the licence did not begin before it',
      ends('until=2026-02-28', 'from=AGI', 'event AGI occurred 2026-03-01'),
      'clear',
    ],
  ]);

  it('decide, with one day of each kind', () => {
    const { decidingFacts } = findingOf(ends('until=AGI', 'from=2028-01-01', AGI));
    expect(decidingFacts).toHaveLength(1);
    expect(decidingFacts?.[0]).toMatchObject({ kind: 'event', name: 'AGI' });
    expect(decidingFacts?.[0].text).toBe('only if AGI comes after 2028-01-01');
    expect(decidingFacts?.[0].conflictWhen).not.toBe(decidingFacts?.[0].clearWhen);
  });
});

describe('bounds of events', () => {
  judges([
    ['after a year is after its last day', ends('until=AGI', 'from=2027-12-31', 'event AGI after 2027'), 'conflict'],
    ['it may be the next day', ends('until=AGI', 'from=2028-01-01', 'event AGI after 2027'), 'depends'],
    [
      'after a month is after its last day',
      ends('until=AGI', 'from=2027-06-30', 'event AGI after 2027-06'),
      'conflict',
    ],
    ['after a day is not on it', ends('until=AGI', 'from=2027-06-15', 'event AGI after 2027-06-15'), 'conflict'],
    ['after a day may be the next', ends('until=AGI', 'from=2027-06-16', 'event AGI after 2027-06-15'), 'depends'],
    ['before a year has happened by then', ends('until=AGI', 'from=2027-01-01', 'event AGI before 2027'), 'clear'],
    ['before a year does happen', ends('until=perpetual', 'from=AGI', 'event AGI before 2027'), 'conflict'],
    ['before a year may be a day of it', ends('until=AGI', 'from=2026-12-01', 'event AGI before 2027'), 'depends'],
    ['between two days', ends('until=2026-06-30', 'from=AGI', 'event AGI after 2026-06 before 2027'), 'clear'],
    ['the one before the other', ends('until=AGI', 'from=IPO', 'event IPO\nevent AGI before IPO'), 'clear'],
    ['and never on the same day', ends('until=AGI + 1 days', 'from=IPO', 'event IPO\nevent AGI before IPO'), 'clear'],
    ['perhaps on the next', ends('until=AGI + 2 days', 'from=IPO', 'event IPO\nevent AGI before IPO'), 'depends'],
    ['the other only if the one', ends('until=IPO', 'from=AGI', 'event IPO\nevent AGI before IPO'), 'depends'],
    ['the one after the other', ends('until=AGI', 'from=IPO', 'event AGI\nevent IPO after AGI'), 'clear'],
    [
      'the one before the other, which is before a year',
      ends('until=a', 'from=2027', 'event b before 2027\nevent a before b'),
      'clear',
    ],
    ['a chain of three', ends('until=a', 'from=c', 'event c\nevent b before c\nevent a before b'), 'clear'],
    [
      'one that happened, before one that has not',
      ends('until=AGI', 'from=IPO', 'event IPO\nevent AGI before IPO occurred 2026-02-02'),
      'clear',
    ],
  ]);
});

describe('presumptions about events', () => {
  judges([
    ['that it never happens', ends('until=AGI', 'from=2028', 'event AGI presumed no'), 'conflict'],
    ['that what it begins never begins', ends('until=perpetual', 'from=AGI', 'event AGI presumed no'), 'clear'],
    ['that it happens some day', ends('until=perpetual', 'from=AGI', 'event AGI presumed yes'), 'conflict'],
    ['that it happens says not when', ends('until=AGI', 'from=2028', 'event AGI presumed yes'), 'depends'],
    ['that it happens after a day', ends('until=2027', 'from=AGI', 'event AGI after 2027 presumed yes'), 'clear'],
  ]);

  it('in an exception or a consent are said in the finding', () => {
    const letter = 'deal letter (by = Vista, to = Studio, from = AGI) { consent(of=vista.x) }';
    const excepted = sold('prohibit() except (from=AGI)', 'license(from=2028)', 'event AGI presumed no');
    const consented = sold('prohibit()', 'license(from=2028)', `event AGI presumed no\n${letter}`);
    expect(findingOf(excepted).assumptions?.join('; ')).toContain('unless AGI happens');
    expect(findingOf(consented).assumptions?.join('; ')).toContain('unless AGI happens');
  });

  it('are said in the finding', () => {
    const never = findingOf(ends('until=AGI', 'from=2028', 'event AGI presumed no'));
    expect(never.assumptions?.join('; ')).toContain('unless AGI happens');
    const some = findingOf(ends('until=perpetual', 'from=AGI', 'event AGI presumed yes'));
    expect(some.assumptions?.join('; ')).toContain('unless AGI never happens');
  });
});

describe('sums of times', () => {
  judges([
    [
      'five years end the day before',
      deals('from=2019-05-06', 'prohibit(until=start + 5 years)', past('2024-05-06')),
      'clear',
    ],
    [
      'and not a day earlier',
      deals('from=2019-05-06', 'prohibit(until=start + 5 years)', past('2024-05-05')),
      'conflict',
    ],
    ['a number of days', ends('until=2026-06-01 + 90 days', 'from=2026-08-29'), 'conflict'],
    ['and no more of them', ends('until=2026-06-01 + 90 days', 'from=2026-08-30'), 'clear'],
    ['months end at the end of a shorter month', ends('until=2027-01-31 + 1 months', 'from=2027-02-27'), 'conflict'],
    ['which as the end of a sum is not included', ends('until=2027-01-31 + 1 months', 'from=2027-02-28'), 'clear'],
    ['in a leap year', ends('until=2028-01-31 + 1 months', 'from=2028-02-28'), 'conflict'],
    ['a year after a leap day', ends('until=2028-02-29 + 1 years', 'from=2029-02-28'), 'clear'],
    ['the day before that', ends('until=2028-02-29 + 1 years', 'from=2029-02-27'), 'conflict'],
    ['eighteen months', ends('until=2026-06-15 + 18 months', 'from=2027-12-14'), 'conflict'],
    ['eighteen months and no more', ends('until=2026-06-15 + 18 months', 'from=2027-12-15'), 'clear'],
    ['less than a date', ends('until=2027-03-31 - 1 months', 'from=2027-02-27'), 'conflict'],
    ['less than a date, clamped', ends('until=2027-03-31 - 1 months', 'from=2027-02-28'), 'clear'],
    ['a sum as a beginning', ends('until=2026-08-29', 'from=2026-06-01 + 90 days'), 'clear'],
    ['a sum as a beginning, on the day', ends('until=2026-08-30', 'from=2026-06-01 + 90 days'), 'conflict'],
    ['until a sum and from it never meet', ends('until=AGI + 1 years', 'from=AGI + 1 years', 'event AGI'), 'clear'],
    ['a later sum than the other', ends('until=AGI + 13 months', 'from=AGI + 1 years', 'event AGI'), 'depends'],
    [
      'of something that does happen',
      ends('until=AGI + 13 months', 'from=AGI + 1 years', 'event AGI presumed yes'),
      'conflict',
    ],
    ['years after an event, today', ends('until=AGI + 5 years', 'from=2031-04-30', 'event AGI'), 'conflict'],
    [
      'years after an event that may be tomorrow',
      ends('until=AGI + 5 years', 'from=2031-05-01', 'event AGI'),
      'depends',
    ],
  ]);

  function past(day: string): string {
    return `license(scope=film, from=${day}, until=${day})`;
  }
});

describe('the earlier and the later of two times', () => {
  const AGI = 'event AGI';
  const never = 'event AGI presumed no';
  judges([
    ['a date inside is included', ends('until=earlier of [AGI, 2026-12-31]', 'from=2026-12-31', never), 'conflict'],
    ['the event may be earlier', ends('until=earlier of [AGI, 2026-12-31]', 'from=2026-12-31', AGI), 'depends'],
    ['it is never later than the date', ends('until=earlier of [AGI, 2026-12-31]', 'from=2027-01-01', AGI), 'clear'],
    ['a month inside is included', ends('until=earlier of [AGI, 2026-12]', 'from=2026-12-31', never), 'conflict'],
    ['of two dates', ends('until=earlier of [2027, 2026-12-31]', 'from=2027-01-01'), 'clear'],
    ['the later is not before the date', ends('until=later of [AGI, 2027]', 'from=2027-12-31', AGI), 'conflict'],
    ['the later may be the event', ends('until=later of [AGI, 2027]', 'from=2028-01-01', AGI), 'depends'],
    ['the later of a date and never', ends('until=later of [AGI, 2027]', 'from=2028-01-01', never), 'conflict'],
    ['beginning with the later', ends('until=2026-12-31', 'from=later of [AGI, 2027]', AGI), 'clear'],
    [
      'beginning with the later, perhaps the date',
      ends('until=2027-01-01', 'from=later of [AGI, 2027]', AGI),
      'depends',
    ],
    [
      'beginning with the earlier, perhaps the event',
      ends('until=2027-12-31', 'from=earlier of [AGI, 2028]', AGI),
      'depends',
    ],
    [
      'beginning with the earlier, at last the date',
      ends('until=2028-01-01', 'from=earlier of [AGI, 2028]', AGI),
      'conflict',
    ],
    ['of two events', ends('until=earlier of [AGI, IPO]', 'from=AGI', 'event AGI, IPO'), 'clear'],
    ['of two events, until both', ends('until=later of [AGI, IPO]', 'from=AGI', 'event AGI, IPO'), 'depends'],
  ]);
});

describe('duties and events', () => {
  const AGI = 'event AGI';
  judges([
    [
      'a duty that an event may end too soon',
      sold('prohibit(until=2026-12-31)', 'purchase(until=AGI)', AGI),
      'depends',
    ],
    ['a duty that an event begins', sold('prohibit()', 'purchase(from=AGI)', AGI), 'depends'],
    ['a duty that an event does begin', sold('prohibit()', 'purchase(from=AGI)', 'event AGI presumed yes'), 'conflict'],
    ['a duty that an event never begins', sold('prohibit()', 'purchase(from=AGI)', 'event AGI presumed no'), 'clear'],
    [
      'a prohibition that an event may end in time',
      sold('prohibit(until=AGI)', 'purchase(until=2027)', AGI),
      'depends',
    ],
    [
      'a prohibition that it ends too late',
      sold('prohibit(until=AGI)', 'purchase(until=2027)', 'event AGI after 2027'),
      'conflict',
    ],
  ]);
});

describe('exceptions of time', () => {
  judges([
    ['two that leave no day', sold('prohibit() except (until=2026), (from=2027)', 'license()'), 'clear'],
    ['two that leave one day', sold('prohibit() except (until=2026), (from=2027-01-02)', 'license()'), 'conflict'],
    ['from an event on', sold('prohibit() except (from=AGI)', 'license(from=2028)', 'event AGI'), 'depends'],
    [
      'until an event and from it on',
      sold('prohibit() except (until=AGI), (from=AGI)', 'license()', 'event AGI'),
      'clear',
    ],
    [
      'a consent from an event on',
      sold(
        'prohibit()',
        'license(from=2028)',
        'event AGI\ndeal letter (by = Vista, to = Studio, from = AGI) { consent(of=vista.x) }',
      ),
      'depends',
    ],
  ]);

  it('leave the day that they leave', () => {
    const { witness } = findingOf(sold('prohibit() except (until=2026), (from=2027-01-02)', 'license()'));
    expect(witness?.date).toBe('2027-01-01');
  });
});

describe('states', () => {
  const shortage = 'state shortage';
  judges([
    ['a prohibition while it holds', sold('prohibit(while=shortage)', 'license(scope=film)', shortage), 'depends'],
    ['a licence while it holds', sold('prohibit(scope=film)', 'license(while=shortage)', shortage), 'depends'],
    ['both while it holds', sold('prohibit(while=shortage)', 'license(while=shortage)', shortage), 'depends'],
    ['presumed never to hold', sold('prohibit(while=shortage)', 'license()', `${shortage} presumed no`), 'clear'],
    ['another state', sold('prohibit(while=shortage)', 'license(while=glut)', `${shortage}\nstate glut`), 'depends'],
    ['a duty while it holds', sold('prohibit(while=shortage)', 'purchase(while=shortage)', shortage), 'depends'],
    [
      'an exception for the time that it holds',
      sold('prohibit(while=shortage)', 'license(scope=film) except (while=shortage)', shortage),
      'clear',
    ],
    [
      'an exception for another state',
      sold('prohibit(while=shortage)', 'license(scope=film) except (while=glut)', `${shortage}\nstate glut`),
      'depends',
    ],
    ['while it holds, and another time', sold('prohibit(while=shortage, until=2025)', 'license()', shortage), 'clear'],
  ]);

  it('that are presumed not to hold are said in the finding', () => {
    const pair = sold('prohibit(scope=film)', 'license(scope=film) except (while=shortage)', `${shortage} presumed no`);
    const { verdict, assumptions } = findingOf(pair);
    expect(verdict).toBe('conflict');
    expect(assumptions?.join('; ')).toContain('unless shortage');
  });

  it('decide', () => {
    const { decidingFacts } = findingOf(sold('prohibit(while=shortage)', 'license(scope=film)', shortage));
    expect(decidingFacts?.[0]).toMatchObject({ kind: 'state', name: 'shortage' });
  });
});

describe('renewals', () => {
  const renewed = 'from=2025, until=2028-12-31, renews=1 years';
  judges([
    ['within the first term', deals(renewed, 'prohibit()', 'license(from=2028-12-31)'), 'conflict'],
    ['the deal may go on', deals(renewed, 'prohibit()', 'license(from=2029-01-01)'), 'depends'],
    ['for more than one term', deals(renewed, 'prohibit()', 'license(from=2040)'), 'depends'],
    ['a deal that does not renew', deals('from=2025, until=2028-12-31', 'prohibit()', 'license(from=2029)'), 'clear'],
    [
      'a tail of a deal that may go on',
      deals(renewed, 'prohibit(until=end + 1 years)', 'license(from=2032)'),
      'depends',
    ],
    ['from its end on, whenever that is', deals(renewed, 'prohibit()', 'license(from=vista.end)'), 'clear'],
    ['a clause with an end of its own', deals(renewed, 'prohibit(until=2028-12-31)', 'license(from=2029)'), 'clear'],
  ]);

  it('decide', () => {
    const { decidingFacts } = findingOf(deals(renewed, 'prohibit()', 'license(from=2029-01-01)'));
    expect(decidingFacts?.map(({ kind }) => kind)).toEqual(['renewal']);
  });
});

describe('tails', () => {
  const header = 'from=2025, until=2028-12-31';
  const tail = 'prohibit(until=end + 3 years)';
  const terminated = 'deal letter (by = Studio, to = Vista, from = 2027-01-01) terminates vista { }';
  const cases: readonly Case[] = [
    ['a tail has its last day', deals(header, tail, 'license(from=2031-12-31)'), 'conflict'],
    ['and ends with it', deals(header, tail, 'license(from=2032-01-01)'), 'clear'],
    ['the end is the first day no longer in force', deals(header, 'prohibit()', 'license(from=vista.end)'), 'clear'],
    ['a tail from the end on', deals(header, tail, 'license(from=vista.end)'), 'conflict'],
    [
      'measured from the end of another deal',
      deals(header, 'prohibit()', 'license(from=vista.end - 1 days)'),
      'conflict',
    ],
    [
      'measured from the end of a clause',
      deals(header, 'prohibit(until=2026-12-31)', 'license(from=vista.x.end)'),
      'clear',
    ],
    [
      'measured from the end of a clause, a day before',
      deals(header, 'prohibit(until=2026-12-31)', 'license(from=vista.x.end - 1 days)'),
      'conflict',
    ],
    ['a termination ends the deal', deals(header, 'prohibit()', 'license(from=2027-01-01)', terminated), 'clear'],
    ['not before its day', deals(header, 'prohibit()', 'license(from=2026-12-31)', terminated), 'conflict'],
    ['a termination moves the end', deals(header, tail, 'license(from=2030-01-01)', terminated), 'clear'],
    [
      'a clause measured from the end survives it',
      deals(header, tail, 'license(from=2029-12-31)', terminated),
      'conflict',
    ],
    [
      'a clause with a date for an end does not survive it',
      deals(header, 'prohibit(until=2035)', 'license(from=2027-01-01)', terminated),
      'clear',
    ],
    [
      'years from the start',
      deals('from=2025-06-01', 'prohibit(until=start + 2 years)', 'license(from=2027-06-01)'),
      'clear',
    ],
    [
      'years from the start, the last day',
      deals('from=2025-06-01', 'prohibit(until=start + 2 years)', 'license(from=2027-05-31)'),
      'conflict',
    ],
  ];
  judges(cases);
});

describe('what is measured from the end', () => {
  const VISTA = `event breach
    deal vista (by = Studio, to = Vista, from = 2025, until = 2028-12-31) {
      x: prohibit(scope=film, until=end + 1 years)
      z: prohibit(scope=book, from=end, until=end + 2 years)
      w: license(scope=song)
    }
    `;
  const ended = (from: string, name = 'letter', which = 'vista') =>
    `deal ${name} (by = Studio, to = Vista, from = ${from}) terminates ${which} { }\n`;
  const measured = (changes: string, y: string, clause: string) =>
    told(`${VISTA}${changes}deal onda (by = Studio, to = Onda, from = 2026) { y: license(${y}) }`, clause, 'onda.y');
  const renewed = (changes: string, y: string) =>
    told(
      `deal vista (by = Studio, to = Vista, from = 2025, until = 2028-12-31, renews = 1 years) { x: prohibit() }
      ${changes}deal onda (by = Studio, to = Onda, from = 2026) { y: license(${y}) }`,
      'vista.x',
      'onda.y',
    );
  judges([
    ['does not begin before it', measured('', 'scope=book, until=2028-12-31', 'vista.z'), 'clear'],
    ['begins with it', measured('', 'scope=book, until=2029-01-01', 'vista.z'), 'conflict'],
    [
      'does not begin before a termination',
      measured(ended('2027'), 'scope=book, until=2026-12-31', 'vista.z'),
      'clear',
    ],
    ['begins with a termination', measured(ended('2027'), 'scope=book, until=2027-01-01', 'vista.z'), 'conflict'],
    [
      'depends on a termination that may come',
      measured(ended('breach'), 'scope=film, from=2029-12-31', 'vista.x'),
      'depends',
    ],
    [
      'has the earlier of two terminations',
      measured(ended('2027') + ended('2026-06', 'other'), 'scope=film, from=2027-06-01', 'vista.x'),
      'clear',
    ],
    ['the earlier of the end and a date', measured('', 'from=earlier of [vista.end, 2030]', 'vista.x'), 'conflict'],
    [
      'nothing, where the deal ends before it starts',
      measured(
        `deal gone (by = Studio, to = Vista, from = 2030) { v: prohibit() }\n${ended('2029', 'letter', 'gone')}`,
        'scope=film',
        'gone.v',
      ),
      'clear',
    ],
    ['a renewal ends with a termination', renewed(ended('2031'), 'from=2031'), 'clear'],
    ['a renewal up to a termination', renewed(ended('2031'), 'from=2030'), 'depends'],
    [
      'until the end, the last day',
      deals('from=2025, until=2026', 'prohibit(until=end)', 'license(from=2026-12-31)'),
      'conflict',
    ],
    [
      'until the end, and no later',
      deals('from=2025, until=2026', 'prohibit(until=end)', 'license(from=2027-01-01)'),
      'clear',
    ],
  ]);
});

describe('what lies in the past', () => {
  const over = sold('prohibit(until=2026-02-28)', 'license(scope=film)');
  judges([
    ['has the same verdict', over, 'conflict'],
    ['also where it depended', sold('prohibit(cloud=East, until=2026-02-28)', 'host(scope=film)'), 'depends'],
  ]);

  it('is information', () => {
    expect(findingOf(over)).toMatchObject({ severity: 'information', past: true, verdict: 'conflict' });
    expect(findingOf(sold('prohibit(cloud=East, until=2026-02-28)', 'host(scope=film)'))).toMatchObject({
      severity: 'information',
      past: true,
    });
  });

  it('is information where it is disputed, too', () => {
    const disputed = sold(
      'prohibit(scope=film, until=2026-02)',
      'license(scope=song)',
      'reading r { scope song in film }',
    );
    expect(findingOf(disputed)).toMatchObject({ severity: 'information', past: true, verdict: 'disputed' });
  });

  it('does not include what still lasts', () => {
    const { severity, past } = findingOf(sold('prohibit(until=2026-04-30)', 'license(scope=film)'));
    expect({ severity, past: past ?? false }).toEqual({ severity: 'error', past: false });
  });

  it('is past only from the next day on', () => {
    expect(findingOf(over, { asOf: '2026-02-28' }).severity).toBe('error');
    expect(findingOf(over, { asOf: '2026-03-01' }).severity).toBe('information');
  });
});

describe('scenarios', () => {
  const pair = ends('until=AGI', 'from=2028', 'event AGI');
  judges([
    ['the event comes first', pair, 'clear', { assume: { AGI: '2027-06-01' } }],
    ['the event comes on the very day', pair, 'clear', { assume: { AGI: '2028-01-01' } }],
    ['the event comes a day later', pair, 'conflict', { assume: { AGI: '2028-01-02' } }],
    ['the event never comes', pair, 'conflict', { assume: { AGI: 'never' } }],
    [
      'another event is assumed',
      ends('until=AGI', 'from=2028', 'event AGI, IPO'),
      'depends',
      { assume: { IPO: '2027-01-01' } },
    ],
    [
      'a presumption gives way',
      ends('until=AGI', 'from=2028', 'event AGI presumed no'),
      'clear',
      { assume: { AGI: '2027-01-01' } },
    ],
    ['as of a later day, it has not happened', pair, 'conflict', { asOf: '2028-01-01' }],
  ]);
});

describe('a scenario about an event of a deal', () => {
  it('calls it by its name alone', () => {
    const portfolio = told(
      `deal vista (by = Studio, to = Vista, from = 2025-01-01) { event closing x: exclusive(scope=film, until=closing) }
deal onda (by = Studio, to = Onda, from = 2030-01-01) { y: license(scope=film) }`,
      'vista.x',
      'onda.y',
    );
    const verdict = (closing: string) => verdictOf(portfolio.text, 'vista.x', 'onda.y', { assume: { closing } });
    expect([verdict('2027-01-01'), verdict('2031-01-01')]).toEqual(['clear', 'conflict']);
  });
});
