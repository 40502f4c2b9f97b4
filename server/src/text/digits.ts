/** The number that the digits from `from` up to `until` write; -1 where anything else stands there. */
export function numberAt(text: string, from: number, until: number): number {
  let number = 0;
  for (let at = from; at < until; at++) {
    const digit = text.charCodeAt(at) - 48;
    // Of no digit, and past the end, this is not so.
    if (!(digit >= 0 && digit <= 9)) return -1;
    number = number * 10 + digit;
  }
  return number;
}
