import type { Engine } from '../../../server/src/cli/environment.ts';
import { askPortfolio } from '../../../server/src/portfolio/ask.ts';
import { checkPortfolio } from '../../../server/src/portfolio/check.ts';
import { format } from '../../../server/src/syntax/format.ts';

/** The engine that the command has. */
export const realEngine: Engine = { check: checkPortfolio, ask: askPortfolio, format };
