import { ChangeDetectionStrategy, Component, computed, effect, ElementRef, inject, input, output, signal, untracked } from '@angular/core';
import { takeUntilDestroyed, toSignal } from '@angular/core/rxjs-interop';
import { FormControl, FormGroup, ReactiveFormsModule } from '@angular/forms';
import { MatAutocompleteModule } from '@angular/material/autocomplete';
import { MatButton } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { MatSelectModule } from '@angular/material/select';
import { TranslatePipe } from '@ngx-translate/core';
import { catchError, debounceTime, map, of, startWith, switchMap } from 'rxjs';
import { confidentialityLevels, correspondentKinds, customValuesOf, defaultsOf, fieldsOf, flawsIn, formFor, stateOf, type FieldValues, routeByRules } from '@bannette/domain';
import { Api } from '../api/api.js';
import type { Correspondent, DescribedDocument, Mail, MailDocument, QualifyBody } from '../api/types.js';
import { changeOf, describedOf, type Described } from '../beneficiaries/described.js';
import { DocumentSaid } from '../beneficiaries/document-said.js';
import { SessionStore } from '../session/session.js';
import { SettingsStore } from '../session/settings.js';
import { Words } from '../words/words.js';
import { FormSections } from '../forms/form-sections.js';
import { Proposal } from './proposal.js';
import { codeOf, matching } from './types.js';
import { askedFlaws, bodyOf, emptyValues, flawsOf, fromCorrespondent, proposalFor, shownValues, startingValues, type FieldName, type Values } from './values.js';
import { addressText } from '../correspondents/address-text.js';

type QualifyFields = QualifyBody['fields'];
type Controls = { [name in FieldName]: FormControl<Values[name]> };

