import type { DelegationFindingView, DelegationView, Mail, MailLine } from '@bannette/http';
import { verifyJournal } from '@bannette/store';
import { followUp } from '@bannette/treatment';
import type { Running } from '../serve.js';
import { startTestHouse, until, type Client, type TestHouse } from '../testing/index.js';
import { captured } from './captured.spec-support.js';

const pdf = Buffer.from('%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n').toString('base64');
const tomorrow = '2026-06-11';

describe('While somebody is away, and with others', () => {
  let house: TestHouse;
  let running: Running;
  let clock = new Date('2026-06-10T09:00:00Z');
  /** The mail room; secretary, agent and head of ROUTES; agent and head of NORD; an agent of ENFANCE; an administrator. */
  let clara: Client, sophie: Client, ines: Client, marc: Client, paul: Client, brigitte: Client, damien: Client, admin: Client;

  beforeAll(async () => {
    house = await startTestHouse({ records: false });
    running = await house.serve({}, { now: () => clock });
    const come = async (person: string): Promise<Client> => {
      const client = await house.client(person, running.url);
      await client.get('/me');
      return client;
    };
    clara = await come('clara.moreau');
    sophie = await come('sophie.martel');
    ines = await come('ines.kaci');
    marc = await come('marc.delmas');
    paul = await come('paul.renard');
    brigitte = await come('brigitte.lemoine');
    damien = await come('damien.roche');
    await house.administrator.groups.addMember('GROUP_GEC_ADMIN', 'nicolas.fabre');
    admin = await come('nicolas.fabre');
  }, 60_000);
  afterAll(() => house.close(), 60_000);
  beforeEach(() => (clock = new Date('2026-06-10T09:00:00Z')));

  const distributed = async (type = 'RECLAMATION'): Promise<string> => {
    const id = await captured(running.house);
    await clara.post(`/mails/${id}/qualify`, { type, sender: { kind: 'individual', name: 'Odile Vasseur', postcode: '98310' }, subject: 'Une demande', receivedAt: '2026-06-08', service: 'ROUTES' });
    await until('it is distributed', async () => (await house.store.db.selectFrom('mail').select('state').where('id', '=', id).executeTakeFirstOrThrow()).state === 'distributed');
    return id;
  };
  const said = async (person: Client, method: string, path: string, body?: object): Promise<string> => {
    const answer = await person.call<{ code?: string }>(method, path, body);
    return `${answer.status}${answer.body?.code ? ` ${answer.body.code}` : ''}`;
  };
  const delegate = (by: Client, body: object): Promise<DelegationView> => by.post('/delegations', { startsOn: '2026-06-10', powers: ['treat', 'opinions'], ...body }) as Promise<DelegationView>;
  const journal = async (id: string) => ((await marc.get(`/mails/${id}/journal`)) as { items: { type: string; actor: { id: string }; onBehalfOf?: { id: string } }[] }).items;
  const told = (person: string, kind: string, mail: string) => until(`${person} is told: ${kind}`, async () => !!(await house.store.db.selectFrom('notice').select('id').where('audience', '=', person).where('kind', '=', kind).where('link', '=', `/mails/${mail}`).executeTakeFirst()));
  const opinionsOn = (mail: Mail) => (mail.consultations ?? []).flatMap(({ opinions }) => opinions);

  it('a delegate acts in their name, which the journal, the page, lists and letters tell, until the delegation ends', async () => {
    const id = await distributed();
    expect(await said(ines, 'POST', `/mails/${id}/assign`, { assignee: 'marc.delmas' })).toBe('403 forbidden');
    const { findings } = (await marc.post('/delegations/check', { delegates: ['ines.kaci'], startsOn: '2026-06-10', endsOn: '2026-06-19', powers: ['treat'] })) as { findings: DelegationFindingView[] };
    expect(findings.map(({ code, refuses, gaps }) => [code, refuses, gaps?.map(({ group }) => group)])).toEqual([['delegateReadsLess', false, ['GROUP_GEC_S_ROUTES__RESPONSABLE']]]);
    const made = await delegate(marc, { delegates: ['ines.kaci'], endsOn: '2026-06-19', act: { reference: 'Arrêté 2026-112', day: '2026-06-01' } });
    expect([made.state, made.gaps.length, made.act?.reference]).toEqual(['running', 1, 'Arrêté 2026-112']);

    await sophie.post(`/mails/${id}/assign`, { assignee: 'marc.delmas' });
    await Promise.all([told('marc.delmas', 'work.assigned', id), told('ines.kaci', 'work.assignedFor', id)]);
    const seen = await ines.mail(id);
    expect(seen.replacing).toEqual({ id: 'marc.delmas', displayName: 'Marc Delmas' });
    expect(seen.actsFor?.map((one) => [one.id, one.actions.includes('answer')])).toEqual([['marc.delmas', true]]);
    expect((await sophie.mail(id)).assigneeAway).toEqual({ until: '2026-06-19', delegates: [{ id: 'ines.kaci', displayName: 'Inès Kaci' }] });
    const { items } = (await ines.get('/trays/routes/mails?limit=200')) as { items: MailLine[] };
    expect(items.find((line) => line.id === id)?.replacing?.id).toBe('marc.delmas');

    const taken = (await ines.post(`/mails/${id}/take`)) as Mail;
    expect(taken.assignee?.id).toBe('marc.delmas');
    await ines.post(`/mails/${id}/undo`, { token: taken.undo?.token ?? '' });
    await ines.post(`/mails/${id}/answers`, { template: 'REPONSE_LIBRE', subject: 'Réponse', body: 'Bonjour', departureDate: '2026-06-10', channel: 'post' });
    for (const type of ['mail.taken', 'mail.undone', 'mail.answered']) expect((await journal(id)).filter((entry) => entry.type === type).map(({ actor, onBehalfOf }) => [actor.id, onBehalfOf?.id])).withContext(type).toEqual([['ines.kaci', 'marc.delmas']]);
    await ines.post(`/mails/${id}/notes`, { text: 'vu' });
    expect((await journal(id)).find(({ type }) => type === 'mail.noted')?.onBehalfOf).toBeUndefined();

    expect(await said(ines, 'POST', `/delegations/${made.id}/end`)).toBe('403 forbidden');
    expect(await said(sophie, 'POST', `/delegations/${made.id}/end`)).toBe('200');
    expect(await said(marc, 'POST', `/delegations/${made.id}/end`)).toBe('409 endedAlready');
    expect(await said(ines, 'POST', `/mails/${id}/assign`, { assignee: 'marc.delmas' })).toBe('403 forbidden');
    expect((await verifyJournal(house.databaseUrl)).firstBreak).toBeUndefined();
  });

  it('for some kinds only: those alone are in the tray and counted, and of them alone is the delegate reminded', async () => {
    const [complaint, other] = [await distributed(), await distributed('DEMANDE_RENSEIGNEMENT')];
    clock = new Date('2026-08-03T09:00:00Z');
    await delegate(marc, { delegates: ['ines.kaci'], types: ['RECLAMATION'], startsOn: '2026-08-03', endsOn: '2026-08-04' });
    for (const id of [complaint, other]) await sophie.post(`/mails/${id}/assign`, { assignee: 'marc.delmas' });
    const { items } = (await ines.get('/trays/replacing:marc.delmas/mails?limit=200')) as { items: MailLine[] };
    expect([items.some(({ id }) => id === complaint), items.some(({ id }) => id === other)]).toEqual([true, false]);
    const { items: trays } = (await ines.get('/trays')) as { items: { id: string; open: number }[] };
    expect(trays.find(({ id }) => id === 'replacing:marc.delmas')?.open).toBe(items.length);

    const remind = (seq: string, type: string) => house.store.transaction({ entityId: 'default', actor: 'system' }, async (tx) => tx.append({ type: 'reminder.late', subjectKind: 'clock', subjectId: seq, data: { audience: 'marc.delmas', person: true, service: 'ROUTES', count: 1, first: '2026-08-01', last: '2026-08-01', numbers: [seq], types: [type] } }));
    await remind('other', 'DEMANDE_RENSEIGNEMENT');
    await remind('theirs', 'RECLAMATION');
    const reminded = async (person: string, kind: string): Promise<string[]> => (await house.store.db.selectFrom('notice').select('params').where('audience', '=', person).where('kind', '=', kind).execute()).map(({ params }) => String(params['numbers']));
    await until('the delegate is reminded', async () => (await reminded('ines.kaci', 'reminder.lateFor')).includes('theirs'));
    expect(await reminded('ines.kaci', 'reminder.lateFor')).toEqual(['theirs']);
    expect((await reminded('marc.delmas', 'reminder.late')).sort()).toEqual(['other', 'theirs']);
  });

  it('nobody is named who could open nothing, by themselves, or by who may not', async () => {
    const asked = (by: Client, body: object) => said(by, 'POST', '/delegations', { startsOn: '2026-06-10', powers: ['treat'], ...body });
    expect(await asked(marc, { delegates: ['marc.delmas'] })).toBe('422 delegateToSelf');
    expect(await asked(marc, { delegates: ['paul.renard'] })).toBe('422 delegateReadsNothing');
    expect(await asked(marc, { delegates: ['ines.kaci'], startsOn: '2026-05-01', endsOn: '2026-05-02' })).toBe('422 periodOver');
    expect(await asked(marc, { delegates: ['ines.kaci'], types: ['NONE'] })).toBe('422 unknownType');
    expect(await asked(sophie, { delegator: 'marc.delmas', services: ['ROUTES'], delegates: ['sophie.martel'] })).toBe('422 delegateIsAuthor');
    for (const nobody of [ines, brigitte, clara]) expect(await asked(nobody, { delegator: 'marc.delmas', services: ['ROUTES'], delegates: ['sophie.martel'] })).withContext(nobody.person).toBe('403 forbidden');
    expect(await asked(admin, { delegator: 'marc.delmas', delegates: ['ines.kaci'], startsOn: '2027-01-01', endsOn: '2027-01-02' })).toBe('201');
  });

  it('delegations are seen by both sides, by who runs the service, and by administrators', async () => {
    const { id } = await delegate(sophie, { delegator: 'marc.delmas', services: ['ROUTES'], delegates: ['ines.kaci'], startsOn: '2026-12-01', endsOn: '2026-12-02' });
    const seenBy = async (person: Client, of: string): Promise<unknown> => {
      const answer = await person.call<{ items: DelegationView[] }>('GET', `/delegations?of=${of}&limit=200`);
      return answer.status === 200 ? answer.body.items.some((one) => one.id === id) : answer.status;
    };
    expect(await Promise.all([marc, ines, sophie, paul].map((person) => seenBy(person, 'mine')))).toEqual([true, true, false, false]);
    expect(await Promise.all([sophie, marc, brigitte, ines, clara].map((person) => seenBy(person, 'service')))).toEqual([true, true, false, 403, 403]);
    expect(await Promise.all([admin, sophie].map((person) => seenBy(person, 'all')))).toEqual([true, 403]);
  });

  it('the signed act is kept in Alfresco, once', async () => {
    const { id } = await delegate(marc, { delegates: ['ines.kaci'], startsOn: '2026-11-01', endsOn: '2026-11-02', act: { reference: 'A', day: '2026-05-01' } });
    expect(await said(marc, 'POST', `/delegations/${id}/act`, { name: 'acte.exe', content: Buffer.from('MZ…').toString('base64') })).toBe('422 fileType');
    expect(await said(paul, 'POST', `/delegations/${id}/act`, { name: 'acte.pdf', content: pdf })).toBe('404 notFound');
    expect(await said(ines, 'POST', `/delegations/${id}/act`, { name: 'acte.pdf', content: pdf })).toBe('403 forbidden');
    await marc.post(`/delegations/${id}/act`, { name: 'acte.pdf', content: pdf });
    const kept = await until('Alfresco has the act', async () => {
      const row = await house.store.db.selectFrom('delegation').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
      return row.act_spool_key === null ? row : undefined;
    });
    expect(await house.administrator.nodes.digest(kept.act_node_id ?? '', 'sha512')).toBe(kept.act_file?.sha512 ?? '');
    expect(await said(marc, 'POST', `/delegations/${id}/act`, { name: 'acte.pdf', content: pdf })).toBe('409 actThere');
  });

  it('notes are seen by whom they are for, who is mentioned is told, and their author alone changes them', async () => {
    const id = await distributed();
    await sophie.post(`/mails/${id}/copies`, { services: ['NORD'] });
    await ines.post(`/mails/${id}/notes`, { text: 'pour moi', visibility: 'me' });
    await ines.post(`/mails/${id}/notes`, { text: 'au service', visibility: 'service' });
    await ines.post(`/mails/${id}/notes`, { text: 'à Paul', visibility: 'persons', persons: ['paul.renard'], mentions: ['paul.renard'] });
    const { notesList } = (await ines.post(`/mails/${id}/notes`, { text: 'à tous' })) as Mail;
    await told('paul.renard', 'work.mentioned', id);
    const seenBy = async (person: Client) => (await person.mail(id)).notesList.map(({ text }) => text);
    expect(await seenBy(ines)).toEqual(['pour moi', 'au service', 'à Paul', 'à tous']);
    expect(await seenBy(marc)).toEqual(['au service', 'à tous']);
    expect(await seenBy(paul)).toEqual(['à Paul', 'à tous']);
    expect(await seenBy(clara)).toEqual(['à tous']);
    expect((await clara.mail(id)).notes).toBe(1);

    const [own, , , all] = notesList;
    expect(await said(marc, 'POST', `/mails/${id}/notes/${own?.id}`, { text: 'x' })).toBe('404 notFound');
    expect(await said(marc, 'DELETE', `/mails/${id}/notes/${all?.id}`)).toBe('403 forbidden');
    expect(await said(ines, 'POST', `/mails/${id}/notes`, { text: 'x', mentions: [damien.person] })).toBe('422 notAReader');
    expect(await said(ines, 'POST', `/mails/${id}/notes`, { text: 'x', visibility: 'service', mentions: ['paul.renard'] })).toBe('422 mentionNotSeen');
    expect(await said(ines, 'POST', `/mails/${id}/notes`, { text: 'x', visibility: 'service', service: 'NORD' })).toBe('422 notYourService');
    await ines.post(`/mails/${id}/notes/${all?.id}`, { text: 'à tous, corrigé' });
    await ines.call('DELETE', `/mails/${id}/notes/${own?.id}`);
    expect(await seenBy(ines)).toEqual(['au service', 'à Paul', 'à tous, corrigé']);
    expect(JSON.stringify(await journal(id))).not.toMatch(/pour moi|à tous|à Paul/);
  });

  it('tasks are given to readers and remind them, and a mail with open ones is closed only when that is meant', async () => {
    const id = await distributed();
    expect(await said(ines, 'POST', `/mails/${id}/tasks`, { title: 'Constat', assignees: ['damien.roche'] })).toBe('422 notAReader');
    expect(await said(ines, 'POST', `/mails/${id}/tasks`, { title: 'Constat', assignees: ['marc.delmas'], dueOn: '2026-06-09' })).toBe('422 dayPast');
    const { tasks } = (await ines.post(`/mails/${id}/tasks`, { title: 'Constat sur place', assignees: ['sophie.martel'], dueOn: tomorrow })) as Mail;
    const task = tasks?.[0]?.id ?? '';
    const openTasks = async (person: Client) => ((await person.get('/tasks')) as { items: { task: { id: string } }[] }).items.map((one) => one.task.id);
    expect([await openTasks(sophie), await openTasks(ines)]).toEqual([[task], []]);
    await followUp(running.house);
    await followUp(running.house);
    await told('sophie.martel', 'work.taskSoon', id);
    expect((await house.store.db.selectFrom('work_reminder').select('step').where('subject_id', '=', task).execute()).map(({ step }) => step)).toEqual(['soon']);
    expect(await said(paul, 'POST', `/mails/${id}/tasks/${task}`, { state: 'done' })).toBe('404 notFound');
    await sophie.post(`/mails/${id}/take`);
    for (const [path, body] of [['close', {}], ['close-without-answer', { reason: 'sans objet' }], ['transmission', { authority: 'Commune' }], ['answers', { template: 'REPONSE_LIBRE', subject: 'R', body: 'B', departureDate: '2026-06-10', channel: 'post', closes: true }]] as const) expect(await said(sophie, 'POST', `/mails/${id}/${path}`, body)).withContext(path).toBe('409 openWork');
    await sophie.post(`/mails/${id}/tasks/${task}`, { state: 'done' });
    await told('ines.kaci', 'work.taskDone', id);
    expect(((await sophie.post(`/mails/${id}/close`)) as Mail).state).toBe('closed');
  });

  it('opinions are asked all together: services read for that time, say what they think with a document, and leave', async () => {
    const id = await distributed();
    expect(await said(paul, 'GET', `/mails/${id}`)).toBe('404 notFound');
    expect(await said(clara, 'POST', `/mails/${id}/opinions`, { question: 'Faut-il ?', asked: [{ service: 'NORD' }] })).toBe('403 forbidden');
    const asked = (await ines.post(`/mails/${id}/opinions`, { question: 'Faut-il refaire la chaussée ?', asked: [{ service: 'NORD', workingDays: 3 }, { person: 'marc.delmas', until: '2026-06-30' }] })) as Mail;
    expect(opinionsOn(asked).map(({ service, person, dueOn, inCopy }) => [service ?? person?.id, dueOn, inCopy])).toEqual([['NORD', '2026-06-15', true], ['marc.delmas', '2026-06-30', undefined]]);
    expect(asked.copies).toEqual(['NORD']);
    const [nord, head] = opinionsOn(asked);
    expect(((await paul.get('/opinions')) as { items: { opinion: { id: string } }[] }).items.map(({ opinion }) => opinion.id)).toEqual([nord?.id ?? '']);
    expect(await said(ines, 'POST', `/mails/${id}/opinions/${nord?.id}`, { verdict: 'favourable' })).toBe('403 forbidden');
    expect(await said(paul, 'POST', `/mails/${id}/opinions/${nord?.id}`, { verdict: 'unfavourable' })).toBe('400 invalid');
    const given = (await paul.post(`/mails/${id}/opinions/${nord?.id}`, { verdict: 'reservations', words: 'Après le dégel.', file: { name: 'note.pdf', content: pdf } })) as Mail;
    expect(given.documentsList.map(({ role }) => role)).toEqual(['main', 'attachment']);
    await told('ines.kaci', 'work.opinionGiven', id);
    expect(await said(ines, 'POST', `/mails/${id}/close`, {})).toBe('409 openWork');
    expect(await said(paul, 'POST', `/mails/${id}/opinions/${nord?.id}`, { verdict: 'favourable' })).toBe('409 notAsked');
    const { id: delegation } = await delegate(marc, { delegates: ['sophie.martel'], powers: ['opinions'] });
    const done = (await sophie.post(`/mails/${id}/opinions/${head?.id}`, { verdict: 'favourable' })) as Mail;
    await marc.post(`/delegations/${delegation}/end`);
    expect(opinionsOn(done).map(({ verdict, givenBy, for: name }) => [verdict, givenBy?.id, name?.id])).toEqual([['reservations', 'paul.renard', undefined], ['favourable', 'sophie.martel', 'marc.delmas']]);
    expect([done.consultations?.[0]?.state, done.copies]).toEqual(['done', []]);
    expect(await said(paul, 'GET', `/mails/${id}`)).toBe('404 notFound');
    await until('Alfresco has the document, and the rights', async () => !(await house.store.db.selectFrom('mail').innerJoin('document', 'document.mail_id', 'mail.id').select('mail.id').where('mail.id', '=', id).where((eb) => eb.or([eb('stored_at', 'is', null), eb('applied_version', '<', eb.ref('desired_version'))])).executeTakeFirst()));
  });

  it('opinions in series: the next is asked when one is given or its limit passes, once, and who is asked no more leaves', async () => {
    const id = await distributed();
    const ask = { question: 'Un avis ?', mode: 'series', asked: [{ person: 'marc.delmas', workingDays: 1 }, { service: 'NORD', workingDays: 2 }, { service: 'FINANCES', workingDays: 2 }] };
    const first = (await ines.post(`/mails/${id}/opinions`, ask)) as Mail;
    expect([opinionsOn(first).map(({ state }) => state), first.copies]).toEqual([['asked', 'waiting', 'waiting'], []]);
    clock = new Date('2026-06-12T09:00:00Z');
    await Promise.all([followUp(running.house), followUp(running.house)]);
    await followUp(running.house);
    const second = await ines.mail(id);
    expect([opinionsOn(second).map(({ state, dueOn }) => [state, dueOn]), second.copies]).toEqual([[['passed', '2026-06-11'], ['asked', '2026-06-16'], ['waiting', undefined]], ['NORD']]);
    expect((await journal(id)).filter(({ type }) => type === 'mail.opinionLate').length).toBe(1);
    const [, nord] = opinionsOn(second);
    const third = (await ines.post(`/mails/${id}/opinions/${nord?.id}/withdraw`, { reason: 'inutile' })) as Mail;
    expect([opinionsOn(third).map(({ state }) => state), third.copies.includes('FINANCES')]).toEqual([['passed', 'withdrawn', 'asked'], true]);
    const again = (await ines.post(`/mails/${id}/opinions/${nord?.id}/again`, { workingDays: 1 })) as Mail;
    expect(opinionsOn(again).map(({ state, askedAgain }) => `${state}${askedAgain ? ' again' : ''}`)).toEqual(['passed', 'withdrawn', 'asked', 'waiting again']);
    const closed = (await marc.post(`/mails/${id}/close-without-answer`, { reason: 'tranché', despiteOpenWork: true })) as Mail;
    expect([closed.consultations?.[0]?.state, closed.copies, closed.undo]).toEqual(['withdrawn', [], undefined]);
  });
});
