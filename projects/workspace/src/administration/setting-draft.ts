import { computed, inject, linkedSignal, resource, signal, type Signal, type WritableSignal } from '@angular/core';
import { MatSnackBar } from '@angular/material/snack-bar';
import { firstValueFrom } from 'rxjs';
import { flawsOf, type Settings as Settled } from '@bannette/domain';
import { Api } from '../api/api.js';
import { toProblem, type Problem } from '../api/problem.js';
import type { Settings } from '../api/types.js';
import type { Awaited } from '../list/pages.js';
import { SettingsStore } from '../session/settings.js';
import { Words } from '../words/words.js';
import type { SettingKind } from './column.js';

/** A kind of settings as somebody changes it, until it is published as a new version with its reason. Made where things are injected. */
export class SettingDraft<T> implements Awaited {
  private readonly api = inject(Api);
  private readonly snackBar = inject(MatSnackBar);
  private readonly settings = inject(SettingsStore);
  private readonly words = inject(Words);
  private readonly wrong = signal<Problem | undefined>(undefined);

  /** When what is published is there, or could not be read. */
  readonly loaded: Promise<void>;
  readonly published: Signal<T>;
  readonly data: WritableSignal<T>;
  readonly version = computed(() => this.settings.versions()[this.kind()] ?? 0);
  readonly changed = computed(() => this.data() !== this.published());
  readonly flaws = computed(() => {
    const all = this.settings.all();
    return all && this.changed() ? flawsOf({ ...all, [this.kind()]: this.how.write(all, this.data()) } as unknown as Settled) : [];
  });
  readonly comment = signal('');
  readonly busy = signal(false);
  readonly refusal = signal<Problem | undefined>(undefined);
  readonly versions = resource({ params: () => ({ kind: this.kind(), version: this.version() }), loader: ({ params }) => firstValueFrom(this.api.settingVersions(params.kind)).then(({ items }) => items, () => []) });

  readonly problem = this.wrong.asReadonly();
  readonly state = computed(() => (this.settings.all() ? 'ready' : this.wrong() ? 'failed' : 'loading'));
  readonly empty = (): boolean => false;

  constructor(
    readonly kind: Signal<SettingKind>,
    of: (all: Settings['settings'] | undefined) => T,
    /** The kind's data, where that isn't what is changed here. */
    private readonly how: { write(all: Settings['settings'], data: T): unknown } = { write: (_, data) => data },
  ) {
    this.published = computed(() => of(this.settings.all()));
    this.data = linkedSignal(() => this.published());
    this.loaded = this.load();
  }

  async load(): Promise<void> {
    this.wrong.set(undefined);
    this.refusal.set(undefined);
    await this.settings.read().catch((error: unknown) => this.wrong.set(toProblem(error)));
  }

  revert(): void {
    this.data.set(this.published());
    this.refusal.set(undefined);
  }

  async publish(): Promise<void> {
    this.busy.set(true);
    this.refusal.set(undefined);
    try {
      const { version } = await firstValueFrom(this.api.publishSetting(this.kind(), this.written(), this.comment().trim(), this.version()));
      this.comment.set('');
      await this.settings.read();
      this.snackBar.open(this.words.text('ADMIN.PUBLISHED', { version }), undefined, { duration: 5000 });
    } catch (error) {
      this.refusal.set(toProblem(error));
    }
    this.busy.set(false);
  }

  private written(): object {
    const all = this.settings.all();
    return (all ? this.how.write(all, this.data()) : this.data()) as object;
  }

  refusalText(problem: Problem): string {
    const { code, params } = problem;
    if (code === 'staleSettings') return this.words.text('ADMIN.STALE');
    if (code !== 'settingsFlaw') return this.words.problem(problem);
    const flaw = `FLAW.${String(params['code'])}`;
    return this.words.text(this.words.has(flaw) ? flaw : 'FLAW.invalid', { value: '', ...params, path: this.pathText(String(params['path'] ?? '')) });
  }

  /** Where a flaw is: `types.3.label` is in line 4, the label. */
  pathText(path: string): string {
    const [, ...within] = path.split('.');
    return within.map((part) => (/^\d+$/.test(part) ? this.words.text('ADMIN.LINE', { line: Number(part) + 1 }) : this.words.has(`COLUMN.${part}`) ? this.words.text(`COLUMN.${part}`) : part)).join(', ') || path;
  }
}
