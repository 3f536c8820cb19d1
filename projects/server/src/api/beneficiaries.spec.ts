import type { Beneficiary, FiledDocument, Mail } from '@bannette/http';
import type { Running } from '../serve.js';
import { demoPassword } from '../start/demo-people.js';
import { startTestHouse, testLetter, until, type Client, type TestHouse } from '../testing/index.js';

const people = {
  mailRoom: 'COURRIER',
  agent: 'S_INSERTION',
  secretary: 'S_INSERTION S_INSERTION__SECRETARIAT',
  cleared: 'S_ENFANCE S_ENFANCE__C_ASE',
  clearedSecretary: 'S_ENFANCE S_ENFANCE__SECRETARIAT S_ENFANCE__C_ASE',
  enfance: 'S_ENFANCE',
  roads: 'S_ROUTES',
  admin: 'ADMIN',
} as const;
type Who = keyof typeof people;
const who = Object.keys(people) as Who[];

interface Page<T> {
  readonly items: readonly T[];
}
interface File {
  readonly documents: number;
  readonly revision: number;
  readonly natures: readonly { readonly nature?: string; readonly documents: number }[];
}
interface Unidentified {
  readonly id: string;
  readonly depositId?: string;
  readonly mail: { readonly id: string; readonly revision: number };
}

