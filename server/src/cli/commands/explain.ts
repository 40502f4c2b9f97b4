import rulePages from 'deal:rule-pages';
import { didYouMean } from '../../portfolio/did-you-mean.ts';
import type { Command } from '../command.ts';
import { complain } from '../complain.ts';
import { ExitCode } from '../exit-code.ts';
import { colorOptions, helpOption } from '../options.ts';

export const explain: Command = {
  name: 'explain',
  operands: '[RULE]',
  summary: 'Tell what a rule is about; without a rule, list the rules',
  details: 'The name of a rule stands in brackets at the start of each of its findings.',
  options: [...colorOptions, helpOption],
  run: (args, environment) => {
    const [written, ...others] = args.operands;
    if (others.length > 0) return complain(['explain takes one rule at a time'], environment);
    const rules = Object.keys(rulePages);
    if (written === undefined) {
      const width = Math.max(0, ...rules.map((rule) => rule.length));
      for (const rule of rules) {
        environment.results.write(`${rule.padEnd(width)}  ${firstSentence(rulePages[rule])}\n`);
      }
      return ExitCode.Clean;
    }
    // As copied from a finding: `error[near-miss]`.
    const rule = written.replace(/^\w*\[(.*)\]:?$/, '$1').toLowerCase();
    if (!Object.hasOwn(rulePages, rule)) {
      const hint = didYouMean(rule, rules) || '; `deal explain` lists the rules';
      return complain([`there is no rule \`${written}\`${hint}`], environment);
    }
    environment.results.write(`${rulePages[rule].trimEnd()}\n`);
    return ExitCode.Clean;
  },
};

/** Of the first paragraph below the title, without marks; the title where the page has nothing else. */
function firstSentence(page: string): string {
  const paragraphs = page.split(/\r?\n\s*\r?\n/).map((paragraph) => paragraph.trim());
  const paragraph = paragraphs.find((text) => text !== '' && !/^(?:#|>|```|---|\||[-*] )/.test(text));
  const text = (paragraph ?? paragraphs[0] ?? '').replace(/^#+\s*/, '').replace(/\s+/g, ' ');
  return /^.*?[.!?](?=\s|$)/.exec(text)?.[0] ?? text;
}
