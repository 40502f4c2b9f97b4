import { joined } from '../../portfolio/file-host.ts';
import { parse } from '../../syntax/parser.ts';
import { counted } from '../../text/words.ts';
import { visible } from '../cells.ts';
import type { Command } from '../command.ts';
import { complain } from '../complain.ts';
import { displayPath } from '../display-path.ts';
import { ExitCode } from '../exit-code.ts';
import { isSelected, openPortfolio } from '../open-portfolio.ts';
import { colorOptions, helpOption } from '../options.ts';

export const format: Command = {
  name: 'format',
  operands: '[paths]',
  summary: 'Lay out .deal files the one common way',
  details:
    'Writes the files in place and lists those that changed. Spaces, line ends and the commas between them change, and full-width punctuation becomes ASCII; never the meaning.',
  options: [
    { name: 'check', help: 'Write nothing; list the files that are not formatted and exit with 1 if there are any' },
    ...colorOptions,
    helpOption,
  ],
  run: (args, environment) => {
    const opened = openPortfolio(args.operands, environment, { enterOtherPortfolios: true });
    if (!opened.ok) return complain(opened.problems, environment);
    const portfolio = opened.value;
    const isCheck = args.has('check');
    let [files, changed, failures, broken] = [0, 0, 0, 0];
    for (const { path, text } of portfolio.files) {
      if (!isSelected(portfolio, path)) continue;
      files++;
      const shown = visible(displayPath(joined(portfolio.root, path), environment));
      if (parse(text).problems.some(({ severity }) => severity === 'error')) {
        broken++;
        environment.messages.write(
          `deal: ${shown} has errors, and what they are in is left as it is; \`deal check\` shows them\n`,
        );
      }
      const formatted = environment.engine.format(text);
      if (formatted === text) continue;
      changed++;
      const absolute = joined(portfolio.root, path);
      const problem = isCheck ? undefined : environment.writeFile(absolute, formatted, 'w');
      if (problem === undefined) {
        environment.results.write(`${shown}\n`);
      } else {
        failures++;
        environment.messages.write(`deal: ${shown} could not be written: ${problem}\n`);
      }
    }
    const unreadable = portfolio.problems.filter(({ file }) => isSelected(portfolio, file));
    for (const { message, help } of unreadable) environment.messages.write(`deal: ${visible(`${message}; ${help}`)}\n`);
    environment.messages.write(
      isCheck
        ? `${counted(changed, 'file')} of ${files} not formatted${changed > 0 ? '; `deal format` formats them' : ''}\n`
        : `${counted(changed - failures, 'file')} of ${files} formatted anew\n`,
    );
    return failures + broken + unreadable.length > 0 || (isCheck && changed > 0) ? ExitCode.Findings : ExitCode.Clean;
  },
};
