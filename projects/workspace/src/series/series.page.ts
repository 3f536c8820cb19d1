import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { FormsModule } from '@angular/forms';
import { RouterLink } from '@angular/router';
import { MatButton } from '@angular/material/button';
import { TranslatePipe } from '@ngx-translate/core';
import { firstValueFrom } from 'rxjs';
import { toProblem, type Problem } from '../api/problem.js';
import { PlacePipe } from '../host.js';
import { Wait } from '../layout/wait.js';
import type { Awaited } from '../list/pages.js';
import { volume } from '../visas/volume.js';
import { VisasApi, type RegisterSeries, type RegisterYear } from '../visas/visas-api.js';
import { Words } from '../words/words.js';

/** The register of mail as a series of records: its years, who reads them, when they fall due, and what becomes of them. */
@Component({
  selector: 'bn-series-page',
  imports: [FormsModule, MatButton, PlacePipe, RouterLink, TranslatePipe, Wait],
  templateUrl: './series.page.html',
  styles: `
    .text { max-width: 90ch; margin: 12px 16px; color: var(--bn-muted); }
    dl { display: flex; flex-wrap: wrap; gap: 8px 32px; margin: 12px 16px; }
    dt { font-size: 11.5px; color: var(--bn-muted); }
    dd { margin: 0; overflow-wrap: anywhere; }
    .short { white-space: nowrap; }
    .number { text-align: right; font-variant-numeric: tabular-nums; }
    .sort { display: flex; flex-wrap: wrap; gap: 6px; align-items: center; }
    .sort input { flex: 1 1 160px; min-width: 0; height: 30px; padding: 0 8px; border: 1px solid var(--mat-sys-outline); border-radius: 6px; background: var(--mat-sys-surface); color: inherit; font: inherit; }
    .said:empty { margin: 0; }
    .said { margin: 8px 16px; }
    bn-wait { display: contents; }
  `,
  host: { class: 'bn-page' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SeriesPage implements Awaited {
  private readonly api = inject(VisasApi);
  protected readonly words = inject(Words);
  protected readonly series = signal<RegisterSeries | undefined>(undefined);
  protected readonly sorting = signal<number | undefined>(undefined);
  protected readonly said = signal('');
  protected reason = '';
  private readonly wrong = signal<Problem | undefined>(undefined);

  readonly problem = this.wrong.asReadonly();
  readonly state = (): 'loading' | 'ready' | 'failed' => (this.wrong() ? 'failed' : this.series() ? 'ready' : 'loading');
  readonly empty = (): boolean => this.series()?.items.length === 0;

  constructor() {
    void this.load();
  }

  async load(): Promise<void> {
    this.wrong.set(undefined);
    try {
      this.series.set(await firstValueFrom(this.api.series()));
    } catch (error) {
      this.wrong.set(toProblem(error));
    }
  }

  protected readonly number = this.words.number;
  protected size = (bytes: number): string => volume(bytes, this.words.lang());
  protected mayBeSorted = ({ state, campaign }: RegisterYear): boolean => state === 'due' && !campaign && this.series()?.row?.finalSort === 'T';

  protected begin(year: number): void {
    this.reason = '';
    this.sorting.set(year);
  }

  protected async sort(year: number, decision: 'keep' | 'eliminate'): Promise<void> {
    if (!this.reason.trim()) return this.said.set(this.words.text('SERIES.REASON_NEEDED'));
    this.said.set('');
    try {
      this.series.set(await firstValueFrom(this.api.sort(year, { decision, reason: this.reason })));
      this.sorting.set(undefined);
    } catch (error) {
      this.said.set(this.words.problem(error));
    }
  }
}
