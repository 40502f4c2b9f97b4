/** Names and dates are kept once for all trees: whatever a text has of them, each is told as it is written. */
import { describe, expect, it } from 'vitest';
import { dateSpan } from '../../server/src/model/bind-dates.ts';
import { parse } from '../../server/src/syntax/parser.ts';
import { kindOf, NodeKind, STRIDE, type Tree, textNumberOf, textOf } from '../../server/src/syntax/tree.ts';
import { nameText } from '../../server/src/syntax/values.ts';
import { parseDate } from '../../server/src/terms/calendar.ts';

function nodesOf(tree: Tree, ...kinds: readonly NodeKind[]): number[] {
  return Array.from({ length: tree.nodes.length / STRIDE }, (_, node) => node).filter((node) =>
    kinds.includes(kindOf(tree, node)),
  );
}

/** The names that are not told as they are written. */
function wrongNames(tree: Tree): string[] {
  return nodesOf(tree, NodeKind.Name, NodeKind.Label)
    .map((node) => [nameText(tree, node), textOf(tree, node).normalize('NFC')])
    .filter(([told, written]) => told !== written)
    .map(([told, written]) => `${written} is told as ${told}`);
}

describe('names', () => {
  it('are told as they are written, whatever they have in common', () => {
    const likes = ['a', '0a', '00000a', 'aaaaa', 'aaaaaa', 'aaaaaaaaaa', 'a-b', 'a_b', 'A-B', 'a-a-a-a-a-a'].map(
      (one) => (/^\d/.test(one) ? `_${one}` : one),
    );
    const long = [99, 100, 101, 140].map((length) => 'x'.repeat(length));
    const other = ['微软', 'a微软', 'Zürich', 'Zu\u0308rich', 'straße-1'];
    const tree = parse(`party ${[...likes, ...long, ...other, ...likes].join(', ')}\n`);
    expect(tree.problems).toEqual([]);
    expect(nodesOf(tree, NodeKind.Name)).toHaveLength(1 + 2 * likes.length + long.length + other.length);
    expect(wrongNames(tree)).toEqual([]);
  });

  it('of one text have one number, in every tree', () => {
    const [a, b] = ['party Azure', 'scope stateless_api\nparty Azure'].map((text) => parse(text));
    const numberOf = (tree: Tree) =>
      nodesOf(tree, NodeKind.Name)
        .filter((node) => textOf(tree, node) === 'Azure')
        .map((node) => textNumberOf(tree, node));
    expect(numberOf(a)).toEqual(numberOf(b));
    expect(numberOf(a)[0]).toBeGreaterThan(0);
  });

  it('are told also once more have been met than are kept', () => {
    const names = Array.from({ length: 70_000 }, (_, at) => `n${(at * 7919).toString(36)}_${at % 7}`);
    const tree = parse(`party ${names.join(', ')}\n`);
    expect(nodesOf(tree, NodeKind.Name).some((node) => textNumberOf(tree, node) === 0)).toBe(true);
    expect(wrongNames(tree)).toEqual([]);
    expect(wrongNames(parse('deal d (by = latecomer, to = latecomer_2) { host(scope = some_latecomer) }'))).toEqual([]);
  });
});

describe('dates', () => {
  it('are the days that are written, whether they are kept or not', () => {
    const months = Array.from({ length: 12 }, (_, at) => `${1990 + at}-${String(at + 1).padStart(2, '0')}`);
    const dates = months.flatMap((month) => [month, `${month}-01`, `${month}-28`]);
    const tree = parse(`deal d (by = A, to = B) {\n${dates.map((date) => `  host(from = ${date})`).join('\n')}\n}`);
    expect(tree.problems).toEqual([]);
    const found = nodesOf(tree, NodeKind.Date, NodeKind.Month).map((node) => dateSpan(tree, node));
    expect(found).toEqual(dates.map((date) => parseDate(date)));
  });

  it('of no calendar are reported each time', () => {
    const text = 'event a after 2026-02-30, b after 2026-02-30, c after 2026-13';
    const messages = parse(text).problems.map(({ message }) => message);
    expect(messages).toHaveLength(3);
    expect(parse(text).problems.map(({ message }) => message)).toEqual(messages);
  });
});
