import { type Kind, type Model, onlyRecords } from '../../model/model.ts';
import { dimensionDrafts } from './complete-declarations.ts';
import { type Draft, hole, inSnippet } from './completion-item.ts';
import { neededArguments } from './needed-arguments.ts';
import type { MemberPlace } from './place.ts';
import type { TypingContext } from './typing-context.ts';

/** Clauses of every kind; in a deal its own terms too, in a clause its exceptions. */
export function memberDrafts(context: TypingContext, place: MemberPlace): Draft[] {
  const { model } = context.analysis;
  const hasEnd = context.deal?.until !== undefined;
  const kinds = [...model.kinds.values()].map((kind) => kindDraft(model, kind, hasEnd, place));
  if (place.inClause) return [...(place.hasArguments ? [] : [EXCEPTION]), ...kinds];
  return place.isLabelled ? kinds : [...kinds, ...dimensionDrafts(model, 4)];
}

const EXCEPTION: Draft = {
  label: 'except (…)',
  kind: 'snippet',
  insert: `except (${hole(1)})`,
  isSnippet: true,
  rank: 0,
  detail: 'what is carved out of the clause',
};

/** A kind of clause with the arguments it needs; its end too, where neither it nor its deal would have one. */
function kindDraft(model: Model, kind: Kind, hasEnd: boolean, { hasArguments }: MemberPlace): Draft {
  const lasts = kind.effects.some((effect) => effect === 'permits' || effect === 'excludes' || effect === 'forbids');
  const names = [...neededArguments(model, kind), ...(lasts && !hasEnd ? ['until'] : [])];
  const written = names.map((name, index) => `${name} = ${hole(index + 1)}`);
  const isOwn = kind.place !== undefined;
  return {
    label: kind.name,
    kind: 'kind',
    ...(hasArguments
      ? {}
      : { insert: `${inSnippet(kind.name)}(${written.length === 0 ? hole(1) : written.join(', ')})`, isSnippet: true }),
    rank: isOwn ? 1 : onlyRecords(kind) ? 3 : 2,
    detail: kind.effects.join(', '),
    ...(kind.documentation === '' ? {} : { documentation: kind.documentation }),
  };
}
