import { ChangeDetectionStrategy, Component, computed, effect, inject, signal, untracked } from '@angular/core';
import { FormsModule } from '@angular/forms';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatIcon } from '@angular/material/icon';
import { MatInput } from '@angular/material/input';
import { MatSelectModule } from '@angular/material/select';
import { TranslatePipe } from '@ngx-translate/core';
import { firstValueFrom } from 'rxjs';
import { injectPlace, PlacePipe } from '../host.js';
import { ourDialog } from '../layout/dialogs.js';
import { Wait } from '../layout/wait.js';
import { Pages } from '../list/pages.js';
import { SettingsStore } from '../session/settings.js';
import { Words } from '../words/words.js';
import { AffairsApi, type Affair, type AffairLine } from './affairs-api.js';

/** Affairs, the newest first: found by number or words of the title; those of mine; open or closed. */
@Component({
  selector: 'bn-affairs-page',
  imports: [FormsModule, MatButton, MatFormFieldModule, MatIcon, MatInput, MatSelectModule, PlacePipe, RouterLink, TranslatePipe, Wait],
  template: `
    <header class="bn-page-head">
      <h1>{{ 'AFFAIR.TITLE' | translate }}</h1>
      <span class="room"></span>
      <button matButton="filled" (click)="add()"><mat-icon>create_new_folder</mat-icon>{{ 'AFFAIR.ADD' | translate }}</button>
    </header>
    <div class="bar" role="search">
      <mat-form-field subscriptSizing="dynamic" class="find"><mat-label>{{ 'AFFAIR.FIND' | translate }}</mat-label><input matInput type="search" autocomplete="off" maxlength="100" [ngModel]="typed()" (ngModelChange)="typing($event)" /></mat-form-field>
      <mat-form-field subscriptSizing="dynamic">
        <mat-label>{{ 'AFFAIR.STATE_LABEL' | translate }}</mat-label>
        <mat-select [ngModel]="state()" (ngModelChange)="go({ state: $event })">
          <mat-option value="">{{ 'AFFAIR.ANY_STATE' | translate }}</mat-option>
          @for (one of states; track one) { <mat-option [value]="one">{{ 'AFFAIR.STATE.' + one | translate }}</mat-option> }
        </mat-select>
      </mat-form-field>
      <mat-form-field subscriptSizing="dynamic">
        <mat-label>{{ 'AFFAIR.SERVICE' | translate }}</mat-label>
        <mat-select [ngModel]="service()" (ngModelChange)="go({ service: $event })">
          <mat-option value="">{{ 'AFFAIR.ALL_SERVICES' | translate }}</mat-option>
          @for (one of settings.services(); track one.code) { <mat-option [value]="one.code">{{ one.label }}</mat-option> }
        </mat-select>
      </mat-form-field>
      <button matButton [attr.aria-pressed]="mine()" (click)="go({ mine: mine() ? '' : 'true' })"><mat-icon>{{ mine() ? 'check_box' : 'check_box_outline_blank' }}</mat-icon>{{ 'AFFAIR.MINE' | translate }}</button>
    </div>
    <bn-wait [of]="pages()" emptyIcon="folder_open" [emptyTitle]="(asked() ? 'AFFAIR.NOT_FOUND' : 'AFFAIR.EMPTY') | translate" [emptyText]="(asked() ? 'AFFAIR.NOT_FOUND_TEXT' : 'AFFAIR.EMPTY_TEXT') | translate">
      <div class="bn-scroll">
        <table class="bn-table">
          <thead><tr><th scope="col">{{ 'AFFAIR.NUMBER' | translate }}</th><th scope="col">{{ 'AFFAIR.NAME' | translate }}</th><th scope="col">{{ 'AFFAIR.SERVICE' | translate }}</th><th scope="col">{{ 'AFFAIR.RESPONSIBLE' | translate }}</th><th scope="col">{{ 'AFFAIR.OPENED' | translate }}</th><th scope="col">{{ 'AFFAIR.STATE_LABEL' | translate }}</th></tr></thead>
          <tbody>
            @for (affair of pages().items(); track affair.id) {
              <tr>
                <td class="short"><a [routerLink]="['/affairs' | place, affair.id]">{{ affair.chrono }}</a></td>
                <td>@if (affair.masked) { <mat-icon class="lock" aria-hidden="true">lock</mat-icon> <span class="bn-quiet">{{ 'AFFAIR.MASKED' | translate }}</span> } @else { {{ affair.title }} }</td>
                <td>{{ settings.label(affair.service) }}</td>
                <td>{{ affair.responsible?.displayName }}</td>
                <td class="short">{{ words.day(affair.openedOn) }}</td>
                <td class="short">{{ affair.closedOn ? ('AFFAIR.CLOSED_ON' | translate: { day: words.day(affair.closedOn) }) : ('AFFAIR.STATE.open' | translate) }}</td>
              </tr>
            }
          </tbody>
        </table>
        @if (pages().hasMore()) { <button matButton (click)="pages().loadMore()">{{ 'GENERAL.LOAD_MORE' | translate }}</button> }
      </div>
    </bn-wait>
  `,
  styles: `
    .bar { display: flex; flex-wrap: wrap; gap: 8px 12px; align-items: center; padding: 10px 16px; border-bottom: 1px solid var(--bn-line); }
    .bar mat-form-field { width: min(200px, 100%); }
    .bar .find { width: min(380px, 100%); }
    .short { white-space: nowrap; }
    td:nth-child(2) { overflow-wrap: anywhere; }
    .lock { width: 15px; height: 15px; font-size: 15px; vertical-align: -2px; }
  `,
  host: { class: 'bn-page' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AffairsPage {
  private readonly api = inject(AffairsApi);
  private readonly dialog = inject(MatDialog);
  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute);
  private readonly place = injectPlace();
  protected readonly settings = inject(SettingsStore);
  protected readonly words = inject(Words);
  protected readonly states = ['open', 'closed'] as const;

  private readonly start = this.route.snapshot.queryParamMap;
  protected readonly typed = signal(this.start.get('q') ?? '');
  private readonly q = signal(this.typed());
  protected readonly state = signal(this.start.get('state') ?? 'open');
  protected readonly service = signal(this.start.get('service') ?? '');
  protected readonly mine = signal(this.start.get('mine') === 'true');
  protected readonly asked = computed(() => !!this.q() || !!this.service() || this.mine() || this.state() === 'closed');
  private waiting?: ReturnType<typeof setTimeout>;

  protected readonly pages = computed(() => {
    const query = { q: this.q().trim() || undefined, state: this.state() || undefined, service: this.service() || undefined, mine: this.mine() || undefined };
    return new Pages<AffairLine>((page) => this.api.affairs({ ...page, ...query }), ({ id }) => id);
  });

  constructor() {
    void this.settings.load();
    effect(() => {
      const pages = this.pages();
      untracked(() => void pages.load());
    });
  }

  protected typing(q: string): void {
    this.typed.set(q);
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => this.go({ q }), 200);
  }

  protected go(asked: { readonly q?: string; readonly state?: string; readonly service?: string; readonly mine?: string }): void {
    if (asked.q !== undefined) this.q.set(asked.q);
    if (asked.state !== undefined) this.state.set(asked.state);
    if (asked.service !== undefined) this.service.set(asked.service);
    if (asked.mine !== undefined) this.mine.set(asked.mine === 'true');
    const queryParams = { q: this.q() || null, state: this.state(), service: this.service() || null, mine: this.mine() || null };
    void this.router.navigate([], { relativeTo: this.route, queryParams, replaceUrl: true });
  }

  protected async add(): Promise<void> {
    const { AffairDialog } = await import('./affair-dialog.js');
    const affair = (await firstValueFrom(this.dialog.open(AffairDialog, { ...ourDialog, width: '640px', maxWidth: '95vw', data: {} }).afterClosed())) as Affair | undefined;
    if (affair) void this.router.navigate([this.place('/affairs'), affair.id]);
  }
}
