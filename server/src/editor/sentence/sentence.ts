import type { Telling } from './telling.ts';

/** What a kind of clause says, up to when it holds: without its exceptions, and without a full stop. */
export type Sentence = (telling: Telling) => string;
