import { ChangeDetectionStrategy, Component, computed, DestroyRef, inject, input, model, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { MatIcon } from '@angular/material/icon';
import { MatMenuModule } from '@angular/material/menu';
import { MatProgressBar } from '@angular/material/progress-bar';
import { MatSnackBar } from '@angular/material/snack-bar';
import { TranslatePipe } from '@ngx-translate/core';
import { firstValueFrom } from 'rxjs';
import { formOf } from '../actions/forms.js';
import { Api } from '../api/api.js';
import type { Mail, MailAction, MailLine, Person } from '../api/types.js';
import { HoldButton } from '../holds/hold-button.js';
import { ourDialog } from '../layout/dialogs.js';
import { mostChosen } from '../list/selection.js';
import { SessionStore } from '../session/session.js';
import { SettingsStore } from '../session/settings.js';
import { TraysApi, type Bulk, type BulkAction, type Chosen } from '../trays/trays-api.js';
import { Words } from '../words/words.js';
import { bulkOffered, wordsOf } from './offered.js';

const pollMs = 700;

/** What can be done with the mails that were chosen, how far it is, what came of it, and how to take it back. */
@Component({
  selector: 'bn-bulk-bar',
  imports: [HoldButton, MatButton, MatIcon, MatMenuModule, MatProgressBar, TranslatePipe],
  templateUrl: './bulk-bar.html',
  styleUrl: './bulk-bar.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class BulkBar {
  private readonly api = inject(TraysApi);
  private readonly people = inject(Api).people;
  private readonly dialog = inject(MatDialog);
  private readonly snackBar = inject(MatSnackBar);
  private readonly session = inject(SessionStore);
  private readonly settings = inject(SettingsStore);
  protected readonly words = inject(Words);

  readonly lines = input.required<readonly MailLine[]>();
  readonly chosen = model.required<ReadonlySet<string>>();
  /** The tray that all of can be chosen. */
  readonly tray = input<string>();
  readonly hasMore = input(false);
  readonly done = output<void>();

  protected readonly bulk = signal<Bulk | undefined>(undefined);
  protected readonly busy = signal(false);
  /** All of the tray, beyond what is shown. */
  protected readonly whole = signal<readonly Chosen[] | undefined>(undefined);
  protected readonly count = computed(() => this.whole()?.length ?? this.chosen().size);
  protected readonly finished = computed(() => (this.bulk()?.counts.done ?? 0) + (this.bulk()?.counts.refused ?? 0) + (this.bulk()?.counts.moved ?? 0));
  protected readonly first = computed(() => this.possible().slice(0, 4));
  protected readonly rest = computed(() => this.possible().slice(4));
  private readonly possible = computed(() => {
    const { services = [] } = this.session.person() ?? {};
    const leads = services.some(({ head, secretary }) => head || secretary);
    return bulkOffered.filter(({ needs }) => needs === undefined || (needs === 'service' ? services.length > 0 : leads));
  });
  /** What a hold on the chosen ones would take. */
  protected readonly heldWith = computed(() => (this.whole() ?? [...this.chosen()].map((id) => ({ id }))).map(({ id }) => id));
  private gone = false;

  constructor() {
    inject(DestroyRef).onDestroy(() => (this.gone = true));
  }

  protected readonly wordsOf = wordsOf;

  /** What came of it, in one sentence. */
  protected saidOf({ counts }: Bulk): string {
    const parts: (keyof Bulk['counts'])[] = ['undone', 'done', 'refused', 'moved', 'kept'];
    return parts.filter((part) => counts[part]).map((part) => this.words.count(`BULK.${part.toUpperCase()}`, counts[part])).join(', ');
  }

  protected clear(): void {
    this.chosen.set(new Set());
    this.whole.set(undefined);
  }

  protected async chooseTray(): Promise<void> {
    const tray = this.tray();
    if (!tray) return;
    try {
      const { items, more } = await firstValueFrom(this.api.selection(tray));
      this.whole.set(items);
      this.chosen.set(new Set(items.map(({ id }) => id)));
      if (more) this.snackBar.open(this.words.text('BULK.MOST'), undefined, { duration: 6000 });
    } catch (error) {
      this.say(error);
    }
  }

  /** Asks once what the action needs, for all of them, and begins. */
  async act(action: BulkAction): Promise<void> {
    if (!this.count() || this.busy()) return;
    await this.settings.load();
    const mails = this.whole() ?? this.chosenLines();
    const form = formOf(action as MailAction, { mail: this.likeAll(), settings: this.settings.all(), sendsEmail: false, people: await this.peopleFor(action), today: this.session.today(), say: (key) => this.words.text(key) });
    const submit = (body: object): Promise<Bulk> => firstValueFrom(this.api.startBulk(action, mails, body));
    try {
      if (!form) return await this.follow(await submit({}));
      const { ActionDialog } = await import('../actions/action-dialog.js');
      const opened = this.dialog.open(ActionDialog<Bulk>, { ...ourDialog, width: '520px', maxWidth: '95vw', autoFocus: 'first-tabbable', data: { form: action === 'close' ? { ...form, note: undefined } : form, about: this.words.count('BULK.ABOUT', mails.length), submit } });
      const started = (await firstValueFrom(opened.afterClosed())) as Bulk | undefined;
      if (started) await this.follow(started);
    } catch (error) {
      this.say(error);
    }
  }

  protected async undo(): Promise<void> {
    const bulk = this.bulk();
    if (!bulk) return;
    try {
      await this.follow(await firstValueFrom(this.api.undoBulk(bulk.id)));
    } catch (error) {
      this.say(error);
    }
  }

  protected async details(): Promise<void> {
    const { BulkDialog } = await import('./bulk-dialog.js');
    this.dialog.open(BulkDialog, { ...ourDialog, width: '680px', maxWidth: '95vw', data: this.bulk() });
  }

  protected forget(): void {
    this.bulk.set(undefined);
  }

  /** Until it is at its end; what was refused stays chosen. */
  private async follow(started: Bulk): Promise<void> {
    this.busy.set(true);
    let bulk = started;
    this.bulk.set(bulk);
    while (!this.gone && (bulk.state === 'running' || bulk.state === 'undoing')) {
      await new Promise((resolve) => setTimeout(resolve, pollMs));
      bulk = await firstValueFrom(this.api.bulk(bulk.id)).catch(() => bulk);
      this.bulk.set(bulk);
    }
    this.busy.set(false);
    this.whole.set(undefined);
    this.chosen.set(new Set(bulk.items.filter(({ outcome }) => outcome === 'refused' || outcome === 'moved').map(({ id }) => id)));
    this.done.emit();
  }

  private chosenLines(): Chosen[] {
    const seen = new Map(this.lines().map((line) => [line.id, line.revision]));
    return [...this.chosen()].slice(0, mostChosen).map((id) => ({ id, revision: seen.get(id) }));
  }

  /** A mail that stands for all of them in a form. */
  private likeAll(): Mail {
    const services = this.services();
    return { service: services.length === 1 ? services[0] : undefined, copies: [], links: [], actions: [], category: 'incoming', channel: 'post' } as unknown as Mail;
  }

  private services(): string[] {
    return [...new Set(this.lines().filter(({ id }) => this.chosen().has(id)).flatMap(({ service }) => service ?? []))];
  }

  private async peopleFor(action: BulkAction): Promise<readonly Person[]> {
    if (action !== 'assign') return [];
    const found = await Promise.all(this.services().slice(0, 5).map((service) => firstValueFrom(this.people(service)).then(({ items }) => items, () => [])));
    return [...new Map(found.flat().map((person) => [person.id, person])).values()];
  }

  private say(error: unknown): void {
    this.snackBar.open(this.words.problem(error), this.words.text('GENERAL.CLOSE'), { duration: 8000, politeness: 'assertive' });
  }
}
