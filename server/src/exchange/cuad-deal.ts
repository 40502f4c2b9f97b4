import type { PreparedSource } from '../evidence/prepare-source.ts';
import { prepareSource } from '../evidence/prepare-source.ts';
import type { Kind } from '../model/model.ts';
import { codePointsOf } from './code-points.ts';
import type { CuadAnswer, CuadContract, CuadPassage } from './cuad-contract.ts';
import { partyKey, readCuadHeader } from './cuad-header.ts';
import { kindForCategory } from './cuad-kinds.ts';
import { settleQuote } from './settle-quote.ts';
import { statedArguments } from './stated-arguments.ts';
import { nameFor } from './term-names.ts';
import { HOW_TO_READ, isUnread, UNNAMED_PARTIES, UNREAD_TERM, unreadArgument } from './unread-clauses.ts';
import { composeFile, folded, stringText, type WrittenClause, type WrittenQuote } from './written-deal.ts';

/** What the portfolio has already that the new deals join. */
export interface Surroundings {
  /** The standard library's kinds, and the portfolio's. */
  readonly kinds: ReadonlyMap<string, Kind>;
  /** Declared parties by {@link partyKey} of name and title. */
  readonly parties: ReadonlyMap<string, string>;
  /** Names of deals that are taken. Grows. */
  readonly deals: Set<string>;
}

export interface ImportedDeal {
  /** Below the folder of the import, with `/`. */
  readonly files: readonly { readonly path: string; readonly text: string }[];
  readonly name: string;
  readonly clauses: number;
  readonly quotes: number;
  /** Passages that the contract's text does not have: they stand in comments. */
  readonly notFound: number;
}

/** A clause before it is merged with those that quote the same passage. */
interface Annotated {
  readonly clause: WrittenClause;
  readonly category: string;
  /** UTF-16 offset of its passage, after everything else where that is unknown. */
  readonly start: number;
  readonly found: boolean;
}

/**
 * A contract of CUAD as a deal that quotes its text. What the annotations do not say (who promises, about what) is not
 * made up: a clause that would bind somebody holds only while its state `unread` does, so that it takes part in no verdict
 * until its reader has completed it.
 */
export function cuadDeal(contract: CuadContract & { readonly text: string }, around: Surroundings): ImportedDeal {
  const name = nameFor(contract.title.toLowerCase(), around.deals, 'contract');
  around.deals.add(name);
  const source = `texts/${name}.txt`;
  const header = readCuadHeader(contract);
  const parties = declareParties(header.parties, around.parties);
  const annotated = clausesOf(contract, around.kinds, parties.byKey);
  const clauses = labelled(merged(annotated));
  const isAnyUnread = clauses.some(isUnread);
  const text = composeFile(
    [],
    [
      {
        comments: [`CUAD annotations of ${contract.title}.`, ...(isAnyUnread ? [HOW_TO_READ] : [])],
        name,
        ...(header.title === undefined ? {} : { title: header.title }),
        arguments: [
          ...(parties.names.length > 1
            ? [['by', `[${parties.names.join(', ')}]`] as const]
            : UNNAMED_PARTIES.arguments),
          ...(header.from === undefined ? [] : [['from', header.from] as const]),
          ...(header.until === undefined ? [] : [['until', header.until] as const]),
          ...(header.signed === undefined ? [] : [['signed', header.signed] as const]),
          ...(header.law === undefined ? [] : [['law', header.law] as const]),
          ['source', stringText(source)],
        ],
        terms: [
          ...(parties.names.length > 1 ? parties.declarations : UNNAMED_PARTIES.terms),
          ...(isAnyUnread ? [UNREAD_TERM] : []),
        ],
        clauses,
      },
    ],
  );
  return {
    name,
    files: [
      { path: `${name}.deal`, text },
      { path: source, text: contract.text },
    ],
    clauses: clauses.length,
    quotes: clauses.reduce((sum, { quotes }) => sum + quotes.length, 0),
    notFound: annotated.filter(({ found }) => !found).length,
  };
}

/** Names for the parties of a contract: the portfolio's where it has them, else the deal's own. */
function declareParties(fullNames: readonly string[], known: ReadonlyMap<string, string>) {
  const names: string[] = [];
  const declarations: string[] = [];
  const byKey = new Map<string, string>();
  for (const fullName of fullNames) {
    const declared = known.get(partyKey(fullName));
    const name = declared ?? nameFor(fullName, new Set(names), 'party');
    if (declared === undefined)
      declarations.push(name === fullName ? `party ${name}` : `party ${name} ${stringText(fullName)}`);
    if (!names.includes(name)) names.push(name);
    byKey.set(partyKey(fullName), name);
  }
  return { names, declarations, byKey };
}

