import { Readable } from 'node:stream';
import { dayIn, keepsPaperOf, numberIn } from '@bannette/domain';
import { notFound, serve, type Call, type Contract } from '@bannette/http';
import { requireRight, type House, type MailRow } from '@bannette/house';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { sql, type SqlBool } from 'kysely';
import { boxContents, boxOf, boxPage, changeBox, closeBox, openBox, toBox } from './boxes.js';
import { putInBox, takeOutOfBox } from './boxing.js';
import { csvOf } from './csv.js';
import { endorse } from './endorse.js';
import { returnOriginal, unseal } from './afterwards.js';
import { registerUnscanned } from './envelope.js';
import { toUnscannedLine } from './line.js';
import { monthsCsv, monthsOf } from './months.js';
import { boxLabelPdf, boxListPdf, boxListRow, type PrintedBox } from './print/box.js';
import { slipsPdf } from './print/slips.js';
import { words } from './print/words.js';
import { handOver, receive, roundPage, signatureOf } from './rounds.js';
import { carriedBy } from './scope.js';
import { countInHand, unscannedPage } from './waiting.js';

export function paperRoutes(house: House, app: FastifyInstance): void {
  serve(app, {
    registerUnscanned: (call) => registerUnscanned(house, call),
    unscanned: (call) => unscannedPage(house, call),
    inHand: (call) => countInHand(house, call),
    findUnscanned: (call) => findUnscanned(house, call),
    unscannedMonths: async ({ query, caller }) => ({ items: await monthsOf(house, caller, query.until) }),
    unscannedMonthsFile: async ({ query, caller, reply }) => file(reply, 'plis-non-numerises.csv', monthsCsv(await monthsOf(house, caller, query.until))),
    printSlips: (call) => printSlips(house, call),
    handOver: (call) => handOver(house, call),
    receive: (call) => receive(house, call),
    rounds: ({ query, caller }) => roundPage(house, caller, query),
    roundSignature: (call) => signatureOf(house, call),

    unseal: (call) => unseal(house, call),
    returnOriginal: (call) => returnOriginal(house, call),

    endorse: (call) => endorse(house, call),
    boxes: ({ query, caller }) => boxPage(house, caller, query),
    openBox: (call) => openBox(house, call),
    box: async ({ params, caller }) => ({ box: await toBox(house.store.db, await boxOf(house, caller, params.code)), items: await boxContents(house, caller, params.code) }),
    putInBox: (call) => putInBox(house, call),
    takeOutOfBox: (call) => takeOutOfBox(house, call),
    changeBox: (call) => changeBox(house, call),
    closeBox: (call) => closeBox(house, call),
    boxLabel: async ({ params, caller, reply }) => file(reply, `${params.code}-etiquette.pdf`, await boxLabelPdf(await printedBox(house, caller, params.code), (await house.settings()).authority.name)),
    boxList: async ({ params, query, caller, reply }) => {
      const printed = await printedBox(house, caller, params.code);
      if (query.form === 'csv') return file(reply, `${params.code}.csv`, csvOf(words.columns, printed.items.map(boxListRow)));
      return file(reply, `${params.code}.pdf`, await boxListPdf(printed, (await house.settings()).authority.name));
    },
  });
}

function file(reply: FastifyReply, name: string, content: Buffer | string): Readable {
  reply.header('content-type', name.endsWith('.pdf') ? 'application/pdf' : 'text/csv; charset=utf-8');
  reply.header('content-disposition', `attachment; filename="${name}"`).header('cache-control', 'private, no-store');
  return Readable.from([typeof content === 'string' ? Buffer.from(content) : content]);
}

async function findUnscanned(house: House, { body, caller }: Call<Contract['findUnscanned']>) {
  const number = numberIn(body.number);
  const mail = await house.store.db
    .selectFrom('mail')
    .selectAll()
    .where('entity_id', '=', house.entityId)
    .where(carriedBy(caller, await house.settings()))
    .where(sql<SqlBool>`(chrono = ${number} or envelope->>'reference' = ${body.number.trim()})`)
    .orderBy('id', 'desc')
    .executeTakeFirst();
  if (!mail) throw notFound('mail');
  return toUnscannedLine(house, caller, mail);
}

async function printSlips(house: House, { body, caller, reply }: Call<Contract['printSlips']>): Promise<Readable> {
  const settings = await house.settings();
  const rows = await house.store.db.selectFrom('mail').selectAll().where('id', 'in', body.mails).where('entity_id', '=', house.entityId).where('unscanned', 'is not', null).execute();
  const mails = body.mails.map((id) => rows.find((row) => row.id === id)).map((mail) => requireCarrier(caller, mail));
  const slips = await Promise.all(
    mails.map(async (mail) => {
      const { chrono, kindLabel, opened, serviceLabel, site, addressee, reference, receivedAt, time, cameLate, handOverBy: by } = await toUnscannedLine(house, caller, mail);
      return { chrono, kind: kindLabel, opened, service: serviceLabel ?? '', site, addressee, reference, receivedAt, time, cameLate, handOverBy: by, deadline: mail.envelope?.deadline, deadlineTime: mail.envelope?.deadlineTime };
    }),
  );
  return file(reply, slips.length === 1 ? `${slips[0]?.chrono}-bordereau.pdf` : 'bordereaux.pdf', await slipsPdf(slips, settings.authority.name));
}

/** Who registered it may print its slip before it has its tray. */
function requireCarrier(caller: Call<Contract['printSlips']>['caller'], mail: MailRow | undefined): MailRow {
  if (mail?.state === 'registered' && keepsPaperOf(caller, mail.wanted_service ?? undefined, mail.mail_rooms)) return mail;
  requireRight(caller, 'handOver', mail);
  return mail;
}

async function printedBox(house: House, person: Call<Contract['box']>['caller'], code: string): Promise<PrintedBox> {
  const settings = await house.settings();
  const box = await boxOf(house, person, code);
  return {
    box: await toBox(house.store.db, box),
    items: await boxContents(house, person, code),
    owner: settings.services.find((service) => service.code === box.service)?.label,
    closedOn: box.closed_at ? dayIn(settings.authority.timeZone, box.closed_at) : undefined,
  };
}
