import { TokenKind } from '../../syntax/token-kind.ts';
import type { Place } from './place.ts';
import { readNames, readTerms } from './read-terms.ts';
import { readArguments } from './read-values.ts';
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

/** A deal, at its first word. */
export function readDeal(reader: Reader): Found {
  reader.at++;
  if (isAtEnd(reader)) return INVENTED;
  if (!isKind(reader, TokenKind.Name)) return undefined;
  reader.deal = nameOf(reader.tokens[reader.at++]);
  passes(reader, TokenKind.String);
  for (;;) {
    if (isAtEnd(reader)) return { kind: 'deal-tail' };
    if (passes(reader, TokenKind.OpenBrace)) return readBlock(reader, false);
    const found = readDealTail(reader);
    if (found === 'unknown') {
      reader.deal = undefined;
      return undefined;
    }
    if (found) return found;
  }
}

function readDealTail(reader: Reader): Found | 'unknown' {
  if (isKind(reader, TokenKind.OpenParenthesis)) {
    return readArguments(reader, { owner: 'header', clauseKind: undefined });
  }
  if (!isWord(reader, 'amends', 'supersedes', 'terminates')) return 'unknown';
  const takes = isWord(reader, 'terminates') ? 'both' : 'deals';
  reader.at++;
  if (isAtEnd(reader)) return { kind: 'reference', takes, others: reader.deal === undefined ? [] : [reader.deal] };
  passPath(reader);
  return undefined;
}

/** Clauses and terms up to the brace that closes them. */
function readBlock(reader: Reader, inClause: boolean): Found {
  for (;;) {
    if (isAtEnd(reader)) return memberPlace(reader, inClause, false);
    if (startsFileDeclaration(reader)) {
      reader.deal = undefined;
      return undefined;
    }
    if (passes(reader, TokenKind.CloseBrace)) {
      if (!inClause) reader.deal = undefined;
      return undefined;
    }
    const found = readMember(reader, inClause);
    if (found) return found;
  }
}

const memberPlace = ({ rest }: Reader, inClause: boolean, isLabelled: boolean): Place => ({
  kind: 'member',
  inClause,
  isLabelled,
  hasArguments: rest[0]?.kind === TokenKind.OpenParenthesis,
});

/** A clause, an exception or a term, or a token that belongs to none. */
export function readMember(reader: Reader, inClause: boolean): Found {
  if (!isKind(reader, TokenKind.Name)) {
    reader.at++;
    return undefined;
  }
  switch (peek(reader, 1)?.kind) {
    case TokenKind.Colon:
      reader.at += 2;
      if (isAtEnd(reader)) return memberPlace(reader, inClause, true);
      return isKind(reader, TokenKind.Name) && !startsLine(reader) ? readClause(reader) : undefined;
    case TokenKind.OpenParenthesis:
    case TokenKind.OpenBrace:
      return readClause(reader);
    case TokenKind.Name:
      return readTerms(reader, false);
    default:
      reader.at++;
      return isAtEnd(reader) && !reader.onNewLine ? INVENTED : undefined;
  }
}

/** Behind a label a new line starts the next clause. */
const startsLine = (reader: Reader): boolean =>
  peek(reader)?.isFirstOnLine === true && isKind(reader, TokenKind.Colon, 1);

/** A clause or an exception, at its kind or at `except`. */
function readClause(reader: Reader): Found {
  const word = reader.tokens[reader.at++];
  const isException = word.text === 'except';
  const clauseKind = isException ? undefined : nameOf(word);
  if (isKind(reader, TokenKind.OpenParenthesis)) {
    const found = readArguments(reader, { owner: isException ? 'exception' : 'clause', clauseKind });
    if (found) return found;
  } else if (isAtEnd(reader)) return INVENTED;
  return readTails(reader);
}

function readTails(reader: Reader): Found {
  for (;;) {
    if (isAtEnd(reader)) return reader.onNewLine ? undefined : { kind: 'clause-tail' };
    if (passes(reader, TokenKind.OpenBrace)) return readBlock(reader, true);
    if (isWord(reader, 'except') && !isKind(reader, TokenKind.Colon, 1)) {
      const found = readExceptions(reader);
      if (found) return found;
    } else if (isWord(reader, 'subject', 'notwithstanding')) {
      const found = readPrecedence(reader);
      if (found) return found;
    } else return undefined;
  }
}

function readExceptions(reader: Reader): Found {
  do {
    reader.at++;
    if (isAtEnd(reader)) return INVENTED;
    if (!isKind(reader, TokenKind.OpenParenthesis)) return undefined;
    const found = readArguments(reader, { owner: 'exception', clauseKind: undefined });
    if (found) return found;
  } while (isKind(reader, TokenKind.Comma));
  return undefined;
}

function readPrecedence(reader: Reader): Found {
  const isSubject = isWord(reader, 'subject');
  reader.at++;
  if (isSubject) {
    if (isAtEnd(reader)) return { kind: 'words', words: ['to'] };
    if (isWord(reader, 'to')) reader.at++;
  }
  return readNames(reader, { kind: 'reference', takes: 'both', others: [] });
}
