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

/** pdf.js, as `scripts/pdf-library.mjs` packs it: only what is used of it. */
declare module 'deal:pdf-library' {
  interface PdfTextItem {
    readonly str: string;
    readonly transform: readonly number[];
    readonly width: number;
    readonly fontName: string;
  }

  interface PdfAnnotation {
    readonly subtype: string;
    readonly fieldType?: string;
    readonly fieldValue?: unknown;
    readonly hidden?: boolean;
    /** Left, bottom, right, top. */
    readonly rect: readonly number[];
  }

  interface PdfPage {
    /** Left, bottom, right, top, in points. */
    readonly view: readonly number[];
    streamTextContent(): ReadableStream<{ readonly items: readonly (PdfTextItem | { readonly type: string })[] }>;
    getAnnotations(): Promise<readonly PdfAnnotation[]>;
    cleanup(): void;
  }

  interface PdfDocument {
    readonly numPages: number;
    getPage(number: number): Promise<PdfPage>;
  }

  interface PdfLoadingTask {
    readonly promise: Promise<PdfDocument>;
    destroy(): Promise<void>;
  }

  type ReadableStream<Chunk> = import('node:stream/web').ReadableStream<Chunk>;

  /** How many bytes compressed streams have unpacked to since `used` was set to 0, and how many they may. */
  export const expansion: { limit: number; largest: number; used: number };
  /** The predefined character maps (`GBK-EUC-H.bcmap`), in Base64. */
  export const characterMaps: Readonly<Record<string, string>>;
  export function getDocument(options: {
    readonly data: Uint8Array;
    readonly verbosity: number;
    readonly cMapUrl: string;
    readonly BinaryDataFactory: new () => { fetch(wanted: { kind: string; filename: string }): Promise<Uint8Array> };
    readonly isEvalSupported: false;
    readonly disableFontFace: true;
    readonly useSystemFonts: false;
    readonly useWasm: false;
    readonly useWorkerFetch: false;
    readonly isOffscreenCanvasSupported: false;
    readonly isImageDecoderSupported: false;
    readonly enableXfa: false;
  }): PdfLoadingTask;
}

declare module 'deal:command' {
  /** The command, `main-command.ts`, as the text of a function: see `cli/compiled-code.ts`. */
  export const code: string;
  export const hash: string;
}
