import { shownName } from './file-name.js';

describe('The name of a received file', () => {
  const shown = (name: string): string => shownName(name, 'sans-nom');

  it('is its last part, whichever way its path leads', () => {
    for (const name of ['../../etc/passwd', '..\\..\\etc\\passwd', '/etc/passwd', 'C:\\scans\\passwd', 'passwd/']) expect(shown(name)).withContext(name).toBe('passwd');
  });

  it('hides nothing: no line breaks, no characters that turn it round or take no room', () => {
    expect(shown('facture\u202efdp.exe')).toBe('facturefdp.exe');
    expect(shown('let\u200btre\r\n\t\u0000\u001b[31m.pdf')).toBe('lettre[31m.pdf');
    expect(shown('a\ud800b.pdf')).toBe('ab.pdf');
  });

  it('keeps accents, quotes, spaces and other scripts', () => {
    for (const name of ["l'été «fermé».pdf", 'Ænima – copie (2).pdf', '手紙.pdf', '👩‍⚖️.pdf'.normalize()]) expect(shown(name)).toBe(name.replace('\u200d', ''));
  });

  it('is never empty, nor a way up', () => {
    for (const name of ['', '.', '..', '\u202e', ' \t', '///']) expect(shown(name)).withContext(JSON.stringify(name)).toBe('sans-nom');
  });

  it('is cut in its middle when it is longer than names get', () => {
    const name = shown(`${'é'.repeat(400)}.tar.pdf`);
    expect([...name].length).toBe(255);
    expect(name).toMatch(/^é+…é+\.tar\.pdf$/);
  });
});
