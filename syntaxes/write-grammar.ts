import { writeFileSync } from 'node:fs';
import { dealGrammar } from './deal-grammar.ts';

// `node scripts/run.mjs syntaxes/write-grammar.ts`, from the root of the repository.
writeFileSync('syntaxes/deal.tmLanguage.json', `${JSON.stringify(dealGrammar, undefined, 2)}\n`);
