import { Subject } from 'rxjs';
import { Pictures, type PictureKey } from './pictures.js';

describe('Pictures of pages', () => {
  const calls = new Map<number, Subject<Blob>>();
  let pictures: Pictures;
  const key = (number: number): PictureKey => ({ file: 'a', number, width: 160 });
  const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
  const answer = (number: number): void => {
    const call = calls.get(number);
    calls.delete(number);
    call?.next(new Blob(['x']));
    call?.complete();
  };

  beforeEach(() => {
    calls.clear();
    pictures = new Pictures(({ number }) => {
      const call = new Subject<Blob>();
      calls.set(number, call);
      return call;
    });
  });
  afterEach(() => pictures.clear());

  it('come four at a time, the most urgent first', async () => {
    for (const [number, urgency] of [[1, 50], [2, 40], [3, 30], [4, 20], [5, 10], [6, 0]] as const) pictures.want(key(number), () => urgency);
    await settle();
    expect([...calls.keys()]).toEqual([6, 5, 4, 3]);
    answer(6);
    expect([...calls.keys()]).toEqual([5, 4, 3, 2]);
  });

  it('that are scrolled past are not fetched to their end, and leave room for others', async () => {
    for (const number of [1, 2, 3, 4, 5, 6]) pictures.want(key(number), () => number);
    await settle();
    pictures.drop(key(1));
    pictures.drop(key(5));
    await settle();
    expect(calls.get(1)?.observed).toBeFalse();
    expect([...calls.keys()].filter((number) => calls.get(number)?.observed)).toEqual([2, 3, 4, 6]);
  });

  it('that came are there at once when they are wanted again', async () => {
    const shown = pictures.want(key(1), () => 0);
    await settle();
    expect(shown()).toBe('loading');
    answer(1);
    pictures.drop(key(1));
    const again = pictures.want(key(1), () => 0);
    await settle();
    expect(again()).toEqual({ url: jasmine.stringMatching(/^blob:/) as never });
    expect(calls.size).toBe(0);
  });

  it('that are there already stand in for larger ones of the same page', async () => {
    pictures.want(key(1), () => 0);
    await settle();
    const large: PictureKey = { ...key(1), width: 1200 };
    expect(pictures.smaller(large)).toBeUndefined();
    answer(1);
    expect(pictures.smaller(large)).toEqual({ url: jasmine.stringMatching(/^blob:/) as never });
    expect(pictures.smaller(key(1))).toBeUndefined();
  });

  it('that fail say so, and are tried again when they come back into sight', async () => {
    const shown = pictures.want(key(1), () => 0);
    await settle();
    calls.get(1)?.error(new Error('away'));
    expect(shown()).toBe('failed');
    pictures.drop(key(1));
    calls.clear();
    pictures.want(key(1), () => 0);
    await settle();
    expect(calls.size).toBe(1);
  });
});
