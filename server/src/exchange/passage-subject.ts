import type { Model } from '../model/model.ts';

/** Words behind the one who promises: "Acme shall not …", "Acme hereby grants …". */
const PROMISES =
  '(?:,[^,;.]{1,80},)?\\s+(?:hereby\\s+)?(?:shall|will|must|may\\s+not|agrees?|undertakes?|covenants?|grants?|licen[cs]es|appoints?|assigns?|waives?|warrants?|commits?|promises?|has\\s+contracted|has\\s+agreed)\\b';

/**
 * The declared party with whose name a passage starts, where the words behind it make it the one who promises. By its name
 * as it is declared; undefined where it is not plain.
 */
export function promisorIn(passage: string, { terms }: Model): string | undefined {
  const text = passage.replace(/\s+/g, ' ').trim();
  const found = new Set<string>();
  for (const { dimension, name, title } of terms) {
    // A deal's own party means nothing in another deal.
    if (dimension !== 'party' || name.includes('.')) continue;
    for (const words of new Set([title, name, name.replaceAll('_', ' ')])) {
      if (words !== undefined && startsPromise(text, words)) found.add(name);
    }
  }
  return found.size === 1 ? [...found][0] : undefined;
}

function startsPromise(text: string, words: string): boolean {
  if (!text.startsWith(words)) return false;
  return new RegExp(`^${PROMISES}`, 'u').test(text.slice(words.length));
}
