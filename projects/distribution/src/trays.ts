import { belongs, dayIn, headGroup, houseGroups, mailRoomGroup, mailRoomsAt, mailRoomsOf, secretariatGroup, serviceGroup, siteOfMailRoom, type DelegatedKinds, type Person, type Settings } from '@bannette/domain';
import { handledBy, type House } from '@bannette/house';
import { readTrays, type TrayCounts } from '@bannette/store';
import { sql, type RawBuilder, type SqlBool } from 'kysely';
import { all, copiesOf, dueDay, followedBy, listable, range, readable, treated, unreadBy } from './trays/strands.js';
import type { Counting, Tray } from './trays/tray.js';

export { readable } from './trays/strands.js';
export type { Tray } from './trays/tray.js';

/** Beyond it, a count of rows says no more. */
const mostCounted = 1000;

const column = (name: string, value: string): RawBuilder<SqlBool> => sql<SqlBool>`mail.${sql.ref(name)} = ${value}`;
const ofService = (service: string, ...more: readonly RawBuilder<SqlBool>[]) => range(column('service', service), treated, ...more);
const named = (kind: string, codes: readonly string[]): string[] => codes.map((code) => `${kind}:${code}`);

/** The trays that `person` has: their own, of those whom they replace, of their function, the mail room's queues, and those of their services. */
export function traysOf(person: Person, settings: Settings, now: Date, entityId = 'default'): readonly Tray[] {
  const services = servicesOf(person, settings);
  const ofServices = settings.trays
    .filter((tray) => services.includes(tray.service))
    .map((setting): Tray => ({ id: setting.id, kind: 'service', setting, sort: 'due', strands: [range(column('tray', setting.id), treated)], counting: { whose: [`tray:${setting.id}`] } }));
  return [...qualificationTrays(person, settings), ...personalTrays(person, services), ...replacedTrays(person), ...dayTrays(services, dayIn(settings.authority.timeZone, now)), ...sharedTrays(person, services, entityId), ...functionTrays(person, services), ...signalTray(person, services), ...ofServices];
}

function personalTrays(person: Person, services: readonly string[]): Tray[] {
  const mine: Tray = { id: 'mine', kind: 'personal', sort: 'due', strands: [assignedTo(person.id, person)], counting: { whose: [`assignee:${person.id}`], guarded: true } };
  const followed: Tray = { id: 'followed', kind: 'followed', sort: 'newest', strands: [followedBy(person)], counting: { whose: [`followed:${person.id}`], guarded: true } };
  if (!services.length) return [mine, followed];
  // The newest first: there lies what was not read yet.
  const unread: Tray = { id: 'unread', kind: 'unread', sort: 'newest', strands: services.map((service) => ofService(service, readable(person), unreadBy(person))), counting: { whose: named('service', services), but: services.map((service) => `read:${person.id}:${service}`), guarded: true } };
  return [mine, unread, followed];
}

const assignedTo = (assignee: string, person: Person) => range(column('assignee', assignee), treated, listable(person));

/** What is assigned to those whom `person` replaces, of what they may know of themselves and of what was delegated. */
function replacedTrays(person: Person): Tray[] {
  const given = (person.replaces ?? []).filter(({ powers }) => powers.includes('treat'));
  const away = new Map(given.map(({ person: who }) => [who.id, who]));
  return [...away.values()].map((who): Tray => {
    const kinds = given.filter((one) => one.person.id === who.id);
    const narrowed = kinds.some(({ types, services }) => !types.length && !services.length) ? undefined : sql<SqlBool>`(${sql.join(kinds.map(ofKinds), sql` or `)})`;
    const tray = { id: `replacing:${who.id}`, kind: 'replacing', replaced: { id: who.id, displayName: who.displayName }, sort: 'due' } as const;
    if (!narrowed) return { ...tray, strands: [assignedTo(who.id, person)], counting: { whose: [`assignee:${who.id}`], guarded: true } };
    const rows = all(column('assignee', who.id), treated, listable(person), narrowed);
    return { ...tray, strands: [range(rows)], counting: { whose: [], rows } };
  });
}

