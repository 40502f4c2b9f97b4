import { resolvePath } from '../model/bind-deals.ts';
import type { PortfolioFile } from './check.ts';

/** A string, in any style of quotation marks, that ends like a file whose text takes time to get. */
const written = /["“”]([^"“”\n]{1,1000}\.(?:docx|pdf|html?))["“”]/gi;

/** Most files name none, and these tell so sooner than the expression. A name in other letters is found by the check. */
const ENDINGS = ['.docx', '.pdf', '.htm'];

/**
 * The sources, relative to the root, that files most likely name and whose text has to be taken out of them. A guess, made
 * without a parser so that it costs nothing: good for loading them before the check asks for them.
 */
export function likelySources(files: Iterable<PortfolioFile>): ReadonlySet<string> {
  const paths = new Set<string>();
  for (const { path, text } of files) {
    if (!ENDINGS.some((ending) => text.includes(ending))) continue;
    for (const [, name] of text.matchAll(written)) paths.add(resolvePath(path, name));
  }
  return paths;
}
