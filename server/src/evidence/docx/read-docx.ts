import type { ReadText } from '../read-text.ts';
import { type Block, textOfBlocks } from '../text-blocks.ts';
import { UnreadableSource } from '../unreadable-source.ts';
import { countLists } from './count-lists.ts';
import { type Archive, openArchive } from './open-archive.ts';
import { readNumbering } from './read-numbering.ts';
import { type NoteReference, readNotes, readStory, type StoryContext } from './read-story.ts';
import { readStyles } from './read-styles.ts';
import { readXml } from './read-xml.ts';

/**
 * The text of a Word document (ISO/IEC 29500, transitional or strict) as its reader sees it with all changes accepted:
 * automatic numbers written out, one line a paragraph, a line a row of a table, notes at the end. Left out are deleted
 * and hidden text, headers and footers, comments, bullets, and the marks of notes in the text.
 */
export function readDocx(bytes: Uint8Array): ReadText {
  const archive = openArchive(bytes);
  const document = relatedParts(archive, '').get('officeDocument');
  const body = document === undefined ? undefined : archive.read(document);
  if (document === undefined || body === undefined) throw notADocument(archive);
  const parts = relatedParts(archive, document);
  const part = (type: string): Uint8Array | undefined => {
    const name = parts.get(type);
    return name === undefined ? undefined : archive.read(name);
  };
  const context: StoryContext = {
    styles: readStyles(part('styles')),
    lists: countLists(readNumbering(part('numbering'))),
  };
  const story = readStory(body, context);
  if (!story.isDocument) throw notADocument(archive);
  const wants = (kind: NoteReference['kind']) => story.notes.some((note) => note.kind === kind);
  const notes = {
    footnote: wants('footnote') ? readNotes(part('footnotes'), context) : new Map<string, readonly Block[]>(),
    endnote: wants('endnote') ? readNotes(part('endnotes'), context) : new Map<string, readonly Block[]>(),
  };
  return textOfBlocks(
    story.blocks,
    story.notes.flatMap(({ kind, id }) => notes[kind].get(id) ?? []),
  );
}

/** The parts that a part of the archive refers to, by the last word of the kind of relationship; '' is the archive. */
function relatedParts(archive: Archive, part: string): ReadonlyMap<string, string> {
  const slash = part.lastIndexOf('/') + 1;
  const folder = part.slice(0, slash);
  const parts = new Map<string, string>();
  const xml = archive.read(`${folder}_rels/${part.slice(slash)}.rels`);
  if (xml === undefined) return parts;
  readXml(xml, {
    open(element) {
      const type = element.attribute('Type');
      const target = element.attribute('Target');
      if (element.name !== 'rel:Relationship' || type === undefined || target === undefined) return;
      // What lies outside of the archive is never fetched.
      if (element.attribute('TargetMode') === 'External') return;
      const kind = type.slice(type.lastIndexOf('/') + 1);
      if (!parts.has(kind)) parts.set(kind, resolve(folder, target));
    },
    close: () => undefined,
  });
  return parts;
}

/** `document.xml` in `word/` is `word/document.xml`; a leading slash is the archive's root. */
function resolve(folder: string, target: string): string {
  const path: string[] = [];
  for (const step of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (step === '..') path.pop();
    else if (step !== '' && step !== '.') path.push(step);
  }
  return path.join('/');
}

function notADocument(archive: Archive): UnreadableSource {
  const others = [
    ['xl/workbook.xml', 'an Excel workbook'],
    ['ppt/presentation.xml', 'a PowerPoint presentation'],
    ['content.xml', 'an OpenDocument file'],
  ] as const;
  const other = others.find(([name]) => archive.has(name))?.[1] ?? 'a ZIP archive without a document in it';
  return new UnreadableSource(`it is ${other}, not a Word document: save the contract as \`.docx\` or \`.pdf\``);
}
