/** A path as a relative IRI: every character that means something in an IRI is percent-encoded, `/` and letters of any script stay. */
export function iriOfPath(path: string): string {
  return path
    .split('/')
    .map((part) => part.replace(/\p{Cs}/gu, '\ufffd').replace(/[^\p{L}\p{N}\p{M}._~-]+/gu, encodeURIComponent))
    .join('/');
}

/** The path that a relative IRI stands for, with `/`; undefined for any other IRI and for what leaves its folder. */
export function pathOfIri(iri: string): string | undefined {
  if (/^[a-z][a-z0-9+.-]*:|^\//i.test(iri)) return undefined;
  const parts: string[] = [];
  for (const part of iri.replace(/[?#].*$/s, '').split('/')) {
    const decoded = percentDecoded(part);
    if (decoded === undefined || decoded === '..' || /[\\/:\0]/.test(decoded)) return undefined;
    if (decoded !== '' && decoded !== '.') parts.push(decoded);
  }
  return parts.length === 0 ? undefined : parts.join('/');
}

function percentDecoded(part: string): string | undefined {
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
}
