import { ChangeDetectionStrategy, Component, computed, DestroyRef, effect, inject, signal, untracked } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { TranslatePipe } from '@ngx-translate/core';
import { firstValueFrom } from 'rxjs';
import { SettingsStore } from '../session/settings.js';
import { Words } from '../words/words.js';
import { ScheduleApi, type Simulation } from './schedule-api.js';
import { ScheduleStore } from './schedule-store.js';

const askedAgainMs = 1500;

/** What the version that is shown would change for the mail there is, as it was last counted; nothing is changed by counting. */
@Component({
  selector: 'bn-schedule-effect',
  imports: [MatButton, MatIcon, TranslatePipe],
  templateUrl: './schedule-effect.html',
  styles: `
    .bar { display: flex; flex-wrap: wrap; gap: 8px 16px; align-items: center; padding: 8px 16px; border-bottom: 1px solid var(--bn-line); }
    .text { margin: 16px; max-width: 720px; }
    .sentences { margin: 16px; padding: 0; list-style: none; }
    .sentences li { padding: 3px 0; font-size: 16px; line-height: 24px; }
    .number { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
    h2 { margin: 20px 16px 4px; font-size: 15px; }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ScheduleEffect {
  private readonly api = inject(ScheduleApi);
  protected readonly store = inject(ScheduleStore);
  protected readonly settings = inject(SettingsStore);
  protected readonly words = inject(Words);
  protected readonly simulation = signal<Simulation | undefined>(undefined);
  protected readonly problem = signal('');
  private timer?: ReturnType<typeof setTimeout>;

  /** Parts added up by direction and years: one sentence each. */
  protected readonly sentences = computed(() => {
    const sums = new Map<string, { how: string; years: number; mails: number }>();
    for (const { how, years, mails } of this.simulation()?.effect?.parts ?? []) {
      const key = `${how} ${years}`;
      sums.set(key, { how, years, mails: mails + (sums.get(key)?.mails ?? 0) });
    }
    return [...sums.values()].sort((a, b) => b.mails - a.mails).map((sum) => this.sentence(sum));
  });

  constructor() {
    inject(DestroyRef).onDestroy(() => clearTimeout(this.timer));
    effect(() => {
      const version = this.store.version();
      untracked(() => void (version && this.look(version.id)));
    });
  }

  protected count(): void {
    const version = this.store.version();
    if (version) void this.look(version.id, true);
  }

  protected readonly number = this.words.number;

  protected sentence({ how, years, mails }: { readonly how: string; readonly years: number; readonly mails: number }): string {
    const dated = how === 'earlier' || how === 'later';
    const by = dated ? (years ? this.words.count(`SCHEDULE.BY_YEARS.${how}`, years) : this.words.text(`SCHEDULE.BY_LESS.${how}`)) : '';
    return this.words.count(dated ? 'SCHEDULE.WOULD.move' : `SCHEDULE.WOULD.${how}`, mails, { number: this.number(mails), by });
  }

  protected partWords({ how, years }: { readonly how: string; readonly years: number }): string {
    return how === 'earlier' || how === 'later' ? (years ? this.words.count(`SCHEDULE.BY_YEARS.${how}`, years) : this.words.text(`SCHEDULE.BY_LESS.${how}`)) : this.words.text(`SCHEDULE.BY.${how}`);
  }

  private async look(id: string, ask = false): Promise<void> {
    clearTimeout(this.timer);
    this.problem.set('');
    try {
      const found = await firstValueFrom(ask ? this.api.simulate(id) : this.api.simulation(id));
      if (this.store.version()?.id !== id) return;
      this.simulation.set(found);
      if (found.state === 'waiting') this.timer = setTimeout(() => void this.look(id), askedAgainMs);
    } catch (error) {
      this.problem.set(this.words.problem(error));
    }
  }
}
