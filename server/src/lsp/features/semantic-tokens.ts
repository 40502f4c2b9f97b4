import type {
  SemanticTokens,
  SemanticTokensDelta,
  SemanticTokensDeltaParams,
  SemanticTokensParams,
  SemanticTokensRangeParams,
} from 'vscode-languageserver';
import { type SemanticToken, semanticTokens } from '../../editor/semantic-tokens.ts';
import { TOKEN_MODIFIERS, TOKEN_TYPES } from '../../editor/token-legend.ts';
import type { Lines } from '../lines.ts';
import type { Resource } from '../resource.ts';
import { type FilePlace, spanIn } from './place.ts';

/** Five numbers a token, each relative to the one before: see the protocol. */
type Encoded = number[];

export interface TokensFeature {
  readonly full: (place: FilePlace, params: SemanticTokensParams) => SemanticTokens;
  readonly delta: (place: FilePlace, params: SemanticTokensDeltaParams) => SemanticTokens | SemanticTokensDelta;
  readonly range: (place: FilePlace, params: SemanticTokensRangeParams) => SemanticTokens;
  readonly forget: (resource: Resource) => void;
}

/** Keeps what it has last said of each open file, to say only what is different. */
export function createTokens(): TokensFeature {
  const given = new Map<Resource, { readonly resultId: string; readonly data: Encoded }>();
  let last = 0;
  const give = (place: FilePlace): SemanticTokens & { resultId: string } => {
    const data = encode(semanticTokens(place.analysis, place.path), place.lines);
    const tokens = { resultId: String(++last), data };
    given.set(place.portfolio.resourceOf(place.path), tokens);
    return tokens;
  };
  return {
    full: give,
    delta: (place, { previousResultId }) => {
      const before = given.get(place.portfolio.resourceOf(place.path));
      const tokens = give(place);
      if (before === undefined || before.resultId !== previousResultId) return tokens;
      return { resultId: tokens.resultId, edits: difference(before.data, tokens.data) };
    },
    range: (place, { range }) => ({
      data: encode(semanticTokens(place.analysis, place.path, spanIn(place, range)), place.lines),
    }),
    forget: (resource) => {
      given.delete(resource);
    },
  };
}

const TYPE_NUMBERS: ReadonlyMap<string, number> = new Map(TOKEN_TYPES.map((type, index) => [type, index]));
const MODIFIER_BITS: ReadonlyMap<string, number> = new Map(
  TOKEN_MODIFIERS.map((modifier, index) => [modifier, 1 << index]),
);

function encode(tokens: readonly SemanticToken[], lines: Lines): Encoded {
  const data: Encoded = [];
  let [line, character] = [0, 0];
  for (const { span, type, modifiers } of tokens) {
    const start = lines.positionAt(span.start);
    const bits = modifiers.reduce((all, modifier) => all | (MODIFIER_BITS.get(modifier) ?? 0), 0);
    const ahead = start.line === line ? start.character - character : start.character;
    data.push(start.line - line, ahead, span.end - span.start, TYPE_NUMBERS.get(type) ?? 0, bits);
    ({ line, character } = start);
  }
  return data;
}

/** One edit from the first number that differs to the last. */
function difference(before: Encoded, after: Encoded): SemanticTokensDelta['edits'] {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let tail = 0;
  while (tail < shorter - start && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  const deleteCount = before.length - tail - start;
  const data = after.slice(start, after.length - tail);
  if (deleteCount === 0 && data.length === 0) return [];
  return [{ start, deleteCount, ...(data.length === 0 ? {} : { data }) }];
}
