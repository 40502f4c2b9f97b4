import type { DocumentLink, DocumentLinkParams } from 'vscode-languageserver';
import { documentLinks } from '../../editor/document-links.ts';
import { formatOf } from '../../evidence/source-kind.ts';
import { contractTextUri } from '../protocol.ts';
import { type FilePlace, rangeIn } from './place.ts';

const WEB_ADDRESS = /^[a-z][a-z0-9+.-]*:/i;

/** Links to the contracts that deals name as their sources. */
export function linksIn(place: FilePlace, _params: DocumentLinkParams): DocumentLink[] {
  const { analysis, path, portfolio, places, client } = place;
  const uriOf = (target: string): string => {
    const uri = places.uri(portfolio, target);
    const format = formatOf(target);
    // What an editor cannot show is shown as its text.
    return client.contractTexts && (format === 'docx' || format === 'pdf') ? contractTextUri(uri) : uri;
  };
  return documentLinks(analysis, path).map(({ span, target, tooltip }) => ({
    range: rangeIn(place, span),
    target: WEB_ADDRESS.test(target) ? target : uriOf(target),
    ...(client.documentLinkTooltip ? { tooltip } : {}),
  }));
}
