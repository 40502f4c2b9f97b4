/** Whatever a text looks like, what the editor tells of it never fails, and tells of what stands under the cursor. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { clauseSentence } from '../../server/src/editor/clause-sentence.ts';
import { codeLenses } from '../../server/src/editor/code-lenses.ts';
import { hover } from '../../server/src/editor/hover.ts';
import { inlayHints } from '../../server/src/editor/inlay-hints.ts';
import { signatureHelp } from '../../server/src/editor/signature-help.ts';
import { type Analysis, analyse } from '../../server/src/portfolio/check.ts';
import { parse } from '../../server/src/syntax/parser.ts';

const folder = new URL('../../examples/', import.meta.url);
const examples = readdirSync(folder);

function textsOf(example: string): Record<string, string> {
  const here = new URL(`${example}/`, folder);
  const paths = readdirSync(here).filter((path) => path.endsWith('.deal'));
  return Object.fromEntries(paths.map((path) => [path, readFileSync(new URL(path, here), 'utf8')]));
}

const check = (texts: Readonly<Record<string, string>>): Analysis =>
  analyse(
    Object.entries(texts).map(([path, text]) => ({ path, tree: parse(text) })),
    { asOf: '2026-05-01' },
  );

/** Asks everything at an offset. */
function ask(analysis: Analysis, path: string, offset: number): void {
  const found = hover(analysis, path, offset);
  if (found) {
    expect(found.markdown).not.toBe('');
    expect(found.markdown).not.toMatch(/undefined|NaN|\[object/);
    expect(found.span.start).toBeLessThanOrEqual(offset);
    expect(found.span.end).toBeGreaterThanOrEqual(offset);
  }
  const help = signatureHelp(analysis, path, offset);
  if (help?.active !== undefined) expect(help.parameters[help.active]).toBeDefined();
}

function askAll(analysis: Analysis, path: string, length: number): void {
  codeLenses(analysis, path);
  inlayHints(analysis, path, { start: 0, end: length });
  for (const clause of analysis.model.clauses) expect(clauseSentence(analysis, clause)).toMatch(/^\S.*\.$/s);
}

for (const example of examples) {
  describe(example, () => {
    const texts = textsOf(example);
    it('has something to say about most of what stands in it', () => {
      const analysis = check(texts);
      for (const [path, text] of Object.entries(texts)) {
        let told = 0;
        const names = [
          ...text.replace(/\/\/.*|"[^"\n]*"|^\s*>.*/gm, (raw) => ' '.repeat(raw.length)).matchAll(/[\p{L}\p{N}_]+/gu),
        ];
        for (const { index } of names) {
          ask(analysis, path, index);
          if (hover(analysis, path, index)) told++;
        }
        expect(told / names.length, path).toBeGreaterThan(0.8);
        askAll(analysis, path, text.length);
      }
    });

    it('may be cut off anywhere', () => {
      for (const [path, text] of Object.entries(texts)) {
        for (let end = 11; end < text.length; end += 509) {
          const analysis = check({ ...texts, [path]: text.slice(0, end) });
          for (const offset of [end, end - 1, end - 5, end >> 1]) ask(analysis, path, offset);
          askAll(analysis, path, end);
        }
      }
    });

    it('may lack any punctuation', () => {
      for (const [path, text] of Object.entries(texts)) {
        const marks = [...text.matchAll(/[(){}[\],:="]/g)].filter((_, index) => index % 29 === 0);
        for (const { index } of marks) {
          const broken = text.slice(0, index) + text.slice(index + 1);
          const analysis = check({ [path]: broken });
          for (const offset of [index - 1, index, index + 3, index + 20])
            ask(analysis, path, Math.min(Math.max(0, offset), broken.length));
          askAll(analysis, path, broken.length);
        }
      }
    });
  });
}

describe('any offset', () => {
  it('is answered, beyond the text too', () => {
    const analysis = check({ 'a.deal': 'party A\n' });
    for (const offset of [-1, 0, 8, 9, 1000]) {
      expect(() => hover(analysis, 'a.deal', offset)).not.toThrow();
      expect(() => signatureHelp(analysis, 'a.deal', offset)).not.toThrow();
    }
    expect(hover(check({ 'a.deal': '' }), 'a.deal', 0)).toBeUndefined();
  });
});
