import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { addDays, addMonths } from '@bannette/domain';
import { importBacklog, readBacklog, type Running } from '@bannette/server';
import type { LetterKind } from '../letters/letter.js';
import type { Press } from '../letters/press.js';
import { pick, range } from './plan.js';

/** Types whose period has run out by now for mails of 2022–2024, and some for which it has not. */
const kinds: readonly { kind: LetterKind; service: string }[] = [
  { kind: 'INVITATION', service: 'CABINET' },
  { kind: 'DEMANDE_RENSEIGNEMENT', service: 'DGS' },
  { kind: 'CANDIDATURE', service: 'RH' },
  { kind: 'STAGE', service: 'RH' },
  { kind: 'CADA', service: 'JURIDIQUE' },
  { kind: 'VOIRIE', service: 'ROUTES' },
  { kind: 'COLLEGE_DEROGATION', service: 'COLLEGES' },
  { kind: 'RECLAMATION', service: 'DGS' },
];

/** An older register of 2022–2024, written as its CSV and files, and taken over by the same import that a real one is. */
export async function importDemoBacklog(running: Running, press: Press, dir: string, today: string, count: number): Promise<void> {
  await mkdir(dir, { recursive: true });
  const rows: string[] = ['chrono,type,service,sender,senderKind,postcode,city,subject,receivedAt,documentDate,closedOn,retentionTrigger,file'];
  for (const index of range(count)) {
    const { kind, service } = pick(kinds, index);
    const receivedAt = addDays('2022-01-10', Math.floor((index * 1060) / count));
    const letter = await press.generate({ seed: 5000 + index, kind, date: addDays(receivedAt, -3), receivedAt, format: 'pdf-text' });
    const { sender, subject, date } = letter.truth;
    const chrono = `R-${receivedAt.slice(0, 4)}-${String(index + 1).padStart(5, '0')}`;
    const file = `${chrono}.pdf`;
    await writeFile(join(dir, file), letter.bytes);
    const trigger = kind === 'CANDIDATURE' || kind === 'STAGE' ? pickTrigger(today, receivedAt, index) : '';
    rows.push([chrono, kind, service, sender.name, sender.kind, sender.postcode, sender.city, subject, receivedAt, date, addDays(receivedAt, 20), trigger, file].map(quote).join(','));
  }
  const csv = `${rows.join('\n')}\n`;
  await writeFile(join(dir, 'reprise.csv'), csv);
  const { lines, flaws } = readBacklog(csv, await running.house.settings(), today);
  const [flaw] = flaws;
  if (flaw) throw new Error(`The demo's backlog has a flaw: line ${flaw.line}, ${flaw.field} ${flaw.flaw}`);
  await importBacklog(running.house, lines, dir, 50 * 1024 ** 2);
}

/** Last contact of an application: for some the two years end within the next weeks, for others the trigger is not known yet. */
function pickTrigger(today: string, receivedAt: string, index: number): string {
  if (index % 3 === 0) return addMonths(addDays(today, 10 + (index % 15)), -24);
  return index % 3 === 1 ? addDays(receivedAt, 5) : '';
}

const quote = (value: string): string => `"${value.replaceAll('"', '""')}"`;