describe('Beneficiaries and natures', () => {
  let house: TestHouse;
  let running: Running;
  let as: Record<Who, Client>;
  const known: { [name: string]: Beneficiary } = {};

  beforeAll(async () => {
    house = await startTestHouse({ records: false });
    running = await house.serve();
    const clients: [string, Client][] = [];
    for (const [name, groups] of Object.entries(people)) {
      await house.administrator.people.create({ id: `b.${name}`, firstName: name, email: `${name}@lys-et-loire.example`, password: demoPassword });
      for (const group of groups.split(' ')) await house.administrator.groups.addMember(`GROUP_GEC_${group}`, `b.${name}`);
      clients.push([name, await house.client(`b.${name}`, running.url)]);
    }
    as = Object.fromEntries(clients) as Record<Who, Client>;
    known.shared = await as.mailRoom.post('/beneficiaries', { name: 'Lefèvre-Nguyen', firstName: 'Élodie', birthDate: '1988-02-29', fileNumber: 'D-2026/0042' });
    known.insertion = await as.agent.post('/beneficiaries', { name: 'Martin', firstName: 'Paul', birthDate: '1970-05-04', fileNumber: 'I-77', service: 'INSERTION' });
    known.guarded = await as.cleared.post('/beneficiaries', { name: 'Vassilakis', firstName: 'Chloé', birthDate: '2015-09-01', fileNumber: 'ASE-9', service: 'ENFANCE', compartment: 'ASE' });
  }, 120_000);
  afterAll(() => house.close(), 60_000);

  /** Who may know of whom, by hand. */
  const knowers: { readonly [name: string]: readonly Who[] } = {
    shared: ['mailRoom', 'agent', 'secretary', 'cleared', 'clearedSecretary', 'enfance'],
    insertion: ['mailRoom', 'agent', 'secretary'],
    guarded: ['cleared', 'clearedSecretary'],
  };
  const ask: { readonly [name: string]: readonly string[] } = {
    shared: ['elodie', 'NGUYEN lefevre', 'lefev élo', 'd-2026/0', '29/02/1988', '1988-02-29 nguyen'],
    insertion: ['paul mar', 'martin', 'i-77', '4.5.1970'],
    guarded: ['vassi', 'chloe vassilakis', 'ASE-9', '2015-09-01'],
  };
  const deposit = async (client: Client, fields: { readonly [field: string]: string }, letters = 1): Promise<Mail> => {
    const { status, body } = await client.deposit(await Promise.all(Array.from({ length: letters }, (_, n) => testLetter(`piece-${n}-${Math.random()}`))), { channel: 'counter', ...fields });
    expect(status).withContext(JSON.stringify(body)).toBe(201);
    const { mails } = await client.read(body.id);
    expect(mails.length).withContext('one deposit, one mail').toBe(1);
    return as.mailRoom.mail(mails[0]?.id ?? '');
  };
  const qualify = (mail: Mail, more: object = {}) => as.mailRoom.call<Mail & { code: string }>('POST', `/mails/${mail.id}/qualify`, { type: 'COURRIER_GENERAL', sender: { kind: 'individual', name: 'Jeanne Aubert' }, subject: 'Pièces', receivedAt: '2026-01-05', service: 'INSERTION', ...more });
  const distributed = (id: string) => until(`mail ${id} has its tray`, async () => {
    const row = await house.store.db.selectFrom('mail').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
    return row.state === 'distributed' && row.applied_version === row.desired_version && row;
  });

  for (const name of ['shared', 'insertion', 'guarded']) {
    for (const person of who) {
      const knows = knowers[name]?.includes(person);
      it(`${person} ${knows ? 'finds' : 'hears nothing of'} the one who is ${name}, whichever way they ask`, async () => {
        const { id, name: family, firstName, birthDate, fileNumber } = known[name] as Beneficiary;
        const directory = person !== 'roads' && person !== 'admin';
        for (const q of ask[name] ?? []) {
          const { status, body } = await as[person].call<Page<Beneficiary>>('GET', `/beneficiaries?q=${encodeURIComponent(q)}`);
          expect(status).toBe(directory ? 200 : 403);
          if (directory) expect(body.items.some((one) => one.id === id)).withContext(q).toBe(!!knows);
        }
        const alike = await as[person].call<Page<Beneficiary>>('GET', `/beneficiaries/alike?${new URLSearchParams({ name: family, firstName: firstName ?? '', birthDate: birthDate ?? '', fileNumber: fileNumber ?? '' }).toString()}`);
        expect(alike.status).toBe(directory ? 200 : 403);
        if (directory) expect(alike.body.items.map((one) => one.id)).toEqual(knows ? [id] : []);
        expect((await as[person].call('GET', `/beneficiaries/${id}`)).status).toBe(knows ? 200 : 404);
        expect((await as[person].call('GET', `/documents?beneficiary=${id}`)).status).toBe(knows ? 200 : 404);
        expect((await as[person].call('POST', `/beneficiaries/${id}`, { name: family, revision: 99 })).status).toBe(knows ? 409 : 404);
        const said = JSON.stringify([{ beneficiaries: [id] }]);
        if (!knows) expect((await as[person].deposit([await testLetter(`non-${Math.random()}`)], { channel: 'counter', documents: said })).status).toBe(422);
      });
    }
  }

  it('are named by who may know of the file that they make, and by nobody else', async () => {
    const add = async (person: Who, guard: object) => (await as[person].call('POST', '/beneficiaries', { name: 'Nouveau', ...guard })).status;
    expect([await add('mailRoom', { service: 'INSERTION' }), await add('mailRoom', { service: 'ENFANCE', compartment: 'ASE' }), await add('enfance', { service: 'ENFANCE', compartment: 'ASE' }), await add('agent', { service: 'ENFANCE' }), await add('agent', { service: 'INSERTION', compartment: 'ASE' }), await add('roads', {}), await add('admin', {})]).toEqual([201, 403, 403, 403, 422, 403, 403]);
  }, 60_000);

  it('of a family that deposits at the counter: one mail, each document with its own, read back and read by nobody else', async () => {
    const [shared, insertion] = [await as.agent.post<Beneficiary>('/beneficiaries', { name: 'Diallo', firstName: 'Awa' }), await as.agent.post<Beneficiary>('/beneficiaries', { name: 'Diallo', firstName: 'Issa', service: 'INSERTION' })];
    const mail = await deposit(as.agent, { documents: JSON.stringify([{ nature: 'PIECE_IDENTITE', beneficiaries: [shared.id, insertion.id] }, { nature: 'AVIS_IMPOSITION', beneficiaries: [insertion.id] }, { beneficiaryUnknown: true }]) }, 3);
    expect(mail.documentsList.map(({ nature, beneficiaries, beneficiaryUnknown }) => [nature, beneficiaries.map(({ firstName }) => firstName).join(), beneficiaryUnknown])).toEqual([['PIECE_IDENTITE', 'Awa,Issa', false], ['AVIS_IMPOSITION', 'Issa', false], [undefined, '', true]]);
    expect(mail.documentsList[2]?.natureProposal).toEqual(jasmine.objectContaining({ value: 'COURRIER', because: jasmine.stringContaining('veuillez agréer') as unknown as string }));
    expect((await qualify(mail)).status).toBe(200);
    await distributed(mail.id);

    const file = await as.agent.get<File>(`/beneficiaries/${insertion.id}`);
    expect(file.natures.filter(({ nature }) => nature === 'AVIS_IMPOSITION')).toEqual([{ nature: 'AVIS_IMPOSITION', documents: 1 }]);
    const ways = async (person: Who, query: string) => (await as[person].get<Page<FiledDocument>>(`/documents?${query}`)).items.map(({ id }) => id);
    const [card, tax] = mail.documentsList.map(({ id }) => id) as [string, string];
    expect(await ways('agent', `beneficiary=${insertion.id}`)).toEqual([tax, card]);
    expect(await ways('agent', `beneficiary=${insertion.id}&nature=RESSOURCES`)).toEqual([tax]);
    expect(await ways('agent', 'nature=ETAT_CIVIL')).toEqual([card]);
    expect(await ways('cleared', 'nature=ETAT_CIVIL')).toEqual([]);
    expect(await ways('cleared', `beneficiary=${shared.id}`)).withContext('knows the person, may not read the mail').toEqual([]);
    expect((await as.cleared.get<File>(`/beneficiaries/${shared.id}`)).documents).withContext('counts nothing that it would not list').toBe(0);

    const { node_id } = await house.store.db.selectFrom('document').select('node_id').where('id', '=', tax).executeTakeFirstOrThrow();
    const node = await house.administrator.nodes.get(node_id ?? '');
    expect(node.properties['gec:nature']).toBe('AVIS_IMPOSITION');
    expect(JSON.stringify(node.properties)).not.toContain('Diallo');

    await as.agent.post(`/mails/${mail.id}/answers`, { template: 'REPONSE_LIBRE', subject: 'Votre demande', body: 'Bien reçu.', departureDate: '2026-01-06', channel: 'post' });
    expect((await as.agent.get<File>(`/beneficiaries/${insertion.id}`)).documents).withContext('the answer lies in the file too').toBe(3);
  }, 60_000);

  it('whom nobody recognised wait in a queue, oldest first, for the mail room and the secretaries, and are identified together', async () => {
    const unknown = JSON.stringify([{ beneficiaryUnknown: true }, { beneficiaryUnknown: true }]);
    const mail = await deposit(as.agent, { documents: unknown }, 2);
    expect((await qualify(mail)).status).toBe(200);
    await distributed(mail.id);
    const own = async (person: Who) => (await as[person].get<Page<Unidentified>>('/beneficiaries/to-identify?limit=200')).items.filter(({ mail: { id } }) => id === mail.id);
    const ids = mail.documentsList.map(({ id }) => id);
    expect((await own('mailRoom')).map(({ id }) => id)).toEqual(ids);
    expect((await own('secretary')).map(({ id }) => id)).toEqual(ids);
    expect(await own('clearedSecretary')).toEqual([]);
    for (const person of ['agent', 'roads', 'admin'] as const) expect((await as[person].call('GET', '/beneficiaries/to-identify')).status).withContext(person).toBe(403);

    const identify = (person: Who, beneficiaries: readonly string[]) => as[person].call<{ identified: number }>('POST', '/beneficiaries/to-identify', { documents: ids, beneficiaries });
    expect((await identify('clearedSecretary', [known.shared?.id ?? ''])).status).toBe(404);
    expect((await identify('secretary', [known.guarded?.id ?? ''])).status).withContext('nobody that a secretary may know of').toBe(422);
    expect((await identify('secretary', [known.insertion?.id ?? ''])).body.identified).toBe(2);
    expect((await identify('mailRoom', [])).body.identified).withContext('no longer waiting').toBe(0);
    const after = await as.agent.mail(mail.id);
    expect(after.documentsList.map(({ beneficiaries, beneficiaryUnknown }) => [beneficiaries.map(({ id }) => id), beneficiaryUnknown])).toEqual([[[known.insertion?.id], false], [[known.insertion?.id], false]] as never);
    const { items } = await as.agent.get<Page<{ type: string }>>(`/mails/${mail.id}/journal`);
    expect(items.map(({ type }) => type)).toContain('mail.documentDescribed');
  }, 60_000);

  it('that a reader may not know of are not shown to them, and outlast what they say', async () => {
    const mail = await deposit(as.mailRoom, {});
    expect((await qualify(mail, { documents: [{ id: mail.documentsList[0]?.id, nature: 'FACTURE', beneficiaries: [known.insertion?.id] }] })).status).toBe(200);
    await distributed(mail.id);
    await as.agent.post(`/mails/${mail.id}/copies`, { services: ['ENFANCE'] });
    const document = mail.documentsList[0]?.id ?? '';
    const seen = (await as.enfance.mail(mail.id)).documentsList[0];
    expect([seen?.nature, seen?.beneficiaries]).toEqual(['FACTURE', []]);
    expect((await as.enfance.call('POST', `/mails/${mail.id}/documents`, { documents: [{ id: document, beneficiaries: [] }] })).status).withContext('a copy is for reading').toBe(403);
    await house.store.db.insertInto('document_beneficiary').values({ document_id: document, beneficiary_id: known.guarded?.id ?? '' }).execute();
    const said = await as.agent.post<Mail>(`/mails/${mail.id}/documents`, { documents: [{ id: document, beneficiaries: [known.shared?.id] }] });
    expect(said.documentsList[0]?.beneficiaries.map(({ id }) => id)).toEqual([known.shared?.id] as string[]);
    const kept = await house.store.db.selectFrom('document_beneficiary').select('beneficiary_id').where('document_id', '=', document).execute();
    expect(kept.map(({ beneficiary_id }) => beneficiary_id).sort()).toEqual([known.shared?.id, known.guarded?.id].sort() as string[]);
    expect((await as.agent.call('POST', `/mails/${mail.id}/documents`, { documents: [{ id: document, nature: 'SOLIDARITES' }] })).status).withContext('a theme is no nature').toBe(422);
    expect((await as.agent.call('POST', `/mails/${mail.id}/documents`, { documents: [{ id: document, nature: null }], revision: 1 })).status).toBe(409);

    const { node_id } = await until('Alfresco has it', async () => {
      const row = await house.store.db.selectFrom('mail').selectAll().where('id', '=', mail.id).executeTakeFirstOrThrow();
      return row.applied_version === row.desired_version && row;
    });
    const facts = String((await house.administrator.nodes.get(node_id ?? '')).properties['gec:rowFacts']);
    expect(facts).withContext('told by id: not all who read the mail may know of the file').toContain(known.guarded?.id ?? '?');
    expect(facts).not.toContain('Vassilakis');
    expect(facts).withContext('ENFANCE and INSERTION both keep files').toContain('Lefèvre-Nguyen');
  }, 60_000);

  it('make their mail as secret as what it holds, and send it to nobody who is not cleared', async () => {
    const mail = await deposit(as.mailRoom, { documents: JSON.stringify([{ nature: 'CERTIFICAT_MEDICAL' }]) });
    expect((await qualify(mail)).body.code).toBe('serviceNotCleared');
    const restricted = await qualify(mail, { service: 'AUTONOMIE' });
    expect([restricted.status, restricted.body.confidentiality]).toEqual([200, 3]);
    const row = await distributed(mail.id);
    expect(row.readers).toEqual(['GROUP_GEC_S_AUTONOMIE__C_MEDICAL']);
    const later = await deposit(as.mailRoom, {});
    expect((await qualify(later)).status).toBe(200);
    await distributed(later.id);
    const describe = await as.agent.call<{ code: string }>('POST', `/mails/${later.id}/documents`, { documents: [{ id: later.documentsList[0]?.id, nature: 'CERTIFICAT_MEDICAL' }] });
    expect(describe.body.code).toBe('serviceNotCleared');
    expect((await as.agent.mail(later.id)).documentsList[0]?.nature).withContext('nothing of it stays').toBeUndefined();
    await as.agent.post(`/mails/${later.id}/documents`, { documents: [{ id: later.documentsList[0]?.id, nature: 'RAPPORT_SOCIAL' }] });
    expect((await distributed(later.id)).readers).toEqual(['GROUP_GEC_S_INSERTION__RESPONSABLE', 'GROUP_GEC_S_INSERTION__SECRETARIAT']);
  }, 60_000);

  it('are corrected by who may know of them, and leave the nodes of mails once they are guarded', async () => {
    const mother = await as.agent.post<Beneficiary>('/beneficiaries', { name: 'Okafor', firstName: 'Grace' });
    const mail = await deposit(as.agent, { documents: JSON.stringify([{ beneficiaries: [mother.id] }]) });
    expect((await qualify(mail, { service: 'ENFANCE' })).status).toBe(200);
    const facts = async () => String((await house.administrator.nodes.get((await distributed(mail.id)).node_id ?? '')).properties['gec:rowFacts']);
    expect(await facts()).toContain('Okafor');
    const { revision } = await as.cleared.get<File>(`/beneficiaries/${mother.id}`);
    await as.cleared.post(`/beneficiaries/${mother.id}`, { name: 'Okafor', firstName: 'Grace', service: 'ENFANCE', compartment: 'ASE', revision });
    expect(await facts()).not.toContain('Okafor');
    expect((await as.agent.call('GET', `/beneficiaries/${mother.id}`)).status).toBe(404);
    expect((await as.cleared.call('POST', `/beneficiaries/${mother.id}`, { name: 'Okafor', revision })).status).toBe(409);
  }, 60_000);

  it('keep a nature that is in use: it is retired, never removed, and no longer offered', async () => {
    const { settings, versions } = await as.admin.get<{ settings: { thesaurus: { code: string }[] }; versions: { thesaurus: number } }>('/settings');
    const publish = (data: object, basedOn: number) => as.admin.call<{ code: string }>('PUT', '/settings/thesaurus', { data, comment: 'essai', basedOn });
    const mail = await deposit(as.mailRoom, { documents: JSON.stringify([{ nature: 'DEVIS' }]) });
    const use = await as.admin.get<Page<{ code: string; documents: number }>>('/thesaurus/use');
    expect(use.items.find(({ code }) => code === 'DEVIS')?.documents).toBe(1);
    expect((await as.mailRoom.call('GET', '/thesaurus/use')).status).toBe(403);
    expect((await publish(settings.thesaurus.filter(({ code }) => code !== 'DEVIS'), versions.thesaurus)).body.code).toBe('termInUse');
    expect((await publish(settings.thesaurus.map((term) => (term.code === 'DEVIS' ? { ...term, retired: true, replacedBy: 'FACTURE' } : term)), versions.thesaurus)).status).toBe(200);
    await until('the new version is in force', async () => (await as.admin.get<{ versions: { thesaurus: number } }>('/settings')).versions.thesaurus > versions.thesaurus);
    const [document] = mail.documentsList;
    expect((await as.mailRoom.call('POST', `/mails/${mail.id}/documents`, { documents: [{ id: document?.id, nature: 'DEVIS', beneficiaries: [] }] })).status).withContext('what bears it keeps it').toBe(200);
    const other = await deposit(as.mailRoom, {});
    expect((await as.mailRoom.call('POST', `/mails/${other.id}/documents`, { documents: [{ id: other.documentsList[0]?.id, nature: 'DEVIS' }] })).status).toBe(422);
  }, 60_000);
});
