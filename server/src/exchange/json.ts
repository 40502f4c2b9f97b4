import type { NotUnderstood } from './not-understood.ts';

/** JSON as nobody has looked at it yet. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** The value of a JSON text, or what is wrong with it. A byte order mark is allowed. */
export function parseJson(text: string): { readonly value: Json } | NotUnderstood {
  try {
    return { value: JSON.parse(text.replace(/^\ufeff/, '')) as Json };
  } catch (error) {
    return { problem: `it is no JSON: ${error instanceof Error ? error.message : String(error)}` };
  }
}

/** The own value of a key; undefined where there is none or `json` is no object. */
export function member(json: Json | undefined, key: string): Json | undefined {
  if (typeof json !== 'object' || json === null || isList(json)) return undefined;
  return Object.hasOwn(json, key) ? json[key] : undefined;
}

export const isList = (json: Json | undefined): json is readonly Json[] => Array.isArray(json);
/** A list as it is, nothing as none, anything else as a list of one. */
export const listOf = (json: Json | undefined): readonly Json[] =>
  json === undefined || json === null ? [] : isList(json) ? json : [json];
export const textAt = (json: Json | undefined, key: string): string | undefined => {
  const value = member(json, key);
  return typeof value === 'string' ? value : undefined;
};
/** A whole number from 0. */
export const countAt = (json: Json | undefined, key: string): number | undefined => {
  const value = member(json, key);
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined;
};
