import { ChangeDetectionStrategy, Component, computed, effect, inject, signal, untracked } from '@angular/core';
import { FormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { MatSelectModule } from '@angular/material/select';
import { TranslatePipe } from '@ngx-translate/core';
import { firstValueFrom } from 'rxjs';
import { Api } from '../api/api.js';
import type { Person } from '../api/types.js';
import { nameOf } from '../beneficiaries/names.js';
import type { Choice } from '../choose/choose.js';
import { Chosen } from '../choose/chosen.js';
import { Finders } from '../choose/finders.js';
import { SessionStore } from '../session/session.js';
import { SettingsStore } from '../session/settings.js';
import { Words } from '../words/words.js';
import { AffairsApi, type Affair } from './affairs-api.js';

/** Opens an affair, or corrects one. Closes with it. */
@Component({
  selector: 'bn-affair-dialog',
  imports: [Chosen, FormsModule, MatButton, MatDialogModule, MatFormFieldModule, MatInput, MatSelectModule, TranslatePipe],
  template: `
    <form #form="ngForm" (ngSubmit)="save()" (keydown.control.enter)="form.valid && save()">
      <h2 mat-dialog-title>{{ (affair ? 'AFFAIR.CHANGE_TITLE' : 'AFFAIR.ADD_TITLE') | translate: { chrono: affair?.chrono ?? '' } }}</h2>
      <mat-dialog-content>
        <mat-form-field class="wide"><mat-label>{{ 'AFFAIR.NAME' | translate }}</mat-label><input matInput name="title" required maxlength="300" autocomplete="off" cdkFocusInitial [(ngModel)]="title" /></mat-form-field>
        <mat-form-field>
          <mat-label>{{ 'AFFAIR.SERVICE' | translate }}</mat-label>
          <mat-select name="service" required [(ngModel)]="service">
            @for (one of services(); track one.code) { <mat-option [value]="one.code">{{ one.label }}</mat-option> }
          </mat-select>
        </mat-form-field>
        <mat-form-field>
          <mat-label>{{ 'AFFAIR.RESPONSIBLE' | translate }}</mat-label>
          <mat-select name="responsible" [(ngModel)]="responsible">
            <mat-option value="">{{ 'AFFAIR.NOBODY' | translate }}</mat-option>
            @for (one of people(); track one.id) { <mat-option [value]="one.id">{{ one.displayName }}</mat-option> }
          </mat-select>
        </mat-form-field>
        <mat-form-field>
          <mat-label>{{ 'FACT.CONFIDENTIALITY' | translate }}</mat-label>
          <mat-select name="confidentiality" [(ngModel)]="confidentiality">
            @for (level of levels; track level) { <mat-option [value]="level">{{ 'CONFIDENTIALITY.' + level | translate }}</mat-option> }
          </mat-select>
        </mat-form-field>
        @if (compartments().length && confidentiality() >= 2) {
          <mat-form-field>
            <mat-label>{{ 'AFFAIR.COMPARTMENT' | translate }}</mat-label>
            <mat-select name="compartment" [(ngModel)]="compartment">
              <mat-option value="">{{ 'AFFAIR.NO_COMPARTMENT' | translate }}</mat-option>
              @for (one of compartments(); track one.code) { <mat-option [value]="one.code">{{ one.label }}</mat-option> }
            </mat-select>
          </mat-form-field>
        }
        <mat-form-field><mat-label>{{ 'AFFAIR.OPENED' | translate }}</mat-label><input matInput name="openedOn" type="date" [max]="today()" [(ngModel)]="openedOn" /></mat-form-field>
        @if (session.has('beneficiaries')) { <bn-chosen class="wide" [label]="'AFFAIR.BENEFICIARIES' | translate" [find]="finders.beneficiaries" [(chosen)]="beneficiaries" /> }
        @if (session.has('correspondents')) { <bn-chosen class="wide" [label]="'AFFAIR.CORRESPONDENTS' | translate" [find]="finders.correspondents" [(chosen)]="correspondents" /> }
        @if (problem()) { <p class="bn-late wide" role="alert">{{ problem() }}</p> }
      </mat-dialog-content>
      <mat-dialog-actions align="end">
        <button matButton type="button" mat-dialog-close>{{ 'GENERAL.CANCEL' | translate }}</button>
        <button matButton="filled" type="submit" [disabled]="busy() || !form.valid">{{ (affair ? 'AFFAIR.SAVE' : 'AFFAIR.OPEN') | translate }}</button>
      </mat-dialog-actions>
    </form>
  `,
  styles: `
    mat-dialog-content { display: grid; grid-template-columns: repeat(auto-fit, minmax(240px, 1fr)); gap: 4px 16px; padding-top: 8px !important; }
    .wide { grid-column: 1 / -1; margin-bottom: 10px; }
    p { margin: 0; }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AffairDialog {
  private readonly reference = inject(MatDialogRef);
  private readonly api = inject(AffairsApi);
  private readonly people$ = inject(Api);
  private readonly words = inject(Words);
  private readonly settings = inject(SettingsStore);
  protected readonly session = inject(SessionStore);
  protected readonly finders = inject(Finders);
  protected readonly affair = inject<{ readonly affair?: Affair }>(MAT_DIALOG_DATA).affair;
  protected readonly levels = [0, 1, 2, 3, 4] as const;
  protected readonly today = computed(() => this.session.today());

  protected readonly title = signal(this.affair?.title ?? '');
  protected readonly service = signal(this.affair?.service ?? this.session.person()?.services[0]?.code ?? '');
  protected readonly responsible = signal(this.affair?.responsible?.id ?? '');
  protected readonly confidentiality = signal<number>(this.affair?.confidentiality ?? 0);
  protected readonly compartment = signal(this.affair?.compartment ?? '');
  protected readonly openedOn = signal(this.affair?.openedOn ?? this.session.today());
  protected readonly beneficiaries = signal<readonly Choice[]>((this.affair?.beneficiaries ?? []).map((one) => ({ id: one.id, label: nameOf(one) })));
  protected readonly correspondents = signal<readonly Choice[]>((this.affair?.correspondents ?? []).map(({ id, name }) => ({ id, label: name })));
  protected readonly people = signal<readonly Person[]>([]);
  protected readonly busy = signal(false);
  protected readonly problem = signal('');

  protected readonly services = computed(() => (this.session.has('mailRoom') ? this.settings.services() : (this.session.person()?.services ?? [])));
  protected readonly compartments = computed(() => {
    const all = this.settings.all();
    const own = all?.services.find(({ code }) => code === this.service())?.compartments ?? [];
    return (all?.compartments ?? []).filter(({ code }) => own.includes(code));
  });

  constructor() {
    void this.settings.load();
    effect(() => {
      const service = this.service();
      untracked(() => void this.knowPeople(service));
    });
  }

  protected async save(): Promise<void> {
    this.busy.set(true);
    this.problem.set('');
    const body = {
      title: this.title().trim(),
      service: this.service(),
      responsible: this.responsible() || undefined,
      confidentiality: this.confidentiality(),
      compartment: (this.confidentiality() >= 2 && this.compartment()) || undefined,
      openedOn: this.openedOn() || undefined,
      beneficiaries: this.beneficiaries().map(({ id }) => id),
      correspondents: this.correspondents().map(({ id }) => id),
    };
    try {
      this.reference.close(await firstValueFrom(this.affair ? this.api.change(this.affair.id, { ...body, revision: this.affair.revision }) : this.api.add(body)));
    } catch (error) {
      this.problem.set(this.words.problem(error));
    }
    this.busy.set(false);
  }

  private async knowPeople(service: string): Promise<void> {
    const items = service ? await firstValueFrom(this.people$.people(service)).then(({ items: found }) => found, () => []) : [];
    if (service !== this.service()) return;
    this.people.set(items);
    if (!items.some(({ id }) => id === this.responsible())) this.responsible.set('');
  }
}
