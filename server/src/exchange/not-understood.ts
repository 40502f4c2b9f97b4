/** What was given cannot be taken in: why, and what would help, in one sentence for the user. */
export interface NotUnderstood {
  readonly problem: string;
}

export const isNotUnderstood = (read: unknown): read is NotUnderstood =>
  typeof read === 'object' && read !== null && 'problem' in read;
