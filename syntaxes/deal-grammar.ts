/**
 * The TextMate grammar of the language, for editors that colour without the language server, and for the moment before
 * it has answered. `node scripts/run.mjs syntaxes/write-grammar.ts` writes it to `deal.tmLanguage.json`.
 *
 * Scopes follow the default scopes of the semantic tokens of `server/src/editor/semantic-tokens.ts`, so that nothing
 * changes its colour when those arrive. Regular expressions are Oniguruma's.
 */

interface Captures {
  readonly [group: string]: { readonly name?: string; readonly patterns?: readonly Rule[] };
}

interface Rule {
  readonly name?: string;
  readonly contentName?: string;
  readonly include?: string;
  readonly match?: string;
  readonly begin?: string;
  readonly end?: string;
  readonly while?: string;
  readonly captures?: Captures;
  readonly beginCaptures?: Captures;
  readonly endCaptures?: Captures;
  readonly whileCaptures?: Captures;
  readonly patterns?: readonly Rule[];
}

const START = '_\\p{L}\\p{Nl}';
const PART = '_\\p{L}\\p{Nl}\\p{Mn}\\p{Mc}\\p{Nd}\\p{Pc}';
/** The end of a name, and so of a word: what follows would not go on with it. */
const END = `(?![${PART}]|-[${PART}])`;
const NAME = `[${START}][${PART}]*(?:-[${PART}]+)*${END}`;
const PATH = `${NAME}(?:\\.${NAME})*`;
/** Nothing of a name directly before. */
const BEFORE = `(?<![${PART}])(?<![${PART}]-)`;

// ASCII characters with the twins that input methods and word processors type.
const OPEN_PARENTHESIS = '[(（]';
const CLOSE_PARENTHESIS = '[)）]';
const OPEN_BRACKET = '[\\[［]';
const CLOSE_BRACKET = '[\\]］]';
const OPEN_BRACE = '[{｛]';
const CLOSE_BRACE = '[}｝]';
const COMMA = '[,，、]';
const EQUALS = '[=＝]';
const COLON = '[:：]';
const QUOTE_MARK = '[>＞]';
const COMPARISON = '[<>＜＞][=＝]?';

const words = (...list: readonly string[]): string => `${BEFORE}(?:${list.join('|')})${END}`;

const DECLARATIONS = ['deal', 'reading', 'expect', 'kind', 'dimension'];
const RELATIONS = [
  'in',
  'overlaps',
  'distinct',
  'open',
  'by',
  'under',
  'from',
  'occurred',
  'after',
  'before',
  'presumed',
];
const EFFECTS = ['permits', 'excludes', 'forbids', 'obliges', 'preempts', 'equalizes', 'waives', 'records'];
const VERDICTS = ['conflict', 'disputed', 'depends', 'near\\s+miss', 'clear'];
const UNITS_OF_TIME = ['day', 'week', 'month', 'quarter', 'year'].map((unit) => `${unit}s?`);
const CHANGES = ['amends', 'supersedes', 'terminates'];
const RESERVED = [...DECLARATIONS, ...RELATIONS, ...CHANGES, 'except', 'subject', 'notwithstanding', 'to'];

/** A declaration of the file at a line's start: whatever is still open before it was never closed. */
const NEXT_DECLARATION = `(?=^(?:${DECLARATIONS.join('|')})\\s+["“${START}])`;
/** A quote: outside parentheses, and inside them where no comparison goes on. */
const QUOTE_IN_PARENTHESES = `(?=^\\s*${QUOTE_MARK}(?!${EQUALS}?\\s*(?:\\d|$|/)))`;

const include = (...names: readonly string[]): Rule[] => names.map((name) => ({ include: `#${name}` }));
const named = (name: string): { name: string } => ({ name: `${name}.deal` });

const DEAL_NAME = named('entity.name.namespace');
const LABEL = named('variable.other.property.label');
const KIND = named('entity.name.function.kind');
const READING = named('entity.name.type.interface.reading');
const DIMENSION = named('entity.name.type.dimension');
const PARAMETER = named('variable.parameter');
const TERM = named('variable.other.enummember.term');
const PARTY = named('entity.name.type.class.party');
const EVENT = named('variable.other.event');

