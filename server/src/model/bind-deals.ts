import { childOfKind, kindOf, type NodeIndex, NodeKind, nextOf } from '../syntax/tree.ts';
import { declaredName, nameText, stringValue } from '../syntax/values.ts';
import type { SetExpression, TermId } from '../terms/set-expression.ts';
import { bindArguments, emptyArguments } from './bind-arguments.ts';
import {
  type BodyContext,
  BoundClause,
  hasError,
  mergeMeasures,
  mergeValues,
  referencesOf,
  timeIn,
} from './bound-clause.ts';
import { type BindContext, type FileContext, report, type Scopes, spanOf } from './context.ts';
import { type Clause, type Deal, FEW_CLAUSES, firstByLabel } from './model.ts';
import { kindBehindLabel, kindOverTerm, reportKindOverTerm, reportUnknownKind } from './unknown-kinds.ts';

/** A deal whose header is read and whose clauses are still to be bound. */
export interface DealDraft {
  readonly file: FileContext;
  readonly node: NodeIndex;
  readonly name: string;
  /** Whether it declares terms of its own. */
  readonly hasTerms: boolean;
  /** Whether it says that it amends others. */
  readonly isAmending: boolean;
  /** What came of it, once its binding has begun. */
  bound: Deal | typeof UNDER_WAY | undefined;
  /** The built-in terms that it names and that are known only because deals do, once it is bound. */
  late: readonly TermId[];
}

export const UNDER_WAY = 'under way';

export interface BindDealsOptions {
  readonly asOf: number;
}

/** Binds a deal's header and clauses. `amended` are the deals that it amends: its header's defaults come from the first. */
export function bindDeal(
  context: BindContext,
  draft: DealDraft,
  index: number,
  amended: readonly Deal[],
  scopes: Scopes,
  options: BindDealsOptions,
): Deal {
  const { file, node, name } = draft;
  const base = amended.length === 0 ? undefined : amended[0];
  const { tree } = file;
  const argumentsNode = childOfKind(tree, node, NodeKind.Arguments);
  const header =
    argumentsNode < 0
      ? emptyArguments('header')
      : bindArguments({ context, file, scopes, place: 'header' }, argumentsNode);
  const nameNode = childOfKind(tree, node, NodeKind.Name);
  const changes = {
    amends: referencesOf(file, node, NodeKind.Amends),
    supersedes: referencesOf(file, node, NodeKind.Supersedes),
    terminates: referencesOf(file, node, NodeKind.Terminates),
  };
  const by = header.by ?? base?.by ?? [];
  // An amendment's promisor is most often that of the deal it amends: of that, something else is wrong.
  if (by.length === 0 && !header.broken && changes.amends.length === 0) {
    report(context, file, nameNode, 'missing-promisor', `the deal \`${name}\` does not say who promises`, {
      help: 'add `by = …` to its header',
    });
  }
  const change = header.from === undefined ? changeIn(changes) : undefined;
  if (change && !header.broken) {
    report(context, file, nameNode, 'amendment', `\`${name}\` ${change} but does not say from when`, {
      help: 'add `from = …` to its header',
    });
  }
  const isUndatedAmendment = changes.amends.length > 0 && header.from === undefined;
  const to = header.to ?? base?.to ?? [];
  const itself = owesItself(by, to);
  if (itself !== undefined && (header.by || header.to)) reportOwingItself(context, file, nameNode, name, itself);
  const title = childOfKind(tree, node, NodeKind.String);
  const deal: Writable<Deal> = {
    index,
    name,
    title: title < 0 ? base?.title : stringValue(tree, title),
    file: file.path,
    tree,
    node,
    span: spanOf(tree, nameNode < 0 ? node : nameNode),
    status: header.status ?? 'signed',
    signed: header.signed,
    by,
    to,
    values: mergeValues(context, header, base?.values),
    measures: mergeMeasures(header, base?.measures),
    from: undefined,
    until: undefined,
    while: header.while ?? base?.while,
    affiliates: header.affiliates ?? base?.affiliates ?? 'silent',
    renews: header.renews ?? base?.renews,
    source: header.source === undefined ? undefined : resolvePath(file.path, header.source),
    ...changes,
    clauses: [],
    ofUnknownKind: NO_CLAUSES,
    byLabel: undefined,
    notYet:
      (header.signed !== undefined && header.signed > options.asOf) ||
      (amended.length > 0 && amended.every(({ notYet }) => notYet)),
    broken:
      header.broken || by.length === 0 || isUndatedAmendment || (argumentsNode >= 0 && hasError(tree, argumentsNode)),
  };
  deal.from = timeIn(deal, header.from);
  deal.until = timeIn(deal, header.until) ?? base?.until;
  if (header.renews && !deal.until && !header.broken) {
    const message = `\`${name}\` has no \`until\`: there is nothing for \`renews\` to renew`;
    const help = 'add `until = …` to its header, or leave `renews` out';
    report(context, file, nameNode, 'invalid-argument', message, { severity: 'warning', help });
  }
  bindBody(context, { file, scopes, deal, kindCounts: undefined, firstByLabel: undefined }, node, undefined);
  return deal;
}

const NO_CLAUSES: readonly string[] = [];

/** "amends `lease`": what a deal does to another. */
function changeIn(changes: Pick<Deal, 'amends' | 'supersedes' | 'terminates'>): string | undefined {
  for (const verb of ['amends', 'supersedes', 'terminates'] as const) {
    const [changed] = changes[verb];
    if (changed) return `${verb} \`${changed.path}\``;
  }
  return undefined;
}

