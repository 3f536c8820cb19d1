import { shareOf, type Kept } from '@bannette/domain';
import type { CommitmentResult, DeliveryLine } from '@bannette/http';
import Papa from 'papaparse';

const heads = {
  commitments: ['Mois', 'Service', 'Canal', 'Engagement', 'Source', 'Courriers', 'À temps', 'En retard', 'En cours', 'Taux (%)', 'Objectif (%)'],
  deliveries: ['Jour', 'Service', 'Courriers', 'Au service à temps', 'Au service en retard', 'Taux au service (%)', 'Pris en main à temps', 'Pris en main en retard', 'Taux en main (%)'],
} as const;
const channels = { paper: 'Papier', electronic: 'Électronique' } as const;

const percent = (share: number | undefined): string => (share === undefined ? '' : (share * 100).toFixed(1).replace('.', ','));
const shareOfKept = (kept: Kept): string => percent(shareOf(kept));

/** As French spreadsheets open it: semicolons, a byte order mark, and no cell that would be run as a formula. */
const csvOf = (head: readonly string[], rows: readonly (readonly (string | number)[])[]): string =>
  `\uFEFF${Papa.unparse({ fields: [...head], data: rows.map((row) => [...row]) }, { delimiter: ';', newline: '\r\n', escapeFormulae: true })}\r\n`;

export const commitmentsCsv = (results: readonly CommitmentResult[]): string =>
  csvOf(heads.commitments, results.map((one) => [one.month, one.serviceLabel, channels[one.channel], one.label, one.source ?? '', one.total, one.inTime, one.late, one.open, shareOfKept(one), percent(one.target)]));

export const deliveriesCsv = (lines: readonly DeliveryLine[]): string =>
  csvOf(heads.deliveries, lines.map(({ day, serviceLabel, toService, toPerson }) => [day, serviceLabel, toService.total, toService.inTime, toService.late, shareOfKept(toService), toPerson.inTime, toPerson.late, shareOfKept(toPerson)]));
