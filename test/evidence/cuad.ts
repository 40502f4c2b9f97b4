import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type PreparedSource, prepareSource } from '../../server/src/evidence/prepare-source.ts';

/** A passage that a lawyer marked in a contract (CUAD v1). */
export interface Annotation {
  readonly file: string;
  readonly category: string;
  readonly quote: string;
  readonly match: 'exact' | 'omit_exact';
  readonly count: number;
  readonly start: number;
}

export interface Collection {
  readonly name: string;
  readonly annotations: readonly Annotation[];
  readonly source: (file: string) => PreparedSource;
  /** Where some of the contracts lie as PDFs, under the names of their texts. */
  readonly pdfs: string;
}

/** The four contracts beside this file, and all forty where they are at hand: `DEAL_CUAD` names their folder. */
export function collections(): readonly Collection[] {
  const sample = join(import.meta.dirname, 'cuad');
  const whole = process.env.DEAL_CUAD ?? join(import.meta.dirname, '../../../shared/data/cuad');
  const all = [collection('four contracts', sample, sample, sample)];
  return existsSync(join(whole, 'spans.json'))
    ? [...all, collection('all contracts', whole, join(whole, 'texts'), join(whole, 'pdfs'))]
    : all;
}

function collection(name: string, folder: string, texts: string, pdfs: string): Collection {
  const annotations = JSON.parse(readFileSync(join(folder, 'spans.json'), 'utf8')) as readonly Annotation[];
  const sources = new Map<string, PreparedSource>();
  const source = (file: string): PreparedSource => {
    const made = sources.get(file) ?? prepareSource(readFileSync(join(texts, file), 'utf8'), 'text');
    sources.set(file, made);
    return made;
  };
  return { name, annotations, source, pdfs };
}

export function piecesOf({ quote }: Annotation): readonly string[] {
  return quote.split('<omitted>');
}
