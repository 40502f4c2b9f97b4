import { readdirSync, readFileSync } from 'node:fs';
import { type Analysis, analyse } from '../../server/src/portfolio/check.ts';
import { parse } from '../../server/src/syntax/parser.ts';

/** Files by path: those that end with `.deal` are the portfolio, the others its sources. */
export type Files = Readonly<Record<string, string>>;

/** The analysis of files, as of a day in March 2026. */
export function analysisOf(files: Files, asOf = '2026-03-18'): Analysis {
  const deals = Object.keys(files).filter((path) => path.endsWith('.deal'));
  return analyse(
    deals.sort().map((path) => ({ path, tree: parse(files[path]) })),
    { asOf, readSource: (path) => files[path] ?? { unavailable: 'there is no such file' } },
  );
}

/** The files of an example portfolio. */
export function example(name: string): Files {
  const root = new URL(`../../examples/${name}/`, import.meta.url);
  const paths = readdirSync(root, { recursive: true, encoding: 'utf8' }).map((path) => path.replaceAll('\\', '/'));
  return Object.fromEntries(
    paths
      .filter((path) => /\.(?:deal|md|txt)$/.test(path))
      .map((path) => [path, readFileSync(new URL(path, root), 'utf8')]),
  );
}

/** Errors and warnings about the text, not about promises. */
export const faultsOf = ({ findings }: Analysis): readonly string[] =>
  findings
    .filter(({ verdict, severity }) => verdict === undefined && (severity === 'error' || severity === 'warning'))
    .map(({ rule, file, message }) => `${rule} ${file} ${message}`);
