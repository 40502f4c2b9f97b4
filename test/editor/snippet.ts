/** A snippet as an editor inserts it, and where its cursor stops. */
export interface InsertedSnippet {
  readonly text: string;
  /** In the order in which they are visited; what stands there, and what may be chosen instead. */
  readonly stops: readonly { readonly number: number; readonly value: string; readonly choices: readonly string[] }[];
}

/** `$0`, `${1}`, `${1:value}` or `${1|value,other|}`; a backslash takes its meaning from the sign behind it. */
const PART = /\\([\\$}])|\$(\d+)|\$\{(\d+)(?::((?:\\[\s\S]|[^\\}])*)|\|((?:\\[\s\S]|[^\\|])*)\|)?\}|[\s\S]/g;

/** Inserts a snippet as the protocol describes it. Throws at what it does not know. */
export function inserted(snippet: string): InsertedSnippet {
  const values = new Map<number, { readonly value: string; readonly choices: readonly string[] }>();
  let text = '';
  for (const [all, escaped, plain, number, value, choices] of snippet.matchAll(PART)) {
    if (escaped !== undefined) text += escaped;
    else if (plain !== undefined || number !== undefined) {
      const of = Number(plain ?? number);
      const all = choices?.match(/(?:\\[\s\S]|[^\\,])+/g)?.map((one) => one.replace(/\\([\\,|])/g, '$1'));
      const first = all?.[0] ?? value?.replace(/\\([\\$}])/g, '$1');
      if (!values.has(of)) values.set(of, { value: first ?? '', choices: all?.slice(1) ?? [] });
      text += values.get(of)?.value ?? '';
    } else if (all === '$' || all === '\\' || all === '}') throw new Error(`a bare ${all} in ${snippet}`);
    else text += all;
  }
  const order = (number: number): number => (number === 0 ? Number.POSITIVE_INFINITY : number);
  const stops = [...values].sort(([a], [b]) => order(a) - order(b)).map(([number, stop]) => ({ number, ...stop }));
  return { text, stops };
}
