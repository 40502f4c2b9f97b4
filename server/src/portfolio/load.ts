import type { Finding } from '../rules/finding.ts';
import { fingerprint } from '../rules/fingerprint.ts';
import type { PortfolioFile } from './check.ts';
import { type FileHost, type FolderEntry, isUnreadable, isWithin, joined, type Unreadable } from './file-host.ts';

export const CONFIG_NAME = 'deal.config.json';
export const UNREADABLE_FILE = 'unreadable-file';

export interface LoadOptions {
  /** Absolute, with `/`. */
  readonly root: string;
  /** Whether a path relative to the root is left out; a folder left out is not entered. */
  readonly isExcluded?: (path: string) => boolean;
  /** Also enter folders that have a `deal.config.json` of their own and so are portfolios of their own. */
  readonly enterOtherPortfolios?: boolean;
  /** Called now and then with the number of files read so far. */
  readonly onProgress?: (files: number) => void;
}

export interface LoadedPortfolio {
  /** In the order of the code units of their paths. */
  readonly files: readonly PortfolioFile[];
  /** Findings of `unreadable-file`, in the same order. */
  readonly problems: readonly Finding[];
  /** Folders below the root that are portfolios of their own and were not entered; relative to the root. */
  readonly otherPortfolios: readonly string[];
  /** Links to folders outside of the root, not followed; relative to the root. */
  readonly linksLeftOut: readonly string[];
  /** Why the root itself could not be listed: then there are no files. */
  readonly unreadableRoot?: Unreadable;
}

/** How many files are read in one step. */
const PROGRESS_STEP = 256;

/** Never entered: what tools put there is not the portfolio's own. */
const isSkippedFolder = (name: string): boolean => name === 'node_modules' || name.startsWith('.');

const isDealFile = (name: string): boolean => name.endsWith('.deal') && name !== '.deal';

/**
 * Reads every `.deal` file below a root. A file that cannot be read becomes a finding and costs no other file. Links are
 * followed inside of the root only and no file is read twice, so that a loop of links ends and nothing outside is shown.
 */
export function loadPortfolio(host: FileHost, options: LoadOptions): LoadedPortfolio {
  const steps = loadInSteps(host, options);
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value;
    options.onProgress?.(step.value);
  }
}

/** The same a few files at a time, for callers with other things to do in between. Yields the number of files read so far. */
export function* loadInSteps(host: FileHost, options: LoadOptions): Generator<number, LoadedPortfolio> {
  const loading = new Loading(host, options);
  yield* loading.folder('');
  loading.linkedFiles();
  return loading.result();
}

/** Whether the loader would take a `.deal` file at a path relative to the root for one of the portfolio's. */
export function belongsToPortfolio(path: string, isExcluded: LoadOptions['isExcluded']): boolean {
  const parts = path.split('/');
  if (!isDealFile(parts[parts.length - 1]) || parts.slice(0, -1).some(isSkippedFolder)) return false;
  return isExcluded === undefined || !parts.some((_, index) => isExcluded(parts.slice(0, index + 1).join('/')));
}

class Loading {
  readonly #files: PortfolioFile[] = [];
  readonly #problems: Finding[] = [];
  readonly #otherPortfolios: string[] = [];
  readonly #linksLeftOut: string[] = [];
  readonly #links: string[] = [];
  #unreadableRoot: Unreadable | undefined;
  #nextStep = PROGRESS_STEP;
  readonly #host: FileHost;
  readonly #options: LoadOptions;
  readonly #isExcluded: ((path: string) => boolean) | undefined;
  readonly #base: string;

  constructor(host: FileHost, options: LoadOptions) {
    this.#host = host;
    this.#options = options;
    this.#isExcluded = options.isExcluded;
    this.#base = options.root.endsWith('/') ? options.root : `${options.root}/`;
  }

