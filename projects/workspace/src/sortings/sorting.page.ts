import { ChangeDetectionStrategy, Component, computed, DestroyRef, effect, inject, signal, untracked } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import { MatButtonToggleModule } from '@angular/material/button-toggle';
import { MatDialog } from '@angular/material/dialog';
import { MatIcon } from '@angular/material/icon';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { firstValueFrom, map } from 'rxjs';
import { injectPlace, PlacePipe } from '../host.js';
import { injectDoing } from '../layout/doing.js';
import { ourDialog } from '../layout/dialogs.js';
import { Wait } from '../layout/wait.js';
import { JournalTab } from '../list/journal-tab.js';
import { Loaded } from '../list/loaded.js';
import { keep } from '../reading/keep.js';
import { SessionStore } from '../session/session.js';
import { SettingsStore } from '../session/settings.js';
import { Words } from '../words/words.js';
import { SortingAmounts } from './sorting-amounts.js';
import type { SortingStep } from './sorting-dialog.js';
import { SortingForm } from './sorting-form.js';
import { SortingItems } from './sorting-items.js';
import { ruleText } from './rule-text.js';
import { SortingsApi, type Sorting, type SortingBounds } from './sortings-api.js';

const everyMs = 3_000;

/** A sorting: what it is about, what it keeps, and its mails; for who proposes it and for the archivist who agrees. */
@Component({
  selector: 'bn-sorting-page',
  imports: [JournalTab, MatButton, MatButtonToggleModule, MatIcon, PlacePipe, RouterLink, SortingAmounts, SortingForm, SortingItems, TranslatePipe, Wait],
  templateUrl: './sorting.page.html',
  styleUrl: './sorting.page.scss',
  host: { class: 'bn-page' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SortingPage {
  private readonly api = inject(SortingsApi);
  private readonly dialog = inject(MatDialog);
  private readonly router = inject(Router);
  private readonly place = injectPlace();
  private readonly session = inject(SessionStore);
  protected readonly settings = inject(SettingsStore);
  protected readonly words = inject(Words);
  private readonly id = toSignal(inject(ActivatedRoute).paramMap.pipe(map((params) => params.get('id') ?? '')), { requireSync: true });
  protected readonly loaded = new Loaded<Sorting>(() => this.api.sorting(this.id()));
  protected readonly sorting = this.loaded.value;
  protected readonly bounds = signal<SortingBounds | undefined>(undefined);
  private readonly doing = injectDoing();
  protected readonly said = this.doing.said;
  protected readonly busy = this.doing.busy;
  protected readonly tab = signal<'mails' | 'journal'>('mails');
  protected readonly journal = computed(() => this.api.journal(this.sorting()?.id ?? ''));

  /** An archivist comes from what was sent to them. */
  protected readonly back = computed(() => (this.session.has('archives') || this.session.has('dpo') ? '/sortings' : '/visas'));
  protected readonly steps = computed<readonly SortingStep[]>(() => (['propose', 'agree', 'recordAgreement', 'giveBack', 'cancel'] as const).filter((step) => this.sorting()?.actions.includes(step)));

  constructor() {
    void this.settings.load();
    effect(() => {
      this.id();
      untracked(() => void this.loaded.load());
    });
    const timer = setInterval(() => void this.follow(), everyMs);
    inject(DestroyRef).onDestroy(() => clearInterval(timer));
  }

  /** While a job files what was decided; a failed look is tried again. */
  private async follow(): Promise<void> {
    if (this.sorting()?.state !== 'agreed' || document.hidden) return;
    await this.loaded.refresh();
  }

  protected take(sorting: Sorting): void {
    this.sorting.set(sorting);
  }

  protected async open(step: SortingStep): Promise<void> {
    const dialog = step === 'recordAgreement' ? (await import('./paper-agreement-dialog.js')).PaperAgreementDialog : (await import('./sorting-dialog.js')).SortingDialog;
    const changed = (await firstValueFrom(this.dialog.open<unknown>(dialog, { ...ourDialog, width: '560px', maxWidth: '95vw', data: { sorting: this.sorting(), step } }).afterClosed())) as Sorting | undefined;
    if (!changed) return;
    // Given back, it is a draft of the house's again, which an archivist doesn't see.
    if (step === 'giveBack') await this.router.navigate([this.place(this.back())]);
    else this.sorting.set(changed);
  }

  protected async edit(): Promise<void> {
    if (this.bounds()) return this.bounds.set(undefined);
    await this.doing.run(async () => this.bounds.set(await firstValueFrom(this.api.bounds())));
  }

  protected async change({ id, revision }: Sorting, body: object): Promise<void> {
    await this.doing.run(async () => {
      this.sorting.set(await firstValueFrom(this.api.change(id, { ...body, revision })));
      this.bounds.set(undefined);
    });
  }

  protected async download({ id, chrono }: Sorting, form: 'pdf' | 'csv'): Promise<void> {
    await this.doing.run(async () => keep(await firstValueFrom(this.api.slip(id, form)), `${chrono}-bordereau-de-tri.${form}`));
  }

  protected async agreement({ id, agreement }: Sorting): Promise<void> {
    await this.doing.run(async () => keep(await firstValueFrom(this.api.agreement(id)), agreement?.file ?? 'accord.pdf'));
  }

  protected readonly rule = (sorting: Sorting): string => ruleText(sorting.rule, this.words, this.settings);
  protected readonly number = this.words.number;
  protected readonly years = ({ fromYear, toYear }: Sorting): string => (fromYear || toYear ? `${fromYear ?? '…'} – ${toYear ?? '…'}` : this.words.text('SORTINGS.ALL_YEARS'));
  protected readonly services = ({ services }: Sorting): string => (services.length ? services.map((code) => this.settings.label(code)).join(', ') : this.words.text('CAMPAIGN.ALL_SERVICES'));
}
