/** §9: a clause that nobody has promised, held against the portfolio. */
import { describe, expect, it } from 'vitest';
import { askPortfolio } from '../../server/src/portfolio/ask.ts';
import type { Verdict } from '../../server/src/rules/finding.ts';
import { AS_OF, check, type Options } from '../verdicts/helpers.ts';

const PORTFOLIO = `
party OpenAI, Microsoft, Amazon
cloud Azure, Bedrock
scope model_service
scope stateless_api in model_service
scope stateful_runtime in model_service
event AGI
deal microsoft (by = OpenAI, to = Microsoft, from = 2025-10-28) {
  > Azure is the exclusive cloud for stateless calls.
  azure_api: exclusive(cloud=Azure, scope=stateless_api, until=AGI)
  rights: prohibit(scope=model_service, act=assign, territory=CN)
}
deal offer (by = OpenAI, to = Amazon, from = 2026-01-01, status = draft) {
  only_amazon: exclusive(to=Amazon, act=market)
  consent(by=Microsoft, to=OpenAI)
}
reading amazon { scope stateful_runtime distinct from stateless_api }
reading microsoft { scope stateful_runtime in stateless_api }
`;

const ask = (question: string, options: Options = {}, text = PORTFOLIO) =>
  askPortfolio([{ path: 'portfolio.deal', text }], question, { asOf: AS_OF, ...options });

describe('may it be granted?', () => {
  const questions: readonly (readonly [says: string, question: string, verdict: Verdict, options?: Options])[] = [
    [
      'not on another cloud',
      'host(by=OpenAI, to=Contoso, scope=stateless_api, cloud=Bedrock, from=2026-06-01)',
      'depends',
    ],
    ['not today', 'host(by=OpenAI, to=Contoso, scope=stateless_api, cloud=Bedrock, from=2026-01-01)', 'conflict'],
    [
      'not unless it happens before',
      'host(by=OpenAI, to=Contoso, scope=stateless_api, cloud=Bedrock, from=2026-06-01)',
      'clear',
      { assume: { AGI: '2026-05-15' } },
    ],
    ['on the only cloud', 'host(by=OpenAI, to=Contoso, scope=stateless_api, cloud=Azure, from=2026-01-01)', 'clear'],
    ['on a cloud that it does not say', 'host(by=OpenAI, to=Contoso, scope=stateless_api, from=2026-01-01)', 'depends'],
    [
      'as somebody reads it',
      'host(by=OpenAI, to=Contoso, scope=stateful_runtime, cloud=Bedrock, from=2026-01-01)',
      'disputed',
    ],
    [
      'as this one reads it',
      'host(by=OpenAI, to=Contoso, scope=stateful_runtime, cloud=Bedrock, from=2026-01-01)',
      'clear',
      { reading: 'amazon' },
    ],
    ['by somebody who is not bound', 'host(by=Amazon, to=Contoso, scope=stateless_api, cloud=Bedrock)', 'clear'],
    ['by somebody nobody knows', 'host(by=Contoso, to=Amazon, scope=stateless_api, cloud=Bedrock)', 'clear'],
    [
      'a prohibition, too, can stand in the way',
      'grant(by=OpenAI, to=Contoso, act=assign, scope=stateless_api, territory=CN, from=2026-01-01)',
      'conflict',
    ],
    [
      'a duty',
      'commit(by=OpenAI, to=Contoso, act=assign, scope=stateless_api, territory=CN, from=2026-01-01)',
      'conflict',
    ],
    [
      'drafts do not stand in the way',
      'grant(by=OpenAI, to=Contoso, act=market, scope=stateful_runtime, cloud=Azure, from=2026-01-01)',
      'clear',
    ],
    [
      'nor do consents in drafts help',
      'grant(by=OpenAI, to=Contoso, act=assign, territory=CN, scope=model_service, from=2026-01-01)',
      'conflict',
    ],
  ];
  for (const [says, question, verdict, options] of questions) {
    it(`${says}: ${verdict}`, () => {
      const answer = ask(question, options);
      expect(answer.problems).toEqual([]);
      expect(answer.verdict).toBe(verdict);
      if (verdict === 'clear') expect(answer.findings.filter(({ severity }) => severity !== 'information')).toEqual([]);
      else expect(answer.findings.map((finding) => finding.verdict)).toContain(verdict);
    });
  }
});

