/** A run of `*`, `_` or `~` that may open or close emphasis. */
interface Delimiter {
  readonly character: string;
  /** UTF-16 offsets of what is left of the run. */
  start: number;
  end: number;
  readonly canOpen: boolean;
  readonly canClose: boolean;
}

const whitespace = /\s|^$/;
const punctuation = /[\p{P}\p{S}]/u;
const cjk = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** The delimiter run at `start` of `text`, judged by its neighbours (CommonMark 0.31, section 6.2). */
export function delimiterAt(text: string, start: number): Delimiter {
  const character = text[start];
  let end = start + 1;
  while (text[end] === character) end++;
  const before = text.charAt(start - 1);
  const after = text.charAt(end);
  const spaceBefore = whitespace.test(before);
  const spaceAfter = whitespace.test(after);
  const punctuationBefore = punctuation.test(before);
  const punctuationAfter = punctuation.test(after);
  // Beside an ideograph, where no spaces can tell, punctuation does not count against a delimiter.
  const left = !spaceAfter && (!punctuationAfter || spaceBefore || punctuationBefore || cjk.test(before));
  const right = !spaceBefore && (!punctuationBefore || spaceAfter || punctuationAfter || cjk.test(after));
  const inWord = character === '_';
  return {
    character,
    start,
    end,
    canOpen: left && (!inWord || !right || punctuationBefore),
    canClose: right && (!inWord || !left || punctuationAfter),
  };
}

/**
 * Calls `drop` with the range of every delimiter that does mark emphasis. Each character pairs with its like only, one
 * stack each: where `*` and `_` cross, both are taken out, so that the work stays linear.
 */
export function pairDelimiters(delimiters: readonly Delimiter[], drop: (start: number, end: number) => void): void {
  const stacks: Record<string, Delimiter[]> = { '*': [], _: [], '~': [] };
  for (const delimiter of delimiters) {
    const open = stacks[delimiter.character];
    // Strike-through is two tildes; one is a tilde.
    if (delimiter.character === '~' && delimiter.end - delimiter.start !== 2) continue;
    if (delimiter.canClose) closeDelimiters(open, delimiter, drop);
    if (delimiter.canOpen && delimiter.start < delimiter.end) open.push(delimiter);
  }
}

function closeDelimiters(open: Delimiter[], closer: Delimiter, drop: (start: number, end: number) => void): void {
  while (open.length > 0 && closer.start < closer.end) {
    const opener = open[open.length - 1];
    const count = Math.min(opener.end - opener.start, closer.end - closer.start);
    drop(opener.end - count, opener.end);
    drop(closer.start, closer.start + count);
    opener.end -= count;
    closer.start += count;
    if (opener.start === opener.end) open.pop();
  }
}
