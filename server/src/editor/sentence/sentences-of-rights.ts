import { termsNamedIn } from '../../terms/set-expression.ts';
import { withArticle } from '../words.ts';
import type { Sentence } from './sentence.ts';
import { blank, flag, hasPresetAct, parameter, saidOf, type Telling } from './telling.ts';
import {
  against,
  holdersOnly,
  holdingDimensions,
  holdings,
  insiders,
  isHolderUnread,
  keepsNobodyOut,
  outsiders,
  selfOf,
  whyUndecided,
} from './telling-holder.ts';
import { promisee, promisor, verb } from './telling-parties.ts';
import { deed, object, scopeWords, setting } from './telling-region.ts';

const promises = (telling: Telling): string =>
  `${promisor(telling)} ${verb(telling, 'promises', 'promise')} ${promisee(telling)}`;

/** "OpenAI lets Amazon host the runtime on Bedrock." */
export const permission: Sentence = (telling) =>
  `${promisor(telling)} ${verb(telling, 'lets', 'let')} ${promisee(telling)} ${deed(telling)}${setting(telling)}`;

/** A permission with a word of its own where the kind's act is the one it presets: "resell". */
const permissionTo =
  (word: string): Sentence =>
  (telling) =>
    hasPresetAct(telling)
      ? `${promisor(telling)} ${verb(telling, 'lets', 'let')} ${promisee(telling)} ${word} ${object(telling)}${setting(telling)}`
      : permission(telling);

const license: Sentence = (telling) =>
  `${promisor(telling)} ${verb(telling, 'grants', 'grant')} ${promisee(telling)} ${withArticle(licenceWords(telling, ''))} to ${deed(telling)}${setting(telling)}`;

const sublicense: Sentence = (telling) => {
  const granted = `${promisor(telling)} ${verb(telling, 'grants', 'grant')} ${promisee(telling)} ${withArticle(licenceWords(telling, 'sub'))}`;
  return hasPresetAct(telling)
    ? `${granted} of ${object(telling)}${setting(telling)}`
    : `${granted} to ${deed(telling)}${setting(telling)}`;
};

const sellOff: Sentence = (telling) => {
  if (!hasPresetAct(telling)) return permission(telling);
  const stock = scopeWords(telling);
  const what =
    stock === undefined ? 'what it has in stock or on order' : `what it has of ${stock} in stock or on order`;
  return `${promisor(telling)} ${verb(telling, 'lets', 'let')} ${promisee(telling)} sell off ${what}${setting(telling)}`;
};

/** "transferable, royalty-free licence": what a licence says of itself. */
function licenceWords(telling: Telling, prefix: string): string {
  const adjectives: string[] = [];
  for (const [name, yes, no] of LICENCE_FLAGS) {
    if (!telling.clause.kind.parameters.has(name)) continue;
    const value = flag(telling, name);
    if (telling.unread.has(name)) adjectives.push(blank(`${name} not readable`));
    else if (value !== undefined) adjectives.push(value ? yes : no);
  }
  return [adjectives.join(', '), `${prefix}licence`].filter((word) => word !== '').join(' ');
}

const LICENCE_FLAGS: readonly (readonly [name: string, yes: string, no: string])[] = [
  ['transferable', 'transferable', 'non-transferable'],
  ['irrevocable', 'irrevocable', 'revocable'],
  ['unlimited', 'unlimited', 'limited'],
  ['royalty_free', 'royalty-free', 'royalty-bearing'],
];

/** What is granted to the holder alone: "gives", "the exclusive right", "to". */
interface Grant {
  readonly gives: (telling: Telling) => string;
  readonly right: (telling: Telling) => string;
}

/** A right that is reserved for the grantee, or for whom or what the clause names as its holder. */
const reserved =
  (grant: Grant, plain: Grant): Sentence =>
  (telling) => {
    if (isHolderUnread(telling)) return unreadable(telling);
    if (!telling.effects.includes('permits')) return exclusion(telling);
    if (holdings(telling).length === 0) {
      return `${promisor(telling)} ${grant.gives(telling)} ${promisee(telling)} ${grant.right(telling)}, ${against(telling)} to ${deed(telling)}${setting(telling)}`;
    }
    const granted = `${promisor(telling)} ${plain.gives(telling)} ${promisee(telling)} ${plain.right(telling)} to ${deed(telling)}${permittedSetting(telling)}`;
    if (keepsNobodyOut(telling)) return `${granted}, and keeps nobody out, since any will do`;
    return `${granted}, and ${verb(telling, 'promises', 'promise')} ${ownAbstention(telling)}`;
  };

/** An exclusivity of which it cannot be read for whom or what it is. */
const unreadable: Sentence = (telling) =>
  `${promises(telling)} an exclusivity, for whom or what is not readable: to ${deed(telling)}${setting(telling)}`;

/** In a grant to one of those who share a right, the party dealt with is that one. */
function permittedSetting(telling: Telling): string {
  const { clause } = telling;
  const shares = saidOf(telling, 'with');
  const named = shares === 'nothing' || shares === 'unreadable' ? [] : termsNamedIn(shares);
  const isOneOfThem = clause.to.flatMap(termsNamedIn).some((party) => named.includes(party));
  return setting(telling, { without: isOneOfThem ? ['with'] : [] });
}

