import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router } from '@angular/router';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { TranslatePipe } from '@ngx-translate/core';
import { map } from 'rxjs';
import { Split } from '../layout/split.js';
import { SettingsStore } from '../session/settings.js';
import { CrossingTable } from './crossing.js';
import { FiledDocuments } from './filed-documents.js';
import { NatureTree } from './nature-tree.js';

/** Documents by what they are: the other way into those of the beneficiaries' files. */
@Component({
  selector: 'bn-natures-page',
  imports: [CrossingTable, FiledDocuments, MatButton, MatIcon, NatureTree, Split, TranslatePipe],
  template: `
    <header class="bn-page-head">
      <h1>{{ 'NATURE.TITLE' | translate }}</h1>
      <span class="room"></span>
      <button matButton [attr.aria-pressed]="crossed()" (click)="cross()"><mat-icon>grid_on</mat-icon>{{ 'CROSSING.TITLE' | translate }}</button>
    </header>
    <bn-split key="natures" [initial]="28" stacking>
      <bn-nature-tree first class="half" [nature]="nature()" (natureChange)="open($event)" />
      <div second class="half">
        @if (crossed()) {
          <bn-crossing [nature]="nature()" />
        } @else if (nature()) {
          <bn-filed-documents [nature]="nature()" [empty]="'NATURE.EMPTY' | translate" [emptyText]="'NATURE.EMPTY_TEXT' | translate" />
        } @else {
          <div class="notice"><mat-icon>category</mat-icon><h2>{{ 'NATURE.PICK' | translate }}</h2><p>{{ 'NATURE.PICK_TEXT' | translate }}</p></div>
        }
      </div>
    </bn-split>
  `,
  styles: `
    .half { display: flex; flex: 1; flex-direction: column; min-width: 0; min-height: 0; }
    .notice { margin: auto; max-width: 420px; padding: 32px 24px; text-align: center; color: var(--bn-muted); }
    .notice mat-icon { width: 40px; height: 40px; font-size: 40px; }
    h2 { margin: 8px 0 4px; font-size: 16px; line-height: 24px; color: var(--mat-sys-on-surface); }
  `,
  host: { class: 'bn-page' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NaturesPage {
  private readonly route = inject(ActivatedRoute);
  private readonly router = inject(Router);
  private readonly asked = toSignal(this.route.queryParamMap.pipe(map((params) => params.get('nature') ?? '')), { requireSync: true });
  protected readonly nature = computed(() => this.asked());
  /** Natures against beneficiaries instead of a list. */
  protected readonly crossed = toSignal(this.route.queryParamMap.pipe(map((params) => params.get('view') === 'crossing')), { requireSync: true });

  constructor() {
    void inject(SettingsStore).load();
  }

  protected open(nature: string): void {
    void this.router.navigate([], { relativeTo: this.route, queryParams: { nature: nature || null }, queryParamsHandling: 'merge' });
  }

  protected cross(): void {
    void this.router.navigate([], { relativeTo: this.route, queryParams: { view: this.crossed() ? null : 'crossing' }, queryParamsHandling: 'merge' });
  }
}
