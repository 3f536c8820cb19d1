import type { Page } from 'playwright-core';
import { openDesk, picture, type Desk } from './desk.js';

/** Somebody who stands twice in the directory: found, joined, parted and put back; and who works where. */
describe('the directory of correspondents', () => {
  let desk: Desk;
  let clara: Page;

  beforeAll(async () => {
    desk = await openDesk();
    clara = await desk.sit('clara.moreau', 1024);
  }, 180_000);
  afterAll(async () => {
    await desk?.close();
  }, 60_000);

  it('finds somebody by ear, joins two cards and takes it back, parts one, and knows who works where', async () => {
    await add('company', 'Garage Thibault');
    await add('individual', 'Lefèbvre', 'Éloïse');
    await add('individual', 'Lefevre', 'Eloise');
    await find('lefevre elo', 'Lefèbvre');
    await join();
    await position();
    await part();
    expect(desk.complaints).toEqual([]);
  }, 240_000);

  async function add(kind: 'company' | 'individual', name: string, givenName?: string): Promise<void> {
    await clara.goto(`${desk.running.url}/#/correspondents`);
    await clara.getByRole('button', { name: 'Nouveau correspondant' }).click();
    const dialog = clara.locator('bn-card-dialog');
    if (kind === 'company') {
      await dialog.getByRole('combobox').first().click();
      await clara.getByRole('option', { name: 'Entreprise' }).click();
    }
    await dialog.locator('input[name=name]').fill(name);
    if (givenName) await dialog.locator('input[name=givenName]').fill(givenName);
    await dialog.getByRole('button', { name: 'Ajouter une adresse' }).click();
    await dialog.locator('textarea[name=lines0]').fill('3 rue Haute');
    await dialog.locator('input[name=postcode0]').fill('98310');
    await dialog.locator('input[name=city0]').fill('Lys');
    await dialog.getByRole('button', { name: 'Enregistrer' }).click();
    await clara.locator('h1', { hasText: name }).waitFor();
  }

  async function find(typed: string, name: string): Promise<void> {
    await clara.goto(`${desk.running.url}/#/correspondents`);
    await clara.locator('input[name=q]').fill(typed);
    await clara.getByRole('link', { name: new RegExp(name) }).first().waitFor();
    await picture(clara, '60-correspondants');
  }

  async function join(): Promise<void> {
    await clara.getByRole('button', { name: 'Doublons possibles' }).click();
    const compare = clara.getByRole('button', { name: 'Comparer…' }).first();
    // Who may be the same is looked for behind the scenes.
    for (let tries = 0; tries < 15 && !(await compare.isVisible()); tries++) {
      await clara.getByRole('button', { name: 'Doublons possibles' }).click();
      await clara.getByRole('button', { name: 'Doublons possibles' }).click();
      await compare.waitFor({ timeout: 5_000 }).catch(() => undefined);
    }
    await compare.click();
    await clara.locator('bn-merge-dialog').getByRole('button', { name: 'Réunir' }).click();
    await clara.locator('bn-merge-dialog').waitFor({ state: 'detached' });
    await clara.getByRole('button', { name: 'Doublons possibles' }).click();
    await find('lefevre elo', 'Lef');
    await clara.getByRole('link', { name: /Lef/ }).first().click();
    await clara.locator('dt', { hasText: 'Réuni' }).waitFor();
    await picture(clara, '61-correspondant-reuni');
    await clara.getByRole('button', { name: 'Défaire' }).click();
    await clara.locator('dt', { hasText: 'Réuni' }).waitFor({ state: 'detached' });
  }

  async function position(): Promise<void> {
    await clara.getByRole('button', { name: 'Ajouter une fonction' }).click();
    const dialog = clara.locator('bn-position-dialog');
    await dialog.locator('input[name=other]').fill('garage');
    await clara.getByRole('option', { name: /Garage Thibault/ }).click();
    await dialog.locator('input[name=title]').fill('Gérante');
    await dialog.locator('input[name=department]').fill('Atelier');
    await dialog.locator('input[name=from]').fill('2020-01-01');
    await dialog.locator('input[name=until]').fill('2024-12-31');
    await dialog.getByRole('button', { name: 'Ajouter' }).click();
    const held = clara.locator('bn-positions li.ended', { hasText: 'Gérante' });
    await held.getByRole('link', { name: 'Garage Thibault' }).click();
    await clara.locator('bn-positions li.ended', { hasText: 'Lef' }).getByRole('link').click();
    await clara.locator('h1', { hasText: 'Lef' }).waitFor();
  }

  async function part(): Promise<void> {
    await clara.getByRole('button', { name: /Séparer/ }).click();
    const dialog = clara.locator('bn-split-dialog');
    await dialog.locator('input[name=name]').fill('Lefort');
    await dialog.getByRole('checkbox', { name: /Gérante/ }).check();
    await dialog.getByText('Gérante – Garage Thibault').last().waitFor();
    await picture(clara, '62-correspondant-a-separer');
    await dialog.getByRole('button', { name: 'Séparer' }).click();
    await clara.locator('dt', { hasText: 'Séparé' }).waitFor();
    expect(await clara.locator('bn-positions li').count()).toBe(0);
    await clara.getByRole('button', { name: 'Défaire' }).click();
    await clara.locator('bn-positions li', { hasText: 'Gérante' }).waitFor();
  }
});