/** A deal before its times, which are of this deal, are put in. */
type Writable<T> = { -readonly [K in keyof T]: T[K] };

function bindBody(context: BindContext, body: BodyContext, node: NodeIndex, parent: BoundClause | undefined): void {
  const { tree } = body.file;
  for (let child = node + 1, end = nextOf(tree, node); child < end; child = nextOf(tree, child)) {
    const kind = kindOf(tree, child);
    if (kind === NodeKind.Clause) bindClause(context, body, child, parent);
    else if (kind === NodeKind.TermDeclaration) {
      const over = kindOverTerm(context, body.file, child, end);
      if (!over) continue;
      reportKindOverTerm(context, body.file, over);
      child = over.clause;
    }
  }
}

function bindClause(context: BindContext, body: BodyContext, node: NodeIndex, parent: BoundClause | undefined): void {
  const { file, deal, scopes } = body;
  const { tree } = file;
  let labelNode = -1;
  let kindNode = -1;
  let argumentsNode = -1;
  let simple = true;
  for (let child = node + 1, end = nextOf(tree, node); child < end; child = nextOf(tree, child)) {
    const kind = kindOf(tree, child);
    if (kind === NodeKind.Label) labelNode = child;
    else if (kind === NodeKind.Name) kindNode = child;
    else if (kind === NodeKind.Arguments) argumentsNode = child;
    else if (kind !== NodeKind.Quote) simple = false;
  }
  if (kindNode < 0) return;
  const kindName = nameText(tree, kindNode);
  let label = labelNode < 0 ? undefined : declaredName(tree, labelNode) || undefined;
  let kind = context.kinds.get(kindName);
  if (!kind) {
    const behindLabel = label === undefined ? kindBehindLabel(context, kindName) : undefined;
    if (!behindLabel) {
      if (!reportUnknownKind(context, file, kindNode, kindName))
        deal.ofUnknownKind = [...deal.ofUnknownKind, `${deal.name}.${label ?? kindName}`];
      if (!simple) bindBody(context, body, node, parent);
      return;
    }
    ({ kind, label } = behindLabel);
  }
  const bound =
    argumentsNode < 0
      ? emptyArguments('clause')
      : bindArguments({ context, file, scopes, place: 'clause', kind }, argumentsNode);
  const clause = new BoundClause(context, body, node, kind, bound, label, parent, simple);
  // Of what the header says once, its clauses are not told again.
  const itself = bound.by || bound.to ? owesItself(clause.by, clause.to) : undefined;
  if (itself !== undefined && itself !== owesItself(deal.by, deal.to)) {
    reportOwingItself(context, file, labelNode < 0 ? kindNode : labelNode, label ?? kindName, itself);
  }
  if (clause.lacksHolder && !bound.broken && !deal.broken) {
    const message = `\`${label ?? kindName}\` excludes all others, and does not say whom it is for`;
    const help = 'add `to = …` to it, or to the header of its deal';
    report(context, file, labelNode < 0 ? kindNode : labelNode, 'invalid-argument', message, { help });
  }
  const namesake = label === undefined ? undefined : firstLabelled(body, label);
  if (namesake) {
    report(
      context,
      file,
      labelNode < 0 ? kindNode : labelNode,
      'duplicate-name',
      `\`${label}\` labels two clauses of \`${deal.name}\``,
      {
        help: 'give one of them another label',
        related: [{ file: file.path, span: namesake.span, message: 'used here first' }],
      },
    );
  }
  deal.clauses.push(clause);
  if (label !== undefined && !namesake) body.firstByLabel?.set(label, clause);
  if (!simple) bindBody(context, body, node, clause);
}

/** The party that promises to itself alone. */
function owesItself(by: readonly SetExpression[], to: readonly SetExpression[]): TermId | undefined {
  if (by.length !== 1 || to.length !== 1) return undefined;
  const [promisor, promisee] = [by[0], to[0]];
  return promisor.kind === 'term' && promisee.kind === 'term' && promisor.term === promisee.term
    ? promisor.term
    : undefined;
}

/** Says that what one party promises is promised to that party alone. */
function reportOwingItself(
  context: BindContext,
  file: FileContext,
  node: NodeIndex,
  name: string,
  itself: TermId,
): void {
  const party = `\`${context.terms[itself].name}\``;
  report(
    context,
    file,
    node,
    'invalid-argument',
    `\`${name}\` is promised by ${party} to ${party}: nobody owes itself`,
    {
      severity: 'warning',
      help: `name another party in \`to\`, or in \`by\` if it is ${party} that it is promised to`,
    },
  );
}

/** The first clause so far with a label. */
function firstLabelled(body: BodyContext, label: string): Clause | undefined {
  const { clauses } = body.deal;
  if (clauses.length <= FEW_CLAUSES) return clauses.find((clause) => clause.label === label);
  body.firstByLabel ??= firstByLabel(clauses);
  return body.firstByLabel.get(label);
}

/** A path relative to a file, as one relative to the portfolio's root; `..` is resolved where it can be. */
export function resolvePath(file: string, relative: string): string {
  if (relative.startsWith('/') || /^[A-Za-z]:/.test(relative)) return relative;
  const parts = file.split('/').slice(0, -1);
  for (const part of relative.split('/')) {
    if (part === '..' && parts.length > 0 && parts[parts.length - 1] !== '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}
