import type { Tree } from '@lezer/common';
import { buildParser } from '@lezer/generator';

/** The deal language as a Lezer grammar, with the same two omissions as Langium's. */
const GRAMMAR = `
@precedence { continues @left, sum @left }

@top File { declaration* }

declaration { Deal | Reading | Expectation | KindDeclaration | DimensionDeclaration | TermDeclaration }

DimensionDeclaration { kw<"dimension"> Name (kw<"who"> | kw<"what"> | kw<"where">) kw<"number">? String? }
TermDeclaration { Name TermItem ("," TermItem)* relation* }
TermItem { Name String? }
relation { In | Overlaps | Distinct | Equals | Open | By | Under | Occurred | After | Before | Presumed }
In { kw<"in"> names }
Overlaps { kw<"overlaps"> names }
Distinct { kw<"distinct"> kw<"from"> names }
Equals { "=" List }
Open { kw<"open"> }
By { kw<"by"> Path }
Under { kw<"under"> Path (kw<"from"> Date)? }
Occurred { kw<"occurred"> Date }
After { kw<"after"> moment }
Before { kw<"before"> moment }
Presumed { kw<"presumed"> (kw<"yes"> | kw<"no">) }
moment { Date | Month | Number | Path }
names { Path | List }

Reading { kw<"reading"> Name String? "{" TermDeclaration* "}" }
KindDeclaration { kw<"kind"> Name Name ("," Name)* "(" (Parameter ("," Parameter)*)? ")" }
Parameter { Name ":" Name ("=" value)? }

Deal { kw<"deal"> Name String? Arguments? follows* "{" (Clause | TermDeclaration)* "}" }
follows { Amends { kw<"amends"> Path } | Supersedes { kw<"supersedes"> Path } | Terminates { kw<"terminates"> Path } }
Clause { Quote* Label? Name Arguments ExceptArguments? precedence* Members? }
ExceptArguments { !continues kw<"except"> Arguments ("," Arguments)* }
Members { "{" (Exception | Clause)* "}" }
Exception { Quote* Label? kw<"except"> Arguments }
Label { Name ":" }
precedence { SubjectTo { kw<"subject"> kw<"to"> names } | Notwithstanding { kw<"notwithstanding"> names } }
Arguments { "(" (Argument ("," Argument)* ","?)? ")" }
Argument { argumentName ("=" value | ("<" | "<=") Number) }

value { Difference { sum kw<"except"> sum } | sum }
sum { Sum { sum !sum ("+" | "-") Number Name } | primary }
primary { Path | List | String | Date | Month | Choice | Range | NumberValue | Money }
List { "[" value ("," value)* ","? "]" }
Path { pathName ("." Name)* }
Choice { (kw<"earlier"> | kw<"later">) kw<"of"> List }
Range { ".." Number | Number ".." Number? }
NumberValue { Number ("%" | Name)? }
Money { Amount Name }

Expectation { kw<"expect"> (kw<"clear"> Path | verdict kw<"between"> Path kw<"and"> Path (kw<"under"> Name)?) }
verdict { Verdict { kw<"conflict"> | kw<"disputed"> | kw<"depends"> | kw<"near"> kw<"miss"> | kw<"clear"> } }

argumentName { Name | ArgumentName { kw<"to"> | kw<"by"> | kw<"from"> | kw<"of"> | kw<"number"> } }
pathName { Name | kw<"yes"> | kw<"no"> }
kw<word> { @specialize[@name={word}]<Name, word> }

@skip { space | LineComment | BlockComment }

@tokens {
  space { $[ \\t\\r\\n\\uFEFF\\u3000]+ }
  LineComment { "//" ![\\n]* }
  BlockComment { "/*" blockRest }
  blockRest { ![*] blockRest | "*" afterStar }
  afterStar { "/" | "*" afterStar | ![/*] blockRest }
  Quote { ">" ![\\n]* ("\\n" $[ \\t]* ">" ![\\n]*)* }
  String { '"' !["\\n]* '"' }
  digit { $[0-9] }
  Date { digit digit digit digit "-" digit digit "-" digit digit }
  Month { digit digit digit digit "-" digit digit }
  decimal { digit+ ("." digit+)? }
  Amount { decimal $[KMBT] }
  Number { decimal }
  letter { $[A-Za-z_\\u00C0-\\u2FFF\\u3040-\\uD7FF] }
  part { letter | digit }
  Name { letter part* ("-" part+)* }
  @precedence { Date, Month, Amount, Number }
  "(" ")" "[" "]" "{" "}" "," ":" "=" "." ".." "<" "<=" "+" "-" "%"
}
`;

export function createLezerParse(): (text: string) => Tree {
  const parser = buildParser(GRAMMAR, { warn: () => undefined });
  return (text) => parser.parse(text);
}

export function inspectLezerTree(tree: Tree): { errors: number; clauses: number } {
  let errors = 0;
  let clauses = 0;
  tree.iterate({
    enter: ({ type }) => {
      if (type.isError) errors++;
      if (type.name === 'Clause') clauses++;
    },
  });
  return { errors, clauses };
}
