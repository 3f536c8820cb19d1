import { sidecarSetting } from '../settings/sidecars.js';
import { sidecarFacts, type SidecarRaw } from './sidecar-facts.js';

const known = { services: [{ code: 'RH', label: 'Ressources humaines' }], types: [{ code: 'FACTURE', label: 'Facture' }] };
const facts = (raw: Partial<SidecarRaw>, dates: 'iso' | 'dmy' | 'ymd' | 'mdy' = 'iso') => sidecarFacts({ fields: {}, rows: [], ...raw }, { dates }, known);

describe('What scanner software says beside a scan', () => {
  it('is understood: counts, resolution, colour, codes or labels', () => {
    expect(facts({ fields: { batch: ' L42 ', operator: 'agnes', envelopes: '12', pages: '0040', dpi: '300 dpi', colour: 'Noir et blanc', service: 'ressources HUMAINES', type: 'FACTURE', channel: 'post' } })).toEqual({
      batch: 'L42', operator: 'agnes', envelopes: 12, pages: 40, dpi: 300, colour: 'bw', service: 'RH', type: 'FACTURE', channel: 'post', rows: [], doubts: [],
    });
  });

  it('is never guessed: what can’t be is told, and the rest counts', () => {
    const { doubts, pages, ...others } = facts({ fields: { envelopes: '-3', pages: '4', dpi: '9000', colour: 'mauve', service: 'GONE', scannedAt: '31/02/2026', batch: 'x'.repeat(201) }, rows: [{ file: 'a.tif', firstPage: '0' }] }, 'dmy');
    expect(pages).toBe(4);
    expect(others).toEqual({ rows: [{ file: 'a.tif' }] });
    expect(doubts.map(({ field, row }) => `${field}${row ?? ''}`)).toEqual(['batch', 'envelopes', 'scannedAt', 'dpi', 'colour', 'service', 'firstPage1']);
  });

  it('has days in the declared order', () => {
    expect(facts({ fields: { scannedAt: '03/04/2026 9:05' } }, 'dmy').scannedAt).toBe('2026-04-03T09:05:00');
    expect(facts({ fields: { scannedAt: '03/04/2026 09h05' } }, 'mdy').scannedAt).toBe('2026-03-04T09:05:00');
    expect(facts({ fields: { scannedAt: '2026-04-03T09:05:07.123+0200' } }).scannedAt).toBe('2026-04-03T09:05:07+02:00');
    expect(facts({ fields: { scannedAt: '2026-04-03' } }).scannedAt).toBe('2026-04-03T00:00:00');
    expect(facts({ fields: { scannedAt: '12:00' } }).doubts.length).toBe(1);
  });

  it('names files by the last step of whatever path it had there', () => {
    expect(facts({ rows: [{ file: 'C:\\scans\\lot\\0001.tif' }, { file: '../../etc/passwd' }, { file: 'a/..' }] })).toEqual({ rows: [{ file: '0001.tif' }, { file: 'passwd' }, {}], doubts: [{ field: 'file', value: 'a/..', row: 3 }] });
  });
});

describe('The mapping of a sidecar file', () => {
  const refusal = (mapping: object): string => {
    const parsed = sidecarSetting.safeParse({ format: 'xml', name: '{name}.xml', fields: { batch: 'Lot/@id' }, ...mapping });
    return parsed.success ? 'taken' : parsed.error.issues.map(({ message, path }) => `${path.join('.')} ${message}`).join();
  };
  it('says what is where, and how the file is named', () => {
    expect(refusal({})).toBe('taken');
    expect(refusal({ fields: {} })).toBe('fields nothingMapped');
    expect(refusal({ rowFields: { firstPage: '@from' } })).toBe('rows noRows');
    expect(refusal({ name: 'index.csv', format: 'csv' })).toBe('rowFields.file indexWithoutFiles');
    expect(refusal({ name: 'index.csv', format: 'csv', rowFields: { file: 'Fichier' } })).toBe('taken');
    expect(refusal({ name: '../{name}.xml' })).toBe('name sidecarName');
    expect(refusal({ fields: { nonsense: 'a' } })).toContain('fields');
    expect(refusal({ fields: { batch: 'Lot//@id' } })).toBe('fields.batch place');
    expect(refusal({ format: 'json', fields: { batch: 'lot' }, rows: '/a~2' })).toBe('fields.batch place,rows place');
  });
});
