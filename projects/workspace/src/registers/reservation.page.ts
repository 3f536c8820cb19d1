import { ChangeDetectionStrategy, Component, computed, inject, linkedSignal, signal } from '@angular/core';
import { FormsModule } from '@angular/forms';
import { ActivatedRoute, RouterLink } from '@angular/router';
import { MatButton } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { TranslatePipe } from '@ngx-translate/core';
import { firstValueFrom, map } from 'rxjs';
import { dayIn } from '@bannette/domain';
import { PlacePipe } from '../host.js';
import { Wait } from '../layout/wait.js';
import { Pages } from '../list/pages.js';
import { keep } from '../reading/keep.js';
import { SessionStore } from '../session/session.js';
import { Words } from '../words/words.js';
import { RegistersApi, type Reservation, type ReservationView, type ReservedNumber } from './registers-api.js';
import { ReplayForm } from './replay-form.js';

/** Numbers that were reserved: sheets to write on, what they were given to, and those that nothing was given. */
@Component({
  selector: 'bn-reservation-page',
  imports: [FormsModule, MatButton, MatFormFieldModule, MatInput, PlacePipe, ReplayForm, RouterLink, TranslatePipe, Wait],
  template: `
    <header class="bn-page-head">
      <h1>{{ reservation()?.firstChrono }} – {{ reservation()?.lastChrono }}</h1>
      @if (reservation(); as it) {
        <span>{{ it.reason }}</span><span class="room"></span>
        <span class="bn-quiet">{{ it.label }} – {{ words.brief(it.reservedAt) }}, {{ it.reservedBy }}</span>
        @if (it.open) { <button class="print" matButton="outlined" (click)="print()">{{ 'REGISTERS.PRINT' | translate }}</button> }
      }
    </header>
    <p class="said" role="status" [class.bn-late]="said()?.wrong">{{ said()?.text }}</p>
    <bn-wait [of]="pages" emptyIcon="power_off" [emptyTitle]="'REGISTERS.NO_RESERVATIONS' | translate" [emptyText]="''">
      <div class="bn-scroll" tabindex="0" role="region" [attr.aria-label]="'REGISTERS.NUMBERS' | translate">
        @if (quick() && chosen(); as number) { <bn-replay-form [reservation]="id" [number]="number" [from]="from()" (entered)="done($event)" /> }
        @if (open().length) {
          <form class="bar" [attr.aria-label]="'REGISTERS.VOID' | translate" (ngSubmit)="voidThem()">
            <mat-form-field subscriptSizing="dynamic"><mat-label>{{ 'REGISTERS.VOID_REASON' | translate }}</mat-label><input matInput name="reason" maxlength="500" [(ngModel)]="reason" /></mat-form-field>
            <button matButton type="submit" [disabled]="!reason().trim() || !marked().size">{{ 'REGISTERS.VOID_MARKED' | translate: { count: marked().size } }}</button>
            <button matButton type="button" (click)="markAll()">{{ 'REGISTERS.MARK_ALL' | translate }}</button>
          </form>
        }
        <table class="bn-table">
          <thead><tr><th scope="col"><span class="visually-hidden">{{ 'REGISTERS.MARK_COLUMN' | translate }}</span></th><th scope="col">{{ 'REGISTERS.NUMBER' | translate }}</th><th scope="col">{{ 'REGISTERS.STATE' | translate }}</th><th scope="col">{{ 'REGISTERS.MAIL_OR_REASON' | translate }}</th><th scope="col"><span class="visually-hidden">{{ 'ACTIONS' | translate }}</span></th></tr></thead>
          <tbody>
            @for (each of pages.items(); track each.number) {
              <tr [class.here]="quick() && each.number === chosen()?.number">
                <td>@if (each.state === 'open') { <input type="checkbox" [attr.aria-label]="('REGISTERS.VOID' | translate) + ' ' + each.chrono" [checked]="marked().has(each.number)" (change)="mark(each.number)" /> }</td>
                <td class="short">{{ each.chrono }}</td>
                <td>{{ 'REGISTERS.NUMBER_STATE.' + each.state | translate }}@if (each.settledAt) {<br /><span class="bn-quiet">{{ words.brief(each.settledAt) }}</span>}</td>
                <td class="long">@if (each.mailId) { <a [routerLink]="['/mails' | place, each.mailId]">{{ each.subject ?? ('REGISTERS.MASKED' | translate) }}</a> } @else { {{ each.reason }} }</td>
                <td class="do">
                  @if (each.state === 'open') {
                    @if (quick() && each.number !== chosen()?.number) { <button matButton [attr.aria-label]="('REGISTERS.ENTER' | translate) + ' ' + each.chrono" (click)="picked.set(each.number)">{{ 'REGISTERS.ENTER' | translate }}</button> }
                    @if (kinds()[0]; as first) { <a matButton [routerLink]="['/register' | place, first]" [queryParams]="{ reservation: id, number: each.number }" [attr.aria-label]="((quick() ? 'REGISTERS.ENTER_WHOLE' : 'REGISTERS.ENTER') | translate) + ' ' + each.chrono">{{ (quick() ? 'REGISTERS.ENTER_WHOLE' : 'REGISTERS.ENTER') | translate }}</a> }
                  }
                </td>
              </tr>
            }
          </tbody>
        </table>
      </div>
    </bn-wait>
  `,
  styles: `
    .bn-page-head { flex-wrap: wrap; padding-block: 4px; overflow-wrap: anywhere; }
    .print { margin-left: auto; }
    .said { margin: 0; padding: 6px 16px; }
    .said:empty { padding: 0; }
    .bar { display: flex; flex-wrap: wrap; gap: 8px 12px; align-items: center; padding: 10px 16px; border-bottom: 1px solid var(--bn-line); }
    .bar mat-form-field { flex: 0 1 420px; }
    td { vertical-align: middle; }
    th:first-child { width: 18px; }
    .short { white-space: nowrap; }
    .long { overflow-wrap: anywhere; min-width: 140px; }
    .do { text-align: right; white-space: nowrap; }
    tr.here { background: var(--mat-sys-secondary-container); }
    input[type='checkbox'] { width: 18px; height: 18px; accent-color: var(--mat-sys-primary); }
  `,
  host: { class: 'bn-page' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ReservationPage {
  private readonly api = inject(RegistersApi);
  private readonly session = inject(SessionStore);
  protected readonly words = inject(Words);
  protected readonly id = inject(ActivatedRoute).snapshot.paramMap.get('id') ?? '';
  protected readonly reservation = signal<Reservation | undefined>(undefined);
  protected readonly said = signal<{ readonly text: string; readonly wrong: boolean } | undefined>(undefined);
  protected readonly reason = signal('');
  protected readonly pages = new Pages<ReservedNumber>(() => this.api.reservation(this.id).pipe(map((view) => this.shown(view))), ({ chrono }) => chrono);
  protected readonly open = computed(() => this.pages.items().filter(({ state }) => state === 'open'));
  protected readonly kinds = computed(() => this.reservation()?.kinds ?? []);
  /** Incoming mail is entered here, line after line; all else, and what needs more, through the form of its kind. */
  protected readonly quick = computed(() => this.kinds().includes('incoming'));
  protected readonly picked = signal<number | undefined>(undefined);
  /** The one that is entered: the one that was asked for, else the next that waits. */
  protected readonly chosen = computed(() => this.open().find(({ number }) => number === this.picked()) ?? this.open().find(({ number }) => number > (this.picked() ?? 0)) ?? this.open()[0]);
  protected readonly marked = linkedSignal<readonly ReservedNumber[], ReadonlySet<number>>({ source: this.open, computation: (open, before) => new Set([...(before?.value ?? [])].filter((number) => open.some((each) => each.number === number))) });
  protected readonly from = computed(() => dayIn(this.session.person()?.authority.timeZone ?? 'Europe/Paris', new Date(this.reservation()?.reservedAt ?? Date.now())));

  constructor() {
    void this.pages.load();
  }

  protected mark(number: number): void {
    this.marked.update((marked) => new Set(marked.has(number) ? [...marked].filter((each) => each !== number) : [...marked, number]));
  }

  protected markAll(): void {
    this.marked.set(new Set(this.open().map(({ number }) => number)));
  }

  protected async done(chrono: string): Promise<void> {
    this.said.set({ text: this.words.text('REGISTERS.ENTERED', { number: chrono }), wrong: false });
    this.picked.set(this.chosen()?.number);
    await this.pages.refresh();
  }

  protected async voidThem(): Promise<void> {
    const numbers = [...this.marked()];
    if (!numbers.length || !this.reason().trim()) return;
    await this.ask(async () => {
      await firstValueFrom(this.api.voidNumbers(this.id, { numbers, reason: this.reason().trim() }));
      this.reason.set('');
      await this.pages.refresh();
      return this.words.count('REGISTERS.VOIDED', numbers.length);
    });
  }

  protected async print(): Promise<void> {
    await this.ask(async () => keep(await firstValueFrom(this.api.sheets(this.id)), `numeros-reserves-${this.reservation()?.firstChrono}.pdf`));
  }

  private shown({ reservation, numbers }: ReservationView): { readonly items: readonly ReservedNumber[] } {
    this.reservation.set(reservation);
    return { items: numbers };
  }

  private async ask(work: () => Promise<string | void>): Promise<void> {
    try {
      const text = await work();
      this.said.set(text ? { text, wrong: false } : undefined);
    } catch (error) {
      this.said.set({ text: this.words.problem(error), wrong: true });
    }
  }
}
