import { changed, flawsIn, newScanner, subFoldersIn, subFoldersText } from './scanner-changes.js';

describe('A scanner’s profile on its page', () => {
  it('says at each field what can’t be', () => {
    const flaws = flawsIn({ ...newScanner(0), folder: '../elsewhere', names: 'scan', sidecar: { format: 'xml', name: '{name}.xml', required: false, waitS: 60, encoding: 'utf-8', delimiter: ';', dates: 'iso', fields: { batch: 'Lot//@id' }, rowFields: {} } });
    expect([...flaws].map(([path, code]) => `${path} ${code}`).sort()).toEqual(['code code', 'folder folder', 'label invalid', 'names namePattern', 'sidecar.fields.batch place']);
    expect(flawsIn({ ...newScanner(0), code: 'MFP', label: 'Copieur' }).size).toBe(0);
  });

  it('forgets what is emptied', () => {
    expect('dpi' in changed({ ...newScanner(0), dpi: 300 }, { dpi: undefined })).toBeFalse();
    expect(changed(newScanner(0), { label: 'Copieur' }).label).toBe('Copieur');
  });

  it('reads sub-folders a line each', () => {
    const folders = [{ folder: 'Personnel', service: 'RH' }, { folder: 'a = b', service: 'ROUTES' }];
    expect(subFoldersIn(subFoldersText(folders))).toEqual(folders);
    expect(subFoldersIn('\n  \nSeul')).toEqual([{ folder: 'Seul', service: '' }]);
  });
});
