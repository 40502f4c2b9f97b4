import { TokenKind } from '../../syntax/token-kind.ts';
import type { ArgumentPlace } from '../expected-value.ts';
import type { Place, ValuePlace } from './place.ts';
import {
  type Found,
  INVENTED,
  isAtEnd,
  isKind,
  isOperator,
  isWord,
  listedBehind,
  nameOf,
  passes,
  passPath,
  peek,
  type Reader,
  startsMember,
} from './reader.ts';

/** Whose arguments are read. */
export interface ArgumentOwner {
  readonly owner: ArgumentPlace;
  readonly clauseKind: string | undefined;
}

/** `(name = value, …`, at its parenthesis. */
export function readArguments(reader: Reader, owner: ArgumentOwner): Found {
  reader.at++;
  const given: string[] = [];
  for (;;) {
    if (isAtEnd(reader)) {
      return {
        kind: 'argument',
        ...owner,
        given: [...given, ...givenBehind(reader)],
        hasOperator: isOperator(reader.rest[0]),
        missingComma: missingComma(reader),
      };
    }
    if (passes(reader, TokenKind.CloseParenthesis) || startsMember(reader) || isKind(reader, TokenKind.OpenBrace))
      return undefined;
    const name = peek(reader);
    if (name?.kind !== TokenKind.Name) {
      reader.at++;
    } else if (isOperator(peek(reader, 1))) {
      reader.at += 2;
      given.push(nameOf(name));
      const value = { ...owner, name: nameOf(name), inList: false, afterExcept: false, others: [] };
      const found = readValue(reader, value);
      // On a new line nothing but the comma is missing.
      if (found && !(found.kind === 'after-value' && reader.onNewLine)) return found;
    } else {
      reader.at++;
      if (isAtEnd(reader)) return INVENTED;
    }
  }
}

function missingComma({ tokens }: Reader): number | undefined {
  const last = tokens[tokens.length - 1];
  return last.kind === TokenKind.Comma || last.kind === TokenKind.OpenParenthesis ? undefined : last.end;
}

/** Names of the arguments that follow in the same parentheses. */
function givenBehind({ rest }: Reader): string[] {
  const given: string[] = [];
  let depth = 0;
  for (let i = 0; i < rest.length; i++) {
    const { kind, isFirstOnLine } = rest[i];
    if (kind === TokenKind.OpenBracket || kind === TokenKind.OpenParenthesis) {
      if (i > 1 && rest[i - 1].isFirstOnLine) break;
      depth++;
    } else if (kind === TokenKind.CloseBracket || kind === TokenKind.CloseParenthesis) depth--;
    else if (kind === TokenKind.OpenBrace || kind === TokenKind.CloseBrace || kind === TokenKind.Quote) break;
    else if (kind === TokenKind.Name && isFirstOnLine && rest[i + 1]?.kind === TokenKind.OpenParenthesis) break;
    else if (kind === TokenKind.Name && depth === 0 && i > 0 && isOperator(rest[i + 1])) given.push(nameOf(rest[i]));
    else if (kind === TokenKind.Name && depth === 0 && i === 0 && rest[0].isFirstOnLine && isOperator(rest[1]))
      given.push(nameOf(rest[0]));
    if (depth < 0) break;
  }
  return given;
}

type Value = Omit<ValuePlace, 'kind'>;

/** A value, up to where it is complete or the cursor stands. */
export function readValue(reader: Reader, value: Value): Found {
  if (isAtEnd(reader)) return { kind: 'value', ...value };
  const found = readSum(reader, value);
  if (found) return found;
  if (isWord(reader, 'except')) {
    reader.at++;
    return readValue(reader, { ...value, afterExcept: true });
  }
  return isAtEnd(reader) && isComplete(reader) ? { kind: 'after-value', ...value } : undefined;
}

/** Whether the last token can end a value. */
function isComplete({ tokens }: Reader): boolean {
  const last = tokens[tokens.length - 1]?.kind;
  return last !== TokenKind.Comma && last !== TokenKind.CloseParenthesis;
}

function readSum(reader: Reader, value: Value): Found {
  const found = readPrimary(reader, value);
  if (found) return found;
  while (isKind(reader, TokenKind.Plus) || isKind(reader, TokenKind.Minus)) {
    reader.at++;
    if (isAtEnd(reader)) return INVENTED;
    if (!passes(reader, TokenKind.Number)) break;
    if (isAtEnd(reader)) return unitOf(value, true);
    if (isKind(reader, TokenKind.Name)) reader.at++;
  }
  return undefined;
}

const unitOf = ({ owner, clauseKind, name, type }: Value, isDuration: boolean): Place => ({
  kind: 'unit',
  owner,
  clauseKind,
  name,
  isDuration,
  ...(type === undefined ? {} : { type }),
});

function readPrimary(reader: Reader, value: Value): Found {
  const token = peek(reader);
  switch (token?.kind) {
    case TokenKind.Name:
      if (isWord(reader, 'earlier', 'later') && peek(reader, 1)?.text === 'of') {
        reader.at += 2;
        return isKind(reader, TokenKind.OpenBracket) ? readList(reader, value) : isAtEnd(reader) ? INVENTED : undefined;
      }
      passPath(reader);
      return undefined;
    case TokenKind.OpenBracket:
    // A set in braces or parentheses is a mistake that says what it means.
    case TokenKind.OpenBrace:
    case TokenKind.OpenParenthesis:
      return readList(reader, value);
    case TokenKind.Number:
    case TokenKind.NumberWithSuffix:
      return readNumber(reader, value);
    case TokenKind.DotDot:
    case TokenKind.String:
    case TokenKind.Date:
    case TokenKind.Month:
      reader.at++;
      passes(reader, TokenKind.Number);
      return undefined;
    default:
      return undefined;
  }
}

function readNumber(reader: Reader, value: Value): Found {
  reader.at++;
  if (isAtEnd(reader)) return unitOf(value, false);
  if (passes(reader, TokenKind.Percent)) return undefined;
  if (passes(reader, TokenKind.DotDot)) {
    passes(reader, TokenKind.Number);
    return undefined;
  }
  if (isKind(reader, TokenKind.Name) && !isWord(reader, 'except') && !isOperator(peek(reader, 1))) reader.at++;
  return undefined;
}

/** `[a, b`, at its bracket. */
function readList(reader: Reader, value: Value): Found {
  reader.at++;
  const others: string[] = [];
  for (;;) {
    if (isAtEnd(reader)) {
      return { kind: 'value', ...value, inList: true, others: [...value.others, ...others, ...listedBehind(reader)] };
    }
    const token = peek(reader);
    switch (token?.kind) {
      case TokenKind.CloseBracket:
      case TokenKind.CloseParenthesis:
      case TokenKind.CloseBrace:
        reader.at++;
        return undefined;
      case TokenKind.Comma:
        reader.at++;
        break;
      case TokenKind.Name:
        // `[US, scope = …`: the list was not closed.
        if (isOperator(peek(reader, 1)) || startsMember(reader)) return undefined;
        others.push(nameOf(token));
        break;
      case TokenKind.Quote:
        return undefined;
      default:
    }
    if (token?.kind === TokenKind.Comma) continue;
    const before = reader.at;
    const found = readValue(reader, { ...value, inList: true, others: [...value.others, ...others] });
    if (found) return found;
    if (reader.at === before) reader.at++;
  }
}
