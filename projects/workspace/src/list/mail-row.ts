import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import { TranslatePipe } from '@ngx-translate/core';
import type { MailLine } from '../api/types.js';
import { SessionStore } from '../session/session.js';
import { stateIcons } from '../words/states.js';
import { dueText } from '../clocks/words.js';
import { Words } from '../words/words.js';

/** A mail in one line of 40 px; what doesn't fit is cut, and said whole on hovering. */
@Component({
  selector: 'bn-mail-row',
  imports: [MatIcon, TranslatePipe],
  template: `
    @let mail = line();
    @if (choosable()) {
      <span role="gridcell" class="choose">
        <input type="checkbox" tabindex="-1" [checked]="chosen()" [disabled]="mail.masked" [attr.aria-label]="'LIST.SELECT' | translate" (click)="$event.stopPropagation(); chose.emit($event.shiftKey)" />
      </span>
    }
    <span role="gridcell" class="state" [title]="'MAIL_STATE.' + mail.state | translate">
      <mat-icon>{{ icons[mail.state] }}</mat-icon><span class="word">{{ 'MAIL_STATE.' + mail.state | translate }}</span>
    </span>
    <span role="gridcell" class="chrono">{{ mail.chrono ?? ('LIST.NO_CHRONO' | translate) }}</span>
    @if (mail.masked) {
      <span role="gridcell" class="sender"></span>
      <span role="gridcell" class="subject masked"><mat-icon>lock</mat-icon>{{ (mail.confidentiality >= 2 ? 'LIST.MASKED' : 'LIST.RESERVED') | translate }}</span>
    } @else {
      <span role="gridcell" class="sender" [title]="mail.sender ?? ''">{{ mail.sender ?? ('LIST.NO_SENDER' | translate) }}</span>
      <span role="gridcell" class="subject" [title]="mail.subject ?? ''">
        @if (mail.confidentiality >= 2) {
          <mat-icon [attr.aria-label]="'CONFIDENTIALITY.' + mail.confidentiality | translate" aria-hidden="false" role="img">lock</mat-icon>
        }
        {{ mail.subject ?? ('LIST.NO_SUBJECT' | translate) }}
        @if (mail.unread) {
          <span class="visually-hidden">{{ 'LIST.UNREAD' | translate }}</span>
        }
        @if (mail.followed) {
          <mat-icon [attr.aria-label]="'LIST.FOLLOWED' | translate" [title]="'LIST.FOLLOWED' | translate" aria-hidden="false" role="img">bookmark</mat-icon>
        }
        @if (mail.lock; as lock) {
          <mat-icon class="alert" [attr.aria-label]="lockedBy(lock)" [title]="lockedBy(lock)" aria-hidden="false" role="img">lock_clock</mat-icon>
        }
        @if (mail.alerts) {
          <mat-icon class="alert" [attr.aria-label]="words.count('LIST.ALERTS', mail.alerts)" [title]="words.count('LIST.ALERTS', mail.alerts)" aria-hidden="false" role="img">campaign</mat-icon>
        }
        @if (mail.held) {
          <mat-icon [attr.aria-label]="'HOLD.HELD' | translate" [title]="'HOLD.HELD' | translate" aria-hidden="false" role="img">ac_unit</mat-icon>
        }
        @if (mail.notes) {
          <mat-icon [attr.aria-label]="words.count('LIST.NOTES', mail.notes)" aria-hidden="false" role="img">sticky_note_2</mat-icon>
        }
      </span>
    }
    <span role="gridcell" class="type" [title]="mail.typeLabel ?? ''">{{ mail.typeLabel }}</span>
    <span role="gridcell" class="assignee" [title]="assignee()">
      @if (mail.assignee) {
        <mat-icon>{{ mine() ? 'person' : mail.replacing ? 'event_busy' : 'lock_person' }}</mat-icon><span class="word">{{ assignee() }}</span>
      }
    </span>
    <span role="gridcell" class="deadline" [class]="deadline()?.tone ?? ''" [title]="why()">
      @if (deadline()?.tone === 'late') {
        <mat-icon>schedule</mat-icon>
      }
      {{ deadline()?.text }}
    </span>
  `,
  styleUrl: './mail-row.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MailRow {
  protected readonly words = inject(Words);
  private readonly session = inject(SessionStore);
  protected readonly icons = stateIcons;

  readonly line = input.required<MailLine>();
  readonly choosable = input(false);
  readonly chosen = input(false);
  /** Chosen, or no longer; whether the choice goes on from the last one. */
  readonly chose = output<boolean>();
  protected lockedBy({ by, until }: NonNullable<MailLine['lock']>): string {
    return this.words.text('LIST.LOCKED', { name: by.displayName, until: this.words.brief(until) });
  }
  protected readonly mine = computed(() => this.line().assignee?.id === this.session.person()?.id);
  protected readonly assignee = computed(() => {
    const { assignee } = this.line();
    if (!assignee) return '';
    return this.mine() ? this.words.text('LIST.ME') : this.line().replacing ? this.words.text('LIST.FOR', { name: assignee.displayName }) : assignee.displayName;
  });
  /** The due day, and each step that led to it. */
  protected readonly why = computed(() => {
    const because = this.line().deadline?.because;
    return [this.deadline()?.exact, because && dueText(because, this.words)].filter(Boolean).join(' : ');
  });
  protected readonly deadline = computed(() => {
    const { deadline } = this.line();
    return deadline && this.words.deadline(deadline);
  });
}
