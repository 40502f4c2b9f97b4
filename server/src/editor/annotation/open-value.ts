/** An argument whose value is still to be chosen. Values are text of the language. */
export interface OpenArgument {
  readonly name: string;
  /** What stands there until something else does. */
  readonly value: string;
  /** What else it may be, the likeliest first. */
  readonly choices: readonly string[];
}

/** Choices offered at the most. */
const MOST = 16;

/**
 * An argument that is `neutral` until chosen; where a passage mentions one value only, that. Of several the whole list may be
 * chosen too.
 */
export function openValue(
  name: string,
  neutral: string,
  mentioned: readonly string[],
  others: readonly string[] = [],
): OpenArgument {
  const list = mentioned.length > 1 ? [`[${mentioned.join(', ')}]`] : [];
  const value = mentioned.length === 1 ? mentioned[0] : neutral;
  const choices = new Set([...list, ...mentioned, neutral, ...others]);
  choices.delete(value);
  return { name, value, choices: [...choices].slice(0, MOST) };
}
