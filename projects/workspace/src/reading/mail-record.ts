import { ChangeDetectionStrategy, Component, computed, effect, inject, input, linkedSignal, signal, untracked } from '@angular/core';
import { FormsModule } from '@angular/forms';
import { RouterLink } from '@angular/router';
import { MatButton } from '@angular/material/button';
import { TranslatePipe } from '@ngx-translate/core';
import { firstValueFrom } from 'rxjs';
import type { Mail } from '../api/types.js';
import { PlacePipe } from '../host.js';
import { RecordsApi, type MailRecord as Kept, type RecordSaid } from '../retention/records-api.js';
import { SessionStore } from '../session/session.js';
import { Words } from '../words/words.js';

const shown: readonly Mail['state'][] = ['closed', 'noFollowUp', 'sent'];

/** How a mail is kept: row, trigger and why, both due days, how far it is on its way into the archives, and what to do where it is stuck. */
@Component({
  selector: 'bn-mail-record',
  imports: [FormsModule, MatButton, PlacePipe, RouterLink, TranslatePipe],
  template: `
    @if (record(); as it) {
      <h3>{{ 'ARCHIVING.TITLE' | translate }}</h3>
      <p><strong>{{ 'ARCHIVING.STAGE.' + it.stage | translate }}</strong>@if (it.intermediateSince; as since) {<span class="bn-quiet"> {{ 'ARCHIVING.SINCE' | translate: { day: words.brief(since) } }}</span>}</p>
      <dl>
        @if (it.affair; as affair) {<dt>{{ 'ARCHIVING.AFFAIR' | translate }}</dt><dd>@if (affair.chrono) {<a [routerLink]="['/affairs' | place, affair.id]">{{ affair.chrono }}</a>} {{ affair.closedOn ? ('ARCHIVING.AFFAIR_CLOSED' | translate: { day: words.day(affair.closedOn) }) : ('ARCHIVING.AFFAIR_OPEN' | translate) }}</dd>}
        @if (it.row; as row) {<dt>{{ 'RETENTION.ROW' | translate }}</dt><dd>{{ row.code }} – {{ row.label }}</dd>}
        @if (it.currentUseEnds; as ends) {@if (!it.intermediateSince) {<dt>{{ 'ARCHIVING.CURRENT_USE' | translate }}</dt><dd>{{ words.day(ends) }}</dd>}}
        @if (it.row; as row) {<dt>{{ 'ARCHIVING.TRIGGER' | translate }}</dt><dd>{{ 'TRIGGER.' + row.trigger | translate }}@if (it.triggerDay) { : {{ words.day(it.triggerDay) }} <span class="bn-quiet">{{ 'ARCHIVING.BECAUSE.' + it.because | translate }}</span>} @else {<span class="soon"> {{ 'ARCHIVING.NO_TRIGGER' | translate }}</span>}</dd>}
        @if (it.due) {<dt>{{ 'ARCHIVING.DUE' | translate }}</dt><dd>{{ words.day(it.due) }}</dd>}
        @if (it.agsDue) {<dt>{{ 'ARCHIVING.AGS_DUE' | translate }}</dt><dd>{{ words.day(it.agsDue) }} @if (it.comparedAt) {<span class="bn-quiet">{{ 'ARCHIVING.COMPARED' | translate: { day: words.brief(it.comparedAt) } }}</span>}</dd>}
        @if (it.personalTerm) {<dt>{{ 'ARCHIVING.PERSONAL_TERM' | translate }}</dt><dd>{{ words.day(it.personalTerm) }}</dd>}
        @if (it.documents) {<dt>{{ 'ARCHIVING.DOCUMENTS' | translate }}</dt><dd>{{ it.documents }}</dd>}
      </dl>
      @if (it.sorting; as sorting) {<p>{{ 'SORTINGS.RECORD.' + sorting.decision | translate: { chrono: sorting.chrono } }} <span class="bn-quiet">{{ 'SORTINGS.RECORD.BY' | translate: { by: sorting.by, day: words.day(sorting.on), reference: sorting.reference, criterion: sorting.criterion } }}</span></p>}
      @if (it.held) {<p class="soon">{{ 'ARCHIVING.HELD' | translate }}</p>}
      @if (it.conflict; as conflict) {<p class="late">{{ said(conflict, 'CONFLICT') }}</p>}
      @if (it.failure; as failure) {<p class="late">{{ said(failure, 'FAILURE') }} @if (it.triedAt) {<span class="bn-quiet">{{ 'ARCHIVING.TRIED' | translate: { day: words.brief(it.triedAt) } }}</span>}</p>}
      @if (it.maySettle && (it.conflict || it.failure)) {
        @if (asking()) {
          <form (ngSubmit)="settle()">
            <input name="reason" required minlength="3" maxlength="500" autocomplete="off" [attr.aria-label]="'ARCHIVING.REASON' | translate" [placeholder]="'ARCHIVING.REASON' | translate" [(ngModel)]="reason" />
            <button matButton="filled" type="submit" [disabled]="busy() || reason().trim().length < 3">{{ 'ARCHIVING.SETTLE' | translate }}</button>
            <button matButton type="button" (click)="asking.set(false)">{{ 'GENERAL.CANCEL' | translate }}</button>
          </form>
        } @else {
          <button matButton="outlined" type="button" (click)="asking.set(true)">{{ 'ARCHIVING.SETTLE' | translate }}</button>
        }
        <p role="status" class="bn-quiet">{{ told() }}</p>
      }
      @if (it.intermediateSince && linking() && mayRegister()) {<a matButton="outlined" [routerLink]="['/register' | place]" [queryParams]="{ follows: mail().id }">{{ 'ARCHIVING.NEW_LINKED' | translate }}</a>}
    }
  `,
  styles: `
    :host { display: block; margin-top: 12px; overflow-wrap: anywhere; }
    h3 { margin: 0 0 4px; font-size: 14px; font-weight: 500; }
    dl { display: grid; grid-template-columns: 128px minmax(0, 1fr); gap: 4px 20px; margin: 4px 0; }
    dt { color: var(--bn-muted); text-align: right; }
    dd { margin: 0; padding-left: 8px; }
    p { margin: 4px 0; }
    .late { color: var(--bn-late); }
    .soon { color: var(--bn-soon); }
    form { display: flex; flex-wrap: wrap; gap: 6px; align-items: center; }
    input { flex: 1 1 200px; min-width: 0; height: 32px; padding: 0 8px; border: 1px solid var(--mat-sys-outline); border-radius: 4px; background: transparent; color: inherit; font: inherit; }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MailRecord {
  private readonly api = inject(RecordsApi);
  private readonly session = inject(SessionStore);
  protected readonly words = inject(Words);
  readonly mail = input.required<Pick<Mail, 'id' | 'state'> & { readonly revision?: number }>();
  /** Whether a mail that follows it can be begun from here. */
  readonly linking = input(true);
  private readonly id = computed(() => this.mail().id);
  private readonly seen = computed(() => `${this.id()} ${this.mail().revision} ${this.mail().state}`);
  protected readonly record = linkedSignal<string, Kept | undefined>({ source: this.id, computation: () => undefined });
  protected readonly asking = linkedSignal({ source: this.id, computation: () => false });
  protected readonly reason = linkedSignal({ source: this.id, computation: () => '' });
  protected readonly told = linkedSignal({ source: this.id, computation: () => '' });
  protected readonly busy = signal(false);
  protected readonly mayRegister = computed(() => !!this.session.person()?.registers.length);

  constructor() {
    effect(() => {
      this.seen();
      untracked(() => void this.read());
    });
  }

  private async read(): Promise<void> {
    const id = this.id();
    if (!shown.includes(this.mail().state)) return this.record.set(undefined);
    const record = await firstValueFrom(this.api.record(id)).catch(() => undefined); // Beside the mail: without it the mail is there.
    if (id === this.id()) this.record.set(record);
  }

  protected said({ code, params }: RecordSaid, kind: 'CONFLICT' | 'FAILURE'): string {
    const days = Object.fromEntries(['due', 'ags'].flatMap((name) => (typeof params?.[name] === 'string' ? [[name, this.words.day(params[name])]] : [])));
    return this.words.text(`ARCHIVING.${kind}.${code}`, { ...params, ...days });
  }

  protected async settle(): Promise<void> {
    const id = this.id();
    this.busy.set(true);
    try {
      const record = await firstValueFrom(this.api.settle(id, this.reason().trim()));
      if (id === this.id()) {
        this.record.set(record);
        this.asking.set(false);
        this.told.set(this.words.text(record.conflict ? 'ARCHIVING.STILL_DIFFERS' : 'ARCHIVING.ASKED_AGAIN'));
      }
    } catch (error) {
      if (id === this.id()) this.told.set(this.words.problem(error));
    }
    this.busy.set(false);
  }
}
