import { PARAMETER_TYPES } from '../model/bind-kinds.ts';
import { identifierPartWidth, identifierStartWidth, isName } from '../syntax/characters.ts';
import { RESERVED_WORDS } from '../syntax/reserved-words.ts';
import { LANGUAGE_ARGUMENTS } from './expected-value.ts';
import type { PortfolioSymbol } from './portfolio-symbol.ts';

/** Why a symbol cannot bear a name in any portfolio, and what to do instead; undefined where it can. */
export function nameFault(name: string, symbol: PortfolioSymbol): string | undefined {
  if (!isName(name)) return notAName(name);
  if (WORDS.has(name)) return isAWord(name);
  switch (symbol.kind) {
    case 'term':
      return VALUES.has(name) ? isAWord(name) : undefined;
    case 'dimension':
      if (PARAMETER_TYPES.includes(name)) return `\`${name}\` is already a type of parameter. Choose another name.`;
      return argumentFault(name) ?? (RESERVED_WORDS.has(name) ? isAWord(name) : undefined);
    case 'parameter':
      return argumentFault(name);
    case 'deal':
    case 'clause':
      return name === 'start' || name === 'end' ? isAWord(name) : undefined;
    case 'kind':
    case 'reading':
      return undefined;
  }
}

function argumentFault(name: string): string | undefined {
  if (!LANGUAGE_ARGUMENTS.has(name) && !PARAMETERS_WITH_MEANING.has(name)) return undefined;
  return `\`${name}\` already names an argument of the language. Choose another name.`;
}

/** Words that start a declaration or say what a deal or clause does to others. */
const WORDS: ReadonlySet<string> = new Set(
  'deal reading expect kind dimension except subject notwithstanding amends supersedes terminates'.split(' '),
);

/** Words that stand where a term can: a term of such a name would hide them. */
const VALUES: ReadonlySet<string> = new Set('all worldwide perpetual never start end yes no'.split(' '));

/** Parameters that the checker knows by their names, in whatever kind. */
export const PARAMETERS_WITH_MEANING: ReadonlySet<string> = new Set(
  'self due of share amount quantity per holder issuer'.split(' '),
);

const isAWord = (name: string): string => `\`${name}\` is a word of the language. Choose another name.`;

function notAName(name: string): string {
  const what =
    'Names are letters of any script, digits and underscores, with hyphens inside, and start with a letter or an underscore.';
  if (name === '') return `A name cannot be empty. ${what}`;
  const proposal = asName(name);
  if (proposal === '') return `\`${name}\` is not a name. ${what}`;
  return `\`${name}\` is not a name. ${what} Write \`${proposal}\`; a title in quotation marks behind the declared name may hold any text.`;
}

/** A text with an underscore for each run of what no name can hold; empty where nothing is left. */
function asName(text: string): string {
  let name = '';
  for (let i = 0; i < text.length; ) {
    const width = name === '' ? identifierStartWidth(text, i) : identifierPartWidth(text, i);
    if (width > 0) name += text.slice(i, i + width);
    else if (text[i] === '-' && name !== '') name += '-';
    else if (name !== '' && !name.endsWith('_')) name += '_';
    i += width || 1;
  }
  const trimmed = name
    .replace(/[-_]+$/, '')
    .replace(/-+/g, '-')
    .replace(/[-_]*_[-_]*/g, '_');
  return isName(trimmed) ? trimmed : '';
}
