/** The tree of terms, up and down. */
import { describe, expect, it } from 'vitest';
import { prepareTermHierarchy, subtypes, supertypes, type TermItem } from '../../server/src/editor/term-hierarchy.ts';
import { type Marked, marked, textAt, withCrlf } from './marked.ts';

const TERMS = `party Amazon, Group
party AWS "Amazon Web Services" under Amazon from 2006-03-14 in Group
scope service
scope api "The API" in service
scope runtime in service
scope both = [api, runtime]
act stream in offer
territory north = [DK, SE]
territory baltics
territory EE in baltics
reading ours { scope runtime in api }
`;

const above = (at: Marked): readonly TermItem[] => supertypes(at.analysis, prepared(at)!);
const under = (at: Marked): readonly TermItem[] => subtypes(at.analysis, prepared(at)!);
const prepared = (at: Marked): TermItem | undefined => prepareTermHierarchy(at.analysis, at.path, at.offset);
const told = (items: readonly TermItem[]): string[] => items.map(({ name, detail }) => `${name}: ${detail}`);
const cursor = (mark: string): Marked => marked(TERMS.replace(mark.replace('$0', ''), mark));

describe('the hierarchy of terms', () => {
  it('starts at a name, declared or used', () => {
    const item = prepared(
      marked({ 'terms.deal': TERMS, 'd.deal': 'deal d (by = Amazon) { x: license(scope = $0api) }' }),
    )!;
    expect([item.name, item.detail, item.file]).toEqual(['api', 'scope: The API', 'terms.deal']);
    expect(textAt(TERMS, item.span)).toBe('scope api "The API" in service');
    expect(textAt(TERMS, item.selection)).toBe('api');
    expect(prepared(cursor('$0scope service'))).toBeUndefined();
    expect(prepared(marked('deal $0d (by = A) {}'))).toBeUndefined();
  });

  it('leads up to what holds or controls a term', () => {
    expect(told(above(cursor('scope $0api')))).toEqual(['service: api in service', 'both: api is part of both']);
    expect(told(above(cursor('party $0AWS')))).toEqual([
      'Group: AWS in Group',
      'Amazon: AWS under Amazon from 2006-03-14',
    ]);
  });

  it('leads down to what lies in it, and says what only a reading adds', () => {
    expect(told(under(cursor('scope $0service')))).toEqual(['api: api in service', 'runtime: runtime in service']);
    expect(told(under(cursor('scope $0api')))).toEqual(['runtime: runtime in api, as the reading ours has it']);
    expect(told(above(cursor('scope $0runtime')))).toEqual([
      'service: runtime in service',
      'both: runtime is part of both',
      'api: runtime in api, as the reading ours has it',
    ]);
    expect(told(under(cursor('scope $0both')))).toEqual([
      'api: api is part of both',
      'runtime: runtime is part of both',
    ]);
  });

  it('shows built-in terms where they were asked about, and goes on from there', () => {
    const at = cursor('act $0stream');
    const [offer] = above(at);
    expect([offer.name, offer.file, textAt(at.text, offer.selection)]).toEqual(['offer', at.path, 'stream']);
    expect(supertypes(at.analysis, offer).map(({ name }) => name)).toEqual(['sell']);
    expect(subtypes(at.analysis, offer).map(({ name }) => name)).toEqual(['stream']);
    expect(under(cursor('territory $0north')).map(({ name }) => name)).toEqual(['DK', 'SE']);
    expect(under(cursor('territory $0baltics')).map(({ name }) => name)).toEqual(['EE']);
  });

  it('goes on in a later analysis of changed files', () => {
    const item = prepared(cursor('scope $0service'))!;
    const later = marked(`party New\n${TERMS}scope more in service\n`);
    expect(subtypes(later.analysis, item).map(({ name }) => name)).toEqual(['api', 'runtime', 'more']);
    expect(subtypes(marked('party A').analysis, item)).toEqual([]);
  });

  it('knows terms of deals, Chinese ones and broken files', () => {
    const at = marked(
      withCrlf('// 🐉\nscope 服务\ndeal 许可 (by = 甲) {\n  scope 接口 in $0服务\n  x: license(scope = 接口\n'),
    );
    const [item] = under(at);
    expect([item.name, item.detail]).toEqual(['许可.接口', '许可.接口 in 服务']);
    expect(textAt(at.text, item.selection)).toBe('接口');
  });
});
