/** What pdf.js gives of a piece of text, as far as it is used here. */
export interface TextItem {
  readonly str: string;
  /** From text space to page space: `[a, b, c, d, e, f]`. */
  readonly transform: readonly number[];
  readonly width: number;
  readonly fontName: string;
}

/**
 * A piece of text on one base line, without large gaps. In points (1/72 inch), turned so that the text runs to the right
 * and `y` grows upwards.
 */
export interface Run {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** Of the base line. */
  readonly y: number;
  /** Of its letters, from line to line. */
  readonly size: number;
  /** Raised numbers in it, which may refer to notes: where in `text`, and which. */
  readonly raised: readonly { readonly at: number; readonly number: string }[];
}

/** The runs of a page in the order in which they were drawn. */
export interface PageRuns {
  /** Those of the direction that most of the text has. */
  readonly main: readonly Run[];
  /** Those of other directions: notes along the margin, stamps. */
  readonly turned: readonly Run[];
}

/** Shares of the letter size. */
const SAME_LINE = 0.35;
const RAISED_LEAST = 0.15;
const RAISED_MOST = 0.75;
const RAISED_SIZE = 0.8;
/** Between two runs; a smaller gap is a space, one smaller still is none. */
const LARGE_GAP = 1.2;
const WORD_GAP = 0.25;
const OVERLAP = 0.6;

interface Glyphs extends Omit<Run, 'raised'> {
  readonly angle: number;
}

export function textRuns(items: readonly TextItem[]): PageRuns {
  const byAngle = new Map<number, Glyphs[]>();
  const letters = new Map<number, number>();
  for (const item of items) {
    const glyphs = turned(item);
    if (glyphs === undefined) continue;
    const group = byAngle.get(glyphs.angle);
    if (group === undefined) byAngle.set(glyphs.angle, [glyphs]);
    else group.push(glyphs);
    letters.set(glyphs.angle, (letters.get(glyphs.angle) ?? 0) + glyphs.text.trim().length);
  }
  const angles = [...byAngle.keys()].sort((a, b) => (letters.get(b) ?? 0) - (letters.get(a) ?? 0));
  const [main = [], ...others] = angles.map((angle) => joinGlyphs(byAngle.get(angle) ?? []));
  return { main, turned: others.flat() };
}

/** Undefined for text without extent. */
function turned({ str, transform, width }: TextItem): Glyphs | undefined {
  const [a, b, c, d, x, y] = transform;
  const size = Math.hypot(c, d);
  if (str === '' || !(size > 0) || !Number.isFinite(x + y + width)) return undefined;
  // In whole degrees: text of one direction is never quite parallel.
  const angle = (Math.round((Math.atan2(b, a) * 180) / Math.PI) + 360) % 360;
  const [cos, sin] = [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)];
  const left = x * cos + y * sin;
  return { text: str, left, right: left + width, y: y * cos - x * sin, size, angle };
}

/** A run that may still grow. */
type OpenRun = { -readonly [Key in Exclude<keyof Run, 'raised'>]: Run[Key] } & {
  readonly raised: { readonly at: number; readonly number: string }[];
};

/** Joins what was drawn one after the other on one base line. */
function joinGlyphs(glyphs: readonly Glyphs[]): readonly Run[] {
  const runs: Run[] = [];
  let open: OpenRun | undefined;
  let spaced = false;
  for (const next of glyphs) {
    if (next.text.trim() === '') {
      spaced = true;
      continue;
    }
    const way = open === undefined ? 'apart' : wayToJoin(open, next);
    if (open === undefined || way === 'apart') {
      open = { text: next.text, left: next.left, right: next.right, y: next.y, size: next.size, raised: [] };
      runs.push(open);
    } else {
      const gap = (next.left - open.right) / Math.max(open.size, next.size);
      const before = spaced || gap > WORD_GAP || way === 'after raised' ? ' ' : '';
      const number = next.text.trim();
      if (way === 'raised' && /^\d{1,3}$/.test(number)) {
        open.raised.push({ at: open.text.length + before.length, number });
      }
      if (way === 'after raised') Object.assign(open, { y: next.y, size: next.size });
      open.text += before + next.text;
      open.right = Math.max(open.right, next.right);
    }
    spaced = false;
  }
  return runs;
}

/** How what is drawn next goes on with a run, if it does: on its line, raised above it, or below what was raised. */
function wayToJoin(open: Run, next: Glyphs): 'apart' | 'on' | 'raised' | 'after raised' {
  const size = Math.max(open.size, next.size);
  const gap = (next.left - open.right) / size;
  if (gap >= LARGE_GAP || gap <= -OVERLAP) return 'apart';
  const raise = (next.y - open.y) / size;
  const isHigh = Math.abs(raise) > RAISED_LEAST && Math.abs(raise) < RAISED_MOST;
  if (isHigh && raise > 0 && next.size < open.size * RAISED_SIZE) return 'raised';
  // The number of a note is set smaller, if not always raised, before its words.
  const isNumber = open.text.length <= 3 && /^\d+$/.test(open.text);
  if ((isHigh || isNumber) && raise <= 0 && open.size < next.size * RAISED_SIZE) return 'after raised';
  return Math.abs(raise) < SAME_LINE ? 'on' : 'apart';
}