/** `DIMENSION NAME …`; what is declared after a comma is declared in the same dimension. */
function termRule(dimensions: string, term: { name: string }): Rule {
  return {
    name: 'meta.term.deal',
    begin: `${BEFORE}(?!(?:${RESERVED.join('|')})${END})(${dimensions})\\s+(?!(?:${RELATIONS.join('|')})${END}\\s+[${START}])(${NAME})(?!\\s*(?:${OPEN_PARENTHESIS}|${COLON}))`,
    // To the next line that goes on with neither a relation nor a name after a comma.
    end: `(?=${CLOSE_BRACE})|${NEXT_DECLARATION}|(?=^\\s*(?!(?:${RELATIONS.join('|')})${END}\\s|[,，、=＝\\[［"“/])\\S)`,
    beginCaptures: { 1: DIMENSION, 2: term },
    patterns: [
      ...include('comments', 'strings'),
      {
        begin: COMMA,
        end: `(${NAME})|(?=[^\\s/])`,
        beginCaptures: { 0: named('punctuation.separator.comma') },
        endCaptures: { 1: term },
        patterns: include('comments'),
      },
      // The next term where no line's start tells it apart.
      nextTerm('party', PARTY),
      nextTerm('event|state', EVENT),
      nextTerm('cloud|act|scope|field|territory|channel', TERM),
      { match: words('presumed\\s+(?:yes|no)'), ...named('keyword.other.relation') },
      { match: words('distinct\\s+from', ...RELATIONS), ...named('keyword.other.relation') },
      { match: EQUALS, ...named('keyword.operator.assignment') },
      ...include('list', 'times', 'number', 'path'),
    ],
  };
}

/** A term behind another one on its line. */
const nextTerm = (dimensions: string, term: { name: string }): Rule => ({
  match: `${BEFORE}(${dimensions})\\s+(?!(?:${RELATIONS.join('|')})${END})(${NAME})`,
  captures: { 1: DIMENSION, 2: term },
});

