import { type AnnotatedPassage, annotate } from '../../editor/annotate.ts';
import { editedText } from '../../editor/apply-edits.ts';
import { dealFromContract } from '../../editor/contract/deal-from-contract.ts';
import type { Span } from '../../text/span.ts';
import { linesOf } from '../lines.ts';
import type { WrittenDealResult } from '../protocol.ts';
import { workspaceEdit } from '../workspace-edit.ts';
import type { ContractPlace } from './contract-place.ts';

/** The clause of a kind for a span of a contract's text, as an edit of the client's. */
export const annotationOf = (place: ContractPlace, span: Span, kind: string): WrittenDealResult =>
  written(place, annotate(place.analysis, { source: place.source, span, kind }));

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
  return { edit, uri, position: linesOf(text).positionAt(cursor.offset) };
}
