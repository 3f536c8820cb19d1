import { belongs, houseGroups, type Person } from '@bannette/domain';
import { forbidden, notFound, serve, type JournalSeal } from '@bannette/http';
import type { House } from '@bannette/house';
import type { Database } from '@bannette/store';
import type { FastifyInstance } from 'fastify';
import type { Selectable } from 'kysely';
import { readSeal, writeSealFile } from './seal-body.js';
import { sealFileName, type Sealing } from './seal-journal.js';
import { verifySeal } from './verify-seals.js';

type SealRow = Selectable<Database['journal_seal']>;

export function proofRoutes(house: House, app: FastifyInstance, { timestamp, trusted }: Sealing): void {
  const { db } = house.store;
  serve(app, {
    proof: async ({ caller }) => {
      requireProof(caller);
      const [{ seq: entries }, last, waiting, verification] = await Promise.all([
        db.selectFrom('journal_head').select('seq').executeTakeFirstOrThrow(),
        db.selectFrom('journal_seal').select('last_seq').orderBy('number', 'desc').limit(1).executeTakeFirst(),
        db.selectFrom('journal_seal').select((eb) => eb.fn.countAll<string>().as('n')).where('token', 'is', null).executeTakeFirstOrThrow(),
        db.selectFrom('journal_verification').selectAll().orderBy('id', 'desc').limit(1).executeTakeFirst(),
      ]);
      return {
        entries,
        unsealed: entries - (last?.last_seq ?? 0),
        timestamps: timestamp !== undefined,
        withoutTimestamp: timestamp ? Number(waiting.n) : 0,
        lastVerification: verification && { at: verification.verified_at.toISOString(), intact: verification.intact, anchored: verification.anchored },
      };
    },
    seals: async ({ caller, query }) => {
      requireProof(caller);
      let selection = db.selectFrom('journal_seal').selectAll();
      if (query.after) selection = selection.where('number', '<', Number(query.after) || 0);
      const rows = await selection.orderBy('number', 'desc').limit(query.limit + 1).execute();
      const shown = rows.slice(0, query.limit);
      return { items: shown.map(view), next: rows.length > query.limit ? String(shown.at(-1)?.number) : undefined };
    },
    sealFile: async ({ caller, params, reply }) => {
      const { number, body, token } = await find(caller, params.number);
      return reply.header('content-disposition', `attachment; filename="${sealFileName(number)}"`).header('x-content-type-options', 'nosniff').type('application/json').send(writeSealFile({ body, token: token ?? undefined }));
    },
    verifySeal: async ({ caller, params }) => {
      const { body, token } = await find(caller, params.number);
      return { findings: [...(await verifySeal(db, { body, token: token ?? undefined }, trusted))] };
    },
  });

  async function find(caller: Person, number: number): Promise<SealRow> {
    requireProof(caller);
    const row = await db.selectFrom('journal_seal').selectAll().where('number', '=', number).executeTakeFirst();
    if (!row) throw notFound('seal');
    return row;
  }
}

/** Seals tell nothing of letters, only that nothing was changed; who answers for that may see them. */
function requireProof(person: Person): void {
  if (![houseGroups.administrators, houseGroups.dpo, houseGroups.archives].some((group) => belongs(person, group))) throw forbidden('proof');
}

const view = (row: SealRow): JournalSeal => ({
  number: row.number,
  first: row.first_seq,
  last: row.last_seq,
  sealedAt: row.sealed_at.toISOString(),
  merkleRoot: readSeal(row.body)?.merkleRoot ?? '',
  timestampedAt: row.token_at?.toISOString(),
  authority: row.token_authority ?? undefined,
  refusal: row.refusal ?? undefined,
  exported: row.exported_at !== null,
});
