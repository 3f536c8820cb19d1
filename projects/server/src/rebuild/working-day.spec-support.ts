import type { Mail } from '@bannette/http';
import type { Running } from '../serve.js';
import { testLetter, until, type Client, type TestHouse } from '../testing/index.js';

/** Mails by what happened to them. */
export interface WorkingDay {
  readonly running: Running;
  readonly clara: Client;
  readonly ids: { readonly [what in (typeof happenings)[number]]: string };
}

const happenings = ['waiting', 'voided', 'distributed', 'unrouted', 'assigned', 'copied', 'rerouted', 'undone', 'answered', 'withoutAnswer', 'reopened', 'noted', 'secret', 'triggered'] as const;

/** A day's work on letters of all sorts, until Alfresco agrees; Bannette is left running. */
export async function workingDay(house: TestHouse): Promise<WorkingDay> {
  const running = await house.serve();
  const [clara, sophie, marc, lucie, amina] = (await Promise.all(['clara.moreau', 'sophie.martel', 'marc.delmas', 'lucie.perrot', 'amina.diallo'].map((person) => house.client(person, running.url)))) as [Client, Client, Client, Client, Client];
  for (const client of [clara, sophie, marc, lucie, amina]) await client.get('/me');
  const letters = await Promise.all(happenings.map((happening) => testLetter(happening)));
  const { body } = await clara.deposit(letters, { channel: 'post' });
  const { files } = await clara.read(body.id);
  const idOf = (happening: string): string => files.find(({ name }) => name === `${happening}.pdf`)?.mailId ?? '';
  const ids = Object.fromEntries(happenings.map((happening) => [happening, idOf(happening)])) as WorkingDay['ids'];

  const qualified = { type: 'VOIRIE', sender: { kind: 'individual', name: 'Odile Vasseur', address: '12 rue des Tanneurs', postcode: '98310', city: 'Valmorin-sur-Lys' }, subject: 'Nid-de-poule', receivedAt: '2026-01-05', documentDate: '2026-01-02', summary: 'Chaussée abîmée' };
  const settled = (id: string): Promise<unknown> =>
    until(`mail ${id} is distributed and Alfresco agrees`, async () => {
      const row = await house.store.db.selectFrom('mail').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
      return (row.state === 'voided' || (row.state === 'registered' ? row.route_because : row.chrono)) && row.applied_version === row.desired_version && (row.node_id || !row.node_name);
    });
  const does = (client: Client, id: string, what: string, order: object = {}): Promise<Mail> => client.post(`/mails/${id}/${what}`, order);

  await does(clara, ids.voided, 'void', { reason: 'publicité' });
  for (const happening of happenings.slice(2)) {
    const change = happening === 'unrouted' ? { type: 'RECLAMATION' } : happening === 'secret' ? { type: 'ASE_COURRIER', service: 'ENFANCE' } : happening === 'triggered' ? { type: 'APA', service: 'AUTONOMIE' } : {};
    await does(clara, ids[happening], 'qualify', { ...qualified, ...change });
    await settled(ids[happening]);
  }
  await does(marc, ids.assigned, 'assign', { assignee: 'sophie.martel' });
  await does(sophie, ids.copied, 'take');
  await does(sophie, ids.copied, 'copies', { services: ['FINANCES'] });
  await does(sophie, ids.rerouted, 'take');
  await does(sophie, ids.rerouted, 'reroute', { reason: 'pas pour nous', service: 'FINANCES' });
  const taken = await does(sophie, ids.undone, 'reroute', { reason: 'erreur', service: 'FINANCES' });
  await settled(ids.undone);
  await does(sophie, ids.undone, 'undo', { token: taken.undo?.token });
  await does(sophie, ids.answered, 'answers', { template: 'REPONSE_LIBRE', subject: 'Votre demande', body: 'Bien reçu.', departureDate: '2026-01-06', channel: 'post', closes: true });
  await does(sophie, ids.withoutAnswer, 'close-without-answer', { reason: 'sans objet' });
  await does(sophie, ids.reopened, 'close', { comment: 'réglé par téléphone' });
  await does(sophie, ids.reopened, 'reopen', { reason: 'nouvelle pièce' });
  await does(sophie, ids.noted, 'notes', { text: 'rappelé ce matin' });
  await does(lucie, ids.secret, 'take');
  await describe(clara, ids.noted, 'FACTURE', { name: 'Keita', firstName: 'Moussa', birthDate: '1970-01-02', fileNumber: 'D-7', service: 'ROUTES' });
  await does(amina, ids.triggered, 'close');
  await does(amina, ids.triggered, 'retention-trigger', { day: '2026-01-01', reason: 'décès' });
  await quiet(house);
  return { running, clara, ids };
}

/** Says of the mail's document what it is and that it is for somebody new. */
async function describe(client: Client, id: string, nature: string, who: object): Promise<void> {
  const { id: beneficiary } = await client.post<{ id: string }>('/beneficiaries', who);
  const { documentsList } = await client.mail(id);
  await client.post(`/mails/${id}/documents`, { documents: [{ id: documentsList[0]?.id, nature, beneficiaries: [beneficiary] }] });
}

/** Waits until Alfresco agrees to all, the spool has let go of it, and no consumer is behind. */
export function quiet(house: Pick<TestHouse, 'store'>): Promise<unknown> {
  const { db } = house.store;
  return until('all is quiet', async () => {
    const counted = async (query: { execute(): Promise<unknown[]> }): Promise<number> => (await query.execute()).length;
    const unapplied = await counted(db.selectFrom('mail').select('id').whereRef('applied_version', '<', 'desired_version'));
    const unpurged = await counted(db.selectFrom('document').innerJoin('mail', 'mail.id', 'mail_id').select('document.id').where('node_name', 'is not', null).where((eb) => eb.or([eb('stored_at', 'is', null), eb('spool_key', 'is not', null)])));
    return unapplied + unpurged === 0;
  });
}
