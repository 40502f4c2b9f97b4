/** Made by the build: see `scripts/example-files.mjs`. */
declare module 'deal:example-files' {
  /** The files of the example portfolio, relative to `examples/ai-cloud/`, with `/`. */
  const paths: readonly string[];
  export default paths;
}
