/**
 * A fingerprint of texts that outlives edits elsewhere, as hexadecimal: two runs of 32-bit FNV-1a with different seeds. Not a
 * secret, only a name. Source: Fowler, Noll and Vo, "The FNV Non-Cryptographic Hash Algorithm".
 */
export function fingerprint(parts: readonly string[]): string {
  const text = parts.join('\u0000');
  let one = 0x811c9dc5;
  let other = 0x050c5d1f;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    one = Math.imul(one ^ unit, PRIME);
    other = Math.imul(other ^ unit, PRIME);
  }
  return hexadecimal(one) + hexadecimal(other);
}

const PRIME = 0x01000193;

const hexadecimal = (value: number): string => (value >>> 0).toString(16).padStart(8, '0');