describe('a question that does not say from when', () => {
  const refusal = `party A, B, C
scope film
deal first (by = A, to = B, from = 2025-01-01) { offer: rofr(scope = film) }
deal over (by = A, to = B, from = 2020-01-01, until = 2021) { gone: exclusive(scope = film) }
`;
  const granted = (time: string) => ask(`license(by=A, to=C, scope=film${time})`, {}, refusal).verdict;

  it('is asked of a grant that is made now: later than a right of first refusal', () => {
    expect(granted('')).toBe('depends');
    expect(granted(', until = 2030')).toBe('depends');
    expect(granted(', from = 2024-06-01')).toBe('clear');
  });

  it('is asked of all days up to an end that is past', () => {
    expect(granted(', until = 2020-06-01')).toBe('conflict');
  });
});

describe('a restraint can be asked about too', () => {
  const granted = `party Studio, Vista
scope film
deal vista (by = Studio, to = Vista, from = 2025-01-01) { x: license(scope=film) }`;

  it('against what is granted', () => {
    expect(ask('exclusive(by=Studio, to=Onda, scope=film, from=2026-01-01)', {}, granted).verdict).toBe('conflict');
    expect(ask('noncompete(by=Studio, to=Onda, scope=film, until=2024)', {}, granted).verdict).toBe('clear');
  });

  it('a sublicence needs a title', () => {
    const answer = ask('sublicense(by=Studio, to=Onda, scope=film, from=2026-01-01)', {}, granted);
    expect(answer.findings.map(({ rule }) => rule)).toContain('chain-of-title');
  });
});

describe('a clause that says how much can be asked about too', () => {
  const PROMISED = `party Plant, North, South
scope steel, coal
deal signed (by = Plant, to = North, from = 2026-01-01, until = 2028) {
  need: requirements(scope=steel, share=70%)
  most: volume_limit(scope=coal, quantity=1000, per=year)
  stake: equity(holder=North, issuer=Plant, share=80%)
}
deal offer (by = Plant, to = South, from = 2026-01-01, status = draft) {
  equity(holder=South, issuer=Plant, share=15%)
  requirements(scope=coal, share=90%)
}`;
  const told = (question: string, text = PROMISED) => {
    const { verdict, findings } = ask(question, {}, text);
    return [verdict, ...findings.map(({ rule, clauses }) => `${rule}: ${clauses.map(({ name }) => name).join(' ')}`)];
  };

  it.each([
    [
      'requirements(by=Plant, to=South, scope=steel, share=40%, from=2026-12-01)',
      'share-above-whole: question.requirements signed.need',
    ],
    [
      'equity(by=Plant, to=South, holder=South, issuer=Plant, share=30%, from=2026-12-01)',
      'share-above-whole: question.equity signed.stake',
    ],
    [
      'minimum(by=North, to=Plant, scope=coal, quantity=2000, per=year, from=2026-01-01)',
      'minimum-above-cap: question.minimum signed.most',
    ],
    [
      'volume_limit(by=Plant, to=North, scope=steel, quantity=5, from=2026-01-01)',
      'minimum-above-cap: signed.least question.volume_limit',
    ],
  ])('%s', (question, finding) => {
    const text = PROMISED.replace('  most:', '  least: minimum(scope=steel, quantity=10)\n  most:');
    expect(told(question, text)).toEqual(['conflict', finding]);
  });

  it.each([
    'requirements(by=Plant, to=South, scope=steel, share=30%, from=2026-12-01)',
    'requirements(by=Plant, to=South, scope=coal, share=20%, from=2026-12-01)',
    'equity(by=Plant, to=South, holder=South, issuer=Plant, share=20%, from=2026-12-01)',
    'equity(by=Plant, to=North, holder=North, issuer=Plant, share=90%, from=2026-12-01)',
    'minimum(by=North, to=Plant, scope=coal, quantity=900, per=year, from=2026-01-01)',
  ])('is clear where it comes to no more: %s', (question) => {
    expect(told(question)).toEqual(['clear']);
  });

  it('is not told what is too much without it', () => {
    const text = `${PROMISED}\ndeal other (by = Plant, to = South, from = 2027-01-01) {
      requirements(scope=steel, share=60%)
    }`;
    expect(told('requirements(by=Plant, to=South, scope=coal, share=20%)', text)).toEqual(['clear']);
  });
});

describe('a minimum that cannot be compared with a limit', () => {
  it('is told as not checked', () => {
    const text = `party A, B
scope film
deal cap (by = A, to = B, from = 2025-01-01) { most: volume_limit(scope = film, amount = 5M EUR) }
`;
    const answer = ask('minimum(by=A, to=B, scope=film, amount=9M USD)', {}, text);
    expect(answer.findings.map(({ rule, message }) => [rule, message])).toEqual([
      ['not-checked', '`question.minimum` is not held against `most`: the two are in different currencies'],
    ]);
    expect(ask('minimum(by=A, to=B, scope=film, amount=9M EUR)', {}, text).verdict).toBe('conflict');
  });
});

