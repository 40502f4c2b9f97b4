import type { PreparedSource } from '../../evidence/prepare-source.ts';
import { nameFor } from '../../exchange/term-names.ts';
import { UNNAMED_PARTIES } from '../../exchange/unread-clauses.ts';
import { composeFile, stringText, type WrittenClause } from '../../exchange/written-deal.ts';
import type { Model } from '../../model/model.ts';
import type { Analysis } from '../../portfolio/check.ts';
import type { AnnotatedPassage } from './annotated-passage.ts';
import { type ClauseInMaking, clauseStops, fullClause, statedClause } from './clause-in-making.ts';
import { declaredTerms, termsNamed } from './declared-terms.ts';
import { baseOf, newDealPlace } from './new-deal-place.ts';
import { argumentSpans, type Stop, snippetOf } from './snippet-stops.ts';

/** A new deal for a contract, in a file of its own, with its first clause. */
export function intoNewDeal(
  { model }: Analysis,
  contract: PreparedSource,
  source: string,
  clause: ClauseInMaking,
): AnnotatedPassage {
  const { path, written } = newDealPlace(model, source);
  const name = nameFor(baseOf(source).toLowerCase(), new Set(model.dealsByName.keys()), 'contract');
  const textWith = (one: WrittenClause): string =>
    composeFile(
      [],
      [
        {
          name,
          arguments: [...UNNAMED_PARTIES.arguments, ['source', stringText(written)]],
          terms: UNNAMED_PARTIES.terms,
          clauses: [one],
        },
      ],
    );
  const text = textWith(statedClause(clause));
  const snippet = dealSnippet(model, contract, textWith(fullClause(clause)), clause);
  return {
    edits: [],
    creates: [{ path, text }],
    cursor: { file: path, offset: text.lastIndexOf(')') },
    ...(snippet === undefined ? {} : { snippet: { file: path, offset: 0, text: snippet } }),
  };
}

/** First who deals, then what the clause leaves open, then the rest. */
function dealSnippet(model: Model, contract: PreparedSource, text: string, clause: ClauseInMaking): string | undefined {
  const spans = argumentSpans(text);
  if (spans === undefined) return undefined;
  const declared = declaredTerms(model, 'party', undefined);
  const choices = [...new Set([...termsNamed(declared, contract.original), ...declared.map(({ name }) => name)])];
  const parties = UNNAMED_PARTIES.arguments.flatMap(([argument], index): readonly Stop[] => {
    const span = spans.header.values.get(argument);
    return span === undefined ? [] : [{ span, number: index + 1, choices }];
  });
  const own = clauseStops(spans.clause, clause, parties.length + 1);
  const last = parties.length + own.length;
  return snippetOf(text, [...parties, ...own, ...(choices.length > 0 ? [] : declarationStops(text, last))]);
}

/** Where no party is declared yet, the deal's own are named with its header; then what they are called in full. */
const declarationStops = (text: string, last: number): readonly Stop[] =>
  UNNAMED_PARTIES.arguments.flatMap(([, name], index): readonly Stop[] => {
    const declaration = UNNAMED_PARTIES.terms[index];
    const at = text.indexOf(declaration);
    if (at < 0) return [];
    const within = (from: number, to: number, number: number): Stop => ({
      span: { start: at + from, end: at + to },
      number,
      choices: [],
    });
    const start = declaration.indexOf(name);
    return [
      within(start, start + name.length, index + 1),
      within(declaration.indexOf('"') + 1, declaration.length - 1, last + index),
    ];
  });
