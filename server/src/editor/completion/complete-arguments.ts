import type { Kind, Model } from '../../model/model.ts';
import { goesByNumbers } from '../expected-value.ts';
import { type Draft, hole, keyword } from './completion-item.ts';
import { neededArguments } from './needed-arguments.ts';
import type { ArgumentNamePlace } from './place.ts';
import type { TypingContext } from './typing-context.ts';

const COMMON: ReadonlyMap<string, string> = new Map([
  ['by', 'party: who promises'],
  ['to', 'party: to whom it is owed'],
  ['from', 'time: the first day'],
  ['until', 'time: the last day, or the event that ends it'],
  ['while', 'state: during which it holds'],
  ['affiliates', 'yes, no or parties: whether those under a party are meant too'],
]);
const HEADER_ONLY: ReadonlyMap<string, string> = new Map([
  ['signed', 'date: when it was signed'],
  ['status', 'draft or signed'],
  ['source', 'path: the text of the contract'],
  ['law', 'the law that governs it'],
  ['renews', 'duration: it may go on for as long again'],
]);
const OF_EXCEPTIONS = ['from', 'until', 'while'];
const NEEDED_IN_HEADER = ['by', 'to', 'from'];

/** Names of arguments that are not given yet: what a clause can hardly do without comes first. */
export function argumentDrafts({ analysis }: TypingContext, place: ArgumentNamePlace): Draft[] {
  const { model } = analysis;
  const kind = place.clauseKind === undefined ? undefined : model.kinds.get(place.clauseKind);
  const needed = place.owner === 'header' ? NEEDED_IN_HEADER : kind ? neededArguments(model, kind) : [];
  const found = new Map<string, Draft>();
  const add = (name: string, detail: string, rank: number, documentation?: string): void => {
    if (place.given.includes(name) || found.has(name)) return;
    const insert = place.hasOperator ? name : goesByNumbers(model, name) ? `${name} ` : `${name} = `;
    found.set(name, {
      label: name,
      kind: 'parameter',
      rank: needed.includes(name) ? 0 : rank,
      detail,
      insert,
      ...(documentation ? { documentation } : {}),
      ...(place.missingComma === undefined
        ? {}
        : { edits: [{ start: place.missingComma, end: place.missingComma, newText: ',' }] }),
    });
  };
  if (place.owner === 'clause' && kind) addParameters(kind, add);
  addDimensions(model, add);
  for (const [name, detail] of COMMON) {
    if (place.owner !== 'exception' || OF_EXCEPTIONS.includes(name)) add(name, detail, 4);
  }
  if (place.owner === 'header') for (const [name, detail] of HEADER_ONLY) add(name, detail, 2);
  return [...found.values()];
}

type Add = (name: string, detail: string, rank: number, documentation?: string) => void;

function addParameters(kind: Kind, add: Add): void {
  for (const { name, type, default: preset } of kind.parameters.values()) {
    add(name, preset === undefined ? type : `${type}, ${preset} unless given`, 1);
  }
}

function addDimensions(model: Model, add: Add): void {
  const used = new Set(model.terms.filter(({ place }) => place !== undefined).map(({ dimension }) => dimension));
  for (const { name, question, title, measured, documentation } of model.regionDimensions) {
    const isUsed = measured || name === 'territory' || used.has(name === 'with' ? 'party' : name);
    add(name, `${question}: ${title ?? name}`, isUsed ? 2 : 5, documentation);
  }
}

/** What may follow the parentheses of a clause. */
export const clauseTailDrafts = (): Draft[] => [
  {
    label: 'except (…)',
    kind: 'snippet',
    insert: `except (${hole(1)})`,
    isSnippet: true,
    rank: 0,
    detail: 'what is carved out',
  },
  { ...keyword('subject to', 1, 'this clause yields to another'), insert: 'subject to ' },
  { ...keyword('notwithstanding', 2, 'another clause yields to this one'), insert: 'notwithstanding ' },
];
