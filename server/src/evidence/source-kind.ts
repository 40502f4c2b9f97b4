import { UnreadableSource } from './unreadable-source.ts';

/** The formats of sources that are read, by the endings of their names. */
export type SourceFormat = 'markdown' | 'text' | 'html' | 'docx' | 'pdf';

const formats: Readonly<Record<string, SourceFormat>> = {
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.txt': 'text',
  '.html': 'html',
  '.htm': 'html',
  '.docx': 'docx',
  '.pdf': 'pdf',
};

const endings = '`.md`, `.txt`, `.html`, `.docx` or `.pdf`';

/** The format that a file's name says it has; undefined where none that is read. */
export function formatOf(name: string): SourceFormat | undefined {
  return formats[endingOf(name)];
}

/** With its dot, in lower case; '' where there is none. */
function endingOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const dot = name.lastIndexOf('.');
  return dot > 0 ? name.slice(dot).toLowerCase() : '';
}

/** Why a file of this name is not read: its format is none of those that are. */
export function notSupported(name: string): string {
  const ending = endingOf(name);
  if (ending === '.doc') return 'it is in the old format of Word: open it in a word processor and save it as `.docx`';
  const kind = ending === '' ? 'a file without an ending' : `\`${ending}\``;
  return `${kind} is not supported: save the text as ${endings}`;
}

interface Signature {
  readonly is: (bytes: Uint8Array) => boolean;
  readonly what: string;
  /** The format it can be read as, under the right name. */
  readonly format?: SourceFormat;
  readonly ending?: string;
}

const startsWith =
  (...codes: readonly number[]) =>
  (bytes: Uint8Array): boolean =>
    codes.every((code, index) => bytes[index] === code);

/** What the first bytes of a file give away, whatever its name says. */
const signatures: readonly Signature[] = [
  // "%PDF-", which may stand within the first kilobyte.
  { is: (bytes) => firstText(bytes, 1024).includes('%PDF-'), what: 'a PDF', format: 'pdf', ending: '.pdf' },
  {
    is: startsWith(0x50, 0x4b, 0x03, 0x04),
    what: 'a ZIP archive, as Word documents are',
    format: 'docx',
    ending: '.docx',
  },
  { is: startsWith(0xd0, 0xcf, 0x11, 0xe0), what: 'a file of an old version of Office' },
  { is: startsWith(0x7b, 0x5c, 0x72, 0x74, 0x66), what: 'a document in Rich Text Format' },
  { is: startsWith(0x89, 0x50, 0x4e, 0x47), what: 'a picture' },
  { is: startsWith(0xff, 0xd8, 0xff), what: 'a picture' },
  { is: startsWith(0x1f, 0x8b), what: 'a compressed file' },
];

/** Byte by byte; a decoder would take longer to make than all else here. */
const firstText = (bytes: Uint8Array, length: number): string =>
  String.fromCharCode.apply(null, bytes.subarray(0, length) as unknown as number[]);

/** Throws where the bytes of a file are plainly not of the format that its name says. */
export function checkKind(bytes: Uint8Array, format: SourceFormat): void {
  if (bytes.length === 0 && format !== 'markdown' && format !== 'text') throw new UnreadableSource('it is empty');
  const signature = signatures.find(({ is }) => is(bytes));
  if (signature?.format === format) return;
  if (signature === undefined) {
    if (format === 'pdf' || format === 'docx') throw notWhatItSays(format, bytes);
    return;
  }
  if (signature.what.includes('Office')) throw new UnreadableSource(whyOffice(bytes));
  // A text may well mention the signature of a PDF.
  if (signature.format === 'pdf' && format !== 'docx' && !startsWith(0x25, 0x50, 0x44, 0x46)(bytes)) return;
  const help =
    signature.ending === undefined ? `save the text as ${endings}` : `give its name the ending \`${signature.ending}\``;
  throw new UnreadableSource(`it is ${signature.what}, not ${names[format]}: ${help}`);
}

const names: Readonly<Record<SourceFormat, string>> = {
  markdown: 'Markdown',
  text: 'plain text',
  html: 'a web page',
  docx: 'a Word document',
  pdf: 'a PDF',
};

function notWhatItSays(format: SourceFormat, bytes: Uint8Array): UnreadableSource {
  const isPage = /^\s*(?:<!doctype html|<html|<head|<body)/i.test(firstText(bytes, 512));
  return new UnreadableSource(
    isPage
      ? `it is a web page, not ${names[format]}: give its name the ending \`.html\``
      : `it is not ${names[format]}, or it is damaged: its first bytes are others`,
  );
}

/** Word wraps documents with a password into the old container; what is not one of those is older than 2007. */
function whyOffice(bytes: Uint8Array): string {
  return includesWide(bytes, 'EncryptedPackage')
    ? 'it is protected by a password: save it without one'
    : 'it is in the old format of Word: open it in a word processor and save it as `.docx`';
}

/** Whether a text stands in UTF-16 in the directory of an old container. */
function includesWide(bytes: Uint8Array, text: string): boolean {
  const first = text.charCodeAt(0);
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    let index = 1;
    while (index < text.length && bytes[at + 2 * index] === text.charCodeAt(index) && bytes[at + 2 * index - 1] === 0) {
      index++;
    }
    if (index === text.length) return true;
  }
  return false;
}
