import { ChangeDetectionStrategy, Component, computed, DestroyRef, effect, inject, signal, untracked } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import { MatButtonToggleModule } from '@angular/material/button-toggle';
import { MatDialog } from '@angular/material/dialog';
import { MatIcon } from '@angular/material/icon';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { firstValueFrom, map } from 'rxjs';
import { PlacePipe } from '../host.js';
import { ourDialog } from '../layout/dialogs.js';
import { Wait } from '../layout/wait.js';
import { JournalTab } from '../list/journal-tab.js';
import { Loaded } from '../list/loaded.js';
import { SettingsStore } from '../session/settings.js';
import { ExecutionTab } from '../execution/execution-tab.js';
import { CampaignBoxesTab } from '../visas/campaign-boxes.js';
import { CampaignVisaTab } from '../visas/campaign-visa.js';
import { PurgeWarnings } from '../processings/purge-warnings.js';
import { volume } from '../visas/volume.js';
import { Words } from '../words/words.js';
import { AnalysisTab } from './analysis-tab.js';
import { BordereauTab } from './bordereau-tab.js';
import type { CampaignStep } from './campaign-dialog.js';
import { CampaignForm } from './campaign-form.js';
import { CampaignsApi, type Bounds, type Campaign } from './campaigns-api.js';
import { LinesTab } from './lines-tab.js';
import { StateBar } from './state-bar.js';
import { WorkBar } from './work-bar.js';

const tabs = ['analysis', 'list', 'bordereau', 'visa', 'execution', 'paper', 'journal'] as const;
type Tab = (typeof tabs)[number];
const beforeVisa = ['draft', 'analysed', 'freezing', 'frozen', 'validated', 'approved'];
/** How often a job that works for it is looked at. */
const everyMs = 2000;

