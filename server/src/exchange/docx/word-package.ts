import { unzipSync, zipSync } from 'fflate';
import { openArchive } from '../../evidence/docx/open-archive.ts';
import { UnreadableSource } from '../../evidence/unreadable-source.ts';
import { ExportProblem } from '../export-problem.ts';
import { rootOf, withLastChildren } from './comments-part.ts';
import { attributeOf, escaped, scanXml } from './scan-xml.ts';

/** The parts of a Word document, by name, in the order of the archive. */
export type WordParts = Map<string, Uint8Array>;

/** The parts of a `.docx` file, within the bounds of what a contract holds. */
export function openWordPackage(bytes: Uint8Array): WordParts {
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) {
    throw new ExportProblem('it is encrypted, or a document of Word 97–2003: save it as `.docx` without a password');
  }
  try {
    const names: string[] = [];
    unzipSync(bytes, {
      filter: ({ name }) => {
        names.push(name);
        return false;
      },
    });
    const archive = openArchive(bytes);
    return new Map(names.map((name) => [name, archive.read(name) ?? new Uint8Array()]));
  } catch (error) {
    if (error instanceof ExportProblem) throw error;
    throw new ExportProblem(
      error instanceof UnreadableSource ? error.message : 'it is no Word document: no ZIP archive',
    );
  }
}

/** No part depends on the clock or on the time zone of whoever writes it. */
const SOME_DAY = new Date(1980, 0, 1);

/** The parts as the bytes of a `.docx` file; folders stay folders. The same for the same parts. */
export function packWordParts(parts: WordParts): Uint8Array {
  return zipSync(Object.fromEntries(parts), { mtime: SOME_DAY, level: 6 });
}

/** A part as text. Word writes UTF-8; so do we. */
export function textPart(parts: WordParts, name: string): string | undefined {
  const bytes = parts.get(name);
  if (bytes === undefined) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new ExportProblem(`its part ${name} is not written in UTF-8: save it anew`);
  }
}

export const setTextPart = (parts: WordParts, name: string, text: string): void => {
  parts.set(name, new TextEncoder().encode(text));
};

export interface Relationship {
  readonly id: string;
  readonly type: string;
  /** The name of the part within the archive. */
  readonly target: string;
}

/** What a part refers to within the archive; '' is the archive itself. */
export function relationshipsOf(parts: WordParts, part: string): readonly Relationship[] {
  const name = relationshipsName(part);
  const xml = textPart(parts, name);
  if (xml === undefined) return [];
  const found: Relationship[] = [];
  const { prefix } = rootOf(xml, 'Relationships');
  scanXml(xml, {
    open: (tag) => {
      if (tag.name !== `${prefix}Relationship` || attributeOf(xml, tag, 'TargetMode') === 'External') return;
      const [id, type, target] = ['Id', 'Type', 'Target'].map((attribute) => attributeOf(xml, tag, attribute) ?? '');
      found.push({ id, type, target: resolved(part, target) });
    },
    close: () => undefined,
  });
  return found;
}

const folderOf = (part: string): string => part.slice(0, part.lastIndexOf('/') + 1);
const relationshipsName = (part: string): string => `${folderOf(part)}_rels/${part.slice(folderOf(part).length)}.rels`;

function resolved(part: string, target: string): string {
  const path: string[] = [];
  for (const step of (target.startsWith('/') ? target : folderOf(part) + target).split('/')) {
    if (step === '..') path.pop();
    else if (step !== '' && step !== '.') path.push(step);
  }
  return path.join('/');
}

const PACKAGE_RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** Makes `part` refer to `target`, a part in the same folder or below. */
export function addRelationship(parts: WordParts, part: string, type: string, target: string): void {
  const name = relationshipsName(part);
  const xml =
    textPart(parts, name) ??
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="${PACKAGE_RELATIONSHIPS}"></Relationships>`;
  const { root, prefix } = rootOf(xml, 'Relationships');
  const taken = new Set([...xml.matchAll(/\bId\s*=\s*["']([^"']*)["']/g)].map(([, id]) => id));
  let count = 1;
  while (taken.has(`rIdDeal${count}`)) count++;
  const child = `<${prefix}Relationship Id="rIdDeal${count}" Type="${escaped(type)}" Target="${escaped(target.slice(folderOf(part).length))}"/>`;
  setTextPart(parts, name, withLastChildren(xml, root, child));
}

/** Says of which type a part is, unless that is said already. */
export function addContentType(parts: WordParts, part: string, type: string): void {
  const name = '[Content_Types].xml';
  const xml = textPart(parts, name);
  if (xml === undefined) throw new ExportProblem('it is no Word document: it does not say what its parts are');
  const { root, prefix } = rootOf(xml, 'Types');
  let isKnown = false;
  scanXml(xml, {
    open: (tag) => {
      if (tag.name === `${prefix}Override` && attributeOf(xml, tag, 'PartName') === `/${part}`) isKnown = true;
    },
    close: () => undefined,
  });
  if (isKnown) return;
  setTextPart(
    parts,
    name,
    withLastChildren(xml, root, `<${prefix}Override PartName="/${escaped(part)}" ContentType="${type}"/>`),
  );
}
