import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { fileName, storedDays, verifyRegisters, verifyStored, type FoundDay, type RegisterFault, type RegisterFinding } from '@bannette/registration';
import { openStore, type Store } from '@bannette/store';
import { readConfig } from '../config.js';
import { openDatabases } from '../start/database.js';
import { fingerprintOf } from '../start/seal.js';

const words: { readonly [code in RegisterFault]: (finding: RegisterFinding) => string } = {
  unreadable: ({ day }) => `${day}: the file is no daily register`,
  noCsv: ({ day }) => `${day}: the CSV file is not there`,
  noPdf: ({ day }) => `${day}: the PDF is not there`,
  edited: ({ day }) => `${day}: the CSV file is not the one that was closed: it was edited`,
  pdfEdited: ({ day }) => `${day}: the PDF is not the one that was closed: it was edited`,
  pdfOfOther: ({ day }) => `${day}: the PDF is that of another CSV file`,
  badSignature: ({ day, about }) => `${day}: the signature does not hold${about ? ` (${about})` : ': there is none'}`,
  otherSigner: ({ day, about = '' }) => `${day}: signed by somebody else: ${about}`,
  unsigned: ({ day }) => `${day}: not signed`,
  missing: ({ day, about = '' }) => (day === about ? `${day}: the day is missing` : `${day || 'the first day'} to ${about}: days are missing`),
  reordered: ({ day, about = '' }) => `${day}: stands behind ${about}: days changed places`,
  twice: ({ day, about = '' }) => `${day}: has the place of ${about}: one of them was written later`,
  notChained: ({ day }) => `${day}: the journal knows nothing of it`,
  truncated: ({ day, about = '' }) => `${day || 'the first day'} to ${about}: the end was cut off`,
  eliminated: ({ day, about = '' }) => `${day}: eliminated under visa ${about}; its place in the chain holds`,
};

/** Told, and no fault: where no key is configured, nothing is signed; what was eliminated under a visa is gone for good. */
const harmless: readonly RegisterFault[] = ['unsigned', 'eliminated'];

/** Checks daily registers: 0 when they hold, 1 when they don't. Without a folder, those of the database against the journal. */
export async function verifyRegisterCommand(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { until: { type: 'string' }, certificate: { type: 'string' }, json: { type: 'boolean' } } });
  const [folder] = positionals;
  const certificate = values.certificate && fingerprintOf(await readFile(values.certificate));
  const expected = { ...(values.until ? { until: values.until } : {}), ...(certificate ? { certificate } : {}) };
  const { days, findings } = folder ? await ofFolder(folder, expected) : await ofDatabase();
  if (values.json) console.log(JSON.stringify({ days, findings }, null, 2));
  else for (const line of [...findings.map((finding) => words[finding.code](finding)), `${days} days`]) console.log(line);
  return findings.some(({ code }) => !harmless.includes(code)) ? 1 : 0;
}

async function ofDatabase(): Promise<Awaited<ReturnType<typeof verifyStored>>> {
  const config = readConfig(process.env);
  const databases = await openDatabases(config, () => undefined);
  try {
    const store = await openStore({ databaseUrl: databases.bannette });
    return await verifyStored(store.db, config.entityId).finally(() => store.close());
  } finally {
    await databases.stop();
  }
}

async function ofFolder(folder: string, expected: Parameters<typeof verifyRegisters>[1]): Promise<{ days: number; findings: readonly RegisterFinding[] }> {
  const files = await readdir(folder);
  const names = [...new Set(files.filter((name) => /\.(csv|pdf)$/i.test(name)).map((name) => name.slice(0, -4)))].sort();
  async function* found(): AsyncGenerator<FoundDay> {
    for (const name of names) {
      const bytes = (kind: string): Promise<Buffer> | undefined => (files.includes(`${name}.${kind}`) ? readFile(join(folder, `${name}.${kind}`)) : undefined);
      const [csv, pdf] = await Promise.all([bytes('csv'), bytes('pdf')]);
      yield { name, ...(csv ? { csv } : {}), ...(pdf ? { pdf } : {}) };
    }
  }
  return { days: names.length, findings: await verifyRegisters(found(), expected) };
}

/** Writes CSV and PDF of each closed day into a folder, as they are; answers 0. */
export async function exportRegisterCommand(args: string[]): Promise<number> {
  const { values, positionals: [folder] } = parseArgs({ args, allowPositionals: true, options: { from: { type: 'string' }, to: { type: 'string' } } });
  if (!folder) {
    console.error('bannette export-register FOLDER [--from DAY] [--to DAY]');
    return 2;
  }
  const config = readConfig(process.env);
  const databases = await openDatabases(config, () => undefined);
  try {
    const store = await openStore({ databaseUrl: databases.bannette });
    const days = await exportDays(store, config.entityId, folder, values).finally(() => store.close());
    console.log(`${days} days`);
    return 0;
  } finally {
    await databases.stop();
  }
}

async function exportDays({ db }: Store, entityId: string, folder: string, { from, to }: { readonly from?: string; readonly to?: string }): Promise<number> {
  await mkdir(folder, { recursive: true });
  let days = 0;
  for await (const { day, csv, pdf } of storedDays(db, entityId, from, to)) {
    if (csv) await writeFile(join(folder, fileName(day, 'csv')), csv);
    if (pdf) await writeFile(join(folder, fileName(day, 'pdf')), pdf);
    if (csv ?? pdf) days++;
  }
  return days;
}
