import { isOn } from './read-styles.ts';
import { readXml, type XmlElement } from './read-xml.ts';

/** One level of a list, as `word/numbering.xml` declares it. */
export interface ListLevel {
  readonly start: number;
  readonly format: string;
  /** `%1.%2`: the numbers of the first two levels. */
  readonly text: string;
  /** All numbers in it are shown as digits, whatever their own levels say. */
  readonly isLegal: boolean;
  /** The style whose paragraphs are this level. */
  readonly style?: string;
  /** Starts anew after a level up to this one, from 1; 0: never; undefined: after any higher level. */
  readonly restartAfter?: number;
}

export interface List {
  /** Lists of one definition go on counting where the other stopped. */
  readonly definition: string;
  readonly levels: ReadonlyMap<number, ListLevel>;
  /** Levels that start anew, at this number, where this list is first used. */
  readonly startsAt: ReadonlyMap<number, number>;
}

export type Lists = ReadonlyMap<string, List>;

type MutableLevel = { -readonly [Key in keyof ListLevel]: ListLevel[Key] };

interface Definition {
  readonly levels: Map<number, MutableLevel>;
  /** It stands for the list of a style, or is that of one. */
  linkTo?: string;
  linkedAs?: string;
}

interface Numbered {
  definition: string;
  readonly levels: Map<number, MutableLevel>;
  readonly startsAt: Map<number, number>;
}

/** Reads `word/numbering.xml`; without one there are no lists. Keys are the ids that paragraphs name. */
export function readNumbering(xml: Uint8Array | undefined): Lists {
  const definitions = new Map<string, Definition>();
  const numbered = new Map<string, Numbered>();
  if (xml !== undefined) readInto(xml, definitions, numbered);
  const byStyle = new Map<string, string>();
  for (const [id, { linkedAs }] of definitions) if (linkedAs !== undefined) byStyle.set(linkedAs, id);
  const lists = new Map<string, List>();
  for (const [id, { definition, levels, startsAt }] of numbered) {
    const { linkTo } = definitions.get(definition) ?? {};
    const target = (linkTo === undefined ? undefined : byStyle.get(linkTo)) ?? definition;
    const own = definitions.get(target)?.levels ?? new Map<number, MutableLevel>();
    lists.set(id, { definition: target, levels: new Map([...own, ...levels]), startsAt });
  }
  return lists;
}

function readInto(xml: Uint8Array, definitions: Map<string, Definition>, numbered: Map<string, Numbered>): void {
  let definition: Definition | undefined;
  let list: Numbered | undefined;
  let level: MutableLevel | undefined;
  let override = 0;
  readXml(xml, {
    open(element) {
      const value = element.attribute('val');
      switch (element.name) {
        case 'w:abstractNum':
          definition = { levels: new Map() };
          definitions.set(element.attribute('abstractNumId') ?? '', definition);
          break;
        case 'w:num':
          list = { definition: '', levels: new Map(), startsAt: new Map() };
          numbered.set(element.attribute('numId') ?? '', list);
          break;
        case 'w:lvl':
          level = { start: 0, format: 'decimal', text: '', isLegal: false };
          (list ?? definition)?.levels.set(Number(element.attribute('ilvl')), level);
          break;
        case 'w:lvlOverride':
          override = Number(element.attribute('ilvl'));
          break;
        case 'w:startOverride':
          list?.startsAt.set(override, Number(value));
          break;
        case 'w:abstractNumId':
          if (list !== undefined) list.definition = value ?? '';
          break;
        case 'w:numStyleLink':
          if (definition !== undefined) definition.linkTo = value;
          break;
        case 'w:styleLink':
          if (definition !== undefined) definition.linkedAs = value;
          break;
        default:
          if (level !== undefined) setLevel(level, element, value);
      }
    },
    close(name) {
      if (name === 'w:abstractNum') definition = undefined;
      else if (name === 'w:num') list = undefined;
      else if (name === 'w:lvl') level = undefined;
    },
  });
}

function setLevel(level: MutableLevel, element: XmlElement, value: string | undefined): void {
  switch (element.name) {
    case 'w:start':
      level.start = Number(value);
      break;
    case 'w:numFmt':
      level.format = value ?? 'decimal';
      break;
    case 'w:lvlText':
      level.text = value ?? '';
      break;
    case 'w:isLgl':
      level.isLegal = isOn(element);
      break;
    case 'w:pStyle':
      level.style = value;
      break;
    case 'w:lvlRestart':
      level.restartAfter = Number(value);
      break;
  }
}
