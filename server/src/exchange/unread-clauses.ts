import { type Kind, onlyRecords } from '../model/model.ts';

/**
 * What is written of a passage before anybody has said whom it binds and to what. It is bound to no verdict: the clause
 * holds only while the state {@link UNREAD} does, and that is presumed never to.
 */
const UNREAD = 'unread';

/** The state, declared in the deal whose clauses name it. */
export const UNREAD_TERM = `state ${UNREAD} "What the clause covers is still to be written" presumed no`;

/** For the comment above a deal with such clauses. */
export const HOW_TO_READ =
  'A clause that holds `while = unread` takes part in no verdict yet: say who promises (`by`) whom (`to`) what, then delete `while = unread`.';

/** The argument that keeps a clause out of every verdict; none where its kind only records. */
export function unreadArgument(kind: Kind | undefined): readonly (readonly [name: string, value: string])[] {
  return kind && onlyRecords(kind) ? [] : [['while', UNREAD]];
}

export const isUnread = ({
  arguments: given,
}: {
  readonly arguments: readonly (readonly [string, string])[];
}): boolean => given.some(([name, value]) => name === 'while' && value === UNREAD);

/** The parties of a deal of which nobody has said who they are, as header arguments and as its own terms. */
export const UNNAMED_PARTIES = {
  arguments: [
    ['by', 'promisor'],
    ['to', 'promisee'],
  ],
  terms: [
    'party promisor "The one who promises: still to be named"',
    'party promisee "The other side: still to be named"',
  ],
} as const;
