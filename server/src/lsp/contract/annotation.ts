import type { WorkspaceEdit } from 'vscode-languageserver';
import { annotate } from '../../editor/annotate.ts';
import type { AnnotatedPassage } from '../../editor/annotation/annotated-passage.ts';
import { editedText } from '../../editor/apply-edits.ts';
import { dealFromContract } from '../../editor/contract/deal-from-contract.ts';
import type { Span } from '../../text/span.ts';
import { linesOf } from '../lines.ts';
import type { DealSnippet, WrittenDealResult } from '../protocol.ts';
import { workspaceEdit } from '../workspace-edit.ts';
import type { ContractPlace } from './contract-place.ts';

type Written = Extract<AnnotatedPassage, { readonly edits: unknown }>;

/** The clause of a kind for a span of a contract's text, as an edit of the client's. */
export const annotationOf = (place: ContractPlace, span: Span, kind: string): WrittenDealResult =>
  written(place, annotate(place.analysis, { source: place.source, span, kind }));

/** What a client that asks for actions is given to annotate a span: places to fill in, if it takes such edits. */
export function annotatingEdit(place: ContractPlace, span: Span, kind: string): WorkspaceEdit | undefined {
  const result = annotationOf(place, span, kind);
  if ('refusal' in result) return undefined;
  const { edit, uri, snippet } = result;
  if (snippet === undefined || !place.context.client.edits.snippets || edit.documentChanges === undefined) return edit;
  const { position, text } = snippet;
  const filled = { range: { start: position, end: position }, snippet: { kind: 'snippet', value: text } } as const;
  const documentChanges = edit.documentChanges.map((change) =>
    'textDocument' in change && change.textDocument.uri === uri ? { ...change, edits: [filled] } : change,
  );
  return { documentChanges };
}

/** A deal with the sections of a contract to annotate. */
export const newDealOf = (place: ContractPlace): WrittenDealResult =>
  written(place, dealFromContract(place.analysis, place.source, place.read.prepared));

function written({ portfolio, context }: ContractPlace, result: AnnotatedPassage): WrittenDealResult {
  if ('refusal' in result) return result;
  const { edits, creates, cursor } = result;
  const edit = workspaceEdit(portfolio, edits, creates, context.places, context.documents, context.client.edits);
  if (edit === undefined) return { refusal: 'This editor makes no new files: write the deal first.' };
  const text =
    creates.find(({ path }) => path === cursor.file)?.text ??
    editedText(
      portfolio.text(cursor.file) ?? '',
      edits.filter(({ file }) => file === cursor.file),
    );
  const uri = context.places.uri(portfolio, cursor.file);
  const snippet = snippetFor({ portfolio, context }, result);
  return {
    edit,
    uri,
    position: linesOf(text).positionAt(cursor.offset),
    ...(snippet === undefined ? {} : { snippet }),
  };
}

function snippetFor(
  { portfolio, context }: Pick<ContractPlace, 'portfolio' | 'context'>,
  { snippet, creates }: Written,
): DealSnippet | undefined {
  if (snippet === undefined) return undefined;
  const { file, offset, text } = snippet;
  if (creates.some(({ path }) => path === file)) {
    return { isNewFile: true, position: { line: 0, character: 0 }, version: null, text };
  }
  return {
    isNewFile: false,
    position: context.places.range(portfolio, file, { start: offset, end: offset }).start,
    version: context.documents.get(portfolio.resourceOf(file))?.text.version ?? null,
    text,
  };
}
