import { computed, DestroyRef, inject, Injectable, signal } from '@angular/core';
import { counterGaps, countPlan, DeskError, type BatchPlan } from '@bannette/domain';
import { firstValueFrom } from 'rxjs';
import { Api } from '../api/api.js';
import { toProblem, type Problem } from '../api/problem.js';
import type { Desk, DeskState, ScanBatch } from '../api/types.js';
import type { Awaited } from '../list/pages.js';
import { SettingsStore } from '../session/settings.js';
import { Preferences } from '../session/preferences.js';
import { Words } from '../words/words.js';
import { refused, type Outcome } from './gestures.js';
import { keyOf, layOut, type Cell } from './layout.js';
import { Pictures } from './pictures.js';
import { DeskQueue, type DeskNow, type Trouble } from './queue.js';
import { DeskSelection } from './selection.js';
import { fitted, rowHeightOf, thumbSizes } from './sizes.js';

export interface Said {
  readonly text: string;
  readonly wrong: boolean;
}

/** The batch on the desk: what is known of it, its plan with all gestures, and which pages they act on. */
@Injectable()
export class DeskStore implements Awaited {
  private readonly api = inject(Api);
  private readonly words = inject(Words);
  private readonly preferences = inject(Preferences);
  private readonly settings = inject(SettingsStore);
  private readonly wrong = signal<Problem | undefined>(undefined);
  private readonly read = signal<Desk | undefined>(undefined);
  private id = '';

  readonly queue = new DeskQueue(
    {
      read: async () => now(await this.fetch()),
      change: async (revision, changes) => this.changed(await firstValueFrom(this.api.changeDesk(this.id, revision, changes))),
      undo: async (revision) => now(await firstValueFrom(this.api.undoDesk(this.id, revision))),
      redo: async (revision) => now(await firstValueFrom(this.api.redoDesk(this.id, revision))),
    },
    (trouble) => this.tell(trouble),
  );
  readonly pictures = new Pictures(({ file, number, width }) => this.api.pageImage(this.id, file, number, width));

  readonly desk = this.read.asReadonly();
  readonly batch = computed(() => this.read()?.batch);
  readonly editable = computed(() => this.read()?.editable ?? false);
  readonly facts = computed(() => new Map((this.read()?.pages ?? []).map((page) => [keyOf(page), page])));
  readonly size = this.preferences.remembered('desk.size', 2);
  readonly inPlace = signal(this.preferences.remembered('desk.inPlace', 1)() === 2);
  /** The width of the flow, in pixels. */
  readonly room = signal(640);
  private readonly fit = computed(() => fitted(this.room(), thumbSizes[this.size() - 1] ?? thumbSizes[1]));
  readonly columns = computed(() => this.fit().columns);
  readonly thumb = computed(() => this.fit().thumb);
  readonly layout = computed(() => layOut(this.queue.plan(), { columns: this.columns(), rowHeight: rowHeightOf(this.thumb()), inPlace: this.inPlace() }));
  readonly selection = new DeskSelection(this.layout);
  readonly counts = computed(() => countPlan(this.queue.plan()));
  readonly gaps = computed(() => {
    const batch = this.batch();
    return batch ? counterGaps({ envelopes: batch.announcedEnvelopes, pages: batch.announcedPages }, { envelopes: this.counts().envelopes, pages: batch.counts.pages }) : [];
  });
  /** Pages that speak against how the batch is parted now. */
  readonly hints = computed<readonly Cell[]>(() => this.layout().cells.filter((cell) => cell.place > 1 && !cell.envelope?.fixed && this.facts().get(cell.key)?.hint));
  readonly quarantined = computed(() => this.read()?.files.filter(({ state }) => state === 'quarantined') ?? []);
  /** Files whose bytes are kept for themselves until a day, are held, or have left. */
  readonly kept = computed(() => this.read()?.files.filter(({ keeping }) => keeping && (keeping.held || keeping.leftAt || keeping.leavesOn)) ?? []);
  /** Files are still on their way. */
  readonly expected = computed(() => ['received', 'separated'].includes(this.batch()?.state ?? '') || !!this.batch()?.taking);

  /** What happened last, in words. */
  readonly said = signal<Said>({ text: '', wrong: false });
  /** Raised whenever the page that keys act on shall be in sight and have the focus. */
  readonly follow = signal(0);

  readonly problem = this.wrong.asReadonly();
  readonly state = computed(() => (this.wrong() ? 'failed' : this.read() ? 'ready' : 'loading'));
  readonly empty = (): boolean => !this.layout().rows.length && !this.quarantined().length;

  /** The label of a service or a type. */
  readonly label = (code: string): string => this.settings.label(code);
  readonly natureLabel = (code: string): string => this.settings.all()?.thesaurus.find((term) => term.scheme === 'nature' && term.code === code)?.label ?? code;

  constructor() {
    void this.settings.load();
    inject(DestroyRef).onDestroy(() => {
      this.queue.close();
      this.pictures.clear();
    });
  }

  async open(id: string): Promise<void> {
    this.id = id;
    this.read.set(undefined);
    this.pictures.clear();
    this.queue.close();
    await this.load();
  }

