import { readSourceFile } from '../evidence/read-source-file.ts';
import { outlineDeal } from '../exchange/outline-deal.ts';
import { bind } from '../model/bind.ts';
import { folderOf, isUnreadable } from '../portfolio/file-host.ts';
import { visible } from './cells.ts';
import { complain } from './complain.ts';
import { displayPath } from './display-path.ts';
import type { Environment } from './environment.ts';
import { ExitCode } from './exit-code.ts';
import { writeNewFiles } from './write-new-files.ts';

/** Writes a `.deal` file beside a contract, with its sections to annotate. */
export async function initFrom(written: string, environment: Environment): Promise<ExitCode> {
  const { host, absolute, messages } = environment;
  const file = absolute(written);
  if (host.kindOf(file) !== 'file') return complain([`\`${written}\`: there is no such file`], environment);
  const bytes = await host.bytes(file);
  if (isUnreadable(bytes)) return complain([`\`${written}\` ${bytes.unreadable}; ${bytes.help}`], environment);
  const source = await readSourceFile(bytes, file);
  if ('unavailable' in source)
    return complain([`\`${written}\` could not be read: ${source.unavailable}`], environment);
  const folder = folderOf(file);
  const name = file.slice(file.lastIndexOf('/') + 1);
  const path = `${name.replace(/\.[^.]+$/, '')}.deal`;
  const { kinds } = bind([], { asOf: 0 });
  const content = outlineDeal({ path: name, prepared: source.prepared }, kinds);
  const made = writeNewFiles(folder, [{ path, content }], environment);
  if (!made.ok) return complain(made.problems, environment);
  messages.write(
    `The sections of ${visible(displayPath(file, environment))} to annotate, each with the kinds that its words suggest.\n`,
  );
  return ExitCode.Clean;
}
