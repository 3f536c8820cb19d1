import { createHash } from 'node:crypto';
import { letterScan } from '@bannette/capture/testing';
import { apiPrefix, type DocumentReading, type Mail, type ProblemBody } from '@bannette/http';
import type { Running } from '../serve.js';
import { startTestHouse, testLetter, until, type Client, type TestHouse, type TestLetter } from '../testing/index.js';

const patience = 120_000;
const letter = `Madame Odile Vasseur\n12 rue des Tanneurs\n98310 Valmorin-sur-Lys\n\nObjet : nid-de-poule\n\nMadame, Monsieur,\n\nLa chaussée est très abîmée devant chez moi depuis le mois de janvier et je vous demande de bien vouloir la réparer avant que quelqu’un ne se blesse.\n\nVeuillez agréer, Madame, Monsieur, mes salutations distinguées.`;

/** The page as a copier with a tired lamp sees it: darker and darker towards the right. */
async function shadowed(name: string): Promise<TestLetter> {
  const scan = await letterScan(200, letter);
  const { data, info } = await scan.toColourspace('b-w').raw().toBuffer({ resolveWithObject: true });
  const dark = Buffer.from(data);
  for (let at = 0; at < dark.length; at++) dark[at] = Math.round((dark[at] ?? 0) * (1 - 0.75 * ((at % info.width) / info.width)));
  const { default: sharp } = await import('sharp');
  const bytes = await sharp(dark, { raw: { width: info.width, height: info.height, channels: 1 } }).png().withMetadata({ density: 200 }).toBuffer();
  return { name: `${name}.png`, bytes, sha512: createHash('sha512').update(bytes).digest('hex') };
}

describe('A document that reads badly', () => {
  let house: TestHouse;
  let running: Running;
  let clara: Client;
  let ines: Client;
  beforeAll(async () => {
    house = await startTestHouse({ records: false });
    running = await house.serve();
    [clara, ines] = [await house.client('clara.moreau', running.url), await house.client('ines.kaci', running.url)];
  }, patience);
  afterAll(() => house.close(), patience);

  const deposited = async (file: TestLetter): Promise<Mail> => {
    const { body } = await clara.deposit([file], { channel: 'post' });
    const { mails } = await clara.read(body.id);
    return clara.mail(mails[0]?.id ?? '');
  };
  const readingPath = ({ id, documentsList }: Mail): string => `/mails/${id}/documents/${documentsList[0]?.id}`;
  const again = async (mail: Mail, how: object): Promise<DocumentReading> => {
    const asked = await clara.call<DocumentReading>('POST', `${readingPath(mail)}/reread`, how);
    expect([asked.status, asked.body.reread?.state]).toEqual([202, 'waiting']);
    return until('it is read again', async () => {
      const reading = await clara.get<DocumentReading>(`${readingPath(mail)}/reading`);
      return reading.reread?.state !== 'waiting' && reading;
    });
  };
  const journalOf = async (mail: Mail): Promise<string[]> => (await clara.get<{ items: { type: string }[] }>(`/mails/${mail.id}/journal`)).items.map(({ type }) => type);
  const bytesOf = async (mail: Mail, form: string): Promise<string> => {
    const response = await fetch(`${running.url}${apiPrefix}${readingPath(mail)}/content?form=${form}`, { headers: { authorization: `Basic ${Buffer.from(clara.ticket).toString('base64')}` } });
    return createHash('sha512').update(Buffer.from(await response.arrayBuffer())).digest('hex');
  };
  const confirm = async (mail: Mail): Promise<Mail> => clara.post<Mail>(`/mails/${mail.id}/qualify`, { revision: mail.revision, type: 'VOIRIE', sender: { kind: 'individual', name: 'Odile Vasseur' }, subject: 'Ce que Clara a écrit', receivedAt: '2026-01-05' });

  it('tells how each page was read, and how its archive copy came about', async () => {
    const mail = await deposited(await shadowed('sombre-1'));
    const reading = await clara.get<DocumentReading>(`${readingPath(mail)}/reading`);
    expect(reading.archive).toEqual({ form: 'made', drawn: [] });
    expect(reading.pages.map(({ number, source, rotation }) => [number, source, rotation])).toEqual([[1, 'ocr', 0]]);
    expect([reading.mayReread, reading.languages.includes('fra'), reading.languages.includes('eng'), reading.reread]).toEqual([true, true, true, undefined]);
  }, patience);

  it('is read again as a dark scan: its text and what it proposes follow, the original stays', async () => {
    const dark = await shadowed('sombre-2');
    const mail = await deposited(dark);
    const before = await bytesOf(mail, 'searchable');
    const reading = await again(mail, { uneven: true });
    expect([reading.reread?.state, reading.pages[0]?.language, reading.pages[0]?.doubts]).toEqual(['done', 'fra', []]);
    const { read_text } = await house.store.db.selectFrom('mail').select('read_text').where('id', '=', mail.id).executeTakeFirstOrThrow();
    expect(read_text).toMatch(/quelqu.un ne se blesse/);
    const after = await clara.mail(mail.id);
    expect([after.state, after.proposals?.subject?.value]).toEqual(['toQualify', 'nid-de-poule']);
    expect(await bytesOf(mail, 'original')).toBe(dark.sha512);
    expect(await bytesOf(mail, 'searchable')).not.toBe(before);
    expect((await journalOf(mail)).filter((type) => type.startsWith('mail.reread')).sort()).toEqual(['mail.reread', 'mail.rereadAsked']);
  }, patience);

  it('keeps what was confirmed; Alfresco gets a new version of the copy, and keeps the original', async () => {
    const mail = await deposited(await shadowed('sombre-3'));
    await confirm(mail);
    const stored = async (): Promise<Mail> => until('Alfresco has it', async () => {
      const now = await clara.mail(mail.id);
      return now.mirror === 'applied' && now.documentsList[0]?.searchableNodeId ? now : false;
    });
    const first = await stored();
    const nodeId = first.documentsList[0]?.searchableNodeId ?? '';
    const before = await house.administrator.nodes.digest(nodeId, 'sha512');
    await again(first, { uneven: true });
    await until('Alfresco has the new copy', async () => (await house.administrator.nodes.digest(nodeId, 'sha512')) !== before);
    const after = await stored();
    expect([after.subject, after.documentsList[0]?.searchableNodeId, after.documentsList[0]?.nodeId]).toEqual(['Ce que Clara a écrit', nodeId, first.documentsList[0]?.nodeId]);
    await until('the spool is empty of it', async () => (await house.store.db.selectFrom('document').select(['spool_key', 'searchable_key', 'searchable_sha512']).where('mail_id', '=', mail.id).executeTakeFirstOrThrow()).searchable_key === null);
    const row = await house.store.db.selectFrom('document').selectAll().where('mail_id', '=', mail.id).executeTakeFirstOrThrow();
    expect(row.searchable_sha512).toBe(await house.administrator.nodes.digest(nodeId, 'sha512'));
  }, patience);

  it('is read again by the mail room only, in a language that is installed', async () => {
    const mail = await deposited(await testLetter('droits'));
    const refused = async (who: Client, how: object): Promise<string> => {
      const { status, body } = await who.call<ProblemBody>('POST', `${readingPath(mail)}/reread`, how);
      return `${status} ${body.code}`;
    };
    expect(await refused(ines, {})).toBe('404 notFound');
    expect(await refused(clara, { language: 'zzz' })).toBe('422 languageUnavailable');
    expect((await ines.call('GET', `${readingPath(mail)}/reading`)).status).toBe(404);
  }, patience);

  it('asked for twice is read once', async () => {
    const mail = await deposited(await testLetter('deux fois'));
    await Promise.all([clara.call('POST', `${readingPath(mail)}/reread`, {}), clara.call('POST', `${readingPath(mail)}/reread`, { uneven: true })]);
    await until('it is read again', async () => (await clara.get<DocumentReading>(`${readingPath(mail)}/reading`)).reread?.state === 'done');
    const { length } = await house.store.db.selectFrom('reread').select('id').where('mail_id', '=', mail.id).execute();
    expect(length).toBeLessThanOrEqual(2);
    expect((await journalOf(mail)).filter((type) => type === 'mail.reread').length).toBe(length);
  }, patience);
});

