/** Whatever the text, no question about it fails. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { incoming, outgoing, prepareClauseCalls } from '../../server/src/editor/clause-calls.ts';
import { definition } from '../../server/src/editor/definition.ts';
import { documentLinks } from '../../server/src/editor/document-links.ts';
import { documentSymbols } from '../../server/src/editor/document-symbols.ts';
import { foldingRanges } from '../../server/src/editor/folding.ts';
import { formatDocument, formatOnType, formatRange } from '../../server/src/editor/formatting.ts';
import { highlights } from '../../server/src/editor/highlights.ts';
import { references } from '../../server/src/editor/references.ts';
import { prepareRename, rename } from '../../server/src/editor/rename.ts';
import { selectionRanges } from '../../server/src/editor/selection-ranges.ts';
import { semanticTokens } from '../../server/src/editor/semantic-tokens.ts';
import { prepareTermHierarchy, subtypes, supertypes } from '../../server/src/editor/term-hierarchy.ts';
import { workspaceSymbols } from '../../server/src/editor/workspace-symbols.ts';
import { type Analysis, analyse } from '../../server/src/portfolio/check.ts';
import { parse } from '../../server/src/syntax/parser.ts';
import type { Tree } from '../../server/src/syntax/tree.ts';
import type { Span } from '../../server/src/text/span.ts';
import { edited, withCrlf } from './marked.ts';

const PATH = 'a.deal';

/** Asks everything that can be asked of a file; gives the spans that came back. */
function askOfFile(analysis: Analysis, tree: Tree): Span[] {
  const half = { start: tree.text.length >> 2, end: tree.text.length >> 1 };
  workspaceSymbols(analysis, 'a');
  return [
    ...semanticTokens(analysis, PATH).map(({ span }) => span),
    ...documentLinks(analysis, PATH).map(({ span }) => span),
    ...documentSymbols(tree).map(({ span }) => span),
    ...foldingRanges(tree),
    ...formatDocument(tree),
    ...formatRange(tree, half),
  ];
}

/** Asks everything that can be asked of an offset. */
function askAt(analysis: Analysis, tree: Tree, offset: number): Span[] {
  const item = prepareTermHierarchy(analysis, PATH, offset);
  const clause = prepareClauseCalls(analysis, PATH, offset);
  prepareRename(analysis, PATH, offset);
  const renamed = rename(analysis, PATH, offset, 'another_name');
  return [
    ...definition(analysis, PATH, offset).map(({ origin }) => origin),
    ...references(analysis, PATH, offset, true).map(({ span }) => span),
    ...highlights(analysis, PATH, offset).map(({ span }) => span),
    ...selectionRanges(tree, offset),
    ...formatOnType(tree, offset, '}'),
    ...formatOnType(tree, offset, '\n'),
    ...(item ? [item, ...supertypes(analysis, item), ...subtypes(analysis, item)].map(({ span }) => span) : []),
    ...(clause ? [...outgoing(analysis, clause), ...incoming(analysis, clause)].flatMap(({ spans }) => spans) : []),
    ...('edits' in renamed ? renamed.edits : []),
  ];
}

function ask(text: string, offsets: readonly number[]): void {
  const tree = parse(text);
  const analysis = analyse([{ path: PATH, tree }], { asOf: '2026-03-18' });
  for (const { start, end } of [...askOfFile(analysis, tree), ...offsets.flatMap((at) => askAt(analysis, tree, at))]) {
    expect(start >= 0 && start <= end && end <= text.length).toBe(true);
  }
}

const folder = new URL('../../examples/', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, folder), 'utf8');
const whole = `${read('film/terms.deal')}\n${read('film/countries.deal')}\n${read('film/streaming.deal')}\n`;
const wide = withCrlf(read('ai-cloud/报道-2026-03-18.deal'));

describe('no question fails', () => {
  it.each([
    ['whole', whole],
    ['with CRLF and Chinese', wide],
    ['empty', ''],
    ['of one character', '>'],
    ['of brackets', '}{)(][{{{((([[['],
    ['of halves of characters', 'party \ud83d\ndeal \udc09 (by = \ud83d'],
  ])('%s', (_name, text) => {
    ask(
      text,
      [0, 1, text.length >> 1, text.length - 1, text.length, text.length + 10, -1].filter((at) => at <= text.length),
    );
  });

  it('whatever is cut off', () => {
    for (const text of [whole, wide]) {
      for (let end = 0; end < text.length; end += 97) ask(text.slice(0, end), [end, end >> 1]);
    }
  });

  it('whatever is cut out', () => {
    for (const text of [whole, wide]) {
      for (let at = 0; at < text.length; at += 101) ask(text.slice(0, at) + text.slice(at + 7), [at]);
    }
  });

  it('and laying out twice changes nothing more', () => {
    for (let end = 0; end < whole.length; end += 211) {
      const once = edited(whole.slice(0, end), formatDocument(parse(whole.slice(0, end))));
      expect(formatDocument(parse(once))).toEqual([]);
    }
  });
});
