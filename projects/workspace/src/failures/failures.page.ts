import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatSnackBar } from '@angular/material/snack-bar';
import { TranslatePipe } from '@ngx-translate/core';
import { firstValueFrom } from 'rxjs';
import { AdministrationNav } from '../administration/administration-nav.js';
import { Api } from '../api/api.js';
import { toProblem, type Problem } from '../api/problem.js';
import type { FailedJob, FailureCounts, SetAside } from '../api/types.js';
import { Lanes } from '../lanes/lanes.js';
import { Wait } from '../layout/wait.js';
import { Pages, type Awaited } from '../list/pages.js';
import { Words } from '../words/words.js';

/** What failed for good and waits for an operator: why, since when, and how to have it tried again. */
@Component({
  selector: 'bn-failures-page',
  imports: [AdministrationNav, Lanes, MatButton, TranslatePipe, Wait],
  templateUrl: './failures.page.html',
  styleUrl: './failures.page.scss',
  host: { class: 'bn-page' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FailuresPage implements Awaited {
  private readonly api = inject(Api);
  private readonly snackBar = inject(MatSnackBar);
  protected readonly words = inject(Words);

  protected readonly counts = signal<FailureCounts | undefined>(undefined);
  protected readonly jobs = new Pages<FailedJob>((page) => this.api.failedJobs(page), ({ id }) => id);
  protected readonly entries = new Pages<SetAside>((page) => this.api.setAside(page), keyOf);
  /** The line, or `all`, that is being asked for. */
  protected readonly busy = signal<string | undefined>(undefined);
  private readonly wrong = signal<Problem | undefined>(undefined);

  readonly problem = computed(() => this.wrong() ?? this.jobs.problem() ?? this.entries.problem());
  readonly state = computed(() => (this.problem() ? 'failed' : this.counts() && this.jobs.state() === 'ready' && this.entries.state() === 'ready' ? 'ready' : 'loading'));
  readonly empty = computed(() => Object.values(this.counts() ?? {}).every((count) => count === 0));

  constructor() {
    void this.load();
  }

  async load(): Promise<void> {
    this.wrong.set(undefined);
    await Promise.all([this.count(), this.jobs.load(), this.entries.load()]);
  }

  protected retry(job: FailedJob): Promise<void> {
    return this.ask(job.id, async () => {
      await firstValueFrom(this.api.retryJob(job.id));
      this.jobs.remove(job.id);
      return this.words.text('FAILURES.RETRIED');
    });
  }

  protected retryAll(): Promise<void> {
    return this.ask('all', async () => {
      const { retried } = await firstValueFrom(this.api.retryJobs());
      await this.jobs.refresh();
      return this.words.count('FAILURES.RETRIED_ALL', retried);
    });
  }

  protected replay(entry: SetAside): Promise<void> {
    return this.ask(keyOf(entry), async () => {
      this.entries.replace(await firstValueFrom(this.api.replayEntry(entry.consumer, entry.seq)));
      return this.words.text('FAILURES.REPLAYED');
    });
  }

  /** What there are words for is worded; a task or type that is newer than this page is named as it is. */
  protected named(prefix: string, code: string): string {
    const key = `${prefix}.${code}`;
    return this.words.has(key) ? this.words.text(key) : code;
  }

  protected cause(failure: FailedJob | SetAside, part: 'WHAT' | 'DO'): string {
    const key = `FAILURES.CAUSES.${failure.cause}.${part}`;
    return this.words.text(this.words.has(key) ? key : `FAILURES.CAUSES.unknown.${part}`);
  }

  protected mailOf({ mail }: FailedJob | SetAside): string {
    return mail ? (mail.chrono ?? this.words.text('FAILURES.NOT_NUMBERED')) : '–';
  }

  protected readonly keyOf = keyOf;

  private async ask(what: string, work: () => Promise<string>): Promise<void> {
    this.busy.set(what);
    try {
      this.snackBar.open(await work(), undefined, { duration: 4000 });
    } catch (error) {
      this.snackBar.open(this.words.problem(error), this.words.text('GENERAL.CLOSE'), { duration: 8000 });
    }
    await this.count();
    this.busy.set(undefined);
  }

  private async count(): Promise<void> {
    try {
      this.counts.set(await firstValueFrom(this.api.failures()));
    } catch (error) {
      if (!this.counts()) this.wrong.set(toProblem(error));
    }
  }
}

function keyOf({ consumer, seq }: SetAside): string {
  return `${consumer} ${seq}`;
}
