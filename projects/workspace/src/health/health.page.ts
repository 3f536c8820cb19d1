import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { TranslatePipe } from '@ngx-translate/core';
import { firstValueFrom, type Observable } from 'rxjs';
import { AdministrationNav } from '../administration/administration-nav.js';
import { Api } from '../api/api.js';
import { toProblem, type Problem } from '../api/problem.js';
import type { Finding, Health } from '../api/types.js';
import { Wait } from '../layout/wait.js';
import type { Awaited } from '../list/pages.js';
import { Words } from '../words/words.js';
import { countOf, groupsOf } from './told.js';

/** What was found when the installation was last looked at: what is wrong, and what to do about it. */
@Component({
  selector: 'bn-health-page',
  imports: [AdministrationNav, MatButton, MatIcon, TranslatePipe, Wait],
  templateUrl: './health.page.html',
  styleUrl: './health.page.scss',
  host: { class: 'bn-page' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class HealthPage implements Awaited {
  private readonly api = inject(Api);
  protected readonly words = inject(Words);

  private readonly found = signal<Health | undefined>(undefined);
  private readonly wrong = signal<Problem | undefined>(undefined);
  protected readonly looking = signal(false);
  readonly problem = this.wrong.asReadonly();
  readonly state = computed(() => (this.wrong() ? 'failed' : this.found() ? 'ready' : 'loading'));
  readonly empty = computed(() => !this.found()?.at);

  protected readonly at = computed(() => this.found()?.at);
  private readonly checks = computed(() => this.found()?.checks ?? []);
  protected readonly errors = computed(() => countOf(this.checks(), 'error'));
  protected readonly warnings = computed(() => countOf(this.checks(), 'warning'));
  protected readonly severities = computed(() =>
    (['error', 'warning', 'info'] as const).map((severity) => ({ severity, groups: groupsOf(this.checks(), severity) })).filter(({ groups }) => groups.length > 0));
  protected readonly well = computed(() => this.checks().filter(({ outcome, findings }) => outcome === 'well' && !findings.length));
  protected readonly leftOut = computed(() => this.checks().filter(({ outcome }) => outcome === 'leftOut'));

  constructor() {
    void this.load();
  }

  load(): Promise<void> {
    return this.take(this.api.health());
  }

  protected async lookNow(): Promise<void> {
    this.looking.set(true);
    await this.take(this.api.examine());
    this.looking.set(false);
  }

  protected what({ code, params }: Finding): string {
    const key = `HEALTH.FINDINGS.${code}.WHAT`;
    const counted = typeof params['count'] === 'number' && this.words.has(`${key}.ONE`);
    return counted ? this.words.count(key, Number(params['count']), this.inWords(params)) : this.words.text(key, this.inWords(params));
  }

  /** Empty when there is nothing to do. */
  protected todo({ code, params }: Finding): string {
    const key = `HEALTH.FINDINGS.${code}.DO`;
    return this.words.has(key) ? this.words.text(key, this.inWords(params)) : '';
  }

  /** Some values are words themselves. */
  private inWords(params: Finding['params']): Finding['params'] {
    const worded = (value: string | number): string | number => (this.words.has(`HEALTH.VALUE.${value}`) ? this.words.text(`HEALTH.VALUE.${value}`) : value);
    return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, worded(value)]));
  }

  private async take(answer: Observable<Health>): Promise<void> {
    this.wrong.set(undefined);
    try {
      this.found.set(await firstValueFrom(answer));
    } catch (error) {
      this.wrong.set(toProblem(error));
    }
  }
}
