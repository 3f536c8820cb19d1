import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { MatIcon } from '@angular/material/icon';
import { RouterLink } from '@angular/router';
import { addMonths } from '@bannette/domain';
import { TranslatePipe } from '@ngx-translate/core';
import { firstValueFrom } from 'rxjs';
import { MailActions } from '../actions/mail-actions.js';
import { Api } from '../api/api.js';
import type { Mail } from '../api/types.js';
import { PlacePipe } from '../host.js';
import { ourDialog } from '../layout/dialogs.js';
import { SessionStore } from '../session/session.js';
import { Words } from '../words/words.js';
import type { Decision } from './decide-dialog.js';
import { HoldsApi } from './holds-api.js';

/** That a mail is held; why, for those who may know; and how its processing can be allowed all the same where that is limited. */
@Component({
  selector: 'bn-mail-holds',
  imports: [MatButton, MatIcon, PlacePipe, RouterLink, TranslatePipe],
  template: `
    @if (mail().holds; as held) {
      <div class="bn-banner" role="status">
        <mat-icon>ac_unit</mat-icon>
        <span>
          @for (one of held.items; track one.id) {
            <span class="one">{{ 'HOLD.MAIL_HELD.' + one.kind | translate }}@if (one.title) { : @if (session.has('holds')) {<a [routerLink]="['/holds' | place, one.id]">{{ one.title }}</a>} @else {{{ one.title }}}}@if (one.reason) { <span class="bn-quiet">{{ one.reason }}</span> }</span>
          }
          @if (held.inAlfresco) { <span class="one">{{ 'HOLD.PLACED_IN_ALFRESCO' | translate }}</span> }
          @if (held.exception; as allowed) { <span class="one bn-quiet">{{ 'HOLD.ALLOWED' | translate: { day: words.day(allowed.until), by: allowed.by, reason: allowed.reason } }}</span> }
        </span>
        @if (held.mayAllow && !held.exception) { <button matButton (click)="allow()">{{ 'HOLD.ALLOW' | translate }}</button> }
      </div>
    }
  `,
  styles: `.one { display: block; overflow-wrap: anywhere; }`,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MailHolds {
  private readonly api = inject(HoldsApi);
  private readonly mails = inject(Api);
  private readonly actions = inject(MailActions);
  private readonly dialog = inject(MatDialog);
  protected readonly session = inject(SessionStore);
  protected readonly words = inject(Words);
  readonly mail = input.required<Mail>();

  protected async allow(): Promise<void> {
    const mail = this.mail();
    const data: Decision = { what: 'allow', about: [mail.chrono, mail.subject].filter(Boolean).join(' – '), day: { latest: addMonths(this.session.today(), 3) }, submit: ({ day, reason }) => this.api.allow(mail.id, { until: day, reason }) };
    const { DecideDialog } = await import('./decide-dialog.js');
    if (await firstValueFrom(this.dialog.open(DecideDialog, { ...ourDialog, width: '520px', maxWidth: '95vw', autoFocus: 'first-tabbable', data }).afterClosed())) this.actions.follow('note', await firstValueFrom(this.mails.mail(mail.id)));
  }
}
