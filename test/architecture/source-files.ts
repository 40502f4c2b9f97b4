import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';

const folder = new URL('../../server/src/', import.meta.url);

export interface Import {
  /** As written for a package or a module of Node; for a file its path below `server/src`. */
  readonly target: string;
  readonly isFile: boolean;
  /** Gone once compiled. */
  readonly isType: boolean;
}

export interface SourceFile {
  /** Below `server/src`, with `/`. */
  readonly path: string;
  readonly code: string;
  readonly imports: readonly Import[];
}

/** `import … from 'x'`, `export … from 'x'`, `import 'x'`: one a statement, over as many lines as it takes. */
const STATEMENT = /^(?:import|export)\s+(type\s)?(?:[\w\s{},*$]*?\bfrom\s+)?'([^']+)'/gm;
/** `import('x')`: at run time, or in a type. */
const CALL = /\bimport\(\s*'([^']+)'/g;

export const sourceFiles: readonly SourceFile[] = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.ts') && !path.endsWith('.d.ts'))
  .sort()
  .map((path) => {
    const code = withoutComments(readFileSync(new URL(path, folder), 'utf8'));
    const found = [
      ...[...code.matchAll(STATEMENT)].map(([, type, target]) => ({ target, isType: type !== undefined })),
      ...[...code.matchAll(CALL)].map(([, target]) => ({ target, isType: false })),
    ];
    return { path, code, imports: found.map(({ target, isType }) => resolved(path, target, isType)) };
  });

function resolved(from: string, target: string, isType: boolean): Import {
  return target.startsWith('.')
    ? { target: posix.join(posix.dirname(from), target), isFile: true, isType }
    : { target, isFile: false, isType };
}

/** Good enough for names in quotes and for imports: a `//` within quotes is none of theirs, and is left alone. */
function withoutComments(code: string): string {
  return code.replace(/\/\*\*?[\s][\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
}
