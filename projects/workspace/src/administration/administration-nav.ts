import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { MatIcon } from '@angular/material/icon';
import { TranslatePipe } from '@ngx-translate/core';
import { PlacePipe } from '../host.js';
import { SessionStore } from '../session/session.js';
import { idOf, isEditable } from './column.js';
import { tables } from './tables.js';

/** The pages of the administration's room: each kind of settings, and for those who may see them the installation's state and what failed. */
@Component({
  selector: 'bn-administration-nav',
  imports: [MatIcon, PlacePipe, RouterLink, RouterLinkActive, TranslatePipe],
  template: `
    <nav [attr.aria-label]="'ADMIN.KINDS' | translate">
      @for (kind of trees; track kind) {
        <a [routerLink]="['/administration' | place, kind]" routerLinkActive="here" ariaCurrentWhenActive="page">{{ 'SETTING.' + kind | translate }}</a>
      }
      @for (each of tables; track idOf(each)) {
        <a [routerLink]="['/administration' | place, idOf(each)]" routerLinkActive="here" ariaCurrentWhenActive="page">{{ 'SETTING.' + idOf(each) | translate }}@if (!isEditable(each)) { <mat-icon>visibility</mat-icon>}</a>
      }
      @if (session.has('schedule')) { <a [routerLink]="'/schedule' | place">{{ 'SCHEDULE.TITLE' | translate }}</a> }
      <a class="apart" [routerLink]="'/administration/rights' | place" routerLinkActive="here" ariaCurrentWhenActive="page">{{ 'RIGHTS.TITLE' | translate }}</a>
      @if (session.has('administration')) {
        <a [routerLink]="'/administration/health' | place" routerLinkActive="here" ariaCurrentWhenActive="page">{{ 'HEALTH.TITLE' | translate }}</a>
        <a [routerLink]="'/administration/failures' | place" routerLinkActive="here" ariaCurrentWhenActive="page">{{ 'FAILURES.TITLE' | translate }}</a>
        <a [routerLink]="'/leaving' | place">{{ 'LEAVING.TITLE' | translate }}</a>
      }
    </nav>
  `,
  styles: `
    :host { display: flex; min-height: 0; border-right: 1px solid var(--bn-line); }
    nav { display: flex; flex: 1; flex-direction: column; gap: 2px; padding: 8px; overflow: auto; }
    a { display: flex; align-items: center; justify-content: space-between; padding: 6px 10px; border-radius: 6px; color: inherit; text-decoration: none; }
    a:hover { background: var(--mat-sys-surface-container-high); }
    a.here { background: var(--mat-sys-secondary-container); color: var(--mat-sys-on-secondary-container); font-weight: 500; }
    a.apart { margin-top: 14px; }
    mat-icon { width: 15px; height: 15px; font-size: 15px; opacity: 0.5; }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AdministrationNav {
  protected readonly session = inject(SessionStore);
  protected readonly tables = tables;
  protected readonly idOf = idOf;
  protected readonly isEditable = isEditable;
  /** Kinds with a page of their own. */
  protected readonly trees = ['services', 'types', 'registers', 'rules', 'templates', 'sites', 'scanners', 'thesaurus', 'forms', 'calendar', 'clocks', 'reminders', 'commitments'] as const;
}
