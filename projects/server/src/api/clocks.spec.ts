import { announceClocks } from '@bannette/distribution';
import type { Mail } from '@bannette/http';
import type { Running } from '../serve.js';
import { startTestHouse, until, type Client, type TestHouse } from '../testing/index.js';
import { captured } from './captured.spec-support.js';

describe('Clocks of the law', () => {
  let house: TestHouse;
  let running: Running;
  let clara: Client;
  let sophie: Client;
  let clock = new Date('2026-06-10T09:00:00Z');

  beforeAll(async () => {
    house = await startTestHouse({ records: false });
    running = await house.serve({}, { now: () => clock });
    clara = await house.client('clara.moreau', running.url);
    sophie = await house.client('sophie.martel', running.url);
  }, 60_000);
  afterAll(() => house.close(), 60_000);
  beforeEach(() => (clock = new Date('2026-06-10T09:00:00Z')));

  const rowOf = (id: string) => house.store.db.selectFrom('mail').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  /** Until the clocks have heard all of a mail. */
  const heard = async (id: string): Promise<Mail> => {
    await until('the clocks have heard all', async () => {
      const head = await house.store.db.selectFrom('journal').select((eb) => eb.fn.max('seq').as('seq')).where('subject_id', '=', id).where('type', 'in', ['mail.distributed', 'mail.piecesAsked', 'mail.piecesReceived', 'mail.acknowledged', 'mail.extended', 'mail.transmitted', 'mail.answered', 'mail.linked', 'mail.unlinked']).executeTakeFirstOrThrow();
      const cursor = await house.store.db.selectFrom('consumer_cursor').select('seq').where('name', '=', 'distribution.clocks').executeTakeFirst();
      return Number(cursor?.seq ?? 0) >= Number(head.seq);
    });
    return sophie.mail(id);
  };
  const distributed = async (type: string, more: object = {}): Promise<Mail> => {
    const id = await captured(running.house);
    await clara.post(`/mails/${id}/qualify`, { type, sender: { kind: 'individual', name: 'Odile Vasseur', postcode: '98310' }, subject: 'Une demande', receivedAt: '2026-05-04', service: 'ROUTES', ...more });
    await until('it is distributed', async () => (await rowOf(id)).state === 'distributed');
    return heard(id);
  };
  const clockOf = ({ clocks }: Mail, code: string) => clocks?.find((one) => one.code === code);
  const refused = async (person: Client, path: string, body: object): Promise<string> => {
    const answer = await person.call<{ code: string }>('POST', path, body);
    return `${answer.status} ${answer.body.code}`;
  };

  it('run for what its type says, by the channel it came by, and say how they came to their day', async () => {
    const mail = await distributed('SUBVENTION');
    expect(mail.clocks?.map(({ code, state, due }) => [code, state, due])).toEqual([['AR', 'passed', '2026-05-18'], ['SVR_2M', 'running', '2026-07-04']]);
    expect(clockOf(mail, 'SVR_2M')).toEqual(jasmine.objectContaining({ daysLeft: 24, source: 'CRPA, art. L231-4, L114-3 et L114-5', because: [{ code: 'received', day: '2026-05-04' }, { code: 'delay', amount: 2, unit: 'months' }] }));
    expect((await distributed('INVITATION')).clocks).toBeUndefined();
  });

  it('of silence that refuses run from the authority that it came to first', async () => {
    const mail = await distributed('SUBVENTION', { firstReceived: { on: '2026-04-20', authority: 'Mairie de Lys' } });
    expect(clockOf(mail, 'SVR_2M')?.due).toBe('2026-06-20');
    expect(mail.firstReceived).toEqual({ on: '2026-04-20', authority: 'Mairie de Lys' });
    const id = await captured(running.house);
    expect(await refused(clara, `/mails/${id}/qualify`, { type: 'SUBVENTION', sender: { kind: 'individual', name: 'X' }, subject: 'S', receivedAt: '2026-05-04', firstReceived: { on: '2026-05-05' } })).toBe('422 firstAfterArrival');
  });

  it('stand still while pieces are missing, the day of its treatment too, and go on when they are there', async () => {
    const before = await distributed('SUBVENTION');
    const asked = (await sophie.post(`/mails/${before.id}/pieces`, { pieces: ['RIB', 'Statuts'], until: '2026-07-01', template: 'DEMANDE_PIECES' })) as Mail;
    expect(asked.state).toBe('inProgress');
    const waiting = await heard(before.id);
    expect([clockOf(waiting, 'SVR_2M')?.state, clockOf(waiting, 'SVR_2M')?.due, waiting.deadline?.dueDate]).toEqual(['suspended', '2026-07-25', '2026-07-27']);
    expect(waiting.dueBecause).toEqual({ code: 'due.suspended', params: { from: '2026-05-04', amount: 2, unit: 'months', days: 21 }, steps: [{ code: 'received', day: '2026-05-04' }, { code: 'delay', amount: 2, unit: 'months' }, { code: 'suspended', from: '2026-06-10', until: '2026-07-01', days: 21 }, { code: 'moved', from: '2026-07-25', to: '2026-07-27' }] });
    expect(waiting.missing?.map(({ pieces, askedOn, until: limit }) => [pieces, askedOn, limit])).toEqual([[['RIB', 'Statuts'], '2026-06-10', '2026-07-01']]);
    const [letter] = waiting.links;
    expect([letter?.kind, letter?.departureDate]).toEqual(['answeredBy', '2026-06-10']);
    expect(clockOf(waiting, 'SVR_2M')?.metOn).toBeUndefined();

    clock = new Date('2026-06-20T09:00:00Z');
    expect(await refused(sophie, `/mails/${before.id}/pieces-received`, { on: '2026-06-09' })).toBe('422 beforeAsked');
    await sophie.post(`/mails/${before.id}/pieces-received`, { on: '2026-06-20' });
    const complete = await heard(before.id);
    expect([clockOf(complete, 'SVR_2M')?.state, clockOf(complete, 'SVR_2M')?.due, complete.deadline?.dueDate]).toEqual(['running', '2026-07-14', '2026-07-15']);
    expect(await refused(sophie, `/mails/${before.id}/pieces-received`, {})).toBe('409 nothingMissing');
  });

  it('of silence that accepts begin anew with the last piece', async () => {
    const { id } = await distributed('APA');
    await sophie.post(`/mails/${id}/pieces`, { pieces: ['Certificat'], until: '2026-07-01' });
    expect(clockOf(await heard(id), 'SVA_2M')).toEqual(jasmine.objectContaining({ state: 'suspended', start: '2026-05-04' }));
    expect(await refused(sophie, `/mails/${id}/acknowledgements`, { kind: 'receipt', template: 'ACCUSE_SVA' })).withContext('its day is not known').toBe('422 letterPlaces');
    clock = new Date('2026-06-24T09:00:00Z');
    await sophie.post(`/mails/${id}/pieces-received`, {});
    expect(clockOf(await heard(id), 'SVA_2M')).toEqual(jasmine.objectContaining({ state: 'running', start: '2026-06-24', due: '2026-08-24' }));
  });

  it('of silence that accepts are attested to who asks, once no answer came in time', async () => {
    const { id } = await distributed('APA', { receivedAt: '2026-03-04' });
    const attest = { template: 'ATTESTATION_SVA' };
    clock = new Date('2026-05-04T09:00:00Z');
    expect((await heard(id)).actions).withContext('on its last day an answer may still come').not.toContain('attest');
    expect(await refused(sophie, `/mails/${id}/attestations`, attest)).toBe('409 notAcceptedBySilence');
    clock = new Date('2026-06-10T09:00:00Z');
    expect((await sophie.mail(id)).actions).toContain('attest');
    expect(await refused(sophie, `/mails/${id}/attestations`, { ...attest, on: '2026-05-04' })).toBe('422 beforeAcceptance');
    const attested = (await sophie.post(`/mails/${id}/attestations`, attest)) as Mail;
    expect(attested.links.map(({ kind, departureDate }) => [kind, departureDate])).toEqual([['answeredBy', '2026-06-10']]);
    expect((await rowOf(attested.links[0]?.id ?? '')).letter_kind).toBe('attestation');
    expect(clockOf(await sophie.mail(id), 'SVA_2M')?.state).withContext('it is no answer').toBe('passed');
    await sophie.post(`/mails/${id}/answers`, { template: 'REPONSE_FAVORABLE', subject: 'Trop tard', body: 'Bonjour', departureDate: '2026-06-10', channel: 'post', closes: true });
    expect((await sophie.mail(id)).actions).withContext('an answer after it takes nothing back').toContain('attest');
    await sophie.post(`/mails/${id}/attestations`, attest);

    const inTime = await distributed('APA', { receivedAt: '2026-03-04' });
    await sophie.post(`/mails/${inTime.id}/answers`, { template: 'REPONSE_LIBRE', subject: 'Réponse', body: 'Bonjour', departureDate: '2026-04-30', channel: 'post' });
    expect(await refused(sophie, `/mails/${inTime.id}/attestations`, attest)).toBe('409 notAcceptedBySilence');
    expect(await refused(sophie, `/mails/${(await distributed('SUBVENTION', { receivedAt: '2026-03-04' })).id}/attestations`, attest)).withContext('silence refused').toBe('409 notAcceptedBySilence');
  });

  it('of personal data are extended once, before their end, their author being told why', async () => {
    const { id, actions } = await distributed('RGPD_DROITS', { receivedAt: '2026-05-12' });
    expect(actions).toContain('extend');
    expect(await refused(sophie, `/mails/${id}/extension`, { reason: 'x', on: '2026-05-11' })).toBe('422 beforeArrival');
    const longer = (await sophie.post(`/mails/${id}/extension`, { reason: 'Des archives à consulter', template: 'PROLONGATION_RGPD' })) as Mail;
    expect([longer.state, longer.assignee?.id, longer.actions.includes('extend')]).toEqual(['inProgress', 'sophie.martel', false]);
    const after = clockOf(await heard(id), 'RGPD_1M');
    expect([after?.state, after?.due, after?.because.at(1)?.code]).toEqual(['running', '2026-08-12', 'delay']);
    expect(await house.store.db.selectFrom('mail_clock').select('due').where('mail_id', '=', id).where('code', '=', 'RGPD_1M').executeTakeFirst()).toEqual({ due: '2026-08-12' });
    const letter = await rowOf(longer.links[0]?.id ?? '');
    expect([letter.letter_kind, letter.read_text.includes('Des archives à consulter'), letter.read_text.includes('12 août 2026')]).toEqual(['extension', true, true]);
    expect(await refused(sophie, `/mails/${id}/extension`, { reason: 'encore' })).toBe('409 notExtendable');
    expect(await refused(sophie, `/mails/${(await distributed('RGPD_DROITS', { receivedAt: '2026-05-09' })).id}/extension`, { reason: 'trop tard' })).toBe('409 notExtendable');
    const { id: other, actions: without } = await distributed('SUBVENTION');
    expect([without.includes('extend'), await refused(sophie, `/mails/${other}/extension`, { reason: 'x' })]).toEqual([false, '409 notExtendable']);
  });

  it('are met by a receipt once, and by an answer; a receipt is no answer', async () => {
    const { id } = await distributed('SUBVENTION', { receivedAt: '2026-06-08' });
    await sophie.post(`/mails/${id}/acknowledgements`, { kind: 'receipt', template: 'ACCUSE_SVR' });
    const acknowledged = await heard(id);
    expect([clockOf(acknowledged, 'AR')?.state, clockOf(acknowledged, 'AR')?.metOn, clockOf(acknowledged, 'SVR_2M')?.state]).toEqual(['met', '2026-06-10', 'running']);
    expect(await refused(sophie, `/mails/${id}/acknowledgements`, { kind: 'receipt' })).toBe('409 alreadyAcknowledged');
    expect(acknowledged.links.map(({ kind, letter }) => [kind, letter])).toEqual([['answeredBy', 'acknowledgement']]);
    expect(await refused(sophie, `/mails/${id}/close`, { answerId: acknowledged.links[0]?.id })).withContext('a receipt closes nothing').toBe('409 notItsAnswer');
    const { items } = (await sophie.get(`/mails/${id}/thread`)) as { items: { ties: { letter?: string }[] }[] };
    expect(items.flatMap(({ ties }) => ties.map(({ letter }) => letter))).toEqual(['acknowledgement']);
    await sophie.post(`/mails/${id}/answers`, { template: 'REPONSE_LIBRE', subject: 'Réponse', body: 'Bonjour', departureDate: '2026-06-10', channel: 'post' });
    expect(clockOf(await heard(id), 'SVR_2M')).toEqual(jasmine.objectContaining({ state: 'met', metOn: '2026-06-10' }));
  });

  it('are met by a letter that is linked as the answer, until that link is taken away', async () => {
    const { id } = await distributed('SUBVENTION', { sender: { kind: 'individual', name: 'Ann Peeters', postcode: 'B-1000', city: 'Bruxelles' }, receivedAt: '2026-06-08' });
    const other = await distributed('INVITATION');
    await sophie.post(`/mails/${other.id}/answers`, { template: 'REPONSE_LIBRE', subject: 'Réponse aux deux', body: 'Bonjour', departureDate: '2026-06-10', channel: 'post' });
    const [letter] = (await sophie.mail(other.id)).links;
    const linked = (await sophie.post(`/mails/${id}/links`, { to: letter?.id, kind: 'answers', backwards: true })) as Mail;
    const answered = await heard(id);
    expect(['SVR_2M', 'AR'].map((code) => clockOf(answered, code)?.metOn)).toEqual(['2026-06-10', '2026-06-10']);
    const kept = () => house.store.db.selectFrom('mail_clock').select(['code', 'met_on']).where('mail_id', '=', id).orderBy('code').execute();
    expect(await kept()).toEqual([{ code: 'AR', met_on: '2026-06-10' }, { code: 'SVR_2M', met_on: '2026-06-10' }]);
    await sophie.call('DELETE', `/mails/${id}/links/${linked.links[0]?.link ?? ''}`);
    expect(clockOf(await heard(id), 'SVR_2M')).toEqual(jasmine.objectContaining({ state: 'running' }));
    expect((await kept()).map(({ met_on }) => met_on)).toEqual([null, null]);
  });

  it('end for an authority that is not competent when it sends the mail on', async () => {
    const { id } = await distributed('SUBVENTION');
    const sent = (await sophie.post(`/mails/${id}/transmission`, { authority: 'Commune de Lys', template: 'TRANSMISSION' })) as Mail;
    expect([sent.state, sent.transmittedTo, sent.closingReason]).toEqual(['closed', 'Commune de Lys', 'Commune de Lys']);
    expect(await refused(sophie, `/mails/${id}/transmission`, { authority: 'X Y' })).toBe('409 notInState');
    expect(clockOf(await heard(id), 'SVR_2M')).toEqual(jasmine.objectContaining({ state: 'met', metOn: '2026-06-10' }));
  });

  it('can’t be moved by days that can’t be', async () => {
    const { id } = await distributed('SUBVENTION');
    expect(await refused(sophie, `/mails/${id}/pieces`, { pieces: ['RIB'], until: '2026-06-10' })).toBe('422 untilTooEarly');
    expect(await refused(sophie, `/mails/${id}/acknowledgements`, { kind: 'receipt', on: '2026-06-11' })).toBe('422 dayInFuture');
    expect(await refused(sophie, `/mails/${id}/acknowledgements`, { kind: 'receipt', on: '2026-05-03' })).toBe('422 beforeArrival');
    expect(await refused(sophie, `/mails/${id}/pieces`, { pieces: ['RIB'], until: '2026-07-10', template: 'NONE' })).toBe('422 unknownTemplate');
    expect((await heard(id)).missing).toBeUndefined();
  });

  it('are listed, the next to end first, to those who may open the mail', async () => {
    const { id } = await distributed('CADA');
    const { items } = (await sophie.get('/clocks?kind=documentAccess')) as { items: { mail: { id: string }; clock: { code: string; due: string; daysLeft: number } }[] };
    expect(items.filter(({ mail }) => mail.id === id).map(({ clock: { code, due, daysLeft } }) => [code, due, daysLeft])).toEqual([['CADA_1M', '2026-06-04', -6]]);
    const { id: waiting } = await distributed('APA');
    await sophie.post(`/mails/${waiting}/pieces`, { pieces: ['Certificat'], until: '2026-07-01' });
    await heard(waiting);
    type Ends = { items: { clock: { due?: string } }[]; next?: string };
    const all: (string | undefined)[] = [];
    for (let after = ''; ; ) {
      const page: Ends = await sophie.get(`/clocks?limit=5${after}`);
      all.push(...page.items.map(({ clock: { due } }) => due));
      if (!page.next) break;
      after = `&after=${encodeURIComponent(page.next)}`;
    }
    expect(all).withContext('what waits for pieces has no day, and comes last').toEqual([...all].sort());
    expect(all).toContain(undefined);
    expect(all.length).toBe(((await sophie.get('/clocks?limit=200')) as Ends).items.length);
  });

  it('are announced once a step: to the secretaries before the end, to the heads too after it', async () => {
    const { id } = await distributed('CADA', { receivedAt: '2026-05-12' });
    const told = async (step: string): Promise<number> => (await house.store.db.selectFrom('clock_notice').select('mail_id').where('mail_id', '=', id).where('code', '=', 'CADA_1M').where('step', '=', step as 'soon').execute()).length;
    await announceClocks(running.house);
    await announceClocks(running.house);
    expect([await told('soon'), await told('passed')]).toEqual([1, 0]);
    clock = new Date('2026-06-13T09:00:00Z');
    await announceClocks(running.house);
    expect([await told('soon'), await told('passed')]).toEqual([1, 1]);
    await until('heads are told', async () => (await house.store.db.selectFrom('notice').select('id').where('kind', '=', 'clock.passed').where('audience', 'like', '%ROUTES__RESPONSABLE').execute()).length > 0);
    expect(await house.store.db.selectFrom('notice').select('id').where('kind', '=', 'clock.soon').where('audience', 'like', '%RESPONSABLE').execute()).toEqual([]);
  });
});
