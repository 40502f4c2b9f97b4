import type { DocumentSymbol } from 'vscode-languageserver';
import type { Section } from '../../evidence/section.ts';
import type { SourceTextResult } from '../protocol.ts';
import { type ContractPlace, isTextOnly } from './contract-place.ts';

/** The text of a contract with its pages and sections. */
export function textOf(place: ContractPlace): SourceTextResult {
  const { text, prepared } = place.read;
  const lineAt = (offset: number): number => place.range({ start: offset, end: offset })?.start.line ?? 0;
  return {
    text,
    pages: prepared.pages.map(({ page, start }) => ({ page, line: lineAt(start) })),
    sections: prepared.sections.map(({ name, title, start }) => ({
      name,
      title,
      line: lineAt(prepared.starts[start] ?? 0),
    })),
  };
}

const STRING = 15;

/** The sections of a contract that is shown as its text: other documents have an outline of their own. */
export function sectionSymbols(place: ContractPlace): DocumentSymbol[] {
  if (!isTextOnly(place.uri)) return [];
  const { sections } = place.read.prepared;
  const open: { readonly section: Section; readonly symbol: DocumentSymbol }[] = [];
  const top: DocumentSymbol[] = [];
  for (const section of sections) {
    const symbol = symbolOf(place, section);
    if (symbol === undefined) continue;
    while (open.length > 0 && open[open.length - 1].section.end <= section.start) open.pop();
    const parent = open[open.length - 1]?.symbol;
    if (parent === undefined) top.push(symbol);
    else parent.children?.push(symbol);
    open.push({ section, symbol });
  }
  return top;
}

function symbolOf(place: ContractPlace, { name, title, start, end }: Section): DocumentSymbol | undefined {
  const { starts, ends } = place.read.prepared;
  if (end <= start || start >= starts.length) return undefined;
  const from = starts[start];
  const range = place.range({ start: from, end: Math.max(from, ends[end - 1]) });
  if (range === undefined) return undefined;
  const selectionRange = { start: range.start, end: range.start };
  const detail = title === '' || name.includes(title) ? {} : { detail: title };
  return { name, ...detail, kind: STRING, range, selectionRange, children: [] };
}