function ofKinds({ types, services }: DelegatedKinds): RawBuilder<SqlBool> {
  const among = (name: string, codes: readonly string[]) => (codes.length ? [sql<SqlBool>`mail.${sql.ref(name)} = any(${sql.val([...codes])}::text[])`] : []);
  return sql<SqlBool>`(${all(...among('type', types), ...among('service', services))})`;
}

function dayTrays(services: readonly string[], today: string): Tray[] {
  if (!services.length) return [];
  const due = (how: RawBuilder<unknown>) => services.map((service) => ofService(service, sql<SqlBool>`${dueDay} ${how} ${today}::date`));
  return [
    { id: 'late', kind: 'late', sort: 'due', strands: due(sql`<`), counting: { whose: named('service', services), part: 'late' } },
    { id: 'today', kind: 'today', sort: 'due', strands: due(sql`=`), counting: { whose: named('service', services), part: 'today' } },
  ];
}

function sharedTrays(person: Person, services: readonly string[], entityId: string): Tray[] {
  if (!services.length) return [];
  return [{ id: 'copies', kind: 'copies', sort: 'due', strands: services.map((service) => copiesOf(entityId, service, person)), counting: { whose: named('copy', services), guarded: true } }];
}

/** Of a function: what a rule sent to the head or the secretaries, what they have to assign, and all that a head answers for. */
function functionTrays(person: Person, services: readonly string[]): Tray[] {
  const heads = services.filter((service) => belongs(person, headGroup(service)));
  const assigning = services.filter((service) => heads.includes(service) || belongs(person, secretariatGroup(service)));
  const asked = [...heads.map((service) => ({ service, as: 'head' })), ...services.filter((service) => belongs(person, secretariatGroup(service))).map((service) => ({ service, as: 'secretary' }))];
  const unassigned = sql<SqlBool>`mail.assignee is null`;
  return [
    ...(asked.length ? [{ id: 'function', kind: 'function', sort: 'due', strands: asked.map(({ service, as }) => ofService(service, unassigned, column('for_function', as))), counting: { whose: asked.map(({ service, as }) => `function:${as}:${service}`) } } satisfies Tray] : []),
    ...(assigning.length ? [{ id: 'toAssign', kind: 'toAssign', sort: 'due', strands: assigning.map((service) => ofService(service, unassigned)), counting: { whose: named('unassigned', assigning) } } satisfies Tray] : []),
    ...(heads.length ? [{ id: 'supervised', kind: 'supervised', sort: 'due', strands: heads.map((service) => ofService(service)), counting: { whose: named('service', heads) } } satisfies Tray] : []),
  ];
}

/** Mails with an alert, of those that `person` is in charge of: assigned to them, or of a service that they lead or keep. */
function signalTray(person: Person, services: readonly string[]): Tray[] {
  const led = services.filter((service) => belongs(person, headGroup(service)) || belongs(person, secretariatGroup(service)));
  if (!services.length) return [];
  const alerted = all(sql<SqlBool>`mail.open_alerts > 0`, sql<SqlBool>`mail.state <> 'voided'`, listable(person));
  return [{ id: 'signals', kind: 'signals', sort: 'due', strands: [range(column('assignee', person.id), alerted), ...led.map((service) => range(column('service', service), alerted))], counting: { whose: [`signal-assignee:${person.id}`, ...named('signal-service', led)], guarded: true } }];
}

