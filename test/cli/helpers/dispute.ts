import type { Finding } from '../../../server/src/rules/finding.ts';
import type { TextEdit } from '../../../server/src/text/edit.ts';

/** The example of the design: Amazon's runtime against Microsoft's exclusive cloud. */
export const files = {
  'microsoft-openai-2025.deal': `deal microsoft_openai_2025 (
  by = OpenAI, to = Microsoft, from = 2025-10-28
) {
  > [§2.1] Azure is the exclusive cloud for stateless calls
  > to the OpenAI API until AGI is declared.
  azure_api: exclusive(cloud=Azure, scope=stateless_api, until=AGI)
}
`,
  'amazon-openai-2026.deal': `deal amazon_openai_2026 (
  by = OpenAI, to = Amazon, from = 2026-02-27
) {
  runtime: host(scope=stateful_runtime, cloud=Bedrock)
}
`,
};

const spanOf = (file: keyof typeof files, word: string) => {
  const start = files[file].indexOf(word);
  return { start, end: start + word.length };
};

export const runtime = spanOf('amazon-openai-2026.deal', 'runtime');
const edits: readonly TextEdit[] = [{ ...runtime, newText: 'stateful' }];

export const dispute: Finding = {
  rule: 'exclusive-overlap',
  verdict: 'disputed',
  severity: 'error',
  message: '`runtime` hosts on Bedrock what `azure_api` reserves for Azure',
  file: 'amazon-openai-2026.deal',
  span: runtime,
  clauses: [
    { name: 'amazon_openai_2026.runtime', file: 'amazon-openai-2026.deal', span: runtime },
    {
      name: 'microsoft_openai_2025.azure_api',
      file: 'microsoft-openai-2025.deal',
      span: spanOf('microsoft-openai-2025.deal', 'azure_api'),
      quote: 'Azure is the exclusive cloud for stateless calls\nto the OpenAI API until AGI is declared.',
      locator: '§2.1',
    },
  ],
  window: { from: '2026-02-27', untilText: 'AGI' },
  witness: {
    date: '2026-02-27',
    text: '2026-02-27, OpenAI lets Amazon host stateful_runtime on Bedrock',
    values: { scope: 'stateful_runtime', cloud: 'Bedrock' },
  },
  boundParty: 'OpenAI',
  mayObject: ['Microsoft'],
  verdictByReading: { 'as written': 'near miss', microsoft: 'conflict', amazon: 'clear' },
  assumptions: ['`runtime` names no territory'],
  fingerprint: '0123456789abcdef',
};

/** With every field that a finding can have. */
export const full: Finding = {
  ...dispute,
  past: true,
  window: { from: '2026-02-27', until: '2026-04-26' },
  related: [{ file: 'microsoft-openai-2025.deal', span: { start: 0, end: 4 }, message: 'the deal' }],
  decidingFacts: [
    {
      kind: 'event',
      name: 'AGI',
      text: 'only if AGI comes after 2026-02-27',
      conflictWhen: 'AGI comes on 2027-01-01',
      clearWhen: 'AGI comes on 2026-02-27',
    },
  ],
  help: 'carve the runtime out of `azure_api`',
  fix: { title: 'Rename', edits },
};
