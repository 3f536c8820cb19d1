import type { Entered, JournalLine, Mail, MailLine } from '@bannette/http';
import type { Running } from '../serve.js';
import { clientOf, signIn, startTestHouse, testLetter, until, type Client, type TestHouse } from '../testing/index.js';

const caller = { kind: 'individual', name: 'Anne Lefort' };
let keys = 0;
const newKey = (): string => `0190f3b4-0000-7000-8000-${String(++keys).padStart(12, '0')}`;
const call = (more: object = {}): object => ({ key: newKey(), kind: 'call', subject: 'Nid-de-poule', parties: [caller], calledAt: '2026-01-05T09:00:00Z', service: 'ROUTES', phone: '0299000000', fields: { callReason: 'COMPLAINT' }, ...more });
const letterOut = (more: object = {}): object => ({ key: newKey(), kind: 'outgoing', type: 'VOIRIE', subject: 'Réponse', parties: [caller, { kind: 'company', name: 'Thibault SA' }], service: 'ROUTES', channel: 'post', departureDate: '2026-01-05', ...more });

describe('Mails that are registered through a form', () => {
  let house: TestHouse;
  let running: Running;
  let clara: Client;
  let sophie: Client;
  let admin: Client;

  beforeAll(async () => {
    house = await startTestHouse({ records: false });
    running = await house.serve();
    [clara, sophie] = (await Promise.all(['clara.moreau', 'sophie.martel'].map((id) => house.client(id, running.url)))) as [Client, Client];
    admin = clientOf('admin', await signIn(house.alfrescoUrl, 'admin', 'admin'), () => running.url);
    await Promise.all([clara, sophie, admin].map((one) => one.get('/me')));
  }, 60_000);
  afterAll(() => house.close(), 60_000);

  const status = async (by: Client, method: string, path: string, body?: object): Promise<string> => {
    const { status: code, body: said } = await by.call<{ code?: string; params?: { field?: string; flaw?: string } }>(method, path, body);
    return [code, said.code, said.params?.field, said.params?.flaw].filter(Boolean).join(' ');
  };
  const enter = (body: object, by = clara): Promise<Entered> => by.post('/entries', body);
  const distributed = (id: string, by = clara): Promise<Mail> => until('it is distributed', async () => {
    const answer = await by.call<Mail>('GET', `/mails/${id}`);
    return answer.status === 200 && answer.body.state !== 'registered' && answer.body;
  });
  const mirrored = (id: string): Promise<Mail> => until('Alfresco has it', async () => {
    const mail = await clara.mail(id);
    return mail.mirror === 'applied' && mail.nodeId !== undefined && mail;
  });
  const nodeOf = async (mail: Mail) => house.administrator.nodes.get(mail.nodeId ?? '');
  const uploaded = async (by: Client, text: string): Promise<string> => {
    const { status: code, body } = await by.deposit([await testLetter(text)], { channel: 'internal', purpose: 'form' });
    expect(code).toBe(201);
    return body.id;
  };

  it('number a call in its register, give it to whom it is for on the day that was asked, and keep all of it in Alfresco as a call', async () => {
    const { id, chrono, kind } = await enter(call({ person: 'sophie.martel', minutes: 4, callBack: { phone: '0611', on: '2099-01-02' } }));
    expect([kind, chrono]).toEqual(['call', jasmine.stringMatching(/\d{4}-\d+$/)]);
    const mail = await until('it is Sophie’s', async () => {
      const seen = await distributed(id);
      return seen.assignee?.id === 'sophie.martel' && seen;
    });
    expect([mail.kind, mail.category, mail.service, mail.receivedAt, mail.deadline?.dueDate]).toEqual(['call', 'internal', 'ROUTES', '2026-01-05', '2099-01-02']);
    expect(mail.entry).toEqual(jasmine.objectContaining({ author: { id: 'clara.moreau', name: 'Clara Moreau' }, minutes: 4, phone: '0299000000', callBack: { phone: '0611', on: '2099-01-02' } }));
    expect(mail.documentsList).toEqual([]);
    const node = await nodeOf(await mirrored(id));
    expect(node.type).toBe('gec:phoneCall');
    expect(node.properties).toEqual(jasmine.objectContaining({ 'gec:callMinutes': 4, 'gec:addressee': 'Sophie Martel', 'gecf:callReason': 'COMPLAINT' }));
    expect((await sophie.post<Mail>(`/mails/${id}/close`, { comment: 'rappelée' })).state).toBe('closed');
    const { items } = await clara.get<{ items: JournalLine[] }>(`/mails/${id}/journal`);
    expect(items.map(({ type }) => type)).toEqual(jasmine.arrayContaining(['mail.entered', 'mail.registered', 'mail.distributed', 'mail.addressed', 'mail.closed']));
  });

  it('make a letter that leaves sent at once, with its documents once they are read and with all its recipients', async () => {
    const deposit = await uploaded(sophie, 'reponse');
    const { id, state } = await enter(letterOut({ deposit }), sophie);
    expect(state).toBe('sent');
    const mail = await until('its document is read', async () => {
      const seen = await sophie.mail(id);
      return seen.documentsList.length === 1 && seen;
    });
    expect([mail.correspondent?.name, mail.parties?.map(({ name }) => name), mail.documentsList[0]?.name]).toEqual(['Anne Lefort', ['Thibault SA'], `${mail.chrono}-1.pdf`]);
    expect((await nodeOf(await mirrored(id))).type).toBe('gec:outgoing');
    expect(await status(clara, 'POST', '/entries', letterOut({ deposit }))).toBe('422 depositUnknown');
  });

  it('say what is missing or wrong, field by field; what is not asked for is not taken', async () => {
    expect(await status(sophie, 'POST', '/entries', letterOut())).toBe('422 formFlaw documents required');
    expect(await status(clara, 'POST', '/entries', call({ fields: {} }))).toBe('422 formFlaw callReason required');
    expect(await status(clara, 'POST', '/entries', call({ fields: { callReason: 'NOTHING' } }))).toBe('422 formFlaw callReason notAChoice');
    expect(await status(clara, 'POST', '/entries', call({ person: 'clara.moreau' }))).toBe('422 notInService');
    expect(await status(clara, 'POST', '/entries', call({ calledAt: '2999-01-01T00:00:00Z' }))).toBe('422 timeInFuture');
    const { id } = await enter(call({ postmarkDate: '2026-01-01', fields: { callReason: 'OTHER', fileReference: 'caché' } }));
    const mail = await distributed(id);
    expect([mail.postmarkDate, mail.fields]).toEqual([undefined, { callReason: 'OTHER' }]);
  });

  it('are for who may: services write in their own name, and take in no letters', async () => {
    expect((await sophie.get<{ registers: string[] }>('/me')).registers).toEqual(['outgoing', 'note', 'signature', 'call']);
    expect(await status(sophie, 'POST', '/entries', { key: newKey(), kind: 'incoming', type: 'VOIRIE', subject: 'x', parties: [caller], channel: 'post', receivedAt: '2026-01-05' })).toBe('403 forbidden');
    expect(await status(sophie, 'POST', '/entries', letterOut({ service: 'RH', deposit: await uploaded(sophie, 'x') }))).toBe('403 forbidden');
    expect(await status(sophie, 'POST', '/entries', { key: newKey(), kind: 'note', subject: 'Réunion', service: 'RH', from: 'RH' })).toBe('403 forbidden');
    const note = await enter({ key: newKey(), kind: 'note', subject: 'Réunion', service: 'RH' }, sophie);
    expect((await distributed(note.id, sophie)).copies).toEqual(['ROUTES']);
  });

  it('are made once, however often they are sent', async () => {
    const body = call();
    const [first, again] = [await enter(body), await enter(body)];
    expect(again.id).toBe(first.id);
    expect(await status(clara, 'POST', '/entries', { ...body, subject: 'Autre' })).toBe('409 idempotencyMismatch');
  });

  it('have values of custom fields that are changed, journaled, found and written to Alfresco', async () => {
    const { id } = await enter(call({ fields: { callReason: 'FOLLOW_UP', fileReference: 'RX-4471' } }));
    await distributed(id);
    expect(await status(sophie, 'POST', `/mails/${id}/fields`, { fields: { callReason: null } })).toBe('422 formFlaw callReason required');
    expect(await status(sophie, 'POST', `/mails/${id}/fields`, { fields: { invoiceAmount: -1 } })).toBe('422 formFlaw invoiceAmount tooSmall');
    const changed = await sophie.post<Mail>(`/mails/${id}/fields`, { fields: { fileReference: 'RX-9902', invoicePayBy: '2026-02-01', invoiceAmount: 12.5 } });
    expect(changed.fields).toEqual({ callReason: 'FOLLOW_UP', fileReference: 'RX-9902', invoicePayBy: '2026-02-01', invoiceAmount: 12.5 });
    const { properties } = await nodeOf(await mirrored(id));
    expect([properties['gecf:fileReference'], String(properties['gecf:invoicePayBy']).slice(0, 10), properties['gecf:invoiceAmount']]).toEqual(['RX-9902', '2026-02-01', 12.5]);
    const found = await sophie.get<{ items: MailLine[] }>('/search?q=RX-9902');
    expect(found.items.map((line) => line.id)).toContain(id);
    const { items } = await sophie.get<{ items: JournalLine[] }>(`/mails/${id}/journal`);
    expect(items.find(({ type }) => type === 'mail.fieldsChanged')?.data).toEqual({ fields: ['fileReference', 'invoicePayBy', 'invoiceAmount'] });
  });

  it('of every kind ask what its form says, by its conditions, and its answers are properties in Alfresco', async () => {
    const { settings, versions } = await admin.get<{ settings: { forms: { forms: { kind: string }[]; fields: object[] } }; versions: { forms: number } }>('/settings');
    const asked = [{ field: 'callReason', required: true }, { field: 'fileReference', showWhen: [{ field: 'callReason', operator: 'is', value: 'FOLLOW_UP' }], requireWhen: [{ field: 'callReason', operator: 'is', value: 'FOLLOW_UP' }] }, { field: 'invoicePayBy' }, { field: 'invoiceAmount' }];
    const kinds = ['incoming', 'outgoing', 'note', 'signature', 'call'] as const;
    const forms = kinds.map((kind) => ({ kind, sections: [{ label: { fr: 'Suivi' }, fields: asked }] }));
    expect((await admin.call('PUT', '/settings/forms', { data: { ...settings.forms, forms }, comment: 'spec', basedOn: versions.forms })).status).toBe(200);
    const said = { subject: 'Suivi du dossier', service: 'ROUTES', type: 'VOIRIE', parties: [caller] };
    const own: { readonly [kind in (typeof kinds)[number]]: object } = { incoming: { channel: 'post', receivedAt: '2026-01-05' }, outgoing: { channel: 'post', departureDate: '2026-01-05' }, note: {}, signature: {}, call: { calledAt: '2026-01-05T09:00:00Z' } };
    const fields = { callReason: 'FOLLOW_UP', fileReference: 'RX-5005', invoicePayBy: '2026-02-01', invoiceAmount: 12.5 };
    await until('the forms are in force', async () => (await status(clara, 'POST', '/entries', { key: newKey(), kind: 'note', ...said })) === '422 formFlaw callReason required');
    for (const kind of kinds) {
      const entry = (values: object): object => ({ key: newKey(), kind, ...said, ...own[kind], fields: values });
      expect(await status(clara, 'POST', '/entries', entry({}))).withContext(kind).toBe('422 formFlaw callReason required');
      expect(await status(clara, 'POST', '/entries', entry({ callReason: 'FOLLOW_UP' }))).withContext(`${kind}, by its condition`).toBe('422 formFlaw fileReference required');
      expect(await status(clara, 'POST', '/entries', entry({ ...fields, callReason: 'AUTRE' }))).withContext(`${kind}, off the list`).toBe('422 formFlaw callReason notAChoice');
      const { id } = await enter(entry(fields));
      const { properties } = await nodeOf(await mirrored(id));
      expect([properties['gecf:callReason'], properties['gecf:fileReference'], String(properties['gecf:invoicePayBy']).slice(0, 10), properties['gecf:invoiceAmount']]).withContext(kind).toEqual(['FOLLOW_UP', 'RX-5005', '2026-02-01', 12.5]);
      const hidden = await enter(entry({ ...fields, callReason: 'OTHER' }));
      expect((await clara.mail(hidden.id)).fields).withContext(`${kind}: what isn’t shown was not said`).toEqual({ callReason: 'OTHER', invoicePayBy: '2026-02-01', invoiceAmount: 12.5 });
    }
    const { reservation, numbers } = await clara.post<{ reservation: { id: string; reservedAt: string }; numbers: { number: number }[] }>('/reservations', { key: newKey(), code: 'incoming', count: 1, reason: 'Coupure' });
    const byHand = (values: object): object => ({ key: newKey(), receivedAt: new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris' }).format(new Date(reservation.reservedAt)), channel: 'post', sender: caller, subject: 'Écrit à la main', type: 'VOIRIE', fields: values });
    const path = `/reservations/${reservation.id}/numbers/${numbers[0]?.number}/use`;
    expect([await status(clara, 'POST', path, byHand({})), await status(clara, 'POST', path, byHand({ callReason: 'FOLLOW_UP' }))]).withContext('entered afterwards').toEqual(['422 formFlaw callReason required', '422 formFlaw fileReference required']);
    expect((await clara.mail((await clara.post<{ mailId: string }>(path, byHand(fields))).mailId)).fields).toEqual(fields);
    expect((await admin.call('PUT', '/settings/forms', { data: settings.forms, comment: 'spec', basedOn: (await admin.get<{ versions: { forms: number } }>('/settings')).versions.forms })).status).toBe(200);
    await until('the forms of before are in force', async () => (await status(clara, 'POST', '/entries', { key: newKey(), kind: 'note', ...said })) === '201');
  }, 60_000);

  it('keep values in the row while Alfresco has no property for them; fields are never removed', async () => {
    const { settings, versions } = await admin.get<{ settings: { forms: { fields: object[]; forms: object[] } }; versions: { forms: number } }>('/settings');
    const publish = (forms: object, basedOn: number): Promise<string> => status(admin, 'PUT', '/settings/forms', { data: forms, comment: 'spec', basedOn });
    expect(await publish({ ...settings.forms, fields: settings.forms.fields.slice(1) }, versions.forms)).toBe('422 fieldLost invoiceNumber');
    expect(await publish({ ...settings.forms, fields: [...settings.forms.fields, { key: 'later', type: 'text', label: { fr: 'Plus tard' } }] }, versions.forms)).toBe('200');
    const { id } = await enter(call());
    await until('the new field is known', async () => (await clara.call('POST', `/mails/${id}/fields`, { fields: { later: 'oui' } })).status === 200);
    const node = await nodeOf(await mirrored(id));
    expect(node.properties['gecf:later']).toBeUndefined();
    expect((await admin.get<{ items: { key: string; there: boolean }[] }>('/administration/fields')).items.filter(({ there }) => !there).map(({ key }) => key)).toEqual(['later']);
    expect(await status(clara, 'GET', '/administration/fields')).toBe('403 forbidden');
  });
});
