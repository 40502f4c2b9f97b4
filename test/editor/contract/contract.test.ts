import { describe, expect, it } from 'vitest';
import { dealFromContract } from '../../../server/src/editor/contract/deal-from-contract.ts';
import { clausesOfPassage, passageOfQuote } from '../../../server/src/editor/contract/definition.ts';
import { contractFindings } from '../../../server/src/editor/contract/findings.ts';
import { contractHover } from '../../../server/src/editor/contract/hover.ts';
import { contractLenses } from '../../../server/src/editor/contract/lenses.ts';
import { contractPassages, passagesAt, worstOf } from '../../../server/src/editor/contract/passages.ts';
import { offeredKinds } from '../../../server/src/editor/contract/suggestions.ts';
import { prepareSource } from '../../../server/src/evidence/prepare-source.ts';
import type { CheckOptions } from '../../../server/src/portfolio/check.ts';
import { marked, textAt } from '../marked.ts';

const GRANT = 'Vista alone may show the film in Europe, except in Malta. It pays 3 million euros. Rex may not show it.';
const REX = '# Rex\n\nRex may show the film in France.\n';
const SOURCES: Readonly<Record<string, string>> = { 'texts/vista.md': GRANT, 'texts/rex.md': REX };
const TERMS = 'party Studio, Vista, Rex\nscope film\n';
const VISTA = `deal vista (by = Studio, to = Vista, from = 2025-01-01, source = "texts/vista.md") {
  > Vista alone may show the film in Europe
  europe: exclusive_license(scope = film, territory = Europe) {
    > except in Malta
    except (territory = MT)
  }
  > It pays [...] euros
  price: pay(by = Vista, amount = 3M EUR)
  > This stands nowhere.
  lost: license(to = Rex, scope = film, territory = US)
}
`;
const REX_DEAL = `deal rex (by = Studio, to = Rex, from = 2026-01-01, source = "texts/rex.md") {
  > Rex may show the $1film in France.
  france: license(scope = film, territory = FR)
}
`;

const portfolio = (files: Readonly<Record<string, string>> = {}, options: Partial<CheckOptions> = {}) =>
  marked(
    { 'terms.deal': TERMS, 'vista.deal': VISTA, 'rex.deal': REX_DEAL, ...files },
    { readSource: (path) => SOURCES[path] ?? { unavailable: 'there is no such file' }, ...options },
  );

describe('the passages of a contract', () => {
  it('are those of verified quotes, in the order of the contract, each with what it does', () => {
    const { analysis } = portfolio();
    const found = contractPassages(analysis, 'texts/vista.md').map(({ pieces, effect, clause }) => [
      pieces.map((piece) => textAt(GRANT, piece)).join(' … '),
      effect,
      clause.label,
    ]);
    expect(found).toEqual([
      ['Vista alone may show the film in Europe', 'excludes', 'europe'],
      ['except in Malta', 'exception', 'europe'],
      ['It pays … euros', 'obliges', 'price'],
    ]);
    expect(contractPassages(analysis, 'texts/none.md')).toEqual([]);
  });

  it('have the worst verdict of their clauses, silenced ones left aside', () => {
    const worst = (text: string) => {
      const { analysis } = portfolio({ 'rex.deal': text });
      return contractPassages(analysis, 'texts/vista.md').map(worstOf);
    };
    expect(worst(REX_DEAL)).toEqual(['conflict', undefined, undefined]);
    const silenced = REX_DEAL.replace('  france', '  // deal-ignore exclusive-overlap: agreed\n  france');
    expect(worst(silenced)).toEqual([undefined, undefined, undefined]);
  });

  it('are found at an offset, what a quote leaves out aside', () => {
    const { analysis } = portfolio();
    const at = (text: string) =>
      passagesAt(analysis, 'texts/vista.md', GRANT.indexOf(text)).map(({ clause }) => clause.label);
    expect(at('alone')).toEqual(['europe']);
    expect(at('million')).toEqual([]);
    expect(at('euros')).toEqual(['price']);
    expect(at('Rex')).toEqual([]);
  });
});

