import { Readable } from 'node:stream';
import { cameInAt, changeMail, lockMail, type House } from '@bannette/house';
import { newId, type Tx } from '@bannette/store';
import { demoPassword } from '../start/demo-people.js';
import { signIn, type TestHouse } from '../testing/index.js';

/** Where letters come in: the central mail room; delegations that scan for themselves, the last one with the central mail room; the head office and a site that is in no settings any more. */
export const places = ['central', 'BREVELLES', 'MONTCOURBE', 'PORT_LYSANDRE', 'SIEGE', 'GONE'] as const;
export type Place = (typeof places)[number];
export const siteOf = (place: Place): string | undefined => (place === 'central' ? undefined : place);

interface Role {
  readonly groups: string;
  /** Places whose letters they handle as a mail room. */
  readonly handles: readonly Place[];
  /** Their qualification trays. */
  readonly trays: readonly string[];
  /** Where what they deposit without a word comes in. */
  readonly door: Place;
  /** Where else they may say that it came in. */
  readonly otherDoors?: readonly Place[];
  /** Of the service NORD, which is at Brévelles. */
  readonly ofService?: 'agent' | 'secretary';
}

export const staff = {
  'the central mail room': { groups: 'COURRIER', handles: ['central', 'PORT_LYSANDRE', 'SIEGE', 'GONE'], trays: ['qualification', 'qualification:PORT_LYSANDRE'], door: 'central' },
  'the mail room of Brévelles': { groups: 'COURRIER__BREVELLES', handles: ['BREVELLES'], trays: ['qualification:BREVELLES'], door: 'BREVELLES' },
  'the mail room of Montcourbe': { groups: 'COURRIER__MONTCOURBE', handles: ['MONTCOURBE'], trays: ['qualification:MONTCOURBE'], door: 'MONTCOURBE' },
  'the mail room of Port-Lysandre': { groups: 'COURRIER__PORT_LYSANDRE', handles: ['PORT_LYSANDRE'], trays: ['qualification:PORT_LYSANDRE'], door: 'PORT_LYSANDRE' },
  'somebody of two mail rooms': { groups: 'COURRIER__BREVELLES COURRIER__MONTCOURBE', handles: ['BREVELLES', 'MONTCOURBE'], trays: ['qualification:BREVELLES', 'qualification:MONTCOURBE'], door: 'BREVELLES', otherDoors: ['MONTCOURBE'] },
  'somebody of the central mail room and of Brévelles': { groups: 'COURRIER COURRIER__BREVELLES', handles: ['central', 'BREVELLES', 'PORT_LYSANDRE', 'SIEGE', 'GONE'], trays: ['qualification', 'qualification:BREVELLES', 'qualification:PORT_LYSANDRE'], door: 'central', otherDoors: ['BREVELLES'] },
  'an agent of the delegation': { groups: 'S_NORD', handles: [], trays: [], door: 'BREVELLES', ofService: 'agent' },
  'a secretary of the delegation': { groups: 'S_NORD S_NORD__SECRETARIAT', handles: [], trays: [], door: 'BREVELLES', ofService: 'secretary' },
  'an agent of the head office': { groups: 'S_ROUTES', handles: [], trays: [], door: 'SIEGE' },
  'the data protection officer': { groups: 'DPO', handles: [], trays: [], door: 'central' },
  'an archivist': { groups: 'ARCHIVES', handles: [], trays: [], door: 'central' },
  'a functional administrator': { groups: 'ADMIN', handles: [], trays: [], door: 'central' },
  'someone in no group at all': { groups: '', handles: [], trays: [], door: 'central' },
} as const satisfies { readonly [name: string]: Role };
export type Name = keyof typeof staff;
export const names = Object.keys(staff) as Name[];
export const role = (name: Name): Role => staff[name];
export const handles = (name: Name, place: Place): boolean => role(name).handles.includes(place);
export const userOf = (name: Name): string => `s.${name.normalize('NFD').replace(/[^a-z]+/gi, '.').toLowerCase()}`;

export async function engage(house: TestHouse): Promise<ReadonlyMap<Name, string>> {
  const tickets = new Map<Name, string>();
  for (const name of names) {
    const id = userOf(name);
    await house.administrator.people.create({ id, firstName: name, email: `${id}@lys-et-loire.example`, password: demoPassword });
    for (const group of staff[name].groups.split(' ').filter(Boolean)) await house.administrator.groups.addMember(`GROUP_GEC_${group}`, id);
    tickets.set(name, await signIn(house.alfrescoUrl, id));
  }
  return tickets;
}

