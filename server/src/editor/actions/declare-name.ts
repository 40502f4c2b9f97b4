import { bind } from '../../model/bind.ts';
import type { Model, ParsedFile } from '../../model/model.ts';
import type { Analysis } from '../../portfolio/check.ts';
import type { Finding } from '../../rules/finding.ts';
import { parse } from '../../syntax/parser.ts';
import { endOf, kindOf, type NodeIndex, NodeKind, nextOf, startOf, type Tree } from '../../syntax/tree.ts';
import { isName, nameText } from '../../syntax/values.ts';
import { editedFiles } from '../apply-edits.ts';
import { expectedValue } from '../completion/complete-values.ts';
import type { Place } from '../completion/place.ts';
import { placeAt } from '../completion/place-at.ts';
import type { FileEdit } from '../file-edit.ts';
import { enclosing } from '../node-path.ts';
import { treeOf } from '../tree-of.ts';
import { behindComments } from './clause-edits.ts';
import type { CodeAction, NewFile } from './code-action.ts';
import { lineEndOf } from './formatted-edits.ts';

/** Declares a name that a clause or another term uses, where its dimension's terms are declared. */
export function declareName(analysis: Analysis, finding: Finding): CodeAction[] {
  if (finding.rule !== 'unknown-name') return [];
  const { model } = analysis;
  const tree = treeOf(model, finding.file);
  if (!tree) return [];
  const name = tree.text.slice(finding.span.start, finding.span.end).normalize('NFC');
  if (!isName(name)) return [];
  if (isDimensionWord(tree, finding)) return declareDimension(model, finding, name);
  const typing = placeAt(tree, finding.span.end);
  const dimension = typing && dimensionOf(model, typing.place);
  if (dimension === undefined) return [];
  const written = `${dimension} ${name}`;
  const isDeclared = (after: Model): boolean =>
    after.terms.some((term) => term.dimension === dimension && term.name === name && term.place !== undefined);
  return declared(model, finding, dimension, written, isDeclared, (file) => `Declare \`${written}\` in ${file}`);
}

/** The dimension whose terms fit a place. */
function dimensionOf(model: Model, place: Place): string | undefined {
  switch (place.kind) {
    case 'terms':
      return place.dimension;
    case 'event-or-date':
      return 'event';
    case 'value': {
      const expected = expectedValue(model, place);
      if (expected?.kind === 'time') return 'event';
      return expected?.kind === 'terms' ? expected.dimension : undefined;
    }
    default:
      return undefined;
  }
}

function isDimensionWord(tree: Tree, { span }: Finding): boolean {
  const node = enclosing(tree, span.start, NodeKind.TermDeclaration);
  return node >= 0 && startOf(tree, node) === span.start && endOf(tree, node + 1) === span.end;
}

const QUESTIONS = [
  ['what', 'what is done, or what it is done to'],
  ['who', 'who is dealt with'],
  ['where', 'where it is done'],
] as const;

function declareDimension(model: Model, finding: Finding, name: string): CodeAction[] {
  return QUESTIONS.flatMap(([question, asks]) =>
    declared(
      model,
      finding,
      undefined,
      `dimension ${name} ${question}`,
      (after) => after.dimensions.has(name),
      (file) => `Declare the dimension \`${name}\` in ${file}: ${asks}`,
    ),
  );
}

/** The action that adds a line, once it is known that it declares what it says. */
function declared(
  model: Model,
  finding: Finding,
  dimension: string | undefined,
  written: string,
  isDeclared: (after: Model) => boolean,
  title: (file: string) => string,
): CodeAction[] {
  const { edits, creates } = lineFor(model, dimension, written);
  const added: ParsedFile[] = creates.map(({ path, text }) => ({ path, tree: parse(text) }));
  if (!isDeclared(bind([...editedFiles(model.files, edits), ...added], { asOf: 0 }))) return [];
  const file = edits[0]?.file ?? creates[0]?.path ?? '';
  const how = creates.length > 0 ? { creates } : { edits };
  return [{ title: title(file), kind: 'quickfix', ...how, finding }];
}

interface Line {
  readonly edits: readonly FileEdit[];
  readonly creates: readonly NewFile[];
}

const TERMS_FILE = 'terms.deal';

/**
 * Where a line of vocabulary belongs: below the last term of its dimension in the file that declares most of them, else
 * below the last term of any; in a portfolio without terms, in a file of its own.
 */
function lineFor(model: Model, dimension: string | undefined, written: string): Line {
  const place = (dimension === undefined ? undefined : lastTerm(model, dimension)) ?? lastTerm(model, undefined);
  if (place) return { edits: [lineBelow(place.file, place.node, written)], creates: [] };
  const known = model.files.find(({ path }) => path === TERMS_FILE);
  if (!known) return { edits: [], creates: [{ path: TERMS_FILE, text: `${written}\n` }] };
  const { text } = known.tree;
  const lineEnd = lineEndOf(text);
  const apart = text === '' || /[\r\n]$/.test(text) ? '' : lineEnd;
  const end = text.length;
  return { edits: [{ file: TERMS_FILE, start: end, end, newText: `${apart}${written}${lineEnd}` }], creates: [] };
}

interface TermPlace {
  readonly file: ParsedFile;
  readonly node: NodeIndex;
}

function lastTerm(model: Model, dimension: string | undefined): TermPlace | undefined {
  let best: (TermPlace & { readonly count: number }) | undefined;
  for (const file of model.files) {
    const { tree } = file;
    let count = 0;
    let last = -1;
    for (let node = 1, end = nextOf(tree, 0); node < end; node = nextOf(tree, node)) {
      if (kindOf(tree, node) !== NodeKind.TermDeclaration) continue;
      if (dimension !== undefined && nameText(tree, node + 1) !== dimension) continue;
      count++;
      last = node;
    }
    if (count > (best?.count ?? 0)) best = { file, node: last, count };
  }
  return best;
}

function lineBelow({ path, tree }: ParsedFile, node: NodeIndex, written: string): FileEdit {
  const end = behindComments(tree, endOf(tree, node));
  return { file: path, start: end, end, newText: `${lineEndOf(tree.text)}${written}` };
}
