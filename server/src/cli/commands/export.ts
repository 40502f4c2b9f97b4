import packageJson from '../../../../package.json';
import { exportAnnotations } from '../../exchange/export-annotations.ts';
import type { Contract } from '../../exchange/export-docx.ts';
import { isNotUnderstood } from '../../exchange/not-understood.ts';
import { readSourceText } from '../../exchange/read-source-text.ts';
import { folderOf, isUnreadable, isWithin, relativeTo } from '../../portfolio/file-host.ts';
import { configuredFolder } from '../../portfolio/find-root.ts';
import { counted } from '../../text/words.ts';
import { type AnalysedPortfolio, analysePortfolio } from '../analyse-portfolio.ts';
import { type Attempt, type Command, type CommandArguments, done, failed } from '../command.ts';
import { complain } from '../complain.ts';
import { displayPath } from '../display-path.ts';
import type { Environment } from '../environment.ts';
import { ExitCode } from '../exit-code.ts';
import { colorOptions, helpOption, scenarioOptions } from '../options.ts';

export const exportCommand: Command = {
  name: 'export',
  operands: 'OUT [paths]',
  summary: 'Write the annotations for other programs, or a contract with comments for Word',
  details: `deal export --annotations OUT.jsonld [paths]
  Every clause with its passage, its kind and the findings about it, as W3C Web Annotations. \`-\` is standard output.
  Save the file at the root of the portfolio: its relative addresses start there.

deal export --docx CONTRACT OUT.docx [paths]
  The contract as a Word document in which each clause and each finding is a comment at its passage. A .docx keeps its
  formatting and its comments; of a contract in another format a plain document is made. The contract is not changed.`,
  options: [
    { name: 'annotations', help: 'Write W3C Web Annotations (JSON-LD)' },
    { name: 'docx', value: 'CONTRACT', help: 'Write this contract as .docx, with comments' },
    ...scenarioOptions,
    ...colorOptions,
    helpOption,
  ],
  run: async (args, environment) => {
    const [out, ...paths] = args.operands;
    const contract = args.value('docx');
    if (args.has('annotations') === (contract !== undefined)) {
      return complain(['write one of `--annotations OUT.jsonld` and `--docx CONTRACT OUT.docx`'], environment);
    }
    if (out === undefined) return complain(['export needs the name of the file to write'], environment);
    const written =
      contract === undefined
        ? await writeAnnotations(out, paths, args, environment)
        : await writeDocx(contract, out, paths, args, environment);
    return written.ok ? ExitCode.Clean : complain(written.problems, environment);
  },
};

async function writeAnnotations(
  out: string,
  paths: readonly string[],
  args: CommandArguments,
  environment: Environment,
): Promise<Attempt<undefined>> {
  const analysed = await analysePortfolio(paths, args, environment);
  if (!analysed.ok) return analysed;
  const { analysis, portfolio } = analysed.value;
  const label = portfolio.root.slice(portfolio.root.lastIndexOf('/') + 1);
  const collection = exportAnnotations(analysis, { label, generator: `Deal ${packageJson.version}` });
  const text = `${JSON.stringify(collection, undefined, 2)}\n`;
  if (out === '-') {
    environment.results.write(text);
    return done(undefined);
  }
  const saved = save(out, text, environment);
  if (saved.ok)
    environment.messages.write(
      `${counted(collection.total, 'annotation')} of ${counted(analysis.model.clauses.length, 'clause')} and what they need\n`,
    );
  return saved;
}

async function writeDocx(
  written: string,
  out: string,
  paths: readonly string[],
  args: CommandArguments,
  environment: Environment,
): Promise<Attempt<undefined>> {
  const { host, absolute, messages } = environment;
  const file = absolute(written);
  if (host.kindOf(file) !== 'file') return failed(`\`${written}\`: there is no such file`);
  if (host.realPath(absolute(out)) === host.realPath(file)) {
    return failed(`\`${out}\` is the contract itself, which stays as it is: name another file`);
  }
  const analysed = await analysePortfolio(paths.length > 0 ? paths : [homeOf(file, environment)], args, environment);
  if (!analysed.ok) return analysed;
  const contract = await contractAt(file, analysed.value, environment);
  if (!contract.ok) return contract;
  // Most runs of the command write no Word document: what it takes is made ready for those that do.
  const { exportDocx } = await import('../../exchange/export-docx.ts');
  const made = exportDocx(analysed.value.analysis, contract.value.source, contract.value.contract);
  if (isNotUnderstood(made)) return failed(`\`${written}\`: ${made.problem}`);
  const saved = save(out, made.bytes, environment);
  if (!saved.ok) return saved;
  messages.write(`${counted(made.placed, 'clause')} beside ${made.placed === 1 ? 'its passage' : 'their passages'}\n`);
  if (made.notPlaced.length > 0) {
    messages.write(
      `deal: not in the body of the document, and so left out: ${made.notPlaced.join(', ')}; \`deal check\` says which quotes are not verified\n`,
    );
  }
  return done(undefined);
}

/** The portfolio of a contract: where a configuration above it marks one, else here, else its own folder. */
function homeOf(file: string, { host, currentFolder }: Environment): string {
  const folder = folderOf(file);
  return configuredFolder(host, folder) ?? (isWithin(currentFolder, file) ? currentFolder : folder);
}

/** The contract, and its path as deals name it. */
async function contractAt(
  file: string,
  { portfolio, analysis, sources }: AnalysedPortfolio,
  environment: Environment,
): Promise<Attempt<{ readonly source: string; readonly contract: Contract }>> {
  const shown = displayPath(file, environment);
  if (!isWithin(portfolio.root, file))
    return failed(`\`${shown}\` lies outside of the portfolio \`${displayPath(portfolio.root, environment)}\``);
  const source = relativeTo(portfolio.root, file);
  if (!analysis.model.deals.some((deal) => deal.source === source)) {
    return failed(`no deal of the portfolio names \`${source}\` as its \`source\``);
  }
  if (/\.docx$/i.test(file)) {
    const bytes = await environment.host.bytes(file);
    return isUnreadable(bytes)
      ? failed(`\`${shown}\` ${bytes.unreadable}; ${bytes.help}`)
      : done({ source, contract: { kind: 'docx', bytes } });
  }
  await sources.load([source]);
  const read = sources.read(source);
  if ('unavailable' in read) return failed(`\`${shown}\` could not be read: ${read.unavailable}`);
  return done({ source, contract: { kind: 'text', ...readSourceText(read) } });
}

/** Writes a file of results, but never over what the portfolio is made of. */
function save(out: string, content: string | Uint8Array, environment: Environment): Attempt<undefined> {
  const target = environment.absolute(out);
  const shown = displayPath(target, environment);
  if (target.endsWith('.deal'))
    return failed(`\`${shown}\` is named like a file of the portfolio: give it another ending`);
  const problem = environment.writeFile(target, content, 'w');
  if (problem !== undefined) return failed(`\`${shown}\` could not be written: ${problem}`);
  environment.results.write(`${shown}\n`);
  return done(undefined);
}
