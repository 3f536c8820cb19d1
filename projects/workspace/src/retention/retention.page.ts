import { ChangeDetectionStrategy, Component, computed, effect, inject, linkedSignal, signal, untracked } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { MatIcon } from '@angular/material/icon';
import { MatSnackBar } from '@angular/material/snack-bar';
import { TranslatePipe } from '@ngx-translate/core';
import { firstValueFrom } from 'rxjs';
import type { RetentionDue } from '../api/types.js';
import { HoldButton } from '../holds/hold-button.js';
import { PlacePipe } from '../host.js';
import { ourDialog } from '../layout/dialogs.js';
import { Wait } from '../layout/wait.js';
import { Pages } from '../list/pages.js';
import { keep } from '../reading/keep.js';
import { SessionStore } from '../session/session.js';
import { SettingsStore } from '../session/settings.js';
import { Words } from '../words/words.js';
import { Bars, type Bar } from './bars.js';
import { RecordDialog } from './record-dialog.js';
import { RecordsApi, type FallsDueFilters, type FallsDueSummary } from './records-api.js';

const states = ['due', 'coming', 'withoutTrigger', 'conflict', 'failure'] as const;
type State = (typeof states)[number];
const fates = ['D', 'T', 'C'] as const;
/** Years and categories that are drawn; all of them are in the list. */
const drawn = 12;

/** What falls due: counted by year and category, filtered, told as CSV. Filters are in the address, so a list can be sent to somebody. */
@Component({
  selector: 'bn-retention-page',
  imports: [Bars, HoldButton, MatButton, MatIcon, PlacePipe, RouterLink, TranslatePipe, Wait],
  templateUrl: './retention.page.html',
  styleUrl: './retention.page.scss',
  host: { class: 'bn-page' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RetentionPage {
  private readonly api = inject(RecordsApi);
  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute);
  private readonly session = inject(SessionStore);
  private readonly snackBar = inject(MatSnackBar);
  private readonly dialog = inject(MatDialog);
  protected readonly settings = inject(SettingsStore);
  protected readonly words = inject(Words);
  protected readonly states = states;
  protected readonly fates = fates;
  protected readonly busy = signal(false);
  protected readonly summary = signal<FallsDueSummary | undefined>(undefined);

  private readonly asked = toSignal(this.route.queryParamMap, { requireSync: true });
  protected readonly filters = computed((): FallsDueFilters => {
    const of = (name: string): string | undefined => this.asked().get(name) ?? undefined;
    const [year, state, fate] = [Number(of('year')), of('state'), of('fate')];
    return { service: of('service'), row: of('row'), fate: fates.find((one) => one === fate), year: year || undefined, state: states.find((one) => one === state), until: of('until') };
  });
  protected readonly pages = computed(() => {
    const filters = this.filters();
    return new Pages<RetentionDue>((page) => this.api.due(filters, page), ({ mail }) => mail.id);
  });
  protected readonly none: ReadonlySet<string> = new Set();
  protected readonly holds = computed(() => this.session.has('holds'));
  /** They are told how every mail is kept, though they open few of them. */
  protected readonly keeps = computed(() => this.session.has('processings'));
  /** Mails that were chosen of the list that is shown; another list, another choice. */
  protected readonly picked = linkedSignal<unknown, ReadonlySet<string>>({ source: this.pages, computation: () => this.none });
  protected readonly chosenMails = computed(() => this.pages().items().map(({ mail }) => mail.id).filter((id) => this.picked().has(id)));
  protected readonly allChosen = computed(() => this.chosenMails().length > 0 && this.chosenMails().length === this.pages().items().length);
  private readonly counted = computed(() => JSON.stringify([this.filters().service, this.filters().fate]));
  protected readonly samples = computed(() => this.pages().items().length > 0 && this.pages().items().every(({ retention }) => !retention.agreed));
  protected readonly rows = computed(() => this.summary()?.rows ?? []);
  private readonly fateOf = computed(() => new Map(this.rows().map(({ code, fate }) => [code, fate])));

  protected readonly years = computed((): readonly Bar[] => {
    const all = this.summary()?.years ?? [];
    const years = [...new Set(all.map(({ year }) => year))].sort((one, other) => one - other);
    return years.slice(0, drawn).map((year) => ({ key: String(year), label: String(year), parts: this.parted(all.filter((one) => one.year === year)) }));
  });
  protected readonly categories = computed((): readonly Bar[] => {
    const [all, year] = [this.summary()?.years ?? [], this.filters().year];
    const within = all.filter((one) => !year || one.year === year);
    const bars = this.rows().map(({ code, label }) => ({ key: code, label: `${code} – ${label}`, parts: this.parted(within.filter(({ row }) => row === code)) }));
    const total = ({ parts }: Bar): number => parts.D + parts.T + parts.C;
    return bars.filter((bar) => total(bar)).sort((one, other) => total(other) - total(one)).slice(0, drawn);
  });

  constructor() {
    void this.settings.load();
    effect(() => {
      const pages = this.pages();
      untracked(() => void pages.load());
    });
    effect(() => {
      this.counted();
      untracked(() => void this.count());
    });
  }

  private parted(counts: readonly { readonly row: string; readonly mails: number }[]): Bar['parts'] {
    const of = (fate: 'D' | 'T' | 'C'): number => counts.filter(({ row }) => (this.fateOf().get(row) ?? 'C') === fate).reduce((sum, { mails }) => sum + mails, 0);
    return { D: of('D'), T: of('T'), C: of('C') };
  }

  private async count(): Promise<void> {
    const { service, fate } = this.filters();
    try {
      this.summary.set(await firstValueFrom(this.api.summary({ service, fate })));
    } catch {
      this.summary.set(undefined); // The list says what is wrong.
    }
  }

  protected filter(change: { readonly [name: string]: string | number | null }): void {
    void this.router.navigate([], { relativeTo: this.route, queryParams: change, queryParamsHandling: 'merge', replaceUrl: true });
  }

  protected tell({ mail }: RetentionDue): void {
    this.dialog.open(RecordDialog, { ...ourDialog, data: mail, width: '560px' }).afterClosed().subscribe(() => void this.pages().refresh());
  }

  protected toggle(state: State): void {
    this.filter({ state: this.filters().state === state ? null : state });
  }

  protected choose(id: string, wanted: boolean): void {
    this.picked.update((ids) => new Set(wanted ? [...ids, id] : [...ids].filter((one) => one !== id)));
  }

  protected chooseAll(wanted: boolean): void {
    this.picked.set(wanted ? new Set(this.pages().items().map(({ mail }) => mail.id)) : this.none);
  }

  protected held(): void {
    this.picked.set(this.none);
    void this.pages().load();
  }

  protected countOf(state: State): string {
    return this.words.number(this.summary()?.counts[state] ?? 0);
  }

  protected readonly said = (one: { readonly code: string; readonly params?: { readonly [name: string]: string | number } } | undefined, kind: 'CONFLICT' | 'FAILURE'): string =>
    one ? this.words.text(`ARCHIVING.${kind}.${one.code}`, { ...one.params, ...(typeof one.params?.['ags'] === 'string' ? { ags: this.words.day(one.params['ags']) } : {}), ...(typeof one.params?.['due'] === 'string' ? { due: this.words.day(one.params['due']) } : {}) }) : '';

  protected async save(): Promise<void> {
    this.busy.set(true);
    try {
      keep(await firstValueFrom(this.api.file(this.filters())), 'echeances.csv');
    } catch (error) {
      this.snackBar.open(this.words.problem(error), this.words.text('GENERAL.CLOSE'), { duration: 8000 });
    }
    this.busy.set(false);
  }
}
