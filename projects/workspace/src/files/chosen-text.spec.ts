import { decoded } from './chosen-text.js';

describe('A file of text', () => {
  it('is read whether a new or an old spreadsheet wrote it', () => {
    expect(decoded(new TextEncoder().encode('Année;Élu'))).toBe('Année;Élu');
    expect(decoded(new Uint8Array([0xc9, 0x6c, 0x75, 0x3b, 0x80]))).toBe('Élu;€');
  });
});
