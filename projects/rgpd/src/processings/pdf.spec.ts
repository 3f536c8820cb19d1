import type { ProcessingEntry, ProcessingRegister } from '@bannette/domain';
import { veraPdf } from '@bannette/print/testing';
import { registerPdf } from './pdf.js';

const validator = await veraPdf();
if ('missing' in validator) console.log(`the register of processings is not validated: ${validator.missing}`);

const head = { number: 3, version: 7, day: '22 novembre 2026', by: 'Dominique Perrin', sha256: 'ab'.repeat(32) };
const entry: ProcessingEntry = {
  code: 'T-01',
  label: 'Courrier des usagers',
  purpose: 'Répondre aux lettres, aux courriels et aux demandes. '.repeat(20),
  basis: 'publicTask',
  persons: ['Usagers', 'Élus'],
  data: ['État civil', 'Coordonnées'],
  special: ['health'],
  recipients: ['Préfecture'],
  transfers: [{ country: 'Suisse', safeguards: 'décision d’adéquation' }],
  processors: [{ name: 'Numérisation de la Lys', task: 'numérisation' }],
  measures: ['Œuvres 😀 日本 ﷺ'],
  types: [{ code: 'RECLAMATION', label: 'Réclamation', confidentiality: 0 }],
  services: [{ code: 'ROUTES', label: 'Routes', mails: 12_345, reasons: [] }],
  access: [],
  compartments: ['Santé'],
  durations: [],
  mails: 12_345,
  register: true,
  gaps: [],
} as unknown as ProcessingEntry;
const register: ProcessingRegister = {
  controller: { name: 'Département de la Lys-et-Loire', address: ['1, place de l’Hôtel-du-Département'], representative: 'la présidente' },
  measures: [],
  places: ['database', 'spool', 'paper'],
  entries: Array.from({ length: 3 }, (_, index) => ({ ...entry, code: `T-0${index}` })),
  gaps: [],
};

describe('The register of processings on paper', () => {
  it('is PDF/A-2b by the word of the reference validator, whatever people write in it', async () => {
    const pdf = await registerPdf(head, register);
    expect(pdf.toString('latin1')).toContain('pdfaid:part>2');
    if (!('missing' in validator)) expect(await validator.checkBytes(pdf)).toEqual(['ok']);
  }, 120_000);
});
