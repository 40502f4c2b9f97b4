import { createContext, runInContext } from 'node:vm';
import { build, type Plugin } from 'esbuild';
import { expect, test } from 'vitest';
import { fileAt } from './helpers/read.ts';

/** What a web worker has of what readers may use, and nothing of Node's own. */
const workerGlobals = {
  AbortController,
  AbortSignal,
  Blob,
  DecompressionStream,
  DOMException,
  Event,
  EventTarget,
  MessageChannel,
  Headers,
  ReadableStream,
  Request,
  Response,
  TextDecoder,
  TextEncoder,
  TransformStream,
  URL,
  URLSearchParams,
  WritableStream,
  atob,
  btoa,
  clearTimeout,
  performance,
  queueMicrotask,
  setTimeout,
  structuredClone,
};

const program = `import { readSourceFile } from './server/src/evidence/read-source-file.ts';
globalThis.textIn = async (base64, name) => {
  const source = await readSourceFile(Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)), name);
  return source.unavailable ?? source.text;
};`;

test('every reader runs in a web worker, and leaves its messages alone', async () => {
  const scripts = new URL('../../scripts/pdf-library.mjs', import.meta.url).href;
  const { pdfLibraryForEsbuild } = (await import(scripts)) as { readonly pdfLibraryForEsbuild: Plugin };
  const { outputFiles } = await build({
    stdin: { contents: program, resolveDir: process.cwd() },
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    plugins: [pdfLibraryForEsbuild],
    logLevel: 'silent',
  });
  const heard: unknown[] = [];
  const worker = createContext({
    ...workerGlobals,
    navigator: { userAgent: 'worker', platform: '', language: 'en' },
    postMessage: (message: unknown) => heard.push(message),
    onmessage: null,
  });
  runInContext('globalThis.self = globalThis;', worker);
  runInContext(outputFiles[0].text, worker);
  const textIn = async (bytes: Uint8Array, name: string): Promise<string> =>
    runInContext(`textIn('${Buffer.from(bytes).toString('base64')}', '${name}')`, worker) as Promise<string>;
  expect(await textIn(fileAt('files/chinese.docx'), 'a.docx')).toContain('第一条 独家供应');
  expect(await textIn(fileAt('files/chinese.pdf'), 'a.pdf')).toContain('第一条 独家供应');
  expect(await textIn(fileAt('cuad/galacticomm.pdf'), 'a.pdf')).toContain('WEB HOSTING AGREEMENT');
  expect(await textIn(Buffer.from('<p>The Seller <b>sells</b>.'), 'a.html')).toBe('The Seller sells.\n');
  expect(heard).toEqual([]);
  expect(runInContext('onmessage', worker)).toBeNull();
});
