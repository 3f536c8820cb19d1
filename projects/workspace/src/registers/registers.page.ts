import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router } from '@angular/router';
import { MatButtonToggleModule } from '@angular/material/button-toggle';
import { TranslatePipe } from '@ngx-translate/core';
import { DayRegisters } from './day-registers.js';
import { Gaps } from './gaps.js';
import { OpenRegister } from './open-register.js';

const views = ['today', 'days', 'gaps'] as const;
type View = (typeof views)[number];

/** The register: of today, of each day that is closed, and what is not in its row. */
@Component({
  selector: 'bn-registers-page',
  imports: [DayRegisters, Gaps, MatButtonToggleModule, OpenRegister, TranslatePipe],
  template: `
    <header class="bn-page-head">
      <h1>{{ 'REGISTERS.TITLE' | translate }}</h1><span class="room"></span>
      <mat-button-toggle-group hideSingleSelectionIndicator [attr.aria-label]="'REGISTERS.VIEWS' | translate" [value]="view()" (change)="go($event.value)">
        @for (entry of views; track entry) { <mat-button-toggle [value]="entry">{{ 'REGISTERS.VIEW.' + entry | translate }}</mat-button-toggle> }
      </mat-button-toggle-group>
    </header>
    @switch (view()) {
      @case ('today') { <bn-open-register /> }
      @case ('days') { <bn-day-registers /> }
      @case ('gaps') { <bn-gaps /> }
    }
  `,
  styles: `.bn-page-head { flex-wrap: wrap; padding-block: 4px; } bn-open-register, bn-day-registers, bn-gaps { display: flex; flex: 1; flex-direction: column; min-height: 0; }`,
  host: { class: 'bn-page' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RegistersPage {
  protected readonly views = views;
  private readonly route = inject(ActivatedRoute);
  private readonly router = inject(Router);
  private readonly query = toSignal(this.route.queryParamMap, { requireSync: true });
  /** Told in the address: it stays when the page is loaded again, and is gone back to. */
  protected readonly view = computed((): View => views.find((one) => one === this.query().get('view')) ?? 'today');

  protected go(view: View): void {
    void this.router.navigate([], { relativeTo: this.route, queryParams: { view: view === 'today' ? null : view } });
  }
}
