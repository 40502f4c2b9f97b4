/** What `package.json` promises to VS Code is there: titles, texts in both languages, pictures, files. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from '../../server/src/syntax/parser.ts';

const repository = new URL('../../', import.meta.url);
const text = (path: string): string => readFileSync(new URL(path, repository), 'utf8');
const json = <T>(path: string): T => JSON.parse(text(path)) as T;

interface Step {
  readonly title: string;
  readonly description: string;
  readonly media: { readonly image?: Record<string, string>; readonly altText?: string; readonly markdown?: string };
}

interface Manifest {
  readonly icon: string;
  readonly l10n: string;
  readonly activationEvents: readonly string[];
  readonly contributes: {
    readonly commands: readonly { command: string; title?: string; category?: string }[];
    readonly menus: Record<string, readonly { command: string }[]>;
    readonly languages: readonly { icon?: Record<string, string>; configuration?: string }[];
    readonly walkthroughs: readonly { steps: readonly Step[] }[];
    readonly configuration: { readonly properties: Record<string, Record<string, unknown>> };
    readonly problemPatterns: readonly { patterns: readonly { regexp: string }[] }[];
  };
}

const manifest = json<Manifest>('package.json');
const { contributes } = manifest;
const english = json<Record<string, string>>('package.nls.json');
const chinese = json<Record<string, string>>('package.nls.zh-cn.json');
const steps = contributes.walkthroughs.flatMap((walkthrough) => walkthrough.steps);

/** Every string in a value, however deep. */
function stringsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

