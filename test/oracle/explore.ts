/** Search over choices made while a plain function runs: it is run again and again, with the choices changed. */
export interface Choices {
  /** One of the options; the same name gets the same option within one run. */
  readonly choose: <T>(name: string, options: readonly T[]) => T;
}

export type Outcome = 'found' | 'none' | 'gave up';

/** Whether some way of choosing makes the function true, trying earlier options first. */
export function explore(run: (choices: Choices) => boolean, mostRuns: number): Outcome {
  const path: { readonly options: number; taken: number }[] = [];
  for (let runs = 0; runs < mostRuns; runs++) {
    let depth = 0;
    const made = new Map<string, unknown>();
    const choose = <T>(name: string, options: readonly T[]): T => {
      if (made.has(name)) return made.get(name) as T;
      if (depth === path.length) path.push({ options: options.length, taken: 0 });
      const option = options[path[depth].taken];
      depth += 1;
      made.set(name, option);
      return option;
    };
    if (run({ choose })) return 'found';
    path.length = depth;
    while (path.length > 0 && path[path.length - 1].taken + 1 >= path[path.length - 1].options) path.pop();
    if (path.length === 0) return 'none';
    path[path.length - 1].taken += 1;
  }
  return 'gave up';
}
