import { UnreadableSource } from '../unreadable-source.ts';

/** How much of a page is searched for what it says of its encoding, in bytes: a browser takes 1024, filings open wordily. */
const PRESCAN = 4096;

const western = 'windows-1252';
/** What browsers take for Windows-1252 (Encoding Standard, 4.2), as far as pages say it. */
const isWestern = /^(?:ascii|us-ascii|iso[-_]?8859-1|latin1|l1|cp1252|x-cp1252|windows-1252)$/i;
/** Its characters from 0x80 on; a space stands for those that it does not have. */
const from80 = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

/** The text of a web page: as its byte order mark says, else as UTF-8, else as it declares, else as Windows-1252. */
export function decodeHtml(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const start = byByte(bytes.subarray(0, PRESCAN));
  const declared = /<meta[^>]{0,200}?charset\s{0,9}=\s{0,9}["']?([\w.:-]+)/i.exec(start)?.[1];
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Not UTF-8, whatever it declares.
  }
  const label = declared === undefined || /^utf-?(?:8|16)/i.test(declared) ? western : declared;
  if (isWestern.test(label)) return byByte(bytes);
  try {
    return new TextDecoder(label).decode(bytes);
  } catch {
    throw new UnreadableSource(`its encoding, ${label}, is not known: save it as UTF-8`);
  }
}

/** Windows-1252. Not every `TextDecoder` that claims to know it does. */
function byByte(bytes: Uint8Array): string {
  const text = new TextDecoder('latin1').decode(bytes);
  return text.replace(/[\u0080-\u009f]/g, (control) => {
    const character = from80[control.charCodeAt(0) - 0x80];
    return character === ' ' ? control : character;
  });
}
