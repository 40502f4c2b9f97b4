import type { DocumentFilter, Registration } from 'vscode-languageserver';
import { CODE_ACTION_KINDS } from '../capabilities.ts';
import type { ClientFeatures } from '../client-features.ts';
import { CONTRACT_TEXT } from '../protocol.ts';

/** Of the languages in which editors show contracts as they are. */
const LANGUAGES: readonly string[] = ['markdown', 'plaintext', 'html'];
const INCREMENTAL = 2;

/**
 * What is answered on contracts, for clients that otherwise ask about `.deal` files alone: no more than that, so that nobody
 * takes this server for one that formats Markdown. Whether a document is a contract is seen when it is asked about.
 */
export function contractRegistrations({ registrable }: ClientFeatures, schemes: readonly string[]): Registration[] {
  const files: DocumentFilter[] = schemes.flatMap((scheme) => LANGUAGES.map((language) => ({ scheme, language })));
  const texts: DocumentFilter[] = [{ scheme: CONTRACT_TEXT }];
  const documentSelector = [...files, ...texts];
  const options: Readonly<Record<string, object>> = {
    'textDocument/didOpen': { documentSelector },
    'textDocument/didChange': { documentSelector, syncKind: INCREMENTAL },
    'textDocument/didClose': { documentSelector },
    'textDocument/hover': { documentSelector },
    'textDocument/codeLens': { documentSelector, resolveProvider: false },
    'textDocument/definition': { documentSelector },
    'textDocument/documentHighlight': { documentSelector },
    'textDocument/codeAction': { documentSelector, codeActionKinds: [...CODE_ACTION_KINDS] },
    'textDocument/documentSymbol': { documentSelector: texts, label: 'Deal' },
  };
  return Object.entries(options)
    .filter(([method]) => registrable.has(method))
    .map(([method, registerOptions]) => ({ id: `deal-contracts-${method}`, method, registerOptions }));
}
