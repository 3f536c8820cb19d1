import { computed, inject, Injectable, signal } from '@angular/core';
import { firstValueFrom, type Observable } from 'rxjs';
import { toProblem, type Problem } from '../api/problem.js';
import type { Awaited } from '../list/pages.js';
import { Words } from '../words/words.js';
import { ScheduleApi, type Content, type Overview, type Version } from './schedule-api.js';

/** The versions, and the one that is looked at: the open one, else that in force, until somebody chooses. */
@Injectable()
export class ScheduleStore implements Awaited {
  private readonly api = inject(ScheduleApi);
  private readonly words = inject(Words);
  private readonly overview = signal<Overview | undefined>(undefined);
  private readonly wrong = signal<Problem | undefined>(undefined);
  readonly content = signal<Content | undefined>(undefined);
  readonly busy = signal(false);
  /** What was done last, or why it wasn't. */
  readonly said = signal<{ readonly text: string; readonly wrong: boolean } | undefined>(undefined);

  readonly versions = computed(() => this.overview()?.versions ?? []);
  readonly version = computed(() => this.content()?.version);
  readonly inForce = computed(() => this.versions().find(({ state }) => state === 'inForce'));
  readonly open = computed(() => this.versions().find(({ state }) => state === 'draft' || state === 'agreed'));
  readonly mayEdit = computed(() => this.overview()?.mayEdit ?? false);
  readonly mayApply = computed(() => this.overview()?.mayApply ?? false);
  readonly editable = computed(() => this.mayEdit() && this.version()?.state === 'draft');

  readonly problem = (): Problem | undefined => this.wrong();
  readonly state = (): 'loading' | 'ready' | 'failed' => (this.wrong() ? 'failed' : this.content() ? 'ready' : 'loading');
  readonly empty = (): boolean => false;

  async load(id?: string): Promise<void> {
    this.wrong.set(undefined);
    try {
      this.overview.set(await firstValueFrom(this.api.overview()));
      const wanted = this.versions().find((version) => version.id === id) ?? this.open() ?? this.inForce();
      if (wanted) await this.show(wanted.id);
    } catch (error) {
      this.wrong.set(toProblem(error));
    }
  }

  async show(id: string): Promise<void> {
    this.content.set(await firstValueFrom(this.api.version(id)));
  }

  /** Does something to the version that is shown, and says so; answers whether it was done. */
  async act<T>(work: (version: Version) => Observable<T>, done: (result: T) => string | undefined, then: (result: T) => string | undefined = () => this.version()?.id): Promise<boolean> {
    const version = this.version();
    if (!version) return false;
    this.busy.set(true);
    try {
      const result = await firstValueFrom(work(version));
      const text = done(result);
      await this.load(then(result));
      this.said.set(text ? { text, wrong: false } : undefined);
      return true;
    } catch (error) {
      this.said.set({ text: this.words.problem(error), wrong: true });
      return false;
    } finally {
      this.busy.set(false);
    }
  }

  /** The product publishes under no person's name. */
  who = (name: string): string => (name === 'system' ? this.words.text('SCHEDULE.INSTALLATION') : name);

  stateWords(version: Version): string {
    const at = { draft: version.changed?.at ?? version.created.at, agreed: version.agreed?.at, inForce: version.inForce?.at, superseded: version.supersededAt }[version.state] ?? version.created.at;
    return this.words.text(`SCHEDULE.SINCE.${version.state}`, { day: this.words.brief(at) });
  }
}
