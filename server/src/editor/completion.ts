import type { Analysis } from '../portfolio/check.ts';
import type { Span } from '../text/span.ts';
import type { CompletionItem, Draft } from './completion/completion-item.ts';
import { draftsAt } from './completion/drafts-at.ts';

export type { CompletionItem, CompletionKind } from './completion/completion-item.ts';

export interface Completion {
  /** The best first. */
  readonly items: readonly CompletionItem[];
  /** What an item takes the place of: the word under the cursor, or nothing. */
  readonly replace: Span;
  /** Whether there are more than are shown, or others once more is typed: ask again then. */
  readonly isIncomplete: boolean;
}

/** Items shown at the most. */
export const MOST_ITEMS = 500;

/** What may be written at an offset, and nothing that does not fit there. The text around it may be broken. */
export function complete(analysis: Analysis, path: string, offset: number): Completion {
  const found = draftsAt(analysis, path, offset);
  if (!found) return { items: [], replace: { start: offset, end: offset }, isIncomplete: false };
  const { drafts, typed, replace } = found;
  const { items, isCut } = shown(drafts, typed);
  return { items, replace, isIncomplete: isCut || drafts.some(({ kind }) => kind === 'territory') };
}

/** The best of the drafts; where there are too many, those that what is typed may mean. */
function shown(drafts: readonly Draft[], typed: string): { items: CompletionItem[]; isCut: boolean } {
  const fitting = drafts.length > MOST_ITEMS ? drafts.filter((draft) => mayMean(draft, typed)) : drafts;
  const ordered = fitting
    .map((draft, index) => ({ draft, index, first: startsWith(draft, typed) ? 0 : 1 }))
    .sort((a, b) => a.first - b.first || a.draft.rank - b.draft.rank || a.index - b.index)
    .slice(0, MOST_ITEMS);
  return {
    items: ordered.map(({ draft }, index) => itemOf(draft, index)),
    isCut: fitting.length < drafts.length || ordered.length < fitting.length,
  };
}

const startsWith = ({ label }: Draft, typed: string): boolean => label.toLowerCase().startsWith(typed.toLowerCase());

/** Whether the letters typed stand in an item in their order: editors look for no more. */
function mayMean({ label, filterText }: Draft, typed: string): boolean {
  const text = (filterText ?? label).toLowerCase();
  let from = 0;
  for (const letter of typed.toLowerCase()) {
    from = text.indexOf(letter, from) + 1;
    if (from === 0) return false;
  }
  return true;
}

function itemOf(draft: Draft, index: number): CompletionItem {
  const { rank: _, documentation, insert, isSnippet, ...rest } = draft;
  const told = typeof documentation === 'function' ? documentation() : documentation;
  return {
    ...rest,
    insert: insert ?? draft.label,
    isSnippet: isSnippet ?? false,
    sortText: String(index).padStart(4, '0'),
    ...(told === undefined ? {} : { documentation: told }),
  };
}
