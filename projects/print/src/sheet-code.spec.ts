import { decodeSheet, encodeSheet, type SheetCode, type SheetKind } from './sheet-code.js';

const sheets: readonly SheetCode[] = [
  { kind: 'newLetter', value: '' },
  { kind: 'service', value: 'MDPH' },
  { kind: 'type', value: 'ASE_INFO_PREOCCUPANTE' },
  { kind: 'identification', value: 'A-2026-000123' },
  { kind: 'label', value: 'NORD/2026 000123' },
];

describe('The text of a sheet’s code', () => {
  for (const sheet of sheets) {
    it(`says ${sheet.kind} ${sheet.value}, to the authority that printed it alone`, () => {
      const text = encodeSheet(sheet, 'default');
      expect(decodeSheet(text, 'default')).toEqual(sheet);
      expect(decodeSheet(text, 'another')).toBeUndefined();
    });
  }

  it('is not ours with any one character changed, lost or added', () => {
    const text = encodeSheet({ kind: 'service', value: 'MDPH' }, 'default');
    for (let at = 0; at < text.length; at++) {
      for (const other of 'ABSTNIL019 -') if (other !== text[at]) expect(decodeSheet(`${text.slice(0, at)}${other}${text.slice(at + 1)}`, 'default')).withContext(`${other} at ${at}`).toBeUndefined();
      expect(decodeSheet(text.slice(0, at) + text.slice(at + 1), 'default')).toBeUndefined();
    }
    expect(decodeSheet(`${text} `, 'default')).toBeUndefined();
  });

  it('is not what letters and other software carry', () => {
    for (const text of ['', 'PATCHT', 'PATCH T', 'https://www.service-public.fr', '3760093541234', 'BNT1', 'BNT1S', 'A-2026-000123', 'ASN00123', 'BNT1N000000000 0']) expect(decodeSheet(text, 'default')).toBeUndefined();
  });

  it('does not say a kind without its value, nor a value that a code can’t hold', () => {
    expect(() => encodeSheet({ kind: 'service', value: 'Éducation' }, 'default')).toThrowError(RangeError);
    expect(() => encodeSheet({ kind: 'label', value: 'x'.repeat(61) }, 'default')).toThrowError(RangeError);
    for (const kind of ['service', 'type', 'identification', 'label'] as SheetKind[]) expect(decodeSheet(encodeSheet({ kind, value: '' }, 'default'), 'default')).toBeUndefined();
  });
});
