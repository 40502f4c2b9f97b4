/** §8: what a finding carries, so that a reader can check it without trusting the checker. */
import { describe, expect, it } from 'vitest';
import { checkPortfolio } from '../../server/src/portfolio/check.ts';
import type { Finding } from '../../server/src/rules/finding.ts';
import { format } from '../../server/src/syntax/format.ts';
import { AS_OF, findingOf, findings, sold, told } from './helpers.ts';

const STORY = `party OpenAI
party Microsoft
party Amazon
party AWS "Amazon Web Services, Inc." under Amazon
cloud Azure by Microsoft
cloud Bedrock "Amazon Bedrock" by Amazon
scope model_service "Access to models as a service"
scope stateless_api "One request, one response, no retained context" in model_service
scope stateful_runtime "Context kept across calls, tools and data sources" in model_service
event AGI "AGI declared and verified by the expert panel"

deal microsoft_openai_2025 (by = OpenAI, to = Microsoft, from = 2025-10-28) {
  > [§2.1] Azure is the exclusive cloud for stateless calls
  > to the OpenAI API until AGI is declared.
  azure_api: exclusive(cloud=Azure, scope=stateless_api, until=AGI)
}
deal amazon_openai_2026 (by = OpenAI, to = Amazon, from = 2026-02-27, until = 2028-12-31) {
  > [§1] A stateful runtime will run on Amazon Bedrock.
  runtime: host(scope = stateful_runtime, cloud = Bedrock)
}
reading microsoft "Any commercial output of the models is API service" { scope stateful_runtime in stateless_api }
reading amazon    "A runtime that keeps state is another category"     { scope stateful_runtime distinct from stateless_api }
expect disputed between amazon_openai_2026.runtime and microsoft_openai_2025.azure_api
expect conflict between amazon_openai_2026.runtime and microsoft_openai_2025.azure_api under microsoft
expect clear between amazon_openai_2026.runtime and microsoft_openai_2025.azure_api under amazon
`;

describe('the story of §2', () => {
  const found = findings(STORY);
  const [finding] = found;

  it('has one finding', () => {
    expect(found.map(({ rule, verdict, severity }) => ({ rule, verdict, severity }))).toEqual([
      { rule: 'exclusive-overlap', verdict: 'disputed', severity: 'warning' },
    ]);
  });

  it('whose witness is the first day on which both promises run', () => {
    expect(finding.witness?.date).toBe('2026-02-27');
    expect(finding.witness?.text).toContain('OpenAI lets Amazon host stateful_runtime on Bedrock');
    expect(finding.witness?.values).toMatchObject({ scope: 'stateful_runtime', cloud: 'Bedrock', with: 'Amazon' });
  });

  it('whose window goes from the first to the last such day', () => {
    expect(finding.window).toMatchObject({ from: '2026-02-27', until: '2028-12-31' });
    expect(finding.window?.untilText).toContain('AGI');
  });

  it('says who is bound and who may object', () => {
    expect(finding.boundParty).toBe('OpenAI');
    expect(finding.mayObject).toEqual(['Microsoft']);
  });

  it('shows both clauses, the dealing one first, each with its passage', () => {
    expect(finding.clauses.map(({ name, quote, locator }) => ({ name, quote, locator }))).toEqual([
      { name: 'amazon_openai_2026.runtime', quote: 'A stateful runtime will run on Amazon Bedrock.', locator: '§1' },
      {
        name: 'microsoft_openai_2025.azure_api',
        quote: expect.stringMatching(
          /^Azure is the exclusive cloud for stateless calls\s+to the OpenAI API until AGI is declared\.$/,
        ),
        locator: '§2.1',
      },
    ]);
    const underlined = finding.clauses.map(({ span }) => STORY.slice(span.start, span.end));
    expect(underlined).toEqual(['runtime', 'azure_api']);
    expect(finding.span).toEqual(finding.clauses[0].span);
  });

  it('says who reads it how', () => {
    expect(finding.verdictByReading).toEqual({ 'as written': 'near miss', microsoft: 'conflict', amazon: 'clear' });
  });
});

describe('the witness', () => {
  const within = (date: string | undefined, from: string, until: string) =>
    date !== undefined && date >= from && date <= until;

  it('lies in the time of both clauses', () => {
    const { witness, window } = findingOf(
      sold('prohibit(from=2025-06-01, until=2027-06-30)', 'license(from=2026-09-01, until=2029)'),
    );
    expect(within(witness?.date, '2026-09-01', '2027-06-30')).toBe(true);
    expect(window).toMatchObject({ from: '2026-09-01', until: '2027-06-30' });
  });

  it('lies in what both clauses cover', () => {
    const { witness } = findingOf(
      sold(
        'prohibit(scope=works, territory=Europe, channel=cinema) except (territory=FR)',
        'license(scope=[film, book], territory=[FR, JP, SE], channel=[cinema, television])',
      ),
    );
    expect(witness?.values).toMatchObject({ scope: 'film', territory: 'SE', channel: 'cinema' });
  });

  it('avoids the exceptions of both', () => {
    const { witness } = findingOf(
      sold(
        'prohibit(territory=[FR, SE, ES]) except (territory=FR)',
        'license(territory=[FR, SE, ES]) except (territory=SE)',
      ),
    );
    expect(witness?.values.territory).toBe('ES');
  });

  it('lies in the measure of both', () => {
    const { witness } = findingOf(
      sold('prohibit(screen < 10)', 'license(screen = 8..12)', 'dimension screen what number'),
    );
    const inches = Number(witness?.values.screen);
    expect(inches >= 8 && inches < 10).toBe(true);
  });

  it('is named in one sentence, with its day', () => {
    const { witness } = findingOf(sold('prohibit(scope=film)', 'license(scope=film)'));
    expect(witness?.text).toContain(witness?.date);
    expect(witness?.text).toContain('Studio lets Onda exploit film');
  });
});