describe('a name that nobody has declared', () => {
  const kept = `party Studio, Vista
scope works
scope film in works
deal vista (by = Studio, to = Vista, from = 2025-01-01) { x: exclusive(scope=works) }`;
  const everything = kept.replace('scope=works)', ')');

  it('is a fresh term, apart from all others', () => {
    expect(ask('license(by=Studio, to=Newcomer, scope=opera, from=2026-01-01)', {}, kept)).toMatchObject({
      verdict: 'clear',
      findings: [],
      problems: [],
    });
  });

  it('is within what is unrestricted', () => {
    expect(ask('license(by=Studio, to=Newcomer, scope=opera, from=2026-01-01)', {}, everything).verdict).toBe(
      'conflict',
    );
  });

  it('may be whom it is granted to', () => {
    expect(ask('license(by=Studio, to=Newcomer, scope=film, from=2026-01-01)', {}, kept).verdict).toBe('conflict');
  });

  it('may be an event on which it turns', () => {
    const question = 'license(by=Studio, to=Newcomer, scope=film, from=IPO)';
    expect(ask(question, {}, kept)).toMatchObject({ verdict: 'depends', problems: [] });
    expect(check(`${kept}\ndeal onda (by = Studio, from = IPO) { y: license(scope=film) }`).findings).toMatchObject([
      { rule: 'unknown-name' },
    ]);
  });

  it('is not declared for the portfolio by that', () => {
    expect(check(kept.replace('scope=works)', 'scope=opera)')).findings.map(({ rule }) => rule)).toContain(
      'unknown-name',
    );
  });
});

describe('a name in a question that is new', () => {
  const newIn = (question: string) =>
    ask(question).newNames.map(({ severity, message, help, span, fix }) => ({
      text: question.slice(span.start, span.end),
      severity,
      said: `${message}; ${help}`,
      fix: fix?.edits.map(({ start, end, newText }) => question.slice(0, start) + newText + question.slice(end)).join(),
    }));

  it('is told once, with the nearest that is declared', () => {
    expect(newIn('host(by=OpanAI, to=Contoso, scope=stateles_api, cloud=Azur, territory=France)')).toEqual([
      {
        text: 'OpanAI',
        severity: 'warning',
        said: '`OpanAI` is new: this portfolio declares no party of this name; did you mean `OpenAI`?',
        fix: 'host(by=OpenAI, to=Contoso, scope=stateles_api, cloud=Azur, territory=France)',
      },
      {
        text: 'Contoso',
        severity: 'information',
        said: '`Contoso` is new: this portfolio declares no party of this name; it shares nothing with what the portfolio names',
        fix: undefined,
      },
      {
        text: 'stateles_api',
        severity: 'warning',
        said: '`stateles_api` is new: this portfolio declares no scope of this name; did you mean `stateless_api`?',
        fix: 'host(by=OpanAI, to=Contoso, scope=stateless_api, cloud=Azur, territory=France)',
      },
      {
        text: 'Azur',
        severity: 'warning',
        said: '`Azur` is new: this portfolio declares no cloud of this name; did you mean `Azure`?',
        fix: 'host(by=OpanAI, to=Contoso, scope=stateles_api, cloud=Azure, territory=France)',
      },
      {
        text: 'France',
        severity: 'warning',
        said: '`France` is new: this portfolio declares no territory of this name; did you mean `FR`?',
        fix: 'host(by=OpanAI, to=Contoso, scope=stateles_api, cloud=Azur, territory=FR)',
      },
    ]);
  });

  it('is an event where a day is expected', () => {
    expect(newIn('host(by=OpenAI, to=Amazon, from=IPO, until=later of [IPO, Merger + 2 years])')).toEqual(
      ['IPO', 'Merger'].map((text) => ({
        text,
        severity: 'information',
        said: `\`${text}\` is new: this portfolio declares no event of this name; nobody knows on which day it happens, or whether it ever does`,
        fix: undefined,
      })),
    );
  });

  it.each([
    ['AIG', 'AGI'],
    ['forever', 'perpetual'],
  ])('may be meant as another time: %s', (written, meant) => {
    const [said, ...others] = newIn(`host(by=OpenAI, until=${written})`);
    expect(others).toEqual([]);
    expect(said).toMatchObject({ text: written, severity: 'warning', fix: `host(by=OpenAI, until=${meant})` });
  });

  it('may be meant as a term of a deal, which is called with it', () => {
    const text = `${PORTFOLIO}deal d (by = OpenAI) { scope goods event Closing }`;
    for (const written of ['Closing', 'Closign']) {
      const question = `host(by=OpenAI, to=Amazon, scope=goods, from=${written})`;
      const said = ask(question, {}, text).newNames.map(({ help, fix }) => [help, fix?.edits[0].newText]);
      expect(said).toEqual([
        ['did you mean `d.goods`?', 'd.goods'],
        ['did you mean `d.Closing`?', 'd.Closing'],
      ]);
    }
  });

  it('is none of those that are declared', () => {
    expect(newIn('host(by=OpenAI, to=Amazon, scope=stateless_api, territory=[FR, Europe], until=AGI)')).toEqual([]);
  });
});