/** What came in at a place, as the stations leave it. */
export interface Arrivals {
  readonly place: Place;
  readonly deposit: string;
  readonly quarantined: string;
  readonly batch: string;
  readonly box: string;
  /** Mails by their state; `distributed` is treated by NORD, `secret` by its heads and secretaries, `unscanned` has no scan and still is to be handed over. */
  readonly mails: { readonly toQualify: string; readonly registered: string; readonly distributed: string; readonly secret: string; readonly unscanned: string };
}

export async function prepareArrivals(house: House): Promise<readonly Arrivals[]> {
  const made: Arrivals[] = [];
  for (const [index, place] of places.entries()) made.push(await prepare(house, place, index + 1));
  return made;
}

async function prepare(house: House, place: Place, number: number): Promise<Arrivals> {
  const spooled = await house.spool.write(Readable.from([Buffer.from(`bytes ${place}`)]), { maxBytes: 1000 });
  const at = cameInAt(siteOf(place), await house.settings());
  const entity = { entity_id: house.entityId, ...at };
  const [deposit, batch, quarantined] = [newId(), newId(), newId()];
  const box = `B-2026-0000${number}`;
  return house.store.transaction({ entityId: house.entityId, actor: 'system' }, async (tx) => {
    const { trx } = tx;
    await trx.insertInto('batch').values({ ...entity, id: batch, key: null, name: `lot ${place}`, state: 'toCheck', channel: 'post', operator: 'system', operator_name: null, scanner: null, service: null, release_rule: 'byHand', announced_envelopes: null, announced_pages: null, plan: JSON.stringify({ envelopes: [], aside: [] }), counts: JSON.stringify({ envelopes: 0, documents: 0, pages: 0, aside: 0, hints: 0 }), released_plan: null, reason: null, releasing_since: null, releasing_for: null, releasing_for_name: null, release_failure: null, released_at: null, released_by: null } as never).execute();
    await trx.insertInto('deposit').values({ ...entity, id: deposit, source: 'folder', channel: 'post', grouping: 'perFile', created_by: 'system', correlation_id: deposit, imported: null, batch_id: batch } as never).execute();
    await trx.insertInto('deposit_file').values({ id: quarantined, deposit_id: deposit, position: 1, original_name: `${place}.pdf`, size: spooled.size, sha512: spooled.sha512, spool_key: spooled.key, state: 'quarantined', reason: 'corrupt', warnings: '[]' } as never).execute();
    await trx.insertInto('box').values({ ...entity, code: box, service: null, label: null, location: null, opened_by: 'system', closed_at: null }).execute();
    const mail = (state: 'toQualify' | 'registered' | 'distributed', more: object = {}): Promise<string> => insertMail(tx, { ...entity, deposit_id: deposit }, state, more, `${place[0]}${number}`);
    return {
      place,
      deposit,
      quarantined,
      batch,
      box,
      mails: {
        toQualify: await mail('toQualify'),
        registered: await mail('registered'),
        distributed: await mail('distributed', { confidentiality: 0 }),
        secret: await mail('distributed', { confidentiality: 2 }),
        unscanned: await mail('distributed', { confidentiality: 2, unscanned: 'PLI_CONFIDENTIEL', received_at: '2026-01-05' }),
      },
    };
  });
}

let chronos = 0;

async function insertMail(tx: Tx, entity: object, state: 'toQualify' | 'registered' | 'distributed', more: object, mark: string): Promise<string> {
  const id = newId();
  const chrono = `S-2026-${String(++chronos).padStart(6, '0')}`;
  await tx.trx.insertInto('mail').values({ ...entity, id, category: 'incoming', state: 'toQualify', channel: 'post', proposals: JSON.stringify({ subject: { value: `Lettre ${mark}`, confidence: 1, because: 'line' } }), read_text: `texte ${mark}`, copies: [], confidentiality: 0, readers: [], listers: [] } as never).execute();
  const mail = await lockMail(tx, id);
  if (!mail) throw new Error('The mail is not there');
  const numbered = { chrono, node_name: chrono, node_path: '2026/01/05', subject: `Lettre ${mark}`, type: 'COURRIER_GENERAL', registered_at: new Date() };
  await changeMail(tx, mail, { set: { state, ...(state === 'toQualify' ? {} : numbered), ...(state === 'distributed' ? { service: 'NORD', tray: 'nord' } : {}), ...more }, entry: { type: 'mail.prepared' } });
  return id;
}
