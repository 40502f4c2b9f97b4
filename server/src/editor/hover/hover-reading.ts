import type { Model } from '../../model/model.ts';
import type { Analysis } from '../../portfolio/check.ts';
import { titleOf } from '../sentence/naming.ts';
import { AS_WRITTEN } from '../verdict-words.ts';
import { counted } from '../words.ts';
import { bold, code, escapeMarkdown, list, paragraphs } from './markdown.ts';
import { readingChanges } from './reading-changes.ts';

/** A reading: who holds it, what it adds to the words, and what that changes. */
export function readingHover(analysis: Analysis, name: string): string | undefined {
  const reading = analysis.model.readings.find((one) => one.name === name);
  if (!reading) return undefined;
  const title = titleOf(reading);
  return paragraphs(
    `${bold(code(name))} · reading${title === undefined ? '' : ` · ${escapeMarkdown(title)}`}`,
    list(additions(analysis.model, name)),
    changesLine(analysis, name),
  );
}

function additions(model: Model, name: string): readonly string[] {
  return readingChanges(model)
    .filter(({ reading }) => reading === name)
    .map(({ says }) => says);
}

function changesLine(analysis: Analysis, name: string): string {
  const counts = conflictsUnder(analysis);
  const [here, asWritten] = [counts.get(name), counts.get(AS_WRITTEN)];
  if (here === undefined) return 'This check does not look at it.';
  const pairs = (count: number): string =>
    count === 0
      ? 'no pair of clauses is a conflict'
      : counted(count, 'pair of clauses is a conflict', 'pairs of clauses are conflicts');
  const under = `As it reads the words, ${pairs(here)}`;
  if (asWritten === undefined) return `${under}.`;
  return here === asWritten
    ? `${under}, as many as without it.`
    : `${under}; as they are written, ${pairs(asWritten)}.`;
}

const known = new WeakMap<Analysis, ReadonlyMap<string, number>>();

/** How many pairs are a conflict, by reading; readings that were not looked at are left out. */
function conflictsUnder(analysis: Analysis): ReadonlyMap<string, number> {
  let counts = known.get(analysis);
  if (!counts) {
    const found = new Map(analysis.docket.lenses.map(({ reading }) => [reading, 0]));
    for (const { byReading } of analysis.pairs)
      for (const [reading, verdict] of byReading)
        if (verdict === 'conflict') found.set(reading, (found.get(reading) ?? 0) + 1);
    counts = found;
    known.set(analysis, counts);
  }
  return counts;
}
