import { TokenKind } from '../../syntax/token-kind.ts';
import type { Place } from './place.ts';
import {
  type Found,
  INVENTED,
  isAtEnd,
  isKind,
  isWord,
  listedBehind,
  nameOf,
  passes,
  passPath,
  peek,
  type Reader,
  startsMember,
} from './reader.ts';
import type { Token } from './tokens.ts';

/** A declaration of terms, at its dimension. In a reading it speaks of terms that there are. */
export function readTerms(reader: Reader, inReading: boolean): Found {
  const word = reader.tokens[reader.at++];
  const dimension = nameOf(word);
  const names: string[] = [];
  do {
    if (isAtEnd(reader))
      return endsHere(reader, word) ? undefined : inReading ? { kind: 'terms', dimension, others: names } : INVENTED;
    if (!isKind(reader, TokenKind.Name)) return undefined;
    names.push(nameOf(reader.tokens[reader.at++]));
    passes(reader, TokenKind.String);
  } while (passes(reader, TokenKind.Comma));
  return readRelations(reader, dimension, names, word);
}

/** A new line goes on with a declaration only where it is indented deeper. */
const endsHere = (reader: Reader, word: Token): boolean => reader.onNewLine && reader.column <= reader.columnOf(word);

const RELATIONS = ['in', 'overlaps', 'distinct', 'open', 'by', 'under', 'occurred', 'after', 'before', 'presumed'];

function readRelations(reader: Reader, dimension: string, names: readonly string[], word: Token): Found {
  const given: string[] = [];
  for (;;) {
    if (isAtEnd(reader)) return endsHere(reader, word) ? undefined : { kind: 'relation', dimension, given };
    const token = peek(reader);
    if (passes(reader, TokenKind.Equals)) {
      given.push('=');
      const found = readNames(reader, { kind: 'terms', dimension, others: names });
      if (found) return found;
    } else if (token && isWord(reader, ...RELATIONS)) {
      given.push(token.text);
      reader.at++;
      const found = readRelation(reader, token.text, dimension, names);
      if (found) return found;
    } else return undefined;
  }
}

function readRelation(reader: Reader, word: string, dimension: string, names: readonly string[]): Found {
  switch (word) {
    case 'distinct':
      if (isAtEnd(reader)) return { kind: 'words', words: ['from'] };
      if (isWord(reader, 'from')) reader.at++;
      return readNames(reader, { kind: 'terms', dimension, others: names });
    case 'in':
    case 'overlaps':
      return readNames(reader, { kind: 'terms', dimension, others: names });
    case 'by':
      return readNames(reader, { kind: 'terms', dimension: 'party', others: [] });
    case 'under':
      return readUnder(reader, dimension === 'party' ? names : []);
    case 'occurred':
      return readDate(reader, { kind: 'date' });
    case 'after':
    case 'before':
      return readDate(reader, { kind: 'event-or-date', others: names });
    case 'presumed':
      if (isAtEnd(reader)) return { kind: 'words', words: ['yes', 'no'] };
      if (isWord(reader, 'yes', 'no')) reader.at++;
      return undefined;
    default:
      return undefined;
  }
}

function readUnder(reader: Reader, names: readonly string[]): Found {
  const found = readNames(reader, { kind: 'terms', dimension: 'party', others: names });
  if (found) return found;
  if (isAtEnd(reader)) return reader.onNewLine ? undefined : { kind: 'words', words: ['from'] };
  if (!isWord(reader, 'from')) return undefined;
  reader.at++;
  return readDate(reader, { kind: 'date' });
}

function readDate(reader: Reader, place: Place): Found {
  if (isAtEnd(reader)) return place;
  if (isKind(reader, TokenKind.Name)) passPath(reader);
  else reader.at++;
  return undefined;
}

/** A path or a list of paths. */
export function readNames(reader: Reader, place: Extract<Place, { readonly kind: 'terms' | 'reference' }>): Found {
  if (isAtEnd(reader)) return place;
  if (!passes(reader, TokenKind.OpenBracket)) {
    passPath(reader);
    return undefined;
  }
  const others = [...place.others];
  for (;;) {
    if (isAtEnd(reader)) return { ...place, others: [...others, ...listedBehind(reader)] };
    if (passes(reader, TokenKind.CloseBracket) || startsMember(reader)) return undefined;
    if (isKind(reader, TokenKind.Name)) others.push(passPath(reader));
    else reader.at++;
  }
}
