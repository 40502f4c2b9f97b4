import type { Circumstances } from './circumstances.ts';
import { eventsOf, readingsOf } from './declared.ts';
import type { Portfolio } from './portfolio.ts';
import type { StatusParams } from './protocol.ts';
import type { Resource } from './resource.ts';
import type { Spellings } from './spellings.ts';

export interface StatusInput {
  readonly portfolio: Portfolio;
  readonly isBusy: boolean;
  readonly problem: string | undefined;
}

/** How a portfolio is doing. */
export function statusOf({ portfolio, isBusy, problem }: StatusInput, spellings: Spellings): StatusParams {
  const { model } = portfolio.analysis();
  const [file] = portfolio.kind === 'file' ? portfolio.paths() : [];
  const root = file === undefined ? portfolio.root : portfolio.resourceOf(file);
  return {
    ...placeAndDay(root, portfolio.circumstances(), spellings),
    busy: isBusy,
    ...(problem === undefined ? {} : { problem }),
    ...portfolio.counts(),
    notChecked: portfolio.notChecked(),
    readings: readingsOf(model),
    events: eventsOf(model),
  };
}

/** Of a folder that is being read for the first time. */
export const firstStatus = (root: Resource, circumstances: Circumstances, spellings: Spellings): StatusParams => ({
  ...placeAndDay(root, circumstances, spellings),
  busy: true,
  files: 0,
  deals: 0,
  clauses: 0,
  verdicts: { conflict: 0, disputed: 0, depends: 0, nearMiss: 0 },
  severities: { error: 0, warning: 0, information: 0, hint: 0 },
  notChecked: [],
  readings: [],
  events: [],
});

const placeAndDay = (root: Resource, { asOf, asOfFrom, assume, reading }: Circumstances, spellings: Spellings) => ({
  root: spellings.uriOf(root),
  name: root.slice(root.lastIndexOf('/') + 1),
  asOf,
  asOfFrom,
  assume,
  ...(reading === undefined ? {} : { reading }),
});
