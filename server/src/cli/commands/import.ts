import type { CuadContract } from '../../exchange/cuad-contract.ts';
import { cuadDeal } from '../../exchange/cuad-deal.ts';
import { partyKey } from '../../exchange/cuad-header.ts';
import { importAnnotations } from '../../exchange/import-annotations.ts';
import { type Json, parseJson } from '../../exchange/json.ts';
import { isNotUnderstood } from '../../exchange/not-understood.ts';
import { isAnnotationJson, type ReadAnnotation, readAnnotations } from '../../exchange/read-annotations.ts';
import { readCuadCsv } from '../../exchange/read-cuad-csv.ts';
import { isCuadJson, readCuadJson } from '../../exchange/read-cuad-json.ts';
import { pathOfIri } from '../../exchange/relative-iri.ts';
import { bind } from '../../model/bind.ts';
import type { Model } from '../../model/model.ts';
import { type FileHost, folderOf, isUnreadable, joined } from '../../portfolio/file-host.ts';
import { configuredFolder } from '../../portfolio/find-root.ts';
import { loadPortfolio } from '../../portfolio/load.ts';
import { parseFiles } from '../../portfolio/parse-files.ts';
import { openSources } from '../../portfolio/sources.ts';
import { counted } from '../../text/words.ts';
import { type Attempt, type Command, done, failed } from '../command.ts';
import { complain } from '../complain.ts';
import type { Environment } from '../environment.ts';
import { ExitCode } from '../exit-code.ts';
import { colorOptions, helpOption } from '../options.ts';
import { type NewFile, writeNewFiles } from '../write-new-files.ts';

export const importCommand: Command = {
  name: 'import',
  operands: 'FILE [folder]',
  summary: 'Take annotations of other programs over as clauses',
  details: `FILE is one of
  W3C Web Annotations in JSON-LD, those of \`deal export\` or of any other program;
  annotations of CUAD: CUADv1.json (the form of SQuAD), a list of passages in JSON, or master_clauses.csv.

Writes .deal files into the folder (default: the current one) and never overwrites one. What the annotations do not say is
not made up: a clause of which nobody has said whom it binds holds \`while = unread\` and takes part in no verdict.`,
  options: [
    {
      name: 'texts',
      value: 'FOLDER',
      help: 'Where the contracts of CUAD lie as .txt, for forms that do not hold them',
    },
    ...colorOptions,
    helpOption,
  ],
  run: async (args, environment) => {
    const [written, folderWritten = '.', ...others] = args.operands;
    if (written === undefined) return complain(['import needs the file to take over'], environment);
    if (others.length > 0) return complain(['import takes one file and one folder'], environment);
    const folder = environment.absolute(folderWritten);
    const kind = environment.host.kindOf(folder);
    if (kind !== 'folder' && kind !== 'missing') return complain([`\`${folderWritten}\` is not a folder`], environment);
    const input = readInput(written, environment);
    if (!input.ok) return complain(input.problems, environment);
    const model = modelOf(folder, environment);
    if (!model.ok) return complain(model.problems, environment);
    const taken =
      input.value.kind === 'cuad'
        ? takeCuad(input.value.contracts, written, args.value('texts'), model.value, environment)
        : await takeAnnotations(input.value.annotations, folder, model.value, environment);
    if (!taken.ok) return complain(taken.problems, environment);
    const { files, news } = taken.value;
    if (files.length === 0) return complain([...news, `nothing of \`${written}\` could be taken over`], environment);
    const made = writeNewFiles(folder, files, environment);
    if (!made.ok) return complain(made.problems, environment);
    const argument = folderWritten === '.' ? '' : ` ${folderWritten}`;
    for (const line of [...news, `\`deal check${argument}\` checks them.`]) environment.messages.write(`${line}\n`);
    return ExitCode.Clean;
  },
};

type Input =
  | { readonly kind: 'cuad'; readonly contracts: readonly CuadContract[] }
  | { readonly kind: 'annotations'; readonly annotations: readonly ReadAnnotation[] };

function readInput(written: string, { host, absolute }: Environment): Attempt<Input> {
  const file = absolute(written);
  if (host.kindOf(file) !== 'file') return failed(`\`${written}\`: there is no such file`);
  const text = host.text(file);
  if (isUnreadable(text)) return failed(`\`${written}\` ${text.unreadable}; ${text.help}`);
  if (/\.csv$/i.test(file)) {
    const contracts = readCuadCsv(text);
    return isNotUnderstood(contracts)
      ? failed(`\`${written}\`: ${contracts.problem}`)
      : done({ kind: 'cuad', contracts });
  }
  const json = parseJson(text);
  if (isNotUnderstood(json)) return failed(`\`${written}\`: ${json.problem}`);
  return readJson(json.value, written);
}

function readJson(json: Json, written: string): Attempt<Input> {
  if (isAnnotationJson(json)) {
    const annotations = readAnnotations(json);
    return isNotUnderstood(annotations)
      ? failed(`\`${written}\`: ${annotations.problem}`)
      : done({ kind: 'annotations', annotations });
  }
  if (isCuadJson(json)) {
    const contracts = readCuadJson(json);
    return isNotUnderstood(contracts)
      ? failed(`\`${written}\`: ${contracts.problem}`)
      : done({ kind: 'cuad', contracts });
  }
  return failed(`\`${written}\` holds neither W3C Web Annotations nor annotations of CUAD`);
}

