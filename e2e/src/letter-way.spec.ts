import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { generateLetter, type Letter } from '@bannette/demo';
import type { Page } from 'playwright-core';
import { openDesk, picture, type Desk } from './desk.js';

/** The same letter on whatever day it is tried: not every day's stamp is read. */
const stamped = '2026-11-20';

/** A scanned letter from the scanner to its answer, as three people live it. */
describe("a letter's whole way", () => {
  let desk: Desk;
  let letter: Letter;
  let clara: Page;
  let sophie: Page;
  let marc: Page;

  beforeAll(async () => {
    desk = await openDesk();
    letter = await generateLetter({ seed: 42, kind: 'VOIRIE', date: '2026-11-17', receivedAt: stamped, format: 'pdf-image', defects: { skew: 1, noise: 0.1, stamp: true } });
    clara = await desk.sit('clara.moreau');
    sophie = await desk.sit('sophie.martel');
    marc = await desk.sit('marc.delmas');
  }, 180_000);

  afterAll(async () => {
    await desk?.close();
  }, 60_000);

  it('is deposited, read, qualified, assigned, answered and closed, and its history tells all of it', async () => {
    await deposit();
    const chrono = await qualify();
    await assign(chrono);
    await answer(chrono);
    expect(desk.complaints).toEqual([]);
  }, 240_000);

  async function deposit(): Promise<void> {
    await clara.getByRole('link', { name: /Dépôt/ }).click();
    const file = join(process.env.TMPDIR ?? '/tmp', `${process.pid}-${letter.fileName}`);
    await writeFile(file, letter.bytes);
    await clara.setInputFiles('input[type=file]', file);
    await picture(clara, '01-depot');
    await clara.getByRole('button', { name: /Déposer/ }).click();
    await clara.getByRole('link', { name: 'À qualifier' }).last().waitFor({ timeout: 90_000 });
    await clara.locator('.deposits .mail a', { hasText: 'À qualifier' }).first().waitFor({ timeout: 90_000 });
    await picture(clara, '02-depot-lu');
  }

  /** By keyboard: the operator checks what was read, corrects what is wrong, and confirms. */
  async function qualify(): Promise<string> {
    await clara.locator('nav, bn-rail').getByRole('link', { name: /À qualifier/ }).click();
    const form = clara.locator('bn-qualification-form, form[aria-label]').last();
    await form.locator('[data-field=subject]').waitFor();
    await picture(clara, '03-a-qualifier');
    const { sender, subject, date } = letter.truth;
    await form.locator('[data-field=type]').press('Enter');
    expect(await form.locator('[data-field=type]').inputValue()).toMatch(/route/i);
    expect(await form.locator('[data-field=receivedAt]').inputValue()).toBe(stamped);
    for (const [field, value] of Object.entries({ senderName: sender.name, postcode: sender.postcode, city: sender.city, subject, documentDate: date })) {
      const input = form.locator(`[data-field=${field}]`);
      await input.press('Enter');
      if ((await input.inputValue()) !== value) await input.fill(value);
    }
    await clara.keyboard.press('Escape');
    const answered = clara.waitForResponse((response) => response.url().endsWith('/qualify'));
    await form.locator('[data-field=subject]').press('Control+Enter');
    const body = (await (await answered).json()) as { chrono: string };
    expect(body.chrono).toMatch(/^A-\d{4}-000001$/);
    return body.chrono;
  }

  async function assign(chrono: string): Promise<void> {
    await openMail(sophie, 'Routes', chrono);
    await sophie.locator('adf-pdf-viewer .adf-pdf-page, adf-pdf-viewer canvas').first().waitFor({ timeout: 60_000 });
    await picture(sophie, '04-bannette-secretaire');
    await sophie.keyboard.press('a');
    await sophie.getByRole('combobox').last().click();
    await sophie.getByRole('option', { name: 'Marc Delmas' }).click();
    await sophie.getByRole('dialog').getByRole('button', { name: 'Attribuer' }).click();
    await sophie.getByRole('dialog').waitFor({ state: 'detached' });
    await sophie.getByText('Marc Delmas').first().waitFor();
    await picture(sophie, '05-attribue');
  }

  async function answer(chrono: string): Promise<void> {
    await openMail(marc, 'Mes courriers', chrono);
    await marc.keyboard.press('r');
    const dialog = marc.getByRole('dialog');
    await dialog.getByLabel('Objet').fill('Réponse à votre signalement');
    await picture(marc, '06-reponse');
    await dialog.getByRole('button', { name: 'Répondre' }).click();
    await dialog.waitFor({ state: 'detached' });
    await marc.locator('input[type=search]').fill(chrono);
    await marc.keyboard.press('Enter');
    await marc.getByRole('row').filter({ hasText: chrono }).first().click();
    await marc.getByText(/D-\d{4}-000001/).first().waitFor();
    for (const words of [/enregistré/i, /attribu/i, /répon/i, /clos/i]) await marc.locator('bn-mail-journal').getByText(words).first().waitFor();
    await marc.locator('bn-mail-journal').scrollIntoViewIfNeeded();
    await picture(marc, '07-historique');
  }

  async function openMail(page: Page, tray: string, chrono: string): Promise<void> {
    await page.locator('bn-rail').getByRole('link', { name: new RegExp(tray) }).first().click();
    const row = page.getByRole('row').filter({ hasText: chrono });
    await row.first().waitFor({ timeout: 60_000 });
    await row.first().click();
    await page.getByRole('toolbar').waitFor();
  }
});
