import { randomUUID } from 'node:crypto';
import { generateLetter } from '@bannette/demo';
import type { BatchPlan, BatchState } from '@bannette/domain';
import { clientOf, separator, signIn, testBatch, until, type Client } from '@bannette/server/testing';
import type { Locator, Page } from 'playwright-core';
import { openDesk, picture, type Desk } from './desk.js';

const letter = (name: string, subject: string, day: string): string => `${name}\n12 rue des Tanneurs\n98310 Valmorin-sur-Lys\n\nValmorin-sur-Lys, le ${day}\n\nObjet : ${subject}\n\nMadame, Monsieur,\n\nJe vous écris à ce sujet.\n\nVeuillez agréer mes salutations distinguées.`;

/** A batch as the API tells it. */
interface BatchDesk {
  readonly batch: { readonly state: BatchState };
  readonly files: readonly { readonly id: string; readonly name: string; readonly state: string }[];
  readonly plan: BatchPlan;
}

/** A morning's pile from the scanner to its mails, parted by mouse and by keyboard. */
describe('the page desk', () => {
  let desk: Desk;
  let clara: Page;
  let api: Client;
  let batch: string;
  let files: string[];

  beforeAll(async () => {
    desk = await openDesk();
    clara = await desk.sit('clara.moreau');
    api = clientOf('clara.moreau', await signIn(desk.running.url, 'clara.moreau'), () => desk.running.url);
    await scan();
  }, 240_000);
  afterAll(async () => {
    await desk?.close();
  }, 60_000);

  const now = (): Promise<BatchDesk> => api.get<BatchDesk>(`/batches/${batch}/desk`);
  const shape = async (): Promise<string[][]> => (await now()).plan.envelopes.map(({ documents }) => documents.map(({ pages }) => pages.map(({ file, number }) => `${'ab'[files.indexOf(file)]}${number}`).join(' ')));
  const becomes = (wanted: string[][]): Promise<unknown> => until(`the pile is ${JSON.stringify(wanted)}`, async () => JSON.stringify(await shape()) === JSON.stringify(wanted));
  const page = (file: 0 | 1, number: number): Locator => clara.locator(`[data-page="${files[file]}:${number}"]`);
  const said = (text: string): Promise<void> => clara.locator('.said', { hasText: text }).waitFor();

  it('parts a pile by keys and mouse, undoes, releases, and the mails are what it said', async () => {
    await open();
    await byKeys();
    await byMouse();
    await undone();
    await released();
    await fromAMail();
    expect(desk.complaints).toEqual([]);
  }, 240_000);

  /** Two letters without a sheet between them, a blank page, and a real scan. */
  async function scan(): Promise<void> {
    batch = randomUUID();
    await api.post('/batches', { id: batch, name: 'Pile du matin', announcedEnvelopes: 4 });
    const pile = await testBatch('pile', [separator('service', 'ROUTES'), letter('Madame Odile Vasseur', 'nid-de-poule', '3 mars 2026'), 'blank', 'Suite de la lettre de Madame Vasseur, avec les pièces demandées.', separator('newLetter'), letter('Monsieur Paul Lenoir', 'demande d’allocation', '4 mars 2026'), letter('Madame Zoé Dupont', 'carte de transport', '5 mars 2026')]);
    const scanned = await generateLetter({ seed: 7, kind: 'VOIRIE', date: '2026-03-02', receivedAt: '2026-03-04', format: 'pdf-image', defects: { skew: 0.5, noise: 0.05, stamp: true } });
    for (const { name, bytes } of [pile, { name: 'scan.pdf', bytes: scanned.bytes }]) {
      const { status } = await api.deposit([{ name, bytes, sha512: '' }], { batch });
      expect(status).toBe(201);
    }
    const read = await until('the pile is read', async () => {
      const one = await now();
      return one.batch.state === 'toCheck' && one.files.length === 2 && one;
    }, 120_000);
    files = ['pile.pdf', 'scan.pdf'].map((name) => read.files.find((file) => file.name === name)?.id ?? '');
  }

  async function open(): Promise<void> {
    await clara.goto(`${desk.running.url}/#/batches/${batch}`);
    await page(0, 2).locator('img').waitFor();
    await clara.getByText('Annoncé 4 plis, trouvé 3.').waitFor();
    await picture(clara, '50-table-de-montage');
    await clara.keyboard.press('?');
    await clara.getByText('Touches de la table de montage').waitFor();
    await picture(clara, '51-touches');
    await clara.keyboard.press('Escape');
    expect(await shape()).toEqual([['a2 a4'], ['a6 a7'], ['b1']]);
  }

  async function byKeys(): Promise<void> {
    await page(0, 2).focus();
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowRight']) await clara.keyboard.press(key);
    expect(await page(0, 7).evaluate((cell) => cell === cell.ownerDocument.activeElement)).toBeTrue();
    await clara.keyboard.press('Shift+S');
    await said('Un pli commence à la page 7');
    await becomes([['a2 a4'], ['a6'], ['a7'], ['b1']]);
    await clara.getByText('Annoncé 4 plis').waitFor({ state: 'hidden' });
    await clara.keyboard.press('Shift+M');
    await clara.keyboard.press('Control+z');
    await said('C’est défait.');
    await clara.keyboard.press('x');
    await page(0, 4).focus();
    await clara.keyboard.press('Shift+V');
    await said('Page placée');
    await becomes([['a2 a4 a7'], ['a6'], ['b1']]);
    await clara.keyboard.press('Control+z');
    await becomes([['a2 a4'], ['a6'], ['a7'], ['b1']]);
    await page(1, 1).focus();
    await clara.keyboard.press(']');
    await until('it is turned', async () => (await now()).plan.envelopes[3]?.documents[0]?.pages[0]?.turn === 90);
    await clara.keyboard.press('[');
    await clara.keyboard.press('u');
    await said('Bénéficiaire à identifier');
    await picture(clara, '52-par-touches');
  }

  async function byMouse(): Promise<void> {
    await page(0, 4).hover();
    await page(0, 4).locator('.seam').click();
    await becomes([['a2', 'a4'], ['a6'], ['a7'], ['b1']]);
    const [from, to] = [await page(0, 7).boundingBox(), await page(0, 6).boundingBox()];
    if (!from || !to) throw new Error('The pages are not in sight');
    await clara.mouse.move(from.x + from.width / 2, from.y + 80);
    await clara.mouse.down();
    await clara.mouse.move(to.x + to.width - 6, to.y + 90, { steps: 6 });
    await clara.locator('.mark').waitFor();
    await picture(clara, '53-glisser');
    await clara.mouse.up();
    await becomes([['a2', 'a4'], ['a6 a7'], ['b1']]);
    const blank = page(0, 3);
    await blank.scrollIntoViewIfNeeded();
    await blank.locator('.back').click();
    await becomes([['a2 a3', 'a4'], ['a6 a7'], ['b1']]);
  }

  /** Each gesture by itself, to what the keys had made of it. */
  async function undone(): Promise<void> {
    for (const wanted of [[['a2', 'a4'], ['a6 a7'], ['b1']], [['a2', 'a4'], ['a6'], ['a7'], ['b1']]]) {
      await clara.keyboard.press('Control+z');
      await becomes(wanted);
    }
  }

  async function released(): Promise<void> {
    await clara.keyboard.press('r');
    await clara.getByText('4 courriers seront créés.').waitFor();
    await picture(clara, '54-liberer');
    await clara.getByRole('button', { name: 'Libérer', exact: true }).click();
    await clara.locator('.banner', { hasText: 'Le lot est libéré : 4 courriers créés.' }).waitFor({ timeout: 90_000 });
    await picture(clara, '55-libere');
    const { plan } = await now();
    const mails = await Promise.all(plan.envelopes.map(({ mail }) => api.mail(mail ?? '')));
    expect(mails.map(({ state, documentsList }) => [state, documentsList.map(({ pages }) => pages)])).toEqual([['toQualify', [1, 1]], ['toQualify', [1]], ['toQualify', [1]], ['toQualify', [1]]]);
  }

  /** Back from a mail to the desk, and to the mail again. */
  async function fromAMail(): Promise<void> {
    const mail = (await now()).plan.envelopes[2]?.mail ?? '';
    await clara.goto(`${desk.running.url}/#/trays/qualification?mail=${mail}`);
    await clara.getByRole('button', { name: 'Ouvrir à la table de montage' }).click();
    await page(0, 7).locator('img').waitFor();
    expect(await page(0, 7).getAttribute('tabindex')).toBe('0');
    await picture(clara, '56-depuis-un-courrier');
    await clara.getByRole('link', { name: 'Revenir au courrier' }).click();
    await clara.locator('bn-qualification-form').waitFor();
    expect(clara.url()).toContain(mail);
  }
});
