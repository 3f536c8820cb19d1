import { drawLine, mm, onPaper } from '@bannette/print';
import { MerkleTree } from '@bannette/seal';
import type { Database } from '@bannette/store';
import type { Kysely } from 'kysely';
import Papa from 'papaparse';
import type { CampaignRow } from '../campaigns/act.js';
import { bytesOf, countOf, reasons, words } from './words.js';

export interface LineCounts {
  readonly line: number;
  readonly row: string;
  readonly year: number;
  readonly listed: number;
  readonly destroyed: number;
  readonly kept: number;
  readonly refused: number;
  readonly failed: number;
  readonly bytes: number;
}
export interface Outcomes {
  readonly csv: Buffer;
  /** Merkle root over the CSV's lines of items, hexadecimal. */
  readonly root: string;
  readonly lines: readonly LineCounts[];
  readonly destroyed: { readonly mails: number; readonly registers: number; readonly documents: number; readonly bytes: number };
  /** The first that stay though their line has the visa. */
  readonly exceptions: readonly { readonly name: string; readonly reason: string }[];
  readonly excepted: number;
}

const exceptionsShown = 60;
const atOnce = 1000;

/** What became of every item of the list, in its order: the report as CSV, its Merkle root, and its sums. */
export async function outcomesOf(db: Kysely<Database>, campaign: CampaignRow): Promise<Outcomes> {
  const tree = new MerkleTree();
  const parts: string[] = [`\uFEFF${csvLine([...words.columns])}`];
  const lines = new Map<number, { -readonly [key in keyof LineCounts]: LineCounts[key] }>();
  const destroyed = { mails: 0, registers: 0, documents: 0, bytes: 0 };
  const exceptions: { name: string; reason: string }[] = [];
  let excepted = 0;
  for (let after = 0; ; ) {
    const items = await db.selectFrom('campaign_item').leftJoin('mail', 'mail.id', 'campaign_item.mail_id').selectAll('campaign_item').select('mail.chrono').where('campaign_id', '=', campaign.id).where('position', '>', after).orderBy('position').limit(atOnce).execute();
    for (const item of items) {
      const reason = item.failure ? (reasons[item.failure.code] ?? item.failure.code) : item.state === 'refused' ? words.states.refused : '';
      const name = item.chrono ?? item.subject_id;
      const text = csvLine([String(item.position), words.kinds[item.subject_kind], name, item.subject_id, item.row ?? '', String(item.year ?? ''), item.due ?? '', String(item.line ?? ''), String(item.documents.length), String(item.bytes), item.documents.map(({ sha512 }) => sha512).join(' '), words.states[item.state], item.destroyed_at?.toISOString() ?? '', reason]);
      parts.push(text);
      tree.add(Buffer.from(text));
      const line = lines.get(item.line ?? 0) ?? { line: item.line ?? 0, row: item.row ?? '', year: item.year ?? 0, listed: 0, destroyed: 0, kept: 0, refused: 0, failed: 0, bytes: 0 };
      lines.set(line.line, line);
      line.listed++;
      if (item.state === 'destroyed') {
        line.destroyed++;
        line.bytes += Number(item.bytes);
        destroyed[item.subject_kind === 'mail' ? 'mails' : 'registers']++;
        destroyed.documents += item.documents.length;
        destroyed.bytes += Number(item.bytes);
      } else {
        line[item.state === 'refused' ? 'refused' : item.state === 'kept' ? 'kept' : 'failed']++;
        if (item.state !== 'refused' && ++excepted <= exceptionsShown) exceptions.push({ name, reason });
      }
    }
    const last = items.at(-1)?.position;
    if (items.length < atOnce || !last) break;
    after = last;
  }
  return { csv: Buffer.from(parts.join('')), root: tree.root().toString('hex'), lines: [...lines.values()].sort((a, b) => a.line - b.line), destroyed, exceptions, excepted };
}

const csvLine = (cells: string[]): string => `${Papa.unparse([cells], { delimiter: ';', newline: '\r\n', escapeFormulae: true })}\r\n`;

export interface PaperHead {
  readonly authority: string;
  readonly chrono: string;
  readonly title: string;
  readonly manifest: string;
  readonly csvSha256: string;
  /** In words. */
  readonly executedOn: string;
}

/** The report's sums on paper, as PDF/A-2b; item by item it is the CSV, whose digest it names. */
export function reportPdf(head: PaperHead, outcomes: Outcomes): Promise<Buffer> {
  const title = `${words.report} ${head.chrono}`;
  return onPaper(
    title,
    head.authority,
    (pdf) => {
      const columns = [12, 24, 62, 76, 94, 114, 136, 158, 172] as const;
      let y = 300;
      let page = 0;
      const need = (height: number): number => {
        if (y + height > 282) {
          pdf.addPage();
          drawLine(pdf, title, { x: 12, y: 12, width: 140, size: page ? 10 : 16, style: 'bold' });
          drawLine(pdf, `${head.authority} – ${words.page} ${++page}`, { x: 150, y: 13, width: 48, size: 8 });
          y = 22;
        }
        const at = y;
        y += height;
        return at;
      };
      const text = (line: string, size = 9, style: 'plain' | 'bold' = 'plain'): void => drawLine(pdf, line, { x: 12, y: need(size * 0.58), width: 186, size, style });
      text(head.title, 11);
      text(`${words.executed} ${head.executedOn}.`);
      for (const [label, digest] of [[words.manifest, head.manifest], [words.csv, head.csvSha256], [words.root, outcomes.root]] as const) {
        text(`${label} :`, 9, 'bold');
        for (let from = 0; from < digest.length; from += 64) text(digest.slice(from, from + 64), 8);
      }
      const row = (cells: readonly string[], bold = false): void => {
        const at = need(5.2);
        cells.forEach((cell, index) => drawLine(pdf, cell, { x: columns[index] ?? 12, y: at, width: ((columns[index + 1] ?? 200) - (columns[index] ?? 12)) - 2, size: 8, style: bold ? 'bold' : 'plain' }));
      };
      need(3);
      row(words.lines, true);
      pdf.moveTo(mm(12), mm(y - 0.6)).lineTo(mm(198), mm(y - 0.6)).lineWidth(0.4).stroke('black');
      for (const line of outcomes.lines) row([String(line.line), line.row, String(line.year), countOf(line.listed), countOf(line.destroyed), countOf(line.kept), countOf(line.refused), countOf(line.failed), bytesOf(line.bytes)]);
      need(4);
      text(words.exceptions, 10, 'bold');
      if (!outcomes.excepted) text(words.none);
      for (const { name, reason } of outcomes.exceptions) text(`${name} : ${reason}`, 8.5);
      if (outcomes.excepted > outcomes.exceptions.length) text(words.more, 8.5);
    },
    { archive: true, keywords: `sha256:${head.csvSha256} merkle:${outcomes.root}` },
  );
}
