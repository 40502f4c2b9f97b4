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

/** An argument that is `neutral` until chosen; where a passage mentions one value only, that. Of several all may be chosen too. */
export function openValue(
  name: string,
  neutral: string,
  mentioned: readonly string[],
  others: readonly string[] = [],
): OpenArgument {
  const list = mentioned.length > 1 ? [`[${mentioned.join(', ')}]`] : [];
  return argumentOf(name, mentioned.length === 1 ? mentioned[0] : neutral, [...list, ...mentioned, neutral, ...others]);
}

/** The same where every value claims something: until one is chosen the name of its type stands there. */
export function unknownValue(
  name: string,
  type: string,
  mentioned: readonly string[],
  others: readonly string[] = [],
): OpenArgument {
  const { value, choices } = openValue(name, type, mentioned, others);
  return {
    name,
    value,
    choices: choices.filter((choice) => choice !== type),
  };
}

function argumentOf(name: string, value: string, values: readonly string[]): OpenArgument {
  const choices = new Set(values);
  choices.delete(value);
  return { name, value, choices: [...choices].slice(0, MOST) };
}
