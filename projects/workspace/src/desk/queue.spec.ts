import { applyToDesk, type BatchPlan, type DeskChange } from '@bannette/domain';
import { Problem } from '../api/problem.js';
import { DeskQueue, type DeskNow, type Trouble } from './queue.js';
import { file, idOf, planOf, shapeOf } from '../testing/desk-samples.js';

/** The server in small: steps by request, a revision, and what a test wants to go wrong. */
class Server {
  readonly asked: { readonly revision: number; readonly changes: readonly DeskChange[] }[] = [];
  readonly past: BatchPlan[] = [];
  readonly future: BatchPlan[] = [];
  revision = 1;
  fails: ('unanswered' | 'away' | Problem)[] = [];
  constructor(public plan: BatchPlan) {}

  now = (): DeskNow => ({ revision: this.revision, plan: structuredClone(this.plan), canUndo: this.past.length > 0, canRedo: this.future.length > 0 });
  read = (): Promise<DeskNow> => Promise.resolve(this.now());
  async change(revision: number, changes: readonly DeskChange[]): Promise<DeskNow> {
    await Promise.resolve();
    this.asked.push({ revision, changes });
    const failing = this.fails.shift();
    if (failing === 'away') throw new Problem(0, 'unreachable');
    if (failing instanceof Problem) throw failing;
    this.mustBe(revision);
    this.set(changes.reduce(applyToDesk, this.plan), this.past);
    this.future.length = 0;
    if (failing === 'unanswered') throw new Problem(504, 'unavailable');
    return this.now();
  }
  undo = async (revision: number): Promise<DeskNow> => this.back(revision, this.past, this.future);
  redo = async (revision: number): Promise<DeskNow> => this.back(revision, this.future, this.past);
  /** Somebody else. */
  byOther(...changes: DeskChange[]): void {
    this.set(changes.reduce(applyToDesk, this.plan), this.past);
  }
  private async back(revision: number, from: BatchPlan[], to: BatchPlan[]): Promise<DeskNow> {
    await Promise.resolve();
    this.mustBe(revision);
    const plan = from.pop();
    if (!plan) throw new Problem(409, 'nothingToUndo');
    this.set(plan, to);
    return this.now();
  }
  private set(plan: BatchPlan, keep: BatchPlan[]): void {
    keep.push(this.plan);
    this.plan = plan;
    this.revision++;
  }
  private mustBe(revision: number): void {
    if (revision !== this.revision) throw new Problem(409, 'stale');
  }
}

const split = (number: number, id: number): DeskChange => ({ kind: 'split', at: { file, number }, into: 'document', document: idOf(7, id) });

describe('Gestures at the page desk', () => {
  let server: Server;
  let told: Trouble[];
  let queue: DeskQueue;

  beforeEach(() => {
    server = new Server(planOf(8));
    told = [];
    queue = new DeskQueue(server, (trouble) => told.push(trouble));
    queue.open(server.now());
  });
  afterEach(() => queue.close());

  it('are seen at once, before the server has answered, and are its own then', async () => {
    queue.apply([split(2, 1)]);
    expect(shapeOf(queue.plan())[0]).toEqual([[1], [2], [3, 4]]);
    expect([queue.waiting(), server.plan === queue.plan()]).toEqual([1, false]);
    await queue.sent();
    expect([queue.waiting(), shapeOf(server.plan)[0], queue.revision]).toEqual([0, [[1], [2], [3, 4]], 2]);
  });

  it('go in order, and together when several wait', async () => {
    for (const [number, id] of [[2, 1], [4, 2], [6, 3]] as const) queue.apply([split(number, id)]);
    await queue.sent();
    expect(server.asked.map(({ revision, changes }) => [revision, changes.length])).toEqual([[1, 1], [2, 2]]);
    expect(shapeOf(server.plan)).toEqual([[[1], [2], [3], [4]], [[5], [6], [7, 8]]]);
  });

  it('that the plan can’t take change nothing', () => {
    expect(() => queue.apply([split(2, 1), split(2, 2)])).toThrowMatching((error: { code: string }) => error.code === 'alreadyBegins');
    expect([queue.waiting(), shapeOf(queue.plan())[0]]).toEqual([0, [[1, 2], [3, 4]]]);
  });

  it('are kept where somebody else has changed the batch, and those that no longer apply are told', async () => {
    server.byOther({ kind: 'bin', pages: [{ file, number: 2 }] });
    queue.apply([split(4, 1)]);
    queue.apply([split(2, 2)]);
    await queue.sent();
    expect(shapeOf(queue.plan())[0]).toEqual([[1], [3], [4]]);
    expect(shapeOf(server.plan)).toEqual(shapeOf(queue.plan()));
    expect(told.map(({ lost }) => lost.map(({ code }) => code))).toEqual([['unknownPage']]);
  });

  it('wait without a connection, and are sent when it is back', async () => {
    server.fails = ['away'];
    queue.apply([split(2, 1)]);
    await queue.sent();
    queue.apply([split(4, 2)]);
    expect([queue.offline(), queue.waiting(), shapeOf(queue.plan())[0]]).toEqual([true, 2, [[1], [2], [3], [4]]]);
    await queue.retry();
    await queue.sent();
    expect([queue.offline(), queue.waiting(), shapeOf(server.plan)[0]]).toEqual([false, 0, [[1], [2], [3], [4]]]);
    expect(told).toEqual([]);
  });

  it('are not done twice when they arrived and the answer did not', async () => {
    server.fails = ['unanswered'];
    queue.apply([{ kind: 'turn', pages: [{ file, number: 1 }], by: 90 }]);
    await queue.sent();
    expect(queue.waiting()).toBe(1);
    await queue.retry();
    expect([queue.waiting(), server.plan.envelopes[0]?.documents[0]?.pages[0]?.turn]).toEqual([0, 90]);
    expect(told).toEqual([]);
  });

  it('that the server refuses are told, and the others kept', async () => {
    server.fails = [new Problem(422, 'invalid')];
    queue.apply([split(2, 1)]);
    queue.apply([split(4, 2)]);
    await queue.sent();
    expect(shapeOf(queue.plan())[0]).toEqual([[1, 2], [3], [4]]);
    expect(told.map(({ lost }) => lost.map(({ code }) => code))).toEqual([['invalid']]);
  });

  it('are undone one after another, without an end, and done again', async () => {
    for (const [number, id] of [[2, 1], [4, 2], [6, 3]] as const) queue.apply([split(number, id)]);
    await queue.sent();
    const shapes = [shapeOf(queue.plan())];
    for (let step = 0; step < 3; step++) {
      await queue.undo();
      await queue.sent();
      shapes.push(shapeOf(queue.plan()));
    }
    expect(shapes.map((shape) => shape.flat().length)).toEqual([7, 6, 5, 4]);
    expect(queue.canUndo()).toBeFalse();
    for (let step = 0; step < 3; step++) {
      await queue.redo();
      await queue.sent();
    }
    expect([shapeOf(queue.plan()), shapeOf(server.plan)]).toEqual([shapes[0], shapes[0]] as never);
  });

  it('that were not sent yet are undone without the server', async () => {
    server.fails = ['away'];
    queue.apply([split(2, 1)]);
    await queue.sent();
    queue.apply([split(4, 2)]);
    await queue.undo();
    expect([queue.waiting(), shapeOf(queue.plan())[0], server.asked.length]).toEqual([1, [[1], [2], [3, 4]], 2]);
    await queue.redo();
    expect(shapeOf(queue.plan())[0]).toEqual([[1], [2], [3], [4]]);
  });
});
