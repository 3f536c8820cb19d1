import { sidecarSetting } from '@bannette/domain';
import { readSidecar } from './read-sidecar.js';
import { SidecarError } from './sidecar-error.js';

const xml = sidecarSetting.parse({
  format: 'xml', name: '{name}.xml',
  fields: { batch: 'Lot/@id', operator: "Lot/Champ[@nom='Opérateur']", pages: 'Lot/Compte/@pages', envelopes: 'Lot/Compte[2]' },
  rows: 'Lot/Document', rowFields: { firstPage: '@de', lastPage: '@a', service: 'Service' },
});
const csv = sidecarSetting.parse({ format: 'csv', name: 'index.csv', encoding: 'windows-1252', fields: { batch: 'Lot' }, rowFields: { file: 'Fichier', sender: 'Expéditeur' } });
const json = sidecarSetting.parse({ format: 'json', name: '{file}.json', fields: { batch: '/lot/id', pages: '/lot/pages' }, rows: '/documents', rowFields: { firstPage: '/pages/0', service: '/a~1b' } });

const read = (text: string | Uint8Array, mapping = xml) => readSidecar(typeof text === 'string' ? Buffer.from(text) : text, mapping);
function refusal(text: string | Uint8Array, mapping = xml): string {
  try {
    return JSON.stringify(read(text, mapping));
  } catch (error) {
    return error instanceof SidecarError ? error.code : `not said: ${String(error)}`;
  }
}
const lot = `<Lot id="L&amp;42"><Champ nom="Site">Sud</Champ><Champ nom="Opérateur"> Agnès </Champ><Compte pages="12"/><Compte>3</Compte>
  <Document de="1" a="4"><Service>RH</Service></Document><Document de="5" a="12"><Service><![CDATA[A<B]]></Service></Document></Lot>`;

describe('A sidecar file', () => {
  it('in XML is read at its declared paths, by attribute, by place, and row by row', () => {
    const facts = { fields: { batch: 'L&42', operator: 'Agnès', pages: '12', envelopes: '3' }, rows: [{ firstPage: '1', lastPage: '4', service: 'RH' }, { firstPage: '5', lastPage: '12', service: 'A<B' }] };
    expect(read(lot)).toEqual(facts);
    expect(read(`<?xml version="1.0" encoding="UTF-8"?>\n<s:Lot xmlns:s="urn:scan">${lot.slice(lot.indexOf('>') + 1).replace('</Lot>', '</s:Lot>')}`).fields).toEqual({ operator: 'Agnès', pages: '12', envelopes: '3' });
    expect(read(Buffer.from(`\uFEFF${lot}`, 'utf16le'))).toEqual(facts);
    expect(read(Buffer.from(`<?xml version="1.0" encoding="ISO-8859-1"?>${lot}`, 'latin1'))).toEqual(facts);
  });

  it('in CSV is read by the names or numbers of its columns, in its encoding', () => {
    const text = Buffer.from('Fichier;Lot;Exp\u00e9diteur\r\n0001.tif;L42;"Dupont ; fils"\r\n\r\n0002.tif;L42\r\n', 'latin1');
    expect(read(text, csv)).toEqual({ fields: { batch: 'L42' }, rows: [{ file: '0001.tif', sender: 'Dupont ; fils' }, { file: '0002.tif' }] });
    const numbered = sidecarSetting.parse({ format: 'csv', name: 'index.txt', delimiter: '\t', rowFields: { file: '#2' } });
    expect(read('1\ta.tif\n2\tb.tif\n', numbered).rows).toEqual([{ file: 'a.tif' }, { file: 'b.tif' }]);
  });

  it('in JSON is read by pointers', () => {
    expect(read('{"lot":{"id":"L42","pages":12},"documents":[{"pages":[1,4],"a/b":"RH"},{"pages":[5]}]}', json)).toEqual({ fields: { batch: 'L42', pages: '12' }, rows: [{ firstPage: '1', service: 'RH' }, { firstPage: '5' }] });
    expect(refusal('{"__proto__":{"lot":{"id":"x"}}}', json)).toBe('sidecarNothing');
  });

  it('that would fetch or swell is refused at once', () => {
    const swelling = `<!DOCTYPE l [<!ENTITY a "aaaaaaaaaa">${Array.from({ length: 20 }, (_, n) => `<!ENTITY a${n} "${`&a${n ? n - 1 : ''};`.repeat(10)}">`).join('')}]><Lot id="&a19;"/>`;
    expect(refusal(swelling)).toBe('sidecarDoctype');
    expect(refusal('<!doctype l [<!ENTITY x SYSTEM "file:///etc/passwd">]><Lot id="&x;"/>')).toBe('sidecarDoctype');
    expect(refusal(`<Lot id="&unknown;"/>`)).toContain('&unknown;');
    expect(refusal('<Lot>'.repeat(100_000))).toBe('sidecarSyntax');
    expect(refusal(`${'<Lot>'.repeat(2000)}${'</Lot>'.repeat(2000)}`)).toBe('sidecarSyntax');
    expect(refusal('['.repeat(100_000), json)).toBe('sidecarSyntax');
    expect(refusal(Buffer.alloc(5 * 1024 ** 2, 'a'))).toBe('sidecarTooLarge');
    expect(refusal('a;b\n'.repeat(20_003), csv)).toBe('sidecarTooLarge');
  });

  it('that is broken, or another one, says what is wrong', () => {
    expect(refusal('<Lot id="1">')).toBe('sidecarSyntax');
    expect(refusal('')).toBe('sidecarSyntax');
    expect(refusal('<Autre/>')).toBe('sidecarNothing');
    expect(refusal('{"lot":', json)).toBe('sidecarSyntax');
    expect(refusal('A;B\n1;2\n', csv)).toBe('sidecarNothing');
    expect(refusal(Buffer.from([0x3c, 0x4c, 0xe9, 0x3e]))).toBe('sidecarEncoding');
    expect(refusal('<?xml version="1.0" encoding="klingon"?><Lot/>')).toBe('sidecarEncoding');
  });
});
