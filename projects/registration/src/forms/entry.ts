import { categoryOf, customValuesOf, dayIn, formFor, formsOf, inMailRoom, isOtherKind, mayRegister, mayRegisterFor, serviceGroup, stateOf, type Channel, type Confidentiality, type EntryFacts, type MailKind, type Settings } from '@bannette/domain';
import { forbidden, invalid, type Call, type Contract, type Entered, type EntryBody } from '@bannette/http';
import { cameInAt, changeMail, contextOf, doorOf, drawNumber, type CameIn, type House, type MailPatch } from '@bannette/house';
import { newId, type CorrespondentSnapshot, type JsonObject, type Tx } from '@bannette/store';
import { recogniseCorrespondent } from '../correspondent.js';
import { once } from '../paper/once.js';
import { requireCleared } from '../register.js';
import { requireReserving, reservationRow } from '../registers/reserve.js';
import { lockOpenNumber, requireUnder, settleUsed } from '../registers/use.js';
import { personIn, requireSound, somebody } from './check.js';
import { claimDeposit } from './deposit.js';

type EntryCall = Call<Contract['registerEntry']>;
type Said = Omit<EntryBody, 'key'>;
type ReservationRow = Awaited<ReturnType<typeof reservationRow>>;

/** Registers a mail through the form of its kind: numbered in its register, distributed and mirrored like any other. */
export async function registerEntry(house: House, call: EntryCall): Promise<Entered> {
  const { caller } = call;
  const settings = await house.settings();
  const { key, ...sent } = call.body;
  if (!mayRegister(caller, sent.kind, settings)) throw forbidden('registerEntry');
  const said = shownOf(sent, settings);
  const place = cameInAt(doorOf(caller, said.site, settings), settings);
  requireOwn(caller, said);
  check(said, settings, house.now());
  const reservation = said.reserved ? await requireReserved(house, caller, said, settings) : undefined;
  const id = await house.store.transaction(contextOf(house, call), (tx) => once(tx, key, sent as unknown as JsonObject, () => write(house, tx, call, said, { place, settings, reservation })));
  const { chrono, state } = await house.store.db.selectFrom('mail').select(['chrono', 'state']).where('id', '=', id).executeTakeFirstOrThrow();
  return { id, kind: said.kind, chrono: chrono ?? '', state };
}

/** What the form asks for, once it has been found sound; what it doesn't show was not said. */
function shownOf(said: Said, settings: Settings): Said {
  const { kind, type, deposit, site, fields, reserved, ...rest } = said;
  const form = formFor(kind, type, formsOf(settings));
  const values = { ...rest, ...fields, type, documents: deposit ? [deposit] : [], channel: rest.channel ?? usualChannels[kind] };
  requireSound(form, values);
  const { shown } = stateOf(form, values);
  const kept = Object.fromEntries(Object.entries({ ...rest, type }).filter(([field]) => shown.has(field))) as Partial<Said>;
  return { parties: [], copies: [], ...kept, subject: rest.subject, kind, site, reserved, fields: customValuesOf(form, values) as Said['fields'], ...(shown.has('documents') && deposit ? { deposit } : {}) };
}

const usualChannels: { readonly [kind in MailKind]?: Channel } = { note: 'internal', signature: 'internal', call: 'phone' };

/** Whoever is of no mail room writes in the name of their own services only. */
function requireOwn(caller: EntryCall['caller'], { kind, service, from }: Said): void {
  const own = kind === 'outgoing' ? service : from;
  if (own !== undefined && !mayRegisterFor(caller, own)) throw forbidden('registerForService');
}

function check(said: Said, settings: Settings, now: Date): void {
  const { kind, type, service, from, copies, calledAt } = said;
  const today = dayIn(settings.authority.timeZone, now);
  const setting = settings.types.find(({ code }) => code === type);
  if (type && !setting) throw invalid('unknownType', `There is no type ${type}`, { type });
  for (const day of [said.receivedAt, said.departureDate, said.documentDate, said.postmarkDate]) if (day && day > today) throw invalid('dayInFuture', `${day} is in the future`, { day });
  if (calledAt && new Date(calledAt) > now) throw invalid('timeInFuture', `${calledAt} is to come`, { time: calledAt });
  for (const day of [said.signBy, said.callBack?.on]) if (day && day < today) throw invalid('dayInPast', `${day} is past`, { day });
  for (const code of [service, from, ...copies]) if (code) requireCleared(code, code === service ? setting?.compartment : undefined, settings);
  if (service && kind !== 'outgoing' && !settings.trays.some((tray) => tray.service === service)) throw invalid('serviceWithoutTray', `${service} has no tray`, { service });
}

/** The reservation whose number it was given by hand. */
async function requireReserved(house: House, caller: EntryCall['caller'], said: Said, settings: Settings): Promise<ReservationRow> {
  requireReserving(caller);
  const reservation = await reservationRow(house, said.reserved?.reservation ?? '');
  const { timeZone } = settings.authority;
  const on = dayOf(said, timeZone);
  if (on && on > dayIn(timeZone, house.now())) throw invalid('dayInFuture', `${on} is in the future`, { day: on });
  requireUnder(reservation, { kind: said.kind, service: said.service, on }, settings);
  return reservation;
}

/** The day that a mail came, left, or was written down on, as far as its form says it. */
function dayOf({ receivedAt, departureDate, calledAt, reserved }: Said, timeZone: string): string | undefined {
  return receivedAt ?? departureDate ?? (calledAt ? dayIn(timeZone, new Date(calledAt)) : reserved?.on);
}

