import { mkdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { localDay } from '../portfolio/local-day.ts';
import { nodeFileHost, withSlashes } from '../portfolio/node-file-host.ts';
import type { Engine, Environment, Output } from './environment.ts';
import { startServer } from './start-server.ts';

/** The environment of the running process. */
export function nodeEnvironment(engine: Engine): Environment {
  return {
    currentFolder: withSlashes(process.cwd()),
    variables: process.env,
    results: outputTo(process.stdout),
    messages: outputTo(process.stderr),
    host: nodeFileHost(),
    writeFile: (path, content, flag) => reason(() => writeFileSync(path, content, { flag })),
    makeFolder: (path) => reason(() => mkdirSync(path, { recursive: true })),
    absolute: (path) => withSlashes(resolve(path)),
    now: () => performance.now(),
    today: localDay,
    engine,
    startServer,
  };
}

function outputTo(stream: NodeJS.WriteStream): Output {
  return {
    write: (text) => {
      stream.write(text);
    },
    isTerminal: stream.isTTY === true,
    ...(stream.columns > 0 ? { columns: stream.columns } : {}),
  };
}

function reason(act: () => void): string | undefined {
  try {
    act();
    return undefined;
  } catch (error) {
    switch (error instanceof Error && 'code' in error ? error.code : undefined) {
      case 'EEXIST':
        return 'it is there already';
      case 'EACCES':
      case 'EPERM':
      case 'EROFS':
        return 'permission denied';
      case 'ENOSPC':
        return 'no space left on the device';
      case 'ENOTDIR':
        return 'part of the path is a file, not a folder';
      default:
        return error instanceof Error ? error.message : String(error);
    }
  }
}
