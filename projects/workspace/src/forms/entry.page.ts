import { ChangeDetectionStrategy, Component, computed, effect, ElementRef, inject, linkedSignal, resource, signal, untracked, viewChild } from '@angular/core';
import { HttpEventType } from '@angular/common/http';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, RouterLink } from '@angular/router';
import { MatButton } from '@angular/material/button';
import { ErrorStateMatcher } from '@angular/material/core';
import { MatIcon } from '@angular/material/icon';
import { TranslatePipe } from '@ngx-translate/core';
import { filter, firstValueFrom, map } from 'rxjs';
import { customValuesOf, dayIn, defaultsOf, fieldsOf, flawsIn, formFor, mailKinds, stateOf, type FieldValues, type FormsSetting, type MailKind } from '@bannette/domain';
import { AffairsApi } from '../affairs/affairs-api.js';
import { Api } from '../api/api.js';
import type { Entered, EntryBody } from '../api/types.js';
import { formOf, newKey } from '../deposit/parcel.js';
import { PlacePipe } from '../host.js';
import { RegistersApi, type ReservationView } from '../registers/registers-api.js';
import { SessionStore } from '../session/session.js';
import { SettingsStore } from '../session/settings.js';
import { DoorField } from '../sites/door-field.js';
import { Doors } from '../sites/doors.js';
import { Words } from '../words/words.js';
import { FormSections } from './form-sections.js';
import { FormLabels } from './labels.js';
import { UnderNumber } from './under-number.js';

const icons: { readonly [kind in MailKind]: string } = { incoming: 'call_received', outgoing: 'call_made', note: 'sticky_note_2', signature: 'draw', call: 'call' };
const noForms: FormsSetting = { fields: [], forms: [] };

