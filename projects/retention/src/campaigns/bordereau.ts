import type { Settings } from '@bannette/domain';
import type { House } from '@bannette/house';
import { sha256Of, SealError, signPdf, type SealKey, type Timestamp } from '@bannette/seal';
import { newId, type Database, type Tx } from '@bannette/store';
import type { Kysely } from 'kysely';
import type { CampaignRow } from './act.js';
import { bordereauCsv } from './bordereau-csv.js';
import { bordereauPdf } from './bordereau-pdf.js';
import { words } from './bordereau-words.js';
import { fullName } from './lines.js';
import type { BordereauLine } from './manifest.js';
import { signaturesOf, type SignatureRow } from './view.js';

/** What the bordereau d'élimination says. */
export interface Bordereau {
  readonly head: {
    readonly chrono: string;
    readonly title: string;
    readonly authority: string;
    readonly until: string;
    readonly frozenAt: string;
    /** The same in words, in the authority's time zone. */
    readonly frozenOn: string;
    readonly stamp?: string;
    readonly manifestSha512: string;
    /** Whose certificate it is sealed with. */
    readonly seal?: string;
  };
  readonly lines: readonly BordereauLine[];
  readonly persons: readonly { readonly what: string; readonly name: string; readonly on: string }[];
  readonly signatures: readonly { readonly service: string; readonly label: string; readonly name?: string; readonly at?: string; readonly on?: string; /** As what, where it is not the head. */ readonly as?: string }[];
}

/** @param services lines of these only, for their heads; none said: all */
export async function bordereauOf(db: Kysely<Database>, campaign: CampaignRow, settings: Settings, { services, seal }: { readonly services?: readonly string[]; readonly seal?: string } = {}): Promise<Bordereau> {
  const { authority } = settings;
  const instant = new Intl.DateTimeFormat('fr-FR', { timeZone: authority.timeZone, dateStyle: 'long', timeStyle: 'short' });
  const [lines, signed, named] = await Promise.all([linesOf(db, campaign.id, services), signaturesOf(db, campaign.id), db.selectFrom('campaign_signatory').select(['service', 'reason']).where('campaign_id', '=', campaign.id).execute()]);
  const persons = [
    [words.asked, campaign.created_by_name, campaign.created_at],
    [words.validated, campaign.validated_by_name, campaign.validated_at],
    [words.approved, campaign.approved_by_name, campaign.approved_at],
  ] as const;
  return {
    head: {
      chrono: campaign.chrono,
      title: campaign.title,
      authority: authority.name,
      until: campaign.until,
      frozenAt: campaign.frozen_at?.toISOString() ?? '',
      frozenOn: campaign.frozen_at ? instant.format(campaign.frozen_at) : '',
      stamp: campaign.manifest_token_at ? `${instant.format(campaign.manifest_token_at)}, ${campaign.manifest_token_authority ?? ''}` : undefined,
      manifestSha512: campaign.manifest_sha512 ?? '',
      seal,
    },
    lines,
    persons: persons.flatMap(([what, name, at]) => (name && at ? [{ what, name, on: instant.format(at) }] : [])),
    signatures: [...new Set(lines.map(({ service }) => service))].map((service) => {
      const signature = signed.find((each) => each.service === service);
      return { service, label: fullName(service, settings.services), ...(signature ? { name: signature.person_name, at: signature.signed_at.toISOString(), on: instant.format(signature.signed_at), as: capacityOf(signature, named.find((each) => each.service === service)?.reason ?? '', settings.services) } : {}) };
    }),
  };
}

/** In words, what somebody else than the head signs as. */
function capacityOf({ capacity, replaces_name, above }: SignatureRow, reason: string, services: Settings['services']): string | undefined {
  if (capacity === 'delegate') return `${words.byDelegation} ${replaces_name ?? ''}`;
  if (capacity === 'above') return `${words.headAbove} ${fullName(above ?? '', services)}${words.wanting}`;
  return capacity === 'named' ? `${words.named} : ${reason}` : undefined;
}

export async function linesOf(db: Kysely<Database>, campaignId: string, services?: readonly string[]): Promise<BordereauLine[]> {
  let selection = db.selectFrom('campaign_line').selectAll().where('campaign_id', '=', campaignId);
  if (services) selection = selection.where('service', 'in', services.length ? services : ['']);
  const rows = await selection.orderBy('line').execute();
  return rows.map((row) => ({ line: row.line, service: row.service, serviceLabel: row.service_label, row: row.row, rowLabel: row.row_label, years: row.years, reference: row.reference, year: row.year, firstDay: row.first_day, lastDay: row.last_day, items: row.items, documents: row.documents, bytes: Number(row.bytes), boxes: row.boxes }));
}

export interface Seals {
  /** The authority's key, read anew each time. */
  readonly seal?: () => Promise<SealKey>;
  readonly timestamp?: Timestamp;
}

/** Writes the bordereau for good, with what the heads have signed, sealed where a key is configured (PAdES, with a timestamp B-T). */
export async function keepBordereau(house: House, tx: Tx, campaign: CampaignRow, { seal, timestamp }: Seals): Promise<void> {
  const key = await seal?.();
  if (key && (house.now() < key.notBefore || house.now() > key.notAfter)) throw new SealError('unfitKey', 'The certificate is not valid today');
  const bordereau = await bordereauOf(tx.trx, campaign, await house.settings(), { seal: key?.subject });
  const drawn = await bordereauPdf(bordereau);
  const pdf = Buffer.from(key ? await signPdf(drawn, key, { at: house.now(), reason: words.reason, field: 'Bordereau', timestamp }) : drawn);
  const name = `${campaign.chrono}-bordereau`;
  const files = [
    { kind: 'bordereauPdf' as const, name: `${name}.pdf`, media_type: 'application/pdf', bytes: pdf },
    { kind: 'bordereauCsv' as const, name: `${name}.csv`, media_type: 'text/csv; charset=utf-8', bytes: bordereauCsv(bordereau) },
  ];
  await tx.trx.insertInto('campaign_file').values(files.map((file) => ({ id: newId(), campaign_id: campaign.id, ...file, sha256: sha256Of(file.bytes), added_by: 'system', added_at: house.now() }))).execute();
}
