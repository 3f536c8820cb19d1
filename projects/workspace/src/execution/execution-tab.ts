import { ChangeDetectionStrategy, Component, computed, DestroyRef, effect, inject, input, output, signal, untracked } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatFormField, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { MatOption, MatSelect } from '@angular/material/select';
import { MatProgressBar } from '@angular/material/progress-bar';
import { RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { firstValueFrom } from 'rxjs';
import { toProblem, type Problem } from '../api/problem.js';
import { volume } from '../visas/volume.js';
import { PlacePipe } from '../host.js';
import { Wait } from '../layout/wait.js';
import { Pages, type Awaited } from '../list/pages.js';
import { Words } from '../words/words.js';
import { ExecutionApi, type CampaignExecution, type CampaignItemStep, type CampaignOutcome } from './execution-api.js';

type Act = 'start' | 'stop' | 'resume' | 'certify';
const lookAgainMs = 3_000;
export const outcomeStates = ['pending', 'executing', 'destroyed', 'kept', 'failed', 'refused'] as const;

/** How a campaign is carried out: how far it is, what stopped it, what became of each thing, and what a records manager can do about it. */
@Component({
  selector: 'bn-campaign-execution',
  imports: [MatButton, MatFormField, MatInput, MatLabel, MatOption, MatProgressBar, MatSelect, PlacePipe, RouterLink, TranslatePipe, Wait],
  templateUrl: './execution-tab.html',
  styleUrl: './execution-tab.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ExecutionTab implements Awaited {
  private readonly api = inject(ExecutionApi);
  protected readonly words = inject(Words);
  readonly campaign = input.required<string>();
  /** Something was done: what the page shows of the campaign is old. */
  readonly changed = output<void>();

  protected readonly now = signal<CampaignExecution | undefined>(undefined);
  protected readonly filter = signal('');
  protected readonly outcomes = new Pages<CampaignOutcome>((page) => this.api.outcomes(this.campaign(), this.filter(), page), ({ position }) => String(position));
  /** What is to be confirmed, with a reason where one is asked. */
  protected readonly asking = signal<Act | undefined>(undefined);
  protected readonly reason = signal('');
  protected readonly busy = signal(false);
  protected readonly said = signal('');
  protected readonly opened = signal<number | undefined>(undefined);
  protected readonly steps = signal<readonly CampaignItemStep[]>([]);
  protected readonly states = outcomeStates;
  private readonly wrong = signal<Problem | undefined>(undefined);
  private readonly clock = signal(Date.now());

  readonly problem = (): Problem | undefined => this.wrong();
  readonly state = (): 'loading' | 'ready' | 'failed' => (this.wrong() ? 'failed' : this.now() ? 'ready' : 'loading');
  readonly empty = (): boolean => false;

  protected readonly share = computed(() => {
    const { total = 0, left = 0 } = this.now() ?? {};
    return total ? (100 * (total - left)) / total : 0;
  });
  protected readonly minutesLeft = computed(() => {
    const { perMinute, left = 0 } = this.now() ?? {};
    return perMinute ? Math.ceil(left / perMinute) : undefined;
  });
  protected readonly cooling = computed(() => {
    const { state, coolingUntil } = this.now() ?? {};
    return state === 'cooling' && coolingUntil && Date.parse(coolingUntil) > this.clock() ? coolingUntil : undefined;
  });

  constructor() {
    effect(() => {
      this.campaign();
      untracked(() => void this.load());
    });
    const timer = setInterval(() => {
      this.clock.set(Date.now());
      if (this.now()?.state === 'executing' && !document.hidden) void this.look();
    }, lookAgainMs);
    inject(DestroyRef).onDestroy(() => clearInterval(timer));
  }

  async load(): Promise<void> {
    this.wrong.set(undefined);
    try {
      this.now.set(await firstValueFrom(this.api.execution(this.campaign())));
      await this.outcomes.load();
    } catch (error) {
      this.wrong.set(toProblem(error));
    }
  }

  private async look(): Promise<void> {
    const before = this.now()?.state;
    const now = await firstValueFrom(this.api.execution(this.campaign())).catch(() => undefined);
    if (!now) return;
    this.now.set(now);
    await this.outcomes.refresh();
    if (now.state !== before) this.changed.emit();
  }

  protected may = (act: Act): boolean => this.now()?.actions.includes(act) ?? false;

  protected async act(act: Act, reason: string): Promise<void> {
    this.busy.set(true);
    this.said.set('');
    try {
      const { revision } = this.now() ?? {};
      this.now.set(await firstValueFrom(this.api.act(this.campaign(), act, act === 'start' || act === 'certify' ? { revision } : { reason })));
      this.asking.set(undefined);
      this.reason.set('');
      this.changed.emit();
      await this.outcomes.refresh();
    } catch (error) {
      this.said.set(this.words.problem(error));
    }
    this.busy.set(false);
  }

  protected show(state: string): void {
    this.filter.set(state);
    void this.outcomes.load();
  }

  protected async open(item: CampaignOutcome): Promise<void> {
    if (this.opened() === item.position) return this.opened.set(undefined);
    this.steps.set([]);
    this.opened.set(item.position);
    const { items } = await firstValueFrom(this.api.steps(this.campaign(), item)).catch(() => ({ items: [] }));
    if (this.opened() === item.position) this.steps.set(items);
  }

  protected readonly number = this.words.number;
  protected readonly size = (bytes: number): string => volume(bytes, this.words.lang());
  protected because({ code, params }: { readonly code: string; readonly params?: { readonly [name: string]: string | number } }): string {
    const key = `EXECUTION.BECAUSE.${code}`;
    return this.words.has(key) ? this.words.text(key, { ...params }) : code;
  }
  protected readonly name = ({ chrono, kind, subject }: CampaignOutcome): string => chrono ?? (kind === 'register' ? this.words.text('ELIMINATIONS.REGISTER', { day: this.words.day(subject) }) : subject);
}
