/** Files that the build takes in as text, and the pages of the rules as one module: see `scripts/text-modules.mjs`. */
declare module '*.deal' {
  const text: string;
  export default text;
}

declare module '*.md' {
  const text: string;
  export default text;
}

declare module 'deal:rule-pages' {
  /** The Markdown of `docs/rules/RULE.md` by RULE, in the order of the alphabet. */
  const pages: Readonly<Record<string, string>>;
  export default pages;
}