describe('a mistake in a question', () => {
  const mistakes = (question: string) =>
    ask(question).problems.map(
      ({ message, span, help }) => `${question.slice(span.start, span.end)}: ${message}${help ? `; ${help}` : ''}`,
    );

  it.each([
    ['hots(by=OpenAI)', 'hots: there is no kind of clause `hots`; did you mean `host`?'],
    ['host(by=OpenAI, skope=film)', 'skope: `host` takes no `skope`; did you mean `scope`?'],
    ['host(bye=OpenAI)', 'bye: `host` takes no `bye`; did you mean `by`?'],
    ['host(by=OpenAI, until=elsewhere.end)', 'elsewhere.end: `elsewhere.end` is not a day: no event has this name'],
    ['host(by="OpenAI")', '"OpenAI": the name of a party is written without quotation marks; write `OpenAI`'],
    [
      "host(by=OpenAI, scope='stateless_api')",
      "'stateless_api': the name of a scope is written without quotation marks",
    ],
    ['host(by=OpenAI) host(by=Amazon)', 'host: Expected one clause, such as `host(by = OpenAI)`, and nothing else'],
    ['may OpenAI host it', 'may: Expected one clause, such as `host(by = OpenAI)`, and nothing else'],
    ['host(to=Amazon)', 'host(to=Amazon): the question does not say who would promise'],
  ])('is told once, where it is: %s', (question, said) => {
    expect(mistakes(question)).toEqual([expect.stringContaining(said)]);
  });
});

describe('a question that promises nothing, or not what it seems to', () => {
  it.each([
    ['(territory=FR) except (territory=FR)', 'except (territory=FR)', 'takes everything away'],
    ['(territory=FR) except (territory=US)', 'except (territory=US)', 'takes nothing away'],
    ['(territory=[FR] except FR)', 'license', 'its territory is empty'],
    ['(from=2027-01-01, until=2026-01-01)', 'license', 'ends before it starts'],
    ['(to=OpenAI)', 'license', 'nobody owes itself'],
  ])('is told of: %s', (rest, where, said) => {
    const question = `license${rest.replace('(', `(by=OpenAI, ${rest.includes('to=') ? '' : 'to=Amazon, '}`)}`;
    const answer = ask(question, {}, 'party OpenAI, Amazon');
    expect(answer.verdict).toBe('clear');
    expect(answer.problems).toMatchObject([{ severity: 'warning', message: expect.stringContaining(said) }]);
    const [{ span }] = answer.problems;
    expect(question.slice(span.start, span.end)).toBe(where);
  });

  it('is nothing to be told of where only what it names is new', () => {
    expect(ask('license(by=OpenAI, to=Contos, territory=FR)').problems).toEqual([]);
  });

  it('cannot be judged where it yields to a clause that is not there', () => {
    expect(ask('license(by=OpenAI, to=Amazon) subject to microsoft.azure').problems).toMatchObject([
      { severity: 'error', message: 'there is no clause or deal `microsoft.azure`' },
    ]);
  });
});

describe('what stands in the way', () => {
  const { findings } = ask('host(by=OpenAI, to=Contoso, scope=stateless_api, cloud=Bedrock, from=2026-01-01)');

  it('is shown with the passage of the clause', () => {
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({ rule: 'exclusive-overlap', boundParty: 'OpenAI', mayObject: ['Microsoft'] });
    const clause = findings[0].clauses.find(({ name }) => name === 'microsoft.azure_api');
    expect(clause?.quote).toBe('Azure is the exclusive cloud for stateless calls.');
  });

  it('is not said to be a draft', () => {
    expect(findings[0].assumptions).toEqual([]);
  });

  it('is shown with one use', () => {
    expect(findings[0].witness?.values).toMatchObject({ scope: 'stateless_api', cloud: 'Bedrock', with: 'Contoso' });
    expect(findings[0].witness?.date).toBe('2026-01-01');
  });
});

describe('a question that cannot be understood', () => {
  for (const question of ['', 'host(', 'host(to=Amazon)', 'hots(by=OpenAI, to=Amazon)', 'host(by=OpenAI, share=3%)']) {
    it(`has no answer: ${question || 'nothing'}`, () => {
      const { problems, findings } = ask(question);
      expect(problems.length).toBeGreaterThan(0);
      expect(findings).toEqual([]);
    });
  }
});
