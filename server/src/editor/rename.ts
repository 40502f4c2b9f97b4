import { bind } from '../model/bind.ts';
import type { Model } from '../model/model.ts';
import type { Analysis } from '../portfolio/check.ts';
import { parse } from '../syntax/parser.ts';
import { kindOf, nextOf, type Tree } from '../syntax/tree.ts';
import { parseDay } from '../terms/calendar.ts';
import type { Span } from '../text/span.ts';
import { editedText } from './apply-edits.ts';
import type { FileEdit } from './file-edit.ts';
import { nameFault } from './new-name.ts';
import { type Occurrence, occurrencesOf } from './occurrences.ts';
import { type PortfolioSymbol, wordOf } from './portfolio-symbol.ts';
import { nameUseAt } from './symbol-at.ts';
import { takenBy } from './taken-name.ts';
import { unrenamable } from './unrenamable.ts';

/** A rename that cannot be done, and why; for the person who asked. */
export interface Refusal {
  readonly refusal: string;
}

/** What would be renamed at an offset; a refusal where a word stands there that cannot be; undefined where none does. */
export function prepareRename(
  analysis: Analysis,
  path: string,
  offset: number,
): { readonly span: Span; readonly placeholder: string } | Refusal | undefined {
  const refusal = unrenamable(analysis, path, offset);
  if (refusal !== undefined) return { refusal };
  const use = nameUseAt(analysis, path, offset);
  return use?.symbol && { span: use.span, placeholder: wordOf(analysis.model, use.symbol) };
}

/**
 * The edits that give what stands at an offset another name, in every file. Refused wherever the portfolio would not mean
 * exactly the same under the new name.
 */
export function rename(
  analysis: Analysis,
  path: string,
  offset: number,
  newName: string,
): { readonly edits: readonly FileEdit[] } | Refusal {
  const refusal = unrenamable(analysis, path, offset);
  if (refusal !== undefined) return { refusal };
  const symbol = nameUseAt(analysis, path, offset)?.symbol;
  if (!symbol) return { refusal: 'There is no name here.' };
  const { model } = analysis;
  const name = newName.trim().normalize('NFC');
  if (name === wordOf(model, symbol)) return { edits: [] };
  const fault = nameFault(name, symbol) ?? takenBy(model, symbol, name);
  if (fault !== undefined) return { refusal: fault };
  const occurrences = occurrencesOf(analysis, symbol);
  // One that is declared in several words is written nowhere as it is meant.
  if (occurrences.length === 0) return { refusal: 'This is not written as a name. Mend the error first.' };
  const changed = changedMeaning(analysis, symbol, occurrences, name);
  if (changed !== undefined) return { refusal: changed };
  return { edits: occurrences.map(({ file, span }) => ({ file, ...span, newText: name })) };
}

/**
 * What would not be the same after a rename, by doing it on a copy: every tree must keep its shape, every place must mean
 * what it meant and no other place that, and nothing may be reported that was not.
 */
function changedMeaning(
  { model, options }: Analysis,
  symbol: PortfolioSymbol,
  occurrences: readonly Occurrence[],
  name: string,
): string | undefined {
  const byFile = groupByFile(occurrences);
  const trees = new Map<string, Tree>();
  for (const { path, tree } of model.files) {
    const spans = byFile.get(path);
    if (!spans) continue;
    const renamed = parse(
      editedText(
        tree.text,
        spans.map((span) => ({ ...span, newText: name })),
      ),
    );
    if (!hasShapeOf(tree, renamed))
      return `In ${path}, \`${name}\` would be read as a word of the language. Choose another name.`;
    trees.set(path, renamed);
  }
  const files = model.files.map((file) => ({ path: file.path, tree: trees.get(file.path) ?? file.tree }));
  const renamed = bind(files, { asOf: parseDay(options.asOf) ?? 0 });
  const shift = (file: string, offset: number): number => shifted(byFile.get(file), offset, name.length);
  const again = symbolOf(renamed, occurrences[0], shift);
  const after = again ? occurrencesOf({ model: renamed }, again) : [];
  const expected = new Map(occurrences.map((one) => [`${shift(one.file, one.span.start)} ${one.file}`, one]));
  const won = after.find(({ file, span }) => !expected.delete(`${span.start} ${file}`));
  if (won) return hides(won.file, name, symbolBefore(model, won, byFile.get(won.file), name));
  const [lost] = expected.values();
  if (lost) return hides(lost.file, name, told(renamed, symbolOf(renamed, lost, shift)));
  if (problemKeys(renamed) === problemKeys(model, shift)) return undefined;
  return `With \`${name}\` in place of \`${wordOf(model, symbol)}\`, other things would be wrong than now. Mend the errors first, or choose another name.`;
}

