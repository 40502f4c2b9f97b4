/** What is reached from some things, these included, at any remove. */
export function closure<T>(start: Iterable<T>, next: (one: T) => Iterable<T>): Set<T> {
  const found = new Set(start);
  // A set being walked also visits what is added on the way.
  for (const one of found) for (const other of next(one)) found.add(other);
  return found;
}
