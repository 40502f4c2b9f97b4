import { commands, extensions, languages } from 'vscode';
import * as assert from './assert.ts';
import { activate, EXTENSION, show } from './workspace.ts';

describe('the extension', () => {
  it('is woken by a workspace with .deal files', async () => {
    const extension = extensions.getExtension(EXTENSION);
    assert.ok(extension, 'it is not installed');
    await activate();
    assert.ok(extension.isActive);
  });

  it('has every command that it names', async () => {
    const manifest = extensions.getExtension(EXTENSION)?.packageJSON as {
      contributes: { commands: readonly { command: string }[] };
    };
    const registered = new Set(await commands.getCommands(true));
    const missing = manifest.contributes.commands.map(({ command }) => command).filter((name) => !registered.has(name));
    assert.deepEqual(missing, []);
  });

  it('knows its language by the file, and the configuration as JSON with comments', async () => {
    assert.ok((await languages.getLanguages()).includes('deal'));
    assert.equal((await show('vista.deal')).languageId, 'deal');
    assert.equal((await show('deal.config.json')).languageId, 'jsonc');
  });
});