describe('the window', () => {
  it('is open where neither clause ends', () => {
    const { window } = findingOf(sold('prohibit(scope=film)', 'license(scope=film)'));
    expect(window).toEqual({ from: '2026-01-01' });
  });

  it('names the event until which it lasts', () => {
    const { window } = findingOf(sold('prohibit(until=AGI)', 'license(scope=film)', 'event AGI'));
    expect(window?.from).toBe('2026-01-01');
    expect(window?.until).toBeUndefined();
    expect(window?.untilText).toContain('AGI');
  });
});

describe('deciding facts', () => {
  const decided: readonly (readonly [string, Parameters<typeof findingOf>[0], string, string])[] = [
    ['an event', sold('prohibit(until=AGI)', 'license(from=2028-01-01)', 'event AGI'), 'event', 'AGI'],
    ['a state', sold('prohibit(while=strike)', 'license()', 'state strike'), 'state', 'strike'],
    [
      'a renewal',
      told(
        `deal vista (by = Studio, to = Vista, from = 2025, until = 2026, renews = 1 years) { x: prohibit() }
        deal onda (by = Studio, to = Onda, from = 2027) { y: license() }`,
        'vista.x',
        'onda.y',
      ),
      'renewal',
      'vista',
    ],
    ['who', sold('exclusive(cloud=East)', 'host()'), 'who', 'cloud'],
    [
      'what belongs to a class',
      sold('noncompete(scope=rival)', 'license(scope=film)', 'scope rival open'),
      'membership',
      'rival',
    ],
    [
      'affiliates',
      told(
        `party Tv under Studio
        deal vista (by = Studio, to = Vista, from = 2025) { x: prohibit() }
        deal onda (by = Tv, to = Onda, from = 2026) { y: license(affiliates=no) }`,
        'vista.x',
        'onda.y',
      ),
      'affiliates',
      'vista.x',
    ],
    ['what is left of a duty', sold('prohibit(scope=film)', 'purchase(scope=[film, book])'), 'performance', 'book'],
    ['the promisor itself', sold('exclusive_distribution()', 'deliver()'), 'self', 'vista.x'],
    ['a standoff', sold('exclusive(cloud=East)', 'exclusive(cloud=West)'), 'standoff', ''],
    ['an offer', sold('rofr()', 'license()'), 'offer', ''],
    ['terms', sold('mfn()', 'license()'), 'terms', ''],
  ];
  for (const [says, portfolio, kind, named] of decided) {
    it(`${says}: ${kind}`, () => {
      const { verdict, decidingFacts } = findingOf(portfolio);
      expect(verdict).toBe('depends');
      expect(decidingFacts).toHaveLength(1);
      const [fact] = decidingFacts ?? [];
      expect(fact.kind).toBe(kind);
      expect(`${fact.name} ${fact.text} ${fact.conflictWhen} ${fact.clearWhen}`).toContain(named);
      // One world of each kind, in words.
      expect(fact.conflictWhen).toMatch(/\w/);
      expect(fact.clearWhen).toMatch(/\w/);
      expect(fact.conflictWhen).not.toBe(fact.clearWhen);
    });
  }

  it('are none in a conflict', () => {
    expect(findingOf(sold('prohibit()', 'license()')).decidingFacts ?? []).toEqual([]);
  });
});

