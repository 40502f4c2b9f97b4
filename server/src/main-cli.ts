import { setFlagsFromString } from 'node:v8';
import './cli/server-first.ts';
import { code, hash } from 'deal:command';
import { loadCode } from './cli/compiled-code.ts';

// An engine that no longer knows a flag would say so to the user: only of these versions of Node is it known what they take.
const takesFlags = Number.parseInt(process.versions.node, 10) <= 24;
const setFlag = (flag: string): void => {
  if (takesFlags) setFlagsFromString(flag);
};

// A check is over before the engine of the language is done with compiling it: code into which less is inlined, and whose loops
// are left as they are, is compiled in less time, so that it is there sooner, and compiling takes less of the processor from the
// check.
setFlag('--max-inlined-bytecode-size-cumulative=100');
setFlag('--no-turbo-loop-peeling');

const isServer = process.argv[2] === 'lsp';

// Most of what a command makes it needs to the end: looking through the old part of memory for what may go finds little, so
// that it is left until there is ten times as much, or memory becomes scarce.
if (!isServer) setFlag('--heap-growing-percent=900');

const loaded = loadCode<typeof import('./main-command.ts')>(code, hash, import.meta.url);
await loaded.exports.command(process.argv.slice(2));
// The build asks for it.
if (process.env.DEAL_COMPILED_CODE === 'write') loaded.keepCompiled();

// The language server goes on. Everything else ends once all is written, and leaves its memory to the system, which takes it
// back at once: on its own the process would give it back piece by piece.
if (!isServer) {
  process.stdout.write('', () => setImmediate(() => process.stderr.write('', () => process.exit())));
}
