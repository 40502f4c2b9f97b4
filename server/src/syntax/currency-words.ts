/**
 * What currencies are called instead of by their codes in ISO 4217, in lower case, with the codes that may be meant. Several
 * where a name is that of several currencies: nobody can then say which.
 */
const CODES: ReadonlyMap<string, readonly string[]> = new Map(
  [
    'USD $ us$ dollar buck 美元',
    'EUR € euro 欧元',
    'GBP £ pound sterling 英镑',
    'CNY rmb cnh yuan renminbi 人民币 人民币元',
    'CNY|JPY ¥ ￥',
    'CNY|TWD 元',
    'JPY yen 円 日元',
    'INR ₹',
    'INR|PKR rs rupee',
    'KRW ₩ won',
    'RUB ₽ rouble ruble',
    'CHF fr sfr frank franc franken',
    'HKD hk$ 港元 港币',
    'CAD c$ ca$',
    'AUD a$ au$',
    'NZD nz$',
    'SGD s$',
    'TWD nt$',
    'BRL r$ real',
  ].flatMap((line) => {
    const [codes, ...words] = line.split(' ');
    return words.map((word) => [word, codes.split('|')] as const);
  }),
);
const NONE: readonly string[] = [];

/** The codes that may be meant by another name of a currency: none where it is not known. */
export function currenciesMeant(word: string): readonly string[] {
  const plain = word.toLowerCase();
  return CODES.get(plain) ?? CODES.get(plain.replace(/s$/, '')) ?? NONE;
}

/** How a currency is written, of which the codes are known that its name may mean. */
export const currencyFault = (word: string): string =>
  `A currency is a three-letter ISO 4217 code behind the amount: ${currenciesMeant(word).join(' or ')} instead of \`${word}\``;
