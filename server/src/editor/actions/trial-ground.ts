import type { PairVerdict } from '../../conflicts/pair.ts';
import type { ParsedFile } from '../../model/model.ts';
import type { Analysis } from '../../portfolio/check.ts';
import { openLivePortfolio } from '../../portfolio/live-portfolio.ts';
import { editedText } from '../apply-edits.ts';
import type { FileEdit } from '../file-edit.ts';
import { clauseCount, concernedFiles, MOST_CLAUSES } from './concerned-files.ts';
import { type Standing, standingOf } from './standing.ts';

/** A copy of a portfolio, or of what matters of it, in which edits are tried out and taken back. */
export interface TrialGround {
  /** Whether a trial is over before anybody notices. */
  readonly isQuick: boolean;
  /** What is reported before any edit. */
  readonly before: () => Standing;
  /** Looks at the copy as it is with edits. What is looked at is good only until `look` returns. */
  readonly with: <Result>(edits: readonly FileEdit[], look: (analysis: Analysis) => Result) => Result;
}

const wholes = new WeakMap<Analysis, TrialGround>();

/** The ground for trials about a pair: the whole portfolio where it is small, and then the same for all its pairs. */
export function groundFor(analysis: Analysis, pair: PairVerdict): TrialGround {
  const { model } = analysis;
  const files = concernedFiles(model, [pair.deal, pair.restraint]);
  if (files !== model.files) return openGround(analysis, files);
  let ground = wholes.get(analysis);
  if (!ground) {
    ground = openGround(analysis, files);
    wholes.set(analysis, ground);
  }
  return ground;
}

function openGround({ model, options }: Analysis, files: readonly ParsedFile[]): TrialGround {
  const texts = new Map(files.map(({ path, tree }) => [path, tree.text]));
  // Edits of what clauses say leave their quotes alone.
  const settings = { ...options, readSource: undefined };
  let opened: { readonly live: ReturnType<typeof openLivePortfolio>; readonly before: Standing } | undefined;
  const open = () => {
    if (!opened) {
      const live = openLivePortfolio(
        [...texts].map(([path, text]) => ({ path, text })),
        settings,
      );
      opened = { live, before: standingOf(live.analysis()) };
    }
    return opened;
  };
  return {
    isQuick: clauseCount(model, files) <= MOST_CLAUSES,
    before: () => open().before,
    with: (edits, look) => {
      const { live } = open();
      const touched = [...new Set(edits.map(({ file }) => file))].flatMap((path) => {
        const text = texts.get(path);
        return text === undefined ? [] : [{ path, text, own: edits.filter(({ file }) => file === path) }];
      });
      live.update(touched.map(({ path, text, own }) => ({ path, text: editedText(text, own) })));
      try {
        return look(live.analysis());
      } finally {
        live.update(touched.map(({ path, text }) => ({ path, text })));
      }
    },
  };
}
