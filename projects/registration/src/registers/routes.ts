import { Readable } from 'node:stream';
import { belongs, dayIn, houseGroups, isRegisterRestricted, kindsUnder, numberText, registerBehind, registerRights, seriesOf, type RegisterAction, type RegisterSetting, type Settings } from '@bannette/domain';
import { forbidden, notFound, Problem, serve, type CounterView, type DayRegisterView } from '@bannette/http';
import type { House } from '@bannette/house';
import type { Person } from '@bannette/domain';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { sql, type SqlBool } from 'kysely';
import { csvOf } from '../paper/csv.js';
import type { Seal } from './close.js';
import { gapsIn } from './gaps.js';
import { labelOf } from './lines.js';
import { openPage } from './open.js';
import { replay } from './replay.js';
import { reservationPage, reservationRow, reserve, requireReserving, viewReservation, voidNumbers } from './reserve.js';
import { sheetsPdf } from './sheets.js';
import { gapWords, words } from './words.js';

export function registerRoutes(house: House, app: FastifyInstance, sealed: boolean): void {
  serve(app, {
    counters: async ({ caller }) => {
      requireTo(caller, 'readRegisters');
      const settings = await house.settings();
      return { items: await countersOf(house, settings), closesAt: settings.authority.registerClosesAt, sealed };
    },
    dayRegisters: async ({ caller, query }) => {
      requireTo(caller, 'readRegister');
      return dayPage(house, query);
    },
    openRegister: async ({ caller, query }) => {
      requireTo(caller, 'readRegister');
      return openPage(house, query);
    },
    dayRegisterFile: async ({ caller, params, query, reply }) => {
      requireTo(caller, 'readRegister');
      await requireUnrestricted(house, caller, params.day);
      const row = await house.store.db.selectFrom('register_file').select('bytes').where('entity_id', '=', house.entityId).where('day', '=', params.day).where('kind', '=', query.form).executeTakeFirst();
      if (!row) throw (await eliminatedUnder(house, params.day)) ?? notFound('register');
      return file(reply, `registre-${params.day}.${query.form}`, row.bytes);
    },
    gaps: async ({ caller, query }) => {
      requireTo(caller, 'readRegister');
      await requireUnrestricted(house, caller, query.from);
      return gapsIn(house, query);
    },
    gapsFile: async ({ caller, query, reply }) => {
      requireTo(caller, 'readRegister');
      await requireUnrestricted(house, caller, query.from);
      const { items } = await gapsIn(house, query);
      return file(reply, `numerotation-${query.from}-${query.to}.csv`, Buffer.from(csvOf(words.gaps, items.map((gap) => [gapWords[gap.kind], gap.label, gap.year || '', gap.first, gap.last, gap.chrono, gap.at ?? '', gap.reason ?? '']))));
    },
    reservations: async ({ caller, query }) => {
      requireReserving(caller);
      return reservationPage(house, query);
    },
    reserve: (call) => reserve(house, call),
    reservation: async ({ caller, params }) => {
      requireReserving(caller);
      return viewReservation(house, caller, params.id);
    },
    reservationSheets: async ({ caller, params, reply }) => {
      requireReserving(caller);
      const { authority, ...settings } = await house.settings();
      const row = await reservationRow(house, params.id);
      const numbers = await house.store.db.selectFrom('reserved_number').select('chrono').where('reservation_id', '=', row.id).where('state', '=', 'open').orderBy('number').execute();
      const register = labelOf({ authority, ...settings }, row.register);
      return file(reply, `numeros-reserves-${row.first}-${row.last}.pdf`, await sheetsPdf(numbers.map(({ chrono }) => ({ chrono, register })), { authority: authority.name, entityId: house.entityId, reservedOn: dayIn(authority.timeZone, row.reserved_at), kinds: kindsUnder(settings.registers, row.register) }));
    },
    replay: (call) => replay(house, call),
    voidNumbers: (call) => voidNumbers(house, call),
  });
}

export type RegisterOptions = { readonly seal?: Seal };

function requireTo(person: Person, action: RegisterAction): void {
  if (!registerRights[action](person)) throw forbidden(action);
}

