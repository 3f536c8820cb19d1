import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { delimiter, resolve } from 'node:path';
import { clamdAddress, type ReadLimits } from '@bannette/capture';
import { z } from 'zod';
import type { OidcConfig } from './identity/tokens.js';

export const sidecarNames = ['capture', 'registration', 'distribution', 'treatment', 'retention', 'rgpd', 'vigilance'] as const;
export type SidecarName = (typeof sidecarNames)[number];

const whole = (fallback: number, min: number, max: number) => z.coerce.number().int().min(min).max(max).default(fallback);
const url = z.url({ protocol: /^https?$/ });

const environment = z.object({
  BANNETTE_DATA: z.string().default('./var'),
  BANNETTE_HOST: z.string().default('127.0.0.1'),
  BANNETTE_PORT: whole(8090, 0, 65535),
  BANNETTE_PUBLIC_URL: url.optional(),
  BANNETTE_ENTITY: z.string().regex(/^[a-z0-9-]{1,40}$/).default('default'),
  BANNETTE_SETTINGS: z.string().optional(),
  BANNETTE_SCANS: z.string().optional(),
  BANNETTE_SCAN_ROOTS: z.string().default(''),
  BANNETTE_SCANS_SETTLE_MS: whole(2000, 0, 600_000),
  BANNETTE_MAX_FILE_MIB: whole(200, 1, 4096),
  BANNETTE_MAX_FILES: whole(50, 1, 500),
  BANNETTE_OCR: z.enum(['auto', 'native', 'wasm']).default('auto'),
  BANNETTE_OCR_LANGUAGES: z.string().regex(/^[a-z]{3}(_[a-z]{2,8})?(,[a-z]{3}(_[a-z]{2,8})?)*$/i).default('fra,eng'),
  BANNETTE_READERS: whole(Math.max(1, Math.min(4, availableParallelism())), 1, 32),
  BANNETTE_MAX_PAGES: whole(500, 1, 20_000),
  BANNETTE_MAX_MEGAPIXELS: whole(75, 1, 1000),
  BANNETTE_PAGE_SECONDS: whole(60, 1, 3600),
  BANNETTE_FILE_SECONDS: whole(1800, 10, 86_400),
  BANNETTE_READER_MIB: whole(1024, 256, 16_384),
  BANNETTE_LEAVING_CRON: z.string().default('30 3 * * *'),
  BANNETTE_CLAMD_URL: z.string().regex(clamdAddress, { error: 'tcp://HOST:PORT or unix:///PATH' }).optional(),
  BANNETTE_JOBS: whole(8, 1, 64),
  BANNETTE_ELIMINATION_HANDS: whole(4, 1, 32),
  BANNETTE_ELIMINATION_ITEMS: whole(25, 1, 500),
  BANNETTE_LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
  BANNETTE_METRICS_TOKEN: z.string().min(16).optional(),
  BANNETTE_SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  BANNETTE_MAIL_FROM: z.string().default('bannette@localhost'),
  BANNETTE_RETENTION_CRON: z.string().default('0 6 * * *'),
  BANNETTE_RECORDS_CRON: z.string().default('20 * * * *'),
  BANNETTE_ADDRESS_URL: z.url({ protocol: /^https?$/ }).optional(),
  BANNETTE_CLOCKS_CRON: z.string().default('0 7 * * *'),
  BANNETTE_REMINDERS_CRON: z.string().default('*/10 * * * *'),
  BANNETTE_FORECAST_CRON: z.string().default('*/30 5-20 * * *'),
  ALFRESCO_URL: url.optional(),
  ALFRESCO_PUBLIC_URL: url.optional(),
  ALFRESCO_USER: z.string().default('bannette-svc'),
  ALFRESCO_PASSWORD: z.string().optional(),
  ALFRESCO_SILENCE_SECONDS: whole(30, 1, 3600),
  BANNETTE_PURGE_PASSWORD: z.string().optional(),
  ALFRESCO_EVENTS_URL: z.url({ protocol: /^amqps?$/ }).optional(),
  ALFRESCO_EVENTS_USER: z.string().optional(),
  ALFRESCO_EVENTS_PASSWORD: z.string().optional(),
  ALFRESCO_EVENTS_CA_FILE: z.string().optional(),
  BANNETTE_SEAL_P12: z.string().optional(),
  BANNETTE_SEAL_PASSWORD: z.string().optional(),
  BANNETTE_SEALING_CRON: z.string().default('45 5,11,17,23 * * *'),
  BANNETTE_SEALS: z.string().optional(),
  BANNETTE_TSA_URL: z.url({ protocol: /^https?$/ }).optional(),
  BANNETTE_TSA_CA_FILE: z.string().optional(),
  BANNETTE_RECONCILE_CRON: z.string().default('0 2 * * *'),
  BANNETTE_RECONCILE_DAYS: whole(7, 1, 365),
  OIDC_ISSUER: url.optional(),
  OIDC_CLIENT_ID: z.string().default('bannette'),
  OIDC_AUDIENCE: z.string().optional(),
  OIDC_SCOPE: z.string().default('openid profile email'),
  OIDC_USER_CLAIM: z.string().default('preferred_username'),
  OIDC_CLOCK_SKEW_S: whole(60, 0, 600),
  OIDC_KEYS_URL: url.optional(),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
});

