import { afterNextRender, ChangeDetectionStrategy, Component, computed, ElementRef, inject, output, signal } from '@angular/core';
import { FormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { ErrorStateMatcher } from '@angular/material/core';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { MatSelectModule, type MatSelect } from '@angular/material/select';
import { TranslatePipe } from '@ngx-translate/core';
import { firstValueFrom } from 'rxjs';
import { cameLate, correspondentKinds } from '@bannette/domain';
import { Api } from '../api/api.js';
import type { UnscannedLine } from '../api/types.js';
import { SessionStore } from '../session/session.js';
import { SettingsStore } from '../session/settings.js';
import { DoorField } from '../sites/door-field.js';
import { Doors } from '../sites/doors.js';
import { Words } from '../words/words.js';
import { TypedChoice } from './typed-choice.js';
import { emptyAsNone, emptyEnvelope, envelopeBody, envelopeFlaws, type EnvelopeFieldName, type EnvelopeValues } from './envelope-values.js';

/** Registers an envelope by keyboard: Enter goes on to the next field, Ctrl+Enter registers; kind and day stay for the next one. */
@Component({
  selector: 'bn-envelope-form',
  imports: [DoorField, FormsModule, MatButton, MatFormFieldModule, MatInput, MatSelectModule, TranslatePipe],
  // What is wrong is told in words below the field, and not before it was tried.
  providers: [{ provide: ErrorStateMatcher, useValue: { isErrorState: () => false } }],
  templateUrl: './envelope-form.html',
  styles: `
    form { padding: 16px; border-bottom: 1px solid var(--bn-line); }
    .fields { display: grid; grid-template-columns: repeat(auto-fill, minmax(230px, 1fr)); gap: 12px; align-items: start; }
    .fields > div { min-width: 0; }
    mat-form-field { width: 100%; }
    .wide { grid-column: span 2; }
    .flaw { margin: 4px 0 0; font-size: 12px; font-weight: 500; color: var(--bn-late); }
    footer { display: flex; flex-wrap: wrap; gap: 8px 16px; align-items: center; margin-top: 10px; }
    kbd { margin-left: 8px; font: 11px Roboto, sans-serif; }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EnvelopeForm {
  private readonly api = inject(Api);
  private readonly session = inject(SessionStore);
  private readonly settings = inject(SettingsStore);
  private readonly words = inject(Words);
  private readonly doors = inject(Doors);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  readonly registered = output<UnscannedLine>();
  protected readonly senderKinds = correspondentKinds;
  protected readonly today = this.session.today();
  protected readonly values = signal<EnvelopeValues>({ ...emptyEnvelope, receivedAt: this.today });
  protected readonly tried = signal(false);
  protected readonly busy = signal(false);
  protected readonly refused = signal('');
  /** Of what is being typed: sent again after a cut, it makes nothing more. */
  private key: string = crypto.randomUUID();

  protected readonly kinds = computed(() => this.settings.all()?.unscanned ?? []);
  protected readonly types = computed(() => this.settings.all()?.types ?? []);
  protected readonly services = computed(() => {
    const person = this.session.person();
    const own = person?.services.filter(({ secretary }) => secretary).map(({ code }) => code) ?? [];
    return (this.settings.all()?.services ?? []).filter(({ code, retired }) => !retired && (this.session.has('mailRoom') || own.includes(code)));
  });
  protected readonly kind = computed(() => this.kinds().find(({ code }) => code === this.values().kind));
  protected readonly asks = computed((): readonly string[] => this.kind()?.asks ?? []);
  protected readonly flaws = computed(() => envelopeFlaws(this.values(), this.today, this.session.timeOfDay()));
  /** It came after the deadline: told before it is registered, so that nobody opens it. */
  protected readonly late = computed(() => this.asks().includes('deadline') && cameLate(emptyAsNone(this.values())));

  /** Longer than any pause: see {@link TypedChoice}. */
  protected readonly never = 3_600_000;
  private readonly letters = { kind: new TypedChoice(), service: new TypedChoice() };

  constructor() {
    void this.settings.load();
    afterNextRender(() => this.focus('kind'));
  }

  protected set(field: EnvelopeFieldName, value: string): void {
    this.values.update((values) => ({ ...values, [field]: value }));
  }

  /** Letters choose at once; in an open list they mark the entry, which Enter takes, or a blank that goes on with the word. */
  protected typed(event: KeyboardEvent, field: 'kind' | 'service', list: MatSelect): void {
    const entries: readonly { readonly code: string; readonly label: string }[] = field === 'kind' ? this.kinds() : this.services();
    const found = this.letters[field].find(event, entries);
    if (found && list.panelOpen) {
      list._keyManager.setActiveItem(list.options.toArray().findIndex(({ value }) => value === found.code));
      // Material would wait for a pause before Enter counts.
      list._keyManager.cancelTypeahead();
    } else if (found && field === 'kind') this.choose(found.code);
    else if (found) this.set(field, found.code);
    if (found && event.key === ' ') event.preventDefault();
  }

  /** A kind brings its usual service, and the minute of arrival where that counts; what was typed stays. */
  protected choose(code: string): void {
    const { service: usual, asks } = this.kinds().find((kind) => kind.code === code) ?? {};
    const offered = usual && this.services().some((service) => service.code === usual) ? usual : undefined;
    const before = this.kind()?.service;
    this.values.update((values) => ({
      ...values,
      kind: code,
      service: offered && (!values.service || values.service === before) ? offered : values.service,
      time: asks?.includes('time') && !values.time && values.receivedAt === this.today ? this.session.timeOfDay() : values.time,
    }));
  }

  protected flaw(field: EnvelopeFieldName): string {
    const flaw = this.tried() ? this.flaws()[field] : undefined;
    return flaw ? this.words.text(`UNSCANNED.FLAW.${flaw}`) : '';
  }

  /** Enter goes on; in the last field it registers. */
  protected next(event: Event): void {
    const fields = [...this.element.querySelectorAll<HTMLElement>('[data-field]')];
    const after = fields[fields.indexOf(event.target as HTMLElement) + 1];
    event.preventDefault();
    if (after) after.focus();
    else void this.register();
  }

  protected async register(): Promise<void> {
    this.tried.set(true);
    this.refused.set('');
    const wrong = Object.keys(this.flaws())[0];
    if (wrong || this.busy()) return wrong ? this.focus(wrong) : undefined;
    this.busy.set(true);
    try {
      const line = await firstValueFrom(this.api.registerUnscanned({ ...envelopeBody(this.values(), this.key, this.asks()), site: this.doors.said() }));
      const { kind, receivedAt } = this.values();
      this.values.set({ ...emptyEnvelope, receivedAt });
      this.choose(kind);
      this.key = crypto.randomUUID();
      this.tried.set(false);
      this.registered.emit(line);
      this.focus('service');
    } catch (error) {
      this.refused.set(this.words.problem(error));
    }
    this.busy.set(false);
  }

  private focus(field: string): void {
    this.element.querySelector<HTMLElement>(`[data-field="${field}"]`)?.focus();
  }
}