describe('The lanes of reading', () => {
  let house: TestHouse;
  let running: Running;
  let clara: Client;
  beforeAll(async () => {
    house = await startTestHouse({ records: false });
    running = await house.serve();
    clara = await house.client('clara.moreau', running.url);
  }, patience);
  afterAll(() => house.close(), patience);

  it('let a citizen at the counter pass a long pile that has the only reader', async () => {
    const { default: sharp } = await import('sharp');
    const page = await (await letterScan(150, letter)).png().toBuffer();
    const pile = await sharp(Array.from({ length: 12 }, () => page), { join: { across: 1, animated: true } }).toColourspace('b-w').tiff({ compression: 'deflate', xres: 150 / 25.4, yres: 150 / 25.4 }).toBuffer();
    const { body: long } = await clara.deposit([{ name: 'pile.tif', bytes: pile, sha512: '' }], { channel: 'post' });
    await until('the pile is being read', async () => (await clara.get<{ files: { state: string }[] }>(`/deposits/${long.id}`)).files[0]?.state === 'reading');
    const { items } = await clara.get<{ items: { lane: string; reading: number }[] }>('/reading/lanes');
    expect(items.map(({ lane, reading }) => [lane, reading])).toEqual([['counter', 0], ['normal', 1], ['backlog', 0]]);
    const { body: counter } = await clara.deposit([{ name: 'guichet.png', bytes: page, sha512: '' }], { channel: 'counter' });
    expect((await clara.read(counter.id)).mails.length).toBe(1);
    expect((await clara.get<{ files: { state: string }[] }>(`/deposits/${long.id}`)).files[0]?.state).toBe('reading');
    expect((await clara.read(long.id)).files[0]?.pages).toBe(12);
  }, patience);

  it('are told to a mail room and to nobody without an office', async () => {
    const ines = await house.client('ines.kaci', running.url);
    expect((await ines.call('GET', '/reading/lanes')).status).toBe(403);
  });
});
