import { parse } from '../../server/src/syntax/parser.ts';
import { NodeKind, STRIDE, type Tree } from '../../server/src/syntax/tree.ts';
import { generatePortfolio } from './generate-portfolio.ts';
import { countLangiumClauses, createLangiumParse } from './langium-peer.ts';
import { createLezerParse, inspectLezerTree } from './lezer-peer.ts';
import { check, figure, interleave, printTable, state } from './measure.ts';

const CLAUSES = 64_000;
const ROUNDS = 5;

/** Parses the same texts with three parsers, keeping all trees until the clock stops. */
export async function parseBenchmark(): Promise<void> {
  const texts = generatePortfolio({ clauses: CLAUSES, rich: true })
    .files.filter((file) => file.path.endsWith('.deal'))
    .map((file) => file.text);
  const characters = texts.reduce((sum, text) => sum + text.length, 0);
  const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  const parseLangium = await createLangiumParse();
  const parseLezer = createLezerParse();
  compareTrees(texts, parseLangium, parseLezer);

  const contestants = [
    { name: 'every charCode (the limit)', run: () => touch(texts) },
    { name: 'deal', run: () => texts.map((text) => parse(text)) },
    { name: 'Lezer', run: () => texts.map(parseLezer) },
    { name: 'Langium', run: () => texts.map(parseLangium) },
  ];
  const times = interleave(contestants, ROUNDS);
  const rows = contestants.map(({ name }, index) => [
    name,
    figure(times[index]),
    figure(bytes / 1000 / times[index]),
    figure(times[index] / times[1]),
  ]);
  const size = `${texts.length.toLocaleString('en-US')} files, ${figure(bytes / 1e6)} MB, ${figure(characters / 1e6)} M characters`;
  printTable(`Parsing ${size}; trees kept; medians of ${ROUNDS}`, ['', 'ms', 'MB/s', 'time / deal'], rows);
  state('parsing, faster than Langium', times[3] / times[1], 'at least', 10);
  state('parsing, faster than Lezer', times[2] / times[1], 'at least', 2);
}

/** A peer that stumbles over the texts, or builds less of a tree, would be no measure. */
function compareTrees(
  texts: readonly string[],
  parseLangium: Awaited<ReturnType<typeof createLangiumParse>>,
  parseLezer: ReturnType<typeof createLezerParse>,
): void {
  const clauses = { deal: 0, langium: 0, lezer: 0 };
  for (const text of texts) {
    const tree = parse(text);
    check(tree.problems.length === 0, `deal stumbles: ${tree.problems[0]?.message} in\n${text}`);
    clauses.deal += countClauses(tree);
    const lezer = inspectLezerTree(parseLezer(text));
    check(lezer.errors === 0, `Lezer's grammar stumbles in\n${text}`);
    clauses.lezer += lezer.clauses;
    const langium = parseLangium(text);
    check(langium.errors === 0, `Langium's grammar stumbles in\n${text}`);
    clauses.langium += countLangiumClauses(langium);
  }
  const { deal, langium, lezer } = clauses;
  check(deal === langium && deal === lezer, `clauses found: deal ${deal}, Langium ${langium}, Lezer ${lezer}`);
}

function countClauses(tree: Tree): number {
  let clauses = 0;
  for (let at = 0; at < tree.nodes.length; at += STRIDE) if (tree.nodes[at] === NodeKind.Clause) clauses++;
  return clauses;
}

function touch(texts: readonly string[]): number {
  let sum = 0;
  for (const text of texts) for (let at = 0; at < text.length; at++) sum = (sum + text.charCodeAt(at)) | 0;
  return sum;
}
