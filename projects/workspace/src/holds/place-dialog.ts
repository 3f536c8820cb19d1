import { ChangeDetectionStrategy, Component, computed, effect, inject, signal, untracked } from '@angular/core';
import { FormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { MatSelectModule } from '@angular/material/select';
import { addDays } from '@bannette/domain';
import { TranslatePipe } from '@ngx-translate/core';
import { firstValueFrom } from 'rxjs';
import { SessionStore } from '../session/session.js';
import { SettingsStore } from '../session/settings.js';
import { Words } from '../words/words.js';
import { HoldsApi, type HoldKind, type HoldPreview, type HoldScope, type HoldScopeKind } from './holds-api.js';

/** Asks what a hold is on, why, and when it is to be looked at again; says how many mails it takes before it is placed. */
@Component({
  selector: 'bn-place-hold',
  imports: [FormsModule, MatButton, MatDialogModule, MatFormFieldModule, MatInput, MatSelectModule, TranslatePipe],
  template: `
    <form #form="ngForm" (ngSubmit)="place()" (keydown.control.enter)="form.valid && ready() && place()">
      <h2 mat-dialog-title>{{ 'HOLD.PLACE_TITLE' | translate }}</h2>
      <mat-dialog-content>
        @if (!given) {
          <mat-form-field>
            <mat-label>{{ 'HOLD.SCOPE_LABEL' | translate }}</mat-label>
            <mat-select name="scope" cdkFocusInitial [ngModel]="scopeKind()" (ngModelChange)="turnTo($event)">
              @for (one of scopes(); track one) { <mat-option [value]="one">{{ 'HOLD.SCOPE.' + one | translate }}</mat-option> }
            </mat-select>
          </mat-form-field>
          @switch (scopeKind()) {
            @case ('row') {
              <mat-form-field>
                <mat-label>{{ 'HOLD.ROW' | translate }}</mat-label>
                <mat-select name="row" required [ngModel]="asked()" (ngModelChange)="asked.set($event)">
                  @for (one of rows(); track one.code) { <mat-option [value]="one.code">{{ one.code }} {{ one.label }}</mat-option> }
                </mat-select>
              </mat-form-field>
            }
            @case ('affair') {
              <mat-form-field><mat-label>{{ 'HOLD.AFFAIR_NUMBER' | translate }}</mat-label><input matInput name="affair" required maxlength="60" autocomplete="off" [ngModel]="asked()" (ngModelChange)="asked.set($event)" /></mat-form-field>
            }
            @default {
              <mat-form-field class="wide"><mat-label>{{ 'HOLD.MAIL_NUMBERS' | translate }}</mat-label><textarea matInput name="numbers" required rows="3" maxlength="20000" autocomplete="off" [ngModel]="asked()" (ngModelChange)="asked.set($event)"></textarea><mat-hint>{{ 'HOLD.MAIL_NUMBERS_HINT' | translate }}</mat-hint></mat-form-field>
            }
          }
        }
        <p class="wide takes" role="status">
          @if (wrong()) { <span class="bn-late">{{ wrong() }}</span> }
          @else if (preview()) {
            @if (preview()?.label) { <strong>{{ preview()?.label }}</strong><br /> }
            {{ words.count('HOLD.TAKES', preview()?.mails ?? 0) }}
            @if (preview()?.held) { <span class="bn-quiet">{{ words.count('HOLD.ALREADY', preview()?.held ?? 0) }}</span> }
            @if (services().length) { <br /><span class="bn-quiet">{{ services().join(', ') }}</span> }
            @if (scopeKind() !== 'mails') { <br /><span class="bn-quiet">{{ 'HOLD.LATER_TOO' | translate }}</span> }
          } @else { <span class="bn-quiet">{{ 'HOLD.PREVIEW_WAITS' | translate }}</span> }
        </p>
        <mat-form-field>
          <mat-label>{{ 'HOLD.KIND_LABEL' | translate }}</mat-label>
          <mat-select name="kind" required [ngModel]="kind()" (ngModelChange)="kind.set($event)">
            @for (one of preview()?.kinds ?? []; track one) { <mat-option [value]="one">{{ 'HOLD.KIND.' + one | translate }}</mat-option> }
          </mat-select>
          @if (kind() === 'restriction') { <mat-hint>{{ 'HOLD.RESTRICTION_HINT' | translate }}</mat-hint> }
        </mat-form-field>
        <mat-form-field>
          <mat-label>{{ 'HOLD.REVIEW_ON' | translate }}</mat-label>
          <input matInput name="reviewOn" type="date" required [min]="tomorrow()" [max]="preview()?.latestReview ?? ''" [ngModel]="reviewOn()" (ngModelChange)="reviewOn.set($event)" />
          @if (preview()?.latestReview; as latest) { <mat-hint>{{ 'HOLD.LATEST' | translate: { day: words.day(latest) } }}</mat-hint> }
        </mat-form-field>
        <mat-form-field class="wide"><mat-label>{{ 'HOLD.NAME' | translate }}</mat-label><input matInput name="title" required maxlength="120" autocomplete="off" [ngModel]="title()" (ngModelChange)="title.set($event)" /></mat-form-field>
        <mat-form-field class="wide"><mat-label>{{ 'HOLD.REASON' | translate }}</mat-label><textarea matInput name="reason" required rows="3" maxlength="2000" [ngModel]="reason()" (ngModelChange)="reason.set($event)"></textarea></mat-form-field>
        @if (problem()) { <p class="bn-late wide" role="alert">{{ problem() }}</p> }
      </mat-dialog-content>
      <mat-dialog-actions align="end">
        <button matButton type="button" mat-dialog-close>{{ 'GENERAL.CANCEL' | translate }}</button>
        <button matButton="filled" type="submit" [disabled]="busy() || !form.valid || !ready()">{{ 'HOLD.PLACE' | translate }}</button>
      </mat-dialog-actions>
    </form>
  `,
  styles: `
    mat-dialog-content { display: grid; grid-template-columns: repeat(auto-fit, minmax(230px, 1fr)); gap: 8px 16px; padding-top: 8px !important; }
    .wide { grid-column: 1 / -1; }
    p { margin: 0; overflow-wrap: anywhere; }
    .takes { padding: 8px 12px; border-left: 3px solid var(--bn-line); }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PlaceDialog {
  private readonly reference = inject(MatDialogRef);
  private readonly api = inject(HoldsApi);
  private readonly session = inject(SessionStore);
  private readonly settings = inject(SettingsStore);
  protected readonly words = inject(Words);
  protected readonly given = inject<{ readonly scope?: HoldScope }>(MAT_DIALOG_DATA).scope;
  private readonly key = crypto.randomUUID();

  protected readonly scopeKind = signal<HoldScopeKind>(this.given?.kind ?? 'mails');
  protected readonly asked = signal('');
  protected readonly kind = signal<HoldKind | ''>('');
  protected readonly title = signal('');
  protected readonly reason = signal('');
  protected readonly reviewOn = signal('');
  protected readonly preview = signal<HoldPreview | undefined>(undefined);
  protected readonly wrong = signal('');
  protected readonly problem = signal('');
  protected readonly busy = signal(false);
  protected readonly tomorrow = computed(() => addDays(this.session.today(), 1));
  protected readonly scopes = computed<readonly HoldScopeKind[]>(() => (this.session.has('archives') ? ['mails', 'affair', 'row'] : ['mails', 'affair']));
  protected readonly rows = computed(() => this.settings.all()?.schedule.rows ?? []);
  protected readonly services = computed(() => (this.preview()?.services ?? []).slice(0, 6).map(({ code, mails }) => `${code ? this.settings.label(code) : this.words.text('HOLD.NO_SERVICE')}${this.words.text('GENERAL.COLON')}${mails}`));
  protected readonly ready = computed(() => !!this.preview() && !!this.kind());
  private round = 0;
  private waiting?: ReturnType<typeof setTimeout>;

  constructor() {
    void this.settings.load();
    effect(() => {
      const scope = this.scope();
      untracked(() => this.look(scope));
    });
  }

  private readonly scope = computed<HoldScope | undefined>(() => {
    if (this.given) return this.given;
    const asked = this.asked().trim();
    if (!asked) return undefined;
    if (this.scopeKind() === 'row') return { kind: 'row', id: asked };
    if (this.scopeKind() === 'affair') return { kind: 'affair', number: asked };
    return { kind: 'mails', numbers: [...new Set(asked.split(/[\s,;]+/).filter(Boolean))] };
  });

  protected turnTo(kind: HoldScopeKind): void {
    this.scopeKind.set(kind);
    this.asked.set('');
  }

  protected async place(): Promise<void> {
    if (this.busy() || !this.ready()) return;
    this.busy.set(true);
    this.problem.set('');
    try {
      this.reference.close(await firstValueFrom(this.api.place({ key: this.key, kind: this.kind(), title: this.title().trim(), reason: this.reason().trim(), reviewOn: this.reviewOn(), scope: this.scope() })));
    } catch (error) {
      this.problem.set(this.words.problem(error));
    }
    this.busy.set(false);
  }

  /** Once typing rests. */
  private look(scope: HoldScope | undefined): void {
    const round = ++this.round;
    clearTimeout(this.waiting);
    this.wrong.set('');
    if (!scope) return this.preview.set(undefined);
    this.waiting = setTimeout(() => void this.ask(scope, round), this.given ? 0 : 350);
  }

  private async ask(scope: HoldScope, round: number): Promise<void> {
    try {
      const preview = await firstValueFrom(this.api.preview(scope));
      if (round !== this.round) return;
      this.preview.set(preview);
      if (!preview.kinds.length) this.wrong.set(this.words.text('HOLD.NOT_YOURS'));
      if (!this.kind() || !preview.kinds.includes(this.kind() as HoldKind)) this.kind.set(preview.kinds[0] ?? '');
    } catch (error) {
      if (round !== this.round) return;
      this.preview.set(undefined);
      this.wrong.set(this.words.problem(error));
    }
  }
}
