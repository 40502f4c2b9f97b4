import type { Span } from '../../text/span.ts';
import { ExportProblem } from '../export-problem.ts';
import { type CommentStamp, commentIds, type WordComment, withComments } from './comments-part.ts';
import { type CommentRange, placeMarks } from './place-marks.ts';
import { attributeOf, scanXml } from './scan-xml.ts';
import {
  addContentType,
  addRelationship,
  openWordPackage,
  packWordParts,
  relationshipsOf,
  setTextPart,
  textPart,
  type WordParts,
} from './word-package.ts';
import { readWordText, type WordText } from './word-text.ts';

/** A comment to be put beside a stretch of a document's text. */
export interface DocumentComment {
  /** UTF-16 offsets into the text of {@link OpenDocx}. */
  readonly span: Span;
  readonly paragraphs: readonly string[];
}

/** A Word document that comments can be put into. */
export interface OpenDocx {
  /** The text of its body, a line a paragraph: where comments can be. */
  readonly text: string;
  /** The document with these comments beside those that it has. All other parts stay as they are, byte for byte. */
  readonly withComments: (comments: readonly DocumentComment[], stamp: CommentStamp) => Uint8Array;
}

const COMMENTS_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml';
const RELATION = {
  transitional: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments',
  strict: 'http://purl.oclc.org/ooxml/officeDocument/relationships/comments',
};

/** Opens a `.docx` file (ISO/IEC 29500, transitional or strict). Throws {@link ExportProblem}. */
export function openDocx(bytes: Uint8Array): OpenDocx {
  const parts = openWordPackage(bytes);
  const main = relationshipsOf(parts, '').find(({ type }) => type.endsWith('/officeDocument'))?.target;
  const xml = main === undefined ? undefined : textPart(parts, main);
  if (main === undefined || xml === undefined) throw new ExportProblem('it is no Word document: it has no main part');
  const document = readWordText(xml);
  return {
    text: document.text,
    withComments: (comments, stamp) => {
      const made = new Map(parts);
      addComments(made, main, document, comments, stamp);
      return packWordParts(made);
    },
  };
}

function addComments(
  parts: WordParts,
  main: string,
  document: WordText,
  comments: readonly DocumentComment[],
  stamp: CommentStamp,
): void {
  const known = relationshipsOf(parts, main).find(({ type }) => type.endsWith('/comments'))?.target;
  const existing = known === undefined ? undefined : textPart(parts, known);
  const taken = [...(existing === undefined ? [] : commentIds(existing)), ...markedIds(document)];
  const first = taken.reduce((highest, id) => Math.max(highest, id), -1) + 1;
  const numbered = comments.map(({ span, paragraphs }, index) => ({ ...span, id: first + index, paragraphs }));
  const ranges: readonly CommentRange[] = numbered;
  const all: readonly WordComment[] = numbered;
  setTextPart(parts, main, placeMarks(document, ranges));
  const name = known ?? freeName(parts, main);
  setTextPart(parts, name, withComments(existing, all, stamp, document.isStrict));
  if (known === undefined) {
    addRelationship(parts, main, document.isStrict ? RELATION.strict : RELATION.transitional, name);
  }
  addContentType(parts, name, COMMENTS_TYPE);
}

/** Numbers that marks in the text carry, though there may be no comment for them. */
function markedIds({ xml, prefix, attributePrefix }: WordText): readonly number[] {
  const ids: number[] = [];
  const names = ['commentRangeStart', 'commentRangeEnd', 'commentReference'].map((name) => prefix + name);
  scanXml(xml, {
    open: (tag) => {
      if (names.includes(tag.name)) ids.push(Number(attributeOf(xml, tag, `${attributePrefix}id`)));
    },
    close: () => undefined,
  });
  return ids.filter(Number.isInteger);
}

/** `word/comments.xml`, if that is free. */
function freeName(parts: WordParts, main: string): string {
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  for (let count = 0; ; count++) {
    const name = `${folder}comments${count === 0 ? '' : count}.xml`;
    if (!parts.has(name)) return name;
  }
}
