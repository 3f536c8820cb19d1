import { keyQuery, keysOf, soundsOf } from './keys.js';

const soundAlike = (a: string, b: string): boolean => soundsOf(a).some((key) => soundsOf(b).includes(key));

describe('Names', () => {
  it('sound alike as French ears hear them', () => {
    for (const [a, b] of [['dupont', 'dupond'], ['lefebvre', 'lefevre'], ['besnard', 'benard'], ['rousseau', 'rousso'], ['thibault', 'tibo'], ['philippe', 'filipe'], ['henry', 'henri']]) expect(soundAlike(a ?? '', b ?? '')).withContext(`${a} ${b}`).toBeTrue();
    for (const [a, b] of [['martin', 'morin'], ['dupont', 'durand'], ['leroy', 'leroux']]) expect(soundAlike(a ?? '', b ?? '')).withContext(`${a} ${b}`).toBeFalse();
  });
  it('are kept as words without accents and as sounds; numbers have none', () => {
    expect(keysOf(['Élodie', '3M'])).toEqual(jasmine.arrayContaining(['elodie', '3m']));
    expect(soundsOf('3m')).toEqual([]);
  });
  it('can’t break the query that they are put into', () => {
    expect(keyQuery("O'Brien \\ & !x | (")).not.toContain('!');
    expect(keyQuery('  ')).toBeUndefined();
  });
});
