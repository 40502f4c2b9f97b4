import type { PreparedSource } from '../../evidence/prepare-source.ts';
import { nameFor } from '../../exchange/term-names.ts';
import { UNNAMED_PARTIES } from '../../exchange/unread-clauses.ts';
import { composeFile, stringText, type WrittenClause } from '../../exchange/written-deal.ts';
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
  const textWith = (parties: Parties, one: WrittenClause): string =>
    composeFile(
      [],
      [
        {
          name,
          arguments: [...parties.arguments, ['source', stringText(written)]],
          terms: parties.terms,
          clauses: [one],
        },
      ],
    );
  const text = textWith(UNNAMED_PARTIES, statedClause(clause));
  const declared = declaredTerms(model, 'party', undefined);
  const named = termsNamed(declared, contract.original);
  const parties = partiesNamed(named, clause) ?? UNNAMED_PARTIES;
  const choices = [...new Set([...named, ...declared.map((party) => party.name)])];
  const snippet = dealSnippet(textWith(parties, fullClause(clause)), parties, choices, clause);
  return {
    edits: [],
    creates: [{ path, text }],
    cursor: { file: path, offset: text.lastIndexOf(')') },
    ...(snippet === undefined ? {} : { snippet: { file: path, offset: 0, text: snippet } }),
  };
}

/** Who deals, as arguments of the header, and the deal's own declarations of them. */
interface Parties {
  readonly arguments: readonly (readonly [name: string, value: string])[];
  readonly terms: readonly string[];
}

/** Where the contract names two parties of the portfolio, they are proposed, who promises in the passage first. */
function partiesNamed(named: readonly string[], { given }: ClauseInMaking): Parties | undefined {
  if (named.length !== 2) return undefined;
  const promisor = new Map(given).get('by');
  const [by, to] = promisor === named[1] ? [named[1], named[0]] : named;
  return {
    arguments: [
      ['by', by],
      ['to', to],
    ],
    terms: [],
  };
}

/**
 * First who deals, then what the clause leaves open, then the rest. Who deals is chosen among the parties of the portfolio; in
 * one without any they are named here, and what the deal declares changes with them.
 */
function dealSnippet(
  text: string,
  parties: Parties,
  choices: readonly string[],
  clause: ClauseInMaking,
): string | undefined {
  const spans = argumentSpans(text);
  if (spans === undefined) return undefined;
  const header = parties.arguments.flatMap(([argument, value], index): readonly Stop[] => {
    const span = spans.header.values.get(argument);
    const others = choices.filter((choice) => choice !== value);
    return span === undefined ? [] : [{ span, number: index + 1, choices: others }];
  });
  const own = clauseStops(spans.clause, clause, header.length + 1);
  const last = header.length + own.length;
  return snippetOf(text, [...header, ...own, ...(choices.length > 0 ? [] : declarationStops(text, parties, last))]);
}

/** The names that the deal declares, which change with the header's, and at last what they are called in full. */
const declarationStops = (text: string, parties: Parties, last: number): readonly Stop[] =>
  parties.arguments.flatMap(([, name], index): readonly Stop[] => {
    const declaration = parties.terms[index] ?? '';
    const at = text.indexOf(declaration);
    if (declaration === '' || at < 0) return [];
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