describe('commands', () => {
  it('have a title and a category', () => {
    const wanting = contributes.commands.filter(({ title, category }) => !title || !category);
    expect(wanting).toEqual([]);
  });

  it('of menus exist', () => {
    const known = new Set(contributes.commands.map(({ command }) => command));
    const used = Object.values(contributes.menus).flatMap((items) => items.map(({ command }) => command));
    expect(used.filter((command) => !known.has(command))).toEqual([]);
  });

  it('of links in the walkthrough exist', () => {
    const known = new Set(contributes.commands.map(({ command }) => command));
    const used = steps
      .flatMap(({ description }) => [english, chinese].map((texts) => texts[description.slice(1, -1)]))
      .flatMap((description) => [...description.matchAll(/\(command:([\w.]+)/g)].map(([, command]) => command));
    expect(used.length).toBeGreaterThan(8);
    expect(used.filter((command) => !command.startsWith('workbench.') && !known.has(command))).toEqual([]);
  });
});

describe('texts', () => {
  const keys = stringsIn(manifest)
    .filter((string) => /^%.+%$/.test(string))
    .map((string) => string.slice(1, -1));

  it('of the manifest are there in English and in Chinese, and none is left over', () => {
    expect(keys.length).toBeGreaterThan(20);
    const wanted = [...new Set(keys)].sort();
    expect(Object.keys(english).sort()).toEqual(wanted);
    expect(Object.keys(chinese).sort()).toEqual(wanted);
    expect(Object.entries({ ...english, ...chinese }).filter(([, value]) => value.trim() === '')).toEqual([]);
  });

  it('of the walkthrough, the settings and the commands come from there', () => {
    const shown = [
      ...contributes.commands.map(({ title }) => title),
      ...steps.flatMap(({ title, description }) => [title, description]),
      ...Object.values(contributes.configuration.properties).map(
        ({ description, markdownDescription }) => description ?? markdownDescription,
      ),
    ];
    expect(shown.filter((string) => !/^%.+%$/.test(String(string)))).toEqual([]);
  });

  it('of the code are there in Chinese, with the same places to fill, and none is left over', () => {
    const used = readdirSync(new URL('client/src/', repository), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts'))
      .flatMap((path) => [...text(`client/src/${path}`).matchAll(/\bl10n\.t\(\s*'([^']+)'/g)].map(([, key]) => key));
    const bundle = json<Record<string, string>>(`${manifest.l10n}/bundle.l10n.zh-cn.json`);
    expect(Object.keys(bundle).sort()).toEqual([...new Set(used)].sort());
    const places = (string: string): string => [...string.matchAll(/\{\d\}/g)].map(String).sort().join();
    expect(Object.entries(bundle).filter(([key, value]) => places(key) !== places(value))).toEqual([]);
    // Whatever the code shows goes through `l10n.t`.
    expect(used.length).toBeGreaterThan(30);
  });
});

describe('files', () => {
  it('that the manifest names exist', () => {
    const paths = stringsIn(manifest).filter((string) => /^(?:\.\/)?(?:client|syntaxes|docs|l10n)\/?/.test(string));
    expect(paths.length).toBeGreaterThan(15);
    expect(paths.filter((path) => !existsSync(new URL(path, repository)))).toEqual([]);
  });

  it('have an icon for light and for dark themes', () => {
    const [deal] = contributes.languages;
    expect(Object.keys(deal.icon ?? {})).toEqual(['light', 'dark']);
    expect(existsSync(new URL(manifest.icon, repository))).toBe(true);
  });
});

describe('the walkthrough', () => {
  it('says in words what its pictures show, in every kind of theme', () => {
    for (const { media } of steps.filter((step) => step.media.image !== undefined)) {
      expect(media.altText).toMatch(/^%.+%$/);
      expect(Object.keys(media.image ?? {})).toEqual(['light', 'dark', 'hc', 'hcLight']);
    }
    expect(steps.filter(({ media }) => media.image === undefined && media.markdown === undefined)).toEqual([]);
  });
});

describe('snippets', () => {
  const snippets = Object.entries(
    json<Record<string, { prefix: string; description: string; body: readonly string[] }>>(
      'syntaxes/deal.snippets.json',
    ),
  );
  /** What stands in the text when the user has filled in nothing. */
  const expanded = (body: readonly string[]): string => {
    let result = body
      .join('\n')
      .replaceAll(/\$\{CURRENT_(YEAR|MONTH|DATE)\}/g, (_, part) => (part === 'YEAR' ? '2026' : '01'));
    result = result.replaceAll(/\$\{\d+\|([^,|]+)[^}]*\|\}/g, '$1');
    for (let before = ''; before !== result; ) {
      before = result;
      result = result.replaceAll(/\$\{\d+:([^${}]*)\}/g, '$1');
    }
    return result.replaceAll('$0', '');
  };

  it.each(snippets)('%s is well formed', (_, { body, description }) => {
    expect(description).not.toBe('');
    const content = expanded(body);
    expect(content).not.toMatch(/\$/);
    const isMember = /^(?:>|\w+: |\/\/ deal-ignore)/.test(content);
    const isException = /: except/.test(content);
    const clause = content.startsWith('>') && !content.includes('\n') ? `${content}\nlicense()` : content;
    const member = isException ? `license() {\n${clause}\n}` : clause;
    const file = isMember ? `deal test (by = A, to = B, from = 2026) {\n${member}\n}` : content;
    expect(parse(file).problems).toEqual([]);
  });
});

describe('the problem matcher', () => {
  const [first, second] = contributes.problemPatterns[0].patterns.map(({ regexp }) => new RegExp(regexp));
  const readme = text('README.md');

  it('reads what `deal check` prints', () => {
    const [finding, place] = /^\w+\[[\w-]+\]: .*\n.*┌─ .*$/m.exec(readme)![0].split('\n');
    expect(first.exec(finding)?.slice(1)).toEqual([
      'warning',
      'exclusive-overlap',
      '`runtime` lets Amazon do what `azure_api` reserves for Azure',
    ]);
    expect(second.exec(place)?.slice(1)).toEqual(['examples/ai-cloud/amazon-2026-02.deal', '28', '3']);
  });

  it('knows every severity in the words of VS Code', () => {
    const severities = ['error', 'warning', 'information', 'hint'].map(
      (word) => first.exec(`${word}[rule]: text`)?.[1],
    );
    expect(severities).toEqual(['error', 'warning', 'info', 'hint']);
  });
});
