import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepareCacheFolder } from '../test/vscode/host/cache-folder.mjs';
import { launchChromium } from '../test/vscode/host/chromium.mjs';
import { addressOf, installExtension, startServer } from '../test/vscode/host/server-workbench.mjs';
import { PICTURES, takePictures } from '../test/vscode/ui/pictures.mjs';
import { writeQuietSettings } from '../test/vscode/ui/quiet-settings.mjs';
import { packExtension } from './package.mjs';
import { root } from './setup.mjs';

// `npm run screenshots`, after `npm run build`: the example portfolio in a real VS Code, in light, dark and high contrast, to
// `dist/screenshots`. From there the pictures of the README go to `docs/images`, and those of the walkthrough to
// `client/media/walkthrough`.

const THEMES = {
  light: 'Light Modern',
  dark: 'Dark Modern',
  contrast: 'Default High Contrast',
};

const why = prepareCacheFolder();
if (why !== undefined) throw new Error(why);
const temporary = mkdtempSync(join(tmpdir(), 'deal-screenshots-'));
const target = `${root}dist/screenshots/`;
rmSync(target, { recursive: true, force: true });
mkdirSync(target, { recursive: true });
installExtension(temporary, await packExtension());
const server = await startServer({ folder: temporary });
const browser = await launchChromium();
try {
  for (const [name, theme] of Object.entries(THEMES)) {
    const workspace = join(temporary, name, 'ai-cloud');
    cpSync(`${root}examples/ai-cloud`, workspace, { recursive: true });
    writeQuietSettings(workspace, {
      'workbench.colorTheme': theme,
      'deal.asOf': '2026-03-18',
      'editor.minimap.enabled': false,
      'editor.fontSize': 13,
      'editor.hover.above': false,
    });
    await takePictures(
      browser,
      addressOf(server.port, { folder: workspace }),
      (picture) => `${target}${picture}-${name}.png`,
    );
  }
  for (const { name, goesTo } of PICTURES) {
    for (const [from, to] of Object.entries(goesTo ?? {})) {
      mkdirSync(`${root}${to}`.replace(/\/[^/]*$/, ''), { recursive: true });
      cpSync(`${target}${name}-${from}.png`, `${root}${to}`);
    }
  }
} finally {
  await browser.close();
  await server.stop();
  rmSync(temporary, { recursive: true, force: true });
}
