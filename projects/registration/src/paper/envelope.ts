import { dayIn, instantAt, keepsPaperOf, type Confidentiality, type Settings } from '@bannette/domain';
import { forbidden, invalid, type Call, type Contract, type UnscannedLine } from '@bannette/http';
import { cameInAt, changeMail, contextOf, doorOf, drawNumber, type CameIn, type House } from '@bannette/house';
import { newId, type JsonObject, type Tx } from '@bannette/store';
import { recogniseCorrespondent } from '../correspondent.js';
import { registerTold, requireCleared } from '../register.js';
import { toUnscannedLine } from './line.js';
import { once } from './once.js';

type RegisterCall = Call<Contract['registerUnscanned']>;
type Told = RegisterCall['body'];

/** Registers a mail from its envelope: numbered, distributed and mirrored like any other, without a document. */
export async function registerUnscanned(house: House, call: RegisterCall): Promise<UnscannedLine> {
  const { body, caller } = call;
  const settings = await house.settings();
  const place = cameInAt(doorOf(caller, body.site, settings), settings);
  if (!keepsPaperOf(caller, body.service, place.mail_rooms)) throw forbidden('registerUnscanned');
  check(body, settings, house.now());
  const { key, ...told } = body;
  const id = await house.store.transaction(contextOf(house, call), (tx) => once(tx, key, told as unknown as JsonObject, () => register(house, tx, told, place, settings)));
  return toUnscannedLine(house, caller, await house.store.db.selectFrom('mail').selectAll().where('id', '=', id).executeTakeFirstOrThrow());
}

function check({ kind, service, type, receivedAt, time }: Told, settings: Settings, now: Date): void {
  const { timeZone } = settings.authority;
  const today = dayIn(timeZone, now);
  if (!settings.unscanned.some(({ code }) => code === kind)) throw invalid('unknownKind', `There is no kind ${kind}`, { kind });
  const known = settings.types.find(({ code }) => code === type);
  if (type && !known) throw invalid('unknownType', `There is no type ${type}`, { type });
  if (receivedAt > today) throw invalid('dayInFuture', `${receivedAt} is in the future`, { day: receivedAt });
  if (time && instantAt(timeZone, receivedAt, time) > now) throw invalid('timeInFuture', `${time} is to come`, { time });
  requireCleared(service, known?.compartment, settings);
  if (!settings.trays.some((tray) => tray.service === service)) throw invalid('serviceWithoutTray', `${service} has no tray`, { service });
}

async function register(house: House, tx: Tx, told: Omit<Told, 'key'>, place: CameIn, settings: Settings): Promise<string> {
  const now = house.now();
  const today = dayIn(settings.authority.timeZone, now);
  const kind = settings.unscanned.find(({ code }) => code === told.kind);
  const type = settings.types.find(({ code }) => code === told.type);
  const drawn = await drawNumber(tx, settings, { kind: 'incoming', service: told.service, today });
  const sender = told.sender && (await recogniseCorrespondent(tx, told.sender));
  const subject = kind?.label ?? told.kind;
  const mail = await tx.trx
    .insertInto('mail')
    .values({ ...place, id: newId(), entity_id: house.entityId, category: 'incoming', state: 'toQualify', channel: told.reference ? 'registered' : 'post', proposals: '{}', read_text: '', copies: [], confidentiality: 0, readers: [], listers: [], unscanned: told.kind, envelope: JSON.stringify(envelopeOf(told)) })
    .returningAll()
    .executeTakeFirstOrThrow();
  await changeMail(tx, mail, {
    set: {
      state: 'registered',
      ...drawn,
      node_name: drawn.chrono,
      node_path: today.replaceAll('-', '/'),
      type: told.type ?? null,
      subject,
      summary: told.remark ?? null,
      correspondent_id: sender?.id ?? null,
      correspondent: sender ? JSON.stringify(sender) : null,
      wanted_service: told.service,
      received_at: told.receivedAt,
      confidentiality: Math.max(kind?.confidentiality ?? 0, type?.confidentiality ?? 0) as Confidentiality,
      compartment: type?.compartment ?? null,
      schedule_row: type?.scheduleRow ?? kind?.scheduleRow ?? null,
      registered_at: now,
    },
    awaitsDistribution: true,
    entry: {
      type: 'mail.registered',
      data: { chrono: drawn.chrono, ...registerTold(drawn), unscanned: told.kind, receivedAt: told.receivedAt, service: told.service, ...(told.type ? { type: told.type } : {}), ...(place.site ? { site: place.site, mailRooms: place.mail_rooms } : {}) },
      personal: { subject, ...(sender ? { sender: sender.name } : {}), ...envelopeOf(told) },
    },
  });
  return mail.id;
}

const envelopeOf = ({ addressee, reference, amount, time, deadline, deadlineTime }: Omit<Told, 'key'>): { [field: string]: string | number } =>
  Object.fromEntries(Object.entries({ addressee, reference, amount, time, deadline, deadlineTime }).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
