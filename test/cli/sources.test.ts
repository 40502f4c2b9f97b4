import { createHash } from 'node:crypto';
import { readFileSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { askPortfolio } from '../../server/src/portfolio/ask.ts';
import { checkPortfolio } from '../../server/src/portfolio/check.ts';
import type { SourceHost } from '../../server/src/portfolio/file-host.ts';
import { likelySources } from '../../server/src/portfolio/likely-sources.ts';
import { nodeFileHost } from '../../server/src/portfolio/node-file-host.ts';
import { openSources } from '../../server/src/portfolio/sources.ts';
import { format } from '../../server/src/syntax/format.ts';
import { docx, paragraph } from '../evidence/helpers/docx.ts';
import { lines, pdf } from '../evidence/helpers/pdf.ts';
import { deal, folderWith } from './helpers/deal.ts';

const host = nodeFileHost();
const OUTSIDE = 'it lies outside of the portfolio: copy it into the folder of the portfolio';
const NOT_YET = 'its text has not been taken out of it yet';

/** The texts that are there once all was loaded. */
async function textsOf(root: string, paths: readonly string[], through: SourceHost = host): Promise<unknown[]> {
  const sources = openSources(through, root);
  await sources.load(paths);
  return paths.map((path) => {
    const source = sources.read(path);
    return 'text' in source ? source.text.trim() : source.unavailable;
  });
}

const contract = (ending: string): string | Uint8Array => {
  switch (ending) {
    case 'docx':
      return docx(paragraph('The Seller sells.'));
    case 'pdf':
      return pdf([lines(['The Seller sells.'], 60, 700)]);
    case 'md':
      return 'The Seller **sells**.';
    default:
      return '<p>The Seller sells.';
  }
};

test('Markdown and plain text are read at once, wherever they lie within', () => {
  const root = folderWith({ 'texts/a.md': 'A', 'b.TXT': 'B', 'c.markdown': 'C' });
  const { read } = openSources(host, root);
  const texts = ['texts/a.md', './texts/../b.TXT', 'texts\\a.md', 'c.markdown'].map((path) => read(path));
  expect(texts).toMatchObject([{ text: 'A' }, { text: 'B' }, { text: 'A' }, { text: 'C' }]);
});

describe('other formats', () => {
  const files = Object.fromEntries(
    ['a.docx', 'b.PDF', 'c.html', 'd.HTM'].map((name) => [name, contract(name.slice(2).toLowerCase())]),
  );

  test('are read when they were loaded', async () => {
    const root = folderWith(files);
    const sources = openSources(host, root);
    for (const path of Object.keys(files)) expect(sources.read(path)).toEqual({ unavailable: NOT_YET });
    expect(await sources.load()).toBe(true);
    for (const path of Object.keys(files)) expect(sources.read(path)).toMatchObject({ text: 'The Seller sells.\n' });
    expect(await sources.load()).toBe(false);
  });

  test('are taken apart once while their bytes are the same', async () => {
    const root = folderWith(files);
    const sources = openSources(host, root);
    await sources.load(['a.docx']);
    const before = sources.read('a.docx');
    sources.forget('a.docx');
    expect(sources.read('a.docx')).toEqual({ unavailable: NOT_YET });
    await sources.load();
    expect(sources.read('a.docx')).toBe(before);
  });

  test('are read again where they have changed while they were read', async () => {
    const root = folderWith(files);
    const old = new TextEncoder().encode('<p>The Seller sells.</p>');
    let reads = 0;
    const sources = openSources(
      {
        ...host,
        bytes: (path) => {
          if (++reads > 1) return host.bytes(path);
          writeFileSync(`${root}/c.html`, '<p>The Seller buys.</p>');
          sources.forget('c.html');
          return old;
        },
      },
      root,
    );
    await sources.load(['c.html']);
    expect(sources.read('c.html')).toMatchObject({ text: 'The Seller buys.\n' });
  });

  test('tell the hash of their file', async () => {
    const root = folderWith({ ...files, 'e.md': '\ufeffwords “”\r\n' });
    const sources = openSources(host, root);
    for (const path of ['e.md', 'b.PDF']) {
      await sources.load([path]);
      const source = sources.read(path);
      const hash = createHash('sha256')
        .update(readFileSync(`${root}/${path}`))
        .digest('hex');
      expect('sha256' in source && source.sha256()).toBe(hash);
    }
    expect(sources.asked().map(([path]) => path)).toEqual(['b.PDF', 'e.md']);
  });
});

test('nothing outside is ever read', async () => {
  for (const ending of ['md', 'docx', 'pdf', 'html']) {
    const [secret, own] = [contract(ending), contract(ending)];
    const folder = folderWith({ [`secret.${ending}`]: secret, [`root/a.${ending}`]: own, 'root/texts/b.md': '' });
    symlinkSync(`../secret.${ending}`, `${folder}/root/link.${ending}`);
    symlinkSync('..', `${folder}/root/up`);
    symlinkSync(folder, `${folder}/root/texts/far`);
    const touched: string[] = [];
    const watched: SourceHost = {
      ...host,
      text: (file) => {
        touched.push(file);
        return host.text(file);
      },
      bytes: (file) => {
        touched.push(file);
        return host.bytes(file);
      },
    };
    const ways = [
      `../secret.${ending}`,
      `texts/../../secret.${ending}`,
      `${folder}/secret.${ending}`,
      `${folder}/root/a.${ending}`,
      `C:/secret.${ending}`,
      `c:secret.${ending}`,
      `..\\secret.${ending}`,
      `\\\\server\\share\\a.${ending}`,
      `link.${ending}`,
      `up/secret.${ending}`,
      `texts/far/secret.${ending}`,
      `a.${ending}\0.${ending}`,
    ];
    expect(await textsOf(`${folder}/root`, ways, watched)).toEqual(ways.map(() => OUTSIDE));
    expect(touched).toEqual([]);
  }
});

test.each([
  ['missing.md', 'there is no such file'],
  ['missing.pdf', 'there is no such file'],
  ['folder.md', 'it is a folder, not a file'],
  ['folder.docx', 'it is a folder, not a file'],
  ['latin.txt', 'it is not UTF-8 (line 1): save it with the encoding UTF-8'],
  ['really.md', 'it is a picture, not Markdown: save the text as `.md`, `.txt`, `.html`, `.docx` or `.pdf`'],
  ['broken.docx', 'it is not a Word document, or it is damaged: its first bytes are others'],
  ['old.doc', 'it is in the old format of Word: open it in a word processor and save it as `.docx`'],
  [
    'texts/plain',
    'a file without an ending is not supported: save the text as `.md`, `.txt`, `.html`, `.docx` or `.pdf`',
  ],
  ['https://example.org/a.pdf', 'it is a web address: save the text beside the portfolio and name the file'],
])('%s: %s', async (path, why) => {
  const root = folderWith({
    'folder.md/x.md': '',
    'folder.docx/x.md': '',
    'latin.txt': Buffer.from([0xe9]),
    'really.md': Buffer.from([0x89, 0x50, 0x4e, 0x47]),
    'broken.docx': 'x',
    'old.doc': '',
  });
  expect(await textsOf(root, [path])).toEqual([why]);
});

test.each(['txt', 'pdf'])('a file of 100 MB is not read (.%s)', async (ending) => {
  const root = folderWith({ [`big.${ending}`]: '%PDF-1.7 ' });
  truncateSync(`${root}/big.${ending}`, 100 * 1024 * 1024);
  const [why] = await textsOf(root, [`big.${ending}`]);
  expect(why).toMatch(/^it is too large \(100 MB; at most 64 MB are read\)/);
});

test('each is read once', async () => {
  let reads = 0;
  const counting: SourceHost = {
    ...host,
    text: (file) => {
      reads++;
      return host.text(file);
    },
  };
  expect(await textsOf(folderWith({ 'a.md': 'A' }), ['a.md', 'a.md'], counting)).toEqual(['A', 'A']);
  expect(reads).toBe(1);
});

test('sources that take time are guessed from how their names end', () => {
  const files = [
    { path: 'p/a.deal', text: 'deal a (by = A, source = "texts/a.docx") {}' },
    { path: 'b.deal', text: 'deal b (by = A, source = “b.PDF”) {} // see "c.md", "not closed.pdf' },
  ];
  expect([...likelySources(files)]).toEqual(['p/texts/a.docx', 'b.PDF']);
});

describe('`deal check`', () => {
  const engine = { check: checkPortfolio, ask: askPortfolio, format };
  const portfolio = (source: string, quote = 'The Seller sells.') => ({
    'a.deal': `party S\ndeal sale (by = S, source = "${source}") {\n  > ${quote}\n  grant()\n}\n`,
  });

  test.each(['docx', 'pdf', 'html', 'md'])(
    'verifies quotes of .%s, and reports what it compared with',
    async (ending) => {
      const bytes = contract(ending);
      const folder = folderWith({ ...portfolio(`texts/a.${ending}`), [`texts/a.${ending}`]: bytes });
      const { code, results } = await deal(folder, ['check', '--format', 'json'], { engine });
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      expect(JSON.parse(results)).toMatchObject({
        summary: { quotes: { verified: 1, unverified: 0 } },
        sources: [{ path: `texts/a.${ending}`, sha256 }],
      });
      expect(code).toBe(0);
    },
  );

  test('shows the nearest passage of a text that was taken out without lines of its own', async () => {
    const folder = folderWith({ ...portfolio('a.pdf', 'The Seller never sells.'), 'a.pdf': contract('pdf') });
    const { code, results } = await deal(folder, ['check'], { engine });
    expect(results).toContain(
      'error[quote-not-found]: The passage is not in the source. The nearest one, on page 1, says',
    );
    expect(results).toContain('├─ a.pdf   the nearest passage\n  │ The Seller sells.\n');
    expect(code).toBe(1);
  });

  test('says what is wrong with a source, and that its quotes are not verified', async () => {
    const folder = folderWith({ ...portfolio('a.docx'), 'a.docx': contract('pdf') });
    const { results } = await deal(folder, ['check'], { engine });
    expect(results).toContain(
      'warning[source-unavailable]: the source of `sale`, a.docx, could not be read: it is a PDF',
    );
    expect(results).toContain('not checked: quotes not verified: 1 ');
  });

  test('names clauses without a quote', async () => {
    const folder = folderWith({
      'a.deal': 'party S\ndeal sale (by = S) {\n  grant()\n  one: grant()\n  grant()\n  grant()\n}\n',
    });
    const { results } = await deal(folder, ['check'], { engine });
    expect(results).toContain(
      'not checked: clauses without a quote: 4: `sale.grant`, `sale.one`, `sale.grant#2` and 1 more (',
    );
  });
});
