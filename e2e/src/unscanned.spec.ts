import { randomUUID } from 'node:crypto';
import { demoPassword } from '@bannette/server';
import type { Page } from 'playwright-core';
import { openDesk, picture, type Desk } from './desk.js';

/** A sealed bid from the mail room's table to the hands of its service, and paper into its box, as two people live it. */
describe('a letter that is not scanned', () => {
  let desk: Desk;
  let clara: Page;
  let sophie: Page;

  beforeAll(async () => {
    desk = await openDesk();
    clara = await desk.sit('clara.moreau');
    sophie = await desk.sit('sophie.martel', 1024);
  }, 180_000);

  afterAll(async () => {
    await desk?.close();
  }, 60_000);

  it('is registered by keyboard, handed over against a signature drawn on the screen, boxed and found', async () => {
    const sealed = await register('Offre sous pli', true);
    const bulky = await register('Pli volumineux');
    await handOver([sealed, bulky]);
    await answerFor(bulky);
    await box(bulky);
    expect(desk.complaints).toEqual([]);
  }, 240_000);

  it('beside others is taken at once with them, each outcome is told, and all of it is undone', async () => {
    const subjects = ['Chaussée déformée', 'Panneau tombé', 'Fossé à curer'];
    await note(subjects);
    await sophie.goto(`${desk.running.url}/#/trays/routes`);
    for (const subject of subjects) await row(subject).getByRole('checkbox').check();
    const bar = sophie.locator('bn-bulk-bar');
    await bar.getByText('3 courriers choisis').waitFor();
    await picture(sophie, '65-plusieurs-choisis');
    await bar.getByRole('button', { name: 'Prendre' }).click();
    await bar.getByText('3 courriers faits').waitFor();
    await bar.getByRole('button', { name: 'Détail' }).click();
    const told = sophie.getByRole('dialog');
    await told.getByRole('cell', { name: 'fait', exact: true }).nth(2).waitFor();
    expect(await told.getByRole('cell', { name: 'fait', exact: true }).count()).toBe(3);
    await told.getByRole('button', { name: 'Fermer' }).click();
    await bar.getByRole('button', { name: 'Tout défaire' }).click();
    await bar.getByText('3 courriers comme avant').waitFor();
    await picture(sophie, '66-tout-defait');
    for (const subject of subjects) expect(await row(subject).textContent()).not.toContain('moi');
    expect(desk.complaints).toEqual([]);
  }, 240_000);

  const row = (subject: string) => sophie.getByRole('row').filter({ hasText: subject }).first();

  /** Internal notes for the service, as another program enters them. */
  async function note(subjects: readonly string[]): Promise<void> {
    const ask = async (path: string, body: object, authorization?: string): Promise<Record<string, unknown>> => (await (await fetch(desk.running.url + path, { method: 'POST', headers: { 'content-type': 'application/json', ...(authorization ? { authorization } : {}) }, body: JSON.stringify(body) })).json()) as Record<string, unknown>;
    const { entry } = (await ask('/alfresco/api/-default-/public/authentication/versions/1/tickets', { userId: 'clara.moreau', password: demoPassword })) as { entry: { id: string } };
    for (const subject of subjects) expect((await ask('/bannette/api/v1/entries', { key: randomUUID(), kind: 'note', subject, service: 'ROUTES' }, `Basic ${Buffer.from(entry.id).toString('base64')}`)).chrono).toMatch(/^N-/);
  }

  /** Kind and service by typing their letters. */
  async function register(kind: string, bid = false): Promise<string> {
    await clara.locator('bn-rail').getByRole('link', { name: /Plis non numérisés/ }).click();
    await clara.locator('mat-button-toggle', { hasText: 'Enregistrer' }).click();
    const form = clara.locator('bn-envelope-form form');
    if (bid) await chooseInList('kind', 'Offre');
    else await choose('kind', kind);
    await choose('service', 'Routes');
    if (bid) {
      await form.locator('[data-field=reference]').fill('1A 201 334 5521 8');
      await form.locator('[data-field=deadline]').fill(`${new Date().getUTCFullYear() + 1}-01-15`);
    }
    await form.locator('[data-field=sender]').fill('Travaux publics du Lys');
    const answered = clara.waitForResponse((response) => response.url().endsWith('/unscanned') && response.request().method() === 'POST');
    await form.locator('[data-field=sender]').press('Control+Enter');
    const line = (await (await answered).json()) as { chrono: string; kindLabel: string; service: string };
    expect([line.kindLabel.startsWith(kind), line.service]).toEqual([true, 'ROUTES']);
    await clara.locator('bn-unscanned-page li', { hasText: line.chrono }).waitFor();
    await picture(clara, '40-pli-enregistre');
    return line.chrono;
  }

  async function choose(field: string, letters: string): Promise<void> {
    const list = clara.locator(`[data-field=${field}]`);
    await list.focus();
    await clara.keyboard.type(letters, { delay: 10 });
    await list.filter({ hasText: letters }).waitFor();
    expect(await list.getAttribute('aria-expanded')).toBe('false');
  }

  /** In an open list letters mark an entry, and Enter takes it. */
  async function chooseInList(field: string, word: string): Promise<void> {
    const list = clara.locator(`[data-field=${field}]`);
    await list.press('Enter');
    await clara.locator('mat-option', { hasText: word }).first().waitFor();
    await clara.keyboard.type(word, { delay: 10 });
    await clara.locator('mat-option.mat-mdc-option-active', { hasText: word }).waitFor();
    await clara.keyboard.press('Enter');
    await clara.locator('mat-option').first().waitFor({ state: 'hidden' });
    await list.filter({ hasText: word }).waitFor();
  }

  async function handOver(chronos: readonly string[]): Promise<void> {
    await clara.locator('mat-button-toggle', { hasText: 'À remettre' }).click();
    await clara.locator('bn-hand-over tbody tr').nth(chronos.length - 1).waitFor();
    for (const chrono of chronos) {
      await clara.locator('[data-scan]').fill(chrono);
      await clara.locator('[data-scan]').press('Enter');
      await clara.locator('bn-hand-over [role=status]', { hasText: chrono }).waitFor();
    }
    await picture(clara, '41-a-remettre');
    await clara.getByRole('button', { name: `Remettre (${chronos.length})` }).click();
    await clara.getByLabel('Remis à (nom)').fill('Sophie Martel');
    const pad = await clara.locator('bn-signature-pad canvas').boundingBox();
    if (!pad) throw new Error('There is nowhere to sign');
    await clara.mouse.move(pad.x + 40, pad.y + 60);
    await clara.mouse.down();
    for (const [x, y] of [[90, 20], [140, 90], [200, 30], [260, 80]] as const) await clara.mouse.move(pad.x + x, pad.y + y, { steps: 4 });
    await clara.mouse.up();
    await picture(clara, '42-signature');
    await clara.getByRole('button', { name: 'Remettre contre signature' }).click();
    await clara.getByText('Rien à remettre').waitFor();
    await clara.locator('mat-button-toggle', { hasText: 'Remis' }).last().click();
    const round = clara.locator('bn-rounds tbody tr').first();
    await round.getByText('Sophie Martel').waitFor();
    for (const chrono of chronos) expect(await round.textContent()).toContain(chrono);
    await picture(clara, '43-remis');
    await clara.locator('mat-button-toggle', { hasText: 'Parts' }).click();
    await clara.locator('bn-unscanned-months tbody tr').first().waitFor();
    await picture(clara, '44-parts');
  }

  /** It is treated like any other mail, and its page tells who has its paper. */
  async function answerFor(chrono: string): Promise<void> {
    await sophie.getByRole('searchbox').or(sophie.locator('input[type=search]')).first().fill(chrono);
    await sophie.keyboard.press('Enter');
    await sophie.getByText(chrono).first().click();
    await sophie.getByText('Remis à Sophie Martel, ').waitFor();
    await picture(sophie, '45-pli-lu-1024');
  }

  async function box(chrono: string): Promise<void> {
    await clara.locator('bn-rail').getByRole('link', { name: /Boîtes/ }).click();
    await picture(clara, '46-boites-vide');
    await clara.getByLabel('Emplacement').fill('Sous-sol, travée 4');
    await clara.getByRole('button', { name: 'Ouvrir une boîte' }).click();
    await clara.locator('[data-scan]').fill(` ${chrono.toLowerCase()}`);
    await clara.locator('[data-scan]').press('Enter');
    await clara.locator('.said', { hasText: `${chrono} est dans la boîte` }).waitFor();
    const download = clara.waitForEvent('download');
    await clara.getByRole('button', { name: 'Étiquette' }).click();
    expect((await download).suggestedFilename()).toMatch(/^B-\d{4}-00001-etiquette\.pdf$/);
    await clara.getByRole('button', { name: 'Clore la boîte' }).click();
    await clara.getByRole('button', { name: 'Clore la boîte' }).click();
    await clara.locator('.said', { hasText: 'La boîte est close' }).waitFor();
    await picture(clara, '47-boite-close');
    await clara.locator('bn-rail').getByRole('link', { name: /Boîtes/ }).click();
    await clara.getByLabel('Code de la boîte ou n° d’un courrier').fill(chrono);
    await clara.getByLabel('Code de la boîte ou n° d’un courrier').press('Enter');
    await clara.getByRole('heading', { name: /^B-\d{4}-00001$/ }).waitFor();
  }
});
