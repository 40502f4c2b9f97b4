import { describe, expect, test } from 'vitest';
import { findIn, sourceIn } from './helpers/read.ts';

const text = async (body: string): Promise<string> => (await sourceIn(body, 'a.html')).text.trim();

describe('what is shown is read', () => {
  test.each([
    ['paragraphs', '<p>One   two\nthree.<p>Four.', 'One two three.\n\nFour.'],
    ['characters by name', '<p>A&amp;B &ldquo;C&rdquo; &sect;2 &#8212; d&nbsp;e', 'A&B “C” §2 — d\u00a0e'],
    ['inline markup', '<p>The <b>Sell</b>er <i>shall</i> <u>not</u><span> sell</span>.', 'The Seller shall not sell.'],
    ['line breaks', '<p>One<br>\n two<br/>three', 'One\ntwo\nthree'],
    ['preformatted text', '<pre>1.  One\n    two</pre>', '1.  One\n    two'],
    ['blocks within blocks', '<div>One<div>two</div>three</div>', 'One\n\ntwo\n\nthree'],
    ['an ordinal', '<p>the 10<sup>th</sup> day', 'the 10th day'],
    ['an insertion', '<p>within <ins>60</ins> days', 'within 60 days'],
    ['a table', '<table><tr><th>Fee<th>USD<tr><td>A<td></td><td>10</table>', 'Fee\tUSD\nA\t10'],
    ['a table that lays out the page', '<table><tr><td><h2>One</h2><p>two</td></tr></table>', 'One\n\ntwo'],
    ['a number set apart by layout', '<h2><span style="margin-right: 1cm">2.1</span>The Seller', '2.1 The Seller'],
  ])('%s', async (_, body, expected) => {
    expect(await text(body)).toBe(expected);
  });
});

describe('what is not shown is not', () => {
  test.each([
    ['script', '<script>document.write("x")</script>'],
    ['style', '<style>p { color: red }</style>'],
    ['template', '<template><p>x</p></template>'],
    ['title', '<title>x</title>'],
    ['comment', '<!-- x -->'],
    ['attribute', '<p hidden>x</p>'],
    ['display', '<p style="color:red; display : none">x</p>'],
    ['visibility', '<div style="visibility:hidden"><p>x</p></div>'],
    ['size', '<span style="font-size:0px">x</span>'],
    ['opacity', '<span style="opacity: 0">x</span>'],
    ['a rule for a class', '<style>/* . */ .a, p.b { display: none !important }</style><p class="c b">x</p>'],
    ['a rule for an id', '<style>@media print { #j { color: red } } #i{visibility:hidden}</style><p id="i">x</p>'],
    ['a deletion', '<del>x</del>'],
    ['a form', '<select><option>x</select><textarea>x</textarea><button>x</button>'],
    ['the mark of a note', '<sup><a href="#note-1">x</a></sup>'],
    ['the mark of a note, the other way round', '<a href="#note-1"><sup>x</sup></a>'],
    ['what a picture says instead', '<img alt="x"><object>x</object><svg><text>x</text></svg>'],
  ])('%s', async (_, body) => {
    expect(await text(`<p>before</p>${body}<p>after</p>`)).toBe('before\n\nafter');
  });

  test('but all of this may be shown', async () => {
    const body =
      '<p style="border:0; font-size:10px">a</p><style>.q{display:block}</style><p class=q>b</p><p id=x>c</p>';
    expect(await text(body)).toBe('a\n\nb\n\nc');
  });
});

describe('lists', () => {
  test.each([
    ['count', '<ol><li>a<li>b</ol>', '1. a\n\n2. b'],
    ['start elsewhere', '<ol start=3><li>a<li value=7>b<li>c</ol>', '3. a\n\n7. b\n\n8. c'],
    ['use letters', '<ol type=a><li>x<ol type=i><li>y</ol></ol>', 'a. x\n\ni. y'],
    ['have a style', '<ol style="list-style-type: upper-roman"><li>x</ol>', 'I. x'],
    ['count in Chinese', '<ol style="list-style-type:cjk-ideographic"><li value=12>x</ol>', '十二. x'],
    ['or not at all', '<ol style="list-style:none"><li>x</ol><ul><li>y</ul>', 'x\n\ny'],
    ['number a paragraph once', '<ol><li><p>a</p><p>b</p></ol>', '1. a\n\nb'],
  ])('%s', async (_, body, expected) => {
    expect(await text(body)).toBe(expected);
  });
});

test('headings are sections', async () => {
  const body = '<h1>Supply</h1><p>Goods.</p><h2>2.1 Price</h2><p>Ten euros.</p><h2>Other terms</h2><p>Goods, too.</p>';
  const source = await sourceIn(body, 'a.htm');
  expect(findIn(source, '[§2.1] Ten euros.')).toMatchObject({ kind: 'verified', section: '§2.1' });
  expect(findIn(source, '[§Other terms] Goods')).toMatchObject({ kind: 'verified', section: '“Other terms”' });
});

describe('the encoding', () => {
  const bytes = (...parts: readonly (string | readonly number[])[]) =>
    Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))));
  test.each([
    ['UTF-8, undeclared', Buffer.from('<p>“§”独'), '“§”独'],
    ['as declared', bytes('<meta charset="gbk"><p>', [0xb6, 0xc0]), '独'],
    ['Windows-1252, undeclared', bytes('<p>', [0x93, 0xa7, 0x94]), '“§”'],
    ['declared as UTF-8, but it is not', bytes('<meta charset=utf-8><p>', [0x93, 0xa7, 0x94]), '“§”'],
    ['UTF-16 with its mark', Buffer.from('\ufeff<p>独', 'utf16le'), '独'],
  ])('%s', async (_, page, expected) => {
    expect((await sourceIn(page, 'a.html')).text.trim()).toBe(expected);
  });
});
