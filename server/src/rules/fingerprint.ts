/**
 * A fingerprint of texts that outlives edits elsewhere, as hexadecimal: two runs of 32-bit FNV-1a with different seeds. Not a
 * secret, only a name. Source: Fowler, Noll and Vo, "The FNV Non-Cryptographic Hash Algorithm".
 */
export function fingerprint(parts: readonly string[]): string {
  const text = parts.join('\u0000');
  return hash(text, 0x811c9dc5) + hash(text, 0x050c5d1f);
}

const PRIME = 0x01000193;

function hash(text: string, seed: number): string {
  let value = seed;
  for (let index = 0; index < text.length; index++) value = Math.imul(value ^ text.charCodeAt(index), PRIME);
  return (value >>> 0).toString(16).padStart(8, '0');
}
