import { legible } from './legible.js';

describe('What people wrote, on a paper whose fonts have not every letter', () => {
  const latin = (codePoint: number): boolean => codePoint < 0x250 || codePoint === 0x25a1;

  it('has a box for each letter that is missing, and none for what is not seen', () => {
    expect(legible('Œuvres d’été', (codePoint) => latin(codePoint) || codePoint === 0x2019)).toBe('Œuvres d’été');
    expect(legible('A😀B 日本\u0001', latin)).toBe('A□B □□');
    expect(legible('👩‍👧\uFE0F', latin)).withContext('joined').toBe('□□');
    expect(legible('a\tb\r\nc', latin)).toBe('a b\nc');
    expect(legible('日', (codePoint) => codePoint < 0x80)).withContext('no box either').toBe('?');
  });
});