/** The form of qualification, wholly by keyboard: Enter accepts what is proposed and goes on, Ctrl+Enter confirms. */
@Component({
  selector: 'bn-qualification-form',
  imports: [DocumentSaid, FormSections, MatAutocompleteModule, MatButton, MatFormFieldModule, MatInput, MatSelectModule, Proposal, ReactiveFormsModule, TranslatePipe],
  templateUrl: './qualification-form.html',
  styleUrl: './qualification-form.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class QualificationForm {
  private readonly api = inject(Api);
  private readonly session = inject(SessionStore);
  protected readonly settings = inject(SettingsStore);
  protected readonly words = inject(Words);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  readonly mail = input.required<Mail>();
  readonly busy = input(false);
  /** The number that another mail has, and that mail's chrono where it may be told. */
  readonly taken = input<{ readonly number: string; readonly chrono?: string }>();
  readonly confirmed = output<ReturnType<typeof bodyOf> & { readonly documents?: readonly DescribedDocument[]; readonly fields?: QualifyFields }>();
  readonly voided = output<void>();
  readonly passedOn = output<void>();

  private readonly id = computed(() => this.mail().id);
  protected readonly kinds = correspondentKinds;
  protected readonly levels = confidentialityLevels;
  protected readonly group = new FormGroup(Object.fromEntries(Object.entries(emptyValues).map(([name, value]) => [name, new FormControl(value, { nonNullable: true })])) as unknown as Controls);
  private readonly typed = toSignal(this.group.valueChanges.pipe(map(() => this.group.getRawValue())), { initialValue: this.group.getRawValue() });
  protected readonly values = computed<Values>(() => ({ ...this.typed(), type: codeOf(this.types(), this.typed().type) }));
  protected readonly tried = signal(false);
  protected readonly flaws = computed(() => ({ ...this.askedFlaws(), ...flawsOf(shownValues(this.values(), this.shows), { types: this.types().map(({ code }) => code), today: this.session.today() }) }));

  private readonly types = computed(() => this.settings.all()?.types ?? []);
  /** All types were asked for, by an arrow key. */
  protected readonly listed = signal(false);
  /** What was typed narrows them; nothing typed offers none, so that the list doesn't hide the form. */
  protected readonly offeredTypes = computed(() => {
    const { type } = this.typed();
    if (!type || this.types().some(({ code }) => code === type)) return this.listed() ? this.types() : [];
    return matching(this.types(), type);
  });
  protected readonly typeLabel = (code: string): string => this.settings.label(code, 'type');
  protected readonly nameOf = (found: Correspondent | string): string => (typeof found === 'string' ? found : found.name);
  protected readonly addressOf = addressText;
  protected readonly found = signal<readonly Correspondent[]>([]);
  /** The form of incoming mail of this type: what the authority asks beside what stands here. */
  protected readonly form = computed(() => {
    const forms = this.settings.forms();
    return forms && formFor('incoming', this.values().type || undefined, forms);
  });
  /** Fields of the product's that stand here only where a form asks them. */
  protected readonly beside = ['summary'];
  private readonly asks = computed(() => {
    const form = this.form();
    return form && stateOf(form, this.formValues());
  });
  /** Whether the form of its type can't be without it. */
  protected readonly needs = (field: FieldName): boolean => this.asks()?.required.has(field) ?? false;
  /** What the form of its type hides, always or for what is said already, isn't asked here either. */
  protected readonly shows = (field: FieldName): boolean => this.asks()?.shown.has(field) ?? true;
  private readonly askedFlaws = computed(() => askedFlaws(this.form(), this.formValues()));
  private readonly saidFields = signal<FieldValues>({});
  protected readonly formValues = computed((): FieldValues => {
    const { senderName, ...values } = this.values();
    const form = this.form();
    return { ...values, parties: senderName ? [{ name: senderName }] : [], channel: this.mail().channel, documents: ['captured'], ...(form ? defaultsOf(form, this.session.today()) : {}), ...this.saidFields() };
  });
  /** The first custom field that can't be taken as it is. */
  private readonly wrongField = computed(() => {
    const form = this.form();
    return form && flawsIn(form, this.formValues()).find(({ field }) => this.beside.includes(field) || fieldsOf(form).some((one) => one.field === field && one.custom))?.field;
  });

  protected sayField({ field, value }: { readonly field: string; readonly value: unknown }): void {
    this.saidFields.update((said) => ({ ...said, [field]: value }));
  }

  /** Which service the rules would choose from what is known here; the text of the pages may yet change it. */
  protected readonly byRules = computed(() => {
    const settings = this.settings.all();
    const { type, subject, postcode } = this.values();
    if (!settings || !type) return undefined;
    const route = routeByRules({ type, subject, text: '', postcode: postcode || undefined }, settings.rules);
    return settings.trays.find(({ id }) => id === route?.tray)?.label;
  });

  constructor() {
    effect(() => {
      this.id();
      untracked(() => this.begin());
    });
    this.group.controls.senderName.valueChanges
      .pipe(
        startWith(''),
        debounceTime(180),
        switchMap((typed: unknown) => (typeof typed === 'string' && typed.trim().length >= 2 && !this.group.value.senderId ? this.api.correspondents(typed.trim()).pipe(map(({ items }) => items), catchError(() => of([]))) : of([]))),
        takeUntilDestroyed(),
      )
      .subscribe((items) => this.found.set(items));
  }

  protected proposal(field: FieldName) {
    const proposal = proposalFor(field, this.mail());
    return proposal && this.values()[field] !== proposal.value ? proposal : undefined;
  }

  /** Why the arrival stands there already. */
  protected readonly arrivalReason = computed(() => {
    const { proposals, receivedAt } = this.mail();
    const value = this.values().receivedAt;
    if (value && value === proposals?.receivedAt?.value) return proposals.receivedAt.because === 'deposit' ? this.words.text('QUALIFY.FROM_DEPOSIT') : this.words.text('QUALIFY.FROM_STAMP', { text: proposals.receivedAt.because });
    return value && value === receivedAt ? this.words.text('QUALIFY.FROM_DEPOSIT') : '';
  });

  /** Numbers on paper are asked for where the settings declare some, or one was read or kept. */
  protected readonly numbered = computed(() => (this.settings.all()?.endorsement ?? []).some(({ enabled }) => enabled !== false) || !!this.mail().proposals?.endorsement || !!this.mail().paper?.endorsement);
  protected readonly numberReason = computed(() => {
    const read = this.mail().proposals?.endorsement;
    const [, page = '1', place = 'top'] = /^number:(\d+):(\w+)$/.exec(read?.because ?? '') ?? [];
    return read && this.values().endorsement === read.value ? this.words.text(`QUALIFY.FROM_PAPER.${place}`, { page }) : '';
  });
  protected readonly takenText = computed(() => {
    const taken = this.taken();
    if (!taken || taken.number !== this.values().endorsement.trim()) return '';
    return this.words.text(taken.chrono ? 'QUALIFY.TAKEN_BY' : 'QUALIFY.TAKEN', { number: taken.number, chrono: taken.chrono ?? '' });
  });

  /** What each document is and for whom, begun with what was said at the deposit. */
  protected readonly said = signal<ReadonlyMap<string, Described>>(new Map());
  protected saidOf = (document: MailDocument): Described => this.said().get(document.id) ?? describedOf(document);

  protected say(document: MailDocument, described: Described): void {
    this.said.update((said) => new Map(said).set(document.id, described));
  }

  protected focusDocument(index: number): void {
    const next = this.element.querySelector<HTMLElement>(`[data-field="document-${index}-nature"]`) ?? this.element.querySelector<HTMLElement>('footer button[type="submit"]');
    next?.focus();
  }

  protected flaw(field: FieldName): string {
    const flaw = this.tried() || this.group.controls[field].value ? this.flaws()[field] : undefined;
    return flaw && (this.tried() || flaw !== 'unknownType') ? this.words.text(`QUALIFY.ERROR.${flaw}`) : '';
  }

  protected accept(field: FieldName): void {
    const proposal = proposalFor(field, this.mail());
    if (proposal) this.group.controls[field].setValue(proposal.value as never);
    this.element.querySelector<HTMLElement>(`[data-field="${field}"]`)?.focus();
  }

  /** Enter in a field: takes the proposal when the field is empty, and goes on to the next field. */
  protected enter(event: Event, field: FieldName, choosing = false): void {
    if (choosing || (event as KeyboardEvent).ctrlKey) return;
    event.preventDefault();
    if (!this.group.controls[field].value) this.accept(field);
    const fields = [...this.element.querySelectorAll<HTMLElement>('input[data-field]')];
    fields[fields.findIndex(({ dataset }) => dataset['field'] === field) + 1]?.focus();
  }

  protected chose(found: Correspondent): void {
    this.group.patchValue(fromCorrespondent(found));
    this.found.set([]);
  }

  /** A name that is changed by hand is somebody else's. */
  protected renamed(): void {
    this.group.controls.senderId.setValue('');
  }

  protected confirm(): void {
    this.tried.set(true);
    const first = Object.keys(this.flaws())[0] ?? this.wrongField();
    if (first) this.element.querySelector<HTMLElement>(`[data-field="${first}"]`)?.focus();
    else if (!this.busy()) {
      const documents = this.mail().documentsList.flatMap((document) => changeOf(document, this.saidOf(document)) ?? []);
      const form = this.form();
      const fields = form ? customValuesOf(form, this.formValues()) : {};
      const summary = this.asks()?.shown.has('summary') ? String(this.saidFields()['summary'] ?? '').trim() : '';
      this.confirmed.emit({ ...bodyOf(shownValues(this.values(), this.shows)), ...(summary ? { summary } : {}), ...(documents.length ? { documents } : {}), ...(Object.keys(fields).length ? { fields: fields as QualifyFields } : {}) });
    }
  }

  private begin(): void {
    this.tried.set(false);
    this.listed.set(false);
    this.found.set([]);
    this.said.set(new Map());
    this.saidFields.set({});
    this.group.setValue(startingValues(this.mail()));
    setTimeout(() => this.element.querySelector<HTMLElement>('[data-field="type"]')?.focus());
  }
}
