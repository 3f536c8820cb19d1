import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigError } from '../config.js';
import { defaultSettings } from './settings.js';

describe('The settings to begin with', () => {
  let folder: string;

  beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'bannette-settings-'))));
  afterEach(() => rm(folder, { recursive: true }));

  const write = (kind: string, text: string): Promise<void> => writeFile(join(folder, `${kind}.json`), text);

  it('are the authority’s own, kind by kind, and the product’s for what it left out', async () => {
    const usual = await defaultSettings();
    await write('authority', JSON.stringify({ ...usual.authority, name: 'Ville d’Essai' }));
    const settings = await defaultSettings(folder);
    expect(settings.authority.name).toBe('Ville d’Essai');
    expect(settings.services).toEqual(usual.services);
  });

  it('have sites of their own or none, where the services are their own', async () => {
    const usual = await defaultSettings();
    expect(usual.sites.length).toBe(7);
    await write('services', JSON.stringify(usual.services.map(({ site: _, ...service }) => service)));
    expect((await defaultSettings(folder)).sites).toEqual([]);
    await write('sites', JSON.stringify([{ code: 'MAIRIE', label: 'Mairie' }]));
    expect((await defaultSettings(folder)).sites.map(({ code, mailRoom }) => [code, mailRoom])).toEqual([['MAIRIE', false]]);
  });

  it('say in which file and where they are wrong', async () => {
    await write('authority', JSON.stringify({ name: '' }));
    await expectAsync(defaultSettings(folder)).toBeRejectedWithError(ConfigError, /^authority\.json: /);
    await write('authority', '{ "name": ');
    await expectAsync(defaultSettings(folder)).toBeRejectedWithError(ConfigError, /authority\.json: /);
  });

  it('say where kinds do not agree with one another', async () => {
    const { rules } = await defaultSettings();
    await write('rules', JSON.stringify(JSON.parse(JSON.stringify(rules).replace(/"tray":"\w+"/, '"tray":"nowhere"'))));
    await expectAsync(defaultSettings(folder)).toBeRejectedWithError(ConfigError, /do not agree/);
  });
});
