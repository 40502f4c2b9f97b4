import { ExportProblem } from '../export-problem.ts';
import { attributeOf, escaped, scanXml, type XmlTag } from './scan-xml.ts';

/** A comment in the margin: its number and its paragraphs. */
export interface WordComment {
  readonly id: number;
  readonly paragraphs: readonly string[];
}

export interface CommentStamp {
  readonly author: string;
  readonly initials: string;
  /** `2026-03-18T00:00:00Z`. */
  readonly date: string;
}

const NAMESPACES = {
  transitional: 'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  strict: 'http://purl.oclc.org/ooxml/wordprocessingml/main',
};

/** The part that holds the comments with new ones added: `xml` is the part as it is, undefined where there is none. */
export function withComments(
  xml: string | undefined,
  comments: readonly WordComment[],
  stamp: CommentStamp,
  isStrict: boolean,
): string {
  const declaration = ` xmlns:w="${isStrict ? NAMESPACES.strict : NAMESPACES.transitional}"`;
  if (xml === undefined) {
    const all = comments.map((comment) => commentXml(comment, stamp, '')).join('');
    return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:comments${declaration}>${all}</w:comments>`;
  }
  const { root, prefix } = rootOf(xml, 'comments');
  // Under another prefix, or none, each comment says itself what `w` is.
  const own = prefix === 'w:' ? '' : declaration;
  return withLastChildren(xml, root, comments.map((comment) => commentXml(comment, stamp, own)).join(''));
}

/** The numbers of the comments in a part. */
export function commentIds(xml: string): readonly number[] {
  const { prefix } = rootOf(xml, 'comments');
  const ids: number[] = [];
  scanXml(xml, {
    open: (tag) => {
      if (!/^(?:[^:]*:)?comment$/.test(tag.name)) return;
      ids.push(Number(attributeOf(xml, tag, `${prefix}id`) ?? attributeOf(xml, tag, 'w:id')));
    },
    close: () => undefined,
  });
  return ids.filter(Number.isInteger);
}

function commentXml({ id, paragraphs }: WordComment, stamp: CommentStamp, declaration: string): string {
  const body = paragraphs
    .map((text) => `<w:p><w:r><w:t xml:space="preserve">${escaped(text)}</w:t></w:r></w:p>`)
    .join('');
  const { author, initials, date } = stamp;
  const by = `w:author="${escaped(author)}" w:date="${escaped(date)}" w:initials="${escaped(initials)}"`;
  return `<w:comment${declaration} w:id="${id}" ${by}>${body}</w:comment>`;
}

/** The root element of a part, whose local name is given, and the prefix it carries. */
export function rootOf(xml: string, name: string): { readonly root: XmlTag; readonly prefix: string } {
  let root: XmlTag | undefined;
  scanXml(xml, {
    open: (tag) => {
      root ??= tag;
    },
    close: () => undefined,
  });
  if (root === undefined || root.name.slice(root.name.indexOf(':') + 1) !== name) {
    throw new ExportProblem(`it is damaged: a part of it does not hold the element \`${name}\``);
  }
  return { root, prefix: root.name.slice(0, -name.length) };
}

/** The XML with more children at the end of its root element. */
export function withLastChildren(xml: string, root: XmlTag, children: string): string {
  const closing = `</${root.name}>`;
  if (root.isSelfClosing) return `${xml.slice(0, root.end - 2).trimEnd()}>${children}${closing}${xml.slice(root.end)}`;
  const end = xml.lastIndexOf('</');
  return `${xml.slice(0, end)}${children}${xml.slice(end)}`;
}
