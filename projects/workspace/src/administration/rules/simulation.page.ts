import { ChangeDetectionStrategy, Component, computed, inject, signal, type OnDestroy } from '@angular/core';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { MatProgressBar } from '@angular/material/progress-bar';
import { MatSnackBar } from '@angular/material/snack-bar';
import { TranslatePipe } from '@ngx-translate/core';
import { firstValueFrom } from 'rxjs';
import { ruleSetting } from '@bannette/domain';
import { toProblem, type Problem } from '../../api/problem.js';
import { injectPlace, PlacePipe } from '../../host.js';
import { Wait } from '../../layout/wait.js';
import { Pages, type Awaited } from '../../list/pages.js';
import { SettingsStore } from '../../session/settings.js';
import { Words } from '../../words/words.js';
import { AdministrationNav } from '../administration-nav.js';
import { matrixOf } from './matrix.js';
import { RuleDrafts, RulesApi, type SimulationChange, type WholeSimulation } from './rules-api.js';

const lookAgainMs = 1000;

/** One run: how far it is; who would have received what; the mails that would go elsewhere, with both reasons; and publishing from it. */
@Component({
  selector: 'bn-simulation-page',
  imports: [AdministrationNav, MatButton, MatIcon, MatProgressBar, PlacePipe, RouterLink, TranslatePipe, Wait],
  templateUrl: './simulation.page.html',
  styleUrl: './simulation.scss',
  host: { class: 'bn-page' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SimulationPage implements Awaited, OnDestroy {
  private readonly api = inject(RulesApi);
  private readonly drafts = inject(RuleDrafts);
  private readonly router = inject(Router);
  private readonly place = injectPlace();
  private readonly snackBar = inject(MatSnackBar);
  protected readonly settings = inject(SettingsStore);
  protected readonly words = inject(Words);
  protected readonly id = inject(ActivatedRoute).snapshot.paramMap.get('id') ?? '';

  protected readonly run = signal<WholeSimulation | undefined>(undefined);
  protected readonly going = computed(() => this.run()?.state === 'waiting' || this.run()?.state === 'running');
  protected readonly percent = computed(() => Math.round((100 * (this.run()?.done ?? 0)) / Math.max(1, this.run()?.total ?? 1)));
  protected readonly flow = signal<{ readonly from?: string; readonly to?: string }>({});
  protected readonly changes = new Pages<SimulationChange>((page) => this.api.changes(this.id, { ...page, ...this.flow() }), ({ number }) => String(number));
  protected readonly matrix = computed(() => matrixOf(this.run()?.outcome?.flows ?? []));
  protected readonly loads = computed(() => (this.run()?.outcome?.loads ?? []).filter(({ before, after, copiesBefore, copiesAfter }) => before !== after || copiesBefore !== copiesAfter));
  protected readonly comment = signal('');
  protected readonly busy = signal(false);
  protected readonly refused = signal<Problem | undefined>(undefined);
  private readonly wrong = signal<Problem | undefined>(undefined);
  private waiting?: ReturnType<typeof setTimeout>;

  readonly problem = this.wrong.asReadonly();
  readonly state = computed(() => (this.run() ? 'ready' : this.wrong() ? 'failed' : 'loading'));
  readonly empty = (): boolean => false;

  constructor() {
    void this.settings.load();
    void this.load();
  }

  ngOnDestroy(): void {
    clearTimeout(this.waiting);
  }

  async load(): Promise<void> {
    try {
      this.run.set(await firstValueFrom(this.api.simulation(this.id)));
      if (this.going()) this.waiting = setTimeout(() => void this.load(), lookAgainMs);
      else if (this.run()?.outcome?.changed) void this.changes.load();
    } catch (error) {
      this.wrong.set(toProblem(error));
    }
  }

  protected label(service: string | null | undefined): string {
    return service ? this.settings.label(service) : this.words.text('RULES.SIMULATION.MAIL_ROOM');
  }

  protected placeText(place: { readonly service?: string; readonly tray?: string }): string {
    return place.tray ? this.settings.label(place.tray, 'tray') : this.label(place.service);
  }

  protected show(from: string | null, to: string | null): void {
    this.flow.set({ from: from ?? '-', to: to ?? '-' });
    void this.changes.load();
  }

  protected showAll(): void {
    this.flow.set({});
    void this.changes.load();
  }

  protected async cancel(): Promise<void> {
    await firstValueFrom(this.api.cancel(this.id)).catch(() => undefined);
    clearTimeout(this.waiting);
    await this.load();
  }

  /** Back to the rules, as they were run. */
  protected edit(): void {
    this.drafts.rules.set((this.run()?.rules ?? []).map((rule) => ruleSetting.parse(rule)));
    void this.router.navigateByUrl(this.place('/administration/rules'));
  }

  protected async publish(): Promise<void> {
    if (this.busy() || !this.comment().trim()) return;
    this.busy.set(true);
    this.refused.set(undefined);
    try {
      const { version } = await firstValueFrom(this.api.publish(this.id, this.comment().trim()));
      this.snackBar.open(this.words.text('ADMIN.PUBLISHED', { version }), undefined, { duration: 5000 });
      await this.settings.read();
    } catch (error) {
      this.refused.set(toProblem(error));
    }
    this.busy.set(false);
    await this.load();
  }

  protected movedText(kinds: readonly string[]): string {
    return kinds.map((kind) => this.words.text(`SETTING.${kind}`)).join(', ');
  }
}
