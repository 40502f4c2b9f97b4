import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CuadContract } from '../../server/src/exchange/cuad-contract.ts';
import { cuadDeal, type ImportedDeal, type Surroundings } from '../../server/src/exchange/cuad-deal.ts';
import { parseJson } from '../../server/src/exchange/json.ts';
import { readCuadJson } from '../../server/src/exchange/read-cuad-json.ts';
import { bind } from '../../server/src/model/bind.ts';
import type { Files } from './portfolio.ts';

/** An annotation as the lists of passages have it. */
export interface Span {
  readonly file: string;
  readonly category: string;
  readonly quote: string;
  readonly start: number;
}

export interface CuadFolder {
  readonly name: string;
  readonly spans: readonly Span[];
  readonly texts: ReadonlyMap<string, string>;
}

/** The three contracts that the tests hold, and all forty where they are at hand: `DEAL_CUAD` names their folder. */
export function cuadFolders(): readonly CuadFolder[] {
  const sample = join(import.meta.dirname, '../evidence/cuad');
  const whole = process.env.DEAL_CUAD ?? join(import.meta.dirname, '../../../shared/data/cuad');
  const three = folder('three contracts', sample, sample);
  return existsSync(join(whole, 'spans.json'))
    ? [three, folder('all contracts', whole, join(whole, 'texts'))]
    : [three];
}

function folder(name: string, path: string, texts: string): CuadFolder {
  const files = readdirSync(texts).filter((file) => file.endsWith('.txt'));
  return {
    name,
    spans: JSON.parse(readFileSync(join(path, 'spans.json'), 'utf8')) as readonly Span[],
    texts: new Map(files.map((file) => [file.slice(0, -'.txt'.length), readFileSync(join(texts, file), 'utf8')])),
  };
}

/** Annotations in the form of CUADv1.json. Spliced passages have no place there and are left out. */
export function asSquad({ spans, texts }: CuadFolder): unknown {
  const titles = [...new Set(spans.map(({ file }) => file.replace(/\.txt$/, '')))];
  return {
    version: 'aok_v1.0',
    data: titles.map((title) => {
      const own = spans.filter(({ file, start }) => file === `${title}.txt` && start >= 0);
      const categories = [...new Set(own.map(({ category }) => category))];
      return {
        title,
        paragraphs: [
          {
            context: texts.get(title),
            qas: categories.map((category) => ({
              id: `${title}__${category}`,
              question: `Highlight the parts (if any) of this contract related to "${category}" that should be reviewed by a lawyer.`,
              is_impossible: false,
              answers: own
                .filter((span) => span.category === category)
                .map(({ quote, start }) => ({ text: quote, answer_start: start })),
            })),
          },
        ],
      };
    }),
  };
}

export const { kinds } = bind([], { asOf: 0 });

export const surroundings = (instead: Partial<Surroundings> = {}): Surroundings => ({
  kinds,
  parties: new Map(),
  deals: new Set(),
  ...instead,
});

/** What a JSON text of CUAD becomes; an error is thrown. */
export function contractsIn(json: unknown): readonly CuadContract[] {
  const parsed = parseJson(JSON.stringify(json));
  if ('problem' in parsed) throw new Error(parsed.problem);
  const contracts = readCuadJson(parsed.value);
  if ('problem' in contracts) throw new Error(contracts.problem);
  return contracts;
}

/** The deals of contracts, with the texts of a folder for those that hold none. */
export function dealsOf(contracts: readonly CuadContract[], texts: CuadFolder['texts']): readonly ImportedDeal[] {
  const around = surroundings();
  return contracts.map((contract) =>
    cuadDeal({ ...contract, text: contract.text ?? texts.get(contract.title) ?? '' }, around),
  );
}

export const filesOf = (deals: readonly ImportedDeal[]): Files =>
  Object.fromEntries(deals.flatMap(({ files }) => files.map(({ path, text }) => [path, text])));
