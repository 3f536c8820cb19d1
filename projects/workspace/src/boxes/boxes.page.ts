import { ChangeDetectionStrategy, Component, computed, effect, inject, linkedSignal, signal, untracked } from '@angular/core';
import { FormsModule } from '@angular/forms';
import { Router, RouterLink } from '@angular/router';
import { MatButton } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { MatSelectModule } from '@angular/material/select';
import { TranslatePipe } from '@ngx-translate/core';
import { firstValueFrom } from 'rxjs';
import { Api } from '../api/api.js';
import type { Box } from '../api/types.js';
import { injectPlace, PlacePipe } from '../host.js';
import { Wait } from '../layout/wait.js';
import { Pages } from '../list/pages.js';
import { SessionStore } from '../session/session.js';
import { SettingsStore } from '../session/settings.js';
import { DoorField } from '../sites/door-field.js';
import { Doors } from '../sites/doors.js';
import { Words } from '../words/words.js';

/** Boxes that paper is kept in, found by scanning a box or a mail; a box that is alone in its code opens at once. */
@Component({
  selector: 'bn-boxes-page',
  imports: [DoorField, FormsModule, MatButton, MatFormFieldModule, MatInput, MatSelectModule, PlacePipe, RouterLink, TranslatePipe, Wait],
  template: `
    <header class="bn-page-head"><h1>{{ 'BOXES.TITLE' | translate }}</h1></header>
    @if (allowed()) {
      <div class="bar">
        <mat-form-field subscriptSizing="dynamic">
          <mat-label>{{ 'BOXES.FIND' | translate }}</mat-label>
          <input matInput maxlength="100" autocomplete="off" [ngModel]="typed()" (ngModelChange)="typed.set($event)" (keydown.enter)="find($event)" />
        </mat-form-field>
        <span class="room"></span>
        @if (mailRoom() || services().length) {
          <mat-form-field subscriptSizing="dynamic"><mat-label>{{ 'BOXES.LABEL' | translate }}</mat-label><input matInput maxlength="200" [(ngModel)]="label" (keydown.enter)="open()" /></mat-form-field>
          <mat-form-field subscriptSizing="dynamic"><mat-label>{{ 'BOXES.LOCATION' | translate }}</mat-label><input matInput maxlength="200" [(ngModel)]="location" (keydown.enter)="open()" /></mat-form-field>
          <mat-form-field subscriptSizing="dynamic">
            <mat-label>{{ 'BOXES.SERVICE' | translate }}</mat-label>
            <mat-select [(ngModel)]="service">
              @if (mailRoom()) { <mat-option value="">{{ 'BOXES.MAIL_ROOM' | translate }}</mat-option> }
              @for (entry of services(); track entry.code) { <mat-option [value]="entry.code">{{ entry.label }}</mat-option> }
            </mat-select>
          </mat-form-field>
          <bn-door-field />
          <button matButton="filled" [disabled]="busy() || (!mailRoom() && !service())" (click)="open()">{{ 'BOXES.OPEN' | translate }}</button>
        }
      </div>
    }
    @if (said(); as text) { <p class="said bn-late" role="alert">{{ text }}</p> }
    <bn-wait [of]="pages()" emptyIcon="inventory_2" [emptyTitle]="(q() ? 'BOXES.NOT_FOUND' : 'BOXES.EMPTY') | translate" [emptyText]="(q() ? 'BOXES.NOT_FOUND_TEXT' : 'BOXES.EMPTY_TEXT') | translate">
      <div class="bn-scroll">
        <table class="bn-table">
          <thead><tr><th scope="col">{{ 'BOXES.CODE' | translate }}</th><th scope="col">{{ 'BOXES.LABEL' | translate }}</th><th scope="col">{{ 'BOXES.LOCATION' | translate }}</th><th scope="col">{{ 'BOXES.MAILS' | translate }}</th><th scope="col">{{ 'BOXES.STATE' | translate }}</th></tr></thead>
          <tbody>
            @for (box of pages().items(); track box.code) {
              <tr>
                <td class="short"><a [routerLink]="['/boxes' | place, box.code]">{{ box.code }}</a></td>
                <td>{{ box.label }}@if (box.service) {<br /><span class="bn-quiet">{{ settings.label(box.service) }}</span>}</td>
                <td>{{ box.location }}</td>
                <td>{{ box.mails }}</td>
                <td class="short">{{ box.closedAt ? ('BOXES.CLOSED' | translate: { day: words.brief(box.closedAt) }) : ('BOXES.STILL_OPEN' | translate) }}</td>
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
    .bar mat-form-field { width: min(190px, 100%); }
    .bar mat-form-field:first-child { width: min(280px, 100%); }
    .room { flex: 1; }
    .short { white-space: nowrap; }
    .said { margin: 8px 16px 0; }
  `,
  host: { class: 'bn-page' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class BoxesPage {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly place = injectPlace();
  private readonly session = inject(SessionStore);
  protected readonly settings = inject(SettingsStore);
  protected readonly words = inject(Words);

  protected readonly allowed = computed(() => this.session.has('boxes'));
  protected readonly mailRoom = computed(() => this.session.has('mailRoom'));
  protected readonly typed = signal('');
  protected readonly q = signal('');
  protected readonly label = signal('');
  protected readonly location = signal('');
  protected readonly said = signal('');
  protected readonly busy = signal(false);
  private readonly doors = inject(Doors);
  private key: string = crypto.randomUUID();
  protected readonly services = computed(() => (this.mailRoom() ? this.settings.services() : (this.session.person()?.services.filter(({ secretary }) => secretary) ?? [])));
  protected readonly service = linkedSignal(() => (this.mailRoom() ? '' : (this.session.person()?.services.find(({ secretary }) => secretary)?.code ?? '')));
  protected readonly pages = computed(() => {
    const q = this.q() || undefined;
    return new Pages<Box>((page) => this.api.boxes({ ...page, q }), ({ code }) => code);
  });

  constructor() {
    void this.settings.load();
    effect(() => {
      const pages = this.pages();
      untracked(() => void pages.load().then(() => this.goToOnly(pages)));
    });
  }

  protected find(event: Event): void {
    event.preventDefault();
    this.q.set(this.typed().trim());
  }

  protected async open(): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.said.set('');
    try {
      const box = await firstValueFrom(this.api.openBox({ key: this.key, service: this.service() || undefined, label: this.label().trim() || undefined, location: this.location().trim() || undefined, site: this.doors.said() }));
      this.key = crypto.randomUUID();
      await this.goTo(box.code);
    } catch (error) {
      this.said.set(this.words.problem(error));
    }
    this.busy.set(false);
  }

  private async goToOnly(pages: Pages<Box>): Promise<void> {
    const [only, other] = pages.items();
    if (this.q() && only && !other && pages === this.pages()) await this.goTo(only.code);
  }

  private goTo(code: string): Promise<boolean> {
    return this.router.navigate([this.place('/boxes'), code]);
  }
}
