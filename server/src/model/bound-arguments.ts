import type { NodeIndex } from '../syntax/tree.ts';
import type { Period } from '../terms/calendar.ts';
import type { Interval } from '../terms/intervals.ts';
import type { SetExpression } from '../terms/set-expression.ts';
import { type BindContext, type FileContext, replacedBy, report, type Scopes } from './context.ts';
import type { GivenParameters } from './given-parameters.ts';
import type { Affiliates, Flag, Kind, Reference } from './model.ts';

/** What stands in one pair of parentheses. */
export interface BoundArguments {
  /** Those that are written: a dimension's index, then its value, and so on, `valueCount` numbers. */
  readonly values: number[];
  valueCount: number;
  measures?: Map<number, readonly Interval[]>;
  parameters?: GivenParameters;
  by?: readonly SetExpression[];
  to?: readonly SetExpression[];
  from?: NodeIndex;
  until?: NodeIndex;
  due?: NodeIndex;
  while?: SetExpression;
  affiliates?: Affiliates;
  self?: Flag;
  of?: Reference;
  status?: 'draft' | 'signed';
  signed?: number;
  renews?: Period;
  source?: string;
  /** Something in it could not be understood. */
  broken: boolean;
}

/** Which arguments may stand there: a header's own, a clause's, an exception's. */
export type Place = 'header' | 'clause' | 'exception';

export interface ArgumentContext {
  readonly context: BindContext;
  readonly file: FileContext;
  readonly scopes: Scopes;
  readonly place: Place;
  readonly kind?: Kind;
}

/** `written`: what is certainly meant there. */
export function fail(
  at: ArgumentContext,
  bound: BoundArguments,
  node: NodeIndex,
  message: string,
  help: string,
  written?: string,
): void {
  report(at.context, at.file, node, 'invalid-argument', message, { help, ...replacedBy(at.file, node, written) });
  bound.broken = true;
}
