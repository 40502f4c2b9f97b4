import type { Clause, Expectation, ParsedFile } from '../model/model.ts';
import { resolveReference } from '../model/references.ts';
import { checkExpectation } from '../rules/expectations.ts';
import type { Finding } from '../rules/finding.ts';
import { hangsOnOthers } from '../rules/found-beside.ts';
import { ignoresIn, maySilence, type Silenced } from '../rules/ignores.ts';
import { type RuleContext, readAlone } from '../rules/rule-context.ts';
import { inOrder } from './finding-sources.ts';

/** What rests on the findings of all rules: which are silenced, and which expectations are not met. */
export interface Conclusions {
  readonly silenced: Silenced;
  /** Silencings that are to be mended, or to go. */
  readonly unused: readonly Finding[];
  /** Silencings that match nothing here, and may elsewhere. */
  readonly idle: number;
  readonly unmet: readonly Finding[];
  readonly expectations: number;
  /** Expectations that one reading alone neither holds nor leaves unmet. */
  readonly notAsked: number;
}

export interface Concluder {
  /** Takes a file in as it is now; without a tree it is gone. */
  readonly takeIn: (path: string, tree: ParsedFile['tree'] | undefined, context: RuleContext) => void;
  /** Terms are others now: every pair is judged again. */
  readonly forget: () => void;
  readonly conclude: (context: RuleContext, found: () => Iterable<Finding>) => Conclusions;
}

export const NO_CONCLUSIONS: Conclusions = {
  silenced: new Map(),
  unused: [],
  idle: 0,
  unmet: [],
  expectations: 0,
  notAsked: 0,
};

/** `isAssuming`: something is assumed of events, so that what a silencing is for may not be found. */
export function openConcluder(isAssuming: boolean): Concluder {
  const silencing = new Map<string, ParsedFile>();
  const expecting = new Map<string, readonly Expectation[]>();
  let known = new WeakMap<Expectation, Known>();

  /** A pair that was judged is judged again only where one of its clauses is another now. */
  const check = (context: RuleContext, expectation: Expectation, against: Against): Outcome => {
    if (!expectation.second) return checkExpectation(context, expectation, against);
    const clauses = [expectation.first, expectation.second].map(({ path }) => {
      const target = resolveReference(context.model, path);
      return target.kind === 'clause' ? target.clause : undefined;
    });
    const before = known.get(expectation);
    if (before && clauses.every((clause, at) => clause === before.clauses[at])) return before.outcome;
    const outcome = checkExpectation(context, expectation, against);
    const [first, second] = clauses;
    if (!first || !second || !hangsOnOthers(first, second)) known.set(expectation, { clauses, outcome });
    return outcome;
  };

  return {
    takeIn: (path, tree, { model }) => {
      if (tree && maySilence({ path, tree })) silencing.set(path, { path, tree });
      else silencing.delete(path);
      const expectations = tree ? model.expectationsIn(path) : [];
      if (expectations.length > 0) expecting.set(path, expectations);
      else expecting.delete(path);
    },
    forget: () => {
      known = new WeakMap();
    },
    conclude: (context, found) => {
      if (silencing.size === 0 && expecting.size === 0) return NO_CONCLUSIONS;
      const all = [...found()];
      const files = [...silencing.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
      const { silenced, faults, unused } = ignoresIn(context.model, files).apply(all);
      const isAllLookedAt = !isAssuming && readAlone(context) === undefined;
      const against = findingsAbout(() => all.filter((finding) => !silenced.has(finding)));
      const expectations = [...expecting.values()].flat();
      const outcomes = expectations.map((expectation) => check(context, expectation, against));
      const unmet = outcomes.filter((outcome) => outcome !== undefined && outcome !== 'not asked');
      const notAsked = outcomes.filter((outcome) => outcome === 'not asked').length;
      return {
        silenced,
        unused: isAllLookedAt ? [...faults, ...unused] : faults,
        idle: isAllLookedAt ? 0 : unused.length,
        unmet,
        expectations: expectations.length,
        notAsked,
      };
    },
  };
}

interface Known {
  readonly clauses: readonly (Clause | undefined)[];
  readonly outcome: Outcome;
}

type Outcome = ReturnType<typeof checkExpectation>;

type Against = (clause: string) => readonly Finding[];

/** Looks findings up by clause, the gravest first. They are sorted out when the first is asked for. */
function findingsAbout(findings: () => readonly Finding[]): Against {
  let byClause: Map<string, Finding[]> | undefined;
  return (name) => {
    if (!byClause) {
      byClause = new Map();
      for (const finding of [...findings()].sort(inOrder)) {
        for (const clause of finding.clauses) {
          const known = byClause.get(clause.name);
          if (known) known.push(finding);
          else byClause.set(clause.name, [finding]);
        }
      }
    }
    return byClause.get(name) ?? [];
  };
}
