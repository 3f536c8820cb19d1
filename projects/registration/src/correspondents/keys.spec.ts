import { begunBy, keyQuery, keysOf, soundingLike, soundsOf } from './keys.js';

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
  it('are asked for by what was typed of them: whole keys only, whatever is typed', () => {
    expect(begunBy(['ma', 'lefebvre', 'j'])).toEqual({ query: "'<ma' & '<lefebv'", begin: ['lefebvre', 'j'] });
    expect(begunBy(['j'])).toBeUndefined();
    expect(soundingLike(['thibault', 'elo'], true)?.query).toMatch(/^\('thibault' \| '~\w+' \| '\^\w+'\) & '<elo'$/);
    expect(soundingLike(['ma', 'j'], false)).toBeUndefined();
    for (const word of ['lefebvre', 'je', 'martin']) expect(keysOf(['Lefebvre', 'Jean Martin'])).toContain(`<${word.slice(0, 6)}`);
    for (const typed of [begunBy(["o'b\\", 'x|']), soundingLike(["a'c & !", 'bcd'], false)]) expect(typed?.query.replace(/'(''|\\\\|[^'\\])*'/g, '_')).toMatch(/^[_ &|()]+$/);
  });
  it('can’t break the query that they are put into', () => {
    expect(keyQuery("O'Brien \\ & !x | (")).not.toContain('!');
    expect(keyQuery('  ')).toBeUndefined();
  });
});
