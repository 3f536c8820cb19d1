import { ChangeDetectionStrategy, Component, inject, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { TranslatePipe } from '@ngx-translate/core';
import { Words } from '../words/words.js';
import type { Version } from './schedule-api.js';
import { ScheduleStore } from './schedule-store.js';

/** All versions, the newest first, each with who did what and when. */
@Component({
  selector: 'bn-schedule-versions',
  imports: [MatButton, TranslatePipe],
  template: `
    <ol class="bn-scroll" tabindex="0" role="list" [attr.aria-label]="'SCHEDULE.VIEW.versions' | translate">
      @for (one of store.versions(); track one.id) {
        <li [class.inForce]="one.state === 'inForce'" [class.shown]="one.id === store.version()?.id">
          <button matButton [attr.aria-current]="one.id === store.version()?.id ? 'true' : null" (click)="show(one)">{{ 'SCHEDULE.VERSION' | translate: { number: one.number } }}</button>
          <b>{{ 'SCHEDULE.STATE.' + one.state | translate }}</b>
          <span>{{ one.title }}</span>
          <p class="bn-quiet">
            {{ words.count('SCHEDULE.ROWS', one.rows) }}, {{ words.count('SCHEDULE.AGREED_ROWS', one.agreedRows) }}@if (one.basedOn) {, {{ 'SCHEDULE.BASED_ON' | translate: { number: one.basedOn } }}}
            <br />{{ 'SCHEDULE.DID.created' | translate: { who: store.who(one.created.by), at: words.brief(one.created.at) } }}
            @if (one.changed; as done) { <br />{{ 'SCHEDULE.DID.changed' | translate: { who: done.by, at: words.brief(done.at) } }} }
            @if (one.agreed && one.agreement; as agreement) { <br />{{ 'SCHEDULE.AGREEMENT' | translate: { by: agreement.by, day: words.day(agreement.on), reference: agreement.reference } }}, {{ 'SCHEDULE.DID.agreed' | translate: { who: one.agreed.by, at: words.brief(one.agreed.at) } }} }
            @if (one.inForce; as done) { <br />{{ 'SCHEDULE.DID.inForce' | translate: { who: store.who(done.by), at: words.brief(done.at) } }} }
            @if (one.supersededAt; as at) { <br />{{ 'SCHEDULE.SINCE.superseded' | translate: { day: words.brief(at) } }} }
          </p>
        </li>
      }
    </ol>
  `,
  styles: `
    ol { margin: 0; padding: 12px 16px; list-style: none; }
    li { padding: 4px 12px 4px 16px; border-left: 3px solid var(--bn-line); overflow-wrap: anywhere; }
    li.inForce { border-left-color: var(--bn-done); }
    li.shown { background: var(--mat-sys-surface-container-low); }
    b { margin-right: 12px; }
    p { margin: 0 0 12px 12px; }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ScheduleVersions {
  protected readonly store = inject(ScheduleStore);
  protected readonly words = inject(Words);
  readonly chosen = output();

  protected async show({ id }: Version): Promise<void> {
    await this.store.load(id);
    this.chosen.emit();
  }
}
