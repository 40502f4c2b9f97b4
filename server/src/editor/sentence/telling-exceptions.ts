import { type Exception, SILENT, UNRESTRICTED } from '../../model/model.ts';
import { dimensionIndex } from '../../model/undertakings.ts';
import { ALL, type SetExpression } from '../../terms/set-expression.ts';
import { listed } from '../words.ts';
import { actWords } from './act-words.ts';
import { setWords } from './set-words.ts';
import { blank, type Telling } from './telling.ts';
import { inOrderOfSpeech, measureWords, placeWords, styleOf } from './telling-region.ts';
import { spanWords } from './telling-time.ts';

/** "except in China (CN) and except in dealings with IBM"; undefined where there are none. */
export function exceptionWords(telling: Telling): string | undefined {
  const { exceptions } = telling.clause;
  if (exceptions.length === 0) return undefined;
  return listed(
    exceptions.map((exception) => `except ${oneException(telling, exception)}`),
    'and',
  );
}

function oneException(telling: Telling, exception: Exception): string {
  if (exception.broken) return blank('an exception that is not readable');
  const { model } = telling;
  const act = valueIn(telling, exception, 'act');
  const scope = valueIn(telling, exception, 'scope');
  const thing = scope && setWords(telling.naming, scope, 'or', 'anything');
  const parts: string[] = [];
  if (act) parts.push(`to ${actWords({ ...styleOf(telling), conjunction: 'or', isDuty: false }, act, thing ?? 'it')}`);
  else if (thing !== undefined) parts.push(`for ${thing}`);
  const own = { ...telling, effects: ['forbids'] as const };
  for (const dimension of inOrderOfSpeech(model.regionDimensions)) {
    if (dimension.name === 'act' || dimension.name === 'scope') continue;
    const index = dimensionIndex(model, dimension.name);
    const words = dimension.measured
      ? measureWords(dimension, exception.measures?.get(index))
      : placeWords(own, dimension, index, exception.values[index] ?? SILENT);
    if (words !== '') parts.push(words.replace(/^,? /, ''));
  }
  const time = spanWords(telling, exception);
  if (time !== '') parts.push(time);
  return parts.length === 0 ? 'for everything, as the exception names nothing' : parts.join(' ');
}

function valueIn({ model }: Telling, { values }: Exception, name: string): SetExpression | undefined {
  const index = dimensionIndex(model, name);
  const value = index < 0 ? SILENT : (values[index] ?? SILENT);
  if (value === SILENT) return undefined;
  return value === UNRESTRICTED ? ALL : model.values[index][value];
}
