/** An amount as people write it, with the sign of its currency and marks between its digits, is one mistake. */
import { describe, expect, it } from 'vitest';
import { inDeal, mends, mistakes, says } from './mistakes.ts';

const paid = (amount: string): string => `pay(scope = film, amount = ${amount})`;

describe('a currency is written behind the amount, by its code', () => {
  mends(
    [
      ['£200,000', '200000 GBP'],
      ['$250,000', '250000 USD'],
      ['$250,000.50', '250000.50 USD'],
      ['€1.5 million', '1.5M EUR'],
      ['$38B', '38B USD'],
      ['$5bn', '5B USD'],
      ['US$ 5,000', '5000 USD'],
      ['$5 000', '5000 USD'],
      ['€1.000.000,50', '1000000.50 EUR'],
      ['200,000 €', '200000 EUR'],
      ['200,000£', '200000 GBP'],
      ['1.5 million €', '1.5M EUR'],
      ['USD 50,000', '50000 USD'],
      ['EUR 1.5 million', '1.5M EUR'],
      ['$500 USD', '500 USD'],
    ].map(([written, meant]) => [paid(written), paid(meant)] as const),
  );
  mends([['pay(amount = $5,000,scope = film)', 'pay(amount = 5000 USD,scope = film)']]);

  says([
    [paid('¥200,000'), '¥200,000: A currency is a three-letter ISO 4217 code behind the amount: CNY or JPY'],
    [paid('₹1,00,000'), '₹1,00,000: A currency is a three-letter ISO 4217 code behind the amount: INR'],
    [paid('$5,00'), '$5,00: A currency is a three-letter ISO 4217 code behind the amount: USD'],
    [paid('$500USD'), '$500: A currency is a three-letter ISO 4217 code behind the amount: USD'],
  ]);

  it.each(['¥200,000', '$5,00', '$500USD'])('what is not certain has no fix: %s', (amount) => {
    expect(mistakes(inDeal(paid(amount))).map(({ fix }) => fix)).toEqual([undefined]);
  });
});

describe('a number is written without commas', () => {
  mends([['purchase(scope = film, quantity = 5,000,000)', 'purchase(scope = film, quantity = 5000000)']]);
});