/** Registers a mail of any kind through its form: Ctrl+Enter registers. One that got a reserved number by hand is entered under it, then the next. */
@Component({
  selector: 'bn-entry-page',
  imports: [DoorField, FormSections, MatButton, MatIcon, PlacePipe, RouterLink, TranslatePipe, UnderNumber],
  providers: [{ provide: ErrorStateMatcher, useValue: { isErrorState: () => false } }],
  templateUrl: './entry.page.html',
  styleUrl: './entry.page.scss',
  host: { class: 'bn-page' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EntryPage {
  private readonly api = inject(Api);
  private readonly affairs = inject(AffairsApi);
  private readonly registers = inject(RegistersApi);
  protected readonly session = inject(SessionStore);
  private readonly settings = inject(SettingsStore);
  private readonly words = inject(Words);
  private readonly doors = inject(Doors);
  private readonly labels = inject(FormLabels);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  /** The mail whose matter it takes up, told in the address. */
  private readonly follows = toSignal(inject(ActivatedRoute).queryParamMap.pipe(map((params) => params.get('follows'))), { requireSync: true });
  private readonly query = toSignal(inject(ActivatedRoute).queryParamMap, { requireSync: true });
  /** The reservation whose numbers are entered, told in the address, with the number to begin with. */
  protected readonly reservation = computed(() => this.query().get('reservation') ?? undefined);
  protected readonly reserved = resource<ReservationView, string | undefined>({ params: () => this.reservation(), loader: ({ params }) => firstValueFrom(this.registers.reservation(params ?? '')) });
  private readonly from = linkedSignal(() => Number(this.query().get('number') ?? 0));
  private readonly openNumbers = computed(() => (this.reserved.hasValue() ? this.reserved.value().numbers.filter(({ state }) => state === 'open') : []));
  /** The one that is entered: the one that was asked for, else the next that waits. */
  protected readonly number = computed(() => this.openNumbers().find(({ number }) => number >= this.from()) ?? this.openNumbers()[0]);
  private readonly under = viewChild(UnderNumber);
  private readonly kind = toSignal(inject(ActivatedRoute).paramMap.pipe(map((params) => params.get('kind') ?? '')), { requireSync: true });
  protected readonly icons = icons;
  protected readonly kinds = computed((): readonly MailKind[] => mailKinds.filter((kind) => this.session.person()?.registers.includes(kind) && (!this.reserved.hasValue() || this.reserved.value().reservation.kinds.includes(kind))));
  protected readonly chosen = computed((): MailKind | undefined => this.kinds().find((kind) => kind === this.kind()) ?? this.kinds()[0]);
  protected readonly values = signal<FieldValues>({});
  protected readonly tried = signal(false);
  protected readonly busy = signal(false);
  protected readonly refused = signal('');
  protected readonly entered = signal<Entered | undefined>(undefined);
  private readonly type = computed(() => this.values()['type'] as string | undefined);
  protected readonly form = computed(() => {
    const kind = this.chosen();
    const forms = this.settings.forms();
    return kind && forms ? formFor(kind, this.type(), forms) : undefined;
  });
  /** Of what is being typed: sent again after a cut, it makes nothing more. */
  private key = newUuid();
  private begun?: MailKind;

  constructor() {
    void this.settings.load();
    effect(() => {
      const [kind, form] = [this.chosen(), this.form()];
      if (kind && form && kind !== this.begun && !this.reserved.isLoading()) untracked(() => this.begin(kind));
    });
  }

  private begin(kind: MailKind): void {
    this.begun = kind;
    const today = this.session.today();
    const held = this.reserved.hasValue() ? this.reserved.value().reservation : undefined;
    const day = held ? dayIn(this.session.person()?.authority.timeZone ?? 'Europe/Paris', new Date(held.reservedAt)) : today;
    const own = this.session.person()?.services[0]?.code;
    const service = held?.service ?? own;
    const calledAt = this.session.instant(day, held ? '12:00' : this.session.timeOfDay());
    const whose = held?.service ? { service: held.service } : {};
    const usual = { incoming: { receivedAt: day, channel: 'post', ...whose }, outgoing: { departureDate: day, channel: 'post', service }, note: { from: own, ...whose }, signature: { from: own, ...whose }, call: { calledAt, ...whose } }[kind];
    this.values.set({ ...usual, ...defaultsOf(formFor(kind, undefined, this.settings.forms() ?? noForms), today) });
    this.tried.set(false);
    this.refused.set('');
    this.key = newUuid();
    setTimeout(() => this.element.querySelector<HTMLElement>('[data-field]')?.focus());
  }

  protected say({ field, value }: { readonly field: string; readonly value: unknown }): void {
    this.entered.set(undefined);
    const before = this.values();
    this.values.set({ ...before, [field]: value });
    const form = this.form();
    if (field !== 'type' || !form) return;
    const unsaid = Object.entries(defaultsOf(form, this.session.today())).filter(([key]) => this.values()[key] === undefined);
    this.values.update((values) => ({ ...values, ...Object.fromEntries(unsaid) }));
  }

  /** What is said, without correspondents that have no name. */
  private readonly said = computed((): FieldValues => ({ ...this.values(), parties: ((this.values()['parties'] ?? []) as { name: string }[]).filter(({ name }) => name.trim()) }));
  /** What is still wrong, field by field, once it was tried. */
  protected readonly lacking = computed(() => {
    const form = this.form();
    const flaws = form && this.tried() ? flawsIn(form, this.said()) : [];
    if (!form || !flaws.length) return '';
    const names = flaws.flatMap(({ field }) => fieldsOf(form).find((one) => one.field === field) ?? []).map((one) => this.labels.of(one, form.kind));
    return `${this.words.count('ENTRY.LACKING', names.length)} ${names.join(', ')}`;
  });

  /** In a field of one line Enter goes on to the next one, as where reserved numbers are entered: a number is given only when it is meant. */
  protected next(event: Event): void {
    const from = event.target;
    if (!(from instanceof HTMLInputElement) || event.defaultPrevented) return;
    event.preventDefault();
    const fields = [...this.element.querySelectorAll<HTMLElement>('form input:not([type=file]), form textarea, form mat-select, form button[data-field], form button[type=submit]')].filter((field) => field.offsetParent && !field.matches('[disabled], [aria-disabled=true]'));
    fields[fields.indexOf(from) + 1]?.focus();
  }

  protected async register(): Promise<void> {
    const [form, kind] = [this.form(), this.chosen()];
    if (!form || !kind || this.busy()) return;
    this.tried.set(true);
    this.refused.set('');
    const values = this.said();
    const [flaw] = flawsIn(form, values);
    if (flaw) return this.element.querySelector<HTMLElement>(`[data-field="${flaw.field}"]`)?.focus();
    this.busy.set(true);
    try {
      const deposit = await this.upload(values);
      const entered = await firstValueFrom(this.api.registerEntry(this.bodyOf(kind, values, deposit)));
      const follows = this.follows();
      // Registered it is already: that it couldn't be linked is said beside.
      if (follows) await firstValueFrom(this.affairs.link(entered.id, { to: follows, kind: 'follows' })).catch((error: unknown) => this.refused.set(this.words.problem(error)));
      const refused = this.refused();
      await this.goOn();
      this.begin(kind);
      this.refused.set(refused);
      this.entered.set(entered);
    } catch (error) {
      this.refused.set(this.words.problem(error));
    }
    this.busy.set(false);
  }

  /** With the next number, where reserved ones are entered; what became of them is read anew. */
  private async goOn(): Promise<void> {
    const [id, number] = [this.reservation(), this.number()];
    if (!id || !number) return;
    this.from.set(number.number + 1);
    const view = await firstValueFrom(this.registers.reservation(id)).catch(() => undefined);
    if (view) this.reserved.set(view);
    else this.reserved.reload();
  }

  /** Files go first, under a key of their own: what is registered then has them for certain. */
  private async upload(values: FieldValues): Promise<string | undefined> {
    const files = (values['documents'] ?? []) as readonly File[];
    if (!files.length) return undefined;
    const form = formOf({ files, fields: { channel: 'internal', purpose: 'form', grouping: 'oneMail' } });
    const sent = this.api.createDeposit(form, newKey()).pipe(filter((event) => event.type === HttpEventType.Response), map((event) => event.body?.id));
    return firstValueFrom(sent);
  }

  private bodyOf(kind: MailKind, values: FieldValues, deposit: string | undefined): EntryBody {
    const form = formFor(kind, this.type(), this.settings.forms() ?? noForms);
    const { shown } = stateOf(form, values);
    const custom = customValuesOf(form, values);
    const said = Object.fromEntries(Object.entries(values).filter(([field, value]) => shown.has(field) && !(field in custom) && field !== 'documents' && value !== '' && value !== undefined && !form.sections.some(({ fields }) => fields.some((one) => one.field === field && one.custom))));
    return { key: this.key, kind, ...said, ...(deposit ? { deposit } : {}), fields: custom, site: kind === 'incoming' ? this.doors.said() : undefined, reserved: this.saidReserved() } as unknown as EntryBody;
  }

  private saidReserved(): EntryBody['reserved'] {
    const [reservation, number] = [this.reservation(), this.number()?.number];
    return reservation && number ? { reservation, number, on: this.under()?.on() || undefined } : undefined;
  }

  protected labelOf(kind: MailKind): string {
    return this.words.text(`ENTRY.KIND.${kind}`);
  }
}

/** Also where the browser keeps `randomUUID` for safe origins. */
function newUuid(): string {
  const hex = newKey();
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
