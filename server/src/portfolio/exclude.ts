import picomatch from 'picomatch';

/**
 * Whether a path relative to the root is one that globs leave out. Undefined where nothing is excluded: matching every path
 * takes longer than reading most files.
 */
export function excluder(globs: readonly string[]): ((path: string) => boolean) | undefined {
  if (globs.length === 0) return undefined;
  // `drafts/` and `./drafts` mean what `drafts` means: the folder and all that is in it.
  const matches = picomatch(globs.map((glob) => glob.replace(/^\.\//, '').replace(/\/$/, '')));
  return (path) => matches(path);
}
