import { computed, signal } from '@angular/core';
import { applyToDesk, DeskError, type BatchPlan, type DeskChange } from '@bannette/domain';
import { toProblem, type Problem } from '../api/problem.js';
import { samePlan } from './same-plan.js';

/** The desk as the server has it. */
export interface DeskNow {
  readonly revision: number;
  readonly plan: BatchPlan;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}
export interface DeskServer {
  read(): Promise<DeskNow>;
  change(revision: number, changes: readonly DeskChange[]): Promise<DeskNow>;
  undo(revision: number): Promise<DeskNow>;
  redo(revision: number): Promise<DeskNow>;
}
/** What one gesture changes: all of it, or nothing. */
export type Changes = readonly DeskChange[];
/** A gesture that could not be kept, and the code of the reason. */
export interface Lost {
  readonly changes: Changes;
  readonly code: string;
}
/** What the page has to tell of: gestures that were lost since somebody else changed the batch, or a refusal of all. */
export interface Trouble {
  readonly lost: readonly Lost[];
  readonly problem?: Problem;
}

/** As many changes as the server takes at once. */
const mostAtOnce = 50;
const mostStales = 5;
const pauses = [1000, 2000, 5000, 10_000];

/**
 * Gestures are seen at once and sent in order, several together when several wait. A batch that somebody else changed is
 * read again, and what still applies is kept. Without a connection they wait.
 */
export class DeskQueue {
  private now: DeskNow = { revision: 0, plan: { envelopes: [], aside: [] }, canUndo: false, canRedo: false };
  private readonly shown = signal<BatchPlan>(this.now.plan);
  private readonly steps = signal({ undo: false, redo: false });
  private readonly queued = signal<readonly Changes[]>([]);
  private readonly away = signal(false);
  private readonly busy = signal(false);
  /** What was undone, the last one last: gestures of ours, or steps that only the server knows. */
  private readonly undone = signal<readonly (Changes | 'step')[]>([]);
  /** What was sent together is one step of the server's; the last ones of ours, so that one gesture of a step can be undone. */
  private ours: (readonly Changes[])[] = [];
  /** The first so many of the queue are on their way. */
  private inFlight = 0;
  /** The first so many were sent, and no answer came: they may have arrived. */
  private unsure = 0;
  private alone = false;
  private tries = 0;
  private stales = 0;
  private timer?: ReturnType<typeof setTimeout>;
  private sending?: Promise<void>;
  private stepping?: Promise<void>;

  /** With all gestures, sent or not. */
  readonly plan = this.shown.asReadonly();
  readonly waiting = computed(() => this.queued().length);
  readonly offline = this.away.asReadonly();
  readonly saving = this.busy.asReadonly();
  readonly canUndo = computed(() => this.queued().length > 0 || this.steps().undo);
  readonly canRedo = computed(() => this.undone().length > 0 || (this.steps().redo && !this.queued().length));

  constructor(
    private readonly server: DeskServer,
    private readonly tell: (trouble: Trouble) => void,
  ) {}

  get revision(): number {
    return this.now.revision;
  }

  /** The desk was read. Unsent gestures stay where they apply. */
  open(desk: DeskNow): void {
    if (desk.revision !== this.now.revision) this.forget();
    this.take(desk);
    this.redraw();
  }

  /** The batch has another revision, and the same plan. */
  revised(revision: number): void {
    this.now = { ...this.now, revision };
  }

  /** After what is being undone. */
  ready(): Promise<void> {
    return this.stepping ?? Promise.resolve();
  }

  /** Until everything is sent, or there is no connection. */
  sent(): Promise<void> {
    return this.sending ?? Promise.resolve();
  }

  /**
   * Shows the gesture and sends it.
   * @throws DeskError and nothing has changed
   */
  apply(changes: Changes): void {
    if (!changes.length) return;
    this.shown.set(changes.reduce(applyToDesk, this.shown()));
    this.queued.update((queued) => [...queued, ...parted(changes)]);
    this.undone.set([]);
    void this.send();
  }

  /** Undoes the last gesture: one that was not sent yet is taken back here, else the server undoes it. */
  undo(): Promise<void> {
    const queued = this.queued();
    const last = queued.at(-1);
    if (!last || queued.length <= Math.max(this.inFlight, this.unsure)) return this.step('undo');
    this.queued.set(queued.slice(0, -1));
    this.undone.update((undone) => [...undone, last]);
    this.redraw();
    return Promise.resolve();
  }

  redo(): Promise<void> {
    const again = this.undone().at(-1);
    const rest = this.undone().slice(0, -1);
    if (again === undefined || again === 'step') {
      this.undone.set(rest);
      return this.step('redo');
    }
    this.apply(again);
    this.undone.set(rest);
    return Promise.resolve();
  }

  /** Sends again what waits for a connection. */
  retry(): Promise<void> {
    clearTimeout(this.timer);
    return this.send();
  }

  /** Gives up what was not sent. */
  close(): void {
    clearTimeout(this.timer);
    this.queued.set([]);
    this.forget();
    this.away.set(false);
    this.unsure = 0;
  }

  private send(): Promise<void> {
    return (this.sending ??= this.sendAll().finally(() => (this.sending = undefined)));
  }

