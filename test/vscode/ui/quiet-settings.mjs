import { mkdirSync, writeFileSync } from 'node:fs';

// A workbench without what has nothing to do with the extension.

const QUIET = {
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.tips.enabled': false,
  'workbench.iconTheme': 'vs-seti',
  'chat.disableAIFeatures': true,
  'window.commandCenter': false,
  // biome-ignore lint/suspicious/noTemplateCurlyInString: these are VS Code's own variables.
  'window.title': '${activeEditorShort}${separator}${rootName}',
  'extensions.ignoreRecommendations': true,
  'git.enabled': false,
  // In a browser it is on unless told otherwise: what a test types and does not save would be in the files of the next.
  'files.autoSave': 'off',
  'remote.autoForwardPorts': false,
  'files.exclude': { '.vscode': true },
};

/** Writes the settings of a workspace. */
export function writeQuietSettings(workspace, others = {}) {
  mkdirSync(`${workspace}/.vscode`, { recursive: true });
  writeFileSync(`${workspace}/.vscode/settings.json`, JSON.stringify({ ...QUIET, ...others }));
}
