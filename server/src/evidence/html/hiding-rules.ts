/** What hides an element and all that is in it, where it stands among the declarations of a style. */
const hiding =
  /(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|content-visibility\s*:\s*hidden|(?:font-size|opacity)\s*:\s*0(?:\.0*)?(?:px|pt|em|rem|%)?)\s*(?:!\s*important\s*)?(?:;|$)/i;

export const hides = (declarations: string): boolean => hiding.test(declarations);

/** The simple selectors (`.class`, `#id`, `tag`, `tag.class`) that a page's own style sheets hide. */
export interface HidingRules {
  /** Takes in the text of a `<style>`. */
  readonly add: (sheet: string) => void;
  readonly match: (tag: string, attributes: Readonly<Record<string, string>>) => boolean;
}

/**
 * Good for what documents hide with, and no more than that: rules within `@media` and the like, and selectors made of
 * several parts, are not looked at.
 */
export function hidingRules(): HidingRules {
  const selectors = new Set<string>();
  return {
    add(sheet) {
      for (const { selector, declarations } of rulesOf(sheet)) {
        if (!hides(declarations)) continue;
        for (const one of selector.split(',')) selectors.add(one.trim().toLowerCase());
      }
    },
    match(tag, attributes) {
      if (selectors.size === 0) return false;
      const { id, class: classes = '' } = attributes;
      const marks = [...classes.split(/\s+/).flatMap((name) => (name ? `.${name}` : [])), ...(id ? [`#${id}`] : [])];
      return ['', ...marks].some((mark) => {
        const written = mark.toLowerCase();
        return selectors.has(tag + written) || (written !== '' && selectors.has(written));
      });
    },
  };
}

/** The rules of a style sheet that stand in no other. */
function* rulesOf(sheet: string): Generator<{ readonly selector: string; readonly declarations: string }> {
  let at = 0;
  while (at < sheet.length) {
    const open = sheet.indexOf('{', at);
    if (open < 0) return;
    const selector = withoutComments(sheet.slice(at, open));
    const isNesting = selector.startsWith('@');
    const close = isNesting ? endOfNested(sheet, open) : sheet.indexOf('}', open);
    const end = close < 0 ? sheet.length : close;
    if (!isNesting) yield { selector, declarations: withoutComments(sheet.slice(open + 1, end)) };
    at = end + 1;
  }
}

const withoutComments = (css: string): string => css.replace(/\/\*(?:[^*]|\*(?!\/))*(?:\*\/|$)/g, ' ').trim();

function endOfNested(sheet: string, open: number): number {
  let depth = 0;
  for (let at = open; at < sheet.length; at++) {
    if (sheet[at] === '{') depth++;
    else if (sheet[at] === '}' && --depth === 0) return at;
  }
  return -1;
}
