/** Values by number, as a list: what has no value is undefined, or beyond its end. */
export type ByNumber<T> = (T | undefined)[];

export const valueAt = <T>(list: ByNumber<T>, number: number): T | undefined =>
  number < list.length ? list[number] : undefined;

export function setAt<T>(list: ByNumber<T>, number: number, value: T): void {
  if (number >= list.length) lengthen(list, number + 1);
  list[number] = value;
}

/**
 * Apart from what is done next: the engine of the language compiles a loop while it runs, knows nothing yet of what follows it,
 * and would go back to the slow code there each time.
 */
function lengthen<T>(list: ByNumber<T>, length: number): void {
  while (list.length < length) list.push(undefined);
}
