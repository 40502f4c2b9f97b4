/** The grammar and the parser agree on what each word of the examples is. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { eachLexeme, type LexemeKind } from '../../server/src/editor/lexemes.ts';
import { parse } from '../../server/src/syntax/parser.ts';
import { tokenizeLines } from './tokenizer.ts';

const repository = new URL('../../', import.meta.url);
const files = [
  'server/src/model/standard-library.deal',
  ...readdirSync(new URL('examples/', repository), { recursive: true, encoding: 'utf8' })
    .map((path) => `examples/${path.replaceAll('\\', '/')}`)
    .filter((path) => path.endsWith('.deal')),
];

/** The scopes that stand for what the parser calls a word. */
const SCOPES: Readonly<Record<LexemeKind, RegExp>> = {
  name: /^(?:entity\.name|variable|constant\.language|storage\.modifier\.question)\b/,
  keyword: /^(?:keyword|storage\.modifier|constant\.language\.verdict)\b/,
  operator: /^keyword\.operator\b/,
  string: /^string\b/,
  number: /^(?:constant\.numeric|keyword\.other\.unit)\b/,
  quote: /^markup\.quote\b/,
  comment: /^comment\b/,
  unread: /^nothing is unread in them$/,
};

describe.each(files)('%s', (path) => {
  const text = readFileSync(new URL(path, repository), 'utf8');

  it('is coloured as it is parsed', async () => {
    const lines = text.split(/\r?\n/);
    const lineStarts = lines.map((_, line) => lines.slice(0, line).reduce((sum, one) => sum + one.length + 1, 0));
    const tokens = (await tokenizeLines(lines)).map((token) => ({
      ...token,
      offset: lineStarts[token.line] + token.start,
    }));
    const faults: string[] = [];
    let words = 0;
    eachLexeme(parse(text), undefined, (kind, start, end) => {
      words++;
      const touched = tokens.filter(
        ({ offset, text }) => offset < end && offset + text.length > start && text.trim() !== '',
      );
      for (const { text, line, scopes } of touched) {
        const own = scopes.filter((scope) => SCOPES[kind].test(scope));
        if (own.length === 0)
          faults.push(`${line + 1}: \`${text}\` is ${scopes.slice(1).join(' ')}, and parsed as ${kind}`);
      }
    });
    expect(words).toBeGreaterThan(20);
    expect(faults).toEqual([]);
  });
});