  async load(): Promise<void> {
    this.wrong.set(undefined);
    try {
      this.queue.open(now(await this.fetch()));
    } catch (error) {
      this.wrong.set(toProblem(error));
    }
  }

  /** Reads the batch again, quietly; not while gestures are on their way. */
  async refresh(): Promise<void> {
    if (this.queue.waiting() || this.queue.saving()) return;
    const { id } = this;
    const desk = await firstValueFrom(this.api.desk(id)).catch(() => undefined);
    if (!desk || id !== this.id || this.queue.waiting() || this.queue.saving() || desk.batch.revision < this.queue.revision) return;
    this.read.set(desk);
    this.queue.open(now(desk));
  }

  /** The batch was changed otherwise than by gestures. */
  revised(batch: ScanBatch): void {
    this.read.update((desk) => desk && { ...desk, batch });
    this.queue.revised(batch.revision);
  }

  resize(size: number): void {
    this.size.set(size);
    this.preferences.keep('desk.size', size);
    this.follow.update((times) => times + 1);
  }

  showInPlace(inPlace: boolean): void {
    this.inPlace.set(inPlace);
    this.preferences.keep('desk.inPlace', inPlace ? 2 : 1);
    this.follow.update((times) => times + 1);
  }

  /** Does what a command comes to, or says why not. */
  async perform(decide: () => Outcome, choose?: readonly string[]): Promise<void> {
    await this.queue.ready();
    const outcome = decide();
    if (refused(outcome)) return this.say(this.words.text(`DESK.FLAW.${outcome.flaw}`), true);
    if (!this.editable()) return this.say(this.words.text('DESK.FLAW.notEditable'), true);
    try {
      this.queue.apply(outcome.changes);
    } catch (error) {
      if (!(error instanceof DeskError)) throw error;
      return this.say(this.words.text(`DESK.FLAW.${error.code}`), true);
    }
    if (outcome.focus !== undefined) this.selection.goTo(outcome.focus);
    if (choose) this.selection.choose(choose);
    this.follow.update((times) => times + 1);
    this.say(this.sentence(outcome));
  }

  async undo(which: 'undo' | 'redo'): Promise<void> {
    if (which === 'undo' ? !this.queue.canUndo() : !this.queue.canRedo()) return this.say(this.words.text(`DESK.FLAW.${which === 'undo' ? 'nothingToUndo' : 'nothingToRedo'}`), true);
    const before = this.queue.plan();
    await this.queue[which]();
    this.follow.update((times) => times + 1);
    if (this.queue.plan() !== before) this.say(`${this.words.text(which === 'undo' ? 'DESK.SAID.undone' : 'DESK.SAID.redone')} ${this.summary(this.queue.plan())}`);
    else if (this.queue.offline()) this.say(this.words.text('DESK.FLAW.offline'), true);
  }

  say(text: string, wrong = false): void {
    this.said.set({ text, wrong });
  }

  /** "24 plis, 31 documents, 288 pages". */
  summary(plan: BatchPlan): string {
    const { envelopes, documents, pages } = countPlan(plan);
    return [this.words.count('DESK.ENVELOPES', envelopes), this.words.count('DESK.DOCUMENTS', documents), this.words.count('DESK.PAGES', pages)].join(', ');
  }

  private sentence({ said, count, params }: Exclude<Outcome, { flaw: string }>): string {
    const cell = this.selection.cell();
    const facts = { envelope: cell?.envelopeNumber ?? 0, document: cell?.documentNumber ?? 0, page: cell?.page.number ?? 0, ...params };
    return count === undefined ? this.words.text(`DESK.SAID.${said}`, facts) : this.words.count(`DESK.SAID.${said}`, count, facts);
  }

  private tell({ lost, problem }: Trouble): void {
    if (!lost.length) return this.say(problem ? this.words.problem(problem) : '', true);
    const reasons = [...new Set(lost.map(({ code }) => (this.words.has(`DESK.FLAW.${code}`) ? this.words.text(`DESK.FLAW.${code}`) : this.words.problem(problem))))];
    this.say(`${this.words.count('DESK.LOST', lost.length, { gestures: [...new Set(lost.flatMap(({ changes }) => changes.slice(0, 1).map(({ kind }) => this.words.text(`DESK.GESTURE.${kind}`))))].join(', ') })} ${reasons.join(' ')}`, true);
  }

  /** A released batch is to be checked again once it is changed. */
  private changed(state: DeskState): DeskNow {
    this.read.update((desk) => desk && { ...desk, batch: { ...desk.batch, state: desk.batch.state === 'released' ? 'toCheck' : desk.batch.state } });
    return now(state);
  }

  private async fetch(): Promise<Desk> {
    const { id } = this;
    const desk = await firstValueFrom(this.api.desk(id));
    if (id === this.id) this.read.set(desk);
    return desk;
  }
}

function now(desk: Desk | DeskState): DeskNow {
  return { revision: 'batch' in desk ? desk.batch.revision : desk.revision, plan: desk.plan, canUndo: desk.canUndo, canRedo: desk.canRedo };
}
