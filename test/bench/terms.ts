import { openLivePortfolio } from '../../server/src/portfolio/live-portfolio.ts';
import { AS_OF, generatePortfolio } from './generate-portfolio.ts';
import { type Contestant, check, figure, interleave, printTable } from './measure.ts';

const CLAUSES = 100_000;
const ROUNDS = 7;
const WARMUPS = 3;

/** Edits of the terms of a large portfolio against checking it again. Shown only: no target is set. */
export function termsBenchmark(): void {
  const { files } = generatePortfolio({ clauses: CLAUSES });
  const live = openLivePortfolio(
    files.filter(({ path }) => path.endsWith('.deal')),
    { asOf: AS_OF },
  );
  const { path, text } = files.find((file) => file.path === 'terms.deal')!;
  const scopes = text.split('\n').filter((line) => /^\s*scope \w+ in /.test(line));
  check(scopes.length > 20, 'the generated terms have too few scopes');
  const [leaf, other] = [scopes.at(-5)!, scopes.at(-15)!];
  const nameOf = (scope: string): string => scope.trim().split(' ')[1];
  const edits: readonly (readonly [what: string, text: string])[] = [
    ['a note above them', `// What follows is agreed.\n${text}`],
    ['a term more', `${text}scope quite_new in ${nameOf(leaf)}\n`],
    ['two terms overlap', text.replace(leaf, `${leaf} overlaps ${nameOf(other)}`)],
    ['a term less', text.replace(`${leaf}\n`, '')],
  ];
  const contestants = edits.map(
    ([name, edited]): Contestant => ({
      name,
      prepare: () => void live.update([{ path, text }]),
      run: () => live.update([{ path, text: edited }]),
    }),
  );
  contestants.push({ name: 'checking everything again', run: () => live.recheck() });
  const times = interleave(contestants, ROUNDS, WARMUPS);
  const whole = times[times.length - 1];
  printTable(
    `An edit of terms: ${CLAUSES.toLocaleString('en-US')} clauses, ${text.split('\n').length.toLocaleString('en-US')} lines of terms; medians of ${ROUNDS}`,
    ['', 'ms', 'checking again / this'],
    contestants.map(({ name }, at) => [name, figure(times[at]), figure(whole / times[at])]),
  );
}
