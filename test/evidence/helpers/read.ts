import { readFileSync } from 'node:fs';
import { findQuote } from '../../../server/src/evidence/find-quote.ts';
import type { QuoteMatch } from '../../../server/src/evidence/quote-match.ts';
import { type ReadSource, readSourceFile } from '../../../server/src/evidence/read-source-file.ts';

/** The source in these bytes; fails with the reason if its text cannot be had. */
export async function sourceIn(bytes: Uint8Array | string, name: string): Promise<ReadSource> {
  const source = await readSourceFile(typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes, name);
  if ('unavailable' in source) throw new Error(`${name}: ${source.unavailable}`);
  return source;
}

/** Why the text in these bytes cannot be had; fails if it can. */
export async function whyNot(bytes: Uint8Array | string, name: string): Promise<string> {
  const source = await readSourceFile(typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes, name);
  if (!('unavailable' in source)) throw new Error(`${name} was read: ${source.text.slice(0, 100)}`);
  return source.unavailable;
}

/** A file of `test/evidence`. */
export const fileAt = (path: string): Uint8Array => readFileSync(new URL(`../${path}`, import.meta.url));

/** Looks for a quote, written as in a `.deal` file: `[§2.1]` in front, `[...]` between pieces. */
export function findIn({ prepared }: ReadSource, quote: string): QuoteMatch {
  const located = /^\[(§[^\]]*)\]/.exec(quote);
  const pieces = quote.slice(located?.[0].length ?? 0).split('[...]');
  return findQuote(prepared, { pieces, ...(located !== null && { locator: located[1] }) });
}
