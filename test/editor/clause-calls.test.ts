/** Which clauses bear on which. */
import { describe, expect, it } from 'vitest';
import { type ClauseCall, incoming, outgoing, prepareClauseCalls } from '../../server/src/editor/clause-calls.ts';
import { type Marked, marked, textAt, withCrlf } from './marked.ts';

const PORTFOLIO = {
  'terms.deal': `party Studio, Vista, Onda, Rex
scope film
scope song
event prize
`,
  'vista.deal': `deal vista "The Vista deal" (by = Studio, to = Vista, from = 2025-01-01) {
  > Vista alone.
  europe: exclusive_license(scope = film, territory = Europe)
  given: consent(by = Vista, to = Studio, of = europe, territory = PT)
}
deal change (from = 2026-01-01) amends vista {
  given: consent(by = Vista, to = Studio, of = vista.europe, territory = ES)
}
`,
  'onda.deal': `deal onda (by = Studio, to = Onda, from = 2026-02-01) {
  italy: license(scope = film, territory = IT)
  encore: license(scope = film, territory = FR, from = prize)
  yields: license(scope = film, territory = DE) subject to vista.europe
  brazil: license(scope = film, territory = BR)
  license(scope = song) notwithstanding brazil
}
`,
} as const;

function at(file: keyof typeof PORTFOLIO, mark: string): Marked {
  const plain = mark.replace('$0', '');
  if (!PORTFOLIO[file].includes(plain)) throw new Error(plain);
  return marked({ ...PORTFOLIO, [file]: PORTFOLIO[file].replace(plain, mark) });
}

const prepared = (where: Marked) => prepareClauseCalls(where.analysis, where.path, where.offset);
const told = ({ files }: Marked, calls: readonly ClauseCall[], caller?: string): string[] =>
  calls.map(
    ({ item, why, spans }) => `${item.name}: ${why} (${spans.map((span) => textAt(files[caller ?? item.file], span))})`,
  );
const out = (where: Marked): string[] => told(where, outgoing(where.analysis, prepared(where)!), prepared(where)!.file);
const into = (where: Marked): string[] => told(where, incoming(where.analysis, prepared(where)!));

describe('a clause among others', () => {
  it('is the one named at the cursor, or the one around it', () => {
    expect(prepared(at('vista.deal', '> Vista $0alone'))?.name).toBe('vista.europe');
    expect(prepared(at('vista.deal', '$0given: consent(by = Vista, to = Studio, of = europe'))?.name).toBe(
      'vista.given',
    );
    expect(prepared(at('vista.deal', 'of = $0europe'))?.name).toBe('vista.europe');
    expect(prepared(at('onda.deal', 'scope = $0song'))?.name).toBe('onda.license');
    expect(prepared(at('onda.deal', 'deal $0onda'))).toBeUndefined();
    const item = prepared(at('vista.deal', '$0europe: '))!;
    expect(item.detail).toBe('exclusive_license · The Vista deal');
    expect(textAt(PORTFOLIO['vista.deal'], item.selection)).toBe('europe');
  });

  it('collides, the worst first, from either side', () => {
    const collision = (verdict: string, dealing: string) =>
      expect.stringMatching(
        new RegExp(`^onda.${dealing}: ${verdict}: .*\`${dealing}\`.*\`europe\`.* \\(${dealing}\\)$`),
      );
    expect(out(at('onda.deal', '$0italy'))).toEqual([
      expect.stringMatching(/^vista.europe: conflict: .*`italy`.*`europe`.* \(italy\)$/),
    ]);
    expect(into(at('vista.deal', '$0europe: ')).slice(0, 2)).toEqual([
      collision('conflict', 'italy'),
      collision('depends', 'encore'),
    ]);
    expect(out(at('vista.deal', '$0europe: ')).map((line) => line.split(':')[0])).toEqual([
      'onda.italy',
      'onda.encore',
    ]);
    expect(out(at('onda.deal', '$0brazil: '))).toEqual([]);
  });

  it('waives, yields, goes before and replaces', () => {
    expect(out(at('vista.deal', '$0given: consent(by = Vista, to = Studio, of = europe'))).toEqual([
      'vista.europe: `given` waives `europe` (europe)',
    ]);
    expect(out(at('onda.deal', '$0yields'))).toEqual(['vista.europe: `yields` is subject to `europe` (vista.europe)']);
    expect(out(at('onda.deal', 'scope = $0song'))).toEqual(['onda.brazil: `brazil` yields to `onda.license` (brazil)']);
    expect(out(at('vista.deal', '$0given: consent(by = Vista, to = Studio, of = vista'))).toEqual([
      'vista.europe: `given` waives `europe` (vista.europe)',
      'vista.given: change.given takes the place of vista.given (given)',
    ]);
  });

  it('is spoken of by others', () => {
    expect(into(at('vista.deal', '$0europe: ')).slice(2)).toEqual([
      'onda.yields: `yields` is subject to `europe` (vista.europe)',
      'vista.given: `given` waives `europe` (europe)',
      'change.given: `given` waives `europe` (vista.europe)',
    ]);
    expect(into(at('onda.deal', '$0brazil: '))).toEqual(['onda.license: `brazil` yields to `onda.license` (brazil)']);
    expect(into(at('vista.deal', '$0given: consent(by = Vista, to = Studio, of = europe'))).toEqual([
      'change.given: change.given takes the place of vista.given (given)',
    ]);
  });

  it('is subject to all clauses of a deal', () => {
    const where = marked(`party A, B
scope s
deal one (by = A, to = B, from = 2025-01-01) {
  a: license(scope = s)
  b: license(scope = s)
}
deal two (by = A, to = B, from = 2025-01-01) { $0c: license(scope = s) subject to [one, nothing] }`);
    expect(out(where)).toEqual(['one.a: `c` is subject to `a` (one)', 'one.b: `c` is subject to `b` (one)']);
  });

  it('is found again in a later analysis, and gone when it is gone', () => {
    const item = prepared(at('onda.deal', '$0italy'))!;
    const later = marked({ ...PORTFOLIO, 'onda.deal': `party New\n${PORTFOLIO['onda.deal']}` });
    expect(outgoing(later.analysis, item).length).toBe(1);
    expect(outgoing(marked('party A').analysis, item)).toEqual([]);
    expect(incoming(marked('party A').analysis, item)).toEqual([]);
  });

  it('stands in Chinese text with CRLF and errors', () => {
    const where = marked(
      withCrlf(`// 🐉
party 甲, 乙, 丙
scope 软件
deal 许可 (by = 甲, to = 乙, from = 2025-01-01) { 独占： exclusive(to = 乙, scope = 软件) }
deal 再许可 (by = 甲, to = 丙, from = 2025-01-01) {
  $0使用: license(scope = 软件)
  坏: license(scope
}
`),
    );
    expect(out(where)).toEqual([expect.stringMatching(/^许可.独占: conflict: .*`使用`.*`独占`.* \(使用\)$/)]);
  });
});
