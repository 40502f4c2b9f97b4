// Assertions that work wherever an extension does: a browser has no `node:assert`.

export function ok(value: unknown, message = 'expected something'): asserts value {
  if (!value) throw new Error(message);
}

export function equal(actual: unknown, expected: unknown, message = ''): void {
  if (!Object.is(actual, expected)) throw new Error(`${message}\nexpected ${shown(expected)}\nfound ${shown(actual)}`);
}

/** For plain data. */
export function deepEqual(actual: unknown, expected: unknown, message = ''): void {
  equal(shown(actual), shown(expected), message);
}

export function match(actual: string, expected: RegExp): void {
  if (!expected.test(actual)) throw new Error(`expected ${expected}\nfound ${shown(actual)}`);
}

const shown = (value: unknown): string => JSON.stringify(value, undefined, 2) ?? String(value);
