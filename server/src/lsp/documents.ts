import type { DidChangeTextDocumentParams, TextDocumentItem } from 'vscode-languageserver';
import { type Range, TextDocument } from 'vscode-languageserver-textdocument';
import { type Resource, resourceOf } from './resource.ts';
import type { Spellings } from './spellings.ts';

/** A document that is open in the editor: what it says counts, whatever is on the disk. */
export interface OpenDocument {
  readonly resource: Resource;
  /** As the client spelled it last. */
  readonly uri: string;
  readonly languageId: string;
  /** Text, version, and lines, as they are now. */
  readonly text: TextDocument;
}

/** The open documents. Each call that changes one returns its resource; undefined when nothing was changed. */
export interface Documents {
  readonly get: (resource: Resource) => OpenDocument | undefined;
  readonly all: () => Iterable<OpenDocument>;
  readonly open: (item: Partial<TextDocumentItem> | undefined) => Resource | undefined;
  readonly change: (params: Partial<DidChangeTextDocumentParams> | undefined) => Resource | undefined;
  readonly close: (uri: unknown) => Resource | undefined;
}

interface Entry extends OpenDocument {
  /** Every spelling under which it is open: it is closed when the last of them is. */
  readonly spellings: Set<string>;
}

export function createDocuments(spellings: Spellings): Documents {
  const entries = new Map<Resource, Entry>();
  return {
    get: (resource) => entries.get(resource),
    all: () => entries.values(),
    open: (item) => {
      const resource = resourceOf(item?.uri);
      if (item?.uri === undefined || resource === undefined || typeof item.text !== 'string') return undefined;
      const { uri, languageId = 'deal', version = 0 } = item;
      const known = entries.get(resource)?.spellings ?? [];
      const text = TextDocument.create(uri, languageId, version, item.text);
      entries.set(resource, { resource, uri, languageId, text, spellings: new Set([...known, uri]) });
      spellings.learn(resource, uri);
      return resource;
    },
    change: (params) => {
      const resource = resourceOf(params?.textDocument?.uri);
      const entry = resource === undefined ? undefined : entries.get(resource);
      if (entry === undefined || !Array.isArray(params?.contentChanges)) return undefined;
      const { text } = entry;
      const version = params.textDocument?.version ?? text.version;
      for (const change of params.contentChanges) applyChange(text, change, version);
      return resource;
    },
    close: (uri) => {
      const resource = resourceOf(uri);
      const entry = resource === undefined ? undefined : entries.get(resource);
      if (resource === undefined || entry === undefined) return undefined;
      entry.spellings.delete(String(uri));
      if (entry.spellings.size === 0) entries.delete(resource);
      return resource;
    },
  };
}

/** One change, with positions outside of the text moved to its nearest end. What is no change is left out. */
function applyChange(document: TextDocument, change: unknown, version: number): void {
  if (typeof change !== 'object' || change === null || !('text' in change) || typeof change.text !== 'string') return;
  const { text } = change;
  const range = 'range' in change ? change.range : undefined;
  if (range === undefined || range === null) TextDocument.update(document, [{ text }], version);
  else if (isRange(range)) {
    const inside = { start: clamped(document, range.start), end: clamped(document, range.end) };
    TextDocument.update(document, [{ text, range: inside }], version);
  }
}

/** The library takes lines past the end for lines of the text and loses count of them. */
const clamped = (document: TextDocument, position: Range['start']): Range['start'] =>
  document.positionAt(document.offsetAt(position));

const isRange = (value: unknown): value is Range =>
  typeof value === 'object' &&
  value !== null &&
  'start' in value &&
  'end' in value &&
  isPosition(value.start) &&
  isPosition(value.end);

/** Whether a value is a line and a character; both may lie outside of any text. */
export const isPosition = (value: unknown): value is Range['start'] =>
  typeof value === 'object' &&
  value !== null &&
  'line' in value &&
  'character' in value &&
  Number.isInteger(value.line) &&
  Number.isInteger(value.character);