/** What waits to be qualified, a tray for each mail room: the central one's first, then those of sites. */
function qualificationTrays(person: Person, settings: Settings): Tray[] {
  const own = mailRoomsOf(person);
  const queue = (id: string, rooms: readonly (readonly string[])[], among: Counting['among'], site?: string): Tray => ({
    id,
    kind: 'qualification',
    site,
    sort: 'due',
    strands: rooms.map((groups) => range(sql<SqlBool>`coalesce(mail.mail_rooms, array[${sql.lit(houseGroups.mailRoom)}]) = ${sql.val([...groups])}::text[]`, sql<SqlBool>`mail.state in ('toQualify', 'registered')`, handledBy(person, 'mail'))),
    counting: { whose: rooms.flatMap((groups) => named('queue', groups)), among: (who) => (among?.(who) ?? true) && who.some((each) => own.includes(each.slice('queue:'.length))) },
  });
  const central = [houseGroups.mailRoom];
  const centralQueue = belongs(person, houseGroups.mailRoom) ? [queue('qualification', [central], (who) => who.length === 1 && who[0] === `queue:${houseGroups.mailRoom}`)] : [];
  return [...centralQueue, ...sitesHandled(person, settings).map((site) => queue(`qualification:${site}`, roomsOfSite(site, settings), (who) => who.includes(`queue:${mailRoomGroup(site)}`), site))];
}

/** How rows may name the mail rooms of a site: alone or with the central one. */
function roomsOfSite(site: string, settings: Settings): string[][] {
  const group = mailRoomGroup(site);
  const ways = [mailRoomsAt(site, settings) ?? [], [group], [group, houseGroups.mailRoom]].filter((rooms) => rooms.length);
  return [...new Map(ways.map((rooms) => [rooms.join(' '), [...rooms]])).values()];
}

/** Sites whose letters `person` qualifies: in the settings' order, then those that are in no settings any more. */
function sitesHandled(person: Person, { sites }: Settings): string[] {
  const own = mailRoomsOf(person).flatMap((group) => siteOfMailRoom(group) ?? []);
  const known = sites.filter(({ code, mailRoom, centralReads }) => own.includes(code) || (mailRoom && centralReads && belongs(person, houseGroups.mailRoom))).map(({ code }) => code);
  return [...new Set([...known, ...own])];
}

export function servicesOf(person: Person, settings: Settings): string[] {
  return settings.services.filter(({ code }) => belongs(person, serviceGroup(code))).map(({ code }) => code);
}

export interface Counts {
  readonly open: number;
  readonly late: number;
}

/** Open mails and late ones of each tray, added up from what the store keeps: nothing is counted, whatever there is. */
export async function countTrays(house: House, person: Person, trays: readonly Tray[]): Promise<ReadonlyMap<string, Counts>> {
  const settings = await house.settings();
  const today = dayIn(settings.authority.timeZone, house.now());
  const whose = [...new Set(trays.flatMap(({ counting }) => [...counting.whose, ...(counting.but ?? [])]))];
  const kept = await readTrays(house.store.db, { entityId: house.entityId, whose, groups: person.groups, today });
  const counted = await Promise.all(trays.map(async ({ id, counting }) => [id, counting.rows ? await countRows(house, counting.rows, today) : addUp(counting, kept)] as const));
  return new Map(counted);
}

/** Of a tray for which nothing is kept: what one person has, of some kinds. */
async function countRows(house: House, where: RawBuilder<SqlBool>, today: string): Promise<Counts> {
  const { rows } = await sql<Counts>`select count(*)::integer as open, (count(*) filter (where due_date < ${today}::date))::integer as late from (select due_date from mail where entity_id = ${house.entityId} and ${where} limit ${mostCounted}) counted`.execute(house.store.db);
  return rows[0] ?? { open: 0, late: 0 };
}

function addUp({ whose, but = [], guarded, among, part }: Counting, kept: readonly TrayCounts[]): Counts {
  const sum = (of: readonly string[]): Counts => {
    const theirs = kept.filter(({ who, admitted }) => who.some((each) => of.includes(each)) && (!guarded || admitted) && (among?.(who) ?? true));
    const add = (value: (counts: TrayCounts) => number): number => theirs.reduce((total, counts) => total + value(counts), 0);
    return { open: add(({ open, late, today }) => (part === 'late' ? late : part === 'today' ? today : open)), late: part === 'today' ? 0 : add(({ late }) => late) };
  };
  const [all, less] = [sum(whose), sum(but)];
  return { open: all.open - less.open, late: all.late - less.late };
}
