import { ChangeDetectionStrategy, Component, computed, inject, input, output, resource } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatCheckbox } from '@angular/material/checkbox';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatIcon } from '@angular/material/icon';
import { MatInput } from '@angular/material/input';
import { MatSelectModule } from '@angular/material/select';
import { TranslatePipe } from '@ngx-translate/core';
import { firstValueFrom } from 'rxjs';
import { channels, confidentialityLevels, type AskedField, type FieldValues, type MailKind } from '@bannette/domain';
import { Api } from '../api/api.js';
import { SessionStore } from '../session/session.js';
import { SettingsStore } from '../session/settings.js';
import { FormLabels } from './labels.js';
import { PartiesField } from './parties-field.js';

/** One field of a form, with the control that its type calls for. What it says is as the API takes it. */
@Component({
  selector: 'bn-form-field',
  imports: [MatButton, MatCheckbox, MatFormFieldModule, MatIcon, MatInput, MatSelectModule, PartiesField, TranslatePipe],
  templateUrl: './form-field.html',
  styles: `
    :host { display: block; min-width: 0; }
    mat-form-field { width: 100%; }
    .help, .flaw { margin: 4px 0 0; font-size: 12px; }
    .help { color: var(--bn-muted); }
    .flaw { font-weight: 500; color: var(--bn-late); }
    .pair { display: grid; grid-template-columns: 1fr 1fr; gap: 8px; }
    ul { margin: 4px 0; padding: 0; list-style: none; }
    li { overflow-wrap: anywhere; }
    .files { padding: 10px 12px; border: 1px dashed var(--mat-sys-outline); border-radius: 4px; }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FormFieldControl {
  private readonly api = inject(Api);
  private readonly session = inject(SessionStore);
  private readonly settings = inject(SettingsStore);
  protected readonly labels = inject(FormLabels);

  readonly asked = input.required<AskedField>();
  readonly kind = input.required<MailKind>();
  readonly values = input.required<FieldValues>();
  readonly required = input(false);
  readonly flaw = input('');
  readonly disabled = input(false);
  readonly said = output<unknown>();

  /** Of the words that say what is wrong: the control points at them. */
  protected readonly flawId = computed(() => (this.flaw() ? `flaw-${this.kind()}-${this.asked().field}` : null));
  protected readonly name = computed(() => this.asked().field);
  protected readonly label = computed(() => this.labels.of(this.asked(), this.kind()));
  protected readonly value = computed(() => this.values()[this.name()]);
  protected readonly choices = computed(() => (this.asked().custom?.choices ?? []).filter(({ code, retired }) => !retired || code === this.value() || (Array.isArray(this.value()) && (this.value() as string[]).includes(code))));
  protected readonly channels = channels;
  protected readonly levels = confidentialityLevels;
  protected readonly types = computed(() => this.settings.all()?.types ?? []);
  /** Whoever is of no mail room names a service of their own where a mail comes from one. */
  protected readonly services = computed(() => {
    const own = this.name() === 'from' || (this.name() === 'service' && this.kind() === 'outgoing');
    const person = this.session.person();
    return this.settings.services().filter(({ code }) => !own || person?.mailRooms.length || person?.services.some((mine) => mine.code === code));
  });
  private readonly peopleOf = computed(() => (this.asked().control !== 'person' ? undefined : String((this.name() === 'author' && this.kind() !== 'outgoing' ? this.values()['from'] : this.values()['service']) ?? '') || undefined));
  protected readonly people = resource({ params: () => this.peopleOf(), loader: ({ params }) => firstValueFrom(this.api.people(params)).then(({ items }) => items, () => []) });
  protected readonly files = computed(() => (Array.isArray(this.value()) ? (this.value() as File[]) : []));
  protected readonly moment = computed(() => this.local(String(this.value() ?? '')));
  protected readonly callBack = computed(() => (this.value() ?? {}) as { readonly phone?: string; readonly on?: string });

  /** What the authority's clocks show of an instant, as an input of day and time takes it. */
  private local(instant: string): { readonly day: string; readonly time: string } {
    const [day = '', time = ''] = instant ? new Intl.DateTimeFormat('sv-SE', { timeZone: this.session.person()?.authority.timeZone ?? 'Europe/Paris', dateStyle: 'short', timeStyle: 'short' }).format(new Date(instant)).split(' ') : [];
    return { day, time };
  }

  protected setMoment(day: string, time: string): void {
    this.said.emit(day && time ? this.session.instant(day, time) : '');
  }

  protected setNumber(text: string): void {
    const written = text.replace(/[\s\u00a0\u202f]/g, '').replace(',', '.');
    this.said.emit(written === '' ? undefined : Number.isFinite(Number(written)) ? Number(written) : text);
  }

  protected addFiles(list: FileList | null): void {
    this.said.emit([...this.files(), ...(list ?? [])]);
  }

  protected removeFile(at: number): void {
    this.said.emit(this.files().filter((_, index) => index !== at));
  }

  protected setCallBack(change: { readonly phone?: string; readonly on?: string }): void {
    const next = Object.fromEntries(Object.entries({ ...this.callBack(), ...change }).filter(([, text]) => text));
    this.said.emit(Object.keys(next).length ? next : undefined);
  }
}
