/**
 * Words of the grammar, values that the language knows and arguments that every deal or clause takes: a dimension of one of
 * these names could not be told from it.
 */
export const RESERVED_WORDS: ReadonlySet<string> = new Set(
  [
    'deal reading expect kind dimension who what where number',
    'in overlaps distinct open by under occurred after before presumed',
    'from except subject to notwithstanding amends supersedes terminates',
    'earlier later of between and conflict disputed depends near miss clear',
    'all worldwide perpetual never start end yes no',
    'until while affiliates signed status source law renews',
  ].flatMap((words) => words.split(' ')),
);
