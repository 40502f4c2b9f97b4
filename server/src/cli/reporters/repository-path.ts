/**
 * Whether a portfolio lies outside of the folder that the command ran in. `root`: its folder as the user would write it
 * there.
 */
export const isOutside = (root: string): boolean =>
  root === '..' || root.startsWith('../') || root.startsWith('/') || /^[a-z]:\//i.test(root);

/**
 * A file of a portfolio as services for repositories want it named: relative to the folder that the command ran in, which
 * in CI is the root of the repository. Of a portfolio outside of it the path within the portfolio is all there is to say
 * that means anything on another machine.
 */
export function repositoryPath(root: string, file: string): string {
  // A deal may name its contract with `\`, which is read as `/`.
  const path = file.endsWith('.deal') ? file : file.replaceAll('\\', '/');
  return root === '.' || isOutside(root) ? path : `${root}/${path}`;
}
