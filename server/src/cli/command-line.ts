import { parseArgs } from 'node:util';
import { didYouMean } from '../portfolio/did-you-mean.ts';
import { type Attempt, type CommandArguments, done, failed, type OptionDescription } from './command.ts';

/**
 * Reads the words after a command. Unlike the strict mode of `parseArgs` it collects every mistake and says what to
 * write instead. `-` is an operand; everything after `--` is.
 */
export function parseCommandLine(
  words: readonly string[],
  options: readonly OptionDescription[],
): Attempt<CommandArguments> {
  const { tokens } = parseArgs({
    args: [...words],
    strict: false,
    tokens: true,
    allowPositionals: true,
    options: {
      ...Object.fromEntries(
        options.map(({ name, value }) => [name, { type: value === undefined ? 'boolean' : 'string' }]),
      ),
      help: { type: 'boolean', short: 'h' },
    },
  });
  const operands: string[] = [];
  const given = new Map<string, string[]>();
  const problems: string[] = [];
  for (const token of tokens) {
    switch (token.kind) {
      case 'positional':
        operands.push(token.value);
        break;
      case 'option': {
        const option = options.find(({ name }) => name === token.name);
        const problem =
          option === undefined
            ? unknownOption(token.rawName, options)
            : problemWithValue(option, token.value, token.inlineValue === true, given.has(option.name));
        if (problem !== undefined) problems.push(problem);
        else given.set(token.name, [...(given.get(token.name) ?? []), token.value ?? '']);
        break;
      }
      case 'option-terminator':
        break;
      default:
        token satisfies never;
    }
  }
  if (problems.length > 0) return failed(...problems);
  return done({
    operands,
    has: (name) => given.has(name),
    value: (name) => given.get(name)?.at(-1),
    values: (name) => given.get(name) ?? [],
  });
}

function unknownOption(written: string, options: readonly OptionDescription[]): string {
  const names = options.map(({ name }) => `--${name}`);
  return `\`${written}\` is not an option${didYouMean(written, names) || `; the options are ${names.join(', ')}`}`;
}

function problemWithValue(
  option: OptionDescription,
  value: string | undefined,
  isInline: boolean,
  isRepeated: boolean,
): string | undefined {
  const name = `--${option.name}`;
  if (option.value === undefined) {
    return value === undefined ? undefined : `${name} takes no value; write \`${name}\` alone`;
  }
  const example = `\`${name} ${option.choices?.[0] ?? option.value}\``;
  // `--as-of --format json`: the next option was not meant as the value.
  if (value === undefined || value === '' || (value.startsWith('--') && !isInline)) {
    return `${name} needs a value; write ${example}`;
  }
  if (isRepeated && !option.isRepeatable) return `${name} is written twice; keep one`;
  if (option.choices !== undefined && !option.choices.includes(value)) {
    const choices = option.choices.map((choice) => `\`${choice}\``).join(', ');
    return `${name} ${value}: write one of ${choices}${didYouMean(value, option.choices)}`;
  }
  const problem = option.problemWith?.(value);
  return problem === undefined ? undefined : `${name} ${value}: ${problem}`;
}
