import { createReadStream } from 'node:fs';
import { mkdir, open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { DocumentToDestroy } from '@bannette/domain';

/** What was eliminated, in a file outside of database and Alfresco: of no person, and enough to do it again after a backup was restored. */
export interface LedgerLine {
  readonly kind: 'mail' | 'register';
  readonly id: string;
  readonly entity: string;
  readonly chrono: string | null;
  /** The mail's folder in Alfresco. */
  readonly folder?: string;
  readonly campaign: string;
  readonly campaignChrono: string;
  readonly row: string;
  readonly year: number | null;
  readonly due: string;
  readonly nodes: readonly DocumentToDestroy[];
  readonly manifest: string;
  readonly visa: { readonly by: string; readonly on: string; readonly reference: string };
  /** Instant. */
  readonly at: string;
  readonly backupsUntil: string;
}

/** Appends a line and waits until the disk has it. Written again after a crash, it is there twice and counts once. */
export async function writeLedger(folder: string, line: LedgerLine): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o750 });
  const file = await open(join(folder, `${line.campaignChrono.replace(/[^\w-]/g, '_')}.jsonl`), 'a', 0o640);
  try {
    await file.writeFile(`${JSON.stringify(line)}\n`);
    await file.datasync();
  } finally {
    await file.close();
  }
}

/** The parts of a line, and of its elimination in the database, that say what may be destroyed again, and under what. */
type Written = Pick<LedgerLine, 'campaign' | 'manifest' | 'row' | 'due' | 'nodes'> & { readonly reference: string };

/** Whether the line says what the database has of this elimination: somebody who can write to the folder could name other documents. */
export function isAsWritten(line: LedgerLine, row: { readonly campaign_id: string; readonly manifest_sha512: string; readonly row: string; readonly due: string; readonly nodes: readonly DocumentToDestroy[]; readonly visa_reference: string }): boolean {
  const told = ({ campaign, manifest, row: code, due, nodes, reference }: Written): string => JSON.stringify([campaign, manifest, code, due, reference, ...nodes.map(({ node, sha512 }) => `${node} ${sha512}`).sort()]);
  return told({ ...line, reference: line.visa.reference }) === told({ campaign: row.campaign_id, manifest: row.manifest_sha512, row: row.row, due: row.due, nodes: row.nodes, reference: row.visa_reference });
}

/** Every line once, oldest file first. A line that was cut off by a crash is none: its item was not written as eliminated. */
export async function* readLedger(folder: string): AsyncGenerator<LedgerLine> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => (error.code === 'ENOENT' ? [] : Promise.reject(error)));
  const seen = new Set<string>();
  for (const name of names.filter((one) => one.endsWith('.jsonl')).sort()) {
    for await (const text of createInterface({ input: createReadStream(join(folder, name)), crlfDelay: Infinity })) {
      const line = parsed(text);
      if (!line || seen.has(`${line.kind} ${line.id}`)) continue;
      seen.add(`${line.kind} ${line.id}`);
      yield line;
    }
  }
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** A mail's id, or the day of a register. */
const subject = /^[0-9a-f-]{10,36}$/;

/** A line of ours; anybody who can write to the folder could have written others. */
function parsed(text: string): LedgerLine | undefined {
  try {
    const line = JSON.parse(text) as LedgerLine;
    const told = [line.campaignChrono, line.manifest, line.visa.reference].every((text) => typeof text === 'string');
    return told && subject.test(line.id) && uuid.test(line.campaign) && Array.isArray(line.nodes) ? line : undefined;
  } catch {
    return undefined;
  }
}
