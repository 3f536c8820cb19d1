import { ChangeDetectionStrategy, Component, computed, inject, linkedSignal, resource, signal } from '@angular/core';
import { FormsModule } from '@angular/forms';
import { Router, RouterLink } from '@angular/router';
import { MatButton } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { MatSelectModule } from '@angular/material/select';
import { TranslatePipe } from '@ngx-translate/core';
import { firstValueFrom } from 'rxjs';
import { injectPlace, PlacePipe } from '../host.js';
import { Wait } from '../layout/wait.js';
import { Pages } from '../list/pages.js';
import { SettingsStore } from '../session/settings.js';
import { Words } from '../words/words.js';
import { RegistersApi, type Reservation } from './registers-api.js';

/** Numbers for a day without server: the next ones of a register are reserved, with what became of those reserved before. */
@Component({
  selector: 'bn-reservations-page',
  imports: [FormsModule, MatButton, MatFormFieldModule, MatInput, MatSelectModule, PlacePipe, RouterLink, TranslatePipe, Wait],
  template: `
    <header class="bn-page-head"><h1>{{ 'REGISTERS.RESERVATIONS' | translate }}</h1></header>
    <form class="bar" [attr.aria-label]="'REGISTERS.RESERVE' | translate" (ngSubmit)="reserve()">
      <mat-form-field subscriptSizing="dynamic">
        <mat-label>{{ 'REGISTERS.REGISTER' | translate }}</mat-label>
        <mat-select name="code" [(ngModel)]="code">
          @for (each of reservable(); track each.code) { <mat-option [value]="each.code">{{ each.label }}</mat-option> }
        </mat-select>
      </mat-form-field>
      @if (chosen()?.perService) {
        <mat-form-field subscriptSizing="dynamic">
          <mat-label>{{ 'REGISTERS.SERVICE' | translate }}</mat-label>
          <mat-select name="service" [(ngModel)]="service">
            @for (entry of settings.services(); track entry.code) { <mat-option [value]="entry.code">{{ entry.label }}</mat-option> }
          </mat-select>
        </mat-form-field>
      }
      <mat-form-field class="count" subscriptSizing="dynamic"><mat-label>{{ 'REGISTERS.COUNT' | translate }}</mat-label><input matInput type="number" name="count" min="1" max="500" required [(ngModel)]="count" /></mat-form-field>
      <mat-form-field class="reason" subscriptSizing="dynamic"><mat-label>{{ 'REGISTERS.REASON' | translate }}</mat-label><input matInput name="reason" maxlength="300" required [(ngModel)]="reason" /></mat-form-field>
      <button matButton="filled" type="submit" [disabled]="busy() || !ready()">{{ 'REGISTERS.RESERVE' | translate }}</button>
      @if (chosen(); as it) { <span class="bn-quiet">{{ 'REGISTERS.NEXT' | translate: { number: it.next } }}</span> }
    </form>
    @if (said(); as text) { <p class="note bn-late" role="alert">{{ text }}</p> }
    <bn-wait [of]="pages" emptyIcon="power_off" [emptyTitle]="'REGISTERS.NO_RESERVATIONS' | translate" [emptyText]="'REGISTERS.NO_RESERVATIONS_TEXT' | translate">
      <div class="bn-scroll" tabindex="0" role="region" [attr.aria-label]="'REGISTERS.RESERVATIONS' | translate">
        <table class="bn-table">
          <thead><tr><th scope="col">{{ 'REGISTERS.NUMBERS' | translate }}</th><th scope="col">{{ 'REGISTERS.REASON' | translate }}</th><th scope="col">{{ 'REGISTERS.RESERVED' | translate }}</th><th scope="col">{{ 'REGISTERS.STATE' | translate }}</th></tr></thead>
          <tbody>
            @for (each of pages.items(); track each.id) {
              <tr>
                <td class="short"><a [routerLink]="['/reservations' | place, each.id]">{{ each.firstChrono }} – {{ each.lastChrono }}</a><br /><span class="bn-quiet">{{ each.label }}</span></td>
                <td class="long">{{ each.reason }}</td>
                <td class="short">{{ words.brief(each.reservedAt) }}<br /><span class="bn-quiet">{{ each.reservedBy }}</span></td>
                <td [class.bn-late]="each.open > 0">{{ each.open ? words.count('REGISTERS.STILL_OPEN', each.open) : ('REGISTERS.SETTLED' | translate: { used: each.used, voided: each.voided }) }}</td>
              </tr>
            }
          </tbody>
        </table>
        @if (pages.hasMore()) { <button matButton (click)="pages.loadMore()">{{ 'GENERAL.LOAD_MORE' | translate }}</button> }
      </div>
    </bn-wait>
  `,
  styles: `
    .bar { display: flex; flex-wrap: wrap; gap: 8px 12px; align-items: center; padding: 10px 16px; border-bottom: 1px solid var(--bn-line); }
    .bar mat-form-field { width: min(220px, 100%); }
    .bar .count { width: 130px; }
    .bar .reason { flex: 1 1 220px; width: auto; }
    .note { margin: 8px 16px 0; }
    .short { white-space: nowrap; }
    .long { overflow-wrap: anywhere; min-width: 120px; }
  `,
  host: { class: 'bn-page' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ReservationsPage {
  private readonly api = inject(RegistersApi);
  private readonly router = inject(Router);
  private readonly place = injectPlace();
  protected readonly settings = inject(SettingsStore);
  protected readonly words = inject(Words);
  private readonly counters = resource({ loader: () => firstValueFrom(this.api.counters()) });
  /** Each register once, its services aside. */
  protected readonly reservable = computed(() => (this.counters.value()?.items ?? []).filter(({ register, code }) => register === code));
  protected readonly code = linkedSignal(() => (this.reservable().find(({ kinds, perService }) => kinds.includes('incoming') && !perService) ?? this.reservable().find(({ perService }) => !perService))?.code ?? this.reservable()[0]?.code ?? '');
  protected readonly chosen = computed(() => this.reservable().find(({ code }) => code === this.code()));
  protected readonly service = signal('');
  protected readonly count = signal(20);
  protected readonly reason = signal('');
  protected readonly said = signal('');
  protected readonly busy = signal(false);
  protected readonly ready = computed(() => !!this.chosen() && this.reason().trim().length > 0 && this.count() >= 1 && this.count() <= 500 && (!this.chosen()?.perService || !!this.service()));
  protected readonly pages = new Pages<Reservation>((page) => this.api.reservations(page), ({ id }) => id);
  private key: string = crypto.randomUUID();

  constructor() {
    void this.settings.load();
    void this.pages.load();
  }

  protected async reserve(): Promise<void> {
    if (this.busy() || !this.ready()) return;
    this.busy.set(true);
    this.said.set('');
    try {
      const { reservation } = await firstValueFrom(this.api.reserve({ key: this.key, code: this.code(), service: this.chosen()?.perService ? this.service() : undefined, count: this.count(), reason: this.reason().trim() }));
      this.key = crypto.randomUUID();
      await this.router.navigate([this.place('/reservations'), reservation.id]);
    } catch (error) {
      this.said.set(this.words.problem(error));
    }
    this.busy.set(false);
  }
}