/** What may hold a secret: each may also be given as `NAME_FILE`, a file that holds the value. */
const secrets = ['DATABASE_URL', 'BANNETTE_SMTP_URL', 'BANNETTE_METRICS_TOKEN', 'BANNETTE_SEAL_PASSWORD', 'ALFRESCO_PASSWORD', 'BANNETTE_PURGE_PASSWORD', 'ALFRESCO_EVENTS_PASSWORD'] as const;

export interface Config {
  readonly dataDir: string;
  readonly host: string;
  readonly port: number;
  readonly publicUrl?: string;
  readonly entityId: string;
  /** A folder of settings to begin with, in the place of those that come with the product. */
  readonly settingsDir?: string;
  readonly scansDir: string;
  /** Below which scanners of the settings may have absolute folders. */
  readonly scanRoots: readonly string[];
  readonly settleMs: number;
  readonly maxFileBytes: number;
  readonly maxFiles: number;
  readonly ocr: 'auto' | 'native' | 'wasm';
  /** What pages are read in, as Tesseract codes languages: the first, and others where their words speak for them. */
  readonly languages: readonly string[];
  readonly readers: number;
  /** What one file may cost; beyond it goes to quarantine. */
  readonly limits: Omit<ReadLimits, 'maxBytes'>;
  /** When batches and discarded files whose days are over leave the spool. */
  readonly leavingCron: string;
  /** Where ClamAV's daemon listens; absent, nothing is looked at by an antivirus. */
  readonly clamdUrl?: string;
  readonly jobs: number;
  /** Hands that carry out a campaign of elimination at the same time. */
  readonly eliminationHands: number;
  /** Items that a hand carries out before other jobs have their turn. */
  readonly eliminationItems: number;
  readonly logLevel: string;
  readonly metricsToken?: string;
  readonly smtpUrl?: string;
  readonly mailFrom: string;
  readonly retentionCron: string;
  readonly recordsCron: string;
  readonly clocksCron: string;
  readonly remindersCron: string;
  readonly forecastCron: string;
  readonly addressUrl?: string;
  /** PKCS#12 file of the key that the authority signs with, and its password; absent, nothing is signed. */
  readonly seal?: { readonly p12: string; readonly password: string };
  readonly alfrescoUrl?: string;
  /** Alfresco's broker; absent, the embedded repository's own, or none. */
  readonly events?: { readonly url: string; readonly user?: string; readonly password?: string; readonly ca?: string };
  /** When the journal is sealed, where its seals are put, and who gives them timestamps. */
  readonly sealing: { readonly schedule: string; readonly folder: string; readonly timestampUrl?: string; readonly trusted?: string };
  readonly reconcileCron: string;
  readonly reconcileDays: number;
  /** Where people reach Alfresco itself, if they do; the doctor checks what it lets through. */
  readonly alfrescoPublicUrl?: string;
  readonly alfrescoUser: string;
  /** Seconds without a byte after which a request to Alfresco is given up. */
  readonly alfrescoSilenceSeconds: number;
  readonly alfrescoPassword?: string;
  /** Password of the account that destroys, where it isn't the one that the installation kept. */
  readonly purgePassword?: string;
  /** The identity service that Alfresco trusts too; absent, people sign in to Alfresco itself. */
  readonly oidc?: OidcConfig & { readonly scope: string };
  readonly databaseUrl?: string;
  readonly only: readonly SidecarName[];
}

