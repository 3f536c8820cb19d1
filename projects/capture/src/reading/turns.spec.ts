import type { ReadingLane } from '@bannette/domain';
import { Turns, type Turn } from './turns.js';

describe('Turns of readers', () => {
  const never = new AbortController().signal;
  let told: string[];
  beforeEach(() => (told = []));

  /** Takes a turn and notes what the file is told. */
  async function begin(turns: Turns, name: string, lane: ReadingLane): Promise<Turn> {
    const turn = await turns.take(lane, never);
    told.push(`${name} begins`);
    turn.held({ hold: () => told.push(`${name} holds`), goOn: () => told.push(`${name} goes on`) });
    return turn;
  }

  it('go to the counter before the end of a file of the backlog, which holds and then goes on', async () => {
    const turns = new Turns(1);
    const backlog = await begin(turns, 'backlog', 'backlog');
    const counter = await begin(turns, 'counter', 'counter');
    expect(told).toEqual(['backlog begins', 'backlog holds', 'counter begins']);
    counter.end();
    expect(told.at(-1)).toBe('backlog goes on');
    backlog.end();
  });

  it('make a file of the same lane wait for the one before it', async () => {
    const turns = new Turns(1);
    const first = await begin(turns, 'first', 'normal');
    const second = begin(turns, 'second', 'normal');
    await Promise.resolve();
    expect(told).toEqual(['first begins']);
    first.end();
    await second;
    expect(told).toEqual(['first begins', 'second begins']);
  });

  it('are given in the order of lanes, what holds before its equals', async () => {
    const turns = new Turns(1);
    const held = await begin(turns, 'held', 'backlog');
    const normal = await begin(turns, 'normal', 'normal');
    const later = begin(turns, 'later', 'backlog');
    const counter = await begin(turns, 'counter', 'counter');
    counter.end();
    normal.end();
    expect(told).toEqual(['held begins', 'held holds', 'normal begins', 'normal holds', 'counter begins', 'normal goes on', 'held goes on']);
    held.end();
    (await later).end();
    expect(told.at(-1)).toBe('later begins');
  });

  it('are taken from a file of the day once it turns out to be long', async () => {
    const turns = new Turns(1);
    const long = await begin(turns, 'long', 'normal');
    const letter = begin(turns, 'letter', 'normal');
    for (let page = 0; page < 49; page++) long.readPage();
    expect(told).toEqual(['long begins']);
    long.readPage();
    (await letter).end();
    expect(told).toEqual(['long begins', 'long holds', 'letter begins', 'long goes on']);
  });

  it('are not given to who no longer waits', async () => {
    const turns = new Turns(1);
    const first = await begin(turns, 'first', 'normal');
    const stop = new AbortController();
    const second = turns.take('normal', stop.signal);
    stop.abort(new Error('closed'));
    await expectAsync(second).toBeRejectedWithError('closed');
    first.end();
    (await begin(turns, 'third', 'normal')).end();
    expect(told).toEqual(['first begins', 'third begins']);
  });
});
