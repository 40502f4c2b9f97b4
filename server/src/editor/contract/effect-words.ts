import type { PassageEffect } from './passages.ts';

/** What a passage with an effect does, as half a sentence. */
export const EFFECT_WORDS: Readonly<Record<PassageEffect, string>> = {
  permits: 'lets somebody do something',
  excludes: 'reserves something for one side',
  forbids: 'forbids something',
  obliges: 'owes something',
  preempts: 'lets somebody go first',
  equalizes: 'promises terms as good as others have',
  waives: 'gives up a claim',
  records: 'states a fact',
  exception: 'makes an exception',
};
