/** What each word is, for colouring. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { semanticTokens, TOKEN_MODIFIERS, TOKEN_TYPES } from '../../server/src/editor/semantic-tokens.ts';
import type { CheckOptions } from '../../server/src/portfolio/check.ts';
import { type Marked, marked, textAt, withCrlf } from './marked.ts';

const TERMS = `party Lab, Host
cloud Polar by Host
scope api "The API"
event AGI
`;

/** The tokens as `text:type.modifier`. */
function tokens({ analysis, path, text }: Marked, range?: { start: number; end: number }): string[] {
  return semanticTokens(analysis, path, range).map(({ span, type, modifiers }) =>
    [`${textAt(text, span)}:${type}`, ...modifiers].join('.'),
  );
}

const of = (text: string, options?: Partial<CheckOptions>): string[] => tokens(marked(text, options));
/** The tokens of the last lines, below the terms. */
const below = (text: string): string[] => {
  const at = marked(TERMS + text);
  return tokens(at, { start: TERMS.length, end: at.text.length });
};

describe('tokens', () => {
  it('of terms', () => {
    expect(of(`${TERMS}territory north = [DE, all] distinct from DK\nstate s presumed no\n`)).toEqual([
      'party:type.defaultLibrary',
      'Lab:class.declaration',
      'Host:class.declaration',
      'cloud:type.defaultLibrary',
      'Polar:enumMember.declaration',
      'by:keyword',
      'Host:class',
      'scope:type.defaultLibrary',
      'api:enumMember.declaration',
      '"The API":string',
      'event:type.defaultLibrary',
      'AGI:event.declaration',
      'territory:type.defaultLibrary',
      'north:enumMember.declaration',
      '=:operator',
      'DE:enumMember.defaultLibrary',
      'all:keyword',
      'distinct:keyword',
      'from:keyword',
      'DK:enumMember.defaultLibrary',
      'state:type.defaultLibrary',
      's:event.declaration',
      'presumed no:keyword',
    ]);
  });

  it('of a deal and its clauses', () => {
    expect(
      below(`deal d "Deal" (by = Lab, status = signed, from = 2026-01-01) amends base {
  > [§1] words
  > more
  x: license(scope = api, until = earlier of [AGI + 5 years, end], screen <= 10) subject to d.x
}
`),
    ).toEqual([
      'deal:keyword',
      'd:namespace.declaration',
      '"Deal":string',
      'by:parameter.defaultLibrary',
      '=:operator',
      'Lab:class',
      'status:parameter.defaultLibrary',
      '=:operator',
      'signed:keyword',
      'from:parameter.defaultLibrary',
      '=:operator',
      '2026-01-01:number',
      'amends:keyword',
      '> [§1] words:string',
      '> more:string',
      'x:property.declaration',
      'license:function.defaultLibrary',
      'scope:parameter.defaultLibrary',
      '=:operator',
      'api:enumMember',
      'until:parameter.defaultLibrary',
      '=:operator',
      'earlier:keyword',
      'of:keyword',
      'AGI:event',
      '+:operator',
      '5 years:number',
      'end:keyword',
      '<=:operator',
      '10:number',
      'subject:keyword',
      'to:keyword',
      'd:namespace',
      'x:property',
    ]);
  });

  it('of kinds, readings and expectations', () => {
    expect(
      below(
        'kind lease permits (rent: money = 5 USD)\nreading r { scope api in api }\nexpect near miss between d.x and d.y under r\n',
      ),
    ).toEqual([
      'kind:keyword',
      'lease:function.declaration',
      'permits:keyword',
      'rent:parameter.declaration',
      '=:operator',
      '5 USD:number',
      'reading:keyword',
      'r:interface.declaration',
      'scope:type.defaultLibrary',
      'api:enumMember',
      'in:keyword',
      'api:enumMember',
      'expect:keyword',
      'near miss:keyword',
      'between:keyword',
      'and:keyword',
      'under:keyword',
      'r:interface',
    ]);
  });

  it('tell documentation from other comments, line by line', () => {
    expect(of('/* One\n * two */\nparty Lab // aside\n\n// alone\n\n// deal-ignore x: y\nparty Host\n')).toEqual([
      '/* One:comment.documentation',
      '* two */:comment.documentation',
      'party:type.defaultLibrary',
      'Lab:class.declaration',
      '// aside:comment',
      '// alone:comment',
      '// deal-ignore x: y:comment',
      'party:type.defaultLibrary',
      'Host:class.declaration',
    ]);
  });

  it('mark a clause that had certainly ended', () => {
    const text = `${TERMS}deal d (by = Lab, to = Host, from = 2020-01-01) {
  old: license(scope = api, until = 2024)
  new: license(scope = api, until = 2026-04-30) subject to old
  open: license(scope = api, until = AGI)
  wrong: license(scope = api, until = 2024, cloud = Nowhere)
}
`;
    expect(of(text, { asOf: '2026-04-30' }).filter((token) => token.includes(':property'))).toEqual([
      'old:property.declaration.deprecated',
      'new:property.declaration',
      'old:property.deprecated',
      'open:property.declaration',
      'wrong:property.declaration',
    ]);
    expect(of(text, { asOf: '2026-05-01' })).toContain('new:property.declaration.deprecated');
  });

  it('leave a name without meaning to its place, and unread text alone', () => {
    expect(
      below('deal d (by = Nobody) {\n  x: lisence(scope = nothing, colour = api)\n  y: license((Lab))\n}\n'),
    ).toEqual([
      'deal:keyword',
      'd:namespace.declaration',
      'by:parameter.defaultLibrary',
      '=:operator',
      'x:property.declaration',
      'scope:parameter.defaultLibrary',
      '=:operator',
      '=:operator',
      'y:property.declaration',
      'license:function.defaultLibrary',
    ]);
  });

  it('come for broken text too', () => {
    expect(below('deal d (by = Lab {\n  x: license(scope = api, cloud Polar')).toEqual(
      expect.arrayContaining(['x:property.declaration', 'api:enumMember', 'Polar:enumMember']),
    );
    expect(of('')).toEqual([]);
    expect(of('}{)(')).toEqual([]);
    expect(semanticTokens(marked(TERMS).analysis, 'gone.deal')).toEqual([]);
  });

  it('of Chinese text with CRLF', () => {
    const text = withCrlf(
      '// 🐉\nparty 甲方 "🐉"\ndeal 许可（by ＝ 甲方）｛\n  > 原文，第一行\n  使用： license（）\n｝\n',
    );
    expect(of(text)).toEqual([
      '// 🐉:comment.documentation',
      'party:type.defaultLibrary',
      '甲方:class.declaration',
      '"🐉":string',
      'deal:keyword',
      '许可:namespace.declaration',
      'by:parameter.defaultLibrary',
      '＝:operator',
      '甲方:class',
      '> 原文，第一行:string',
      '使用:property.declaration',
      'license:function.defaultLibrary',
    ]);
  });

  it('of a range are those of the whole that touch it', () => {
    const at = marked(`${TERMS}deal d (by = Lab, to = Host, from = 2026-01-01) {
  /* Why,
     and why not. */
  x: license(scope = api) except (cloud = Polar)
  y: license(scope = api)
}
`);
    const all = semanticTokens(at.analysis, at.path);
    for (let start = 0; start <= at.text.length; start += 3) {
      for (const length of [0, 5, 40]) {
        const range = { start, end: start + length };
        const touching = all.filter(({ span }) => span.end >= range.start && span.start <= range.end);
        expect(semanticTokens(at.analysis, at.path, range), `${start} ${length}`).toEqual(touching);
      }
    }
  });

  it('of every example are in order, on one line, and of the legend', () => {
    const folder = new URL('../../examples/ai-cloud/', import.meta.url);
    for (const path of readdirSync(folder).filter((name) => name.endsWith('.deal'))) {
      const text = readFileSync(new URL(path, folder), 'utf8').replace(/\$(?=\d)/g, '€');
      const at = marked({ [path]: text });
      const found = semanticTokens(at.analysis, path);
      expect(found.length).toBeGreaterThan(5);
      let last = 0;
      for (const { span, type, modifiers } of found) {
        expect(span.start).toBeGreaterThanOrEqual(last);
        expect(textAt(text, span)).toMatch(/^[^\r\n]+$/);
        expect(TOKEN_TYPES).toContain(type);
        for (const modifier of modifiers) expect(TOKEN_MODIFIERS).toContain(modifier);
        last = span.end;
      }
    }
  });
});
