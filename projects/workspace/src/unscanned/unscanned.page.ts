import { ChangeDetectionStrategy, Component, computed, inject, linkedSignal, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatButtonToggleModule } from '@angular/material/button-toggle';
import { MatIcon } from '@angular/material/icon';
import { MatSnackBar } from '@angular/material/snack-bar';
import { TranslatePipe } from '@ngx-translate/core';
import { firstValueFrom } from 'rxjs';
import { Api } from '../api/api.js';
import type { UnscannedLine } from '../api/types.js';
import { keep } from '../reading/keep.js';
import { SessionStore } from '../session/session.js';
import { SettingsStore } from '../session/settings.js';
import { Words } from '../words/words.js';
import { EnvelopeForm } from './envelope-form.js';
import { HandOver } from './hand-over.js';
import { UnscannedMonths } from './months.js';
import { Returns } from './returns.js';
import { Rounds } from './rounds.js';

const views = ['register', 'handOver', 'rounds', 'returns', 'months'] as const;
type View = (typeof views)[number];

/** Mail that is not scanned: registered from its envelope, handed over against a signature, counted. */
@Component({
  selector: 'bn-unscanned-page',
  imports: [EnvelopeForm, HandOver, MatButton, MatButtonToggleModule, MatIcon, Returns, Rounds, TranslatePipe, UnscannedMonths],
  template: `
    <header class="bn-page-head">
      <h1>{{ 'UNSCANNED.TITLE' | translate }}</h1><span class="room"></span>
      <mat-button-toggle-group hideSingleSelectionIndicator [attr.aria-label]="'UNSCANNED.VIEWS' | translate" [value]="view()" (change)="view.set($event.value)">
        @for (entry of offered(); track entry) { <mat-button-toggle [value]="entry">{{ 'UNSCANNED.VIEW.' + entry | translate }}</mat-button-toggle> }
      </mat-button-toggle-group>
    </header>
    @switch (view()) {
      @case ('register') {
        <div class="bn-scroll">
          <bn-envelope-form (registered)="keepLine($event)" />
          <div role="status"><ul>
            @for (line of registered(); track line.id) {
              <li><mat-icon>mark_email_read</mat-icon><strong>{{ line.chrono }}</strong><span>{{ line.kindLabel }}@if (line.cameLate) { <strong class="bn-late">{{ 'UNSCANNED.CAME_LATE_SHORT' | translate }}</strong>} – {{ line.serviceLabel }}@if (line.addressee) { – {{ line.addressee }}}</span>@if (hasSlip(line)) {<button matButton [attr.aria-label]="('UNSCANNED.SLIP' | translate) + ' ' + line.chrono" (click)="slip(line)">{{ 'UNSCANNED.SLIP' | translate }}</button>}</li>
            } @empty {
              <li class="bn-quiet">{{ 'UNSCANNED.FIRST' | translate }}</li>
            }
          </ul></div>
        </div>
      }
      @case ('handOver') { <bn-hand-over /> }
      @case ('rounds') { <bn-rounds /> }
      @case ('returns') { <bn-returns /> }
      @case ('months') { <bn-unscanned-months /> }
    }
  `,
  styles: `
    .bn-page-head { flex-wrap: wrap; padding-block: 4px; }
    ul { margin: 0; padding: 4px 16px; list-style: none; }
    li { display: flex; flex-wrap: wrap; gap: 4px 12px; align-items: center; min-height: 44px; border-bottom: 1px solid color-mix(in srgb, var(--bn-line) 55%, transparent); overflow-wrap: anywhere; }
    li mat-icon { color: var(--bn-done); }
    li span { flex: 1; min-width: 200px; }
  `,
  host: { class: 'bn-page' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class UnscannedPage {
  private readonly api = inject(Api);
  private readonly session = inject(SessionStore);
  private readonly snackBar = inject(MatSnackBar);
  private readonly words = inject(Words);
  private readonly settings = inject(SettingsStore);
  protected readonly registered = signal<readonly UnscannedLine[]>([]);
  private readonly services = computed(() => this.session.person()?.services ?? []);
  private readonly registers = computed(() => this.session.has('mailRoom') || this.services().some(({ secretary }) => secretary));
  private readonly counts = computed(() => this.registers() || this.services().some(({ head }) => head));
  protected readonly offered = computed(() => views.filter((view) => (view === 'register' ? this.registers() : view === 'months' ? this.counts() : true)));
  protected readonly view = linkedSignal<View>(() => (this.registers() ? 'register' : 'handOver'));

  protected hasSlip({ kind }: UnscannedLine): boolean {
    return this.settings.all()?.unscanned.find(({ code }) => code === kind)?.slip !== false;
  }

  protected keepLine(line: UnscannedLine): void {
    this.registered.update((lines) => [line, ...lines].slice(0, 50));
  }

  protected async slip({ id, chrono }: UnscannedLine): Promise<void> {
    try {
      keep(await firstValueFrom(this.api.printSlips([id])), `${chrono}-bordereau.pdf`);
    } catch (error) {
      this.snackBar.open(this.words.problem(error), this.words.text('GENERAL.CLOSE'), { duration: 8000 });
    }
  }
}
