import { joined } from '../../portfolio/file-host.ts';
import { CONFIG_NAME } from '../../portfolio/load.ts';
import type { Command } from '../command.ts';
import { complain } from '../complain.ts';
import { displayPath } from '../display-path.ts';
import { ExitCode } from '../exit-code.ts';
import { initFrom } from '../init-from.ts';
import { colorOptions, helpOption } from '../options.ts';
import firstDeal from '../templates/first-deal.deal';
import firstText from '../templates/first-deal.md';
import terms from '../templates/terms.deal';

const config = `{
  // Every setting may be left out; https://json.org with comments.

  // What has not happened by this day is open. Without it, today counts.
  // "asOf": "2026-04-30",

  // A scenario: the day of an event, or "never".
  // "assume": { "IPO": "2027-05-03" },

  // The severity of a rule: error, warning, information, hint or off. \`deal explain\` lists the rules.
  // "rules": { "ascii-punctuation": "off" },

  // Files and folders that are not part of the portfolio.
  // "exclude": ["drafts/**"]
}
`;

const FILES: readonly (readonly [path: string, text: string])[] = [
  [CONFIG_NAME, config],
  ['terms.deal', terms],
  ['first-deal.deal', firstDeal],
  ['texts/first-deal.md', firstText],
];

export const init: Command = {
  name: 'init',
  operands: '[folder]',
  summary: 'Start a portfolio: a configuration, terms, a first deal and its text',
  details: `Makes the folder where there is none (default: the current one). Never overwrites a file.

deal init --from CONTRACT
  Writes a .deal file beside a contract (.docx, .pdf, .html, .md or .txt) that lists its sections: each with the passage
  quoted and the kinds of clauses that its words suggest, in comments to turn into clauses.`,
  options: [
    { name: 'from', value: 'CONTRACT', help: 'List the sections of this contract to annotate' },
    ...colorOptions,
    helpOption,
  ],
  run: (args, environment) => {
    const { host, absolute, results } = environment;
    const contract = args.value('from');
    if (contract !== undefined) {
      return args.operands.length > 0
        ? complain(['`--from` takes the place of the folder: the file is written beside the contract'], environment)
        : initFrom(contract, environment);
    }
    if (args.operands.length > 1) return complain(['init takes one folder'], environment);
    const folder = absolute(args.operands[0] ?? '.');
    const shown = displayPath(folder, environment);
    const kind = host.kindOf(folder);
    if (kind !== 'folder' && kind !== 'missing') return complain([`\`${shown}\` is not a folder`], environment);
    const taken = FILES.map(([path]) => path).filter((path) => host.kindOf(joined(folder, path)) !== 'missing');
    if (taken.length > 0) {
      const files = taken.map((path) => `\`${displayPath(joined(folder, path), environment)}\``).join(', ');
      return complain(
        [`${files} would be overwritten; nothing was written. Name another folder: \`deal init FOLDER\``],
        environment,
      );
    }
    for (const [path, text] of FILES) {
      const target = joined(folder, path);
      const problem =
        environment.makeFolder(target.slice(0, target.lastIndexOf('/'))) ?? environment.writeFile(target, text, 'wx');
      const name = displayPath(target, environment);
      if (problem !== undefined) return complain([`\`${name}\` could not be written: ${problem}`], environment);
      results.write(`${name}\n`);
    }
    const argument = shown === '.' ? '' : ` ${shown}`;
    environment.messages.write(`A portfolio to start from; \`deal check${argument}\` checks it.\n`);
    return ExitCode.Clean;
  },
};
