/** An element; content that is text is escaped, elements within it are as they were made, a line each. */
export function xml(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  content: string | readonly string[] = [],
): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapedAttribute(String(value))}"`);
  const start = `<${name}${written.join('')}`;
  if (content.length === 0) return `${start}/>`;
  const inside = typeof content === 'string' ? escaped(content) : `\n${content.join('\n')}\n`;
  return `${start}>${inside}</${name}>`;
}

/** What XML 1.0 has no way to write: control characters, halves of characters that stand alone, and two more. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: it is they that have to go
const NO_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\p{Surrogate}\ufffe\uffff]/gu;

const escaped = (text: string): string =>
  text.replace(NO_XML, '\ufffd').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** White space in attributes would be read as spaces. */
const escapedAttribute = (text: string): string =>
  escaped(text)
    .replaceAll('"', '&quot;')
    .replace(/[\t\n\r]/g, (space) => `&#${space.charCodeAt(0)};`);
