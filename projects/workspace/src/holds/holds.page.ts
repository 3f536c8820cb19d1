import { ChangeDetectionStrategy, Component, computed, effect, inject, signal, untracked } from '@angular/core';
import { FormsModule } from '@angular/forms';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { MatButton } from '@angular/material/button';
import { MatButtonToggleModule } from '@angular/material/button-toggle';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatIcon } from '@angular/material/icon';
import { MatInput } from '@angular/material/input';
import { MatSelectModule } from '@angular/material/select';
import { TranslatePipe } from '@ngx-translate/core';
import { firstValueFrom } from 'rxjs';
import { injectPlace, PlacePipe } from '../host.js';
import { Wait } from '../layout/wait.js';
import { Pages } from '../list/pages.js';
import { SessionStore } from '../session/session.js';
import { SettingsStore } from '../session/settings.js';
import { Words } from '../words/words.js';
import { HoldButton } from './hold-button.js';
import { HoldsApi, holdStates, type HeldMail, type Hold, type HoldCounts, type HoldState } from './holds-api.js';

const kinds = ['litigation', 'restriction', 'research', 'other'] as const;
type Tab = HoldState | 'inAlfresco';

/** Holds: active, to be reviewed, refused by Alfresco, released; and what people hold in Alfresco itself. */
@Component({
  selector: 'bn-holds-page',
  imports: [FormsModule, HoldButton, MatButton, MatButtonToggleModule, MatFormFieldModule, MatIcon, MatInput, MatSelectModule, PlacePipe, RouterLink, TranslatePipe, Wait],
  template: `
    <header class="bn-page-head">
      <h1>{{ 'HOLD.TITLE' | translate }}</h1>
      <span class="room"></span>
      <bn-hold-button (placed)="go($event)" />
    </header>
    <div class="bar" role="search">
      <mat-button-toggle-group hideSingleSelectionIndicator [attr.aria-label]="'HOLD.STATE_LABEL' | translate" [ngModel]="tab()" (ngModelChange)="turn({ state: $event })">
        @for (one of tabs(); track one) { <mat-button-toggle [value]="one">{{ 'HOLD.STATE.' + one | translate }}@if (countOf(one); as n) {<span class="count">{{ n }}</span>}</mat-button-toggle> }
      </mat-button-toggle-group>
      @if (tab() !== 'inAlfresco') {
        <mat-form-field subscriptSizing="dynamic"><mat-label>{{ 'HOLD.FIND' | translate }}</mat-label><input matInput type="search" autocomplete="off" maxlength="100" [ngModel]="typed()" (ngModelChange)="typing($event)" /></mat-form-field>
        <mat-form-field subscriptSizing="dynamic">
          <mat-label>{{ 'HOLD.KIND_LABEL' | translate }}</mat-label>
          <mat-select [ngModel]="kind()" (ngModelChange)="turn({ kind: $event })">
            <mat-option value="">{{ 'HOLD.ANY_KIND' | translate }}</mat-option>
            @for (one of kinds; track one) { <mat-option [value]="one">{{ 'HOLD.KIND.' + one | translate }}</mat-option> }
          </mat-select>
        </mat-form-field>
      }
    </div>
    @if (tab() === 'inAlfresco') {
      <p class="bn-first-words">{{ 'HOLD.IN_ALFRESCO_TEXT' | translate }}</p>
      <bn-wait [of]="others()" emptyIcon="ac_unit" [emptyTitle]="'HOLD.EMPTY.inAlfresco' | translate" [emptyText]="'HOLD.EMPTY_TEXT.inAlfresco' | translate">
        <div class="bn-scroll">
          <table class="bn-table">
            <thead><tr><th scope="col">{{ 'HOLD.MAIL' | translate }}</th><th scope="col">{{ 'HOLD.SERVICE' | translate }}</th><th scope="col">{{ 'HOLD.SINCE' | translate }}</th></tr></thead>
            <tbody>
              @for (line of others().items(); track line.mail.id) {
                <tr><td>@if (line.mail.opens) { <a [routerLink]="['/mails' | place, line.mail.id]">{{ line.mail.chrono }}</a> {{ line.mail.subject }} } @else { {{ line.mail.chrono }} }</td><td>{{ settings.label(line.mail.service ?? '') }}</td><td class="short">{{ words.day(line.since.slice(0, 10)) }}</td></tr>
              }
            </tbody>
          </table>
          @if (others().hasMore()) { <button matButton (click)="others().loadMore()">{{ 'GENERAL.LOAD_MORE' | translate }}</button> }
        </div>
      </bn-wait>
    } @else {
      <bn-wait [of]="pages()" emptyIcon="ac_unit" [emptyTitle]="'HOLD.EMPTY.' + tab() | translate" [emptyText]="'HOLD.EMPTY_TEXT.' + tab() | translate">
        <div class="bn-scroll">
          <table class="bn-table">
            <thead><tr><th scope="col">{{ 'HOLD.NAME' | translate }}</th><th scope="col">{{ 'HOLD.KIND_LABEL' | translate }}</th><th scope="col">{{ 'HOLD.SCOPE_LABEL' | translate }}</th><th scope="col" class="number">{{ 'HOLD.MAILS' | translate }}</th><th scope="col">{{ 'HOLD.ALFRESCO' | translate }}</th><th scope="col">{{ (tab() === 'released' ? 'HOLD.RELEASED_ON' : 'HOLD.REVIEW_ON') | translate }}</th><th scope="col">{{ 'HOLD.BY' | translate }}</th></tr></thead>
            <tbody>
              @for (hold of pages().items(); track hold.id) {
                <tr>
                  <td class="name"><a [routerLink]="['/holds' | place, hold.id]">{{ hold.title }}</a></td>
                  <td class="word">{{ 'HOLD.KIND.' + hold.kind | translate }}</td>
                  <td class="name">{{ 'HOLD.SCOPE.' + hold.scope.kind | translate }}@if (hold.scope.label) {<br /><span class="bn-quiet">{{ hold.scope.label }}</span>}</td>
                  <td class="number">{{ hold.mails }}</td>
                  <td class="short">
                    @if (hold.failure || hold.failing) { <span class="bn-late"><mat-icon class="mark" aria-hidden="true">error</mat-icon>{{ hold.failure ? ('HOLD.SAID.' + hold.failure.code | translate) : words.count('HOLD.FAILING', hold.failing) }}</span> }
                    @else if (hold.filling || hold.applied < hold.mails) { {{ 'HOLD.PROGRESS' | translate: { done: hold.applied, total: hold.mails } }} }
                    @else { {{ (hold.releasedAt ? 'HOLD.LIFTED' : 'HOLD.APPLIED') | translate }} }
                  </td>
                  <td class="short">
                    @if (hold.releasedAt) { {{ words.day(hold.releasedAt.slice(0, 10)) }} }
                    @else { <span [class.bn-late]="hold.review === 'passed'" [class.soon]="hold.review === 'soon'">{{ words.day(hold.reviewOn) }}@if (hold.review !== 'later') {<br />{{ 'HOLD.REVIEW.' + hold.review | translate }}}</span> }
                  </td>
                  <td class="word">{{ hold.by.displayName }}</td>
                </tr>
              }
            </tbody>
          </table>
          @if (pages().hasMore()) { <button matButton (click)="pages().loadMore()">{{ 'GENERAL.LOAD_MORE' | translate }}</button> }
        </div>
      </bn-wait>
    }
  `,
  styles: `
    .bar { display: flex; flex-wrap: wrap; gap: 8px 12px; align-items: center; padding: 8px 16px; border-bottom: 1px solid var(--bn-line); }
    mat-button-toggle-group { flex-wrap: wrap; }
    .count { margin-left: 6px; font-weight: 600; }
    .number { text-align: right; }
    .short { white-space: nowrap; }
    .name { overflow-wrap: anywhere; min-width: 140px; }
    .soon { color: var(--bn-soon); }
    .mark { width: 16px; height: 16px; margin-right: 4px; font-size: 16px; vertical-align: text-bottom; }
    .bn-first-words { margin: 0; }
  `,
  host: { class: 'bn-page' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class HoldsPage {
  private readonly api = inject(HoldsApi);
  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute);
  private readonly session = inject(SessionStore);
  private readonly placeOf = injectPlace();
  protected readonly settings = inject(SettingsStore);
  protected readonly words = inject(Words);
  protected readonly kinds = kinds;
  private readonly start = this.route.snapshot.queryParamMap;
  protected readonly tab = signal<Tab>(([...holdStates, 'inAlfresco'] as const).find((one) => one === this.start.get('state')) ?? 'active');
  protected readonly kind = signal<string>(kinds.find((one) => one === this.start.get('kind')) ?? '');
  private readonly q = signal(this.start.get('q') ?? '');
  protected readonly typed = signal(this.q());
  protected readonly counts = signal<HoldCounts | undefined>(undefined);
  protected readonly tabs = computed<readonly Tab[]>(() => (this.session.has('archives') || this.session.has('dpo') ? [...holdStates, 'inAlfresco'] : holdStates));
  private waiting?: ReturnType<typeof setTimeout>;

  protected readonly pages = computed(() => {
    const tab = this.tab();
    const query = { state: tab === 'inAlfresco' ? undefined : tab, kind: this.kind() || undefined, q: this.q().trim() || undefined };
    return new Pages<Hold>((page) => this.api.holds({ ...page, ...query }), ({ id }) => id);
  });
  protected readonly others = computed(() => new Pages<HeldMail>((page) => this.api.inAlfresco(page), ({ mail }) => mail.id));

  constructor() {
    void this.settings.load();
    effect(() => {
      const list = this.tab() === 'inAlfresco' ? this.others() : this.pages();
      untracked(() => void list.load());
    });
    void firstValueFrom(this.api.counts()).then((counts) => this.counts.set(counts), () => undefined);
  }

  protected countOf(tab: Tab): number {
    return tab === 'released' ? 0 : (this.counts()?.[tab] ?? 0);
  }

  protected typing(q: string): void {
    this.typed.set(q);
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => this.turn({ q }), 200);
  }

  protected turn(asked: { readonly state?: Tab; readonly kind?: string; readonly q?: string }): void {
    if (asked.state !== undefined) this.tab.set(asked.state);
    if (asked.kind !== undefined) this.kind.set(asked.kind);
    if (asked.q !== undefined) this.q.set(asked.q);
    void this.router.navigate([], { relativeTo: this.route, queryParams: { state: this.tab(), kind: this.kind() || null, q: this.q() || null }, replaceUrl: true });
  }

  protected go(hold: Hold): void {
    void this.router.navigate([this.placeOf('/holds'), hold.id]);
  }
}
