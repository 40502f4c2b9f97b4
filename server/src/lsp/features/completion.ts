import type {
  CompletionItem,
  CompletionItemKind,
  CompletionList,
  CompletionParams,
  MarkupContent,
} from 'vscode-languageserver';
import type { CompletionItem as EditorItem } from '../../editor/completion/completion-item.ts';
import { complete } from '../../editor/completion.ts';
import { type FilePlace, offsetIn, rangeIn } from './place.ts';

export interface CompletionFeature {
  readonly complete: (place: FilePlace, params: CompletionParams) => CompletionList | null;
  /** Adds what was left out of the list. */
  readonly resolve: (item: CompletionItem) => CompletionItem;
}

const KINDS: Readonly<Record<EditorItem['kind'], CompletionItemKind>> = {
  keyword: 14, // Keyword
  snippet: 15, // Snippet
  kind: 3, // Function
  parameter: 10, // Property
  dimension: 13, // Enum
  term: 20, // EnumMember
  event: 23, // Event
  territory: 20, // EnumMember
  deal: 9, // Module
  clause: 2, // Method
  reading: 8, // Interface
  rule: 21, // Constant
  value: 12, // Value
};

const PLAIN = 1;
const SNIPPET = 2;

/** A space asks only where a value or an argument may begin: it is typed far more often than that. */
const BEFORE_SPACE = /[=,([:（，＝：［]\s*$/;

/** Keeps the last list it gave: documentation is sent for the item that is looked at. */
export function createCompletion(): CompletionFeature {
  let listNumber = 0;
  let documentation: readonly (MarkupContent | undefined)[] = [];
  return {
    complete: (place, { position, context }) => {
      const { analysis, path, tree, client } = place;
      const offset = offsetIn(place, position);
      if (context?.triggerCharacter === ' ' && !BEFORE_SPACE.test(tree.text.slice(Math.max(0, offset - 20), offset))) {
        return null;
      }
      const { items, replace, isIncomplete } = complete(analysis, path, offset);
      const range = rangeIn(place, replace);
      listNumber++;
      documentation = items.map((item) => documentationOf(item, place));
      return {
        isIncomplete,
        items: items.map((item, index) => ({
          ...written(item, place),
          textEdit: {
            range,
            newText: item.isSnippet && !client.snippets ? withoutPlaces(item.insert) : item.insert,
          },
          ...(client.lazyCompletion ? { data: { list: listNumber, index } } : { documentation: documentation[index] }),
        })),
      };
    },
    resolve: (item) => {
      const data: unknown = item.data;
      if (typeof data !== 'object' || data === null || !('list' in data) || !('index' in data)) return item;
      const found = data.list === listNumber ? documentation[Number(data.index)] : undefined;
      return found === undefined ? item : { ...item, documentation: found };
    },
  };
}

function written(item: EditorItem, place: FilePlace): CompletionItem {
  const { label, kind, detail, isSnippet, sortText, filterText, edits = [] } = item;
  return {
    label,
    kind: KINDS[kind],
    ...(detail === undefined ? {} : { detail }),
    insertTextFormat: isSnippet && place.client.snippets ? SNIPPET : PLAIN,
    ...(sortText === undefined ? {} : { sortText }),
    ...(filterText === undefined ? {} : { filterText }),
    ...(edits.length === 0
      ? {}
      : { additionalTextEdits: edits.map(({ newText, ...span }) => ({ range: rangeIn(place, span), newText })) }),
  };
}

function documentationOf({ documentation }: EditorItem, { client }: FilePlace): MarkupContent | undefined {
  if (documentation === undefined) return undefined;
  return { kind: client.markdown.completion ? 'markdown' : 'plaintext', value: documentation };
}

/** A snippet for a client that knows none: the words that stand in the places, or nothing. */
const withoutPlaces = (snippet: string): string =>
  snippet
    .replace(/\$\{\d+\|((?:[^|,\\]|\\.)*)[^}]*\}/g, '$1')
    .replace(/\$\{\d+:((?:[^}\\]|\\.)*)\}/g, '$1')
    .replace(/\$\{?\d+\}?/g, '')
    .replace(/\\([\\$}])/g, '$1');