/** A configuration that can't be right, said so that whoever set it knows what to change. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/** @throws ConfigError naming each variable that is wrong, and why; never its value, which may be a secret */
export function readConfig(env: NodeJS.ProcessEnv, only: readonly string[] = sidecarNames): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = environment.safeParse({ ...secretsOf(given), ...given });
  if (!parsed.success) throw new ConfigError(parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('\n'));
  const unknown = only.filter((name) => !(sidecarNames as readonly string[]).includes(name));
  if (unknown.length) throw new ConfigError(`--only: there is no sidecar ${unknown.join(', ')}; there are ${sidecarNames.join(', ')}`);
  const e = parsed.data;
  const dataDir = resolve(e.BANNETTE_DATA);
  return {
    dataDir,
    host: e.BANNETTE_HOST,
    port: e.BANNETTE_PORT,
    publicUrl: e.BANNETTE_PUBLIC_URL,
    entityId: e.BANNETTE_ENTITY,
    settingsDir: e.BANNETTE_SETTINGS && resolve(e.BANNETTE_SETTINGS),
    scansDir: resolve(e.BANNETTE_SCANS ?? `${dataDir}/scans`),
    scanRoots: e.BANNETTE_SCAN_ROOTS.split(delimiter).filter(Boolean).map((root) => resolve(root)),
    settleMs: e.BANNETTE_SCANS_SETTLE_MS,
    maxFileBytes: e.BANNETTE_MAX_FILE_MIB * 1024 ** 2,
    maxFiles: e.BANNETTE_MAX_FILES,
    ocr: e.BANNETTE_OCR,
    languages: e.BANNETTE_OCR_LANGUAGES.split(','),
    readers: e.BANNETTE_READERS,
    limits: { maxPages: e.BANNETTE_MAX_PAGES, maxPixelsPerPage: e.BANNETTE_MAX_MEGAPIXELS * 1_000_000, secondsPerPage: e.BANNETTE_PAGE_SECONDS, secondsPerFile: e.BANNETTE_FILE_SECONDS, memoryMiB: e.BANNETTE_READER_MIB },
    leavingCron: e.BANNETTE_LEAVING_CRON,
    clamdUrl: e.BANNETTE_CLAMD_URL,
    jobs: e.BANNETTE_JOBS,
    eliminationHands: e.BANNETTE_ELIMINATION_HANDS,
    eliminationItems: e.BANNETTE_ELIMINATION_ITEMS,
    logLevel: e.BANNETTE_LOG_LEVEL,
    metricsToken: e.BANNETTE_METRICS_TOKEN,
    smtpUrl: e.BANNETTE_SMTP_URL,
    mailFrom: e.BANNETTE_MAIL_FROM,
    retentionCron: e.BANNETTE_RETENTION_CRON,
    recordsCron: e.BANNETTE_RECORDS_CRON,
    addressUrl: e.BANNETTE_ADDRESS_URL,
    seal: e.BANNETTE_SEAL_P12 ? { p12: resolve(e.BANNETTE_SEAL_P12), password: e.BANNETTE_SEAL_PASSWORD ?? '' } : undefined,
    clocksCron: e.BANNETTE_CLOCKS_CRON,
    remindersCron: e.BANNETTE_REMINDERS_CRON,
    forecastCron: e.BANNETTE_FORECAST_CRON,
    alfrescoUrl: withoutContext(e.ALFRESCO_URL),
    alfrescoPublicUrl: withoutContext(e.ALFRESCO_PUBLIC_URL),
    alfrescoUser: e.ALFRESCO_USER,
    alfrescoSilenceSeconds: e.ALFRESCO_SILENCE_SECONDS,
    alfrescoPassword: e.ALFRESCO_PASSWORD,
    purgePassword: e.BANNETTE_PURGE_PASSWORD,
    events: e.ALFRESCO_EVENTS_URL ? eventsOf(e.ALFRESCO_EVENTS_URL, e) : undefined,
    sealing: { schedule: e.BANNETTE_SEALING_CRON, folder: resolve(e.BANNETTE_SEALS ?? `${dataDir}/seals`), timestampUrl: e.BANNETTE_TSA_URL, trusted: e.BANNETTE_TSA_CA_FILE && read('BANNETTE_TSA_CA_FILE', e.BANNETTE_TSA_CA_FILE) },
    reconcileCron: e.BANNETTE_RECONCILE_CRON,
    reconcileDays: e.BANNETTE_RECONCILE_DAYS,
    oidc: e.OIDC_ISSUER ? { issuer: e.OIDC_ISSUER, clientId: e.OIDC_CLIENT_ID, audience: e.OIDC_AUDIENCE, scope: e.OIDC_SCOPE, userClaim: e.OIDC_USER_CLAIM, clockSkewS: e.OIDC_CLOCK_SKEW_S, keysUrl: e.OIDC_KEYS_URL } : undefined,
    databaseUrl: e.DATABASE_URL,
    only: only as readonly SidecarName[],
  };
}

/** Alfresco's address may be given with its context or without. */
const withoutContext = (address: string | undefined): string | undefined => address?.replace(/\/+$/, '').replace(/\/alfresco$/, '');

function eventsOf(url: string, e: z.output<typeof environment>): Config['events'] {
  const { ALFRESCO_EVENTS_USER: user, ALFRESCO_EVENTS_PASSWORD: password, ALFRESCO_EVENTS_CA_FILE: ca } = e;
  return {
    url,
    ...(user ? { user } : {}),
    ...(password ? { password } : {}),
    ...(ca ? { ca: read('ALFRESCO_EVENTS_CA_FILE', ca) } : {}),
  };
}

/** Secrets that are given as files; an empty file is as good as none. What is given outright goes first, and its file is not read. */
function secretsOf(given: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const named = secrets.map((name) => ({ name, file: given[name] === undefined ? given[`${name}_FILE`] : undefined }));
  const held = named.map(({ name, file }) => [name, file === undefined ? undefined : read(`${name}_FILE`, file)] as const);
  return Object.fromEntries(held.filter(([, value]) => value));
}

function read(variable: string, file: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    throw new ConfigError(`${variable}: the file can't be read`);
  }
}
