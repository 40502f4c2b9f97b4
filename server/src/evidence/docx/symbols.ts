/** The characters of the font Symbol that contracts use, from its code for each: Greek letters and signs. */
const symbols: ReadonlyMap<number, string> = new Map(
  [
    [0x41, 'ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ'],
    [0x61, 'αβχδεφγηιϕκλμνοπθρστυϖωξψζ'],
    [0xa2, '′≤⁄∞'],
    [0xac, '←↑→↓°±″≥×∝∂•÷≠≡≈…'],
    [0xd2, '®©™∏√⋅¬'],
  ].flatMap(([first, characters]) =>
    [...(characters as string)].map((character, index): [number, string] => [(first as number) + index, character]),
  ),
);
const ticks: ReadonlyMap<number, string> = new Map([
  [0x6c, '●'],
  [0x6e, '■'],
  [0x6f, '□'],
  [0x71, '❑'],
  [0x76, '❖'],
  [0xa7, '▪'],
  [0xa8, '◻'],
  [0xd8, '➢'],
  [0xe0, '→'],
  [0xfb, '✗'],
  [0xfc, '✓'],
  [0xfd, '☒'],
  [0xfe, '☑'],
]);

/** What `<w:sym>` shows; U+FFFD where that is not known, so that no quote runs over it as if nothing were there. */
export function symbolText(font: string | undefined, code: string | undefined): string {
  const value = Number.parseInt(code ?? '', 16);
  if (Number.isNaN(value)) return '\ufffd';
  const inFont = value & 0xff;
  if (font === 'Symbol') return symbols.get(inFont) ?? plain(inFont);
  if (font?.startsWith('Wingdings')) return ticks.get(inFont) ?? '\ufffd';
  return value >= 0xe000 && value <= 0xf8ff ? '\ufffd' : String.fromCharCode(value);
}

/** Digits and punctuation stand in Symbol where they stand in ASCII. */
const plain = (code: number): string =>
  (code >= 0x20 && code <= 0x3f) || code === 0x5b || code === 0x5d ? String.fromCharCode(code) : '\ufffd';
