import type { PairVerdict } from '../../conflicts/pair.ts';
import { type Analysis, analyse } from '../../portfolio/check.ts';
import { openLivePortfolio } from '../../portfolio/live-portfolio.ts';
import { editedFiles, editedText } from '../apply-edits.ts';
import type { FileEdit } from '../file-edit.ts';
import { type ConcernedFiles, concernedFiles, isSmall } from './concerned-files.ts';
import { type Standing, standingOf } from './standing.ts';

/** How far edits reach: what changes one deal is taken in quickly, what may change any is checked from scratch. */
export type Reach = 'a deal' | 'any deal';

/** A copy of a portfolio, or of what matters of it, in which edits are tried out and taken back. */
export interface TrialGround {
  /** Whether a trial is over before anybody notices. */
  readonly isQuick: boolean;
  /** What is reported before any edit. */
  readonly before: () => Standing;
  /** Looks at the copy as it is with edits. What is looked at is good only until `look` returns. */
  readonly with: <Result>(edits: readonly FileEdit[], reach: Reach, look: (analysis: Analysis) => Result) => Result;
}

const wholes = new WeakMap<Analysis, TrialGround>();

/** The ground for trials about a pair: the whole portfolio where it is small, and then the same for all its pairs. */
export function groundFor(analysis: Analysis, pair: PairVerdict): TrialGround {
  const { model } = analysis;
  if (!isSmall(model)) return openGround(analysis, concernedFiles(model, [pair.deal, pair.restraint]));
  let ground = wholes.get(analysis);
  if (!ground) {
    ground = openGround(analysis, { files: model.files, areFew: true });
    wholes.set(analysis, ground);
  }
  return ground;
}

function openGround({ options }: Analysis, { files, areFew }: ConcernedFiles): TrialGround {
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
    isQuick: areFew,
    before: () => open().before,
    with: (edits, reach, look) => {
      if (reach === 'any deal') return look(analyse(editedFiles(files, edits), settings));
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
