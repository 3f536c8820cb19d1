import { apiPrefix } from '@bannette/http';
import { enqueueMirror } from '@bannette/house';
import { sql } from 'kysely';
import type { Running } from '../serve.js';
import { startTestHouse, type TestHouse } from '../testing/index.js';
import { ask } from './ask.spec-support.js';
import { cast, engage, names, sightOf, userOf, type Name, type Post } from './cast.spec-support.js';
import { hasService, mirrored, prepareMails, states, worded, type State, type TestMail } from './mails.spec-support.js';

/** What can be asked of a mail, and how. `look` is asked four ways. */
const deeds = {
  read: ['GET', ''],
  readJournal: ['GET', '/journal'],
  readOriginal: ['GET', '/documents/{document}/content?form=original'],
  readSearchable: ['GET', '/documents/{document}/content?form=searchable'],
  qualify: ['POST', '/qualify', { type: 'COURRIER_GENERAL', sender: { kind: 'individual', name: 'Jeanne Aubert' }, subject: 'Une lettre', receivedAt: '2026-01-05' }],
  passOn: ['POST', '/pass-on', { site: 'MONTCOURBE', reason: 'mal adressé' }],
  void: ['POST', '/void', { reason: 'doublon' }],
  take: ['POST', '/take', {}],
  release: ['POST', '/release', {}],
  assign: ['POST', '/assign', { assignee: userOf('a cleared head of service') }],
  note: ['POST', '/notes', { text: 'vu' }],
  addTask: ['POST', '/tasks', { title: 'Constat', assignees: [userOf('a cleared head of service')] }],
  askOpinion: ['POST', '/opinions', { question: 'Faut-il ?', asked: [{ service: 'OUEST' }] }],
  copy: ['POST', '/copies', { services: ['OUEST'] }],
  reroute: ['POST', '/reroute', { reason: 'pas pour nous', service: 'OUEST' }],
  answer: ['POST', '/answers', { template: 'REPONSE_LIBRE', subject: 'Votre courrier', body: 'Bonjour.', departureDate: '2026-01-06', channel: 'post' }],
  close: ['POST', '/close', {}],
  closeWithoutAnswer: ['POST', '/close-without-answer', { reason: 'sans objet' }],
  reopen: ['POST', '/reopen', { reason: 'nouvel élément' }],
  describe: ['POST', '/documents', { documents: [{ id: '{document}' }] }],
  setTrigger: ['POST', '/retention-trigger', { day: '2020-03-01', reason: 'naissance' }],
} as const;
type Deed = keyof typeof deeds;
const looking = ['read', 'readJournal', 'readOriginal', 'readSearchable'];

/** Whose duty what is, by state, for those who may open the mail. */
const duties: Readonly<Record<State, { readonly [post in Post]?: string }>> = {
  toQualify: { 'mail room': 'look note describe qualify passOn void' },
  registered: { 'mail room': 'look note describe passOn void reroute' },
  distributed: {
    'mail room': 'look note describe void reroute',
    agent: 'look note describe take addTask askOpinion copy reroute answer close',
    secretary: 'look note describe take addTask askOpinion copy reroute answer close assign closeWithoutAnswer',
    head: 'look note describe take addTask askOpinion copy reroute answer close assign closeWithoutAnswer',
    copied: 'look note',
  },
  inProgress: {
    'mail room': 'look note describe',
    agent: 'look note describe release addTask askOpinion copy reroute answer close',
    secretary: 'look note describe release addTask askOpinion copy reroute answer close assign closeWithoutAnswer',
    head: 'look note describe release addTask askOpinion copy reroute answer close assign closeWithoutAnswer',
    copied: 'look note',
  },
  closed: { 'mail room': 'look note describe', agent: 'look note describe setTrigger', secretary: 'look note describe setTrigger reopen', head: 'look note describe setTrigger reopen', copied: 'look note' },
  noFollowUp: { 'mail room': 'look note describe', agent: 'look note describe setTrigger', secretary: 'look note describe setTrigger reopen', head: 'look note describe setTrigger reopen', copied: 'look note' },
  sent: { 'mail room': 'look note describe', agent: 'look note describe', secretary: 'look note describe', head: 'look note describe', copied: 'look note' },
  voided: { 'mail room': 'look' },
};

const dutiesOf = (post: Post, state: State): string[] => (duties[state][post] ?? '').split(' ').flatMap((duty) => (duty === 'look' ? looking : [duty]));
const offered = (state: State, deed: Deed): boolean => looking.includes(deed) || (Object.keys(duties[state]) as Post[]).some((post) => dutiesOf(post, state).includes(deed));

/** 404 who may not know of it, 403 who sees its line only, 409 what its state offers to nobody, 403 what is another's duty. */
function expected(name: Name, deed: Deed, { state, secret }: TestMail): number {
  const sight = sightOf(name, secret, hasService(state));
  if (sight === 'nothing') return 404;
  if (sight === 'line') return 403;
  if (!offered(state, deed)) return 409;
  return dutiesOf(cast[name].post, state).includes(deed) ? 200 : 403;
}

