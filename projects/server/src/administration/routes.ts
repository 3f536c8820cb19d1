import { belongs, flawsOf, houseGroups, lostFields, settingKinds, settingsSchema, type FormsSetting, type Person, type RegisterSetting, type SettingKind, type ThesaurusTerm } from '@bannette/domain';
import { conflict, forbidden, invalid, notFound, serve, type Call, type Contract } from '@bannette/http';
import { contextOf, displayNames, type House } from '@bannette/house';
import { publishSetting, type JsonObject } from '@bannette/store';
import type { FastifyInstance } from 'fastify';
import { requireNewNumbers } from './registers.js';
import { retirementOf, retireService } from './retire.js';

export function administrationRoutes(house: House, app: FastifyInstance): void {
  serve(app, {
    settings: async () => {
      const { settings, versions } = await house.publishedSettings();
      return { settings, versions: { ...versions } };
    },
    settingVersions: async ({ params }) => ({ items: await versionsOf(house, kindOf(params.kind)) }),
    publishSetting: (call) => publish(house, call),
    retirement: (call) => retirementOf(house, call),
    retireService: (call) => retireService(house, call),
  });
}

function kindOf(text: string): SettingKind {
  const kind = settingKinds.find((candidate) => candidate === text);
  if (!kind) throw notFound('setting');
  return kind;
}

/** The register of processings is the DPO's to keep. */
function requirePublisher(person: Person, kind: SettingKind): void {
  if (kind === 'processings' && belongs(person, houseGroups.dpo)) return;
  if (!belongs(person, houseGroups.administrators)) throw forbidden('publishSetting');
}

/** Publishes a version of one kind, if it agrees with the other kinds and nobody has published in between. */
async function publish(house: House, call: Call<Contract['publishSetting']>) {
  const kind = kindOf(call.params.kind);
  requirePublisher(call.caller, kind);
  const parsed = settingsSchema.shape[kind].safeParse(call.body.data);
  if (!parsed.success) throw invalid('settingsFlaw', parsed.error.message, { path: [kind, ...(parsed.error.issues[0]?.path ?? [])].join('.'), code: parsed.error.issues[0]?.message ?? '' });
  if (kind === 'schedule') throw conflict('scheduleHasVersions', 'A retention schedule comes into force as a version that the archives have agreed to');
  if (kind === 'forms') requireKeptFields((await house.settings()).forms, parsed.data as FormsSetting);
  if (kind === 'thesaurus') await requireUsedTerms(house, parsed.data as ThesaurusTerm[]);
  const [flaw] = flawsOf({ ...(await house.settings()), [kind]: parsed.data });
  if (flaw) throw invalid('settingsFlaw', 'The settings do not agree', { path: flaw.path, code: flaw.code, value: flaw.value });
  if (kind === 'registers') await requireNewNumbers(house, parsed.data as RegisterSetting[]);
  await house.store.transaction(contextOf(house, call), async (tx) => {
    const version = await publishSetting(tx, kind, parsed.data as unknown as JsonObject, call.body.comment);
    if (version !== call.body.basedOn + 1) throw conflict('staleSettings', 'Somebody else has published in between', { version: version - 1 });
  });
  const [latest] = await versionsOf(house, kind);
  if (!latest) throw notFound('setting');
  return latest;
}

/** A field is a property in Alfresco, which only ever come: it is retired, never removed or made another. */
function requireKeptFields(before: FormsSetting, after: FormsSetting): void {
  const [lost] = lostFields(before, after);
  if (lost) throw invalid('fieldLost', 'A custom field stays what it is', { field: lost.key, how: lost.code });
}

/** A term that a document or a waiting file bears is retired, never removed: what it says must stay readable. */
async function requireUsedTerms(house: House, terms: readonly ThesaurusTerm[]): Promise<void> {
  const removed = (await house.settings()).thesaurus.map(({ code }) => code).filter((code) => !terms.some((term) => term.code === code));
  if (!removed.length) return;
  const { db } = house.store;
  const used = (await db.selectFrom('document').select('nature').where('nature', 'in', removed).limit(1).executeTakeFirst()) ?? (await db.selectFrom('deposit_file').select('nature').where('nature', 'in', removed).limit(1).executeTakeFirst());
  if (used?.nature) throw invalid('termInUse', 'A term that documents bear is retired, not removed', { term: used.nature });
}

async function versionsOf(house: House, kind: SettingKind) {
  const rows = await house.store.db.selectFrom('setting_version').select(['version', 'published_at', 'published_by', 'comment']).where('entity_id', '=', house.entityId).where('kind', '=', kind).orderBy('version', 'desc').limit(200).execute();
  const nameOf = await displayNames(house.store.db, rows.map(({ published_by }) => published_by));
  return rows.map((row) => ({ kind, version: row.version, publishedAt: row.published_at.toISOString(), publishedBy: nameOf(row.published_by).displayName, comment: row.comment ?? undefined }));
}
