import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { TranslatePipe } from '@ngx-translate/core';
import { firstValueFrom, type Observable } from 'rxjs';
import { toProblem, type Problem } from '../api/problem.js';
import { Wait } from '../layout/wait.js';
import type { Awaited } from '../list/pages.js';
import { Words } from '../words/words.js';
import { ScheduleApi, type Plan, type PlanSteps } from './schedule-api.js';
import { ScheduleStore } from './schedule-store.js';

type Drift = Plan['rows'][number]['drift'][number];

/** Rows in force beside their categories in Governance Services, those that differ first; an administrator writes what is missing. */
@Component({
  selector: 'bn-schedule-plan',
  imports: [MatButton, MatIcon, TranslatePipe, Wait],
  templateUrl: './schedule-plan.html',
  styles: `
    .bar { display: flex; flex-wrap: wrap; gap: 8px 16px; align-items: center; padding: 8px 16px; border-bottom: 1px solid var(--bn-line); }
    .room { flex: 1; }
    .said { margin: 0; padding: 8px 16px; border-bottom: 1px solid var(--bn-line); }
    .said:empty { display: none; }
    .steps { margin: 0; padding: 8px 16px 8px 36px; border-bottom: 1px solid var(--bn-line); max-height: 200px; overflow: auto; }
    .short { white-space: nowrap; }
    ul.drift { margin: 0; padding: 0; list-style: none; }
    .good { color: var(--bn-done); }
    h2 { margin: 20px 16px 4px; font-size: 15px; }
    code { font-size: 12px; overflow-wrap: anywhere; }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SchedulePlan implements Awaited {
  private readonly api = inject(ScheduleApi);
  protected readonly store = inject(ScheduleStore);
  protected readonly words = inject(Words);
  protected readonly plan = signal<Plan | undefined>(undefined);
  protected readonly steps = signal<PlanSteps | undefined>(undefined);
  protected readonly said = signal<{ readonly text: string; readonly wrong: boolean } | undefined>(undefined);
  protected readonly busy = signal(false);
  protected readonly onlyDrift = signal(false);
  private readonly wrong = signal<Problem | undefined>(undefined);

  /** Those that differ though the archives agreed, then those in order, then those without agreement. */
  protected readonly rows = computed(() => {
    const rank = ({ drift }: Plan['rows'][number]): number => (!drift.length ? 1 : drift.some(({ code }) => code === 'notAgreed') ? 2 : 0);
    const rows = (this.plan()?.rows ?? []).filter(({ drift }) => !this.onlyDrift() || drift.some(({ code }) => code !== 'notAgreed'));
    return [...rows].sort((a, b) => rank(a) - rank(b));
  });
  protected readonly sound = computed(() => (this.plan()?.rows ?? []).filter(({ drift }) => !drift.length).length);
  protected readonly blocked = computed(() => (this.plan()?.rows ?? []).filter(({ drift }) => drift.length && !drift.some(({ code }) => code === 'notAgreed')).length);

  readonly problem = (): Problem | undefined => this.wrong();
  readonly state = (): 'loading' | 'ready' | 'failed' => (this.wrong() ? 'failed' : this.plan() ? 'ready' : 'loading');
  readonly empty = (): boolean => false;

  constructor() {
    void this.load();
  }

  async load(): Promise<void> {
    this.wrong.set(undefined);
    try {
      this.plan.set(await firstValueFrom(this.api.plan()));
    } catch (error) {
      this.wrong.set(toProblem(error));
    }
  }

  protected driftWords({ code, params = {} }: Drift): string {
    return this.words.text(`SCHEDULE.DRIFT.${code}`, params);
  }

  protected compare = () => this.ask(this.api.comparePlan(), (plan) => this.plan.set(plan));

  protected look = () => this.ask(this.api.planSteps(), (steps) => this.steps.set(steps), ({ steps }) => (steps.length ? undefined : this.words.text('SCHEDULE.NOTHING_TO_WRITE')));

  protected async apply(): Promise<void> {
    await this.ask(this.api.applyPlan(), () => this.steps.set(undefined), ({ steps }) => this.words.count('SCHEDULE.WRITTEN', steps.length));
    await this.load();
  }

  protected stepWords({ action, subject }: PlanSteps['steps'][number]): string {
    const key = `SCHEDULE.STEP.${action}`;
    return this.words.has(key) ? this.words.text(key, { subject }) : `${action} ${subject}`;
  }

  private async ask<T>(question: Observable<T>, then: (answer: T) => void, told: (answer: T) => string | undefined = () => undefined): Promise<void> {
    this.busy.set(true);
    try {
      const answer = await firstValueFrom(question);
      then(answer);
      const text = told(answer);
      this.said.set(text ? { text, wrong: false } : undefined);
    } catch (error) {
      this.said.set({ text: this.words.problem(error), wrong: true });
    }
    this.busy.set(false);
  }
}
