import { joined } from '../portfolio/file-host.ts';
import { type Attempt, done, failed } from './command.ts';
import { displayPath } from './display-path.ts';
import type { Environment } from './environment.ts';

/** A file to be made. */
export interface NewFile {
  /** Relative to the folder, with `/`. */
  readonly path: string;
  readonly content: string | Uint8Array;
}

/** Makes files below a folder, and the folders they need. Overwrites none: where one is there already, nothing is written. */
export function writeNewFiles(folder: string, files: readonly NewFile[], environment: Environment): Attempt<undefined> {
  const { host, results } = environment;
  const shown = (path: string): string => displayPath(joined(folder, path), environment);
  const taken = files.map(({ path }) => path).filter((path) => host.kindOf(joined(folder, path)) !== 'missing');
  if (taken.length > 0) {
    const list = taken
      .slice(0, 3)
      .map((path) => `\`${shown(path)}\``)
      .join(', ');
    const more = taken.length > 3 ? ` and ${taken.length - 3} more` : '';
    return failed(`${list}${more} would be overwritten; nothing was written. Name another folder, or move them away`);
  }
  for (const { path, content } of files) {
    const target = joined(folder, path);
    const problem =
      environment.makeFolder(target.slice(0, target.lastIndexOf('/'))) ?? environment.writeFile(target, content, 'wx');
    if (problem !== undefined) return failed(`\`${shown(path)}\` could not be written: ${problem}`);
    results.write(`${shown(path)}\n`);
  }
  return done(undefined);
}
