import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { MatIcon } from '@angular/material/icon';
import { TranslatePipe } from '@ngx-translate/core';
import { dayIn, type MailKind } from '@bannette/domain';
import { PlacePipe } from '../host.js';
import type { ReservationView, ReservedNumber } from '../registers/registers-api.js';
import { SessionStore } from '../session/session.js';
import { Words } from '../words/words.js';

/** Kinds whose form asks no day on which they came, left, or were called. */
const withoutDay: readonly MailKind[] = ['note', 'signature'];

/** Says under which reserved number a mail is entered, how many wait still, and asks the day where its form asks none. */
@Component({
  selector: 'bn-under-number',
  imports: [MatIcon, PlacePipe, RouterLink, TranslatePipe],
  template: `
    <p role="status">
      <mat-icon aria-hidden="true">power_off</mat-icon>
      @if (number(); as open) {
        <span>{{ 'ENTRY.UNDER' | translate: { number: open.chrono } }}</span>
      } @else {
        <span>{{ (view() ? 'ENTRY.UNDER_NONE' : 'ENTRY.UNDER_LOST') | translate }}</span>
      }
      @if (left() > 1) { <span class="bn-quiet">{{ words.count('REGISTERS.STILL_OPEN', left()) }}</span> }
      <a [routerLink]="['/reservations' | place, reservation()]">{{ 'ENTRY.UNDER_BACK' | translate }}</a>
    </p>
    @if (number() && asksDay()) {
      <label>{{ 'ENTRY.BY_HAND_ON' | translate }} <input type="date" required aria-required="true" [min]="reservedOn()" [max]="today" [value]="on()" (change)="on.set($any($event.target).value)" /></label>
    }
  `,
  styles: `
    :host { display: block; margin-bottom: 12px; padding: 10px 12px; border: 1px solid var(--bn-line); border-left: 4px solid var(--bn-soon); border-radius: 4px; }
    p { display: flex; flex-wrap: wrap; gap: 4px 10px; align-items: center; margin: 0; }
    p span:first-of-type { font-weight: 500; }
    mat-icon { flex: none; width: 18px; height: 18px; font-size: 18px; }
    label { display: flex; flex-wrap: wrap; gap: 8px; align-items: center; margin-top: 8px; }
    input { min-height: 32px; padding: 2px 8px; border: 1px solid var(--mat-sys-outline); border-radius: 4px; background: transparent; color: inherit; font: inherit; }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class UnderNumber {
  private readonly session = inject(SessionStore);
  protected readonly words = inject(Words);
  protected readonly today = this.session.today();

  readonly reservation = input.required<string>();
  readonly view = input<ReservationView>();
  readonly number = input<ReservedNumber>();
  readonly kind = input.required<MailKind>();

  protected readonly left = computed(() => this.view()?.reservation.open ?? 0);
  protected readonly asksDay = computed(() => withoutDay.includes(this.kind()));
  /** The day on which its number was reserved: nothing was given it before. */
  readonly reservedOn = computed(() => {
    const at = this.view()?.reservation.reservedAt;
    return at ? dayIn(this.session.person()?.authority.timeZone ?? 'Europe/Paris', new Date(at)) : this.today;
  });
  /** Day on which it was registered by hand; it stays for the next number. */
  readonly on = linkedSignal(() => this.reservedOn());
}