function clausesOf(
  contract: CuadContract & { readonly text: string },
  kinds: ReadonlyMap<string, Kind>,
  parties: ReadonlyMap<string, string>,
): readonly Annotated[] {
  const source = prepareSource(contract.text, 'text');
  const codePoints = codePointsOf(contract.text);
  return contract.answers.flatMap((answer) => {
    const one = (passage: CuadPassage) => annotated(answer, passage, source, codePoints.offsetOf, kinds);
    return answer.category === 'Parties'
      ? togetherAsParties(answer.passages.map(one), parties)
      : answer.passages.map(one);
  });
}

function annotated(
  { category, stated, passages }: CuadAnswer,
  { pieces, start }: CuadPassage,
  source: PreparedSource,
  offsetOf: (codePoints: number) => number,
  kinds: ReadonlyMap<string, Kind>,
): Annotated {
  const passage = pieces.map(folded).join(' ');
  const { kind, arguments: chosen } = kindForCategory(category, passage);
  const declared = kinds.get(kind);
  const settled = settleQuote(source, pieces, start === undefined ? undefined : offsetOf(start));
  const read = declared === undefined ? [] : statedArguments(declared, passage, { century: true, dollar: 'USD' });
  const own = kind === 'document' ? [['title', stringText(passage)] as const] : [];
  const answer = stated !== undefined && passages.length === 1 && !/^(?:yes|no)$/i.test(stated) ? [stated] : [];
  return {
    category,
    start: settled?.spans[0].start ?? Number.POSITIVE_INFINITY,
    found: settled !== undefined,
    clause: {
      comments: [
        ...answer.map((words) => `Their answer: ${words}`),
        ...(settled === undefined ? [`Not found in the text: “${pieces.map(folded).join(' [...] ')}”`] : []),
      ],
      quotes: settled === undefined ? [] : [settled.quote],
      kind,
      arguments: [...own, ...chosen, ...read, ...unreadArgument(declared)],
    },
  };
}

/** All names, roles and phrases of the parties make one clause with a quote each. */
function togetherAsParties(found: readonly Annotated[], parties: ReadonlyMap<string, string>): readonly Annotated[] {
  if (found.length === 0) return [];
  const quotes = new Map<string, WrittenQuote>();
  const inOrder = [...found].sort((a, b) => a.start - b.start);
  for (const { clause } of inOrder) for (const quote of clause.quotes) quotes.set(JSON.stringify(quote), quote);
  const names = [...new Set(parties.values())];
  return [
    {
      ...inOrder[0],
      found: found.every((one) => one.found),
      clause: {
        comments: [...new Set(inOrder.flatMap(({ clause }) => clause.comments ?? []))],
        quotes: [...quotes.values()],
        kind: 'parties',
        arguments: names.length > 1 ? [['members', `[${names.join(', ')}]`]] : [],
      },
    },
  ];
}

/** Clauses of one kind that quote the same passage are one, with what each category says. In the order of the text. */
function merged(
  annotated: readonly Annotated[],
): readonly (WrittenClause & { readonly categories: readonly string[] })[] {
  const groups = new Map<string, Annotated[]>();
  for (const [index, one] of annotated.entries()) {
    const { kind, quotes } = one.clause;
    const key =
      quotes.length === 0 ? `${index}` : JSON.stringify([kind, quotes.map(({ pieces }) => pieces.map(folded))]);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  const rank = ({ category }: Annotated): number => FIRST.indexOf(category) + (FIRST.includes(category) ? 0 : 100);
  return [...groups.values()]
    .sort(([a], [b]) => rank(a) - rank(b) || Math.sign(a.start - b.start) || 0)
    .map((group) => {
      const categories = [...new Set(group.map(({ category }) => category))];
      const values = new Map(group.flatMap(({ clause }) => clause.arguments));
      return {
        ...group[0].clause,
        comments: [`CUAD: ${categories.join(', ')}`, ...new Set(group.flatMap(({ clause }) => clause.comments ?? []))],
        arguments: [...values].sort(([a], [b]) => Number(a === 'while') - Number(b === 'while')),
        categories,
      };
    });
}

/** What is about the whole document comes before what stands in it. */
const FIRST = ['Document Name', 'Parties', 'Agreement Date', 'Effective Date', 'Expiration Date'];

/** Each with a label made of its category: `license_grant`, `license_grant_2`. */
function labelled(
  clauses: readonly (WrittenClause & { readonly categories: readonly string[] })[],
): readonly WrittenClause[] {
  const taken = new Set<string>();
  return clauses.map(({ categories, ...clause }) => {
    const label = nameFor(categories[0].toLowerCase(), taken, 'clause');
    taken.add(label);
    return { ...clause, label };
  });
}
