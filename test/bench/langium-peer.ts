/**
 * The deal language in Langium's grammar language, as someone would write it who wants a good tree from Langium. Two
 * things are left out, for all peers alike: the twins of ASCII punctuation, and `>` and `>=` in arguments (a line that
 * starts with `>` is always a quote). The generated texts use neither.
 */
const GRAMMAR = `
grammar Deal

entry File: declarations+=Declaration*;

Declaration: Deal | Reading | Expectation | KindDeclaration | DimensionDeclaration | TermDeclaration;

DimensionDeclaration:
  'dimension' name=Name question=('who' | 'what' | 'where') number?='number'? title=STRING?;
TermDeclaration:
  dimension=ID items+=TermItem (',' items+=TermItem)* relations+=Relation*;
TermItem: name=Name title=STRING?;
Relation:
  In | Overlaps | Distinct | Equals | Open | By | Under | Occurred | After | Before | Presumed;
In: 'in' names=Names;
Overlaps: 'overlaps' names=Names;
Distinct: 'distinct' 'from' names=Names;
Equals: '=' list=List;
Open: open?='open';
By: 'by' party=Path;
Under: 'under' party=Path ('from' date=DATE)?;
Occurred: 'occurred' date=DATE;
After: 'after' time=Moment;
Before: 'before' time=Moment;
Presumed: 'presumed' answer=('yes' | 'no');
Moment: Path | DateValue | MonthValue | Year;
Year: number=NUMBER;
Names: Path | List;

Reading: 'reading' name=Name title=STRING? '{' terms+=TermDeclaration* '}';
KindDeclaration:
  'kind' name=Name effects+=ID (',' effects+=ID)*
  '(' (parameters+=Parameter (',' parameters+=Parameter)*)? ')';
Parameter: name=Name ':' type=Name ('=' value=Value)?;

Deal:
  'deal' name=Name title=STRING? arguments=Arguments? follows+=Follows*
  '{' members+=(Clause | TermDeclaration)* '}';
Follows: how=('amends' | 'supersedes' | 'terminates') deal=Path;
Clause:
  quotes+=QUOTE* (label=Name ':')? kind=ID arguments=Arguments
  ('except' exceptions+=Arguments (',' exceptions+=Arguments)*)?
  order+=Precedence*
  ('{' members+=(Exception | Clause)* '}')?;
Exception: quotes+=QUOTE* (label=Name ':')? 'except' arguments=Arguments;
Precedence: (how='subject' 'to' | how='notwithstanding') names=Names;
Arguments: {infer Arguments} '(' (arguments+=Argument (',' arguments+=Argument)* ','?)? ')';
Argument: name=Name ('=' value=Value | comparison=('<' | '<=') bound=NUMBER);

Value: Sum ({infer Difference.left=current} 'except' right=Sum)?;
Sum infers Value: Primary ({infer Sum.left=current} operator=('+' | '-') count=NUMBER unit=Name)*;
Primary infers Value: Path | List | Text | DateValue | MonthValue | Choice | RangeTo | NumberValue;
List: {infer List} '[' values+=Value (',' values+=Value)* ','? ']';
Path: names+=Name ('.' names+=Name)*;
Text: text=STRING;
DateValue: date=DATE;
MonthValue: month=MONTH;
Choice: choice=('earlier' | 'later') 'of' list=List;
RangeTo: '..' bound=NUMBER;
NumberValue:
  number=NUMBER (percent?='%' | unit=ID | range?='..' upTo=NUMBER?)?
  | amount=AMOUNT currency=ID;

Expectation:
  'expect' ('clear' clause=Path
  | verdict=Verdict 'between' first=Path 'and' second=Path ('under' reading=Name)?);
Verdict returns string: 'conflict' | 'disputed' | 'depends' | 'near' 'miss' | 'clear';

Name returns string:
  ID | 'to' | 'by' | 'from' | 'in' | 'of' | 'under' | 'open' | 'number' | 'who' | 'what' | 'where' | 'and' | 'between'
  | 'yes' | 'no' | 'after' | 'before' | 'clear' | 'conflict' | 'near' | 'miss' | 'subject' | 'kind' | 'reading';

hidden terminal WS: /[ \\t\\r\\n\\uFEFF\\u3000]+/;
hidden terminal LINE_COMMENT: /\\/\\/[^\\n\\r]*/;
hidden terminal BLOCK_COMMENT: /\\/\\*[\\s\\S]*?\\*\\//;
terminal QUOTE: />[^\\n]*(\\n[ \\t]*>[^\\n]*)*/;
terminal STRING: /"[^"\\n]*"/;
terminal DATE: /[0-9]{4}-[0-9]{2}-[0-9]{2}/;
terminal MONTH: /[0-9]{4}-[0-9]{2}/;
terminal AMOUNT: /[0-9]+(\\.[0-9]+)?[KMBT]/;
terminal NUMBER: /[0-9]+(\\.[0-9]+)?/;
terminal ID: /[A-Za-z_\\u00C0-\\u2FFF\\u3040-\\uD7FF][A-Za-z0-9_\\u00C0-\\u2FFF\\u3040-\\uD7FF]*(-[A-Za-z0-9_\\u00C0-\\u2FFF\\u3040-\\uD7FF]+)*/;
`;

export interface LangiumTree {
  readonly value: unknown;
  readonly errors: number;
}

export async function createLangiumParse(): Promise<(text: string) => LangiumTree> {
  // Langium 4.4's parser generator wants Object.groupBy, which Node 20 lacks.
  const object = Object as unknown as { groupBy?: typeof groupBy };
  object.groupBy ??= groupBy;
  const { createServicesForGrammar } = await import('langium/grammar');
  const services = await createServicesForGrammar({ grammar: GRAMMAR });
  const parser = services.parser.LangiumParser;
  return (text) => {
    const { value, lexerErrors, parserErrors } = parser.parse(text);
    return { value, errors: lexerErrors.length + parserErrors.length };
  };
}

interface LangiumNode {
  readonly $type: string;
  readonly declarations?: readonly LangiumNode[];
  readonly members?: readonly LangiumNode[];
}

export function countLangiumClauses(tree: LangiumTree): number {
  const count = (node: LangiumNode): number => {
    let clauses = node.$type === 'Clause' ? 1 : 0;
    for (const child of node.declarations ?? node.members ?? []) clauses += count(child);
    return clauses;
  };
  return count(tree.value as LangiumNode);
}

function groupBy<T, K extends PropertyKey>(items: Iterable<T>, keyOf: (item: T, index: number) => K): Record<K, T[]> {
  const groups = Object.create(null) as Record<K, T[]>;
  let index = 0;
  for (const item of items) {
    const key = keyOf(item, index++);
    groups[key] ??= [];
    groups[key].push(item);
  }
  return groups;
}
