import type { DocumentLink, DocumentLinkParams } from 'vscode-languageserver';
import { documentLinks } from '../../editor/document-links.ts';
import { type FilePlace, rangeIn } from './place.ts';

const WEB_ADDRESS = /^[a-z][a-z0-9+.-]*:/i;

/** Links to the contracts that deals name as their sources. */
export function linksIn(place: FilePlace, _params: DocumentLinkParams): DocumentLink[] {
  const { analysis, path, portfolio, places, client } = place;
  return documentLinks(analysis, path).map(({ span, target, tooltip }) => ({
    range: rangeIn(place, span),
    target: WEB_ADDRESS.test(target) ? target : places.uri(portfolio, target),
    ...(client.documentLinkTooltip ? { tooltip } : {}),
  }));
}
