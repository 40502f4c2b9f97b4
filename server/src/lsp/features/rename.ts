import type { PrepareRenameParams, PrepareRenameResult, RenameParams, WorkspaceEdit } from 'vscode-languageserver';
import { prepareRename, rename } from '../../editor/rename.ts';
import type { Documents } from '../documents.ts';
import { BadRequest, Refused } from '../failure.ts';
import { workspaceEdit } from '../workspace-edit.ts';
import { type FilePlace, offsetIn, rangeIn } from './place.ts';

export function prepareRenameAt(place: FilePlace, { position }: PrepareRenameParams): PrepareRenameResult | null {
  const found = prepareRename(place.analysis, place.path, offsetIn(place, position));
  if (found === undefined) return null;
  if ('refusal' in found) throw new Refused(found.refusal);
  return { range: rangeIn(place, found.span), placeholder: found.placeholder };
}

export function renameAt(
  place: FilePlace,
  { position, newName }: RenameParams,
  documents: Documents,
): WorkspaceEdit | null {
  if (typeof newName !== 'string') throw new BadRequest('the new name is missing');
  const { analysis, path, portfolio, places, client } = place;
  const outcome = rename(analysis, path, offsetIn(place, position), newName);
  if ('refusal' in outcome) throw new Refused(outcome.refusal);
  return workspaceEdit(portfolio, outcome.edits, [], places, documents, client.edits) ?? null;
}
