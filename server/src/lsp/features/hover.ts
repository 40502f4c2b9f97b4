import type { Hover, HoverParams } from 'vscode-languageserver';
import { hover } from '../../editor/hover.ts';
import { type FilePlace, offsetIn, rangeIn } from './place.ts';

export function hoverAt(place: FilePlace, { position }: HoverParams): Hover | null {
  const { analysis, path, portfolio, places, client } = place;
  const found = hover(analysis, path, offsetIn(place, position), (file, span) => {
    // Editors open a file at the line that the fragment of its address names.
    const { start } = places.range(portfolio, file, span);
    return `${places.uri(portfolio, file)}#L${start.line + 1},${start.character + 1}`;
  });
  if (found === undefined) return null;
  const kind = client.markdown.hover ? 'markdown' : 'plaintext';
  return { contents: { kind, value: found.markdown }, range: rangeIn(place, found.span) };
}
