import { readMarkdown } from '../evidence/read-markdown.ts';
import type { ReadSource } from '../evidence/read-source-file.ts';
import type { ReadText } from '../evidence/read-text.ts';

/** The words of a contract with its headings, whatever its format. */
export function readSourceText({ format, text, prepared }: ReadSource): {
  readonly read: ReadText;
  readonly isMarkdown: boolean;
} {
  if (format === 'markdown') return { read: readMarkdown(text), isMarkdown: true };
  const { sections, starts } = prepared;
  // A heading's level is how many it stands within.
  const headings = sections
    .filter(({ kind }) => kind === 'heading')
    .map((section) => {
      const around = sections.filter(
        ({ kind, start, end }) => kind === 'heading' && start < section.start && section.start < end,
      );
      return { start: lineStart(text, starts[section.start]), level: around.length + 1 };
    });
  return { read: { text, headings }, isMarkdown: false };
}

const lineStart = (text: string, offset: number): number => text.lastIndexOf('\n', offset - 1) + 1;
