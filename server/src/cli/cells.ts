// How text looks on a terminal: which characters may be sent there, and how many cells they take.

const TAB = '  ';

/** Made when first needed: making it takes longer than starting the rest of the command. */
let segmenter: Intl.Segmenter | undefined;
function graphemesOf(text: string): Intl.Segments {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  return segmenter.segment(text);
}

/** Control characters would move the cursor or recolour the screen, and direction marks would reorder the line. */
const UNSAFE = /[\p{Cc}\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;

/** The text with tabs and line ends as spaces and every character that acts on a terminal shown instead of sent. */
export function visible(text: string): string {
  if (isPlain(text)) return text;
  return text.replace(UNSAFE, (unsafe) => {
    if (unsafe === '\t') return TAB;
    if (unsafe === '\n' || unsafe === '\r') return ' ';
    const code = unsafe.codePointAt(0) ?? 0;
    // U+2400 and on are pictures of the control characters.
    return code < 0x20 ? String.fromCodePoint(0x2400 + code) : code === 0x7f ? '\u2421' : '\ufffd';
  });
}

/** East Asian wide and full-width characters (Unicode TR 11) and what terminals draw as emoji: two cells. */
const WIDE =
  /^(?:[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{17000}-\u{18cff}\u{1b000}-\u{1b2ff}\u{1f200}-\u{1f2ff}\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}|\p{Extended_Pictographic}\ufe0f|[0-9#*]\ufe0f|\p{Regional_Indicator}{2})/u;
const INVISIBLE = /^[\p{Mn}\p{Me}\p{Cf}]+$/u;
/** Letters of the West and what is printed around them, ’ and … included: each is a grapheme of its own, and one cell wide. */
const ONE_CELL_EACH = /^[\x20-\x7e\xa0-\u02ff\u2010-\u2027]*$/;

/** The last text that was found plain: it is asked about again as it is made visible, measured and cut. */
let lastPlain = '';

/** Whether a text is made of such characters alone. All of them are visible. */
function isPlain(text: string): boolean {
  if (text === lastPlain) return true;
  if (!ONE_CELL_EACH.test(text)) return false;
  lastPlain = text;
  return true;
}

const widthOfGrapheme = (grapheme: string): number =>
  grapheme.length === 1 && grapheme < '\u0300' ? 1 : INVISIBLE.test(grapheme) ? 0 : WIDE.test(grapheme) ? 2 : 1;

/** The cells that a visible text takes on a terminal. */
export function cellsOf(text: string): number {
  if (isPlain(text)) return text.length;
  let cells = 0;
  for (const { segment } of graphemesOf(text)) cells += widthOfGrapheme(segment);
  return cells;
}

/** As much of the start of a visible text as fits, `…` for the rest. Long texts cost no more than what is shown. */
export function clippedEnd(text: string, cells: number): string {
  if (text.length <= cells && cellsOf(text) <= cells) return text;
  const start = text.slice(0, cells);
  // No grapheme reaches past the last character that is left out.
  if (isPlain(start)) return `${start.slice(0, -1)}…`;
  let kept = '';
  let width = 0;
  // A grapheme of many code units (a family of emoji) is rare: eight a cell are enough to look at.
  for (const { segment } of graphemesOf(text.slice(0, cells * 8))) {
    width += widthOfGrapheme(segment);
    if (width > cells - 1) return `${kept}…`;
    kept += segment;
  }
  return kept.length < text.length ? `${kept}…` : kept;
}

/** As much of the end of a visible text as fits, `…` for the rest. */
export function clippedStart(text: string, cells: number): string {
  if (text.length <= cells && cellsOf(text) <= cells) return text;
  const graphemes = [...graphemesOf(text.slice(-cells * 8))].map(({ segment }) => segment);
  let width = 0;
  let from = graphemes.length;
  while (from > 0 && width + widthOfGrapheme(graphemes[from - 1]) <= cells - 1)
    width += widthOfGrapheme(graphemes[--from]);
  return `…${graphemes.slice(from).join('')}`;
}
