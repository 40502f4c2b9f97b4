import type { Location, Range } from 'vscode-languageserver';
import type { Span } from '../text/span.ts';
import type { Documents } from './documents.ts';
import { type Lines, linesOf, NOWHERE, rangeOf } from './lines.ts';
import type { Portfolio } from './portfolio.ts';
import type { Spellings } from './spellings.ts';

/** Where spans of a portfolio's files are for the client. */
export interface Places {
  readonly lines: (portfolio: Portfolio, path: string) => Lines | undefined;
  readonly range: (portfolio: Portfolio, path: string, span: Span) => Range;
  readonly uri: (portfolio: Portfolio, path: string) => string;
  readonly location: (portfolio: Portfolio, path: string, span: Span) => Location;
}

/** The lines of a closed file, and the text they are of. */
interface KnownLines {
  readonly text: string;
  readonly lines: Lines;
}

/** In other contracts offsets count in the text taken out of the file: they are no place in the file itself. */
const HAS_PLACES = /\.(?:deal|md|markdown|txt|json)$/i;

export function createPlaces(documents: Documents, spellings: Spellings): Places {
  const known = new WeakMap<Portfolio, Map<string, KnownLines>>();
  const lines: Places['lines'] = (portfolio, path) => {
    const text = portfolio.text(path);
    if (text === undefined) return undefined;
    const open = documents.get(portfolio.resourceOf(path))?.text;
    if (open !== undefined && open.getText() === text) return open;
    const files = known.get(portfolio) ?? new Map<string, KnownLines>();
    known.set(portfolio, files);
    const entry = files.get(path);
    if (entry !== undefined && entry.text === text) return entry.lines;
    const found = linesOf(text);
    files.set(path, { text, lines: found });
    return found;
  };
  const range: Places['range'] = (portfolio, path, span) => {
    const hasPlaces = HAS_PLACES.test(path) || portfolio.tree(path) !== undefined;
    const found = hasPlaces ? lines(portfolio, path) : undefined;
    return found === undefined ? NOWHERE : rangeOf(found, span);
  };
  const uri: Places['uri'] = (portfolio, path) => spellings.uriOf(portfolio.resourceOf(path));
  return {
    lines,
    range,
    uri,
    location: (portfolio, path, span) => ({ uri: uri(portfolio, path), range: range(portfolio, path, span) }),
  };
}
