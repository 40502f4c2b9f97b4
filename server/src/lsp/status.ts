import type { Finding } from '../rules/finding.ts';
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
  const { model, summary } = portfolio.analysis();
  const findings = portfolio.isSilent ? [] : portfolio.findings();
  const [file] = portfolio.kind === 'file' ? portfolio.paths() : [];
  const root = file === undefined ? portfolio.root : portfolio.resourceOf(file);
  return {
    ...placeAndDay(root, portfolio.circumstances(), spellings),
    busy: isBusy,
    ...(problem === undefined ? {} : { problem }),
    files: summary.files,
    deals: summary.deals,
    clauses: summary.clauses,
    verdicts: verdictsIn(findings),
    severities: severitiesIn(findings),
    notChecked: summary.notChecked,
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
  verdicts: verdictsIn([]),
  severities: severitiesIn([]),
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

function verdictsIn(findings: readonly Finding[]): StatusParams['verdicts'] {
  const counts = { conflict: 0, disputed: 0, depends: 0, nearMiss: 0 };
  for (const { verdict } of findings) {
    switch (verdict) {
      case 'conflict':
      case 'disputed':
      case 'depends':
        counts[verdict]++;
        break;
      case 'near miss':
        counts.nearMiss++;
        break;
      case 'clear':
      case undefined:
        break;
      default:
        verdict satisfies never;
    }
  }
  return counts;
}

function severitiesIn(findings: readonly Finding[]): StatusParams['severities'] {
  const counts = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const { severity } of findings) counts[severity]++;
  return counts;
}
