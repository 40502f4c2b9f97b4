import { Inflate } from 'fflate';
import { UnreadableSource } from '../unreadable-source.ts';

/** The files within a ZIP archive, inflated when asked for. */
export interface Archive {
  readonly has: (name: string) => boolean;
  /** Undefined if there is none. Throws {@link UnreadableSource} where it is damaged, encrypted or beyond the bounds. */
  readonly read: (name: string) => Uint8Array | undefined;
}

/** How much one file may inflate to, and all that are read together, in bytes. */
const LARGEST_PART = 64 * 1024 * 1024;
const LARGEST_WHOLE = 128 * 1024 * 1024;
/** Text of a word processor shrinks to a tenth, seldom to a fiftieth; beyond this, and some size, nobody wrote it. */
const LARGEST_RATIO = 300;
const RATIO_MATTERS_FROM = 4 * 1024 * 1024;
/** Bytes inflated between two looks at the bounds. */
const SLICE = 16 * 1024;

interface Entry {
  readonly method: number;
  readonly isEncrypted: boolean;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
  /** Of its local header. */
  readonly offset: number;
}

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
const IN_EXTRA_FIELD = 0xffffffff;
const STORED = 0;
const DEFLATED = 8;

/** Opens a ZIP archive (APPNOTE 6.3). Nothing is inflated yet. */
export function openArchive(bytes: Uint8Array): Archive {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = readDirectory(bytes, view);
  let inflated = 0;
  return {
    has: (name) => entries.has(name),
    read(name) {
      const entry = entries.get(name);
      if (entry === undefined) return undefined;
      const part = unpack(bytes, view, entry, LARGEST_WHOLE - inflated);
      inflated += part.length;
      return part;
    },
  };
}

function readDirectory(bytes: Uint8Array, view: DataView): ReadonlyMap<string, Entry> {
  const end = endOfDirectory(view);
  const entries = new Map<string, Entry>();
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== DIRECTORY_ENTRY) throw damaged();
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    // Two files of one name: what Word shows need not be what is read here.
    if (entries.has(name)) throw new UnreadableSource(`it holds two parts of the name ${name}: save it anew`);
    entries.set(name, entryAt(view, at, at + 46 + nameLength, extraLength));
    at += 46 + nameLength + extraLength + view.getUint16(at + 32, true);
  }
  return entries;
}

function endOfDirectory(view: DataView): number {
  const first = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= first; at--) if (view.getUint32(at, true) === END_OF_DIRECTORY) return at;
  throw new UnreadableSource('it is cut off or damaged: its table of contents is missing');
}

function entryAt(view: DataView, at: number, extra: number, extraLength: number): Entry {
  const fields = {
    size: view.getUint32(at + 24, true),
    packedSize: view.getUint32(at + 20, true),
    offset: view.getUint32(at + 42, true),
  };
  const end = Math.min(extra + extraLength, view.byteLength);
  for (let field = extra; field + 4 <= end; field += 4 + view.getUint16(field + 2, true)) {
    if (view.getUint16(field, true) !== 1) continue;
    // Zip64: what did not fit, in this order, 8 bytes each.
    let value = field + 4;
    for (const name of ['size', 'packedSize', 'offset'] as const) {
      if (fields[name] !== IN_EXTRA_FIELD || value + 8 > end) continue;
      fields[name] = Number(view.getBigUint64(value, true));
      value += 8;
    }
  }
  return {
    ...fields,
    isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
  };
}

function unpack(bytes: Uint8Array, view: DataView, entry: Entry, allowed: number): Uint8Array {
  if (entry.isEncrypted) throw new UnreadableSource('it is encrypted: save it without a password');
  const { offset, packedSize } = entry;
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== LOCAL_HEADER) throw damaged();
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (start + packedSize > bytes.length) throw new UnreadableSource('it is cut off: parts of it are missing');
  const packed = bytes.subarray(start, start + packedSize);
  const part = entry.method === DEFLATED ? inflate(packed, Math.min(allowed, LARGEST_PART)) : packed;
  if (entry.method !== DEFLATED && entry.method !== STORED) {
    throw new UnreadableSource('it is packed in a way that word processors do not use: save it anew');
  }
  if (part.length > allowed) throw tooMuch();
  if (part.length !== entry.size || crc32(part) !== entry.crc) throw damaged();
  return part;
}

/** Inflates up to `most` bytes, and looks at the bounds while it does. */
function inflate(packed: Uint8Array, most: number): Uint8Array {
  const chunks: Uint8Array[] = [];
  let size = 0;
  let taken = 0;
  const stream = new Inflate((chunk) => {
    size += chunk.length;
    if (size > most || (size > RATIO_MATTERS_FROM && size > taken * LARGEST_RATIO)) throw tooMuch();
    chunks.push(chunk);
  });
  try {
    for (let from = 0; from < packed.length; from += SLICE) {
      const to = Math.min(from + SLICE, packed.length);
      taken = to;
      stream.push(packed.subarray(from, to), to === packed.length);
    }
  } catch (error) {
    throw error instanceof UnreadableSource ? error : damaged();
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

const damaged = () => new UnreadableSource('it is damaged: its parts do not unpack to what they were');
const tooMuch = () =>
  new UnreadableSource('it unpacks to far more than a contract holds, and was not unpacked further');

let crcTable: Int32Array | undefined;

/** CRC-32 (ISO 3309), unsigned. */
function crc32(bytes: Uint8Array): number {
  crcTable ??= Int32Array.from({ length: 256 }, (_, index) => {
    let value = index;
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
    return value;
  });
  let crc = -1;
  for (const byte of bytes) crc = (crc >>> 8) ^ crcTable[(crc ^ byte) & 0xff];
  return ~crc >>> 0;
}
