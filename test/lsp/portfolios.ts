import { folderWith } from '../cli/helpers/deal.ts';

export const TERMS = `party OpenAI
party Microsoft
party Amazon

cloud Azure by Microsoft
cloud Bedrock "Amazon Bedrock" by Amazon

scope model_service "Access to models as a service"
scope stateless_api "One request, one response" in model_service
scope stateful_runtime in model_service distinct from stateless_api

event AGI
`;

/** The file that reserves something. */
export const AZURE = `deal microsoft_openai (
  by = OpenAI,
  to = Microsoft,
  from = 2025-10-28,
  source = "texts/azure.md",
) {
  > [§2.1] Azure is the exclusive cloud for stateless calls.
  azure_api: exclusive(cloud = Azure, scope = stateless_api, until = AGI)
}
`;

/** The file that collides with it. */
export const AMAZON = `deal amazon_openai (by = OpenAI, to = Amazon, from = 2026-02-27, until = 2028-12-31) {
  > Amazon hosts the runtime.
  runtime: host(scope = stateless_api, cloud = Bedrock)
}
`;

export const AZURE_TEXT = `# Agreement

## §2.1

Azure is the exclusive cloud for stateless calls.
`;

export const CONFIG = `{ "asOf": "2026-05-01" }\n`;

/** A portfolio of two deals that collide, as files of a folder. */
export const DISPUTE: Readonly<Record<string, string>> = {
  'terms.deal': TERMS,
  'azure.deal': AZURE,
  'amazon.deal': AMAZON,
  'texts/azure.md': AZURE_TEXT,
  'deal.config.json': CONFIG,
};

/** The same with other files, or with files as others. */
export const disputeFolder = (instead: Readonly<Record<string, string | Uint8Array>> = {}): string =>
  folderWith({ ...DISPUTE, ...instead });
