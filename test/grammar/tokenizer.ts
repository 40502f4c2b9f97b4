import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import oniguruma from 'vscode-oniguruma';
import textmate from 'vscode-textmate';
import { dealGrammar } from '../../syntaxes/deal-grammar.ts';

/** A stretch of a line with all its scopes, the outermost first. Columns count UTF-16 units from 0. */
export interface ScopedToken {
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly scopes: readonly string[];
}

const wasm = readFileSync(createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm'));
const onigLib = oniguruma.loadWASM({ data: wasm }).then(() => ({
  createOnigScanner: (patterns: string[]) => new oniguruma.OnigScanner(patterns),
  createOnigString: (text: string) => new oniguruma.OnigString(text),
}));

const registry = new textmate.Registry({
  onigLib,
  loadGrammar: async () => textmate.parseRawGrammar(JSON.stringify(dealGrammar), 'deal.tmLanguage.json'),
});
const grammar = registry.loadGrammar(dealGrammar.scopeName);

/** What VS Code makes of lines of a `.deal` file, without the language server. */
export async function tokenizeLines(lines: readonly string[]): Promise<readonly ScopedToken[]> {
  const loaded = await grammar;
  if (loaded === null) throw new Error('no grammar');
  const tokens: ScopedToken[] = [];
  let state = textmate.INITIAL;
  lines.forEach((text, line) => {
    const result = loaded.tokenizeLine(text, state);
    state = result.ruleStack;
    for (const { startIndex, endIndex, scopes } of result.tokens) {
      const end = Math.min(endIndex, text.length);
      if (startIndex < end) tokens.push({ line, start: startIndex, end, text: text.slice(startIndex, end), scopes });
    }
  });
  return tokens;
}
