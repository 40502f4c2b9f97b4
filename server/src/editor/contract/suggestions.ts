import { suggestKinds } from '../../exchange/suggest-kinds.ts';
import type { Analysis } from '../../portfolio/check.ts';
import { asWords } from '../words.ts';

/** A kind of clause that a passage may be annotated with. */
export interface OfferedKind {
  readonly kind: string;
  /** "exclusive license" */
  readonly title: string;
  /** The words of the passage that speak for it, each in quotation marks; empty where none do. */
  readonly why: string;
  /** What the kind means, from its declaration; its first sentence. */
  readonly meaning: string;
  /** The kind is declared in the portfolio. */
  readonly isOwn: boolean;
}

/** Every kind that there is, in the order in which it fits the words of a passage; the portfolio's own kinds come last. */
export function offeredKinds({ model }: Analysis, passage: string): readonly OfferedKind[] {
  const suggested = suggestKinds(passage).filter(({ kind }) => model.kinds.has(kind));
  const why = new Map(suggested.map((one) => [one.kind, one.why]));
  const others = [...model.kinds.keys()].filter((name) => !why.has(name));
  const own = (name: string): boolean => model.kinds.get(name)?.place !== undefined;
  const order = [...why.keys(), ...others.filter((name) => !own(name)), ...others.filter(own)];
  return order.map((kind) => ({
    kind,
    title: asWords(kind),
    why: why.get(kind) ?? '',
    meaning: firstSentence(model.kinds.get(kind)?.documentation ?? ''),
    isOwn: own(kind),
  }));
}

const firstSentence = (text: string): string => /^.*?[.。](?=\s|$)/s.exec(text)?.[0].replace(/\s+/g, ' ') ?? text;
