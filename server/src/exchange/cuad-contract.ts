/** A contract with the answers of CUAD's annotators (Contract Understanding Atticus Dataset), in whichever form they came. */
export interface CuadContract {
  /** The contract's name in the data set: that of its file without the ending. */
  readonly title: string;
  /** Its text, where the form holds it. */
  readonly text?: string;
  readonly answers: readonly CuadAnswer[];
}

/** What was found for one category. */
export interface CuadAnswer {
  /** As CUAD spells it; see {@link CUAD_CATEGORIES}. */
  readonly category: string;
  readonly passages: readonly CuadPassage[];
  /** The annotators' own words for it: `9/7/1999`, `New York`. */
  readonly stated?: string;
}

export interface CuadPassage {
  /** Several where words between them were left out. */
  readonly pieces: readonly string[];
  /** Where it starts in the text, in Unicode code points; absent where the form does not say. */
  readonly start?: number;
}

/** The 41 categories of CUAD v1. */
export const CUAD_CATEGORIES: readonly string[] = [
  'Document Name',
  'Parties',
  'Agreement Date',
  'Effective Date',
  'Expiration Date',
  'Renewal Term',
  'Notice Period to Terminate Renewal',
  'Governing Law',
  'Most Favored Nation',
  'Non-Compete',
  'Exclusivity',
  'No-Solicit of Customers',
  'Competitive Restriction Exception',
  'No-Solicit of Employees',
  'Non-Disparagement',
  'Termination for Convenience',
  'Rofr/Rofo/Rofn',
  'Change of Control',
  'Anti-Assignment',
  'Revenue/Profit Sharing',
  'Price Restrictions',
  'Minimum Commitment',
  'Volume Restriction',
  'IP Ownership Assignment',
  'Joint IP Ownership',
  'License Grant',
  'Non-Transferable License',
  'Affiliate License-Licensor',
  'Affiliate License-Licensee',
  'Unlimited/All-You-Can-Eat-License',
  'Irrevocable or Perpetual License',
  'Source Code Escrow',
  'Post-Termination Services',
  'Audit Rights',
  'Uncapped Liability',
  'Cap on Liability',
  'Liquidated Damages',
  'Warranty Duration',
  'Insurance',
  'Covenant Not to Sue',
  'Third Party Beneficiary',
];

const keyOf = (category: string): string => category.toLowerCase().replace(/[^a-z]/g, '');
const byKey = new Map(CUAD_CATEGORIES.map((category) => [keyOf(category), category]));

/** A category as CUAD v1 spells it, whatever the letter case and spaces; undefined for any other words. */
export const cuadCategory = (written: string): string | undefined => byKey.get(keyOf(written));

/** `A<omitted>B`: the pieces of a passage with words left out. None is empty. */
export const piecesOf = (quote: string): readonly string[] =>
  quote
    .split('<omitted>')
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');
