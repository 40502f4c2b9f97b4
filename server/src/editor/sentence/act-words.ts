import type { Model } from '../../model/model.ts';
import type { SetExpression, TermId } from '../../terms/set-expression.ts';
import { asWords, listed } from '../words.ts';
import type { Naming } from './naming.ts';
import { inQuotationMarks, titleOf } from './naming.ts';

/** How an act is done to a thing: "host it", "exploit it in any way", "have it made". */
export interface ActStyle {
  readonly model: Model;
  readonly naming: Naming;
  /** "and" where all of several acts are meant, "or" where any of them is. */
  readonly conjunction: string;
  /** Of a duty it is enough to do something of what the act covers. */
  readonly isDuty: boolean;
}

/** An infinitive with its object: "make and distribute the Software", "exploit the Film in any way". */
export function actWords(style: ActStyle, act: SetExpression, object: string): string {
  switch (act.kind) {
    case 'all':
      return style.isDuty ? `do something with ${object}` : `do anything with ${object}`;
    case 'term':
      return oneAct(style, act.term, object);
    case 'union':
      return severalActs(style, act.items, object);
    case 'except':
      return `${actWords(style, act.base, object)} (except to ${actWords({ ...style, conjunction: 'or' }, act.minus, 'it')})`;
  }
}

function severalActs(style: ActStyle, items: readonly SetExpression[], object: string): string {
  if (items.length === 0) return `do nothing with ${object}`;
  const verbs = items.map((item) => (item.kind === 'term' ? verbOf(style, item.term) : undefined));
  if (verbs.every((verb) => verb !== undefined && verb.rest === ''))
    return `${listed(
      verbs.map((verb) => verb?.verb ?? ''),
      style.conjunction,
    )} ${object}`;
  const [first, ...others] = items;
  const phrases = [actWords(style, first, object), ...others.map((item) => actWords(style, item, 'it'))];
  return listed(phrases, style.conjunction);
}

function oneAct(style: ActStyle, act: TermId, object: string): string {
  const { verb, rest } = verbOf(style, act);
  return `${verb} ${object}${rest}`;
}

/** The acts of the standard library are titled by their verb; the object stands behind its first word. */
function verbOf({ model, naming, isDuty }: ActStyle, act: TermId): { readonly verb: string; readonly rest: string } {
  const term = model.terms[act];
  const title = titleOf(term);
  if (term.place?.file !== '' || title === undefined) {
    const called = naming.call(act);
    const name = naming.nameOf(act);
    const verb = asWords(name);
    return { verb: called === name || title === undefined ? verb : `${verb} (${inQuotationMarks(title)})`, rest: '' };
  }
  const [verb, ...rest] = title.split(' ');
  const words = isDuty ? rest.map((word) => (word === 'any' ? 'some' : word)) : rest;
  return { verb, rest: words.length === 0 ? '' : ` ${words.join(' ')}` };
}
