import type { PairVerdict } from '../conflicts/pair.ts';
import type { Clause, Model, Reference } from '../model/model.ts';
import { resolveReference } from '../model/references.ts';
import type { Analysis } from '../portfolio/check.ts';
import { shortName } from '../rules/clause-reference.ts';
import { pairFinding } from '../rules/pair-finding.ts';
import { endOf, startOf } from '../syntax/tree.ts';
import type { Span } from '../text/span.ts';
import { clauseAt } from './clause-at.ts';
import { meetingsOf } from './pairs-of-clause.ts';
import { versionsOf } from './portfolio-symbol.ts';
import { symbolAt } from './symbol-at.ts';

/** A clause among those that bear on each other. */
export interface ClauseItem {
  /** `deal.label`, or `deal.kind` where it has no label. */
  readonly name: string;
  /** Its kind, and the title of its deal. */
  readonly detail: string;
  readonly file: string;
  readonly span: Span;
  /** The label, or else the kind; within `span`. */
  readonly selection: Span;
  /** Tells the clause in any later analysis. */
  readonly key: string;
}

/** That one clause bears on another. */
export interface ClauseCall {
  /** The other clause. */
  readonly item: ClauseItem;
  /** How, in words. */
  readonly why: string;
  /** Where the clause that bears on the other says so: its reference to it, or its name. */
  readonly spans: readonly Span[];
}

/** The clause that is named at an offset, or else the one that the offset lies in. */
export function prepareClauseCalls(analysis: Analysis, path: string, offset: number): ClauseItem | undefined {
  const named = symbolAt(analysis, path, offset)?.symbol;
  const clause = named?.kind === 'clause' ? named.clause : clauseAt(analysis.model, path, offset);
  return clause && itemOf(clause);
}

/** The clauses that a clause collides with, takes the place of, waives, is subject to or goes before. */
export function outgoing(analysis: Analysis, item: ClauseItem): readonly ClauseCall[] {
  const clause = clauseOf(analysis.model, item.key);
  if (!clause) return [];
  return [...collisions(analysis, clause, 'outgoing'), ...statedBy(analysis, clause)].map(({ to, why, span }) => ({
    item: itemOf(to),
    why,
    spans: [span],
  }));
}

/** The clauses that collide with a clause, take its place, waive it, are subject to it or go before it. */
export function incoming(analysis: Analysis, item: ClauseItem): readonly ClauseCall[] {
  const { model } = analysis;
  const clause = clauseOf(model, item.key);
  if (!clause) return [];
  const stated = model.clauses.filter(speaksOfOthers).flatMap((other) => statedBy(analysis, other));
  const replaced = replacements(analysis, clause).flatMap((newer) => statedBy(analysis, newer));
  const about = [...new Set([...stated, ...replaced])].filter(({ to }) => to === clause);
  return [...collisions(analysis, clause, 'incoming'), ...distinct(about)].map(({ from, why, span }) => ({
    item: itemOf(from),
    why,
    spans: [span],
  }));
}

/** One clause bears on another; the span lies in the file of `from`. */
interface Bearing {
  readonly from: Clause;
  readonly to: Clause;
  readonly why: string;
  readonly span: Span;
}

function distinct(bearings: readonly Bearing[]): Bearing[] {
  const seen = new Map(bearings.map((one) => [`${one.from.name} ${one.why} ${one.span.start}`, one]));
  return [...seen.values()];
}

const itemOf = (clause: Clause): ClauseItem => ({
  name: clause.name,
  detail: clause.deal.title === undefined ? clause.kind.name : `${clause.kind.name} · ${clause.deal.title}`,
  file: clause.deal.file,
  span: { start: startOf(clause.deal.tree, clause.node), end: endOf(clause.deal.tree, clause.node) },
  selection: clause.span,
  key: clause.name,
});

function clauseOf(model: Model, key: string): Clause | undefined {
  const deal = model.dealsByName.get(key.slice(0, key.indexOf('.')));
  return deal?.clauses.find(({ name }) => name === key);
}

const TOLD: readonly PairVerdict['verdict'][] = ['conflict', 'disputed', 'depends'];

/** A collision is one of both clauses, whichever is looked at; the worst come first. */
function collisions(analysis: Analysis, clause: Clause, direction: 'incoming' | 'outgoing'): Bearing[] {
  return meetingsOf(analysis, clause)
    .filter(({ other, pair }) => other !== clause && TOLD.includes(pair.verdict))
    .map(({ other, pair, finding }) => {
      const [from, to] = direction === 'outgoing' ? [clause, other] : [other, clause];
      const message = (finding ?? pairFinding(pair))?.message;
      return { from, to, why: message === undefined ? pair.verdict : `${pair.verdict}: ${message}`, span: from.span };
    });
}

const speaksOfOthers = ({ subjectTo, notwithstanding, of }: Clause): boolean =>
  of !== undefined || subjectTo.length > 0 || notwithstanding.length > 0;

/** What a clause says of others, and which it replaces. */
function statedBy(analysis: Analysis, clause: Clause): Bearing[] {
  const { model } = analysis;
  const name = shortName(clause);
  const told = (reference: Reference, why: (to: Clause) => string): Bearing[] =>
    namedClauses(model, clause, reference)
      .filter((to) => to !== clause)
      .map((to) => ({ from: clause, to, why: why(to), span: reference.span }));
  const waives = clause.kind.effects.includes('waives');
  const replaced = versionsOf(model, clause).filter(
    (older) => older !== clause && replacements(analysis, older).includes(clause),
  );
  return [
    ...(clause.of ? told(clause.of, (to) => `${name} ${waives ? 'waives' : 'is about'} ${shortName(to)}`) : []),
    ...clause.subjectTo.flatMap((one) => told(one, (to) => `${name} is subject to ${shortName(to)}`)),
    ...clause.notwithstanding.flatMap((one) => told(one, (to) => `${shortName(to)} yields to ${name}`)),
    ...replaced.map((to) => ({
      from: clause,
      to,
      why: `${clause.name} takes the place of ${to.name}`,
      span: clause.span,
    })),
  ];
}

/** The clauses that a reference means: all versions of one, or all of a deal. */
function namedClauses(model: Model, { deal }: Clause, reference: Reference): readonly Clause[] {
  const target = resolveReference(model, reference.path, deal);
  switch (target.kind) {
    case 'clause':
      return versionsOf(model, target.clause);
    case 'deal':
      return target.deal.clauses;
    case 'unknown':
      return [];
  }
}

/** The clauses that take a clause's place: among deals that exist, and the drafts that they themselves stand in. */
function replacements({ model, docket }: Analysis, clause: Clause): readonly Clause[] {
  const versions = versionsOf(model, clause);
  if (versions.length < 2) return [];
  const drafts = versions.map(({ deal }) => deal).filter(({ status }) => status === 'draft');
  const found = new Set<Clause>();
  for (const deal of new Set([clause.deal, ...drafts])) {
    for (const { by } of docket.timesIn(deal).replacementsOf(clause)) found.add(by);
  }
  return [...found];
}
