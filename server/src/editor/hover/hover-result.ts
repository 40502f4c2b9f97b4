import type { Span } from '../../text/span.ts';

/** What is shown, as Markdown that is safe to render, and the text that it is about. UTF-16 offsets. */
export interface Hover {
  readonly markdown: string;
  readonly span: Span;
}
