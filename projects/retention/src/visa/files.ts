import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { invalid, notFound, Problem } from '@bannette/http';
import { verifyPdf } from '@bannette/seal';
import { newId, type Database, type Tx, type VisaSignature } from '@bannette/store';
import type { FastifyReply } from 'fastify';
import type { Kysely } from 'kysely';

export type CampaignFileKind = Database['campaign_file']['kind'];

/** More of them in one file than any circuit of signing makes; each costs a pass over the bytes. */
const mostSignatures = 20;

/** What the signatures of a PDF are worth by the file alone; none of a scan. Whom to trust is for people to say. */
export async function signaturesIn(pdf: Buffer): Promise<readonly VisaSignature[]> {
  if ((pdf.toString('latin1').match(/\/ByteRange/g) ?? []).length > mostSignatures) throw invalid('tooManySignatures', 'The PDF claims more signatures than are looked at', { most: mostSignatures });
  const found = await verifyPdf(pdf);
  return found.map(({ valid, problem, coversAll, subject, fingerprint, timestamped }) => ({ valid, ...(problem ? { problem } : {}), coversAll, subject: subject.slice(0, 300), fingerprint, timestamped }));
}

/** Keeps a file with the campaign, for ever; answers its id. */
export async function keepFile(tx: Tx, campaignId: string, file: { readonly kind: CampaignFileKind; readonly name: string; readonly mediaType: string; readonly bytes: Buffer }): Promise<string> {
  const id = newId();
  await tx.trx.insertInto('campaign_file').values({ id, campaign_id: campaignId, kind: file.kind, name: file.name, media_type: file.mediaType, sha256: createHash('sha256').update(file.bytes).digest(), bytes: file.bytes, added_by: tx.context.actor }).execute();
  return id;
}

/**
 * Sends a file of a campaign as a download, once its bytes were seen to have the digest that was kept with them.
 *
 * @throws 404; 500 `fileAltered`: the database holds other bytes than were written
 */
export async function sendFile(db: Kysely<Database>, campaignId: string, id: string, kinds: readonly CampaignFileKind[], reply: FastifyReply): Promise<Readable> {
  const file = await db.selectFrom('campaign_file').selectAll().where('id', '=', id).where('campaign_id', '=', campaignId).where('kind', 'in', kinds).executeTakeFirst();
  if (!file) throw notFound('file');
  return sendKept(file, reply);
}

interface KeptFile {
  readonly name: string;
  readonly media_type: string;
  readonly sha256: Buffer;
  readonly bytes: Buffer;
}

/** As a download. @throws 500 `fileAltered` */
export function sendKept(file: KeptFile, reply: FastifyReply): Readable {
  const digest = createHash('sha256').update(file.bytes).digest();
  if (!digest.equals(file.sha256)) throw new Problem(500, 'fileAltered', 'The file is not the one that was kept');
  reply.header('content-type', file.media_type).header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`);
  reply.header('cache-control', 'no-store').header('x-content-type-options', 'nosniff').header('repr-digest', `sha-256=:${digest.toString('base64')}:`);
  return Readable.from([file.bytes]);
}
