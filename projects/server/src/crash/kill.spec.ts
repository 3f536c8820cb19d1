import { pointsOfBoth, pointsTried, sampled, startKillable, startTestHouse, testLetter, type Crossing, type Point, type TestHouse, type Trap } from '../testing/index.js';
import { findings, type SentLetter } from './findings.js';
import { answer, deposit, phases, qualify, type Phase, type Walker } from './way.js';

interface Stage extends Point {
  readonly phase: Phase;
}

const most = pointsTried(10);

describe('A process that is killed', () => {
  let house: TestHouse;
  let walker: Walker;
  const letters: SentLetter[] = [];
  const walks = new Map<Phase, readonly (readonly Crossing[])[]>();
  let letterNumber = 0;

  const watched = async <T>(phase: Phase, trap: Trap | undefined, work: () => Promise<T>): Promise<T> => {
    walker.bannette.watch(trap);
    try {
      return await work();
    } catch (error) {
      throw new Error(`${phase} ${JSON.stringify(trap)}: ${String(error)}\n${walker.bannette.log().slice(-15).join('\n')}`);
    } finally {
      if (!trap) walks.set(phase, [...(walks.get(phase) ?? []), walker.bannette.border.crossings]);
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
    await bannette.quiet();
    walker = { house, bannette, operator: await house.client('clara.moreau', bannette.url), secretary: await house.client('sophie.martel', bannette.url) };
  }, 120_000);
  afterAll(async () => {
    await walker.bannette.close();
    await house.close();
  }, 60_000);

  it('loses nothing, doubles nothing and leaves no hole, at whatever request or write it is killed', async () => {
    for (const phase of [...phases, ...phases]) await walk(phase);
    expect(await findings(house, letters)).withContext('without a kill').toEqual([]);
    const pointsIn = (phase: Phase): Stage[] => {
      const [once = [], again = []] = (walks.get(phase) ?? []).slice(-2);
      return pointsOfBoth(once, again).map((point) => ({ ...point, phase }));
    };
    const points = phases.flatMap(pointsIn);
    const tried = sampled(points, most);
    console.log(`${phases.map((phase) => `${phase}: ${walks.get(phase)?.at(-1)?.length ?? 0} crossings`).join(', ')}; ${tried.length} of ${points.length} points are tried`);
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
