import { scannerSetting, type ScannerSetting, type SidecarFacts } from '@bannette/domain';
import { bundles, type IndexRead } from './bundles.js';
import type { SeenFile } from './sightings.js';

const scanner = (profile: object = {}): ScannerSetting => scannerSetting.parse({ code: 'MFP', label: 'Copieur', folder: 'mfp', settleMs: 1000, ...profile });
let order = 0;
const file = (name: string, quietMs = 10_000, more: Partial<SeenFile> = {}): SeenFile => ({ path: Buffer.from(name), name, size: 10, mtimeMs: 1, quietMs, order: order++, ...more });
const shown = (files: readonly SeenFile[], profile: ScannerSetting, indexes: ReadonlyMap<string, IndexRead> = new Map()): string[] =>
  bundles(files, profile, indexes).map(({ files: own, sidecar, run, apart, notes }) => `${own.map(({ name }) => name).join('+')}${sidecar ? ` with ${sidecar.name}` : ''}${run ? ' as a run' : ''}${apart ? ' apart' : ''}${notes.map(({ code, check }) => ` ${code}${check ? '!' : ''}`).join('')}`);
const index = (...names: string[]): ReadonlyMap<string, IndexRead> => new Map([['', { facts: { rows: names.map((name) => ({ file: name })), doubts: [] } satisfies SidecarFacts }]]);

describe('What is taken together from a scanner’s folder', () => {
  beforeEach(() => (order = 0));

  it('is each file that has settled; an empty one is given a minute to be written to', () => {
    expect(shown([file('a.pdf'), file('b.pdf', 999), file('c.pdf', 10_000, { size: 0 }), file('d.pdf', 60_000, { size: 0 })], scanner())).toEqual(['a.pdf', 'd.pdf']);
  });

  describe('with a sidecar file beside each scan', () => {
    const beside = (required: boolean): ScannerSetting => scanner({ sidecar: { format: 'xml', name: '{name}.xml', required, waitS: 60, fields: { batch: 'Lot/@id' } } });

    it('is the pair, once both have settled, whatever the case of their names', () => {
      expect(shown([file('lot42.PDF'), file('LOT42.XML'), file('lot43.pdf'), file('lot43.xml', 10), file('orphan.xml')], beside(true))).toEqual(['lot42.PDF with LOT42.XML']);
    });

    it('and is never paired with another’s when names differ by case only', () => {
      expect(shown([file('a.pdf'), file('A.pdf'), file('A.xml'), file('a.xml')], beside(true))).toEqual(['a.pdf with a.xml', 'A.pdf with A.xml']);
    });

    it('waits for it where it must come, then goes without, to be looked at', () => {
      expect(shown([file('a.pdf', 59_999), file('b.pdf', 60_000)], beside(true))).toEqual(['b.pdf sidecarMissing!']);
      expect(shown([file('a.pdf')], beside(false))).toEqual(['a.pdf']);
    });
  });

  describe('with an index for the whole folder', () => {
    const indexed = scanner({ sidecar: { format: 'csv', name: 'index.csv', required: true, waitS: 60, rowFields: { file: 'Fichier' } } });

    it('is what it lists, in its order, once all of it is there', () => {
      const files = [file('0001.tif'), file('0002.tif'), file('0010.tif'), file('INDEX.csv')];
      expect(shown(files, indexed, index('0002.tif', '0001.TIF', '0010.tif'))).toEqual(['0002.tif+0001.tif+0010.tif with INDEX.csv as a run']);
      expect(shown(files, indexed, index('0001.tif', '0003.tif'))).toEqual([]);
      expect(shown(files.map((one) => ({ ...one, quietMs: 60_000 })), indexed, index('0001.tif', '0003.tif'))).toEqual(['0001.tif with INDEX.csv as a run listedMissing!']);
    });

    it('is all of it in the order of its names where the index is broken or never comes', () => {
      const flaw: ReadonlyMap<string, IndexRead> = new Map([['', { flaw: { code: 'sidecarSyntax', params: { line: 1 }, check: true } }]]);
      expect(shown([file('p10.tif'), file('p9.tif'), file('index.csv')], indexed, flaw)).toEqual(['p9.tif+p10.tif with index.csv as a run']);
      expect(shown([file('p10.tif', 60_000), file('p9.tif', 61_000), file('new.tif')], indexed)).toEqual(['p9.tif+p10.tif as a run sidecarMissing!']);
    });
  });

  it('is fronts and the backs that followed; alone after the quiet time, both halves of one', () => {
    const profile = scanner({ mode: 'frontsThenBacks', batchGapS: 30 });
    expect(shown([file('z.pdf'), file('a.pdf'), file('b.pdf')], profile)).toEqual(['z.pdf+a.pdf apart']);
    expect(shown([file('z.pdf'), file('a.pdf', 10)], profile)).toEqual([]);
    expect(shown([file('z.pdf', 30_000)], profile)).toEqual(['z.pdf apart']);
    expect(shown([file('z.pdf'), file('a.pdf')], scanner({ mode: 'frontsThenBacks' }))).toEqual(['z.pdf apart', 'a.pdf apart']);
  });

  it('is images of one name, by their numbers, once none has been added for a while', () => {
    const profile = scanner({ names: '{batch}_{number}' });
    const files = [file('L1_10.tif'), file('L1_9.tif'), file('l1_11.tif'), file('L2_1.tif'), file('L2_2.tif', 2000), file('other.tif')];
    expect(shown(files, profile)).toEqual(['L1_9.tif+L1_10.tif+l1_11.tif as a run', 'other.tif nameUnread']);
    expect(shown([file('L1_1.tif'), file('L1_3.tif')], profile)).toEqual(['L1_1.tif+L1_3.tif as a run numbersMissing!']);
  });

  it('never mixes sub-folders', () => {
    const profile = scanner({ subFolders: [], mode: 'frontsThenBacks', batchGapS: 30 });
    expect(shown([file('a.pdf', 10_000, { folder: 'RH' }), file('b.pdf', 10_000, { folder: 'ROUTES' })], profile)).toEqual([]);
  });
});
