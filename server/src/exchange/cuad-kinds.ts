/** A clause's kind, and what its category or words say for certain of its arguments. */
export interface KindChoice {
  readonly kind: string;
  readonly arguments: readonly (readonly [name: string, value: string])[];
}

/** Kinds by words of the passage, the first that fits; the last one has none. */
type Choices = readonly (readonly [kind: string, words?: RegExp])[];

/** `exclusive`, but not where it is denied: `non-exclusive`, `nonexclusive`. */
const EXCLUSIVE = /(?<!non-?\s?|not\s)\bexclusive(?:ly)?\b/i;
const LICENSE: Choices = [
  ['sole_license', /\bsole\s+licen[cs]e/i],
  [
    'exclusive_license',
    new RegExp(`${EXCLUSIVE.source}[\\s\\S]*\\blicen[cs]|\\blicen[cs][\\s\\S]*${EXCLUSIVE.source}`, 'i'),
  ],
  ['license'],
];

/** For each category of CUAD the kinds of the standard library that annotate it; each kind's documentation names it. */
const CHOICES: Readonly<Record<string, Choices>> = {
  'Document Name': [['document']],
  Parties: [['parties']],
  'Agreement Date': [['agreement_date']],
  'Effective Date': [['effective_date']],
  'Expiration Date': [['expiration']],
  'Renewal Term': [['renewal']],
  'Notice Period to Terminate Renewal': [['renewal']],
  'Governing Law': [['governing_law']],
  'Most Favored Nation': [['mfn']],
  'Non-Compete': [['noncompete']],
  Exclusivity: [
    ['requirements', /\b(?:all|its|entire)\s+(?:of\s+its\s+)?requirements\b/i],
    ['exclusive_distribution', /\b(?:exclusive|sole)[\s\w,]{0,40}\bdistribut(?:or|ion|e)\b/i],
    ['sole_license', /\bsole\s+licen[cs]e/i],
    ['exclusive_license', LICENSE[1][1]],
    [
      'exclusive_dealing',
      /\b(?:purchase|buy|obtain|order|source)\b[\s\S]*\b(?:exclusively|solely|only)\b[\s\S]*\bfrom\b/i,
    ],
    ['exclusive'],
  ],
  'No-Solicit of Customers': [['no_solicit_customers']],
  'Competitive Restriction Exception': [['consent']],
  'No-Solicit of Employees': [['no_solicit_employees']],
  'Non-Disparagement': [['no_disparagement']],
  'Termination for Convenience': [['termination_right']],
  'Rofr/Rofo/Rofn': [
    ['rofr', /\bfirst\s+(?:right\s+of\s+)?refusal\b/i],
    ['rofo', /\bfirst\s+(?:right\s+(?:of|to)\s+)?offer\b/i],
    ['rofn', /\bfirst\s+(?:right\s+(?:of|to)\s+)?negotiat/i],
    ['option', /\boptions?\b/i],
    ['rofr'],
  ],
  'Change of Control': [['change_of_control']],
  'Anti-Assignment': [['no_assignment']],
  'Revenue/Profit Sharing': [['revenue_share']],
  'Price Restrictions': [['price_restriction']],
  'Minimum Commitment': [
    ['requirements', /\b(?:all|its|entire)\s+(?:of\s+its\s+)?requirements\b/i],
    ['minimum', /\b(?:minimum|at\s+least|no\s+(?:less|fewer)\s+than)\b/i],
    ['purchase', /\b(?:purchase|buy)\b/i],
    ['commit'],
  ],
  'Volume Restriction': [['volume_limit']],
  'IP Ownership Assignment': [['assign_ip']],
  'Joint IP Ownership': [['joint_ip']],
  'License Grant': LICENSE,
  'Non-Transferable License': LICENSE.slice(1),
  'Affiliate License-Licensor': LICENSE.slice(1),
  'Affiliate License-Licensee': LICENSE.slice(1),
  'Unlimited/All-You-Can-Eat-License': [['license']],
  'Irrevocable or Perpetual License': LICENSE.slice(1),
  'Source Code Escrow': [['escrow']],
  'Post-Termination Services': [
    ['sell_off', /\bsell(?:ing)?[\s-]off\b|\b(?:sell|dispose)\b[\s\S]*\b(?:inventor|stock|remaining)/i],
    ['transition_services'],
  ],
  'Audit Rights': [['allow_audit']],
  'Uncapped Liability': [['uncapped_liability']],
  'Cap on Liability': [['liability_cap']],
  'Liquidated Damages': [['liquidated_damages']],
  'Warranty Duration': [['warrant']],
  Insurance: [['insure']],
  'Covenant Not to Sue': [['no_challenge']],
  'Third Party Beneficiary': [['beneficiary']],
};

/** What a category says by itself. */
const STATED: Readonly<Record<string, KindChoice['arguments']>> = {
  'Non-Transferable License': [['transferable', 'no']],
  'Unlimited/All-You-Can-Eat-License': [['unlimited', 'yes']],
  'Termination for Convenience': [['convenience', 'yes']],
};

/** The kind for a passage of a category of CUAD. */
export function kindForCategory(category: string, passage: string): KindChoice {
  const choices = CHOICES[category];
  const [kind] = choices.find(([, words]) => words === undefined || words.test(passage)) ?? choices[choices.length - 1];
  return { kind, arguments: [...(STATED[category] ?? []), ...fromWords(category, passage)] };
}

function fromWords(category: string, passage: string): KindChoice['arguments'] {
  if (category !== 'Irrevocable or Perpetual License') return [];
  return [
    ...(/(?<!not\s+)\birrevocabl[ey]\b/i.test(passage) ? [['irrevocable', 'yes'] as const] : []),
    ...(/(?<!non-|not\s+)\bperpetual(?:ly)?\b/i.test(passage) ? [['until', 'perpetual'] as const] : []),
  ];
}

/** Every kind that a category may become. */
export const kindsForCategory = (category: string): readonly string[] => [
  ...new Set((CHOICES[category] ?? []).map(([kind]) => kind)),
];
