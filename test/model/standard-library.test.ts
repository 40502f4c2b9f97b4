import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { parse } from '../../server/src/syntax/parser.ts';
import {
  childOfKind,
  childrenOf,
  endOf,
  kindOf,
  type NodeIndex,
  NodeKind,
  startOf,
  textOf,
} from '../../server/src/syntax/tree.ts';
import { BUILT_IN_DIMENSIONS } from '../../server/src/terms/vocabulary.ts';

const text = readFileSync(new URL('../../server/src/model/standard-library.deal', import.meta.url), 'utf8');
const tree = parse(text);

/** The labels of CUAD v1 (The Atticus Project), as its annotations spell them. */
const CUAD = [
  'Affiliate License-Licensee',
  'Affiliate License-Licensor',
  'Agreement Date',
  'Anti-Assignment',
  'Audit Rights',
  'Cap on Liability',
  'Change of Control',
  'Competitive Restriction Exception',
  'Covenant Not to Sue',
  'Document Name',
  'Effective Date',
  'Exclusivity',
  'Expiration Date',
  'Governing Law',
  'IP Ownership Assignment',
  'Insurance',
  'Irrevocable or Perpetual License',
  'Joint IP Ownership',
  'License Grant',
  'Liquidated Damages',
  'Minimum Commitment',
  'Most Favored Nation',
  'No-Solicit of Customers',
  'No-Solicit of Employees',
  'Non-Compete',
  'Non-Disparagement',
  'Non-Transferable License',
  'Notice Period to Terminate Renewal',
  'Parties',
  'Post-Termination Services',
  'Price Restrictions',
  'Renewal Term',
  'Revenue/Profit Sharing',
  'Rofr/Rofo/Rofn',
  'Source Code Escrow',
  'Termination for Convenience',
  'Third Party Beneficiary',
  'Uncapped Liability',
  'Unlimited/All-You-Can-Eat-License',
  'Volume Restriction',
  'Warranty Duration',
];

const DIMENSIONS = BUILT_IN_DIMENSIONS.map((dimension) => dimension.name);
const EFFECTS = ['permits', 'excludes', 'forbids', 'obliges', 'preempts', 'equalizes', 'waives', 'records'];
const TYPES = [
  ...['money', 'share', 'number', 'date', 'duration', 'flag', 'text', 'party', 'clause', 'event', 'time'],
  ...DIMENSIONS,
];
/** What every kind takes without declaring it. */
const COMMON = ['by', 'to', 'from', 'until', 'while', 'affiliates'];

interface Declaration {
  readonly name: string;
  readonly effects: string[];
  readonly parameters: Map<string, { type: string; default?: string }>;
  /** The `//` lines directly above, without their slashes. */
  readonly documentation: string[];
}

function documentationAbove(offset: number): string[] {
  const lines = text.slice(0, offset).split('\n').slice(0, -1);
  const documentation: string[] = [];
  for (let line = lines.pop(); line?.startsWith('//'); line = lines.pop()) documentation.unshift(line.slice(2).trim());
  return documentation;
}

function readKind(node: NodeIndex): Declaration {
  const children = childrenOf(tree, node);
  const parameters = children
    .filter((child) => kindOf(tree, child) === NodeKind.Parameter)
    .map((child) => {
      const [name, type, value] = childrenOf(tree, child).map((each) => textOf(tree, each));
      return [name, { type, default: value }] as const;
    });
  expect(new Set(parameters.map(([name]) => name)).size).toBe(parameters.length);
  return {
    name: textOf(tree, childOfKind(tree, node, NodeKind.Name)),
    effects: children.filter((child) => kindOf(tree, child) === NodeKind.Effect).map((child) => textOf(tree, child)),
    parameters: new Map(parameters),
    documentation: documentationAbove(startOf(tree, node)),
  };
}

const kinds = childrenOf(tree, 0)
  .filter((node) => kindOf(tree, node) === NodeKind.KindDeclaration)
  .map(readKind);
const kindNamed = (name: string) => kinds.find((kind) => kind.name === name);
const categoriesOf = (kind: Declaration) =>
  (/^CUAD: (.+)$/.exec(kind.documentation.at(-1) ?? '')?.[1] ?? '').split(', ').filter((name) => name !== 'none');

describe('the file', () => {
  it('parses without a problem', () => {
    expect(tree.problems).toEqual([]);
  });

  it('declares acts and kinds only', () => {
    for (const node of childrenOf(tree, 0)) {
      const words = text.slice(startOf(tree, node), endOf(tree, node)).split(/\s/, 1);
      expect(['act', 'kind']).toContain(words[0]);
    }
  });
});