/** "neither to do so itself nor to let others do so on any cloud but Azure". */
const ownAbstention = (telling: Telling): string =>
  abstention(telling, {
    own: (kept) => `neither to do so itself nor to let others do so${kept}`,
    others: (kept) => `do so${kept}`,
  });

/** What is kept from; both take what is kept out: " on any cloud but Azure", or nothing where it is told by parties. */
interface Abstained {
  readonly own: (kept: string) => string;
  readonly others: (kept: string) => string;
}

/** What the promisor keeps from, and keeps others from. */
function abstention(telling: Telling, { own, others }: Abstained): string {
  const holders = holdersOnly(telling);
  const self = selfOf(telling);
  if (holders === undefined && self === 'yes') return own(outsiders(telling));
  const nobody =
    holders === undefined
      ? `to let nobody ${others(outsiders(telling))}`
      : `to let nobody but ${holders} ${others('')}`;
  switch (self) {
    case 'yes':
      return `${nobody}, and not to do so itself`;
    case 'no':
      return `${nobody}, without having to refrain from it itself`;
    case 'undecided':
      return `${nobody} (whether it must itself refrain from it ${whyUndecided(telling)})`;
  }
}

/** "OpenAI promises Microsoft not to host the API on any cloud but Azure, nor to let others do so." */
export const exclusion: Sentence = (telling) => {
  if (isHolderUnread(telling)) return unreadable(telling);
  const one = promises(telling);
  const elsewhere = { without: holdingDimensions(telling) };
  if (keepsNobodyOut(telling)) {
    const inside = insiders(telling);
    return `${one} an exclusivity that keeps nobody out, since it holds ${inside}: to ${deed(telling)}${setting(telling, elsewhere)}`;
  }
  // What is done comes first, then who is kept out, then where.
  const what = deed(telling);
  const told = abstention(telling, {
    own: (kept) => `not to ${what}${kept}${setting(telling, elsewhere)}, nor to let others do so`,
    others: (kept) => `${what}${kept}${setting(telling, elsewhere)}`,
  });
  return `${one} ${told}`;
};

const gives = (telling: Telling): string => verb(telling, 'gives', 'give');
const grants = (telling: Telling): string => verb(telling, 'grants', 'grant');
const aRight: Grant = { gives, right: () => 'the right' };
const aLicence: Grant = { gives: grants, right: (telling) => withArticle(licenceWords(telling, '')) };

export const exclusiveRight = reserved({ gives, right: () => 'the exclusive right' }, aRight);

const assignment: Sentence = (telling) => {
  if (!hasPresetAct(telling) || holdings(telling).length > 0) return exclusiveRight(telling);
  const what = scopeWords(telling) ?? 'its intellectual property [scope not named]';
  const transferred = `${promisor(telling)} ${verb(telling, 'transfers', 'transfer')} ${what} to ${promisee(telling)}`;
  return `${transferred}, who alone, ${against(telling)} may exploit it in any way and assign it${setting(telling)}`;
};

/** "Foundry promises Mine to get all its requirements of ore from Mine, and not to buy ore from anybody else." */
const requirements: Sentence = (telling) => {
  const share = parameter(telling, 'share');
  if (isHolderUnread(telling)) return unreadable(telling);
  const one = promises(telling);
  const needs = `its requirements of ${object(telling)}`;
  const without = holdingDimensions(telling);
  if (!telling.effects.includes('excludes') || telling.unread.has('share'))
    return `${one} to meet ${share} of ${needs}${setting(telling, { without })} ${insiders(telling)}`;
  const all = `${one} to meet all ${needs}${setting(telling, { without })} ${insiders(telling)}`;
  return `${all}, that is, not to ${deed(telling)}${outsiders(telling)}`;
};

const dealing: Sentence = (telling) => {
  if (isHolderUnread(telling)) return unreadable(telling);
  const without = holdingDimensions(telling);
  return `${promises(telling)} to deal ${insiders(telling)} alone, that is, not to ${deed(telling)}${outsiders(telling)}${setting(telling, { without })}, nor to let others do so`;
};

export const SENTENCES_OF_RIGHTS: Readonly<Record<string, Sentence>> = {
  grant: permission,
  license,
  sublicense,
  host: permission,
  distribute: permission,
  resell: permissionTo('resell'),
  sell_off: sellOff,
  exclusive: exclusiveRight,
  exclusive_license: reserved(
    { gives: grants, right: (telling) => withArticle(`exclusive ${licenceWords(telling, '')}`) },
    aLicence,
  ),
  sole_license: reserved(
    { gives: grants, right: (telling) => withArticle(`sole ${licenceWords(telling, '')}`) },
    aLicence,
  ),
  exclusive_distribution: reserved(
    { gives: (telling) => verb(telling, 'appoints', 'appoint'), right: () => 'as its exclusive distributor' },
    aRight,
  ),
  assign_ip: assignment,
  requirements,
  exclusive_dealing: dealing,
};
