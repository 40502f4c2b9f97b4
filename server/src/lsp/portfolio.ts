import type { Analysis, Unchecked } from '../portfolio/check.ts';
import type { Finding } from '../rules/finding.ts';
import type { Tree } from '../syntax/tree.ts';
import type { Circumstances } from './circumstances.ts';
import type { ConfigFault, ConfigState } from './portfolio-config.ts';
import type { Counts } from './portfolio-tally.ts';
import type { Resource } from './resource.ts';

/** What has become different in a portfolio: files with other findings, and files with another text. */
export interface PortfolioChanges {
  readonly reported: ReadonlySet<string>;
  readonly edited: ReadonlySet<string>;
}

/** A portfolio that the server has open. Paths are relative to its root, with `/`. */
export interface Portfolio {
  readonly root: Resource;
  /** `file`: one file that is a portfolio of its own; the root is its folder. */
  readonly kind: 'folder' | 'file';
  /** Nothing is reported: the file was left out of the portfolio it lies in, and is open all the same. */
  readonly isSilent: boolean;
  readonly resourceOf: (path: string) => Resource;
  /** Undefined for what does not lie within. */
  readonly pathOf: (resource: Resource) => string | undefined;
  /** Whether a `.deal` file at this path is one of the portfolio's. */
  readonly takes: (path: string) => boolean;

  /** A file is now like this. Nothing is checked before the next {@link flush}. */
  readonly put: (path: string, text: string) => void;
  /** A file is gone, or cannot be read: then the finding says why. */
  readonly drop: (path: string, why?: Finding) => void;
  /** A file or folder that may be a contract has changed. */
  readonly sourceChanged: (path: string) => void;
  /** Takes the text out of contracts that are no text themselves. True if there is anything new to check. */
  readonly loadSources: () => Promise<boolean>;
  readonly setConfig: (state: ConfigState) => void;
  /** Takes in all of that. Cheap where there is nothing. */
  readonly flush: () => void;
  /** Works out beforehand what the first edit would have to wait for. Does nothing where that is done. */
  readonly prepare: () => void;
  readonly takeChanges: () => PortfolioChanges;

  /** The paths of its files, those that could not be read included. */
  readonly paths: () => readonly string[];
  /** As of the last flush, and so is everything below. */
  readonly analysis: () => Analysis;
  readonly tree: (path: string) => Tree | undefined;
  /** The text of a `.deal` file, of a contract, or of the configuration. */
  readonly text: (path: string) => string | undefined;
  /** What `deal check` reports in a file. */
  readonly findingsIn: (path: string) => readonly Finding[];
  /** What it reports in all of them. */
  readonly findings: () => readonly Finding[];
  readonly counts: () => Counts;
  /** What was not checked. Of a large portfolio as of the last time that it was loaded or saved: counting takes long. */
  readonly notChecked: () => readonly Unchecked[];
  /** A file of it was saved. */
  readonly saved: () => void;
  readonly config: () => ConfigState;
  readonly configFaults: () => readonly ConfigFault[];
  readonly circumstances: () => Circumstances;
  /** What was asked for and cannot be: a reading or an event that nobody declares, a sentence each. */
  readonly refusals: () => readonly string[];
}