type Shift = (file: string, offset: number) => number;

const hides = (file: string, name: string, what = 'something else'): string =>
  `In ${file}, \`${name}\` already means ${what}. Choose another name.`;

const symbolOf = (model: Model, { file, span }: Occurrence, shift: Shift): PortfolioSymbol | undefined =>
  nameUseAt({ model }, file, shift(file, span.start))?.symbol;

/** What a place of the renamed text meant before, in words. */
function symbolBefore(
  model: Model,
  { file, span }: Occurrence,
  renamed: readonly Span[] | undefined,
  name: string,
): string | undefined {
  const earlier = (renamed ?? []).filter(({ end }) => shifted(renamed, end, name.length) <= span.start);
  const grown = earlier.reduce((sum, { start, end }) => sum + name.length - (end - start), 0);
  return told(model, nameUseAt({ model }, file, span.start - grown)?.symbol);
}

/** A symbol in words, where it can be something that a name means instead of another. */
function told(model: Model, symbol: PortfolioSymbol | undefined): string | undefined {
  switch (symbol?.kind) {
    case 'term':
      return `the ${model.terms[symbol.id].dimension} \`${model.terms[symbol.id].name}\``;
    case 'deal':
      return `the deal \`${symbol.deal.name}\``;
    case 'clause':
      return `the clause \`${symbol.clause.name}\``;
    case 'dimension':
    case 'kind':
    case 'reading':
      return `the ${symbol.kind} \`${symbol.name}\``;
    case 'parameter':
      return `a parameter of \`${symbol.of}\``;
    case undefined:
      return undefined;
  }
}

function groupByFile(occurrences: readonly Occurrence[]): ReadonlyMap<string, readonly Span[]> {
  const groups = new Map<string, Span[]>();
  for (const { file, span } of occurrences) {
    const group = groups.get(file);
    if (group) group.push(span);
    else groups.set(file, [span]);
  }
  return groups;
}

/** Where an offset of a text lies once each of the spans is `length` units long. */
function shifted(spans: readonly Span[] | undefined, offset: number, length: number): number {
  let shift = 0;
  for (const { start, end } of spans ?? []) {
    if (end > offset) break;
    shift += length - (end - start);
  }
  return offset + shift;
}

/** Whether two trees have the same nodes, comments and problems, apart from where they stand. */
function hasShapeOf(a: Tree, b: Tree): boolean {
  if (a.nodes.length !== b.nodes.length || a.comments.length !== b.comments.length) return false;
  if (a.problems.length !== b.problems.length) return false;
  for (let node = 0, end = nextOf(a, 0); node < end; node++) {
    if (kindOf(a, node) !== kindOf(b, node) || nextOf(a, node) !== nextOf(b, node)) return false;
  }
  return true;
}

/** The problems of a model, by rule and place. */
function problemKeys({ problems }: Model, shift: Shift = (_file, offset) => offset): string {
  return problems
    .map(({ rule, file, span }) => `${file} ${shift(file, span.start)} ${rule}`)
    .sort()
    .join('\n');
}
