import { createColors } from 'picocolors';
import type { Answer } from '../../portfolio/ask.ts';
import type { Verdict } from '../../rules/finding.ts';
import { checkScenario } from '../check-scenario.ts';
import type { Command } from '../command.ts';
import { complain } from '../complain.ts';
import { displayPath } from '../display-path.ts';
import { ExitCode } from '../exit-code.ts';
import { openPortfolio } from '../open-portfolio.ts';
import {
  colorOptions,
  failOnOption,
  formatOption,
  helpOption,
  isReached,
  scenario,
  scenarioOptions,
  threshold,
  wantsColor,
} from '../options.ts';
import { progress, whileChecking } from '../progress.ts';
import { jsonAnswer } from '../reporters/json.ts';
import { type Texts, textsOf } from '../reporters/report.ts';
import { findingText } from '../reporters/text.ts';
import { columnsOf } from './check.ts';

const EXAMPLE = "deal ask 'host(by=OpenAI, to=Contoso, scope=stateless_api, cloud=Bedrock, from=2026-06-01)'";

export const ask: Command = {
  name: 'ask',
  operands: '"CLAUSE" [paths]',
  summary: 'May this clause be granted, and if not, what stands in the way?',
  details: `The clause is judged against the portfolio as if one of its parties granted it. A name that is declared nowhere
stands for something new. For example:
  ${EXAMPLE}`,
  options: [formatOption(['text', 'json']), failOnOption, ...scenarioOptions, ...colorOptions, helpOption],
  run: (args, environment) => {
    const [question, ...paths] = args.operands;
    if (question === undefined || question.trim() === '') {
      return complain([`ask needs a clause between quotation marks; write \`${EXAMPLE}\``], environment);
    }
    const news = progress(environment);
    const opened = openPortfolio(paths, environment, { news });
    if (!opened.ok) return complain(opened.problems, environment);
    const fits = checkScenario(opened.value, args);
    if (!fits.ok) return complain(fits.problems, environment);
    const { files, config, root } = opened.value;
    // Quotes are no part of the answer: no source is read.
    const options = scenario(args, config, environment);
    const answer = whileChecking(news, files.length, () => environment.engine.ask(files, question, options));
    const byPath = new Map(files.map((file) => [file.path, file.text]));
    // What is in no file of the portfolio is in the question.
    const inPortfolio = textsOf(displayPath(root, environment), (file) => byPath.get(file) ?? question);
    const texts: Texts = {
      ...inPortfolio,
      shownAs: (file) => (byPath.has(file) ? inPortfolio.shownAs(file) : file),
    };
    const isWrong = answer.problems.some(({ severity }) => severity === 'error');
    const told = isWrong ? answer.problems : [...answer.findings, ...answer.problems, ...answer.newNames];
    if (args.value('format') === 'json') {
      environment.results.write(jsonAnswer(question, answer, texts));
    } else {
      const colors = createColors(wantsColor(args, environment));
      const style = { color: colors.isColorSupported, columns: columnsOf(environment) };
      const output = isWrong ? environment.messages : environment.results;
      for (const finding of told) output.write(`${findingText(finding, texts, colors, style)}\n\n`);
      if (!isWrong) environment.results.write(`${inWords(answer)}\n`);
    }
    if (isWrong)
      return complain(['the question is not a clause that can be judged; mend it and ask again'], environment);
    const severities = new Set(told.map(({ severity }) => severity));
    return isReached(threshold(args), severities) ? ExitCode.Findings : ExitCode.Clean;
  },
};

const IN_WORDS: Readonly<Record<Verdict, string>> = {
  conflict: 'conflict: it may not be granted as long as the promises above stand',
  disputed: 'disputed: whether it may be granted depends on the reading',
  depends: 'depends: whether it may be granted depends on facts that nobody has stated',
  'near miss': 'near miss: it may be granted as the terms are written, but see above how close it comes',
  clear: 'clear: nothing in the portfolio stands in the way',
};

function inWords({ verdict, findings, problems }: Answer): string {
  if (verdict === 'clear' && findings.some(({ rule }) => rule === 'not-checked')) {
    return 'not checked: nothing else in the portfolio stands in the way, but see above what could not be judged';
  }
  if (verdict === 'clear' && problems.length > 0) {
    return `${IN_WORDS.clear}, but see above what is said of the question itself`;
  }
  const isPast = findings.length > 0 && findings.every(({ past }) => past === true);
  return isPast ? `${IN_WORDS[verdict]}; but all of it lies in the past` : IN_WORDS[verdict];
}
