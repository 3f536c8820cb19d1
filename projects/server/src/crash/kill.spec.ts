import { startKillable, startTestHouse, testLetter, type Crossing, type TestHouse, type Trap } from '../testing/index.js';
import { findings, type SentLetter } from './findings.js';
import { answer, deposit, phases, qualify, type Phase, type Walker } from './way.js';

interface Point extends Trap {
  readonly phase: Phase;
  readonly label: string;
}

/** Every crossing of a phase, before and after it. Known by what it does, as those of several connections come in any order. */
function pointsOf(phase: Phase, crossings: readonly Crossing[]): Point[] {
  const counted = new Map<string, number>();
  return crossings.flatMap(({ wire, label }) => {
    const number = (counted.get(label) ?? 0) + 1;
    counted.set(label, number);
    const matching = new RegExp(`^${label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`);
    return (['before', 'after'] as const).map((when) => ({ phase, wire, number, matching, when, label }));
  });
}

/**
 * As many of the points as there is time for, spread evenly over the way: of like ones the first, now before and now after.
 * All with BANNETTE_CRASH_POINTS=all.
 */
function sampled(points: readonly Point[], most: number): Point[] {
  if (points.length <= most) return [...points];
  const first = points.filter(({ number }) => number === 1);
  const pairs = first.length / 2;
  const step = Math.max(1, pairs / most);
  return Array.from({ length: Math.floor(pairs / step) }, (_, index) => first[2 * Math.floor(index * step) + (index % 2)]).filter((point) => point !== undefined);
}

const most = process.env['BANNETTE_CRASH_POINTS'] === 'all' ? Infinity : Number(process.env['BANNETTE_CRASH_POINTS'] ?? 10);

describe('A process that is killed', () => {
  let house: TestHouse;
  let walker: Walker;
  const letters: SentLetter[] = [];
  const crossings = new Map<Phase, readonly Crossing[]>();
  let letterNumber = 0;

  const watched = async <T>(phase: Phase, trap: Trap | undefined, work: () => Promise<T>): Promise<T> => {
    walker.bannette.watch(trap);
    try {
      return await work();
    } catch (error) {
      throw new Error(`${phase} ${JSON.stringify(trap)}: ${String(error)}\n${walker.bannette.log().slice(-15).join('\n')}`);
    } finally {
      if (!trap) crossings.set(phase, walker.bannette.border.crossings);
    }
  };
  const send = async (by: 'counter' | 'folder', trap?: Trap): Promise<SentLetter> => {
    const letter = await testLetter(`lettre-${++letterNumber}`);
    const sent = await watched(by, trap, () => deposit(walker, letter, by));
    letters.push(sent);
    return sent;
  };
  const walk = async (phase: Phase, trap?: Trap): Promise<void> => {
    if (phase === 'counter' || phase === 'folder') return void (await send(phase, trap));
    const wanted = phase === 'qualification' ? 'captured' : 'distributed';
    const letter = letters.find(({ stage }) => stage === wanted) ?? (await send('counter'));
    if (phase === 'answer' && letter.stage === 'captured') await watched('qualification', undefined, () => qualify(walker, letter));
    await watched(phase, trap, () => (phase === 'qualification' ? qualify : answer)(walker, letter));
  };

  beforeAll(async () => {
    house = await startTestHouse({ records: false });
    const bannette = await startKillable(house, { BANNETTE_LOG_LEVEL: 'info' });
    walker = { house, bannette, operator: await house.client('clara.moreau', bannette.url), secretary: await house.client('sophie.martel', bannette.url) };
  }, 120_000);
  afterAll(async () => {
    await walker.bannette.close();
    await house.close();
  }, 60_000);

  it('loses nothing, doubles nothing and leaves no hole, at whatever request or write it is killed', async () => {
    for (const phase of phases) await walk(phase);
    expect(await findings(house, letters)).withContext('without a kill').toEqual([]);
    const points = phases.flatMap((phase) => pointsOf(phase, crossings.get(phase) ?? []));
    const tried = sampled(points, most);
    console.log(`${phases.map((phase) => `${phase}: ${crossings.get(phase)?.length ?? 0} crossings`).join(', ')}; ${tried.length} of ${points.length} points are tried`);
    let missed = 0;
    for (const point of tried) {
      const started = Date.now();
      await walk(point.phase, point);
      const { sprung } = walker.bannette.border;
      if (!sprung) missed++;
      const flaws = await findings(house, letters);
      console.log(`${point.phase}, ${point.when} ${point.label} (${point.number})${sprung ? '' : ', not reached'} (${Date.now() - started} ms)${flaws.length ? ` ${flaws.join('; ')}` : ''}`);
      expect(flaws).withContext(`${point.phase}, killed ${point.when} ${sprung?.label ?? 'nothing'}`).toEqual([]);
      if (flaws.length) break;
    }
    expect(walker.bannette.kills).toBe(tried.length - missed);
    expect(missed).withContext('points that were not reached').toBeLessThan(tried.length / 4 + 1);
  }, 1_200_000);
});
