import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { MatMenuModule } from '@angular/material/menu';
import { TranslatePipe } from '@ngx-translate/core';
import { Preferences } from '../session/preferences.js';
import { SessionStore } from '../session/session.js';

/** Looks, language and the way out, where no host offers them. */
@Component({
  selector: 'bn-account-menu',
  imports: [MatButton, MatIcon, MatMenuModule, TranslatePipe],
  template: `
    <button mat-button [matMenuTriggerFor]="menu"><mat-icon>account_circle</mat-icon>{{ session.person()?.displayName ?? ('FRAME.ACCOUNT' | translate) }}</button>
    <mat-menu #menu="matMenu" xPosition="before">
      <button mat-menu-item [matMenuTriggerFor]="themes"><mat-icon>contrast</mat-icon>{{ 'FRAME.THEME' | translate }}</button>
      <button mat-menu-item [matMenuTriggerFor]="languages"><mat-icon>translate</mat-icon>{{ 'FRAME.LANGUAGE' | translate }}</button>
      <button mat-menu-item (click)="session.logOut()"><mat-icon>logout</mat-icon>{{ 'FRAME.LOG_OUT' | translate }}</button>
    </mat-menu>
    <mat-menu #themes="matMenu">
      @for (theme of $any(['system', 'light', 'dark']); track theme) {
        <button mat-menu-item role="menuitemradio" [attr.aria-checked]="preferences.theme() === theme" (click)="preferences.setTheme(theme)">
          <mat-icon>{{ preferences.theme() === theme ? 'radio_button_checked' : 'radio_button_unchecked' }}</mat-icon>{{ 'THEME.' + theme | translate }}
        </button>
      }
    </mat-menu>
    <mat-menu #languages="matMenu">
      <button mat-menu-item lang="fr" (click)="preferences.speak('fr')">Français</button>
      <button mat-menu-item lang="en" (click)="preferences.speak('en')">English</button>
    </mat-menu>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AccountMenu {
  protected readonly session = inject(SessionStore);
  protected readonly preferences = inject(Preferences);
}
