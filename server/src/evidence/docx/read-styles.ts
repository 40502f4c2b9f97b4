import { readXml, type XmlElement } from './read-xml.ts';

/** What a style, or a paragraph itself, says of how its paragraphs are numbered and shown. */
export interface ParagraphSettings {
  /** `0` takes the paragraph out of every list. */
  readonly list?: string;
  /** The level in the list, from 0. */
  readonly level?: number;
  /** 1 is the highest heading; 0 is body text. */
  readonly heading?: number;
  readonly isHidden?: boolean;
}

export interface Style extends ParagraphSettings {
  readonly id: string;
  readonly basedOn?: string;
}

export interface Styles {
  /** A style with what it inherits. The level is its own only where the list is: a list knows which styles are its levels. */
  readonly paragraph: (id: string | undefined) => ParagraphSettings & { readonly listStyle?: string };
  /** Whether text of a character style is hidden; undefined where it does not say. */
  readonly isHidden: (id: string) => boolean | undefined;
}

/** `<w:b/>`, `<w:b w:val="1"/>`: yes; `0`, `false`, `off`: no. */
export function isOn(element: XmlElement): boolean {
  const value = element.attribute('val');
  return value !== '0' && value !== 'false' && value !== 'off';
}

/** Reads `word/styles.xml`; without one there are no styles. */
export function readStyles(xml: Uint8Array | undefined): Styles {
  const byId = new Map<string, Style>();
  const defaults: { paragraph?: string } = {};
  if (xml !== undefined) readInto(xml, byId, defaults);
  const resolved = new Map<string, ReturnType<Styles['paragraph']>>();
  const resolve = (id: string, below: ReadonlySet<string>): ReturnType<Styles['paragraph']> => {
    const style = byId.get(id);
    const known = resolved.get(id);
    // Styles based on one another in a circle inherit nothing from where it closes.
    if (known !== undefined || style === undefined || below.has(id)) return known ?? {};
    const inherited = style.basedOn === undefined ? {} : resolve(style.basedOn, new Set([...below, id]));
    const own = style.list === undefined ? {} : { listStyle: id };
    const made = { ...inherited, ...settingsOf(style), ...own };
    resolved.set(id, made);
    return made;
  };
  return {
    paragraph: (id) => resolve(id !== undefined && byId.has(id) ? id : (defaults.paragraph ?? ''), new Set()),
    isHidden: (id) => resolve(id, new Set()).isHidden,
  };
}

function settingsOf({ list, level, heading, isHidden }: Style): ParagraphSettings {
  return {
    ...(list !== undefined && { list }),
    ...(level !== undefined && { level }),
    ...(heading !== undefined && { heading }),
    ...(isHidden !== undefined && { isHidden }),
  };
}

function readInto(xml: Uint8Array, byId: Map<string, Style>, defaults: { paragraph?: string }): void {
  let style: { -readonly [Key in keyof Style]: Style[Key] } | undefined;
  const path: string[] = [];
  readXml(xml, {
    open(element) {
      path.push(element.name);
      const value = element.attribute('val');
      if (element.name === 'w:style') {
        const id = element.attribute('styleId') ?? '';
        style = { id };
        byId.set(id, style);
        const isDefault = element.attribute('default');
        if (element.attribute('type') === 'paragraph' && (isDefault === '1' || isDefault === 'true')) {
          defaults.paragraph = id;
        }
      } else if (style === undefined || value === undefined) {
        if (element.name === 'w:vanish' && style !== undefined && isRunSetting(path)) style.isHidden = true;
      } else if (element.name === 'w:basedOn') style.basedOn = value;
      else if (element.name === 'w:numId') style.list = value;
      else if (element.name === 'w:ilvl') style.level = Number(value);
      else if (element.name === 'w:outlineLvl') style.heading = headingOf(value);
      else if (element.name === 'w:vanish' && isRunSetting(path)) style.isHidden = isOn(element);
    },
    close(name) {
      path.pop();
      if (name === 'w:style') style = undefined;
    },
  });
}

/** Directly in the style's `rPr`: settings of the paragraph mark, and of parts of a table, are not the text's. */
const isRunSetting = (path: readonly string[]): boolean => path.at(-2) === 'w:rPr' && path.at(-3) === 'w:style';

/** `outlineLvl` 0 to 8 are headings, 9 is body text. */
export const headingOf = (outlineLevel: string): number => (Number(outlineLevel) + 1) % 10;
