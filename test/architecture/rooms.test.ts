/** The walls of `docs/architecture.md`: who may import whom, who may know of Node, which packages are let in. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type SourceFile, sourceFiles } from './source-files.ts';

/** Each may import from itself and from those before it. */
const ROOMS = [
  'text',
  'syntax',
  'terms',
  'model',
  'conflicts',
  'evidence',
  'rules',
  'portfolio',
  'exchange',
  'editor',
  'lsp',
  'cli',
] as const;
type Room = (typeof ROOMS)[number];

/** Rooms that see less than what comes before them. */
const SEES_ONLY: Partial<Record<Room, readonly Room[]>> = {
  syntax: ['text'],
  terms: ['text'],
  evidence: ['text'],
};

/** A package must earn its place: it is let in by name, where it is needed. */
const PACKAGES: Partial<Record<Room, readonly string[]>> = {
  terms: ['big.js'],
  evidence: ['deal:pdf-library', 'fflate', 'htmlparser2'],
  portfolio: ['jsonc-parser', 'picomatch', 'valibot'],
  exchange: ['fflate'],
  lsp: ['deal:rule-pages', 'vscode-languageserver', 'vscode-languageserver-textdocument', 'vscode-uri'],
  // sarif: types alone.
  cli: ['picocolors', 'deal:rule-pages', 'sarif'],
};

/** The files above the command line that may know of Node: what reads from the disk, and what reads and writes streams. */
const MAY_USE_NODE = ['portfolio/node-file-host.ts', 'lsp/stdio-messages.ts'];

/** What lies beside `server/src` and may be imported. */
const OUTSIDE: readonly { readonly from: Room; readonly target: string }[] = [
  // The version that `deal --version` prints, and that the language server says it has.
  { from: 'cli', target: '../../package.json' },
  { from: 'lsp', target: '../../package.json' },
];

const rooms: readonly string[] = ROOMS;
const firstOf = (path: string): string => path.split('/')[0];
const isEntry = (path: string): boolean => /^main-[a-z]+\.ts$/.test(path);
const inRooms = sourceFiles.filter(({ path }) => !isEntry(path));
const importsOf = (files: readonly SourceFile[]) =>
  files.flatMap(({ path, imports }) => imports.map((one) => ({ path, ...one, text: `${path} imports ${one.target}` })));

describe('the rooms', () => {
  it('hold every file, but for the entries', () => {
    expect(inRooms.map(({ path }) => path).filter((path) => !rooms.includes(firstOf(path)))).toEqual([]);
    expect([...new Set(inRooms.map(({ path }) => firstOf(path)))].sort()).toEqual([...rooms].sort());
  });

  it('import from those above, and never from below', () => {
    const files = importsOf(inRooms).filter(({ isFile }) => isFile);
    expect(files.length).toBeGreaterThan(300);
    const wrong = files.filter(({ path, target }) => {
      const [from, to] = [firstOf(path), firstOf(target)] as [Room, Room];
      if (from === to || OUTSIDE.some((one) => one.from === from && one.target === target)) return false;
      const seen: readonly string[] = SEES_ONLY[from] ?? rooms.slice(0, rooms.indexOf(from));
      return !seen.includes(to);
    });
    expect(wrong.map(({ text }) => text)).toEqual([]);
  });

  it('have no circle of files', () => {
    const next = new Map(
      sourceFiles.map(({ path, imports }) => [
        path,
        imports.filter(({ isFile, isType }) => isFile && !isType).map(({ target }) => target),
      ]),
    );
    expect(circlesIn(next)).toEqual([]);
  });

  it('use no package that is not let in', () => {
    const packages = importsOf(inRooms).filter(({ isFile, target }) => !isFile && !target.startsWith('node:'));
    const wrong = packages.filter(({ path, target }) => !PACKAGES[firstOf(path) as Room]?.includes(target));
    expect(wrong.map(({ text }) => text)).toEqual([]);
    const used = new Set(packages.map(({ path, target }) => `${firstOf(path)} ${target}`));
    const unused = Object.entries(PACKAGES).flatMap(([room, names]) =>
      names.map((name) => `${room} ${name}`).filter((one) => !used.has(one)),
    );
    expect(unused).toEqual([]);
  });

  it('know nothing of Node above the command line, but for the files that are named', () => {
    const pure = inRooms.filter(({ path }) => firstOf(path) !== 'cli' && !MAY_USE_NODE.includes(path));
    const imports = importsOf(pure).filter(({ target }) => target.startsWith('node:'));
    expect(imports.map(({ text }) => text)).toEqual([]);
    const globals = pure.filter(({ code }) =>
      /(?<![\w.$])(?:(?:process|Buffer|console)\.|require\(|__dirname)/.test(code),
    );
    expect(globals.map(({ path }) => path)).toEqual([]);
  });

  it('name files of Node that do need it', () => {
    const users = new Set(
      importsOf(inRooms)
        .filter(({ target }) => target.startsWith('node:'))
        .map(({ path }) => path),
    );
    expect(MAY_USE_NODE.filter((path) => !users.has(path))).toEqual([]);
  });
});

describe('docs/architecture.md', () => {
  const page = readFileSync(new URL('../../docs/architecture.md', import.meta.url), 'utf8');

  it('tells of every room, in order', () => {
    const told = [...page.matchAll(/^\| `([a-z]+)\/` \|/gm)].map(([, room]) => room);
    expect(told).toEqual(rooms);
  });

  it('names files and folders that exist', () => {
    const repository = new URL('../../', import.meta.url);
    const existing = new Set(
      ['server/src', 'docs', 'test', 'scripts', 'examples', '.ci'].flatMap((top) => [
        top,
        ...readdirSync(new URL(`${top}/`, repository), { recursive: true, encoding: 'utf8' }).map(
          (path) => `${top}/${path.replaceAll('\\', '/')}`,
        ),
      ]),
    );
    const named = [...page.matchAll(/`([\w.-]+(?:\/[\w.-]+)+\/?|[\w-]+\/)`/g)].map(([, path]) =>
      path.replace(/\/$/, ''),
    );
    expect(named.length).toBeGreaterThan(30);
    const stored = named.filter((path) => !path.startsWith('dist/'));
    const missing = stored.filter((path) => !existing.has(path) && !existing.has(`server/src/${path}`));
    expect(missing).toEqual([]);
  });
});

/** The circles that a walk along the imports meets, each as the files on it. */
function circlesIn(next: ReadonlyMap<string, readonly string[]>): string[] {
  const circles: string[] = [];
  const done = new Set<string>();
  const walk = (path: string, trail: readonly string[]): void => {
    const at = trail.indexOf(path);
    if (at >= 0) {
      circles.push([...trail.slice(at), path].join(' → '));
      return;
    }
    if (done.has(path)) return;
    for (const target of next.get(path) ?? []) walk(target, [...trail, path]);
    done.add(path);
  };
  for (const path of next.keys()) walk(path, []);
  return circles;
}