/** Registers of years whose current use is over are intermediate archives: the archives alone read them. */
async function requireUnrestricted(house: House, person: Person, day: string): Promise<void> {
  const settings = await house.settings();
  if (isRegisterRestricted(settings, day, dayIn(settings.authority.timeZone, house.now())) && !belongs(person, houseGroups.archives)) throw new Problem(403, 'registerRestricted', 'This register is an intermediate archive: the archives read it', { day });
}

async function eliminatedUnder({ store: { db }, entityId }: House, day: string): Promise<Problem | undefined> {
  const gone = await db.selectFrom('elimination').select('visa_reference').where('subject_kind', '=', 'register').where('subject_id', '=', day).where('entity_id', '=', entityId).executeTakeFirst();
  return gone && new Problem(410, 'registerEliminated', 'This register was eliminated', { day, visa: gone.visa_reference });
}

function file(reply: FastifyReply, name: string, content: Buffer): Readable {
  reply.header('content-type', name.endsWith('.pdf') ? 'application/pdf' : 'text/csv; charset=utf-8');
  reply.header('content-disposition', `attachment; filename="${name}"`).header('cache-control', 'private, no-store');
  return Readable.from([content]);
}

/** Every register with its counter of this year; of one where services have numbers of their own, each service's that has begun. */
async function countersOf(house: House, settings: Settings): Promise<CounterView[]> {
  const { db } = house.store;
  const year = Number(dayIn(settings.authority.timeZone, house.now()).slice(0, 4));
  const counters = await db.selectFrom('counter').selectAll().where('entity_id', '=', house.entityId).where('year', 'in', [0, year]).execute();
  const open = await db.selectFrom('reserved_number').select((eb) => ['register', eb.fn.countAll<number>().as('count')]).where('entity_id', '=', house.entityId).where('state', '=', 'open').groupBy('register').execute();
  const view = (setting: RegisterSetting, register: string, service?: string): CounterView => {
    const series = seriesOf(setting, year);
    const last = counters.find((one) => one.register === register && one.year === series.year)?.last;
    return { register, code: setting.code, label: labelOf(settings, register), service, year: series.year, last: last ?? 0, next: numberText(setting, year, last === undefined ? setting.start : last + 1, service ?? (setting.perService ? 'SERVICE' : undefined)), kinds: setting.kinds, perService: setting.perService, open: Number(open.find((one) => one.register === register)?.count ?? 0) };
  };
  return settings.registers.flatMap((setting) => {
    if (!setting.perService) return [view(setting, setting.code)];
    const begun = counters.flatMap(({ register }) => (registerBehind(settings.registers, register)?.setting === setting ? [register] : []));
    return [view(setting, setting.code), ...[...new Set(begun)].sort().map((register) => view(setting, register, register.slice(setting.code.length + 1)))];
  });
}

async function dayPage(house: House, { limit, after }: { readonly limit: number; readonly after?: string }): Promise<{ items: DayRegisterView[]; next?: string }> {
  const settings = await house.settings();
  const today = dayIn(settings.authority.timeZone, house.now());
  let query = house.store.db
    .selectFrom('register_day as d')
    .leftJoin('elimination as e', (join) => join.onRef('e.entity_id', '=', 'd.entity_id').on('e.subject_kind', '=', 'register').on(sql<SqlBool>`e.subject_id = to_char(d.day, 'YYYY-MM-DD')`))
    .selectAll('d')
    .select(['e.visa_reference', 'e.destroyed_at'])
    .where('d.entity_id', '=', house.entityId);
  if (after) query = query.where('day', '<', after);
  const rows = await query.orderBy('day', 'desc').limit(limit + 1).execute();
  const page = rows.slice(0, limit);
  const items = page.map(({ day, position, lines, hash, prev_hash, closed_at, seal, visa_reference: visa, destroyed_at: at }) => ({ day, position, lines, hash: hash.toString('hex'), previous: prev_hash.toString('hex'), closedAt: closed_at.toISOString(), seal: seal ?? undefined, restricted: isRegisterRestricted(settings, day, today), ...(visa !== null && at ? { eliminated: { visa, at: at.toISOString() } } : {}) }));
  return { items, next: rows.length > limit ? items.at(-1)?.day : undefined };
}