/** A campaign of elimination: where it stands, what is to be done next and by whom, what is in it. */
@Component({
  selector: 'bn-campaign-page',
  imports: [AnalysisTab, BordereauTab, CampaignBoxesTab, CampaignForm, CampaignVisaTab, ExecutionTab, JournalTab, LinesTab, MatButton, MatButtonToggleModule, MatIcon, PlacePipe, PurgeWarnings, RouterLink, StateBar, TranslatePipe, Wait, WorkBar],
  templateUrl: './campaign.page.html',
  styles: `
    .bn-page-head { flex-wrap: wrap; row-gap: 4px; padding-block: 4px; }
    h1 { overflow-wrap: anywhere; }
    .facts { display: flex; flex-wrap: wrap; gap: 4px 24px; padding: 0 16px 8px; font-size: 13px; }
    .facts > div { overflow-wrap: anywhere; } .facts span { color: var(--bn-muted); }
    .next { display: flex; flex-wrap: wrap; gap: 8px; align-items: center; margin: 0; padding: 8px 16px; border-block: 1px solid var(--bn-line); background: var(--mat-sys-surface-container-low); }
    .next p { flex: 1 1 300px; margin: 0; } .next bn-work-bar { flex: 1 1 300px; }
    .refusals { margin: 0; padding: 4px 16px 8px 32px; color: var(--bn-late); }
    .tabs { padding: 8px 16px; }
    bn-analysis-tab, bn-lines-tab, bn-bordereau-tab, bn-campaign-visa, bn-campaign-execution, bn-campaign-boxes, bn-journal-tab { flex: 1; min-height: 260px; }
    .all { display: flex; flex: 1; flex-direction: column; min-height: 0; overflow: auto; }
  `,
  host: { class: 'bn-page' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CampaignPage {
  private readonly api = inject(CampaignsApi);
  private readonly dialog = inject(MatDialog);
  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute);
  protected readonly settings = inject(SettingsStore);
  protected readonly words = inject(Words);
  private readonly id = toSignal(this.route.paramMap.pipe(map((params) => params.get('id') ?? '')), { requireSync: true });
  private readonly asked = toSignal(this.route.queryParamMap.pipe(map((params) => params.get('tab') ?? '')), { requireSync: true });
  protected readonly loaded = new Loaded<Campaign>(() => this.api.campaign(this.id()));
  protected readonly campaign = this.loaded.value;
  protected readonly journal = computed(() => this.api.journal(this.campaign()?.id ?? ''));
  protected readonly bounds = signal<Bounds | undefined>(undefined);
  protected readonly said = signal('');
  protected readonly busy = signal(false);
  /** What comes after the visa is shown once the campaign lies before the archivist. */
  protected readonly tabs = computed<readonly Tab[]>(() => {
    const { state = 'draft', steps = [] } = this.campaign() ?? {};
    const submitted = !beforeVisa.includes(state) && steps.some(({ step, at }) => step === 'submitted' && at);
    return tabs.filter((tab) => submitted || (tab !== 'visa' && tab !== 'execution' && tab !== 'paper'));
  });
  protected readonly tab = computed<Tab>(() => this.tabs().find((one) => one === this.asked()) ?? this.first());

  /** Steps with a dialog, the one that leads on first. */
  protected readonly steps = computed(() => {
    const campaign = this.campaign();
    const all: readonly CampaignStep[] = ['freeze', 'validate', 'approve', 'submit', 'cancel'];
    return all.filter((step) => campaign?.actions.includes(step) && (step === 'cancel' || !campaign.work) && (step !== 'freeze' || !campaign.refusals.length) && (step !== 'submit' || campaign.signatures.every(({ by }) => by)));
  });

  constructor() {
    void this.settings.load();
    effect(() => {
      this.id();
      untracked(() => void this.loaded.load());
    });
    const timer = setInterval(() => void this.follow(), everyMs);
    inject(DestroyRef).onDestroy(() => clearInterval(timer));
  }

  /** While a job works for it; a failed look is tried again. */
  private async follow(): Promise<void> {
    if (!this.campaign()?.work || document.hidden) return;
    await this.loaded.refresh();
  }

  protected take(campaign: Campaign): void {
    this.campaign.set(campaign);
  }

  /** Reads it again, without a flicker. */
  protected async again(): Promise<void> {
    await this.loaded.refresh();
  }

  private first(): Tab {
    const state = this.campaign()?.state;
    return !state || state === 'draft' || state === 'analysed' || state === 'freezing' ? 'analysis' : state === 'approved' ? 'bordereau' : state === 'submitted' ? 'visa' : ['cooling', 'executing', 'stopped', 'executed', 'closed'].includes(state) ? 'execution' : 'list';
  }

  protected show(tab: Tab): void {
    void this.router.navigate([], { relativeTo: this.route, queryParams: { tab }, queryParamsHandling: 'merge', replaceUrl: true });
  }

  protected async analyse({ id, revision }: Campaign): Promise<void> {
    await this.doing(() => firstValueFrom(this.api.act(id, 'analyse', { revision })));
  }

  protected async open(step: CampaignStep): Promise<void> {
    const { CampaignDialog } = await import('./campaign-dialog.js');
    const changed = (await firstValueFrom(this.dialog.open(CampaignDialog, { ...ourDialog, width: '560px', maxWidth: '95vw', data: { campaign: this.campaign(), step } }).afterClosed())) as Campaign | undefined;
    if (changed) this.campaign.set(changed);
  }

  protected async edit(): Promise<void> {
    if (this.bounds()) return this.bounds.set(undefined);
    try {
      this.bounds.set(await firstValueFrom(this.api.bounds()));
    } catch (error) {
      this.said.set(this.words.problem(error));
    }
  }

  protected async change({ id, revision }: Campaign, body: object): Promise<void> {
    await this.doing(async () => {
      const changed = await firstValueFrom(this.api.change(id, { ...body, revision }));
      this.bounds.set(undefined);
      return changed;
    });
  }

  private async doing(act: () => Promise<Campaign>): Promise<void> {
    this.busy.set(true);
    this.said.set('');
    try {
      this.campaign.set(await act());
    } catch (error) {
      this.said.set(this.words.problem(error));
    }
    this.busy.set(false);
  }

  protected scope({ services, rows }: Campaign): string {
    const named = services.map((code) => this.settings.label(code));
    return [named.length ? named.join(', ') : this.words.text('CAMPAIGN.ALL_SERVICES'), rows.length ? rows.join(', ') : this.words.text('CAMPAIGN.ALL_ROWS')].join(' – ');
  }
  protected readonly number = this.words.number;
  protected readonly size = (bytes: number): string => volume(bytes, this.words.lang());
  protected readonly percent = (share: number): string => new Intl.NumberFormat(this.words.lang(), { style: 'percent', maximumFractionDigits: 1 }).format(share);
}
