import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { TranslatePipe } from '@ngx-translate/core';
import { SessionStore } from './session.js';

/** For someone whom the repository knows, but who belongs to no service yet. */
@Component({
  selector: 'bn-no-tray',
  imports: [MatButton, MatIcon, TranslatePipe],
  template: `
    <section>
      <mat-icon>inbox</mat-icon>
      <h1>{{ 'NO_TRAY.TITLE' | translate }}</h1>
      <p>{{ 'NO_TRAY.TEXT' | translate: { name: session.person()?.displayName } }}</p>
      <p>{{ 'NO_TRAY.WHO' | translate }}</p>
      <button matButton="outlined" (click)="session.load()">{{ 'GENERAL.RETRY' | translate }}</button>
      <button matButton="filled" (click)="session.logOut()">{{ 'FRAME.LOG_OUT' | translate }}</button>
    </section>
  `,
  styles: `
    :host { display: flex; flex: 1; }
    section { margin: auto; max-width: 460px; padding: 24px; text-align: center; color: var(--bn-muted); }
    h1 { font-size: 20px; color: var(--mat-sys-on-surface); }
    mat-icon { width: 48px; height: 48px; font-size: 48px; }
    button { margin: 8px 4px; }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NoTray {
  protected readonly session = inject(SessionStore);
}