/** What the portfolio around the folder declares; an empty one where there is none yet. */
function modelOf(folder: string, { host }: Environment): Attempt<Model> {
  if (host.kindOf(folder) === 'missing') return done(bind([], { asOf: 0 }));
  const root = configuredFolder(host, folder) ?? folder;
  const { files, unreadableRoot } = loadPortfolio(host, { root });
  if (unreadableRoot !== undefined) return failed(`\`${root}\` ${unreadableRoot.unreadable}; ${unreadableRoot.help}`);
  return done(bind(parseFiles(files), { asOf: 0 }));
}

interface Taken {
  readonly files: readonly NewFile[];
  readonly news: readonly string[];
}

const asFiles = (files: readonly { readonly path: string; readonly text: string }[]): readonly NewFile[] =>
  files.map(({ path, text }) => ({ path, content: text }));

function takeCuad(
  contracts: readonly CuadContract[],
  written: string,
  texts: string | undefined,
  model: Model,
  environment: Environment,
): Attempt<Taken> {
  const findText = textFinder(written, texts, environment);
  const around = { kinds: model.kinds, parties: partiesOf(model), deals: new Set(model.dealsByName.keys()) };
  const withoutText: string[] = [];
  const deals = contracts.flatMap((contract) => {
    const text = contract.text ?? findText(contract.title);
    if (text === undefined) withoutText.push(contract.title);
    return text === undefined ? [] : [cuadDeal({ ...contract, text }, around)];
  });
  const missing = withoutText
    .slice(0, 3)
    .map((title) => `\`${title}.txt\``)
    .join(', ');
  const where = `no text for ${counted(withoutText.length, 'contract')}, such as ${missing}: name its folder with \`--texts\``;
  if (deals.length === 0) return failed(withoutText.length > 0 ? where : `\`${written}\` holds no contract`);
  const sum = (count: (deal: (typeof deals)[number]) => number) =>
    deals.reduce((total, deal) => total + count(deal), 0);
  const notFound = sum((deal) => deal.notFound);
  return done({
    files: deals.flatMap(({ files }) => asFiles(files)),
    news: [
      `${counted(deals.length, 'deal')}, ${counted(
        sum((deal) => deal.clauses),
        'clause',
      )}, ${counted(
        sum((deal) => deal.quotes),
        'quote',
      )}`,
      ...(notFound > 0 ? [`${counted(notFound, 'passage')} that the texts do not have stand in comments`] : []),
      ...(withoutText.length > 0 ? [`deal: ${where}`] : []),
    ],
  });
}

/** By name and by title. */
function partiesOf({ terms }: Model): ReadonlyMap<string, string> {
  const parties = new Map<string, string>();
  for (const { dimension, name, title } of terms) {
    if (dimension !== 'party' || name.includes('.')) continue;
    for (const words of [title, name]) if (words !== undefined) parties.set(partyKey(words), name);
  }
  return parties;
}

/** Finds a contract's text by its title. Only what a listing of the folder shows is opened: a title is no path. */
function textFinder(
  written: string,
  texts: string | undefined,
  { host, absolute }: Environment,
): (title: string) => string | undefined {
  const beside = folderOf(absolute(written));
  const folders =
    texts === undefined ? [joined(beside, 'texts'), joined(beside, 'full_contract_txt'), beside] : [absolute(texts)];
  let listed: ReadonlyMap<string, string> | undefined;
  return (title) => {
    listed ??= new Map(folders.toReversed().flatMap((folder) => textFilesIn(folder, host)));
    const file = listed.get(partyKey(title));
    const text = file === undefined ? undefined : host.text(file);
    return typeof text === 'string' ? text : undefined;
  };
}

function textFilesIn(folder: string, host: FileHost): readonly (readonly [key: string, file: string])[] {
  const entries = host.kindOf(folder) === 'folder' ? host.entries(folder) : [];
  if (isUnreadable(entries)) return [];
  return entries
    .filter(({ name, kind }) => kind === 'file' && /\.txt$/i.test(name))
    .map(({ name }) => [partyKey(name.slice(0, -'.txt'.length)), joined(folder, name)]);
}

async function takeAnnotations(
  annotations: readonly ReadAnnotation[],
  folder: string,
  model: Model,
  { host }: Environment,
): Promise<Attempt<Taken>> {
  const sources = openSources(host, folder);
  const paths = new Set(annotations.flatMap(({ targets }) => targets.flatMap(({ source }) => pathOfIri(source) ?? [])));
  await sources.load([...paths].filter((path) => host.kindOf(joined(folder, path)) === 'file'));
  const { files, clauses, leftOut } = importAnnotations(annotations, {
    kinds: model.kinds,
    deals: new Set(model.dealsByName.keys()),
    readSource: (path) => {
      const source = sources.read(path);
      return 'unavailable' in source ? undefined : source.prepared;
    },
  });
  return done({
    files: asFiles(files),
    news: [counted(clauses, 'clause'), ...leftOut.map((what) => `deal: left out: ${what}`)],
  });
}
