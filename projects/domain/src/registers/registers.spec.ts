import { dayIn } from '../calendar/day.js';
import { registerSetting, type RegisterSetting } from '../settings/registers.js';
import { flawsBefore, registerFlaws } from './flaws.js';
import { withFormerPatterns } from './former.js';
import { canCollide, chronoFlaw } from './pattern.js';
import { numberText, readChrono, registerFor, seriesOf } from './registers.js';

const register = (code: string, pattern: string, more: Partial<RegisterSetting> = {}): RegisterSetting => ({ code, label: code, pattern, kinds: ['incoming'], perService: false, yearly: true, start: 1, ...more });
const common = register('incoming', 'A-{year}-{seq:6}', { kinds: ['incoming', 'outgoing', 'note', 'signature', 'call'] });

/** Numbers from a seed, so that what fails can be repeated (mulberry32). */
function from(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

describe('a register’s pattern', () => {
  const plain = { yearly: true, perService: false };
  for (const pattern of ['A-{year}-{seq:6}', '{year}{seq}', 'CD.{year}_{seq:4}', '{yy}-{seq:5}']) it(`may be ${pattern}`, () => expect(chronoFlaw(pattern, plain)).toBeUndefined());
  for (const [pattern, flaw] of [['A-{seq:6}', 'patternYear'], ['A-{year}', 'patternSequence'], ['A-{year}-{yy}-{seq}', 'patternYear'], ['A-{year}-{seq}-{seq}', 'patternSequence'], ['A/{year}/{seq}', 'patternLiteral'], ['A {year} {seq}', 'patternLiteral'], ['A-{year}-{seq:x}', 'patternLiteral'], ['A-{year}-{seq:99}', 'patternSequence'], ['{service}-{year}-{seq}', 'patternService'], ['', 'patternSequence']] as const) {
    it(`may not be "${pattern}": ${flaw}`, () => expect(chronoFlaw(pattern, plain)).toBe(flaw));
  }
  it('needs no year where numbers run on over the years', () => expect(chronoFlaw('C{seq}', { yearly: false, perService: false })).toBeUndefined());
  it('names the service where each has its own numbers, parted from what could be read as its code', () => {
    const own = { yearly: true, perService: true };
    expect(chronoFlaw('{year}-{seq}', own)).toBe('patternService');
    expect(chronoFlaw('A{service}{seq}-{year}', own)).toBe('patternApart');
    expect(chronoFlaw('{service}-{year}-{seq:4}', own)).toBeUndefined();
  });

  it('collides with one that can write the same number, and with no other', () => {
    expect(canCollide('A-{year}-{seq:6}', 'A-{year}-{seq}')).toBeTrue();
    expect(canCollide('A-{seq}-{year}', 'A-{year}-{seq}')).toBeTrue();
    expect(canCollide('{service}-{year}-{seq}', 'CAB-{year}-{seq:4}')).toBeTrue();
    expect(canCollide('{seq}', '{year}{seq}')).toBeTrue();
    expect(canCollide('A-{year}-{seq:6}', 'D-{year}-{seq:6}')).toBeFalse();
    expect(canCollide('{service}-{year}-{seq}', '{service}.{year}.{seq}')).toBeFalse();
    expect(canCollide('{service}-{year}-{seq}', '2-{year}-{seq}')).toBeFalse();
  });

  it('never writes one number that another register writes, for any pair that may stand side by side', () => {
    const pick = from(20261122);
    const parts = ['A', 'AB', '7', '-', '.', '{year}', '{yy}', '{seq}', '{seq:2}', '{service}'];
    const services = ['A', 'AB', 'A7', 'B_7'];
    const writings = (one: RegisterSetting): string[] => [2026, 2027].flatMap((year) => [1, 7, 20, 26, 77, 120, 2026, 2620].flatMap((number) => (one.perService ? services.map((service) => numberText(one, year, number, service)) : [numberText(one, year, number)])));
    let compared = 0;
    while (compared < 3000) {
      const [a, b] = ['a', 'b'].map((code) => {
        const perService = pick(3) === 0;
        const pattern = Array.from({ length: 2 + pick(5) }, () => parts[pick(parts.length)]).join('');
        return registerSetting.safeParse({ code, label: code, kinds: ['incoming'], perService, yearly: pick(2) === 0, pattern });
      });
      if (!a?.success || !b?.success) continue;
      compared++;
      const [left, right] = [writings(a.data), new Set(writings(b.data))];
      if (!canCollide(a.data.pattern, b.data.pattern) && left.some((text) => right.has(text))) fail(`${a.data.pattern} and ${b.data.pattern} write the same`);
      if (a.data.yearly || !/\{y/.test(a.data.pattern)) {
        const own = a.data.yearly ? left : left.slice(0, left.length / 2);
        expect(new Set(own).size).withContext(a.data.pattern).toBe(own.length);
      }
      // What it writes is read back as what was written, so that a rebuild finds year, service and number in a node's name.
      const { data: one } = a;
      const [year, number, service] = [2026 + pick(3), 1 + pick(99_999), one.perService ? services[pick(services.length)] : undefined];
      const read = readChrono([one], seriesOf(one, year, service).register, numberText(one, year, number, service));
      if (read.number !== null) expect(read).withContext(`${one.pattern} ${year} ${number}`).toEqual({ year: one.yearly ? year : 0, number });
      else expect(/\{year\}|\{yy\}/.test(one.pattern) && one.yearly && !one.pattern.includes('-') && !one.pattern.includes('.')).withContext(`${one.pattern} is not read back`).toBeTrue();
    }
  });
});

describe('registers', () => {
  it('must give each kind of mail a number, from one register', () => {
    expect(registerFlaws([common])).toEqual([]);
    expect(registerFlaws([register('incoming', 'A-{year}-{seq}')]).map(({ code, value }) => `${code} ${value}`)).toEqual(['noRegister outgoing', 'noRegister note', 'noRegister signature', 'noRegister call']);
    expect(registerFlaws([common, register('other', 'B-{year}-{seq}')])).toEqual([{ code: 'registerTwice', path: 'registers.other.kinds', value: 'incoming' }]);
  });
  it('need a common one beside those of the services, for what has no service yet', () => {
    const own = register('own', '{service}-{year}-{seq}', { perService: true });
    expect(registerFlaws([common, own]).map(({ code }) => code)).toEqual(['sameNumber']);
    const apart = { ...own, pattern: '{service}.{year}.{seq}' };
    expect(registerFlaws([common, apart])).toEqual([]);
    expect(registerFor([common, apart], 'incoming', 'CAB')?.code).toBe('own');
    expect(registerFor([common, apart], 'incoming')?.code).toBe('incoming');
    expect(seriesOf(apart, 2026, 'CAB')).toEqual({ register: 'own.CAB', year: 2026 });
    expect(readChrono([common, apart], 'own.CAB', 'CAB.2026.12')).toEqual({ year: 2026, number: 12 });
    expect(readChrono([common, apart], 'own.CAB', 'DGS.2026.12')).toEqual({ year: null, number: null });
  });

  it('may change their padding in mid-year, and nothing that could write a number of before', () => {
    const before = [common];
    const changed = (more: Partial<RegisterSetting>) => flawsBefore([{ ...common, ...more }], before).map(({ code }) => code);
    expect(changed({ pattern: 'A-{year}-{seq:4}' })).toEqual([]);
    expect(changed({ pattern: 'ARR-{year}-{seq:6}' })).toEqual([]);
    expect(changed({ pattern: 'A-{seq:4}-{year}' })).withContext('four figures never are six').toEqual([]);
    expect(flawsBefore([{ ...common, pattern: 'A-{seq:4}-{year}' }], [{ ...common, pattern: 'A-{year}-{seq:4}' }]).map(({ code }) => code)).toEqual(['sameNumberBefore']);
    expect(changed({ yearly: false })).toEqual(['sameNumberBefore']);
    expect(flawsBefore([{ ...common, pattern: 'ARR-{year}-{seq:6}' }, register('late', 'A-{year}-{seq:3}')], before).map(({ path }) => path)).toEqual(['registers.late.pattern']);
  });

  it('never write a number twice over years and changes of pattern that are let through', () => {
    const pick = from(7);
    const patterns = ['A-{year}-{seq:6}', 'A-{year}-{seq:2}', 'A-{seq}-{year}', 'AR-{yy}-{seq}', 'A-{yy}{seq}', '{seq}.{year}', 'A-{seq}'];
    for (let run = 0; run < 200; run++) {
      const counters = new Map<string, number>();
      const written = new Set<string>();
      const used: RegisterSetting[] = [];
      let now = common;
      let at = Date.UTC(2026, 11, 31, 20) + pick(7_200_000);
      for (let step = 0; step < 60; step++) {
        if (pick(6) === 0) {
          const yearly = pick(3) > 0;
          const pattern = patterns[pick(patterns.length)] ?? '';
          const next = registerSetting.safeParse({ ...now, yearly, pattern });
          if (next.success && !flawsBefore([next.data], used).length) now = next.data;
        }
        at += pick(900_000);
        const year = Number(dayIn('Europe/Paris', new Date(at)).slice(0, 4));
        const series = seriesOf(now, year);
        const key = `${series.register} ${series.year}`;
        const number = (counters.get(key) ?? 0) + 1;
        counters.set(key, number);
        const text = numberText(now, year, number);
        expect(written.has(text)).withContext(`run ${run}: ${text}`).toBeFalse();
        written.add(text);
        if (!used.includes(now)) used.push(now);
        expect(readChrono([now], series.register, text)).toEqual({ year: series.year, number });
      }
    }
  });

  it('begin with the patterns that an authority had before registers were settings of their own', () => {
    const [incoming, note] = [register('incoming', 'A-{year}-{seq:6}'), register('note', 'N-{year}-{seq:6}', { kinds: ['note'] })];
    expect(withFormerPatterns([incoming, note], { incoming: 'N-{year}-{seq:4}', outgoing: 'D' }).map(({ pattern }) => pattern)).toEqual(['N-{year}-{seq:4}', 'NOTE-{year}-{seq:6}']);
    expect(withFormerPatterns([incoming], undefined)).toEqual([incoming]);
  });
});
