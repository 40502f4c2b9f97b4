/** Numbers of sections, part by part: `['2', '1']`. */
type Path = readonly string[];

/** How many numbers a count may leave out and still be the same count, as far as can be told without what comes next. */
export const LARGEST_GAP = 3;

/** Whether `next` may come right after one of `lasts`: 2.1 after 2; 2.2, 3, 3.1 or 3.0 after 2.1. */
export function continues(lasts: readonly Path[], next: Path): boolean {
  return lasts.some((last) => isSuccessor(last, next) || opensNext(last, next));
}

function isSuccessor(last: Path, next: Path): boolean {
  const shared = next.slice(0, -1);
  if (shared.length > last.length || !startsWith(last, shared)) return false;
  const value = Number(next[next.length - 1]);
  return shared.length === last.length ? value <= 1 : value === Number(last[shared.length]) + 1;
}

/** 3.1 or 3.0.1 after 2.4, where 3 itself is not seen. */
function opensNext(last: Path, next: Path): boolean {
  const [first, ...rest] = next;
  return rest.length > 0 && Number(first) === Number(last[0]) + 1 && rest.every((part) => Number(part) <= 1);
}

/** Whether `next` comes after `last` with few numbers between: 2.4 after 2.1 or 2; 3.2 after 2.4. */
export function isNear(last: Path, next: Path): boolean {
  if (!ascends(last, next)) return false;
  const shared = next.slice(0, -1);
  const value = Number(next[next.length - 1]);
  if (startsWith(last, shared)) return value - Number(last[shared.length] ?? 0) <= LARGEST_GAP;
  return next.length === 2 && Number(next[0]) === Number(last[0]) + 1 && value <= LARGEST_GAP;
}

/** Whether `next` comes anywhere after `last` in the order of a contract. */
export function ascends(last: Path | undefined, next: Path): boolean {
  if (last === undefined) return true;
  const differs = next.findIndex((part, index) => index >= last.length || Number(part) !== Number(last[index]));
  return differs >= 0 && (differs >= last.length || Number(next[differs]) > Number(last[differs]));
}

/** Whether `path` is that of a section within the section of `outer`. */
export function isWithin(path: Path, outer: Path): boolean {
  return path.length > outer.length && startsWith(path, outer);
}

function startsWith(path: Path, start: Path): boolean {
  return start.length <= path.length && start.every((part, index) => part === path[index]);
}
