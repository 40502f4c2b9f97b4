import type { Region } from '../../model/model.ts';
import { setWords } from './set-words.ts';
import { blank, type Telling } from './telling.ts';
import { dueWords, fromWords, untilWords } from './time-words.ts';
import { readTime } from './written-time.ts';

/** When a region holds: "while … holds, from 1 January 2026 until AGI". Empty where it does not say. */
export function spanWords(telling: Telling, { from, until, while: state }: Region): string {
  const { model, naming, clause } = telling;
  const states = state ? `while ${setWords(naming, state, 'or', 'any state')} holds` : '';
  const start = from && readTime(model, naming, from, 'start', clause.deal);
  const end = until && readTime(model, naming, until, 'end', clause.deal);
  const days = [
    from ? (start ? fromWords(start) : blank('start not readable')) : '',
    until ? (end ? untilWords(end) : blank('end not readable')) : '',
  ];
  return [states, days.filter((part) => part !== '').join(' ')].filter((part) => part !== '').join(', ');
}

/** When a clause holds, with what it inherits from its deal. */
export function periodWords(telling: Telling): string {
  const { clause, unread } = telling;
  const { deal, due } = clause;
  const given = <T>(name: string, value: T): T | undefined => (unread.has(name) ? undefined : value);
  const span = spanWords(telling, {
    values: clause.values,
    from: given('from', clause.from ?? deal.from),
    until: given('until', clause.until ?? (due ? undefined : deal.until)),
    while: given('while', clause.while),
  });
  const day = dueDayWords(telling) ?? '';
  const unreadable = ['from', 'until', 'while'].flatMap((name) =>
    unread.has(name) ? blank(`${name} not readable`) : [],
  );
  return [span, day, ...unreadable].filter((part) => part !== '').join(', ');
}

/** When a fact is recorded for: only what its own clause says. */
export function ownPeriodWords(telling: Telling): string {
  const { clause } = telling;
  const { from, until, values } = clause;
  const states = clause.while === clause.deal.while ? undefined : clause.while;
  return spanWords(telling, { values, from, until, while: states });
}

/** When something is due: "by 31 March 2026 at the latest"; undefined where that is not said. */
export function dueDayWords(telling: Telling): string | undefined {
  const { clause, unread, model, naming } = telling;
  if (!clause.due) return undefined;
  const time = unread.has('due') ? undefined : readTime(model, naming, clause.due, 'end', clause.deal);
  return time ? dueWords(time) : blank('due not readable');
}