  private async sendAll(): Promise<void> {
    this.busy.set(true);
    while (this.queued().length) {
      const together = this.next();
      this.inFlight = together.length;
      try {
        this.arrived(await this.server.change(this.now.revision, together.flat()), together);
      } catch (error) {
        if (!(await this.recovered(toProblem(error), together))) break;
      } finally {
        this.inFlight = 0;
      }
    }
    this.busy.set(false);
  }

  /** What goes in one request: what may have arrived goes again by itself, to be told apart. */
  private next(): readonly Changes[] {
    if (this.unsure || this.alone) return this.queued().slice(0, this.unsure || 1);
    let count = 0;
    return this.queued().filter((changes) => (count += changes.length) <= mostAtOnce);
  }

  private arrived(desk: DeskNow, together: readonly Changes[]): void {
    this.queued.update((queued) => queued.slice(together.length));
    this.ours.push(together);
    this.stales = 0;
    this.online();
    this.take(desk);
    this.redraw();
  }

  /** Whether sending goes on. */
  private async recovered(problem: Problem, together: readonly Changes[]): Promise<boolean> {
    if (isAway(problem)) return this.wait(together.length);
    if (problem.status === 401) return this.wait(0, problem);
    if (problem.code === 'stale' && this.stales++ < mostStales) return this.readAgain(together);
    if (together.length > 1) return (this.alone = true); // to learn which of them is refused
    this.queued.update((queued) => queued.slice(1));
    this.tell({ lost: together.map((changes) => ({ changes, code: problem.code })), problem });
    return this.readAgain([]);
  }

  private async readAgain(together: readonly Changes[]): Promise<boolean> {
    try {
      const desk = await this.server.read();
      const had = this.unsure && samePlan(desk.plan, together.flat().reduce(applyToDesk, this.now.plan));
      if (had) this.queued.update((queued) => queued.slice(together.length));
      if (had) this.ours.push(together);
      else this.forget();
      this.online();
      this.take(desk);
      this.redraw();
      return true;
    } catch (error) {
      return this.wait(this.unsure, toProblem(error));
    }
  }

  private wait(unsure: number, problem?: Problem): boolean {
    this.unsure = unsure;
    this.away.set(true);
    clearTimeout(this.timer);
    if (problem && !isAway(problem)) this.tell({ lost: [], problem });
    else this.timer = setTimeout(() => void this.send(), pauses[Math.min(this.tries++, pauses.length - 1)]);
    return false;
  }

  private online(): void {
    clearTimeout(this.timer);
    this.away.set(false);
    this.unsure = 0;
    this.tries = 0;
    if (!this.queued().length) this.alone = false;
  }

  private step(which: 'undo' | 'redo'): Promise<void> {
    const stepping = this.ready()
      .then(() => this.takeStep(which))
      .finally(() => {
        if (this.stepping === stepping) this.stepping = undefined;
      });
    return (this.stepping = stepping);
  }

  private async takeStep(which: 'undo' | 'redo'): Promise<void> {
    await this.sent();
    if (this.queued().length || !this.steps()[which]) return;
    try {
      this.take(await this.server[which](this.now.revision));
      if (which === 'undo') this.keepOthersOf(this.ours.pop() ?? []);
      else this.ours.push([]);
    } catch (error) {
      const problem = toProblem(error);
      this.tell({ lost: [], problem });
      this.forget();
      if (!isAway(problem)) this.take(await this.server.read().catch(() => this.now));
    }
    this.redraw();
  }

  /** Gestures that were sent together are undone together: all but the last are done again. */
  private keepOthersOf(together: readonly Changes[]): void {
    this.undone.update((undone) => [...undone, together.at(-1) ?? 'step']);
    if (together.length < 2) return;
    this.queued.set(together.slice(0, -1));
    void this.send();
  }

  /** What was done or undone before is the server's alone to know. */
  private forget(): void {
    this.ours = [];
    this.undone.set([]);
  }

  private take(desk: DeskNow): void {
    this.now = desk;
    this.steps.set({ undo: desk.canUndo, redo: desk.canRedo });
  }

  /** The server's plan with what waits; what no longer applies leaves the queue, and is told. */
  private redraw(): void {
    const kept: Changes[] = [];
    const lost: Lost[] = [];
    let plan = this.now.plan;
    for (const changes of this.queued()) {
      try {
        plan = changes.reduce(applyToDesk, plan);
        kept.push(changes);
      } catch (error) {
        if (!(error instanceof DeskError)) throw error;
        lost.push({ changes, code: error.code });
      }
    }
    if (lost.length) this.queued.set(kept);
    if (!samePlan(plan, this.shown())) this.shown.set(plan);
    if (lost.length) this.tell({ lost });
  }
}

/** In pieces that the server takes. */
function parted(changes: Changes): readonly Changes[] {
  return Array.from({ length: Math.ceil(changes.length / mostAtOnce) }, (_, index) => changes.slice(index * mostAtOnce, (index + 1) * mostAtOnce));
}

const isAway = ({ status }: Problem): boolean => status === 0 || status === 408 || status === 429 || status >= 500;
