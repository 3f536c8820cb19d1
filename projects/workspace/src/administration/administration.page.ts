import { ChangeDetectionStrategy, Component, computed, inject, linkedSignal, resource, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute } from '@angular/router';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { MatSnackBar } from '@angular/material/snack-bar';
import { TranslatePipe } from '@ngx-translate/core';
import { firstValueFrom, map } from 'rxjs';
import { flawsOf, type Settings as Settled } from '@bannette/domain';
import { Api } from '../api/api.js';
import { toProblem, type Problem } from '../api/problem.js';
import { Wait } from '../layout/wait.js';
import type { Awaited } from '../list/pages.js';
import { SessionStore } from '../session/session.js';
import { SettingsStore } from '../session/settings.js';
import { Words } from '../words/words.js';
import { AdministrationNav } from './administration-nav.js';
import type { Row, Table } from './column.js';
import { SettingsTable } from './settings-table.js';
import { tables } from './tables.js';

/** What the authority decides for itself: read by kind, changed as a whole, published as a new version with its reason. */
@Component({
  selector: 'bn-administration-page',
  imports: [AdministrationNav, MatButton, MatIcon, SettingsTable, TranslatePipe, Wait],
  templateUrl: './administration.page.html',
  styleUrl: './administration.page.scss',
  host: { class: 'bn-page' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AdministrationPage implements Awaited {
  private readonly api = inject(Api);
  private readonly snackBar = inject(MatSnackBar);
  private readonly session = inject(SessionStore);
  protected readonly settings = inject(SettingsStore);
  protected readonly words = inject(Words);

  private readonly kind = toSignal(inject(ActivatedRoute).paramMap.pipe(map((params) => params.get('kind') ?? 'services')), { requireSync: true });
  protected readonly table = computed<Table>(() => tables.find(({ kind }) => kind === this.kind()) ?? tables[0]!);
  protected readonly editable = computed(() => !!this.table().blank && this.session.has('administration'));
  private readonly published = computed<readonly Row[]>(() => {
    const all = this.settings.all();
    return all ? this.table().rows(all) : [];
  });
  protected readonly rows = linkedSignal(() => this.published());
  protected readonly version = computed(() => this.settings.versions()[this.table().kind] ?? 0);
  protected readonly changed = computed(() => this.rows() !== this.published());
  protected readonly flaws = computed(() => {
    const all = this.settings.all();
    return all && this.changed() ? flawsOf({ ...all, [this.table().kind]: this.rows() } as unknown as Settled) : [];
  });
  protected readonly comment = signal('');
  protected readonly busy = signal(false);
  protected readonly refusal = signal<Problem | undefined>(undefined);
  protected readonly versions = resource({ params: () => ({ kind: this.table().kind, version: this.version() }), loader: ({ params }) => firstValueFrom(this.api.settingVersions(params.kind)).then(({ items }) => items, () => []) });

  private readonly wrong = signal<Problem | undefined>(undefined);
  readonly problem = this.wrong.asReadonly();
  readonly state = computed(() => (this.settings.all() ? 'ready' : this.wrong() ? 'failed' : 'loading'));
  readonly empty = (): boolean => false;

  constructor() {
    void this.load();
  }

  async load(): Promise<void> {
    this.wrong.set(undefined);
    this.refusal.set(undefined);
    await this.settings.read().catch((error: unknown) => this.wrong.set(toProblem(error)));
  }

  protected add(): void {
    const { blank } = this.table();
    if (blank) this.rows.update((rows) => [...rows, blank]);
  }

  protected revert(): void {
    this.rows.set(this.published());
    this.refusal.set(undefined);
  }

  protected async publish(): Promise<void> {
    this.busy.set(true);
    this.refusal.set(undefined);
    try {
      const { version } = await firstValueFrom(this.api.publishSetting(this.table().kind, this.rows(), this.comment().trim(), this.version()));
      this.comment.set('');
      await this.settings.read();
      this.snackBar.open(this.words.text('ADMIN.PUBLISHED', { version }), undefined, { duration: 5000 });
    } catch (error) {
      this.refusal.set(toProblem(error));
    }
    this.busy.set(false);
  }

  protected refusalText(problem: Problem): string {
    const { code, params } = problem;
    if (code === 'staleSettings') return this.words.text('ADMIN.STALE');
    if (code !== 'settingsFlaw') return this.words.problem(problem);
    const flaw = `FLAW.${String(params['code'])}`;
    return this.words.text(this.words.has(flaw) ? flaw : 'FLAW.invalid', { value: '', ...params });
  }
}
