import { frontsThenBacks, interleave } from './interleave.js';

describe('Fronts and backs scanned apart', () => {
  it('are read sheet by sheet: the pile was turned over, so the last back came first', () => {
    expect(frontsThenBacks([['1r', '2r', '3r'], ['3v', '2v', '1v']])).toEqual({ pages: ['1r', '1v', '2r', '2v', '3r', '3v'] });
    expect(frontsThenBacks([['1r', '2r', '2v', '1v']])).toEqual({ pages: ['1r', '1v', '2r', '2v'] });
    expect(frontsThenBacks([[]])).toEqual({ pages: [] });
  });

  it('stay as they were scanned when a page is missing or stuck to another, with the reason', () => {
    expect(frontsThenBacks([['1r', '2r', '3r'], ['3v', '1v']])).toEqual({ pages: ['1r', '2r', '3r', '3v', '1v'], flaw: { code: 'frontsBacksUnequal', params: { fronts: 3, backs: 2 } } });
    expect(frontsThenBacks([[1, 2, 3]])).toEqual({ pages: [1, 2, 3], flaw: { code: 'frontsBacksOdd', params: { pages: 3 } } });
    expect(frontsThenBacks([[1], [2], [3]]).flaw).toEqual({ code: 'frontsBacksFiles', params: { files: 3 } });
  });

  it('of whatever pile, come out as the sheets lay, each page once', () => {
    for (let sheets = 0; sheets <= 300; sheets = sheets < 5 ? sheets + 1 : sheets + Math.ceil(Math.random() * 20)) {
      const pile = Array.from({ length: sheets }, (_, sheet) => [`${sheet}r`, `${sheet}v`] as const);
      const [fronts, backs] = [pile.map(([front]) => front), pile.map(([, back]) => back).reverse()];
      expect(frontsThenBacks([fronts, backs]).pages).toEqual(pile.flat());
      expect(frontsThenBacks([[...fronts, ...backs]]).pages).toEqual(pile.flat());
      for (const lost of sheets ? [0, Math.floor(Math.random() * sheets)] : []) {
        const torn = interleave<string>(fronts, backs.filter((_, at) => at !== lost));
        expect(torn.flaw?.code).toBe('frontsBacksUnequal');
        expect([...torn.pages].sort()).toEqual([...fronts, ...backs.filter((_, at) => at !== lost)].sort());
      }
    }
  });
});
