import type { Command, OptionDescription } from './command.ts';

/** What `deal --help` shows. */
export function generalHelp(commands: readonly Command[]): string {
  const usages = commands.map(({ name, operands }) => `deal ${name} ${operands}`);
  const width = Math.max(...usages.map((usage) => usage.length));
  return `Annotate contracts, and find where their promises collide.

Usage:
${commands.map(({ summary }, index) => `  ${usages[index].padEnd(width)}  ${summary}`).join('\n')}

  deal COMMAND --help shows the options of a command; deal --version the version.

Exit codes: 0 nothing found at or above the threshold, 1 findings, 2 wrong use or configuration, 3 internal error.
`;
}

/** What `deal COMMAND --help` shows. */
export function commandHelp({ name, operands, summary, details, options }: Command): string {
  const left = options.map(written);
  const width = Math.max(...left.map((option) => option.length));
  return `${summary}

Usage: deal ${name} [options] ${operands}

${details}

Options:
${options.map(({ help }, index) => `  ${left[index].padEnd(width)}  ${help}`).join('\n')}
`;
}

const written = ({ name, value }: OptionDescription): string =>
  value === undefined ? `--${name}` : `--${name} ${value}`;
