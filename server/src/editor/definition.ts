import type { Analysis } from '../portfolio/check.ts';
import type { Span } from '../text/span.ts';
import { declarationOf } from './declaration.ts';
import { symbolAt } from './symbol-at.ts';

export interface Definition {
  readonly file: string;
  /** The declared name. */
  readonly span: Span;
  /** The whole declaration. */
  readonly full: Span;
  /** The name that was asked about. */
  readonly origin: Span;
}

/** Where the name at an offset is declared; empty for what is built in or belongs to the standard library. */
export function definition(analysis: Analysis, path: string, offset: number): readonly Definition[] {
  const found = symbolAt(analysis, path, offset);
  const declaration = found && declarationOf(analysis.model, found.symbol);
  return declaration ? [{ ...declaration, origin: found.span }] : [];
}
