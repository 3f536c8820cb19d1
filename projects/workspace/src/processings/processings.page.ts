import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { MatButtonToggleModule } from '@angular/material/button-toggle';
import { TranslatePipe } from '@ngx-translate/core';
import { SessionStore } from '../session/session.js';
import { Exports } from './exports.js';
import { Purges } from './purges.js';
import { RegisterView } from './register-view.js';
import { Terms } from './terms.js';

type View = 'register' | 'exports' | 'purges' | 'terms';

/** What the RGPD asks to be known: the register of processings, its exports, purges, and terms of personal data. */
@Component({
  selector: 'bn-processings-page',
  imports: [Exports, MatButtonToggleModule, Purges, RegisterView, Terms, TranslatePipe],
  template: `
    <header class="bn-page-head">
      <h1>{{ 'PROCESSINGS.TITLE' | translate }}</h1><span class="room"></span>
      <mat-button-toggle-group hideSingleSelectionIndicator [attr.aria-label]="'PROCESSINGS.VIEWS' | translate" [value]="view()" (change)="view.set($event.value)">
        @for (entry of views(); track entry) { <mat-button-toggle [value]="entry">{{ 'PROCESSINGS.VIEW.' + entry | translate }}</mat-button-toggle> }
      </mat-button-toggle-group>
    </header>
    @switch (view()) {
      @case ('register') { <bn-processing-register /> }
      @case ('exports') { <bn-processing-exports /> }
      @case ('purges') { <bn-purges /> }
      @case ('terms') { <bn-personal-terms /> }
    }
  `,
  styles: `.bn-page-head { flex-wrap: wrap; padding-block: 4px; } bn-processing-register, bn-processing-exports, bn-purges, bn-personal-terms { display: flex; flex: 1; flex-direction: column; min-height: 0; }`,
  host: { class: 'bn-page' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ProcessingsPage {
  private readonly session = inject(SessionStore);
  /** Administrators keep the register; purges are the DPO's and the archives' to know. */
  protected readonly views = computed<readonly View[]>(() => (this.session.has('dpo') || this.session.has('records') ? ['register', 'exports', 'purges', 'terms'] : ['register', 'exports']));
  protected readonly view = signal<View>('register');
}
