import { Buffer } from 'node:buffer';
import type {
  DataCallback,
  Emitter,
  Message,
  MessageReader,
  MessageWriter,
  PartialMessageInfo,
} from 'vscode-languageserver';

/**
 * Messages over streams. The library has readers and writers of its own, which wait for a turn of the event loop before
 * each message and write its head and its body one after the other. Here a message is passed on as soon as it is whole,
 * and written at once.
 */

const HEAD_END = Buffer.from('\r\n\r\n');
const LENGTH = /^content-length:\s*(\d+)\s*$/im;
/** In bytes. No head is nearly as long. */
const LONGEST_HEAD = 4096;

/** Makes the library's emitters: this file is loaded before all else, and loads nothing. */
type NewEmitter = new <T>() => Emitter<T>;

/**
 * Reads messages. What is no message is told as an error, and left out; what comes after it is read again. `onError` and
 * `onClose` of the result are those of the library.
 */
export function streamReader(stream: NodeJS.ReadableStream, NewEmitter: NewEmitter): MessageReader {
  const failed = new NewEmitter<Error>();
  const closed = new NewEmitter<void>();
  const partial = new NewEmitter<PartialMessageInfo>();
  stream.on('error', (error) => failed.fire(error));
  stream.on('close', () => closed.fire());
  return {
    onError: failed.event,
    onClose: closed.event,
    onPartialMessage: partial.event,
    listen: (callback) => {
      const take = messageSplitter(
        (body) => pass(body, callback, failed),
        (error) => failed.fire(error),
      );
      stream.on('data', take);
      return { dispose: () => void stream.off('data', take) };
    },
    dispose: () => {
      for (const emitter of [failed, closed, partial]) emitter.dispose();
    },
  };
}

function pass(body: Buffer, callback: DataCallback, failed: Emitter<Error>): void {
  try {
    callback(JSON.parse(body.toString()) as Message);
  } catch (error) {
    failed.fire(error instanceof Error ? error : new Error(String(error)));
  }
}

/** Takes bytes as they come and gives the bodies of messages. */
function messageSplitter(give: (body: Buffer) => void, fail: (error: Error) => void): (chunk: Buffer) => void {
  let chunks: Buffer[] = [];
  let size = 0;
  /** Of the body that is under way; undefined within a head. */
  let wanted: number | undefined;
  const keep = (rest: Buffer): void => {
    chunks = rest.length === 0 ? [] : [rest];
    size = rest.length;
  };
  return (chunk) => {
    chunks.push(chunk);
    size += chunk.length;
    if (wanted !== undefined && size < wanted) return;
    let rest = chunks.length === 1 ? chunks[0] : Buffer.concat(chunks);
    for (;;) {
      if (wanted === undefined) {
        const end = rest.indexOf(HEAD_END);
        if (end < 0 && rest.length <= LONGEST_HEAD) break;
        const head = rest.toString('latin1', 0, end < 0 ? rest.length : end);
        rest = rest.subarray(end < 0 ? rest.length : end + HEAD_END.length);
        const length = LENGTH.exec(head)?.[1];
        if (length === undefined)
          fail(new Error(`the head of a message says no Content-Length: ${head.slice(0, 200)}`));
        else wanted = Number(length);
        continue;
      }
      if (rest.length < wanted) break;
      const body = rest.subarray(0, wanted);
      rest = rest.subarray(wanted);
      wanted = undefined;
      give(body);
    }
    keep(rest);
  };
}

/** Writes messages, each with one call. */
export function streamWriter(stream: NodeJS.WritableStream, NewEmitter: NewEmitter): MessageWriter {
  const failed = new NewEmitter<[Error, Message | undefined, number | undefined]>();
  const closed = new NewEmitter<void>();
  let failures = 0;
  stream.on('error', (error) => failed.fire([error, undefined, undefined]));
  stream.on('close', () => closed.fire());
  return {
    onError: failed.event,
    onClose: closed.event,
    write: (message) =>
      new Promise((resolve, reject) => {
        const body = JSON.stringify(message);
        stream.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`, (error) => {
          if (error === undefined || error === null) {
            resolve();
            return;
          }
          failed.fire([error, message, ++failures]);
          reject(error);
        });
      }),
    end: () => {
      stream.end();
    },
    dispose: () => {
      failed.dispose();
      closed.dispose();
    },
  };
}
