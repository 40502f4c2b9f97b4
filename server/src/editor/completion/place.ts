import type { ArgumentPlace } from '../expected-value.ts';

/** What the grammar expects where something is being typed. */
export type Place =
  /** A declaration of the file. */
  | { readonly kind: 'declaration' }
  /** A clause or a term of a deal; a clause or an exception inside the braces of a clause. */
  | MemberPlace
  /** The dimension of the terms that a reading speaks of. */
  | { readonly kind: 'reading' }
  /** Something that only the writer knows. */
  | { readonly kind: 'invented' }
  /** What may follow the name of a term. */
  | { readonly kind: 'relation'; readonly dimension: string; readonly given: readonly string[] }
  /** Terms of a dimension, other than those that the line itself names. */
  | { readonly kind: 'terms'; readonly dimension: string; readonly others: readonly string[] }
  /** An event or a date. */
  | { readonly kind: 'event-or-date'; readonly others: readonly string[] }
  | { readonly kind: 'date' }
  /** What may follow a deal's header. */
  | { readonly kind: 'deal-tail' }
  /** What may follow the parentheses of a clause. */
  | { readonly kind: 'clause-tail' }
  | ArgumentNamePlace
  | ValuePlace
  /** What may follow a value that is complete. */
  | (Omit<ValuePlace, 'kind'> & { readonly kind: 'after-value' })
  /** The unit or currency of a number. */
  | (Pick<ValuePlace, 'owner' | 'clauseKind' | 'name' | 'type'> & {
      readonly kind: 'unit';
      /** It is added to a time. */
      readonly isDuration: boolean;
    })
  /** A deal or a clause. */
  | {
      readonly kind: 'reference';
      readonly takes: 'deals' | 'clauses' | 'both';
      readonly others: readonly string[];
      /** Words of the language that may stand there instead. */
      readonly words?: readonly string[];
    }
  | { readonly kind: 'reading-name' }
  /** One of a few words of the language. */
  | { readonly kind: 'words'; readonly words: readonly string[] }
  | { readonly kind: 'verdict' }
  | { readonly kind: 'effect' }
  | { readonly kind: 'parameter' }
  | { readonly kind: 'type' }
  /** The rule that a comment silences. */
  | { readonly kind: 'ignored-rule'; readonly hasReason: boolean };

export interface MemberPlace {
  readonly kind: 'member';
  readonly inClause: boolean;
  readonly isLabelled: boolean;
  /** Whether parentheses follow already. */
  readonly hasArguments: boolean;
}

export interface ArgumentNamePlace {
  readonly kind: 'argument';
  readonly owner: ArgumentPlace;
  /** The clause's kind. */
  readonly clauseKind: string | undefined;
  /** Names of arguments that stand in the same parentheses. */
  readonly given: readonly string[];
  /** Whether an operator follows already. */
  readonly hasOperator: boolean;
  /** Where a comma is missing in front of it. */
  readonly missingComma: number | undefined;
}

export interface ValuePlace {
  readonly kind: 'value';
  readonly owner: ArgumentPlace;
  readonly clauseKind: string | undefined;
  /** The argument. */
  readonly name: string;
  /** What the same list names already. */
  readonly others: readonly string[];
  readonly inList: boolean;
  readonly afterExcept: boolean;
  /** In the default of a kind's parameter: its type. */
  readonly type?: string;
}