/** All that people change; what Alfresco has confirmed only grows. */
const changed = ['state', 'register', 'year', 'number', 'chrono', 'subject', 'summary', 'type', 'correspondent_id', 'correspondent', 'service', 'wanted_service', 'site', 'mail_rooms', 'tray', 'copies', 'assignee', 'assignee_name', 'confidentiality', 'compartment', 'readers', 'listers', 'route_because', 'due_because', 'due_date', 'received_at', 'registered_at', 'closed_at', 'closing_reason', 'schedule_row', 'declared_trigger', 'node_name', 'node_path'];

describe('Rights at the API', () => {
  let house: TestHouse;
  let running: Running;
  let tickets: ReadonlyMap<Name, string>;
  let mails: readonly TestMail[];

  beforeAll(async () => {
    house = await startTestHouse({ records: false });
    running = await house.serve();
    tickets = await engage(house);
    mails = await prepareMails(running.house);
    // Whom a mail can be assigned to is known from their first visit.
    for (const name of names) await ask(tickets.get(name) ?? '', `${running.url}${apiPrefix}/me`);
    await sql`create table as_prepared as select * from mail`.execute(house.store.db);
  }, 120_000);
  afterAll(() => house.close(), 60_000);

  const restore = async (mail: TestMail): Promise<void> => {
    const columns = sql.join(changed.map((column) => sql.ref(column)));
    await sql`update mail set (${columns}) = (select ${columns} from as_prepared where id = ${mail.id}) where id = ${mail.id}`.execute(house.store.db);
    for (const table of ['undo', 'task', 'opinion', 'consultation']) await sql`delete from ${sql.table(table)} where mail_id = ${mail.id}`.execute(house.store.db);
    if (!mail.nodes) return;
    await house.store.transaction({ entityId: 'default', actor: 'system' }, async (tx) => {
      await tx.trx.updateTable('mail').set((eb) => ({ desired_version: eb('desired_version', '+', 1) })).where('id', '=', mail.id).execute();
      await enqueueMirror(tx, mail.id);
    });
  };
  const attempt = async (name: Name, deed: Deed, mail: TestMail): Promise<number> => {
    const [method, path, body] = deeds[deed];
    const named = body && (JSON.parse(JSON.stringify(body).replace('{document}', mail.documentId)) as object);
    const { status } = await ask(tickets.get(name) ?? '', `${running.url}${apiPrefix}/mails/${mail.id}${path.replace('{document}', mail.documentId)}`, method, named);
    if (status < 300 && method === 'POST') await restore(mail);
    return status;
  };

  for (const name of names) {
    for (const deed of Object.keys(deeds) as Deed[]) {
      it(`${name}: ${deed}`, async () => {
        if (deeds[deed][1].includes('content')) await mirrored(house.store);
        const found = await Promise.all(mails.map(async (mail) => `${worded(mail)}: ${await attempt(name, deed, mail)}`));
        expect(found).toEqual(mails.map((mail) => `${worded(mail)}: ${expected(name, deed, mail)}`));
      });
    }

    it(`${name} joins to the letter before it what they may qualify, and hears of no other`, async () => {
      const join = (id: string) => ask(tickets.get(name) ?? '', `${running.url}${apiPrefix}/mails/${id}/merge-with-previous`, 'POST', {});
      const found = await Promise.all(mails.map(async (mail) => `${worded(mail)}: ${(await join(mail.id)).status}`));
      // None of them is of a batch: whoever may is told that there is nothing before it.
      expect(found).toEqual(mails.map((mail) => `${worded(mail)}: ${expected(name, 'qualify', mail).toString().replace('200', '409')}`));
    });

    it(`${name} can't undo what they did not do, and isn't told whether there is such a mail`, async () => {
      const undo = (id: string) => ask(tickets.get(name) ?? '', `${running.url}${apiPrefix}/mails/${id}/undo`, 'POST', { token: '01890000-0000-7000-8000-000000000000' });
      const answers = await Promise.all([...mails.map(({ id }) => id), '01890000-0000-7000-8000-000000000001'].map(undo));
      expect(new Set(answers.map(({ status, text }) => `${status} ${(JSON.parse(text) as { code: string }).code}`))).toEqual(new Set(['409 undoExpired']));
    });
  }

  it('offers as buttons what it then allows', async () => {
    for (const name of names) {
      for (const mail of mails) {
        if (expected(name, 'read', mail) !== 200) continue;
        const { text } = await ask(tickets.get(name) ?? '', `${running.url}${apiPrefix}/mails/${mail.id}`);
        const { actions } = JSON.parse(text) as { actions: string[] };
        const asked = actions.filter((action) => action in deeds && !looking.includes(action)).sort();
        expect(asked).withContext(`${name}: ${worded(mail)}`).toEqual(dutiesOf(cast[name].post, mail.state).filter((duty) => duty && !looking.includes(duty)).sort());
      }
    }
  });

  it('has a mail in every state with every secret, and no cell without an outcome of its own', () => {
    expect(mails.length).toBe(states.length * 3);
    const outcomes = names.flatMap((name) => (Object.keys(deeds) as Deed[]).flatMap((deed) => mails.map((mail) => expected(name, deed, mail))));
    expect(outcomes.length).toBe(16 * 21 * 24);
    expect(new Set(outcomes)).toEqual(new Set([200, 403, 404, 409]));
  });
});
