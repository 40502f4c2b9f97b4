import { AS_WRITTEN } from '../conflicts/docket.ts';
import { bind } from '../model/bind.ts';
import { declaredNames, filesWithNames } from '../portfolio/declared-names.ts';
import { didYouMean } from '../portfolio/did-you-mean.ts';
import { impossibleAssumptions } from '../portfolio/impossible-scenario.ts';
import { CONFIG_NAME } from '../portfolio/load.ts';
import { parseFiles } from '../portfolio/parse-files.ts';
import { listed } from '../text/words.ts';
import { type Attempt, type CommandArguments, done, failed } from './command.ts';
import type { OpenPortfolio } from './open-portfolio.ts';
import { assumed } from './options.ts';

/**
 * A scenario about an event or a reading that nobody declared would be judged as if it had not been given, and one that the
 * terms rule out as if nothing collided in it.
 */
export function checkScenario({ files, config }: OpenPortfolio, args: CommandArguments): Attempt<undefined> {
  const reading = args.value('reading');
  const written = args.values('assume').map((assumption) => assumption.slice(0, assumption.lastIndexOf('=')).trim());
  const configured = Object.keys(config.assume ?? {});
  if (reading === undefined && written.length === 0 && configured.length === 0) return done(undefined);
  const vocabulary = parseFiles(filesWithNames(files));
  const { readings, events, ambiguous } = declaredNames(vocabulary);
  const problems = [
    ...unknown('--reading', 'reading', reading === undefined ? [] : [reading], new Set([...readings, AS_WRITTEN])),
    ...unknown('--assume', 'event', written, events),
    ...unknown(`${CONFIG_NAME}: \`assume\``, 'event', configured, events),
    ...unclear('--assume', written, ambiguous),
    ...unclear(`${CONFIG_NAME}: \`assume\``, configured, ambiguous),
  ];
  if (problems.length > 0) return failed(...problems);
  const sourceOf = (event: string): string => (written.includes(event) ? '--assume' : `${CONFIG_NAME}: \`assume\``);
  const impossible = impossibleAssumptions(bind(vocabulary, { asOf: 0 }), assumed(args, config), reading);
  return impossible.length === 0
    ? done(undefined)
    : failed(...impossible.map(({ event, message }) => `${sourceOf(event)}: ${message}`));
}

/** Names of which it is not clear which event is meant. */
const unclear = (
  where: string,
  names: readonly string[],
  ambiguous: ReadonlyMap<string, readonly string[]>,
): readonly string[] =>
  names.flatMap((name) => {
    const full = ambiguous.get(name);
    return full
      ? [
          `${where}: several deals have an event \`${name}\` of their own; name one: ${listed(
            full.map((one) => `\`${one}\``),
            'or',
          )}`,
        ]
      : [];
  });

function unknown(
  where: string,
  what: string,
  names: readonly string[],
  declared: ReadonlySet<string>,
): readonly string[] {
  const list = [...declared].map((name) => `\`${name}\``).join(', ');
  const isNone = [...declared].every((name) => name === AS_WRITTEN);
  const otherwise = isNone ? `; nor any other` : `; it declares ${list}`;
  return names
    .filter((name) => !declared.has(name))
    .map((name) => `${where}: the portfolio declares no ${what} \`${name}\`${didYouMean(name, declared) || otherwise}`);
}
