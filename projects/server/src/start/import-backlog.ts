import { createReadStream } from 'node:fs';
import { resolve, sep } from 'node:path';
import { acceptDeposit } from '@bannette/capture';
import { correspondentKinds, dayIn, isDay, type Settings } from '@bannette/domain';
import type { House } from '@bannette/house';
import type { ImportedFacts } from '@bannette/store';
import Papa from 'papaparse';
import { z } from 'zod';

const day = z.string().refine(isDay, { error: 'not a day YYYY-MM-DD' });
const optional = <T extends z.ZodType>(schema: T) => z.preprocess((value) => (value === '' ? undefined : value), schema.optional());
const line = z.object({
  chrono: z.string().regex(/^[\w.-]{1,60}$/, { error: 'letters, digits, dots, dashes only' }),
  type: z.string().min(1),
  service: z.string().min(1),
  sender: z.string().min(1).max(200),
  senderKind: optional(z.enum(correspondentKinds)),
  postcode: optional(z.string().regex(/^\d{5}$/)),
  city: optional(z.string().max(100)),
  subject: z.string().min(1).max(500),
  receivedAt: day,
  documentDate: optional(day),
  closedOn: day,
  retentionTrigger: optional(day),
  file: z.string().min(1),
});
type Line = z.infer<typeof line>;

export interface ImportFlaw {
  /** Line of the file, from 1; its heading is line 1. */
  readonly line: number;
  readonly field: string;
  readonly flaw: string;
}

/** Reads a register to take over; nothing is taken while a line has a flaw, so that the file can be mended and tried again. */
export function readBacklog(csv: string, settings: Settings, today: string): { lines: readonly Line[]; flaws: readonly ImportFlaw[] } {
  const { data } = Papa.parse<Record<string, string>>(csv.replace(/^\uFEFF/, ''), { header: true, skipEmptyLines: true });
  const flaws: ImportFlaw[] = [];
  const lines: Line[] = [];
  const chronos = new Set<string>();
  for (const [index, row] of data.entries()) {
    const parsed = line.safeParse(row);
    const at = index + 2;
    if (!parsed.success) flaws.push(...parsed.error.issues.map(({ path, message }) => ({ line: at, field: path.join('.'), flaw: message })));
    else {
      flaws.push(...flawsOfLine(parsed.data, settings, today, chronos).map(([field, flaw]) => ({ line: at, field, flaw })));
      lines.push(parsed.data);
    }
  }
  return { lines, flaws };
}

function flawsOfLine(parsed: Line, settings: Settings, today: string, chronos: Set<string>): [field: string, flaw: string][] {
  const flaws: [string, string][] = [];
  if (chronos.has(parsed.chrono)) flaws.push(['chrono', 'stands twice in the file']);
  chronos.add(parsed.chrono);
  const type = settings.types.find(({ code }) => code === parsed.type);
  const service = settings.services.find(({ code }) => code === parsed.service);
  if (!type) flaws.push(['type', 'is not a type of the settings']);
  if (!service) flaws.push(['service', 'is not a service of the settings']);
  if (type?.compartment && service && !service.compartments.includes(type.compartment)) flaws.push(['service', `has nobody cleared for ${type.compartment}`]);
  if (parsed.closedOn < parsed.receivedAt) flaws.push(['closedOn', 'is before receivedAt']);
  if (parsed.closedOn > today) flaws.push(['closedOn', 'is in the future']);
  return flaws;
}

/** Takes the lines over, each with its file, through the door that all deposits come by; a second run takes nothing twice. */
export async function importBacklog(house: House, lines: readonly Line[], folder: string, maxFileBytes: number): Promise<{ taken: number; existed: number }> {
  let [taken, existed] = [0, 0];
  for (const row of lines) {
    const path = resolve(folder, row.file);
    if (!path.startsWith(resolve(folder) + sep)) throw new Error(`${row.chrono}: the file lies outside the folder`);
    const spooled = await house.spool.write(createReadStream(path), { maxBytes: maxFileBytes });
    const deposit = await acceptDeposit(
      house,
      { entityId: house.entityId, actor: 'system' },
      { source: 'import', channel: 'post', grouping: 'oneMail', idempotencyKey: `import:${row.chrono}`, imported: factsOf(row), files: [{ name: row.file, ...spooled }] },
    );
    if (deposit.existed) existed++;
    else taken++;
  }
  return { taken, existed };
}

function factsOf(row: Line): ImportedFacts {
  const { chrono, type, service, subject, receivedAt, documentDate, closedOn, retentionTrigger } = row;
  return { chrono, type, service, subject, receivedAt, documentDate, closedOn, retentionTrigger, sender: { kind: row.senderKind ?? 'individual', name: row.sender, postcode: row.postcode, city: row.city } };
}

export const todayOf = (house: House, settings: Settings): string => dayIn(settings.authority.timeZone, house.now());
