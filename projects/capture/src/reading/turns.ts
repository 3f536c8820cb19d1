import { readingLanes, type ReadingLane } from '@bannette/domain';

/** A file that has its turn: told to hold after the page in hand when somebody more urgent comes, and to go on afterwards. */
export interface Held {
  hold(): void;
  goOn(): void;
}

/** A file under way. */
export interface Turn {
  /** Whom to tell to hold. */
  held(by: Held): void;
  /** Told after each page: a long file gives way to any other. */
  readPage(): void;
  end(): void;
}

/** After so many pages a file belongs to the last lane, whatever door it came through. */
const LONG = 50;

const urgency = (lane: ReadingLane): number => readingLanes.indexOf(lane);

/**
 * Shares out a few turns among files of several lanes. A file of a better lane never waits for the end of one of a worse:
 * that one holds after the page in hand, and goes on when there is a turn for it again.
 */
export class Turns {
  private readonly active: OneTurn[] = [];
  private readonly holding: OneTurn[] = [];
  private readonly waiting: { readonly lane: ReadingLane; readonly start: () => void }[] = [];

  constructor(private readonly most: number) {}

  /** @throws the signal's reason when it aborts before there is a turn */
  async take(lane: ReadingLane, signal: AbortSignal): Promise<Turn> {
    signal.throwIfAborted();
    const turn = new OneTurn(lane, (ended) => this.ended(ended), () => this.giveWay());
    await new Promise<void>((resolve, reject) => {
      const start = (): void => {
        signal.removeEventListener('abort', stop);
        this.active.push(turn);
        resolve();
      };
      const entry = { lane, start };
      const stop = (): void => {
        const place = this.waiting.indexOf(entry);
        if (place >= 0) this.waiting.splice(place, 1);
        reject(signal.reason as Error);
      };
      signal.addEventListener('abort', stop, { once: true });
      this.waiting.push(entry);
      this.giveWay();
    });
    return turn;
  }

  /** Starts the most urgent that waits, in a free turn or in that of a less urgent one; what holds goes on before its equals start. */
  private giveWay(): void {
    for (;;) {
      const next = mostUrgent(this.waiting);
      const free = this.active.length < this.most;
      const resting = free ? mostUrgent(this.holding) : undefined;
      if (resting && (!next || urgency(resting.lane) <= urgency(next.lane))) {
        take(this.holding, resting);
        this.active.push(resting);
        resting.goOn();
        continue;
      }
      if (!next) return;
      if (!free && !this.holdBelow(next.lane)) return;
      take(this.waiting, next);
      next.start();
    }
  }

  private holdBelow(lane: ReadingLane): boolean {
    const least = this.active.reduce<OneTurn | undefined>((worst, turn) => (!worst || urgency(turn.lane) >= urgency(worst.lane) ? turn : worst), undefined);
    if (!least || urgency(least.lane) <= urgency(lane)) return false;
    take(this.active, least);
    this.holding.push(least);
    least.hold();
    return true;
  }

  private ended(turn: OneTurn): void {
    take(this.active, turn);
    take(this.holding, turn);
    this.giveWay();
  }
}

class OneTurn implements Turn {
  private process: Held | undefined;
  private isHeld = false;
  private pages = 0;

  constructor(
    public lane: ReadingLane,
    private readonly ended: (turn: OneTurn) => void,
    private readonly changed: () => void,
  ) {}

  held(by: Held): void {
    this.process = by;
    if (this.isHeld) by.hold();
  }

  readPage(): void {
    if (++this.pages !== LONG || this.lane === 'backlog') return;
    this.lane = 'backlog';
    this.changed();
  }

  hold(): void {
    this.isHeld = true;
    this.process?.hold();
  }

  goOn(): void {
    this.isHeld = false;
    this.process?.goOn();
  }

  end(): void {
    this.ended(this);
  }
}

/** The first of the best lane. */
function mostUrgent<T extends { readonly lane: ReadingLane }>(from: readonly T[]): T | undefined {
  return from.reduce<T | undefined>((best, one) => (!best || urgency(one.lane) < urgency(best.lane) ? one : best), undefined);
}

function take<T>(from: T[], one: T): void {
  const place = from.indexOf(one);
  if (place >= 0) from.splice(place, 1);
}
