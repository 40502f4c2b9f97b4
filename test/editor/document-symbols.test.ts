/** The outline of a file. */
import { describe, expect, it } from 'vitest';
import { documentSymbols, type OutlineItem } from '../../server/src/editor/document-symbols.ts';
import { parse } from '../../server/src/syntax/parser.ts';
import { textAt, withCrlf } from './marked.ts';

/** One line an item: `kind name [detail]`, indented. */
function outline(items: readonly OutlineItem[], indent = ''): string[] {
  return items.flatMap(({ kind, name, detail, children }) => [
    `${indent}${kind} ${name}${detail === '' ? '' : ` [${detail}]`}`,
    ...outline(children, `${indent}  `),
  ]);
}

const of = (text: string): string[] => outline(documentSymbols(parse(text)));

describe('the outline', () => {
  it('holds deals with their clauses and what stands in those', () => {
    expect(
      of(`deal d "The deal" (by = Lab) amends base {
  scope own
  > [§2.1] Words.
  x: license(scope = own) {
    > [§3] But not this.
    y: except (territory = CN)
    except (territory = RU)
    tranche(amount = 5 USD)
  }
  pay(amount = 5 USD)
}`),
    ).toEqual([
      'deal d [The deal]',
      '  term own',
      '  clause x [license §2.1]',
      '    exception y [except §3]',
      '    exception except',
      '    clause tranche',
      '  clause pay',
    ]);
  });

  it('puts the terms of one dimension together', () => {
    expect(of('party A "One", B\n// C too\nparty C under A\nscope s\nevent E\nstate t\nstate u\n')).toEqual([
      'terms party [3 terms]',
      '  party A [One]',
      '  party B',
      '  party C',
      'term s',
      'event E',
      'terms state [2 terms]',
      '  event t',
      '  event u',
    ]);
  });

  it('holds kinds, dimensions, readings and expectations', () => {
    expect(
      of(`dimension shop who "On whose shop"
kind lease permits, excludes (rent: money, self: flag = yes)
reading r "Ours" { scope a in b }
expect near miss between d.x and e.y
expect clear d.x`),
    ).toEqual([
      'dimension shop [On whose shop]',
      'kind lease [permits, excludes]',
      '  parameter rent [money]',
      '  parameter self [flag]',
      'reading r [Ours]',
      '  term a',
      'expectation expect near miss [d.x and e.y]',
      'expectation expect clear [d.x]',
    ]);
  });

  it('shows what can be read of broken text, and leaves no name empty', () => {
    expect(of('x: license(scope = a)\ndeal d (by = Lab) {\n  : license(\n  y: license(scope =\n')).toEqual([
      'clause x [license]',
      'deal d',
      '  clause y [license]',
    ]);
    for (const text of ['deal', 'party', 'kind', 'reading {', 'deal d (by = A) { > q', 'dimension', '}{', '']) {
      const check = (items: readonly OutlineItem[]): void => {
        for (const { name, children } of items) {
          expect(name).not.toBe('');
          check(children);
        }
      };
      check(documentSymbols(parse(text)));
    }
  });

  it('has spans within each other, and selects the name', () => {
    const text = withCrlf(
      '// 🐉\nparty 甲方 "🐉"\ndeal 许可 "🐉" (by = 甲方) {\n  > 🐉\n  使用： license() { 例外： except (scope = 软件) }\n}\n',
    );
    const names: string[] = [];
    const check = (items: readonly OutlineItem[], start: number, end: number): void => {
      for (const { span, selection, children } of items) {
        expect(span.start).toBeGreaterThanOrEqual(start);
        expect(span.end).toBeLessThanOrEqual(end);
        expect(selection.start).toBeGreaterThanOrEqual(span.start);
        expect(selection.end).toBeLessThanOrEqual(span.end);
        names.push(textAt(text, selection));
        check(children, span.start, span.end);
      }
    };
    check(documentSymbols(parse(text)), 0, text.length);
    expect(names).toEqual(['甲方', '许可', '使用', '例外']);
  });
});