interface Under {
  readonly place: CameIn;
  readonly settings: Settings;
  readonly reservation?: ReservationRow;
}

async function write(house: House, tx: Tx, { caller }: EntryCall, said: Said, { place, settings, reservation }: Under): Promise<string> {
  const { kind, service, fields } = said;
  const { timeZone } = settings.authority;
  const today = dayIn(timeZone, house.now());
  const type = settings.types.find(({ code }) => code === said.type);
  const entry = await entryOf(tx, caller, said, settings);
  const mail = await tx.trx
    .insertInto('mail')
    .values({ ...place, id: newId(), entity_id: house.entityId, category: categoryOf(kind), kind: isOtherKind(kind) ? kind : null, state: 'toQualify', channel: said.channel ?? usualChannels[kind] ?? 'post', proposals: '{}', read_text: '', copies: [], confidentiality: 0, readers: [], listers: [] })
    .returningAll()
    .executeTakeFirstOrThrow();
  const drawn = said.reserved && reservation ? await lockOpenNumber(tx, reservation, said.reserved.number) : await drawNumber(tx, settings, { kind, service, today });
  const on = dayOf(said, timeZone) ?? (reservation ? dayIn(timeZone, reservation.reserved_at) : today);
  const [correspondent, ...parties] = await recogniseAll(tx, said.parties);
  const leaves = kind === 'outgoing';
  const copies = [...new Set([...said.copies, ...(entry.from ? [entry.from] : [])])].filter((code) => code !== service);
  const origin: JsonObject = { ...(said.deposit ? { deposit: said.deposit } : {}), ...(place.site ? { site: place.site, mailRooms: place.mail_rooms } : {}) };
  tx.append({ type: 'mail.entered', subjectKind: 'mail', subjectId: mail.id, data: { kind, category: categoryOf(kind), channel: mail.channel, copies, ...origin } });
  const set: MailPatch = {
    state: leaves ? 'sent' : 'registered',
    ...drawn,
    node_name: drawn.chrono,
    node_path: today.replaceAll('-', '/'),
    type: said.type ?? null,
    subject: said.subject,
    summary: said.summary ?? null,
    correspondent_id: correspondent?.id ?? null,
    correspondent: correspondent ? JSON.stringify(correspondent) : null,
    parties: JSON.stringify(parties),
    entry: JSON.stringify(entry),
    fields: JSON.stringify(fields),
    copies,
    ...(leaves ? { service: service ?? null } : { wanted_service: service ?? null }),
    received_at: leaves ? null : on,
    departure_date: said.departureDate ?? null,
    document_date: said.documentDate ?? null,
    postmark_date: said.postmarkDate ?? null,
    confidentiality: Math.max(type?.confidentiality ?? 0, said.confidentiality ?? 0) as Confidentiality,
    compartment: type?.compartment ?? null,
    schedule_row: type?.scheduleRow ?? null,
    registered_at: house.now(),
    deposit_id: said.deposit ?? null,
  };
  const registered = await changeMail(tx, mail, { set, ...(leaves ? {} : { awaitsDistribution: true }), entry: toldOf(set, said, correspondent, origin) });
  if (said.deposit) await claimDeposit(tx, said.deposit, registered);
  if (reservation) await settleUsed(house, tx, reservation, drawn, { mail: registered.id, on });
  return mail.id;
}

async function recogniseAll(tx: Tx, parties: Said['parties']): Promise<CorrespondentSnapshot[]> {
  const recognised: CorrespondentSnapshot[] = [];
  for (const party of parties) recognised.push(await recogniseCorrespondent(tx, party));
  return recognised;
}

async function entryOf(tx: Tx, caller: EntryCall['caller'], { kind, service, person, author, calledAt, minutes, phone, callBack, signBy, from }: Said, settings: Settings): Promise<EntryFacts> {
  const own = settings.services.find(({ code, retired }) => !retired && caller.groups.includes(serviceGroup(code)))?.code;
  const wanted = from ?? (isOtherKind(kind) && kind !== 'call' && !inMailRoom(caller) ? own : undefined);
  return {
    author: author ? await somebody(tx, author) : { id: caller.id, name: caller.displayName },
    ...(person && service ? { person: await personIn(tx, person, service) } : {}),
    ...(wanted ? { from: wanted } : {}),
    ...(calledAt ? { calledAt: new Date(calledAt).toISOString() } : {}),
    ...(minutes === undefined ? {} : { minutes }),
    ...(phone ? { phone } : {}),
    ...(callBack ? { callBack } : {}),
    ...(signBy ? { signBy } : {}),
  };
}

function toldOf({ register, chrono, type, received_at }: MailPatch, said: Said, correspondent: CorrespondentSnapshot | undefined, origin: JsonObject): { type: string; data: JsonObject; personal: JsonObject } {
  const { kind, service, channel, departureDate } = said;
  const personal = { subject: said.subject, ...(correspondent ? { [kind === 'outgoing' ? 'recipient' : 'sender']: correspondent.name } : {}) };
  const facts = { ...origin, kind, register: register ?? '', chrono: chrono ?? '', ...(type ? { type } : {}), ...(service ? { service } : {}), ...(Object.keys(said.fields).length ? { fields: Object.keys(said.fields) } : {}) };
  return kind === 'outgoing' ? { type: 'mail.sent', data: { ...facts, departureDate: departureDate ?? '', channel: channel ?? 'post' }, personal } : { type: 'mail.registered', data: { ...facts, receivedAt: received_at as string }, personal };
}

