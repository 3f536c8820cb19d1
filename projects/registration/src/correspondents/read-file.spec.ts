import { readCsv, readVcards } from './read-file.js';

describe('A file of correspondents', () => {
  it('is read off CSV by its headings, whatever the separator, and says by line what it can’t take', () => {
    const text = '\uFEFFNom;Prénom;Adresse;Code postal;Ville;Courriel;SIRET;Nature\nVasseur;Odile;12 rue des Écoles;98310;Lys;o@x.example;;particulier\n;;;;;;;\n"Maçonnerie; Lys";;;98100;Lys;;73282932000074;entreprise\n;Paul;;;;;;\nDurand;;;;;pas une adresse;;\nX;;;;;;;martien\n';
    const lines = readCsv(text);
    expect(lines.map(({ line, flaw, correspondent }) => [line, flaw ?? correspondent?.name])).toEqual([[2, 'Vasseur'], [3, 'Maçonnerie; Lys'], [4, 'nameMissing'], [5, 'email'], [6, 'kindUnknown']]);
    expect(lines[0]?.correspondent).toEqual(jasmine.objectContaining({ kind: 'individual', givenName: 'Odile', emails: ['o@x.example'], addresses: [jasmine.objectContaining({ lines: ['12 rue des Écoles'], postcode: '98310', city: 'Lys' })] }));
    expect(lines[1]?.correspondent).toEqual(jasmine.objectContaining({ kind: 'company', siret: '73282932000074' }));
  });
  it('has its wide addresses parted into lines; what no envelope holds is refused', () => {
    const [wide, wider] = readCsv(`Nom;Adresse;CP;Ville\nRoux;125 bis avenue du Maréchal de Lattre de Tassigny;98310;Lys\nBrun;${'rue des Écoles '.repeat(12)};98310;Lys\n`);
    expect(wide?.correspondent?.addresses[0]?.lines).toEqual(['125 bis avenue du Maréchal de Lattre', 'de Tassigny']);
    expect(wider).toEqual({ line: 3, flaw: 'address.lineTooLong' });
    expect(readVcards(`BEGIN:VCARD\nN:Roux\nADR:;Bât. C;125 bis avenue du Maréchal de Lattre de Tassigny;Lys;;98310\nEND:VCARD`)[0]?.correspondent?.addresses[0]?.lines).toEqual(['Bât. C', '125 bis avenue du Maréchal de Lattre', 'de Tassigny']);
  });

  it('is read off vCards of every version: folded lines, quoted-printable, groups, escapes', () => {
    const text = ['BEGIN:VCARD', 'VERSION:2.1', 'N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:B=C3=A9nard;Zo=C3=A9', 'TEL;CELL:06 12 34 56 78', 'END:VCARD', 'BEGIN:VCARD', 'VERSION:4.0', 'FN:Mairie de Lys', 'ORG:Mairie de Lys;Service courrier', 'item1.ADR;TYPE=work:;;1 place de la', '  Mairie;Lys;;98310;France', 'EMAIL;PREF=1:mairie@lys.example', 'NOTE:a\\, b', 'END:VCARD', 'BEGIN:VCARD', 'N:;;;;', 'END:VCARD'].join('\r\n');
    const [zoe, mairie, nobody] = readVcards(text);
    expect(zoe?.correspondent).toEqual(jasmine.objectContaining({ kind: 'individual', name: 'Bénard', givenName: 'Zoé', phones: ['06 12 34 56 78'] }));
    expect(mairie?.correspondent).toEqual(jasmine.objectContaining({ kind: 'company', name: 'Mairie de Lys', emails: ['mairie@lys.example'], addresses: [jasmine.objectContaining({ lines: ['1 place de la Mairie'], postcode: '98310', city: 'Lys' })] }));
    expect([nobody?.line, nobody?.flaw]).toEqual([14, 'nameMissing']);
    expect(readVcards('BEGIN:VCARD\nFN:X')).toEqual([{ line: 1, flaw: 'cardNotEnded' }]);
  });
});
