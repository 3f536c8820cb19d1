import { scannerSetting } from '../settings/scanners.js';
import { byPageName, namePatternFlaw, readName } from './file-names.js';
import { scannerFlaws } from './flaws.js';
import { folderFlaw, foldersOverlap } from './folder.js';
import { serviceOfSubFolder } from './sub-folders.js';

const services = [{ code: 'RH', label: 'Ressources humaines' }, { code: 'ROUTES', label: 'Routes et mobilités' }] as const;

describe('The folder of a scanner', () => {
  it('lies below the folder of scans, or is absolute; it leads nowhere else and is none of ours', () => {
    for (const folder of ['mfp-1', 'Sud/étage 2', '/mnt/scans/nord']) expect(folderFlaw(folder)).withContext(folder).toBeUndefined();
    for (const folder of ['', '.', '..', '../secrets', 'a/../../b', 'a//b', '_pris', 'a/_refuses', '.hidden', 'a\\b', ' a', 'a\0b', '/', 'x'.repeat(301)]) expect(folderFlaw(folder)).withContext(folder).toBe('folder');
  });

  it('is no other’s, whatever the case or the spelling of its accents', () => {
    expect(foldersOverlap('étage', 'E\u0301TAGE')).toBeTrue();
    expect(foldersOverlap('a', 'a/b')).toBeTrue();
    expect(foldersOverlap('a/b/', 'a')).toBeTrue();
    expect(foldersOverlap('a', 'ab')).toBeFalse();
  });

  it('and what a profile names is checked with the other settings', () => {
    const scanner = (profile: object) => scannerSetting.parse({ code: 'MFP', label: 'Copieur', folder: 'mfp', ...profile });
    const flaws = scannerFlaws({
      scanners: [scanner({}), scanner({ code: 'B', folder: 'MFP/nord', service: 'GONE', site: 'NOWHERE' }), scanner({ folder: 'c', subFolders: [{ folder: 'rh', service: 'RH' }, { folder: 'RH', service: 'LOST' }] })],
      services: services.map((service) => ({ ...service, kind: 'service' as const, compartments: [], beneficiaries: false })),
      sites: [],
    });
    expect(flaws.map(({ code, path, value }) => `${code} ${path} ${value}`)).toEqual([
      'overlap scanners.B.folder MFP/nord', 'unknown scanners.B.service GONE', 'unknown scanners.B.site NOWHERE',
      'duplicate scanners MFP', 'unknown scanners.MFP.subFolders LOST', 'duplicate scanners.MFP.subFolders RH',
    ]);
  });
});

describe('A sub-folder of a scanner', () => {
  it('is the service that it was declared for, or whose code or label it bears', () => {
    const profile = { subFolders: [{ folder: 'Personnel', service: 'RH' }] };
    const of = (name: string) => serviceOfSubFolder(name, profile, services);
    expect(of('personnel')).toBe('RH');
    expect(of('rh')).toBe('RH');
    expect(of('Routes et mobilite\u0301s')).toBe('ROUTES');
    expect(of('Inconnu')).toBeUndefined();
  });
});

describe('The names of a scanner’s files', () => {
  it('say batch, number, service and operator by the declared pattern', () => {
    expect(readName('{batch}_{number}', 'LOT-42_0007.tif')).toEqual({ batch: 'LOT-42', number: 7 });
    expect(readName('{operator}-{service}-*', 'agnes-RH-2026 11 22.pdf')).toEqual({ operator: 'agnes', service: 'RH' });
    expect(readName('LOT{number}', 'lot12.PDF')).toEqual({ number: 12 });
    expect(readName('scan*', 'scan du soir.pdf')).toEqual({});
    expect(readName('{batch}_{number}', 'autre.pdf')).toBeUndefined();
    expect(readName('(a+)+{number}', `(a+)+3.pdf`)).toEqual({ number: 3 });
  });

  it('are not read by a pattern that leaves open where a part ends, or says nothing', () => {
    for (const pattern of ['{batch}{number}_{service}', '{number}*', '*']) expect(namePatternFlaw(pattern)).withContext(pattern).toBeUndefined();
    for (const pattern of ['', 'scan', '{batch}{service}', '{batch}*', '**', '{date}', '{batch', '{batch}-{batch}', 'a/{batch}', '{}']) expect(namePatternFlaw(pattern)).withContext(pattern).toBe('namePattern');
  });

  it('are in the order in which people count', () => {
    expect(['p10.tif', 'p9.tif', 'P1.tif', 'p1.tif'].sort(byPageName)).toEqual(['p1.tif', 'P1.tif', 'p9.tif', 'p10.tif']);
  });
});
