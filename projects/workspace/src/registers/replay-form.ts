import { ChangeDetectionStrategy, Component, computed, ElementRef, inject, input, linkedSignal, output, resource, signal } from '@angular/core';
import { FormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { ErrorStateMatcher } from '@angular/material/core';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { MatSelectModule } from '@angular/material/select';
import { TranslatePipe } from '@ngx-translate/core';
import { firstValueFrom } from 'rxjs';
import { channels, correspondentKinds, customValuesOf, defaultsOf, flawsIn, formFor, stateOf, type FieldValues } from '@bannette/domain';
import { Api } from '../api/api.js';
import { FormSections } from '../forms/form-sections.js';
import { SessionStore } from '../session/session.js';
import { SettingsStore } from '../session/settings.js';
import { DoorField } from '../sites/door-field.js';
import { Doors } from '../sites/doors.js';
import { Words } from '../words/words.js';
import { RegistersApi, type ReservedNumber } from './registers-api.js';

/** Fields of the product's that are asked here where the form can't be without them; all others are on the whole form. */
const beside = ['documentDate', 'postmarkDate', 'summary', 'confidentiality'];

/** Enters what was written on a sheet, by keyboard: Enter goes on to the next field, Ctrl+Enter enters it; day and channel stay for the next one. */
@Component({
  selector: 'bn-replay-form',
  imports: [DoorField, FormSections, FormsModule, MatButton, MatFormFieldModule, MatInput, MatSelectModule, TranslatePipe],
  // The next number begins with empty fields, which nobody has left out yet.
  providers: [{ provide: ErrorStateMatcher, useValue: { isErrorState: () => false } }],
  template: `
    <form [attr.aria-label]="'REGISTERS.ENTER_FORM' | translate: { number: number().chrono }" (ngSubmit)="enter()" (keydown.control.enter)="enter(); $event.preventDefault()">
      <h2>{{ 'REGISTERS.ENTER_FORM' | translate: { number: number().chrono } }}</h2>
      <div class="fields">
        <bn-door-field />
        <mat-form-field subscriptSizing="dynamic"><mat-label>{{ 'REGISTERS.ARRIVED' | translate }}</mat-label><input matInput type="date" name="receivedAt" data-field required [min]="from()" [max]="today" [(ngModel)]="receivedAt" (keydown.enter)="next($event)" /></mat-form-field>
        <mat-form-field subscriptSizing="dynamic"><mat-label>{{ 'REGISTERS.HOUR' | translate }}</mat-label><input matInput type="time" name="time" data-field [(ngModel)]="time" (keydown.enter)="next($event)" /></mat-form-field>
        <mat-form-field subscriptSizing="dynamic"><mat-label>{{ 'DEPOSIT.CHANNEL' | translate }}</mat-label>
          <mat-select name="channel" data-field [(ngModel)]="channel">@for (each of channels; track each) { <mat-option [value]="each">{{ 'CHANNEL.' + each | translate }}</mat-option> }</mat-select>
        </mat-form-field>
        <mat-form-field subscriptSizing="dynamic"><mat-label>{{ 'QUALIFY.SENDER' | translate }}</mat-label><input matInput name="sender" data-field required maxlength="200" autocomplete="off" [(ngModel)]="sender" (keydown.enter)="next($event)" /></mat-form-field>
        <mat-form-field subscriptSizing="dynamic"><mat-label>{{ 'QUALIFY.SENDER_KIND' | translate }}</mat-label>
          <mat-select name="senderKind" data-field [(ngModel)]="senderKind">@for (each of kinds; track each) { <mat-option [value]="each">{{ 'CORRESPONDENT_KIND.' + each | translate }}</mat-option> }</mat-select>
        </mat-form-field>
        <mat-form-field class="wide" subscriptSizing="dynamic"><mat-label>{{ 'QUALIFY.SUBJECT' | translate }}</mat-label><input matInput name="subject" data-field required maxlength="500" autocomplete="off" [(ngModel)]="subject" (keydown.enter)="next($event)" /></mat-form-field>
        <mat-form-field subscriptSizing="dynamic"><mat-label>{{ 'QUALIFY.TYPE' | translate }}</mat-label>
          <mat-select name="type" data-field required [(ngModel)]="type">@for (each of settings.all()?.types; track each.code) { <mat-option [value]="each.code">{{ each.label }}</mat-option> }</mat-select>
        </mat-form-field>
        <mat-form-field subscriptSizing="dynamic"><mat-label>{{ 'REGISTERS.SERVICE' | translate }}</mat-label>
          <mat-select name="service" data-field="service" [required]="needs('service')" [(ngModel)]="service">@if (!needs('service')) { <mat-option value="">{{ 'REGISTERS.BY_RULES' | translate }}</mat-option> }@for (each of settings.services(); track each.code) { <mat-option [value]="each.code">{{ each.label }}</mat-option> }</mat-select>
        </mat-form-field>
        <mat-form-field class="wide" subscriptSizing="dynamic"><mat-label>{{ 'REGISTERS.SCAN' | translate }}</mat-label>
          <mat-select name="mail" data-field [(ngModel)]="mail"><mat-option value="">{{ 'REGISTERS.NO_SCAN' | translate }}</mat-option>@for (each of waiting.value(); track each.id) { <mat-option [value]="each.id">{{ words.day(each.receivedAt) }} {{ each.sender }} – {{ each.subject || ('REGISTERS.NO_SUBJECT' | translate) }}</mat-option> }</mat-select>
        </mat-form-field>
      </div>
      @if (form(); as asked) { <bn-form-sections class="asked" [form]="asked" [values]="formValues()" [only]="asksBeside()" [tried]="tried()" (said)="say($event)" (keydown.enter)="nextOf($event)" /> }
      @if (refused(); as text) { <p class="bn-late" role="alert">{{ text }}</p> }
      <button matButton="filled" type="submit" [disabled]="busy() || !ready()">{{ 'REGISTERS.ENTER_DO' | translate }}</button> <kbd class="bn-quiet">Ctrl + {{ 'KEYS.ENTER' | translate }}</kbd>
    </form>
  `,
  styles: `
    form { padding: 12px 16px 16px; border-bottom: 1px solid var(--bn-line); }
    h2 { margin: 0 0 10px; font-size: 15px; }
    .fields { display: grid; grid-template-columns: repeat(auto-fill, minmax(210px, 1fr)); gap: 12px; margin-bottom: 12px; }
    mat-form-field { width: 100%; min-width: 0; }
    .wide { grid-column: span 2; }
    .asked:not(:empty) { margin-bottom: 12px; }
    p { margin: 0 0 10px; }
    kbd { margin-left: 8px; font: 11px Roboto, sans-serif; }
    @container frame (max-width: 700px) { .wide { grid-column: auto; } }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ReplayForm {
  private readonly api = inject(RegistersApi);
  private readonly mails = inject(Api);
  private readonly doors = inject(Doors);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly settings = inject(SettingsStore);
  protected readonly words = inject(Words);
  protected readonly today = inject(SessionStore).today();
  protected readonly channels = channels;
  protected readonly kinds = correspondentKinds;

  readonly reservation = input.required<string>();
  readonly number = input.required<ReservedNumber>();
  /** The day on which the number was reserved: nothing arrived under it before. */
  readonly from = input.required<string>();
  readonly entered = output<string>();

  protected readonly receivedAt = linkedSignal(() => this.from());
  protected readonly channel = signal<(typeof channels)[number]>('post');
  protected readonly time = linkedSignal({ source: () => this.number().number, computation: () => '' });
  protected readonly sender = linkedSignal({ source: () => this.number().number, computation: () => '' });
  protected readonly senderKind = signal<(typeof correspondentKinds)[number]>('individual');
  protected readonly subject = linkedSignal({ source: () => this.number().number, computation: () => '' });
  protected readonly type = linkedSignal(() => this.settings.all()?.types[0]?.code ?? '');
  protected readonly service = linkedSignal({ source: () => this.number().number, computation: () => '' });
  protected readonly mail = linkedSignal({ source: () => this.number().number, computation: () => '' });
  protected readonly busy = signal(false);
  protected readonly refused = signal('');
  private readonly saidFields = linkedSignal<number, FieldValues>({ source: () => this.number().number, computation: () => ({}) });
  protected readonly tried = linkedSignal({ source: () => this.number().number, computation: () => false });
  /** What the authority asks of incoming mail of this type. */
  protected readonly form = computed(() => {
    const forms = this.settings.forms();
    return forms && formFor('incoming', this.type() || undefined, forms);
  });
  protected readonly formValues = computed((): FieldValues => {
    const form = this.form();
    const parties = this.sender().trim() ? [{ kind: this.senderKind(), name: this.sender().trim() }] : [];
    return { type: this.type(), subject: this.subject().trim(), service: this.service(), channel: this.channel(), receivedAt: this.receivedAt(), parties, documents: ['later'], ...(form ? defaultsOf(form, this.today) : {}), ...this.saidFields() };
  });
  private readonly required = computed(() => {
    const form = this.form();
    return form && stateOf(form, this.formValues()).required;
  });
  protected readonly needs = (field: string): boolean => this.required()?.has(field) ?? false;
  protected readonly asksBeside = computed(() => beside.filter((field) => this.needs(field)));
  protected readonly ready = computed(() => !!this.receivedAt() && !!this.sender().trim() && !!this.subject().trim() && !!this.type());
  /** Scans that wait to be qualified: one may be this mail. */
  protected readonly waiting = resource({ params: () => this.number().number, loader: () => firstValueFrom(this.mails.trayMails('qualification', { limit: 100 })).then(({ items }) => items, () => []) });
  private key: string = crypto.randomUUID();

  constructor() {
    void this.settings.load();
  }

  protected say({ field, value }: { readonly field: string; readonly value: unknown }): void {
    this.saidFields.update((said) => ({ ...said, [field]: value }));
  }

  /** In a text of several lines, Enter begins a new one. */
  protected nextOf(event: Event): void {
    if (event.target instanceof HTMLInputElement) this.next(event);
  }

  /** Enter goes on; in the last field it enters. */
  protected next(event: Event): void {
    const fields = [...this.element.querySelectorAll<HTMLElement>('[data-field]')];
    const after = fields[fields.indexOf(event.target as HTMLElement) + 1];
    event.preventDefault();
    if (after) after.focus();
    else void this.enter();
  }

  /** What was said beside, as the call takes it. */
  private asked(): object {
    const form = this.form();
    const fields = form ? customValuesOf(form, this.formValues()) : {};
    const said = Object.fromEntries(this.asksBeside().map((field) => [field, this.formValues()[field]]));
    return { ...said, ...(Object.keys(fields).length ? { fields } : {}) };
  }

  protected async enter(): Promise<void> {
    if (this.busy() || !this.ready()) return;
    this.tried.set(true);
    const form = this.form();
    const flaw = form && flawsIn(form, this.formValues())[0];
    if (flaw) return this.element.querySelector<HTMLElement>(`[data-field="${flaw.field}"]`)?.focus();
    this.busy.set(true);
    this.refused.set('');
    const { number, chrono } = this.number();
    try {
      await firstValueFrom(this.api.replay(this.reservation(), number, {
        key: this.key, receivedAt: this.receivedAt(), time: this.time() || undefined, channel: this.channel(), sender: { kind: this.senderKind(), name: this.sender().trim() },
        subject: this.subject().trim(), type: this.type(), service: this.service() || undefined, mail: this.mail() || undefined, site: this.doors.said(), ...this.asked(),
      }));
      this.key = crypto.randomUUID();
      this.entered.emit(chrono);
      this.element.querySelector<HTMLElement>('[name="time"]')?.focus();
    } catch (error) {
      this.refused.set(this.words.problem(error));
    }
    this.busy.set(false);
  }
}
