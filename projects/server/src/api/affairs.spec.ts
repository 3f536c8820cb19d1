import { Gec } from '@bannette/alfresco';
import type { AffairLine, AffairView, DuplicateComparison, JournalLine, Mail, MailLine, PossibleDuplicate, ThreadStepView } from '@bannette/http';
import { forgetPrints } from '@bannette/registration';
import type { Running } from '../serve.js';
import { startTestHouse, until, type Client, type TestHouse } from '../testing/index.js';
import { captured } from './captured.spec-support.js';

const letter = (who: string, number: string): string => `Conseil départemental. Madame, Monsieur ${who}, référence du dossier ${number}.
Par courrier reçu dans nos services, vous avez demandé le versement de l'allocation prévue par le règlement départemental d'aide
sociale. Après examen de votre situation et des pièces que vous avez jointes à votre demande, nous vous informons qu'une somme vous
sera versée sur le compte bancaire dont vous nous avez communiqué les coordonnées. Ce versement interviendra au plus tard à la fin
du mois prochain. Si votre situation devait changer, vous voudrez bien en informer le service sans attendre, en joignant tout document utile.`;

describe('What holds mails together', () => {
  let house: TestHouse;
  let running: Running;
  let clara: Client;
  let sophie: Client;
  let lucie: Client;
  let ines: Client;

  beforeAll(async () => {
    house = await startTestHouse({ records: false });
    running = await house.serve();
    [clara, sophie, lucie, ines] = (await Promise.all(['clara.moreau', 'sophie.martel', 'lucie.perrot', 'ines.kaci'].map((id) => house.client(id, running.url)))) as [Client, Client, Client, Client];
  }, 60_000);
  afterAll(() => house.close(), 60_000);

  const answer = async (by: Client, method: string, path: string, body?: object): Promise<string> => {
    const { status, body: said } = await by.call<{ code?: string }>(method, path, body);
    return `${status} ${said?.code ?? ''}`.trim();
  };
  const distributed = async (subject: string, more: object = {}, text = '', by?: Client): Promise<Mail> => {
    const id = await captured(running.house, { text });
    await clara.call('POST', `/mails/${id}/qualify`, { type: 'VOIRIE', sender: { kind: 'individual', name: 'Odile Vasseur' }, subject, receivedAt: '2026-01-05', service: 'ROUTES', ...more });
    await until('it is distributed', async () => (await house.store.db.selectFrom('mail').select('state').where('id', '=', id).executeTakeFirstOrThrow()).state === 'distributed');
    return (by ?? clara).mail(id);
  };
  const opened = (by: Client, body: object): Promise<AffairView> => by.post('/affairs', { title: 'Réfection de la rue des Tanneurs', service: 'ROUTES', ...body });
  const journal = async (id: string): Promise<string[]> => ((await clara.get(`/mails/${id}/journal`)) as { items: JournalLine[] }).items.map(({ type }) => type);

  it('links two mails, shows it from both, tells both histories, and takes it away', async () => {
    const [first, second] = [await distributed('Nid-de-poule'), await distributed('Relance')];
    const linked: Mail = await sophie.post(`/mails/${second.id}/links`, { to: first.id, kind: 'follows' });
    expect(linked.links.map(({ id, kind }) => [id, kind])).toEqual([[first.id, 'follows']]);
    expect((await sophie.mail(first.id)).links.map(({ id, kind }) => [id, kind])).toEqual([[second.id, 'followedBy']]);
    expect([(await journal(first.id)).includes('mail.linked'), (await journal(second.id)).includes('mail.linked')]).toEqual([true, true]);
    expect(await answer(sophie, 'POST', `/mails/${second.id}/links`, { to: first.id, kind: 'follows' })).toBe('409 linkedAlready');
    expect(await answer(sophie, 'POST', `/mails/${second.id}/links`, { to: second.id, kind: 'follows' })).toBe('422 linkedToItself');
    expect(await answer(lucie, 'POST', `/mails/${second.id}/links`, { to: first.id, kind: 'concerns' })).toBe('404 notFound');
    const link = linked.links[0]?.link ?? '';
    expect(await answer(lucie, 'DELETE', `/mails/${second.id}/links/${link}`)).toBe('404 notFound');
    const without = await sophie.call<Mail>('DELETE', `/mails/${second.id}/links/${link}`);
    expect([without.status, without.body.links]).toEqual([200, []]);
  });

  it('shows a thread of letters, answers and e-mails by their days, masked or not at all as rights say', async () => {
    const [asked, reminder] = [await distributed('Demande'), await distributed('Rappel', { receivedAt: '2026-02-10' })];
    const secret = await distributed('Signalement', { receivedAt: '2026-02-11', confidentiality: 3 }, '', sophie);
    const elsewhere = await distributed('Autre service', { receivedAt: '2026-02-12', service: 'ENFANCE', type: 'VOIRIE' });
    await clara.post(`/mails/${reminder.id}/links`, { to: asked.id, kind: 'follows' });
    await house.store.db.updateTable('mail').set({ message_id: 'a@lys.example' }).where('id', '=', reminder.id).execute();
    await house.store.db.updateTable('mail').set({ message_references: ['x@lys.example', 'a@lys.example'], in_reply_to: 'x@lys.example' }).where('id', 'in', [secret.id, elsewhere.id]).execute();
    const thread = async (by: Client) => ((await by.get(`/mails/${asked.id}/thread`)) as { items: ThreadStepView[] }).items;
    const seen = await thread(ines);
    expect(seen.map(({ mail }) => mail.id)).toEqual([asked.id, reminder.id, secret.id]);
    expect(seen[1]?.ties).toEqual([{ to: asked.id, kind: 'follows', source: 'person', backwards: false }]);
    expect([seen[2]?.ties[0]?.source, seen[2]?.mail.masked, seen[2]?.mail.subject]).toEqual(['message', true, undefined]);
    expect((await thread(clara)).map(({ mail }) => mail.id)).toEqual([asked.id, reminder.id, secret.id, elsewhere.id]);
    expect(await answer(lucie, 'GET', `/mails/${asked.id}/thread`)).toBe('404 notFound');
  });

  it('numbers affairs without holes, takes mails in and out, tells Alfresco, and keeps a closed one as it is', async () => {
    const [one, two] = [await opened(sophie, {}), await opened(sophie, { title: 'Pont du Lys' })];
    expect(Number(two.chrono.slice(-5))).toBe(Number(one.chrono.slice(-5)) + 1);
    expect(one.chrono).toMatch(/^DOS-\d{4}-\d{5}$/);
    const mail = await distributed('Ornières');
    const filed = await sophie.call<Mail>('PUT', `/mails/${mail.id}/affair`, { affair: one.id });
    expect(filed.body.affair).toEqual({ id: one.id, chrono: one.chrono, title: one.title ?? '' });
    expect(((await sophie.get(`/affairs/${one.id}/mails`)) as { items: MailLine[] }).items.map(({ id }) => id)).toEqual([mail.id]);
    const node = async () => (await house.administrator.nodes.get((await sophie.mail(mail.id)).nodeId ?? '')).properties[Gec.props.affair] ?? null;
    await until('Alfresco knows the affair', async () => !!(await sophie.mail(mail.id)).nodeId && (await node()) === one.chrono);

    await sophie.call('PUT', `/mails/${mail.id}/affair`, { affair: null });
    await until('Alfresco knows that it is in none', async () => (await node()) === null);
    const closed: AffairView = await sophie.post(`/affairs/${one.id}/close`, { revision: one.revision });
    expect([closed.state, closed.closedOn !== undefined]).toEqual(['closed', true]);
    expect(await answer(sophie, 'PUT', `/mails/${mail.id}/affair`, { affair: one.id })).toBe('409 affairNotInState');
    expect(await answer(sophie, 'POST', `/affairs/${one.id}/close`, { revision: one.revision })).toBe('409 affairNotInState');
    const history = ((await sophie.get(`/affairs/${one.id}/journal`)) as { items: JournalLine[] }).items.map(({ type }) => type);
    expect(history).toEqual(['affair.opened', 'affair.mailPutIn', 'affair.mailTakenOut', 'affair.closed']);
  });

  it('finds affairs by number and title, and shows a restricted one to who may not open it as a line without words', async () => {
    const plain = await opened(clara, { title: 'Éclairage du stade' });
    const find = async (by: Client, q: string): Promise<AffairLine[]> => ((await by.get(`/affairs?q=${encodeURIComponent(q)}`)) as { items: AffairLine[] }).items;
    expect((await find(sophie, 'stade eclair')).map(({ id }) => id)).toEqual([plain.id]);
    expect(await find(lucie, 'stade')).toEqual([]);
    expect(await answer(lucie, 'GET', `/affairs/${plain.id}`)).toBe('404 notFound');
    expect(await answer(lucie, 'POST', '/affairs', { title: 'x', service: 'ROUTES' })).toMatch(/^(403 forbidden|422 affairLost)$/);
    await house.store.db.updateTable('affair').set({ confidentiality: 3, readers: ['GROUP_GEC_S_ROUTES__RESPONSABLE'], listers: ['GROUP_GEC_S_ROUTES__RESPONSABLE', 'GROUP_GEC_COURRIER'] }).where('id', '=', plain.id).execute();
    expect(await find(clara, 'stade')).toEqual([]);
    const [line] = await find(clara, plain.chrono);
    expect([line?.masked, line?.title]).toEqual([true, undefined]);
    expect(await answer(clara, 'GET', `/affairs/${plain.id}/mails`)).toBe('403 forbidden');
    expect(await answer(clara, 'POST', `/affairs/${plain.id}/notes`, { text: 'vu' })).toBe('403 forbidden');
  });

  it('proposes a letter that came twice and says why, leaves the decision to a person, and remembers it', async () => {
    const first = await distributed('Versement', {}, letter('Dupont', '2026-004417'));
    const again = await captured(running.house, { text: letter('Dupont', '2026-004417').replaceAll('allocation', 'al1ocation').replace('départemental', 'depaitemental') });
    const form = await captured(running.house, { text: letter('Martin', '2026-005583') });
    const found = async (by: Client, id: string): Promise<PossibleDuplicate[]> => ((await by.get(`/mails/${id}/duplicates`)) as { items: PossibleDuplicate[] }).items;
    await until('both are found', async () => (await found(clara, again)).length === 2 && (await found(clara, form)).length === 2);
    const of = async (id: string, other: string) => (await found(clara, id)).find(({ mail }) => mail.id === other)?.because.map(({ code }) => code);
    expect([await of(again, first.id), await of(form, first.id)]).toEqual([['sameText'], ['sameForm']]);
    expect([(await clara.mail(again)).possibleDuplicates, (await clara.mail(form)).possibleDuplicates]).toEqual([1, undefined]);
    const compared: DuplicateComparison = await clara.get(`/mails/${form}/duplicates/${first.id}`);
    expect(compared.text.filter(({ kind }) => kind === 'telling').map(({ one, other }) => `${one} / ${other}`).join(' ')).toContain('Martin');

    // Who may not read one of the two learns nothing of it.
    expect((await found(sophie, first.id)).length).toBe(0);
    expect([await answer(sophie, 'GET', `/mails/${first.id}/duplicates/${again}`), await answer(sophie, 'POST', `/mails/${first.id}/duplicates`, { other: again, duplicate: false })]).toEqual(['404 notFound', '404 notFound']);

    const apart: Mail = await clara.post(`/mails/${form}/duplicates`, { other: first.id, duplicate: false });
    expect(apart.state).toBe('toQualify');
    expect((await found(clara, form)).find(({ mail }) => mail.id === first.id)?.decided?.as).toBe('other');
    expect(await answer(clara, 'POST', `/mails/${form}/duplicates`, { other: first.id, duplicate: true })).toBe('409 decidedAlready');
    const ended: Mail = await clara.post(`/mails/${again}/duplicates`, { other: first.id, duplicate: true, reason: `Doublon de ${first.chrono}` });
    expect([ended.state, ended.chrono, ended.links.map(({ id, kind }) => `${kind} ${id}`)]).toEqual(['voided', undefined, [`duplicateOf ${first.id}`]]);
    expect((await clara.mail(first.id)).state).toBe('distributed');

    const decided = async (id: string, other: string) => (await found(clara, id)).find(({ mail }) => mail.id === other)?.decided;
    expect([(await decided(again, first.id))?.mayUndo, (await decided(first.id, again))?.mayUndo]).toEqual([true, false]);
    expect(await answer(clara, 'POST', `/mails/${first.id}/duplicates/${again}/undo`, {})).withContext('from the one that goes on').toBe('404 notFound');
    expect(await answer(sophie, 'POST', `/mails/${again}/duplicates/${first.id}/undo`, {})).toBe('404 notFound');
    const link = ended.links.find(({ kind }) => kind === 'duplicateOf')?.link ?? '';
    expect(await answer(clara, 'DELETE', `/mails/${again}/links/${link}`)).toMatch(/^(409 decidedDuplicate|409 notInState|403 forbidden)$/);
    const back: Mail = await clara.post(`/mails/${again}/duplicates/${first.id}/undo`, {});
    expect([back.state, back.links]).toEqual(['toQualify', []]);
    expect(await decided(again, first.id)).toBeUndefined();
    expect(await answer(clara, 'POST', `/mails/${again}/duplicates/${first.id}/undo`, {})).toBe('409 notDecided');
    await clara.post(`/mails/${form}/duplicates/${first.id}/undo`, {});
    expect(await decided(form, first.id)).toBeUndefined();
  });

  it('misses none of several that come at the same moment', async () => {
    const text = `Pétition des riverains du quai des Mégissiers. Depuis l'ouverture du chantier, les camions passent dès cinq heures du matin,
      les trottoirs sont encombrés et les enfants de l'école Jean Macé traversent entre les engins. Nous demandons un passage protégé, des
      horaires respectés, un interlocuteur que l'on puisse joindre, et la remise en état de la chaussée avant l'hiver.`;
    const mails = await Promise.all(Array.from({ length: 8 }, () => captured(running.house, { text })));
    const pairs = async () => (await house.store.db.selectFrom('duplicate_pair').select('a').where('a', 'in', mails).where('b', 'in', mails).execute()).length;
    const looked = async () => (await house.store.db.selectFrom('text_print').select('mail_id').where('mail_id', 'in', mails).execute()).length;
    await until('each was looked at', async () => (await looked()) === mails.length);
    expect(await pairs()).toBe(28);
  });

  it('finds the same file and the same message again, and gives a duplicate that a service has no follow-up', async () => {
    const [one, two] = [await distributed('Facture'), await distributed('Facture bis')];
    await house.store.db.updateTable('mail').set({ message_id: 'same@lys.example' }).where('id', 'in', [one.id, two.id]).execute();
    const { sha512 } = await house.store.db.selectFrom('document').select('sha512').where('mail_id', '=', one.id).executeTakeFirstOrThrow();
    await house.store.db.updateTable('document').set({ sha512 }).where('mail_id', '=', two.id).execute();
    await running.house.store.transaction({ entityId: running.house.entityId, actor: 'system' }, async (tx) => tx.append({ type: 'mail.recut', subjectKind: 'mail', subjectId: two.id, data: { documents: [] } }));
    const codes = async (): Promise<string[]> => ((await clara.get(`/mails/${two.id}/duplicates`)) as { items: PossibleDuplicate[] }).items.flatMap(({ because }) => because.map(({ code }) => code));
    await until('it is found', async () => (await codes()).length === 2);
    expect(await codes()).toEqual(['sameDigest', 'sameMessage']);
    const ended: Mail = await clara.post(`/mails/${two.id}/duplicates`, { other: one.id, duplicate: true });
    expect([ended.state, ended.chrono]).toEqual(['noFollowUp', two.chrono]);
    const back: Mail = await clara.post(`/mails/${two.id}/duplicates/${one.id}/undo`, {});
    expect([back.state, back.service, back.chrono, back.links]).toEqual(['distributed', two.service, two.chrono, []]);
    const told = ((await clara.get(`/mails/${two.id}/journal`)) as { items: JournalLine[] }).items.map(({ type }) => type);
    expect(told).toEqual(jasmine.arrayContaining(['mail.linked', 'mail.closedWithoutAnswer', 'mail.unlinked', 'mail.restored']));

    // Numbered, and without a service yet: the mail room marks it, and taking that back distributes it.
    await house.store.db.updateTable('mail').set({ state: 'registered', service: null, tray: null, readers: ['GROUP_GEC_COURRIER'], listers: ['GROUP_GEC_COURRIER'] }).where('id', '=', two.id).execute();
    expect(((await clara.post(`/mails/${two.id}/duplicates`, { other: one.id, duplicate: true })) as Mail).state).toBe('voided');
    await clara.post(`/mails/${two.id}/duplicates/${one.id}/undo`, {});
    await until('it is distributed again', async () => (await clara.mail(two.id)).state === 'distributed');
  });

  it('lets the prints of old texts go', async () => {
    const kept = async (): Promise<number> => (await house.store.db.selectFrom('text_print').select('mail_id').execute()).length;
    const id = await captured(running.house, { text: letter('Petit', '2020-000001') });
    await until('it has a print', async () => !!(await house.store.db.selectFrom('text_print').select('mail_id').where('mail_id', '=', id).executeTakeFirst()));
    const before = await kept();
    const later = new Date(Date.now() + 400 * 86_400_000);
    expect(await forgetPrints({ ...running.house, now: () => later })).toBe(before);
    expect(await kept()).toBe(0);
  });

  it('joins two files of one beneficiary after a preview, shows their documents together, and parts them again', async () => {
    const add = async (body: object): Promise<{ id: string }> => clara.post('/beneficiaries', body);
    const [one, other] = [await add({ name: 'Delmas', firstName: 'Nora' }), await add({ name: 'Delmas', firstName: 'Nora', birthDate: '1990-02-03' })];
    const mail = await distributed('Pièces');
    await clara.post(`/mails/${mail.id}/documents`, { documents: [{ id: mail.documentsList[0]?.id, beneficiaries: [other.id] }] });
    const preview = (await clara.get(`/beneficiaries/${one.id}/merge?other=${other.id}`)) as { revision: number; otherRevision: number; result: { birthDate?: string }; documents: object };
    expect([preview.result.birthDate, preview.documents]).toEqual(['1990-02-03', { kept: 0, merged: 1 }]);
    await clara.post(`/beneficiaries/${one.id}/merge`, { other: other.id, revision: preview.revision, otherRevision: preview.otherRevision });
    const file = async (id: string) => (await clara.get(`/beneficiaries/${id}`)) as { beneficiary: { id: string; birthDate?: string }; documents: number };
    expect([(await file(one.id)).documents, (await file(other.id)).beneficiary.id]).toEqual([1, one.id]);
    expect((await clara.mail(mail.id)).documentsList[0]?.beneficiaries.map(({ id }) => id)).toEqual([one.id]);
    const crossed = (await clara.get('/documents/crossing?q=delmas')) as { rows: { beneficiary: { id: string }; by: { [nature: string]: number } }[] };
    expect(crossed.rows.map(({ beneficiary, by }) => [beneficiary.id, by])).toEqual([[one.id, { none: 1 }]]);
    const [merge] = ((await clara.get(`/beneficiaries/${one.id}/merges`)) as { items: { id: string }[] }).items;
    await clara.post(`/beneficiary-merges/${merge?.id}/undo`);
    expect([(await file(one.id)).documents, (await file(one.id)).beneficiary.birthDate, (await file(other.id)).documents]).toEqual([0, undefined, 1]);
    expect(await answer(clara, 'POST', `/beneficiary-merges/${merge?.id}/undo`)).toBe('409 mergeUndone');
  });
});
