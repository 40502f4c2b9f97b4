import { childOfKind, childrenOf, kindOf, NodeKind, nextOf, type Tree } from '../syntax/tree.ts';
import { nameText } from '../syntax/values.ts';

/** Which files speak of which deals: what one of them says may change what another means. */
export interface Mentions {
  /** Files that deals tie together with those given, themselves included: each speaks of a deal of another. */
  readonly tiedTo: (paths: Iterable<string>) => Set<string>;
  /** Takes a file in as it is now, without a tree as gone. Returns the files tied to it before or after. */
  readonly update: (path: string, tree: Tree | undefined) => Set<string>;
}

interface Entry {
  readonly tree: Tree;
  /** The deals that it declares, and those that it names. */
  readonly declared: ReadonlySet<string>;
  readonly named: ReadonlySet<string>;
}

export function openMentions(files: Iterable<{ readonly path: string; readonly tree: Tree }>): Mentions {
  const entries = new Map<string, Entry>();
  /** By the name of a deal: the files that declare or name it. */
  const speaking = new Map<string, Set<string>>();
  const declaring = new Map<string, number>();

  const put = (path: string, entry: Entry): void => {
    entries.set(path, entry);
    for (const name of new Set([...entry.declared, ...entry.named])) {
      const known = speaking.get(name);
      if (known) known.add(path);
      else speaking.set(name, new Set([path]));
    }
  };
  const take = (path: string): void => {
    const entry = entries.get(path);
    if (!entry) return;
    entries.delete(path);
    for (const name of [...entry.declared, ...entry.named]) speaking.get(name)?.delete(path);
    for (const name of entry.declared) declaring.set(name, (declaring.get(name) ?? 1) - 1);
  };
  const isDeal = (name: string): boolean => (declaring.get(name) ?? 0) > 0;
  const entryOf = (tree: Tree, declared: ReadonlySet<string>): Entry => ({
    tree,
    declared,
    named: namedIn(tree, isDeal),
  });

  const tiedTo = (paths: Iterable<string>): Set<string> => {
    const tied = new Set(paths);
    for (const path of tied) {
      const entry = entries.get(path);
      if (!entry) continue;
      // A set being walked also visits what is added on the way.
      for (const names of [entry.declared, entry.named])
        for (const name of names) if (isDeal(name)) for (const other of speaking.get(name) ?? []) tied.add(other);
    }
    return tied;
  };

  /** A deal that is new may have been spoken of all along. */
  const lookAgain = (name: string): void => {
    for (const [path, entry] of [...entries]) {
      if (!entry.named.has(name) && entry.tree.text.normalize('NFC').includes(name))
        put(path, entryOf(entry.tree, entry.declared));
    }
  };

  const all = [...files].map(({ path, tree }) => ({ path, tree, declared: declaredIn(tree) }));
  const declare = (names: ReadonlySet<string>): void => {
    for (const name of names) declaring.set(name, (declaring.get(name) ?? 0) + 1);
  };
  for (const { declared } of all) declare(declared);
  for (const { path, tree, declared } of all) put(path, entryOf(tree, declared));

  return {
    tiedTo,
    update: (path, tree) => {
      const before = tiedTo([path]);
      const entry = entries.get(path);
      const known = entry?.declared;
      const declared = tree ? declaredIn(tree) : new Set<string>();
      if (tree && entry && areSame(entry.declared, declared)) {
        const named = namedIn(tree, isDeal);
        if (areSame(entry.named, named)) {
          // What it speaks of is what it spoke of, and so is all that is tied to it.
          entries.set(path, { tree, declared: entry.declared, named: entry.named });
          return before;
        }
      }
      take(path);
      if (!tree) return before;
      const fresh = [...declared].filter((name) => !isDeal(name) && !known?.has(name));
      declare(declared);
      for (const name of fresh) lookAgain(name);
      put(path, entryOf(tree, declared));
      return new Set([...before, ...tiedTo([path])]);
    },
  };
}

const areSame = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  a.size === b.size && [...a].every((one) => b.has(one));

function declaredIn(tree: Tree): Set<string> {
  const names = new Set<string>();
  for (const node of childrenOf(tree, 0)) {
    const name = kindOf(tree, node) === NodeKind.Deal ? childOfKind(tree, node, NodeKind.Name) : -1;
    if (name >= 0) names.add(nameText(tree, name));
  }
  return names;
}

/** The deals that the deals of a file name. What a file expects of others changes none of them. */
function namedIn(tree: Tree, isDeal: (name: string) => boolean): Set<string> {
  const names = new Set<string>();
  for (const deal of childrenOf(tree, 0)) {
    if (kindOf(tree, deal) !== NodeKind.Deal) continue;
    for (let node = deal + 1, end = nextOf(tree, deal); node < end; node++) {
      if (kindOf(tree, node) !== NodeKind.Path) continue;
      const head = nameText(tree, node + 1);
      if (isDeal(head)) names.add(head);
    }
  }
  return names;
}
