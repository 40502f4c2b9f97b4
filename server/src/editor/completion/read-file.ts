import { TokenKind } from '../../syntax/token-kind.ts';
import type { Place } from './place.ts';
import { readDeal, readMember } from './read-clauses.ts';
import { readTerms } from './read-terms.ts';
import { readValue } from './read-values.ts';
import {
  type Found,
  INVENTED,
  isAtEnd,
  isKind,
  isWord,
  nameOf,
  passes,
  passPath,
  peek,
  type Reader,
  startsFileDeclaration,
} from './reader.ts';

/** Reads everything in front of the cursor. */
export function readFile(reader: Reader): Place {
  for (;;) {
    if (isAtEnd(reader)) return { kind: 'declaration' };
    const before = reader.at;
    const found = readDeclaration(reader);
    if (found) return found;
    if (reader.at === before) reader.at++;
  }
}

function readDeclaration(reader: Reader): Found {
  const token = peek(reader);
  if (token?.kind !== TokenKind.Name) return undefined;
  switch (peek(reader, 1)?.kind) {
    case TokenKind.Name:
    case undefined:
      return readByWord(reader, token.text);
    case TokenKind.OpenParenthesis:
    case TokenKind.Colon:
      // A clause outside any deal is understood as one.
      return readMember(reader, false);
    default:
      return undefined;
  }
}

function readByWord(reader: Reader, word: string): Found {
  switch (word) {
    case 'deal':
      return readDeal(reader);
    case 'reading':
      return readReading(reader);
    case 'expect':
      return readExpectation(reader);
    case 'kind':
      return readKind(reader);
    case 'dimension':
      return readDimension(reader);
    default:
      return readTerms(reader, false);
  }
}

function readReading(reader: Reader): Found {
  reader.at++;
  if (isAtEnd(reader)) return INVENTED;
  reader.at++;
  passes(reader, TokenKind.String);
  if (isAtEnd(reader)) return reader.onNewLine ? undefined : INVENTED;
  if (!passes(reader, TokenKind.OpenBrace)) return undefined;
  for (;;) {
    if (isAtEnd(reader)) return { kind: 'reading' };
    if (passes(reader, TokenKind.CloseBrace) || startsFileDeclaration(reader)) return undefined;
    const before = reader.at;
    const found = isKind(reader, TokenKind.Name) ? readTerms(reader, true) : undefined;
    if (found) return found;
    if (reader.at === before) reader.at++;
  }
}

const CLAUSE: Place & { readonly kind: 'reference' } = { kind: 'reference', takes: 'clauses', others: [] };

/** `expect verdict between A and B under R`, or `expect clear A`. */
function readExpectation(reader: Reader): Found {
  reader.at++;
  if (isAtEnd(reader)) return { kind: 'verdict' };
  const isClear = isWord(reader, 'clear');
  const isNear = isWord(reader, 'near');
  reader.at++;
  if (isNear) {
    if (isAtEnd(reader)) return { kind: 'words', words: ['miss'] };
    if (isWord(reader, 'miss')) reader.at++;
  }
  if (isAtEnd(reader)) return isClear ? { ...CLAUSE, words: ['between'] } : { kind: 'words', words: ['between'] };
  if (!isWord(reader, 'between')) {
    if (isClear) passPath(reader);
    return undefined;
  }
  reader.at++;
  if (isAtEnd(reader)) return CLAUSE;
  const first = passPath(reader);
  if (isAtEnd(reader)) return { kind: 'words', words: ['and'] };
  if (!isWord(reader, 'and')) return undefined;
  reader.at++;
  if (isAtEnd(reader)) return { ...CLAUSE, others: [first] };
  passPath(reader);
  if (isAtEnd(reader)) return reader.onNewLine ? undefined : { kind: 'words', words: ['under'] };
  if (!isWord(reader, 'under')) return undefined;
  reader.at++;
  if (isAtEnd(reader)) return { kind: 'reading-name' };
  reader.at++;
  return undefined;
}

function readDimension(reader: Reader): Found {
  reader.at++;
  if (isAtEnd(reader)) return INVENTED;
  reader.at++;
  if (isAtEnd(reader)) return { kind: 'words', words: ['who', 'what', 'where'] };
  if (!isWord(reader, 'who', 'what', 'where')) return undefined;
  reader.at++;
  if (isAtEnd(reader)) return reader.onNewLine ? undefined : { kind: 'words', words: ['number'] };
  if (isWord(reader, 'number')) reader.at++;
  passes(reader, TokenKind.String);
  return undefined;
}

/** `kind NAME effect, effect (name: type = value, …)` */
function readKind(reader: Reader): Found {
  reader.at++;
  if (isAtEnd(reader)) return INVENTED;
  reader.at++;
  do {
    if (isAtEnd(reader)) return { kind: 'effect' };
    if (isKind(reader, TokenKind.Name)) reader.at++;
  } while (passes(reader, TokenKind.Comma));
  if (isAtEnd(reader)) return reader.onNewLine ? undefined : INVENTED;
  if (!passes(reader, TokenKind.OpenParenthesis)) return undefined;
  for (;;) {
    if (isAtEnd(reader)) return { kind: 'parameter' };
    if (passes(reader, TokenKind.CloseParenthesis) || startsFileDeclaration(reader)) return undefined;
    const found = readParameter(reader);
    if (found) return found;
  }
}

function readParameter(reader: Reader): Found {
  if (!isKind(reader, TokenKind.Name)) {
    reader.at++;
    return undefined;
  }
  const name = nameOf(reader.tokens[reader.at++]);
  if (isAtEnd(reader)) return INVENTED;
  if (!passes(reader, TokenKind.Colon)) return undefined;
  if (isAtEnd(reader)) return { kind: 'type' };
  const type = passPath(reader);
  if (isAtEnd(reader)) return INVENTED;
  if (!passes(reader, TokenKind.Equals)) return undefined;
  const value = { owner: 'clause', clauseKind: undefined, inList: false, afterExcept: false, others: [] } as const;
  return readValue(reader, { ...value, name, type });
}
