import { ChangeDetectionStrategy, Component, effect, inject, input, signal, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { TranslatePipe } from '@ngx-translate/core';
import { firstValueFrom } from 'rxjs';
import { AffairsApi, type Crossing } from '../affairs/affairs-api.js';
import { PlacePipe } from '../host.js';
import { Words } from '../words/words.js';
import { nameOf } from './names.js';

/** Natures against beneficiaries: how many documents that the person may read, each number a way to them. */
@Component({
  selector: 'bn-crossing',
  imports: [MatFormFieldModule, MatInput, PlacePipe, RouterLink, TranslatePipe],
  template: `
    <div class="bar"><mat-form-field subscriptSizing="dynamic"><mat-label>{{ 'CROSSING.FIND' | translate }}</mat-label><input #name matInput type="search" maxlength="100" autocomplete="off" (input)="typing(name.value)" /></mat-form-field></div>
    @if (problem()) { <p class="bn-late" role="alert">{{ problem() }}</p> }
    @if (table(); as it) {
      @if (it.rows.length) {
        <div class="bn-scroll" tabindex="0" role="region" [attr.aria-label]="'CROSSING.TITLE' | translate">
          <table class="bn-table">
            <thead><tr><th scope="col">{{ 'CROSSING.BENEFICIARY' | translate }}</th>@for (nature of it.natures; track nature.code) { <th scope="col" class="number">{{ nature.label || ('NATURE.NONE' | translate) }}</th> }<th scope="col" class="number">{{ 'CROSSING.ALL' | translate }}</th></tr></thead>
            <tbody>
              @for (row of it.rows; track row.beneficiary.id) {
                <tr>
                  <th scope="row"><a [routerLink]="['/beneficiaries' | place, row.beneficiary.id]">{{ nameOf(row.beneficiary) }}</a></th>
                  @for (nature of it.natures; track nature.code) {
                    <td class="number">@if (row.by[nature.code]; as count) { <a [routerLink]="['/beneficiaries' | place, row.beneficiary.id]" [queryParams]="{ nature: nature.code }" [attr.aria-label]="words.count('BENEFICIARY.DOCUMENTS', count) + ', ' + nature.label">{{ count }}</a> }</td>
                  }
                  <td class="number">{{ row.documents }}</td>
                </tr>
              }
            </tbody>
          </table>
        </div>
      } @else { <p class="bn-first-words">{{ 'CROSSING.EMPTY' | translate }}</p> }
    }
  `,
  styles: `
    :host { display: flex; flex: 1; flex-direction: column; min-width: 0; min-height: 0; }
    .bar { padding: 10px 16px; border-bottom: 1px solid var(--bn-line); }
    mat-form-field { width: min(380px, 100%); }
    .number { text-align: right; }
    th[scope='row'] { font-weight: 400; text-align: left; white-space: nowrap; }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CrossingTable {
  private readonly api = inject(AffairsApi);
  protected readonly words = inject(Words);
  protected readonly nameOf = nameOf;
  readonly nature = input('');
  private readonly q = signal('');
  protected readonly table = signal<Crossing | undefined>(undefined);
  protected readonly problem = signal('');
  private waiting?: ReturnType<typeof setTimeout>;
  private round = 0;

  constructor() {
    effect(() => {
      const query = { q: this.q().trim() || undefined, nature: this.nature() === 'none' ? undefined : this.nature() || undefined };
      untracked(() => void this.read(query));
    });
  }

  protected typing(q: string): void {
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => this.q.set(q), 200);
  }

  private async read(query: { readonly q?: string; readonly nature?: string }): Promise<void> {
    const round = ++this.round;
    try {
      const table = await firstValueFrom(this.api.crossing(query));
      if (round !== this.round) return;
      this.table.set(table);
      this.problem.set('');
    } catch (error) {
      if (round === this.round) this.problem.set(this.words.problem(error));
    }
  }
}
