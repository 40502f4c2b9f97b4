import { resolvePath } from '../model/bind-deals.ts';
import type { Analysis } from '../portfolio/check.ts';
import {
  childOfKind,
  childrenOf,
  endOf,
  kindOf,
  type NodeIndex,
  NodeKind,
  startOf,
  type Tree,
} from '../syntax/tree.ts';
import { argumentValue, nameText, stringValue } from '../syntax/values.ts';
import type { Span } from '../text/span.ts';
import { treeOf } from './tree-of.ts';

export interface DocumentLink {
  /** The path as written, without its quotation marks. */
  readonly span: Span;
  /** Relative to the portfolio's root, with `/`; or an absolute web address. */
  readonly target: string;
  readonly tooltip: string;
}

const WEB_ADDRESS = /^https?:\/\//i;
/** Of an address other than the web's, or a drive. */
const SCHEME = /^[a-z][a-z0-9+.-]*:/i;

/** The sources that the deals of a file name. A path that leads out of the portfolio is no link: it is never read either. */
export function documentLinks({ model }: Analysis, path: string): readonly DocumentLink[] {
  const tree = treeOf(model, path);
  if (!tree) return [];
  return childrenOf(tree, 0)
    .filter((node) => kindOf(tree, node) === NodeKind.Deal)
    .flatMap((deal) => sourcesOf(tree, deal))
    .flatMap((string) => linkTo(tree, path, string) ?? []);
}

/** The strings that a deal's header gives as its source. */
function sourcesOf(tree: Tree, deal: NodeIndex): NodeIndex[] {
  const header = childOfKind(tree, deal, NodeKind.Arguments);
  if (header < 0) return [];
  return childrenOf(tree, header)
    .filter((node) => kindOf(tree, node) === NodeKind.Argument && nameText(tree, node + 1) === 'source')
    .map((argument) => argumentValue(tree, argument))
    .filter((value) => value >= 0 && kindOf(tree, value) === NodeKind.String);
}

function linkTo(tree: Tree, file: string, string: NodeIndex): DocumentLink | undefined {
  const written = stringValue(tree, string);
  const target = targetOf(file, written);
  if (target === undefined) return undefined;
  const start = startOf(tree, string) + 1;
  const span = { start, end: Math.min(start + written.length, endOf(tree, string)) };
  return { span, target, tooltip: "Open the contract's text" };
}

function targetOf(file: string, written: string): string | undefined {
  if (WEB_ADDRESS.test(written)) return written;
  if (written.trim() === '' || SCHEME.test(written)) return undefined;
  const target = resolvePath(file, written.replaceAll('\\', '/'));
  return target === '' || target.startsWith('/') || target.startsWith('../') ? undefined : target;
}
