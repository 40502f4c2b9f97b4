/** Periods by the words that contracts have for what happens once in each. */
const PERIODS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    day: 'daily days diem',
    week: 'weekly weeks',
    month: 'monthly months mensem',
    quarter: 'quarterly quarters',
    year: 'yearly annual annually annum years',
  }).flatMap(([period, words]) => [period, ...words.split(' ')].map((word) => [word, period] as const)),
);

/** The period that is meant by another word: amounts per `monthly` and per `month` would be of different ones. */
export function periodMeant(text: string): string | undefined {
  const word = text
    .trim()
    .toLowerCase()
    .replace(/^per\s+/, '');
  const period = PERIODS.get(word === 'p.a.' || word === 'pa' ? 'annum' : word);
  return period === text ? undefined : period;
}
