import { isBuiltInPlace } from '../model/context.ts';
import { clauseLabelled, type Deal, type Model } from '../model/model.ts';
import { territoryTitle } from '../terms/territories.ts';
import type { Place } from '../terms/vocabulary.ts';
import { isRegionDimension } from './expected-value.ts';

import { familyOf, type PortfolioSymbol } from './portfolio-symbol.ts';
import { termNamed } from './term-named.ts';

/** What already bears a name among the things that a symbol must be told from; undefined where nothing does. */
export function takenBy(model: Model, symbol: PortfolioSymbol, name: string): string | undefined {
  switch (symbol.kind) {
    case 'term':
      return termTakes(model, model.terms[symbol.id].dimension, model.terms[symbol.id].name, name);
    case 'dimension':
      return dimensionTakes(model, name);
    case 'kind':
      if (!model.kinds.has(name)) return undefined;
      return taken(name, 'a kind of clause', model.kinds.get(name)?.place ?? STANDARD);
    case 'parameter':
      if (model.kinds.get(symbol.of)?.parameters.has(name)) return taken(name, `a parameter of \`${symbol.of}\``);
      return isRegionDimension(model, name) ? taken(name, 'a dimension', model.dimensions.get(name)?.place) : undefined;
    case 'deal': {
      const deal = model.dealsByName.get(name);
      return deal && taken(name, 'a deal', deal);
    }
    case 'clause':
      return labelTakes(model, symbol.clause.deal, name);
    case 'reading': {
      const reading = model.readings.find((one) => one.name === name);
      return reading && taken(name, 'a reading', reading.place);
    }
  }
}

const STANDARD = 'of the standard library';

function taken(name: string, what: string, where?: Pick<Place, 'file'> | string): string {
  const place =
    where === undefined
      ? ''
      : typeof where === 'string'
        ? ` ${where}`
        : isBuiltInPlace(where)
          ? ` ${STANDARD}`
          : ` in ${where.file}`;
  return `\`${name}\` is already ${what}${place}. Choose another name.`;
}

/** A term of a deal is taken by whatever the name means there now: it would hide it. */
function termTakes(model: Model, dimension: string, oldName: string, name: string): string | undefined {
  const dot = oldName.lastIndexOf('.');
  const deal = dot < 0 ? undefined : model.dealsByName.get(oldName.slice(0, dot));
  const known = termNamed(model, dimension, name, deal);
  if (known) {
    const { place, name: full } = model.terms[known.id];
    const article = /^[aeiou]/i.test(dimension) ? 'an' : 'a';
    return full === name
      ? taken(name, place ? `${article} ${dimension}` : `the ${dimension} ${territoryTitle(name) ?? name}`, place)
      : taken(name, `${article} ${dimension} of the deal \`${full.slice(0, full.lastIndexOf('.'))}\``, place);
  }
  const title = dimension === 'territory' ? territoryTitle(name) : undefined;
  return title === undefined ? undefined : taken(name, `the territory ${title}`);
}

function dimensionTakes(model: Model, name: string): string | undefined {
  const dimension = model.dimensions.get(name);
  if (dimension) return taken(name, 'a dimension', dimension.place);
  for (const kind of model.kinds.values()) {
    if (kind.parameters.has(name))
      return taken(name, `a parameter of the kind \`${kind.name}\``, kind.place ?? STANDARD);
  }
  return undefined;
}

/** A label must differ from all in the deal and in those joined to it: one that they share would replace the other. */
function labelTakes(model: Model, deal: Deal, name: string): string | undefined {
  for (const member of familyOf(model, deal)) {
    const clause = clauseLabelled(member, name) ?? member.clauses.find((one) => one.name === `${member.name}.${name}`);
    if (clause) return taken(name, `a clause of \`${member.name}\``, member);
  }
  return undefined;
}
