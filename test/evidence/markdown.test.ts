import { describe, expect, test } from 'vitest';
import { prepareSource } from '../../server/src/evidence/prepare-source.ts';
import { find, places } from './find.ts';

describe('markup does not get in the way', () => {
  test.each([
    ['emphasis', 'the **exclusive** cloud', 'the exclusive cloud'],
    ['emphasis of other kinds', 'the *exclusive* __cloud__ ***now*** ~~then~~', 'the exclusive cloud now then'],
    ['emphasis within a word', 'un*believ*able', 'unbelievable'],
    ['nested emphasis', '**the *exclusive* cloud**', 'the exclusive cloud'],
    ['underscores in words stay', 'the field_of_use', 'the field_of_use'],
    ['lone asterisks stay', '5 * 3 units', '5 * 3 units'],
    ['redactions stay', 'pays [***] and [* * *] now', 'pays [***] and [* * *] now'],
    ['a link', 'the [Master Deal](https://a.example/x_(y) "Title") ends', 'the Master Deal ends'],
    ['an image', 'before ![the seal](seal.png) after', 'before the seal after'],
    ['an autolink', 'see <https://a.example> now', 'see https://a.example now'],
    ['a reference link', 'the [Master Deal][md] ends\n\n[md]: https://a.example', 'the Master Deal ends'],
    ['brackets that are no link stay', 'the [Master Deal] ends', 'the [Master Deal] ends'],
    ['a block quote', '> the exclusive\n> cloud', 'the exclusive cloud'],
    ['a nested block quote', '> > the exclusive\n> > cloud', 'the exclusive cloud'],
    ['bullets', '- the exclusive\n- cloud', 'the exclusive cloud'],
    ['a heading', 'the end\n## Exclusivity ##\nAzure is', 'the end Exclusivity Azure is'],
    ['an underlined heading', 'Exclusivity\n===========\nAzure is', 'Exclusivity Azure is'],
    ['a rule', 'the end\n\n---\n\nAzure is', 'the end Azure is'],
    ['code', 'the `model_api` calls', 'the model_api calls'],
    ['a fence', '```\nthe *calls*\n```', 'the *calls*'],
    ['an escape', '10\\. the \\*end\\*', '10. the *end*'],
    ['a hard break', 'the exclusive\\\ncloud', 'the exclusive cloud'],
    ['entities', 'A&nbsp;&amp;&#32;B &sect;2 &#x2014; C', 'A & B §2 — C'],
    ['an unknown entity stays', 'A &foo; B', 'A &foo; B'],
    ['tags', 'the <u>exclusive</u><br>cloud', 'the exclusive cloud'],
    ['a comment', 'the <!-- not --> exclusive cloud', 'the exclusive cloud'],
    ['a footnote', 'the exclusive[^1] cloud\n\n[^1]: Really.', 'the exclusive cloud'],
    ['a table', '| Party | Share |\n|---|---:|\n| Amazon | 27% |', 'Party Share Amazon 27%'],
    ['ordered lists keep their numbers', '1. Term\n2. End', '1. Term 2. End'],
    ['Chinese', '微软**独占**许可', '微软独占许可'],
  ])('%s', (_, source, quote) => {
    expect(find(`Now ${'\n\n'}${source}\n\nand more.`, quote, 'markdown').kind).toBe('verified');
  });

  test('a quote may be copied with its markup', () => {
    expect(places('the **exclusive** cloud', 'the **exclusive** cloud', 'markdown')).toEqual([
      'the **exclusive** cloud',
    ]);
  });

  test('spans are of the original', () => {
    expect(places('> the **exclusive**\n> cloud.', 'exclusive cloud', 'markdown')).toEqual(['exclusive**\n> cloud']);
  });

  test('emphasis does not hide a negation', () => {
    expect(find('the **non**-exclusive cloud', 'exclusive cloud', 'markdown').kind).toBe('missing');
  });

  test('plain text is taken as it is', () => {
    expect(find('the **exclusive** cloud', 'the exclusive cloud').kind).toBe('missing');
  });
});

test('the map leads every unit of the text back into the original, in order', () => {
  const original = '# A\n\n> *b* &amp; “c” ﬁ\u00ad- [d](e) …\n\n- cafe\u0301 — 独占\n 许可 ``\n';
  const { text, starts, ends } = prepareSource(original, 'markdown');
  expect(starts).toHaveLength(text.length);
  for (let index = 0; index < text.length; index++) {
    expect(starts[index]).toBeLessThan(ends[index]);
    expect(ends[index]).toBeLessThanOrEqual(original.length);
    if (index > 0) expect(starts[index]).toBeGreaterThanOrEqual(starts[index - 1]);
  }
});

test.each([
  ['brackets', '['],
  ['links', ']( '],
  ['emphasis', '*a _b '],
  ['ticks', '`a``b'],
  ['comments', '<!-- '],
  ['tags', '<a '],
  ['spaces', '   '],
  ['hyphens', '- '],
  ['quotes', '> '],
  ['entities', '&a'],
])('hostile %s end', (_, unit) => {
  const source = unit.repeat(20_000);
  expect(find(`${source}\n\nthe end`, 'the end', 'markdown').kind).toBe('verified');
});