describe('over a passage of a contract', () => {
  it('the hover says what its clause says, what the passage does, and what it collides with', () => {
    const { analysis } = portfolio();
    const hover = contractHover(analysis, 'texts/vista.md', 3);
    expect(textAt(GRANT, hover!.span)).toBe('Vista alone may show the film in Europe');
    expect(hover!.markdown).toContain('reserves something for one side');
    expect(hover!.markdown).toContain('Vista');
    expect(hover!.markdown).toContain('`rex.france`');
    expect(contractHover(analysis, 'texts/vista.md', GRANT.indexOf('Rex'))).toBeUndefined();
  });

  it('the lens counts what its clause meets, and leads to it first', () => {
    const { analysis } = portfolio();
    const lenses = contractLenses(analysis, 'texts/vista.md').map(({ title, clauses }) => [
      title,
      ...clauses.map(({ name }) => name),
    ]);
    expect(lenses).toEqual([
      ['exclusive license · 1 conflict', 'vista.europe', 'rex.france'],
      ['pay', 'vista.price'],
    ]);
  });

  it('a jump leads to its clause, and from a quote to its passage', () => {
    const { analysis, places, files } = portfolio();
    const [clause] = clausesOfPassage(analysis, 'texts/vista.md', 3);
    expect([clause.file, textAt(files['vista.deal'], clause.span)]).toEqual(['vista.deal', 'europe']);
    const passage = passageOfQuote(analysis, 'rex.deal', places[1].offset);
    expect(passage && textAt(REX, passage.span)).toBe('Rex may show the film in France.');
    expect(passageOfQuote(analysis, 'rex.deal', 0)).toBeUndefined();
    expect(passageOfQuote(analysis, 'vista.deal', files['vista.deal'].indexOf('nowhere'))).toBeUndefined();
  });
});

describe('a conflict on the text of contracts', () => {
  it('stands at both passages, each with the other and both clauses beside it', () => {
    const { analysis } = portfolio();
    const shown = (source: string, text: string) =>
      contractFindings(analysis, source).map(({ finding, span, related }) => [
        finding.rule,
        textAt(text, span),
        ...related.map(({ file }) => file),
      ]);
    expect(shown('texts/vista.md', GRANT)).toEqual([
      ['exclusive-overlap', 'Vista alone may show the film in Europe', ...['texts/rex.md', 'rex.deal', 'vista.deal']],
    ]);
    expect(shown('texts/rex.md', REX)).toEqual([
      ['exclusive-overlap', 'Rex may show the film in France.', ...['texts/vista.md', 'vista.deal', 'rex.deal']],
    ]);
  });

  it('goes with the quote, and names the clause alone where the other has no passage', () => {
    const without = REX_DEAL.replace(/ {2}> .*\n/, '');
    const { analysis } = portfolio({ 'rex.deal': without });
    expect(contractFindings(analysis, 'texts/rex.md')).toEqual([]);
    const [{ related }] = contractFindings(analysis, 'texts/vista.md');
    expect(related.map(({ file, message }) => [file, message])).toEqual([
      ['rex.deal', '`rex.france`, which annotates no passage'],
      ['vista.deal', '`vista.europe`: “Vista alone may show the film in Europe”'],
    ]);
  });
});

describe('what a passage is offered', () => {
  it('is every kind once, those that fit its words first and the portfolio’s own last', () => {
    const { analysis } = portfolio({ 'own.deal': '/// Names a boat.\nkind boat records ()\n' });
    const kinds = offeredKinds(analysis, 'This agreement shall be governed by the laws of the State of New York.');
    expect(kinds[0]).toMatchObject({ kind: 'governing_law', title: 'governing law', isOwn: false });
    expect(kinds[0].why).toContain('govern');
    expect(kinds.at(-1)).toMatchObject({ kind: 'boat', isOwn: true });
    expect(new Set(kinds.map(({ kind }) => kind)).size).toBe(analysis.model.kinds.size);
  });
});

describe('a deal from a contract', () => {
  it('goes beside the other deals, with a name and a file that are not taken', () => {
    const { analysis } = portfolio();
    const result = dealFromContract(analysis, 'texts/rex.md', prepareSource(REX, 'markdown'));
    if ('refusal' in result) throw new Error(result.refusal);
    const [{ path, text }] = result.creates;
    expect(path).toBe('rex-2.deal');
    expect(text).toContain('source = "texts/rex.md"');
    expect(text).toContain('// > [§Rex] Rex may show the film in France.');
    expect(text).not.toMatch(/^deal rex \(/m);
    expect(text.slice(result.cursor.offset)).toMatch(/^deal /);
  });
});
