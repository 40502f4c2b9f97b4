import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The examples of the language's description. */
export const TERMS = `// terms.deal
party OpenAI
party Microsoft
party Amazon
party AWS "Amazon Web Services, Inc." under Amazon     // an affiliate

cloud Azure by Microsoft
cloud Bedrock "Amazon Bedrock" by Amazon

scope cloud_services
scope model_service     "Access to models as a service"
scope stateless_api     "One request, one response, no retained context" in model_service
scope stateful_runtime  "Context kept across calls, tools and data sources" in model_service
scope frontier          "The Frontier agent platform"

channel first_party, third_party

event AGI "AGI declared and verified by the expert panel"
event IPO
`;

export const MICROSOFT = `// microsoft-openai-2025.deal
deal microsoft_openai_2025 "Microsoft–OpenAI restated agreement" (
  by = OpenAI, to = Microsoft, from = 2025-10-28, source = "texts/microsoft-openai-2025.md"
) {
  > [§2.1] Azure is the exclusive cloud for stateless calls
  > to the OpenAI API until AGI is declared.
  azure_api: exclusive(cloud=Azure, scope=stateless_api, until=AGI)

  purchase(amount = 250B USD, scope = cloud_services, cloud = Azure)
  equity(holder = Microsoft, issuer = OpenAI, share = 27%)
}
`;

export const AMAZON = `// amazon-openai-2026.deal
deal amazon_openai_2026 (by = OpenAI, to = Amazon, from = 2026-02-27, until = 2028-12-31) {
  frontier_resale: exclusive(to = Amazon, scope = frontier, channel = third_party)
  runtime: host(scope = stateful_runtime, cloud = Bedrock)
  invest(by = Amazon, amount = 50B USD) {
    tranche(amount = 15B USD, due = 2026-03)
    tranche(amount = 35B USD, on = [IPO, AGI])
  }
}

reading microsoft "Any commercial output of the models is API service" { scope stateful_runtime in stateless_api }
reading amazon    "A runtime that keeps state is another category"     { scope stateful_runtime distinct from stateless_api }

expect disputed between amazon_openai_2026.runtime and microsoft_openai_2025.azure_api
expect conflict between amazon_openai_2026.runtime and microsoft_openai_2025.azure_api under microsoft
`;

/** Every production at least once. */
export const EVERYTHING = `/* What is sold,
 * and where. */
dimension marketplace who "Where it is listed"
dimension screen what number
kind resale permits, excludes (market: marketplace = all, floor: money = 1.5M EUR, note: text)
kind memo records ()

territory midwest "The Midwest" = [US-IL, US-IN]
scope device, part "A part" in [hardware, goods] overlaps software distinct from [service, support]
scope competing "competes with the Product" open
party Sub under Parent from 2020-01-31
event IPO occurred 2027-05-03
event Sale after 2027 before IPO presumed no
event Closing before 2028-03 presumed yes

deal base "Base agreement" (by = [A, B], to = C, from = start, until = perpetual, renews = 1 year)
  amends first.agreement supersedes second terminates third.clause
{
  scope products "Its Products" in device
  // A comment above the quote.
  > [§1] The first passage [...] goes on
  > here.

  > A second quote.
  first: host(
    scope = products,
    territory = worldwide except [CN, RU], // after an argument
    until = later of [IPO + 5 years - 30 days, 2032-12-31],
    screen < 10, width >= 2.5, units = 10..12, low = ..5, high = 1000..,
  ) except (territory = US-NY, field = store-in-store), (with = IBM) subject to base.second notwithstanding [x, y] {
    > [§1.2] carved out
    labelled: except (channel = online)
    except (from = end, until = end + 3 years)
    inner: tranche(amount = 100 USD, due = 2026-03) { deep: memo() }
  }
  second: 无状态(范围 = 接口, self = yes, share = 27%)
}

reading strict "Strictly" { scope part in device event IPO before Sale }
expect near miss between base.first and base.second
expect clear base
expect depends between base.first and base.second under strict
`;

export const SAMPLES: readonly (readonly [string, string])[] = [
  ['terms', TERMS],
  ['microsoft', MICROSOFT],
  ['amazon', AMAZON],
  ['everything', EVERYTHING],
  ...exampleFiles(),
];

/** The `.deal` files below `examples/`, by path. */
function exampleFiles(): [string, string][] {
  const root = join(import.meta.dirname, '../../examples');
  if (!existsSync(root)) return [];
  const paths = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.deal'));
  return paths.sort().map((path) => [path, readFileSync(join(root, path), 'utf8')]);
}

/** The offsets of a text's tokens, comments left out: a second, much simpler lexer, for well-formed texts only. */
export function tokenSpans(text: string): { start: number; end: number; text: string }[] {
  const pattern =
    /\/\/.*|\/\*[\s\S]*?\*\/|^[ \t]*>.*$|"[^"\n]*"|[\p{L}_][\p{L}\p{N}_]*(?:-[\p{L}\p{N}_]+)*|\d[\d-]*(?:\.\d+)?[A-Z]?|\.\.|[<>]=|\S/gmu;
  const spans = [...text.matchAll(pattern)].map((match) => {
    const leading = match[0].length - match[0].trimStart().length;
    return { start: match.index + leading, end: match.index + match[0].length, text: match[0].trim() };
  });
  return spans.filter((span) => !span.text.startsWith('//') && !span.text.startsWith('/*'));
}
