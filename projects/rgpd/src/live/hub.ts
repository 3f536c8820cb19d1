import { Problem, type Caller } from '@bannette/http';
import { faultOf, type House } from '@bannette/house';
import type { ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { changedMails, gather, journalEnd, nothingTold, takeDown } from './gather.js';
import { changeFrame, emptyChange, frame, heartbeat, send, type Farewell, type Page } from './page.js';
import { Pages } from './pages.js';

export interface HubTimes {
  /** What happens within so many ms is told at once. */
  readonly gatherMs: number;
  readonly heartbeatMs: number;
  /** After so many ms it is asked again who a page belongs to: as long as a request's proof is believed. */
  readonly renewMs: number;
}
export const usualTimes: HubTimes = { gatherMs: 300, heartbeatMs: 25_000, renewMs: 60_000 };

/** Pages that one process serves; more are told to ask by themselves. */
const mostPages = 5_000;
const renewalsAtOnce = 10;

/** Tells the open pages of this process what they should ask for again, whichever process it happened in. */
export class Hub {
  private readonly pages = new Pages();
  private told = nothingTold();
  /** Up to which entry of the journal the pages know; undefined while there are none. */
  private seq: number | undefined;
  private telling: Promise<void> | undefined;
  private again = false;
  private places = 0;
  private readonly stops: (() => void)[] = [];

  constructor(
    private readonly house: House,
    private readonly times: HubTimes = usualTimes,
  ) {}

  start(): void {
    const { announcements } = this.house.store;
    const beating = setInterval(() => this.beat(), this.times.heartbeatMs);
    const renewing = setInterval(() => void this.renewDue(), Math.min(5_000, this.times.renewMs));
    this.stops.push(announcements.hear((said) => this.hear(said)), announcements.subscribe(() => this.tellSoon()), () => clearInterval(beating), () => clearInterval(renewing));
  }

  stop(): void {
    for (const stop of this.stops.splice(0)) stop();
    for (const page of [...this.pages]) this.end(page, 'stopping');
  }

  get open(): number {
    return this.pages.size;
  }

  /** @throws Problem 503 when this process has too many pages */
  requireRoom(): void {
    if (this.pages.size >= mostPages) throw new Problem(503, 'tooManyPages', 'Too many pages are open here: ask from time to time instead');
  }

  /**
   * Keeps a response, whose head has been written, open as the stream of a page.
   *
   * @param last number of the last event that the page has seen, when it comes back
   */
  async join(caller: Caller, renew: () => Promise<Caller>, response: ServerResponse, last: number | undefined): Promise<void> {
    const oldest = this.pages.tooMany(caller.id);
    if (oldest) this.end(oldest, 'replaced');
    const page: Page = { caller, place: this.places++, renew, response, renewAt: Date.now() + this.times.renewMs * (0.75 + Math.random() / 4) };
    this.pages.add(page);
    response.on('close', () => this.leave(page));
    this.seq ??= await journalEnd(this.house);
    const seq = this.seq;
    send(page, `retry: 3000\n${frame('hello', {}, seq)}`);
    if (last !== undefined && last !== seq) await this.catchUp(page, last, seq);
  }

  private async catchUp(page: Page, last: number, seq: number): Promise<void> {
    const alone = new Pages();
    alone.add(page);
    const mails = last < seq ? await changedMails(this.house, last, seq) : undefined;
    const change = (await gather(this.house, alone, nothingTold(), mails)).get(page) ?? emptyChange();
    // What was told meanwhile has no numbers: it is asked for in any case.
    send(page, changeFrame({ ...change, trays: true, read: true }, seq));
  }

  private hear(said: string): void {
    takeDown(this.told, said);
    this.tellSoon();
  }

  private tellSoon(): void {
    if (!this.pages.size) {
      this.seq = undefined;
      this.told = nothingTold();
      return;
    }
    this.again = true;
    this.telling ??= this.tell().finally(() => (this.telling = undefined));
  }

  private async tell(): Promise<void> {
    while (this.again) {
      await delay(this.times.gatherMs, undefined, { ref: false });
      this.again = false;
      const told = this.told;
      this.told = nothingTold();
      try {
        const to = await journalEnd(this.house);
        const changes = await gather(this.house, this.pages, told, await changedMails(this.house, this.seq ?? to, to));
        this.seq = this.pages.size ? to : undefined;
        for (const [page, change] of changes) if (!send(page, changeFrame(change, to))) this.end(page, 'slow');
      } catch (error) {
        // The pages ask by themselves from time to time; what was told is not lost but late.
        this.told.missed = true;
        this.house.log.warn(faultOf(error), 'Open pages could not be told what has changed');
      }
    }
  }

  private beat(): void {
    for (const page of [...this.pages]) if (!send(page, heartbeat)) this.end(page, 'slow');
  }

  /** Whoever is no longer signed in is told so; who is in other groups now hears of other things. An Alfresco that is away ends nothing. */
  private async renewDue(): Promise<void> {
    const now = Date.now();
    const due = [...this.pages].filter(({ renewAt }) => renewAt <= now);
    for (let at = 0; at < due.length; at += renewalsAtOnce) await Promise.all(due.slice(at, at + renewalsAtOnce).map((page) => this.renew(page)));
  }

  private async renew(page: Page): Promise<void> {
    page.renewAt = Date.now() + this.times.renewMs;
    try {
      const caller = await page.renew();
      if (page.response.closed) return;
      this.pages.remove(page);
      page.caller = caller;
      this.pages.add(page);
    } catch (error) {
      if (error instanceof Problem && (error.status === 401 || error.status === 403)) this.end(page, 'expired');
    }
  }

  private end(page: Page, why: Farewell): void {
    this.leave(page);
    if (why === 'slow') return void page.response.destroy();
    page.response.end(frame('bye', { why }));
  }

  private leave(page: Page): void {
    this.pages.remove(page);
    if (!this.pages.size) this.seq = undefined;
  }
}