describe('kinds', () => {
  it('are declared once', () => {
    const names = kinds.map((kind) => kind.name);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  test.each(kinds.map((kind) => [kind.name, kind] as const))('%s is documented and well formed', (_, kind) => {
    const sentences = kind.documentation.slice(0, -1).join(' ');
    expect(sentences).toMatch(/^[A-Z].*\.$/);
    expect(kind.documentation.at(-1)).toMatch(/^CUAD: /);
    for (const category of categoriesOf(kind)) expect(CUAD).toContain(category);

    expect(kind.effects.length).toBeGreaterThan(0);
    for (const effect of kind.effects) expect(EFFECTS).toContain(effect);
    for (const [name, { type, default: value }] of kind.parameters) {
      expect(TYPES).toContain(type);
      expect(COMMON).not.toContain(name);
      // A parameter named like a dimension presets it.
      if (DIMENSIONS.includes(name)) expect([type, value === undefined]).toEqual([name, false]);
    }
  });

  it('cover the 41 categories of CUAD', () => {
    expect(CUAD).toHaveLength(41);
    const covered = new Set(kinds.flatMap(categoriesOf));
    expect(CUAD.filter((category) => !covered.has(category))).toEqual([]);
  });

  test.each<[string, string[]]>([
    ['permits', ['grant', 'license', 'sublicense', 'host', 'distribute', 'resell', 'sell_off']],
    ['permits, excludes', ['exclusive', 'exclusive_license', 'sole_license', 'exclusive_distribution', 'assign_ip']],
    ['excludes', ['requirements', 'exclusive_dealing']],
    [
      'forbids',
      [
        ...['prohibit', 'noncompete', 'no_solicit_customers', 'no_solicit_employees', 'no_disparagement'],
        ...['no_assignment', 'no_challenge', 'confidentiality'],
      ],
    ],
    [
      'obliges',
      [
        ...['commit', 'purchase', 'minimum', 'pay', 'revenue_share', 'deliver', 'escrow', 'insure'],
        ...['transition_services', 'allow_audit', 'warrant'],
      ],
    ],
    ['preempts', ['rofr', 'rofo', 'rofn', 'option']],
    ['equalizes', ['mfn']],
    ['waives', ['consent', 'waiver']],
  ])('%s: exactly the standard ones', (effects, names) => {
    const found = kinds.filter((kind) => kind.effects.join(', ') === effects).map((kind) => kind.name);
    expect(found.sort()).toEqual([...names].sort());
  });

  it('record what the language names', () => {
    const names = ['equity', 'invest', 'tranche', 'joint_ip', 'volume_limit', 'price_restriction', 'change_of_control'];
    names.push('liability_cap', 'uncapped_liability', 'liquidated_damages', 'beneficiary', 'governing_law');
    for (const name of names) expect(kindNamed(name)?.effects, name).toEqual(['records']);
  });

  it('take a day to perform by where they oblige', () => {
    for (const kind of kinds.filter((each) => each.effects.includes('obliges'))) {
      expect(kind.parameters.get('due')?.type, kind.name).toBe('time');
    }
  });

  it('say what the promisor itself may do exactly where they exclude', () => {
    const written = kinds
      .filter((kind) => kind.parameters.has('self'))
      .map((kind) => [kind.name, kind.parameters.get('self')!.default]);
    expect(Object.fromEntries(written)).toEqual({
      exclusive: 'yes',
      exclusive_license: 'yes',
      sole_license: 'no',
      exclusive_distribution: 'undecided',
      assign_ip: 'yes',
      requirements: 'yes',
      exclusive_dealing: 'yes',
    });
  });

  it('preset their acts', () => {
    const presets = kinds
      .filter((kind) => kind.parameters.has('act'))
      .map((kind) => [kind.name, kind.parameters.get('act')!.default]);
    expect(Object.fromEntries(presets)).toEqual({
      sublicense: 'sublicense',
      host: 'host',
      distribute: 'distribute',
      resell: 'distribute',
      sell_off: 'sell',
      assign_ip: '[exploit, assign]',
      no_solicit_customers: 'solicit',
      no_solicit_employees: 'solicit',
      no_disparagement: 'disparage',
      no_assignment: 'assign',
      no_challenge: 'challenge',
      confidentiality: 'disclose',
      purchase: 'buy',
      minimum: 'buy',
      pay: 'pay',
      revenue_share: 'pay',
      deliver: 'supply',
      escrow: 'escrow',
      insure: 'insure',
      transition_services: 'supply',
      allow_audit: 'audit',
      warrant: 'warrant',
    });
  });
});

describe('acts', () => {
  const parents = new Map<string, string | undefined>();
  const distinct = new Set<string>();
  for (const node of childrenOf(tree, 0)) {
    if (kindOf(tree, node) !== NodeKind.TermDeclaration) continue;
    const name = textOf(tree, childOfKind(tree, childOfKind(tree, node, NodeKind.TermItem), NodeKind.Name));
    const named = (relation: NodeKind) => {
      const at = childOfKind(tree, node, relation);
      if (at < 0) return [];
      return textOf(tree, at)
        .match(/[\w-]+/g)!
        .filter((word) => !['in', 'distinct', 'from'].includes(word));
    };
    expect(parents.has(name), name).toBe(false);
    parents.set(name, named(NodeKind.In)[0]);
    for (const other of named(NodeKind.DistinctFrom)) {
      distinct.add([name, other].sort().join(' '));
      expect(parents.has(other), `${name} distinct from ${other}`).toBe(true);
    }
  }

  it('make the tree of the language', () => {
    expect(Object.fromEntries(parents)).toEqual({
      exploit: undefined,
      make: 'exploit',
      use: 'exploit',
      sell: 'exploit',
      buy: 'exploit',
      'have-made': 'make',
      import: 'sell',
      offer: 'sell',
      supply: 'sell',
      distribute: 'sell',
      host: 'exploit',
      sublicense: 'exploit',
      market: 'exploit',
      pay: undefined,
      insure: undefined,
      assign: undefined,
      solicit: undefined,
      disparage: undefined,
      challenge: undefined,
      disclose: undefined,
      audit: undefined,
      warrant: undefined,
      escrow: undefined,
    });
  });

  it('are distinct where the language says so, and nowhere else', () => {
    const expected = new Set<string>();
    const roots = [...parents.keys()].filter((name) => parents.get(name) === undefined);
    for (const group of [['make', 'use', 'sell', 'buy'], roots]) {
      for (const one of group) for (const other of group) if (one < other) expected.add(`${one} ${other}`);
    }
    expect([...distinct].sort()).toEqual([...expected].sort());
  });
});
