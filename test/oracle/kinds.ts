/**
 * The clause kinds the oracle uses, from the table of language.md §6. `act` is the preset; where the document names
 * none, it is `exploit`.
 */
export type Effect = 'permits' | 'excludes' | 'forbids' | 'obliges' | 'preempts' | 'equalizes' | 'waives';

export interface Kind {
  readonly effects: readonly Effect[];
  /** Absent: every act (waivers). */
  readonly act?: readonly string[];
  /** What silence about `self` means (§7): the promisor is ruled out too, is not, or nobody has said. */
  readonly silentSelf: 'yes' | 'no' | 'undecided';
  /** `exclusive` alone: naming a *who*, and neither `to` nor `with` itself, it only excludes (§7). */
  readonly permitsUnlessHolderNamed?: boolean;
}

const kind = (
  effects: readonly Effect[],
  act: readonly string[] | undefined = ['exploit'],
  silentSelf: Kind['silentSelf'] = 'yes',
): Kind => ({
  effects,
  act,
  silentSelf,
});

export const KINDS: Readonly<Record<string, Kind>> = {
  grant: kind(['permits']),
  license: kind(['permits']),
  host: kind(['permits'], ['host']),
  distribute: kind(['permits'], ['distribute']),
  resell: kind(['permits'], ['distribute']),
  exclusive: { ...kind(['permits', 'excludes']), permitsUnlessHolderNamed: true },
  exclusive_license: kind(['permits', 'excludes']),
  exclusive_distribution: kind(['permits', 'excludes'], undefined, 'undecided'),
  assign_ip: kind(['permits', 'excludes'], ['exploit', 'assign']),
  sole_license: kind(['permits', 'excludes'], ['exploit'], 'no'),
  requirements: kind(['excludes']),
  exclusive_dealing: kind(['excludes']),
  prohibit: kind(['forbids']),
  noncompete: kind(['forbids']),
  commit: kind(['obliges']),
  purchase: kind(['obliges'], ['buy']),
  deliver: kind(['obliges'], ['supply']),
  rofr: kind(['preempts']),
  mfn: kind(['equalizes']),
  waiver: { effects: ['waives'], silentSelf: 'yes' },
  consent: { effects: ['waives'], silentSelf: 'yes' },
};