const repository: Record<string, Rule> = {
  comments: {
    patterns: [
      {
        ...named('comment.line.double-slash'),
        match: `(//)(?:\\s*(deal-ignore)${END}(?:\\s+([\\p{L}\\p{N}-]+))?)?.*$`,
        captures: {
          1: named('punctuation.definition.comment'),
          2: named('keyword.control.ignore'),
          3: named('constant.other.rule'),
        },
      },
      {
        ...named('comment.block'),
        begin: '/\\*',
        end: '\\*/',
        captures: { 0: named('punctuation.definition.comment') },
        patterns: [
          {
            match: `(deal-ignore)${END}(?:\\s+([\\p{L}\\p{N}-]+))?`,
            captures: { 1: named('keyword.control.ignore'), 2: named('constant.other.rule') },
          },
        ],
      },
    ],
  },

  // Adjacent lines that start with `>`, raw to their ends.
  quote: {
    ...named('markup.quote'),
    begin: `^\\s*(${QUOTE_MARK})(?:\\s*(\\[§[^\\]]*\\]))?`,
    while: `^[ \\t　]*(${QUOTE_MARK})`,
    beginCaptures: { 1: named('punctuation.definition.quote.begin'), 2: named('constant.other.reference.locator') },
    whileCaptures: { 1: named('punctuation.definition.quote.begin') },
    patterns: [{ match: '\\[(?:\\.\\.\\.|…)\\]', ...named('constant.character.omission') }],
  },

  strings: {
    patterns: [
      {
        ...named('string.quoted.double'),
        begin: '"',
        end: '"|$',
        beginCaptures: { 0: named('punctuation.definition.string.begin') },
        endCaptures: { 0: named('punctuation.definition.string.end') },
      },
      {
        ...named('string.quoted.double.curly'),
        begin: '“',
        end: '”|$',
        beginCaptures: { 0: named('punctuation.definition.string.begin') },
        endCaptures: { 0: named('punctuation.definition.string.end') },
      },
    ],
  },

  // Values.
  times: {
    patterns: [
      { match: `${BEFORE}\\d{4}-\\d{2}-\\d{2}${END}`, ...named('constant.numeric.date') },
      { match: `${BEFORE}\\d{4}-\\d{2}${END}`, ...named('constant.numeric.month') },
      {
        match: `${BEFORE}(\\d+)\\s+(${UNITS_OF_TIME.join('|')})${END}`,
        captures: { 1: named('constant.numeric.duration'), 2: named('keyword.other.unit.time') },
      },
    ],
  },
  money: {
    match: `${BEFORE}(\\d+(?:\\.\\d+)?)([KMBT]?)\\s+([A-Z]{3})${END}`,
    captures: {
      1: named('constant.numeric.money'),
      2: named('keyword.other.unit.magnitude'),
      3: named('keyword.other.unit.currency'),
    },
  },
  percent: {
    match: `${BEFORE}(\\d+(?:\\.\\d+)?)\\s*([%％])`,
    captures: { 1: named('constant.numeric.percent'), 2: named('keyword.other.unit.percent') },
  },
  number: { match: `${BEFORE}\\d+(?:\\.\\d+)?${END}`, ...named('constant.numeric') },
  words: {
    patterns: [
      { match: `(?<!\\.)${words('all', 'yes', 'no', 'perpetual')}`, ...named('constant.language') },
      { match: `(?<!\\.)${words('earlier', 'later')}\\s+of${END}`, ...named('keyword.operator.word') },
      { match: `(?<!\\.)${words('except')}`, ...named('keyword.operator.word') },
      { match: words('start', 'end'), ...named('variable.language') },
    ],
  },
  path: {
    patterns: [
      { match: `${BEFORE}${NAME}`, ...named('variable.other.enummember') },
      { match: '\\.(?!\\.)', ...named('punctuation.accessor') },
    ],
  },
  operators: {
    patterns: [
      { match: '\\.\\.', ...named('keyword.operator.range') },
      { match: '[+-]', ...named('keyword.operator.arithmetic') },
      { match: COMPARISON, ...named('keyword.operator.comparison') },
      { match: EQUALS, ...named('keyword.operator.assignment') },
      { match: COMMA, ...named('punctuation.separator.comma') },
    ],
  },
  list: {
    begin: OPEN_BRACKET,
    end: `${CLOSE_BRACKET}|(?=[(){}（）｛｝])|${NEXT_DECLARATION}`,
    beginCaptures: { 0: named('punctuation.section.list.begin') },
    endCaptures: { 0: named('punctuation.section.list.end') },
    patterns: include('values'),
  },
  values: {
    patterns: include(
      'comments',
      'strings',
      'list',
      'times',
      'money',
      'percent',
      'number',
      'words',
      'path',
      'operators',
    ),
  },

  // Arguments.
  argument: {
    match: `${BEFORE}(${NAME})\\s*(?:(${EQUALS})|(${COMPARISON}))`,
    captures: {
      1: PARAMETER,
      2: named('keyword.operator.assignment'),
      3: named('keyword.operator.comparison'),
    },
  },
  arguments: {
    ...named('meta.arguments'),
    begin: OPEN_PARENTHESIS,
    end: `${CLOSE_PARENTHESIS}|(?=[{}｛｝])|${NEXT_DECLARATION}|${QUOTE_IN_PARENTHESES}`,
    beginCaptures: { 0: named('punctuation.section.arguments.begin') },
    endCaptures: { 0: named('punctuation.section.arguments.end') },
    patterns: include('comments', 'argument', 'values'),
  },

  // A deal or one of its clauses.
  reference: {
    patterns: [
      {
        match: `${BEFORE}(${NAME})(\\.)(${NAME})`,
        captures: { 1: DEAL_NAME, 2: named('punctuation.accessor'), 3: LABEL },
      },
      { match: `${BEFORE}${NAME}`, ...DEAL_NAME },
    ],
  },
  referenceList: {
    begin: OPEN_BRACKET,
    end: `${CLOSE_BRACKET}|(?=[(){}（）｛｝])|${NEXT_DECLARATION}`,
    beginCaptures: { 0: named('punctuation.section.list.begin') },
    endCaptures: { 0: named('punctuation.section.list.end') },
    patterns: [...include('comments', 'reference'), { match: COMMA, ...named('punctuation.separator.comma') }],
  },

  // Clauses.
  label: {
    match: `${BEFORE}(${NAME})\\s*(${COLON})`,
    captures: { 1: LABEL, 2: named('punctuation.separator.label') },
  },
  except: { match: `${words('except')}(?=\\s*(?:${OPEN_PARENTHESIS}|$))`, ...named('keyword.other.except') },
  precedence: {
    begin: `${words('subject\\s+to', 'notwithstanding')}`,
    end: `(${PATH})|(?<=${CLOSE_BRACKET})|(?=[(){}（）｛｝>＞:：])`,
    beginCaptures: { 0: named('keyword.other.precedence') },
    endCaptures: { 1: { patterns: include('reference') } },
    patterns: include('comments', 'referenceList'),
  },
  call: { match: `${BEFORE}(?!except${END})(${NAME})(?=\\s*${OPEN_PARENTHESIS})`, captures: { 1: KIND } },
  block: {
    ...named('meta.block'),
    begin: OPEN_BRACE,
    end: `${CLOSE_BRACE}|${NEXT_DECLARATION}`,
    beginCaptures: { 0: named('punctuation.section.block.begin') },
    endCaptures: { 0: named('punctuation.section.block.end') },
    patterns: include('members'),
  },
  members: {
    patterns: include(
      'comments',
      'quote',
      'except',
      'label',
      'call',
      'arguments',
      'precedence',
      'block',
      'term',
      'strings',
    ),
  },

  // Declarations.
  term: {
    patterns: [termRule('party', PARTY), termRule('event|state', EVENT), termRule(NAME, TERM)],
  },
  deal: {
    ...named('meta.deal'),
    begin: `(${words('deal')})\\s+(${NAME})`,
    end: `(?<=${CLOSE_BRACE})|${NEXT_DECLARATION}`,
    beginCaptures: { 1: named('keyword.declaration'), 2: DEAL_NAME },
    patterns: [
      ...include('comments', 'strings', 'arguments'),
      {
        begin: words(...CHANGES),
        end: `(${PATH})|(?=[(){}（）｛｝])`,
        beginCaptures: { 0: named('keyword.other.change') },
        endCaptures: { 1: { patterns: include('reference') } },
        patterns: include('comments'),
      },
      ...include('block'),
    ],
  },
  reading: {
    ...named('meta.reading'),
    begin: `(${words('reading')})\\s+(${NAME})`,
    end: `(?<=${CLOSE_BRACE})|${NEXT_DECLARATION}`,
    beginCaptures: { 1: named('keyword.declaration'), 2: READING },
    patterns: include('comments', 'strings', 'block'),
  },
  expect: {
    ...named('meta.expectation'),
    begin: `(${words('expect')})(?:\\s+(${VERDICTS.join('|')})${END})?`,
    end: `(?=[{}｛｝])|${NEXT_DECLARATION}|(?=^\\s*(?!(?:between|and|under)${END}|/)\\S)`,
    beginCaptures: { 1: named('keyword.declaration'), 2: named('constant.language.verdict') },
    patterns: [
      ...include('comments'),
      { match: `(${words('under')})\\s+(${NAME})`, captures: { 1: named('keyword.other.expectation'), 2: READING } },
      { match: words('between', 'and', 'under'), ...named('keyword.other.expectation') },
      ...include('reference'),
    ],
  },
  kind: {
    ...named('meta.kind'),
    begin: `(${words('kind')})\\s+(${NAME})`,
    end: `(?<=${CLOSE_PARENTHESIS})|(?=[{}｛｝])|${NEXT_DECLARATION}|(?=^\\s*(?!(?:${EFFECTS.join('|')})${END}|[,，、(（/])\\S)`,
    beginCaptures: { 1: named('keyword.declaration'), 2: KIND },
    patterns: [
      ...include('comments'),
      { match: words(...EFFECTS), ...named('storage.modifier.effect') },
      { match: COMMA, ...named('punctuation.separator.comma') },
      {
        ...named('meta.parameters'),
        begin: OPEN_PARENTHESIS,
        end: `${CLOSE_PARENTHESIS}|(?=[{}｛｝])|${NEXT_DECLARATION}`,
        beginCaptures: { 0: named('punctuation.section.parameters.begin') },
        endCaptures: { 0: named('punctuation.section.parameters.end') },
        patterns: [
          ...include('comments'),
          {
            match: `${BEFORE}(${NAME})\\s*(${COLON})\\s*(${NAME})`,
            captures: { 1: PARAMETER, 2: named('punctuation.separator.type'), 3: named('entity.name.type') },
          },
          ...include('values'),
        ],
      },
    ],
  },
  dimension: {
    match: `(${words('dimension')})\\s+(${NAME})(?:\\s+(who|what|where)${END})?(?:\\s+(number)${END})?`,
    captures: {
      1: named('keyword.declaration'),
      2: DIMENSION,
      3: named('storage.modifier.question'),
      4: named('storage.modifier.number'),
    },
  },
};

export const dealGrammar = {
  $schema: 'https://raw.githubusercontent.com/martinring/tmlanguage/master/tmlanguage.json',
  name: 'Deal',
  scopeName: 'source.deal',
  fileTypes: ['deal'],
  patterns: include('comments', 'deal', 'reading', 'expect', 'kind', 'dimension', 'members'),
  repository,
};
