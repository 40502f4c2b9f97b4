import type { ReadText } from '../read-text.ts';
import { UnreadableSource } from '../unreadable-source.ts';
import { type DrawnPage, drawPages } from './draw-pages.ts';
import { pagesText } from './pages-text.ts';

/** What the compressed parts of a file may unpack to, all together and each, in bytes. */
const MOST_EXPANSION = 512 * 1024 * 1024;
const LARGEST_STREAM = 128 * 1024 * 1024;
/** `%%EOF` stands in the last so many bytes of a whole file. */
const TAIL = 4096;

/**
 * The text of a PDF as its reader sees it: line by line, columns one after the other, with the pages told. Left out are
 * headers, footers and page numbers, so that a sentence goes on across pages, and raised numbers of footnotes, which stand
 * at the end. Nothing is drawn, no script runs, no font and no file is fetched.
 */
export function readPdf(bytes: Uint8Array): Promise<ReadText> {
  const tail = new TextDecoder('latin1').decode(bytes.subarray(-TAIL));
  if (!tail.includes('%%EOF')) return Promise.reject(new UnreadableSource('it is cut off: its end is missing'));
  return inTurn(async () => pagesText(await pagesOf(bytes)));
}

let last: Promise<unknown> = Promise.resolve();

/** One PDF at a time: the library counts for all of them together what they unpack to. */
function inTurn<T>(task: () => Promise<T>): Promise<T> {
  const next = last.then(task);
  last = next.catch(() => undefined);
  return next;
}

async function pagesOf(bytes: Uint8Array): Promise<readonly DrawnPage[]> {
  const { characterMaps, expansion, getDocument } = await import('deal:pdf-library');
  Object.assign(expansion, { limit: MOST_EXPANSION, largest: LARGEST_STREAM, used: 0 });
  const missing: string[] = [];
  class CharacterMaps {
    async fetch({ kind, filename }: { kind: string; filename: string }): Promise<Uint8Array> {
      // Fonts and decoders of pictures are asked for too: text does without.
      const map = kind === 'cMapUrl' ? characterMaps[filename] : undefined;
      if (map === undefined && kind === 'cMapUrl') missing.push(filename);
      if (map === undefined) throw new Error(`${filename} is not at hand`);
      return Uint8Array.from(atob(map), (character) => character.charCodeAt(0));
    }
  }
  const task = getDocument({
    // A copy: the library takes it for itself.
    data: new Uint8Array(bytes),
    verbosity: 0,
    cMapUrl: 'deal:/',
    BinaryDataFactory: CharacterMaps,
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWasm: false,
    useWorkerFetch: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    enableXfa: false,
  });
  try {
    const pages = await drawPages(await task.promise);
    if (expansion.used > MOST_EXPANSION) throw tooMuch();
    if (missing.length > 0) throw new UnreadableSource(`it uses an encoding that is not known here (${missing[0]})`);
    return pages;
  } catch (error) {
    throw expansion.used > MOST_EXPANSION ? tooMuch() : whyUnreadable(error);
  } finally {
    await task.destroy();
  }
}

const tooMuch = () =>
  new UnreadableSource('it unpacks to far more than a contract holds, and was not unpacked further');

function whyUnreadable(error: unknown): UnreadableSource {
  if (error instanceof UnreadableSource) return error;
  const isLocked = error instanceof Error && error.name === 'PasswordException';
  return new UnreadableSource(
    isLocked ? 'it is protected by a password: save it without one' : 'it is damaged: it cannot be read as a PDF',
  );
}
