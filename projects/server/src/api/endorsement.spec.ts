import type { Batch, BoxView, Mail, MailLine } from '@bannette/http';
import type { Running } from '../serve.js';
import { clientOf, separator, signIn, startTestHouse, testBatch, until, type Client, type TestHouse, type TestPage } from '../testing/index.js';

const letter = (name: string): string => `${name}\n12 rue des Tanneurs\n98310 Valmorin-sur-Lys\n\nValmorin-sur-Lys, le 3 mars 2026\n\nObjet : demande\n\nMadame, Monsieur,\n\nJe vous écris à ce sujet.\n\nVeuillez agréer mes salutations distinguées.`;
const numberOf = (sequence: number): string => `202611221${String(sequence).padStart(5, '0')}`;
const marked = (text: string, sequence: number): TestPage => ({ letter: text, imprint: numberOf(sequence) });
const pattern = { code: 'CHAINE_1', label: 'Chaîne 1', pattern: '20\\d{6}\\d(?<sequence>\\d{5})', places: ['top', 'code'] };

describe('The number that the scanner printed', () => {
  let house: TestHouse;
  let running: Running;
  let clara: Client;
  let admin: Client;

  const publish = async (data: object): Promise<number> => {
    const { versions } = await admin.get<{ versions: { [kind: string]: number } }>('/settings');
    return (await admin.call('PUT', '/settings/endorsement', { basedOn: versions['endorsement'], comment: 'imprimeurs', data })).status;
  };
  const batchOf = async (name: string, pages: readonly TestPage[]): Promise<Batch> => {
    const { body } = await clara.deposit([await testBatch(name, pages)]);
    const parted = (await clara.read(body.id)).files.find(({ state }) => state === 'separated');
    return clara.get<Batch>(`/batches/${parted?.id ?? ''}`);
  };
  const told = (subject: string, more: object = {}) => ({ type: 'RECLAMATION', subject, receivedAt: '2026-03-04', sender: { kind: 'individual', name: 'Odile Vasseur' }, ...more });

  beforeAll(async () => {
    house = await startTestHouse({ records: false });
    running = await house.serve();
    [clara, admin] = [await house.client('clara.moreau', running.url), clientOf('admin', await signIn(house.alfrescoUrl, 'admin', 'admin'), () => running.url)];
    expect(await publish([pattern])).toBe(200);
    await until('the patterns are in force', async () => (await admin.get<{ settings: { endorsement: object[] } }>('/settings')).settings.endorsement.length === 1);
  }, 120_000);
  afterAll(() => house.close());

  let batch: Batch;
  let first: Mail;
  let second: Mail;
  beforeAll(async () => {
    batch = await batchOf('pile', [separator('newLetter'), marked(letter('Madame Odile Vasseur'), 41), marked('Suite de la lettre, première partie.', 42), marked('Suite de la lettre, deuxième partie.', 43), separator('newLetter'), marked(letter('Monsieur Paul Lenoir'), 46)]);
    [first, second] = [await clara.mail(batch.mails[0]?.id ?? ''), await clara.mail(batch.mails[1]?.id ?? '')];
  }, 120_000);

  it('is proposed with the page and the place that it was read at, the letter’s last one too', () => {
    expect(first.proposals?.endorsement).toEqual({ value: numberOf(41), confidence: jasmine.any(Number), because: 'number:1:top' });
    expect(first.proposals?.endorsementLast).toEqual({ value: numberOf(43), confidence: jasmine.any(Number), because: 'number:3:top' });
    expect(second.proposals?.endorsementLast).toBeUndefined();
  });

  it('shows in its batch which numbers no page bears', () => {
    expect(batch.gaps).toEqual([{ after: 4, before: 6, first: numberOf(44), last: numberOf(45), count: 2 }]);
    expect(batch.pages.map(({ endorsement }) => endorsement)).toEqual([undefined, numberOf(41), numberOf(42), numberOf(43), undefined, numberOf(46)]);
  });

  it('is kept when it is confirmed, found by any number of the letter, in its box too, and refused to another mail of that day', async () => {
    const kept = await clara.post<Mail>(`/mails/${first.id}/qualify`, told('Première lettre', { endorsement: { number: numberOf(41).toLowerCase(), last: numberOf(43) } }));
    expect(kept.paper).toEqual(jasmine.objectContaining({ endorsement: numberOf(41), endorsementLast: numberOf(43) }));
    for (const sequence of [41, 42, 43]) {
      const { items } = await clara.get<{ items: MailLine[] }>(`/search?q=${numberOf(sequence)}`);
      expect(items.map(({ id }) => id)).withContext(`${sequence}`).toEqual([first.id]);
    }
    expect((await clara.get<{ items: MailLine[] }>(`/search?q=${numberOf(44)}`)).items).toEqual([]);
    const box = await clara.post<BoxView>('/boxes', { key: crypto.randomUUID() });
    expect((await clara.post<{ mail: { id: string } }>(`/boxes/${box.code}/mails`, { number: numberOf(42) })).mail.id).toBe(first.id);
    const journal = await clara.get<{ items: { type: string }[] }>(`/mails/${first.id}/journal`);
    expect(journal.items.map(({ type }) => type)).toContain('mail.endorsed');
    const { chrono } = kept;
    const refused = await clara.call<{ code: string; params: object }>('POST', `/mails/${second.id}/qualify`, told('Seconde lettre', { endorsement: { number: numberOf(42) } }));
    expect([refused.status, refused.body.code, refused.body.params]).toEqual([409, 'endorsementTaken', { chrono }]);
    expect((await clara.mail(second.id)).state).toBe('toQualify');
    const corrected = await clara.post<Mail>(`/mails/${second.id}/qualify`, told('Seconde lettre', { endorsement: { number: numberOf(46) } }));
    expect(corrected.paper?.endorsement).toBe(numberOf(46));
  });

  it('has a pattern that is refused when it could keep the reader busy', async () => {
    expect(await publish([{ ...pattern, pattern: '(\\d+)+x' }])).toBe(422);
    expect(await publish([{ ...pattern, pattern: '(' }])).toBe(422);
    expect(await publish([pattern, pattern])).toBe(422);
  });
});