describe('assumptions', () => {
  it('say what a clause leaves unsaid', () => {
    const { assumptions } = findingOf(sold('prohibit(scope=film, territory=FR)', 'license(scope=film)'));
    expect(assumptions?.join('; ')).toMatch(/y` names no .*territory/);
  });

  it('say it of several dimensions at once', () => {
    const { assumptions } = findingOf(sold('prohibit(scope=film, territory=FR)', 'license()'));
    expect(assumptions).toContain('`y` names no scope and no territory: it is taken to cover all');
  });

  it('say it of each of two clauses with one label', () => {
    const { text } = sold('prohibit(territory=FR)', 'license(territory=FR)');
    const alike = { text: text.replace('y: ', 'x: '), between: ['vista.x', 'onda.x'] } as const;
    expect(findingOf(alike).assumptions).toEqual([
      '`onda.x` names no scope: it is taken to cover all',
      '`vista.x` names no scope: it is taken to cover all',
    ]);
  });

  it('say nothing of what it says', () => {
    const { assumptions } = findingOf(sold('prohibit(scope=film, territory=FR)', 'license(scope=film, territory=FR)'));
    expect(assumptions?.join('; ') ?? '').not.toContain('territory');
  });
});

describe('severity', () => {
  it('follows the verdict', () => {
    expect(findingOf(sold('prohibit(scope=film)', 'license(scope=film)')).severity).toBe('error');
    expect(findingOf(sold('prohibit(cloud=East)', 'license(scope=film)')).severity).toBe('warning');
    expect(findingOf(sold('prohibit(scope=film)', 'license(scope=song)')).severity).toBe('information');
  });
});

describe('rules', () => {
  const named: readonly (readonly [string, string, string])[] = [
    ['exclusive-overlap', 'exclusive()', 'license()'],
    ['forbidden-use', 'prohibit()', 'license()'],
    ['first-refusal', 'rofr()', 'license()'],
    ['most-favoured', 'mfn()', 'license()'],
    ['exclusive-deadlock', 'requirements()', 'requirements()'],
  ];
  for (const [rule, x, y] of named) {
    it(`${x} against ${y}: ${rule}`, () => {
      expect(findingOf(sold(x, y)).rule).toBe(rule);
    });
  }
});

describe('fingerprints', () => {
  const { text } = sold(
    'exclusive(scope=film)',
    'license(scope=works)',
    'deal rex (by = Studio, to = Rex, from = 2026-01-01) { license(scope=film) license(scope=works) }',
  );
  const prints = (changed: string, path = 'portfolio.deal') =>
    checkPortfolio([{ path, text: changed }], { asOf: AS_OF })
      .findings.map(({ fingerprint, clauses }) => `${clauses.map(({ name }) => name)} ${fingerprint}`)
      .sort();
  const same: readonly (readonly [string, string])[] = [
    ['lines are put above', `\n\n// A note.\nparty Newcomer\n${text}`],
    ['a deal is put above', `party Other\ndeal other (by = Other, from = 2025) { license(scope=book) }\n${text}`],
    ['lines are put below', `${text}\nparty Newcomer\n`],
    ['another clause joins the deal', text.replace('  x: ', '  w: mfn(by=Vista, scope=book)\n  x: ')],
    ['the line ends change', text.replaceAll('\n', '\r\n')],
    ['the layout changes', text.replaceAll('\n', '\n\n    ')],
    ['clauses are laid out anew', text.replaceAll('(scope=film)', '(\n  scope = film,\n)')],
    ['they are formatted', format(text)],
  ];
  for (const [says, changed] of same) {
    it(`stay when ${says}`, () => {
      expect(changed).not.toBe(text);
      expect(prints(changed)).toEqual(prints(text));
    });
  }

  it('tell findings apart', () => {
    const all = findings(text).map(({ fingerprint }) => fingerprint);
    expect(all.length).toBeGreaterThan(2);
    expect(new Set(all).size).toBe(all.length);
    expect(all.every((one) => /^[0-9a-f]+$/.test(one))).toBe(true);
  });
});

describe('clauses without a label', () => {
  it('are named by their kind, and counted', () => {
    const { text } = sold('exclusive(scope=film)', 'license(scope=book)');
    const rex = 'deal rex (by = Studio, to = Rex, from = 2026-01-01) { license(scope=film) license(scope=works) }';
    expect(findings(text + rex).map(({ clauses }) => clauses[0].name)).toEqual(['rex.license', 'rex.license#2']);
  });
});

describe('the order', () => {
  const files = [
    {
      path: 'b.deal',
      text: 'deal b (by = Studio, to = Onda, from = 2026) { p: license() q: license(scope=song, territory=FR) }',
    },
    { path: 'a.deal', text: 'deal a (by = Studio, to = Rex, from = 2026) { y: host(scope=film) z: license() }' },
    {
      path: 'terms.deal',
      text: `party Studio, Vista, Onda, Rex
cloud East
scope works
scope film, song in works
deal vista (by = Studio, to = Vista, from = 2025) { x: exclusive(scope=film) e: exclusive(cloud=East) }`,
    },
  ];
  const order = (given: typeof files) =>
    checkPortfolio(given, { asOf: AS_OF }).findings.map(({ severity, file, span, rule, fingerprint }) => ({
      severity,
      file,
      start: span.start,
      rule,
      fingerprint,
    }));

  it('is the same however the files come', () => {
    expect(order(files).length).toBeGreaterThan(4);
    expect(order([...files].reverse())).toEqual(order(files));
  });

  it('is by severity, then file, then place', () => {
    const ranks: Finding['severity'][] = ['error', 'warning', 'information', 'hint'];
    const keys = order(files).map(
      ({ severity, file, start }) => `${ranks.indexOf(severity)} ${file} ${String(start).padStart(6, '0')}`,
    );
    expect(keys).toEqual([...keys].sort());
  });
});

describe('each pair', () => {
  it('has one finding, even where both clauses restrain', () => {
    const pair = sold('exclusive(scope=film)', 'exclusive(scope=film)');
    expect(findings(pair.text).filter(({ verdict }) => verdict)).toHaveLength(1);
  });
});
