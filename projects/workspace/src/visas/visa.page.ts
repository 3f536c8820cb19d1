import { ChangeDetectionStrategy, Component, computed, effect, ElementRef, inject, signal, untracked } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, RouterLink } from '@angular/router';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { MatIcon } from '@angular/material/icon';
import { TranslatePipe } from '@ngx-translate/core';
import { firstValueFrom, map } from 'rxjs';
import { toProblem, type Problem } from '../api/problem.js';
import { PlacePipe } from '../host.js';
import { ourDialog } from '../layout/dialogs.js';
import { Split } from '../layout/split.js';
import { Wait } from '../layout/wait.js';
import type { Awaited } from '../list/pages.js';
import { keep } from '../reading/keep.js';
import { Preferences } from '../session/preferences.js';
import { Words } from '../words/words.js';
import { GiveVisaDialog } from './give-visa-dialog.js';
import { VisaItems } from './visa-items.js';
import { VisasApi, type BordereauLine, type Decision, type Visa } from './visas-api.js';
import { volume } from './volume.js';

const filesShown = ['bordereauPdf', 'bordereauCsv', 'manifest', 'visa'] as const;

/** A bordereau d'élimination before the archivist: line by line by mouse or keys, each item to be opened, then given as a whole. */
@Component({
  selector: 'bn-visa-page',
  imports: [MatButton, MatIcon, PlacePipe, RouterLink, Split, TranslatePipe, VisaItems, Wait],
  templateUrl: './visa.page.html',
  styleUrl: './visa.page.scss',
  host: { class: 'bn-page' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class VisaPage implements Awaited {
  private readonly api = inject(VisasApi);
  private readonly dialog = inject(MatDialog);
  private readonly preferences = inject(Preferences);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly words = inject(Words);
  private readonly id = toSignal(inject(ActivatedRoute).paramMap.pipe(map((params) => params.get('id') ?? '')), { requireSync: true });
  protected readonly visa = signal<Visa | undefined>(undefined);
  protected readonly chosen = signal<number | undefined>(undefined);
  protected readonly said = signal('');
  private readonly wrong = signal<Problem | undefined>(undefined);
  /** Decisions are sent in the order in which they were made. */
  private queue: Promise<void> = Promise.resolve();

  protected readonly groups = computed(() => {
    const lines = this.visa()?.bordereau ?? [];
    return [...new Set(lines.map(({ service }) => service))].map((service) => ({ service, label: lines.find((line) => line.service === service)?.serviceLabel ?? service, lines: lines.filter((line) => line.service === service) }));
  });
  /** The newest of each kind; of the visa all. */
  protected readonly files = computed(() => filesShown.flatMap((kind) => (this.visa()?.files ?? []).filter((file) => file.kind === kind).slice(0, 1)));
  protected readonly current = computed(() => this.visa()?.bordereau.find(({ line }) => line === this.chosen()));

  readonly problem = this.wrong.asReadonly();
  readonly state = computed(() => (this.wrong() ? 'failed' : this.visa() ? 'ready' : 'loading'));
  readonly empty = (): boolean => false;

  constructor() {
    effect(() => {
      this.id();
      untracked(() => {
        this.visa.set(undefined);
        this.chosen.set(undefined);
        this.said.set('');
        void this.load();
      });
    });
  }

  async load(): Promise<void> {
    const id = this.id();
    this.wrong.set(undefined);
    try {
      const visa = await firstValueFrom(this.api.visa(id));
      if (id !== this.id()) return;
      this.visa.set(visa);
      this.chosen.update((line) => line ?? visa.bordereau[0]?.line);
    } catch (error) {
      if (id === this.id()) this.wrong.set(toProblem(error));
    }
  }

  protected readonly number = this.words.number;
  protected size = (bytes: number): string => volume(bytes, this.words.lang());
  protected documents = ({ documents, bytes }: { readonly documents: number; readonly bytes: number }): string => this.words.count('VISAS.DOCUMENTS', documents, { documents: this.number(documents), size: this.size(bytes) });
  protected days = ({ firstDay, lastDay }: BordereauLine): string => (firstDay === lastDay ? this.words.text('VISAS.DAY', { day: this.words.day(firstDay) }) : this.words.text('VISAS.DAYS', { from: this.words.day(firstDay), to: this.words.day(lastDay) }));
  protected decisionOf = ({ visa, noted }: BordereauLine): 'granted' | 'refused' | undefined => visa ?? noted?.visa;
  protected reasonOf = ({ visaReason, noted }: BordereauLine): string => visaReason ?? noted?.reason ?? '';

  /** The same decision again takes it back. */
  protected decide(line: BordereauLine, visa: 'granted' | 'refused'): void {
    this.chosen.set(line.line);
    const again = this.decisionOf(line) === visa;
    this.send([{ line: line.line, visa: again ? null : visa, ...(visa === 'refused' && this.reasonOf(line) ? { reason: this.reasonOf(line) } : {}) }], !again && visa === 'refused' ? line.line : undefined);
  }

  protected decideAll(lines: readonly BordereauLine[], visa: 'granted' | 'refused'): void {
    this.send(lines.map((line) => ({ line: line.line, visa, ...(visa === 'refused' && this.reasonOf(line) ? { reason: this.reasonOf(line) } : {}) })), visa === 'refused' ? lines[0]?.line : undefined);
  }

  protected because(line: BordereauLine, reason: string): void {
    if (reason.trim() !== this.reasonOf(line)) this.send([{ line: line.line, visa: 'refused', reason: reason.trim() }]);
  }

  private send(decisions: readonly Decision[], ask?: number): void {
    const id = this.id();
    this.queue = this.queue.then(async () => {
      try {
        const visa = await firstValueFrom(this.api.note(id, decisions));
        if (id !== this.id()) return;
        this.visa.set(visa);
        this.said.set('');
        if (ask !== undefined) setTimeout(() => this.element.querySelector<HTMLInputElement>(`#reason-${ask}`)?.focus());
      } catch (error) {
        this.said.set(this.words.problem(error));
      }
    });
  }

  /** On a line of the bordereau: arrows move, v grants, x refuses. */
  protected press(event: KeyboardEvent, line: BordereauLine): void {
    if (event.target !== event.currentTarget || event.ctrlKey || event.altKey || event.metaKey) return;
    const lines = this.groups().flatMap((group) => group.lines);
    const at = lines.findIndex((one) => one.line === line.line);
    const single = this.preferences.singleKeys();
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: lines.length - 1, ...(single ? { j: at + 1, k: at - 1 } : {}) }[event.key];
    if (to !== undefined && lines[to]) {
      event.preventDefault();
      this.choose(lines[to]);
      this.element.querySelector<HTMLElement>(`#line-${lines[to].line}`)?.focus();
    } else if (event.key === ' ') {
      event.preventDefault();
      this.choose(line);
    } else if (single && this.visa()?.open && (event.key === 'v' || event.key === 'x')) {
      event.preventDefault();
      this.decide(line, event.key === 'v' ? 'granted' : 'refused');
    }
  }

  protected choose({ line }: BordereauLine): void {
    this.chosen.set(line);
  }

  protected back(line: BordereauLine): void {
    this.element.querySelector<HTMLElement>(`#line-${line.line}`)?.focus();
  }

  protected async download(file: Visa['files'][number]): Promise<void> {
    try {
      keep(await firstValueFrom(this.api.file(this.id(), file.id)), file.name);
    } catch (error) {
      this.said.set(this.words.problem(error));
    }
  }

  protected give(): void {
    const visa = this.visa();
    if (!visa) return;
    this.dialog.open<GiveVisaDialog, Visa, Visa>(GiveVisaDialog, { ...ourDialog, data: visa, width: '560px' }).afterClosed().subscribe((given) => given && this.visa.set(given));
  }
}
