import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { MatIcon } from '@angular/material/icon';
import { TranslatePipe } from '@ngx-translate/core';
import { firstValueFrom } from 'rxjs';
import { MailActions } from '../actions/mail-actions.js';
import { AffairsApi, type PossibleDuplicate } from '../affairs/affairs-api.js';
import type { Mail } from '../api/types.js';
import { PlacePipe } from '../host.js';
import { ourDialog } from '../layout/dialogs.js';
import { Words } from '../words/words.js';
import { SameWords } from './same-words.js';

/** Mails that may be the same as this one, and why; a person compares and decides. Nothing where there is none. */
@Component({
  selector: 'bn-mail-duplicates',
  imports: [MatButton, MatIcon, PlacePipe, RouterLink, TranslatePipe],
  template: `
    @for (one of shown(); track one.mail.id) {
      <div class="one" [class.likely]="likely(one)" role="note">
        <mat-icon aria-hidden="true">{{ likely(one) ? 'difference' : 'file_copy' }}</mat-icon>
        <div class="what">
          <strong>{{ (likely(one) ? 'DUPLICATE.MAY_BE' : 'DUPLICATE.SAME_FORM') | translate }}</strong>
          <a [routerLink]="['/mails' | place, one.mail.id]">{{ one.mail.chrono ?? ('LIST.NO_CHRONO' | translate) }}</a> {{ one.mail.subject }}
          <span class="bn-quiet">{{ 'MAIL_STATE.' + one.mail.state | translate }}@if (one.mail.receivedAt) {, {{ words.day(one.mail.receivedAt) }}}. {{ because(one) }}</span>
        </div>
        <button matButton="outlined" type="button" (click)="compare(one)">{{ 'DUPLICATE.COMPARE' | translate }}</button>
      </div>
    }
    @for (one of decided(); track one.mail.id) {
      <div class="one" role="note">
        <mat-icon aria-hidden="true">{{ one.decided?.as === 'same' ? 'file_copy' : 'difference' }}</mat-icon>
        <div class="what">
          <strong>{{ (one.decided?.as === 'other' ? 'DUPLICATE.WAS_OTHER' : one.decided?.isThis ? 'DUPLICATE.WAS_SAME' : 'DUPLICATE.HAS_SAME') | translate }}</strong>
          <a [routerLink]="['/mails' | place, one.mail.id]">{{ one.mail.chrono ?? ('LIST.NO_CHRONO' | translate) }}</a> {{ one.mail.subject }}
          <span class="bn-quiet">{{ 'DUPLICATE.DECIDED' | translate: { by: one.decided?.by, at: words.brief(one.decided?.at ?? '') } }}</span>
        </div>
        @if (one.decided?.mayUndo) { <button matButton="outlined" type="button" [disabled]="busy()" [title]="(one.decided?.isThis ? 'DUPLICATE.UNDO_SAME' : 'DUPLICATE.UNDO_OTHER') | translate" (click)="takeBack(mail(), one.mail.id)">{{ 'ACTION.undo' | translate }}</button> }
      </div>
    }
    @if (hidden(); as count) { <button matButton type="button" (click)="all.set(true)">{{ words.count('DUPLICATE.OTHERS', count) }}</button> }
  `,
  styles: `
    :host { display: block; }
    .one { display: flex; flex-wrap: wrap; gap: 4px 10px; align-items: center; padding: 8px 16px; border-bottom: 1px solid var(--bn-line); }
    .likely { border-left: 4px solid var(--bn-soon); }
    .what { flex: 1 1 260px; min-width: 0; overflow-wrap: anywhere; }
    .bn-quiet { display: block; }
    mat-icon { flex: none; }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MailDuplicates {
  private readonly api = inject(AffairsApi);
  private readonly dialog = inject(MatDialog);
  private readonly actions = inject(MailActions);
  private readonly sameWords = inject(SameWords);
  protected readonly words = inject(Words);

  readonly mail = input.required<Mail>();
  private readonly key = computed(() => `${this.mail().id} ${this.mail().revision} ${this.mail().possibleDuplicates ?? 0}`);
  private readonly found = signal<readonly PossibleDuplicate[]>([]);
  protected readonly all = signal(false);
  private readonly open = computed(() => this.found().filter(({ decided }) => !decided));
  /** Letters of one form are shown only when asked for. */
  protected readonly shown = computed(() => this.open().filter((one) => this.all() || this.likely(one)).slice(0, this.all() ? 50 : 3));
  /** That it is a duplicate, or has one, is always told; that two are two, beside all else. */
  protected readonly decided = computed(() => this.found().filter(({ decided }) => decided && (decided.as === 'same' || this.all())));
  protected readonly busy = signal(false);
  protected readonly hidden = computed(() => (this.all() ? 0 : this.open().length - this.shown().length + this.found().filter(({ decided }) => decided?.as === 'other').length));

  constructor() {
    effect(() => {
      this.key();
      untracked(() => void this.read());
    });
  }

  protected likely = ({ because }: PossibleDuplicate): boolean => because.some(({ code }) => code !== 'sameForm');
  protected because = ({ because }: PossibleDuplicate): string => because.map((one) => this.sameWords.of(one)).join(this.words.text('GENERAL.SEMICOLON'));

  protected async compare(one: PossibleDuplicate): Promise<void> {
    const { CompareDialog } = await import('./compare-dialog.js');
    const after = (await firstValueFrom(this.dialog.open(CompareDialog, { ...ourDialog, width: '1100px', maxWidth: '97vw', data: { mail: this.mail(), other: one.mail.id } }).afterClosed())) as Mail | undefined;
    if (!after) return;
    await this.read();
    this.actions.did(after.links.some(({ id, kind }) => id === one.mail.id && kind === 'duplicateOf') ? 'markDuplicate' : 'link', after, () => void this.takeBack(after, one.mail.id));
  }

  protected async takeBack(mail: Mail, other: string): Promise<void> {
    this.busy.set(true);
    try {
      this.actions.undid(await firstValueFrom(this.api.undecide(mail.id, other)));
      if (mail.id === this.mail().id) await this.read();
    } catch (error) {
      this.actions.refusedThere(error, mail);
    }
    this.busy.set(false);
  }

  private async read(): Promise<void> {
    const { id, masked, category } = this.mail();
    const found = masked || category !== 'incoming' ? [] : await firstValueFrom(this.api.duplicates(id)).then(({ items }) => items, () => []);
    if (id !== this.mail().id) return;
    this.found.set(found);
    this.all.set(false);
  }
}
