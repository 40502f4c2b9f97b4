import type { Location } from 'vscode-languageserver';
import { formatOf } from '../../evidence/source-kind.ts';
import type { Span } from '../../text/span.ts';
import type { Portfolio } from '../portfolio.ts';
import { type ContractContext, readContract } from './contract-place.ts';

/**
 * Where a span of a portfolio's file is for the client: of a `.deal` file or, of a contract, of the document that shows it.
 * Undefined where the client has nothing that shows it.
 */
export function locationOf(
  context: ContractContext,
  portfolio: Portfolio,
  file: string,
  span: Span,
): Location | undefined {
  const format = formatOf(file);
  if (format === undefined || portfolio.tree(file) !== undefined) return context.places.location(portfolio, file, span);
  if ((format === 'docx' || format === 'pdf') && !context.client.contractTexts) return undefined;
  const place = readContract(context, { portfolio, path: file }, false);
  const range = 'unavailable' in place ? undefined : place.range(span);
  return 'unavailable' in place || range === undefined ? undefined : { uri: place.uri, range };
}