  /** `path` is relative to the root, '' the root itself. Depth is the file system's, so recursion is bounded by it. */
  *folder(path: string): Generator<number, void> {
    const entries = this.#host.entries(path === '' ? this.#options.root : this.#base + path);
    if (isUnreadable(entries)) {
      if (path === '') this.#unreadableRoot = entries;
      else this.#report(path, `the folder \`${path}\``, entries);
      return;
    }
    if (path !== '' && !this.#options.enterOtherPortfolios && hasConfig(entries)) {
      this.#otherPortfolios.push(path);
      return;
    }
    const prefix = path === '' ? '' : `${path}/`;
    for (const entry of inOrder(entries)) {
      const entryPath = prefix + entry.name;
      if (this.#isFolderToEnter(entryPath, entry)) yield* this.folder(entryPath);
      else if (this.#files.length >= this.#nextStep) {
        this.#nextStep = this.#files.length + PROGRESS_STEP;
        yield this.#files.length;
      }
    }
  }

  /** Takes in what is no folder. */
  #isFolderToEnter(path: string, { name, kind }: FolderEntry): boolean {
    const mattersAsFile = isDealFile(name);
    if (kind === 'file' && !mattersAsFile) return false;
    if (kind !== 'file' && isSkippedFolder(name)) return false;
    if (this.#isExcluded?.(path)) return false;
    switch (kind) {
      case 'file':
        this.#file(path);
        return false;
      case 'folder':
        if (mattersAsFile) this.#report(path, `\`${path}\``, FOLDER_LIKE_A_FILE);
        return true;
      case 'link':
        this.#links.push(path);
        return false;
      case 'other':
        if (mattersAsFile) this.#report(path, `\`${path}\``, NO_REGULAR_FILE);
        return false;
      default:
        return kind satisfies never;
    }
  }

  #file(path: string): void {
    const text = this.#host.text(this.#base + path);
    if (typeof text === 'string') this.#files.push({ path, text });
    else this.#report(path, `\`${path}\``, text);
  }

  /** Links come last: what a link leads to is read through it only when it was not found where it lies. */
  linkedFiles(): void {
    if (this.#links.length === 0) return;
    const root = this.#host.realPath(this.#options.root) ?? this.#options.root;
    const known = new Set(this.#files.map((file) => joined(root, file.path)));
    for (const path of this.#links.sort()) {
      const kind = this.#host.kindOf(this.#base + path);
      const real = this.#host.realPath(this.#base + path);
      const isInside = real !== undefined && isWithin(root, real);
      if (kind === 'folder') {
        // Inside, its files are found where they lie.
        if (!isInside) this.#linksLeftOut.push(path);
      } else if (!isDealFile(path.slice(path.lastIndexOf('/') + 1))) {
        // Some other file.
      } else if (kind === 'missing' || real === undefined) {
        this.#report(path, `\`${path}\``, BROKEN_LINK);
      } else if (!isInside) {
        this.#report(path, `\`${path}\``, LINK_OUT);
      } else if (kind === 'other') {
        this.#report(path, `\`${path}\``, NO_REGULAR_FILE);
      } else if (!known.has(real)) {
        known.add(real);
        this.#file(path);
      }
    }
  }

  #report(path: string, subject: string, why: Unreadable): void {
    this.#problems.push(unreadableFile(path, why, subject));
  }

  result(): LoadedPortfolio {
    return {
      files: this.#files.sort((a, b) => (a.path < b.path ? -1 : 1)),
      problems: this.#problems,
      otherPortfolios: this.#otherPortfolios,
      linksLeftOut: this.#linksLeftOut,
      ...(this.#unreadableRoot === undefined ? {} : { unreadableRoot: this.#unreadableRoot }),
    };
  }
}

/** The finding about a path that could not be read. */
export const unreadableFile = (path: string, why: Unreadable, subject = `\`${path}\``): Finding => ({
  rule: UNREADABLE_FILE,
  severity: 'error',
  message: `${subject} ${why.unreadable}`,
  file: path,
  span: { start: 0, end: 0 },
  clauses: [],
  help: why.help,
  fingerprint: fingerprint([UNREADABLE_FILE, path]),
});

const FOLDER_LIKE_A_FILE: Unreadable = { unreadable: 'is a folder, not a file', help: 'rename the folder' };
const NO_REGULAR_FILE: Unreadable = {
  unreadable: 'is no regular file',
  help: 'put a file in its place, or add it to `exclude` in deal.config.json',
};
const BROKEN_LINK: Unreadable = {
  unreadable: 'is a link that leads to no file',
  help: 'mend or remove the link',
};
const LINK_OUT: Unreadable = {
  unreadable: 'is a link that leads out of the portfolio',
  help: 'copy the file into the portfolio, or put deal.config.json into a folder that holds both',
};

const hasConfig = (entries: readonly FolderEntry[]): boolean => entries.some((entry) => entry.name === CONFIG_NAME);

/** Locale plays no part: the same order on every machine. */
function inOrder(entries: readonly FolderEntry[]): readonly FolderEntry[] {
  return [...entries].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}
