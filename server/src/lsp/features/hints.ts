import type { CodeLens, CodeLensParams, InlayHint, InlayHintParams } from 'vscode-languageserver';
import { codeLenses } from '../../editor/code-lenses.ts';
import { inlayHints } from '../../editor/inlay-hints.ts';
import { SHOW_CLAUSES } from '../protocol.ts';
import { type FilePlace, locationIn, rangeIn, spanIn } from './place.ts';

/** A lens without a command is only read. */
export function lensesIn(place: FilePlace, _params: CodeLensParams): CodeLens[] {
  const { analysis, path, portfolio, places, client } = place;
  const canShow = client.commands.includes(SHOW_CLAUSES);
  return codeLenses(analysis, path).map(({ span, title, clauses }) => {
    const range = rangeIn(place, span);
    const locations = clauses.map((clause) => locationIn(place, clause.file, clause.span));
    const shown = { command: SHOW_CLAUSES, arguments: [places.uri(portfolio, path), range.start, locations] };
    return { range, command: { title, ...(canShow && locations.length > 0 ? shown : { command: '' }) } };
  });
}

export function hintsIn(place: FilePlace, { range }: InlayHintParams): InlayHint[] {
  const { analysis, path, lines } = place;
  return inlayHints(analysis, path, spanIn(place, range)).map(({ offset, label, tooltip }) => ({
    position: lines.positionAt(offset),
    label,
    tooltip,
    paddingLeft: true,
  }));
}
