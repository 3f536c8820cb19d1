import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { FormsModule } from '@angular/forms';
import { RouterLink } from '@angular/router';
import { MatButton } from '@angular/material/button';
import { MatDialog, type MatDialogRef } from '@angular/material/dialog';
import { TranslatePipe } from '@ngx-translate/core';
import { firstValueFrom } from 'rxjs';
import { Api } from '../api/api.js';
import type { Mail, Paper } from '../api/types.js';
import { PlacePipe } from '../host.js';
import { ourDialog } from '../layout/dialogs.js';
import { SessionStore } from '../session/session.js';
import { Words } from '../words/words.js';

/** Where a mail's paper is: its envelope, in whose hands it is, its printed number, its box. */
@Component({
  selector: 'bn-mail-paper',
  imports: [FormsModule, MatButton, PlacePipe, RouterLink, TranslatePipe],
  template: `
    @if (paper(); as it) {
      @if (it.unscanned; as kind) { <div>{{ kind.label }} <span class="bn-quiet">{{ (kind.opened ? 'UNSCANNED.OPENED' : 'UNSCANNED.SEALED') | translate }}</span></div> }
      @if (it.addressee) { <div>{{ 'UNSCANNED.ADDRESSEE' | translate }}{{ 'GENERAL.COLON' | translate }}{{ it.addressee }}</div> }
      @if (it.reference) { <div>{{ 'UNSCANNED.REFERENCE' | translate }} {{ it.reference }}</div> }
      @if (it.amount !== undefined) { <div>{{ 'UNSCANNED.AMOUNT' | translate }}{{ 'GENERAL.COLON' | translate }}{{ money(it.amount) }}</div> }
      @if (it.time) { <div>{{ 'UNSCANNED.TIME' | translate }}{{ 'GENERAL.COLON' | translate }}{{ it.time }}</div> }
      @if (it.deadline) { <div>{{ 'UNSCANNED.DEADLINE' | translate }}{{ 'GENERAL.COLON' | translate }}{{ words.fullDay(it.deadline) }} {{ it.deadlineTime }}</div> }
      @if (it.cameLate) { <div class="bn-late">{{ 'UNSCANNED.CAME_LATE' | translate }}</div> }
      @if (it.unsealed; as unsealed) { <div>{{ 'PAPER.UNSEALED' | translate: { when: words.moment(unsealed.at), witnesses: unsealed.witnesses.join(', ') } }} <span class="bn-quiet">{{ unsealed.remark }}</span></div> }
      @if (it.returned; as returned) { <div>{{ 'PAPER.RETURNED' | translate: { day: words.fullDay(returned.on), how: ('UNSCANNED.RETURN_BY.' + returned.how | translate) } }} <span class="bn-quiet">{{ returned.reference }}</span></div> }
      @if (it.handedOver; as given) { <div>{{ 'PAPER.HANDED_OVER' | translate: { to: given.to, when: words.moment(given.at) } }}</div> } @else if (it.unscanned) { <div class="bn-soon">{{ 'PAPER.STILL_HERE' | translate }}</div> }
      @if (it.endorsement) { <div>{{ 'PAPER.ENDORSEMENT' | translate }} {{ it.endorsement }}@if (it.endorsementLast) { {{ 'PAPER.TO' | translate }} {{ it.endorsementLast }}} <span class="bn-quiet">{{ words.day(it.endorsedOn) }} {{ it.scanner }}</span></div> }
      @if (it.box; as box) { <div>{{ 'PAPER.BOX' | translate }} @if (boxes()) {<a [routerLink]="['/boxes' | place, box.code]">{{ box.code }}</a>} @else {{{ box.code }}} <span class="bn-quiet">{{ box.location }}</span></div> }
    }
    @if (mayUnseal()) { <button matButton="outlined" type="button" (click)="unseal()">{{ 'PAPER.UNSEAL' | translate }}</button> }
    @if (mayReturn()) { <button matButton="outlined" type="button" (click)="giveBack()">{{ 'UNSCANNED.RETURN' | translate }}</button> }
    @if (mail().actions.includes('shelve')) {
      @if (typing()) {
        <form (ngSubmit)="endorse()">
          <input name="number" required maxlength="60" autocomplete="off" [attr.aria-label]="'PAPER.ENDORSEMENT' | translate" [placeholder]="'PAPER.ENDORSEMENT' | translate" [(ngModel)]="number" />
          <input name="scanner" maxlength="60" autocomplete="off" [attr.aria-label]="'PAPER.SCANNER' | translate" [placeholder]="'PAPER.SCANNER' | translate" [(ngModel)]="scanner" />
          <button matButton type="submit" [disabled]="busy() || !number().trim()">{{ 'PAPER.KEEP' | translate }}</button>
          <button matButton type="button" (click)="typing.set(false)">{{ 'GENERAL.CANCEL' | translate }}</button>
        </form>
        @if (wrong(); as text) { <p class="bn-late" role="alert">{{ text }}</p> }
      } @else {
        <button matButton type="button" (click)="typing.set(true)">{{ (paper()?.endorsement ? 'PAPER.CHANGE_NUMBER' : 'PAPER.ADD_NUMBER') | translate }}</button>
      }
    }
  `,
  styles: `
    :host { display: block; overflow-wrap: anywhere; }
    form { display: flex; flex-wrap: wrap; gap: 6px; align-items: center; }
    input { min-width: 0; width: 150px; padding: 6px 8px; border: 1px solid var(--mat-sys-outline); border-radius: 4px; background: transparent; color: inherit; font: inherit; }
    p { margin: 4px 0; }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MailPaper {
  private readonly api = inject(Api);
  protected readonly words = inject(Words);
  private readonly session = inject(SessionStore);
  protected readonly boxes = computed(() => this.session.has('boxes'));
  readonly mail = input.required<Mail>();
  private readonly id = computed(() => this.mail().id);
  protected readonly paper = linkedSignal(() => this.mail().paper);
  protected readonly typing = linkedSignal({ source: this.id, computation: () => false });
  protected readonly number = linkedSignal({ source: this.id, computation: () => '' });
  protected readonly scanner = linkedSignal({ source: this.id, computation: () => '' });
  protected readonly busy = signal(false);
  protected readonly wrong = linkedSignal({ source: this.id, computation: () => '' });

  private readonly dialog = inject(MatDialog);
  protected readonly mayUnseal = computed(() => !!this.paper()?.unscanned?.commission && !this.paper()?.unsealed && this.mail().actions.includes('receive'));
  protected readonly mayReturn = computed(() => !!this.paper()?.unscanned?.toReturn && !this.paper()?.returned && ['receive', 'shelve'].some((action) => this.mail().actions.includes(action as 'shelve')));

  protected async unseal(): Promise<void> {
    const { UnsealDialog } = await import('../unscanned/unseal-dialog.js');
    await this.noteIn(this.dialog.open<unknown, unknown, Paper>(UnsealDialog, { ...ourDialog, width: '520px', maxWidth: '95vw', data: { id: this.id(), chrono: this.mail().chrono ?? '', late: !!this.paper()?.cameLate } }));
  }

  protected async giveBack(): Promise<void> {
    const { ReturnDialog } = await import('../unscanned/return-dialog.js');
    await this.noteIn(this.dialog.open<unknown, unknown, Paper>(ReturnDialog, { ...ourDialog, width: '440px', maxWidth: '95vw', data: { id: this.id(), chrono: this.mail().chrono ?? '' } }));
  }

  private async noteIn(opened: MatDialogRef<unknown, Paper>): Promise<void> {
    const id = this.id();
    const paper = await firstValueFrom(opened.afterClosed());
    if (paper && id === this.id()) this.paper.set({ ...this.paper(), ...paper });
  }

  protected money(cents: number): string {
    return new Intl.NumberFormat(this.words.lang(), { style: 'currency', currency: 'EUR' }).format(cents / 100);
  }

  protected async endorse(): Promise<void> {
    const id = this.id();
    this.busy.set(true);
    this.wrong.set('');
    try {
      const paper = await firstValueFrom(this.api.endorse(id, this.number().trim(), this.scanner().trim() || undefined));
      if (id === this.id()) {
        this.paper.set(paper);
        this.typing.set(false);
      }
    } catch (error) {
      if (id === this.id()) this.wrong.set(this.words.problem(error));
    }
    this.busy.set(false);
  }
}
