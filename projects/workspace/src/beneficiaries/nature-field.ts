import { ChangeDetectionStrategy, Component, computed, effect, inject, input, model, output, signal, untracked } from '@angular/core';
import { MatAutocompleteModule, type MatAutocompleteTrigger } from '@angular/material/autocomplete';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { TranslatePipe } from '@ngx-translate/core';
import type { Proposal } from '../api/types.js';
import { SettingsStore } from '../session/settings.js';
import { Words } from '../words/words.js';
import { above, naturesFor, type Term } from './natures.js';

/** The nature of a document, found by any of its words; Enter in the empty field takes what the text proposes. */
@Component({
  selector: 'bn-nature-field',
  imports: [MatAutocompleteModule, MatFormFieldModule, MatInput, TranslatePipe],
  template: `
    <mat-form-field subscriptSizing="dynamic">
      <mat-label>{{ 'NATURE.LABEL' | translate }}</mat-label>
      <input #field matInput autocomplete="off" [attr.data-field]="name() || null" [matAutocomplete]="natures" #trigger="matAutocompleteTrigger" [value]="shown()" (input)="type(field.value)" (keydown.arrowdown)="listed.set(true)" (blur)="leave(field)" (keydown.enter)="enter($event, trigger)" />
      <mat-autocomplete #natures="matAutocomplete" [displayWith]="labelOf" (optionSelected)="choose($event.option.value)">
        @for (term of offered(); track term.code) {
          <mat-option [value]="term.code">{{ term.label }} <small class="bn-quiet">{{ above(term) }}</small></mat-option>
        }
      </mat-autocomplete>
    </mat-form-field>
    @if (proposed(); as read) {
      <button type="button" class="proposed" tabindex="-1" [attr.aria-label]="('QUALIFY.ACCEPT' | translate) + ('GENERAL.COLON' | translate) + labelOf(read.value)" (click)="choose(read.value)">{{ labelOf(read.value) }} <kbd aria-hidden="true">↵</kbd></button>
      <span class="why" [title]="why()">{{ why() }}</span>
    }
    @if (wrong()) { <p class="bn-late" role="alert">{{ 'NATURE.UNKNOWN' | translate }}</p> }
  `,
  styles: `
    :host { display: block; min-width: 0; }
    mat-form-field { width: 100%; }
    .proposed { max-width: 100%; margin-top: 2px; padding: 1px 8px; border: 1px dashed var(--mat-sys-primary); border-radius: 4px; background: none; color: var(--mat-sys-primary); font: inherit; font-size: 12px; font-weight: 500; text-align: left; cursor: pointer; overflow-wrap: anywhere; }
    .why { display: block; color: var(--bn-muted); font-size: 12px; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
    kbd { font: inherit; opacity: 0.6; }
    p { margin: 2px 0 0; font-size: 12px; }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NatureField {
  private readonly settings = inject(SettingsStore);
  private readonly words = inject(Words);

  readonly nature = model('');
  readonly proposal = input<Proposal>();
  /** Name of the field, for who moves the focus. */
  readonly name = input('');
  readonly done = output<void>();

  private readonly terms = computed<readonly Term[]>(() => this.settings.all()?.thesaurus ?? []);
  protected readonly typed = signal<string | undefined>(undefined);
  protected readonly shown = computed(() => this.typed() ?? this.labelOf(this.nature()));
  /** All were asked for, by an arrow key; else the list doesn't hide the form. */
  protected readonly listed = signal(false);
  protected readonly offered = computed(() => (this.typed() || this.listed() ? naturesFor(this.terms(), this.typed() ?? '') : []));
  protected readonly wrong = signal(false);
  protected readonly proposed = computed(() => (this.nature() || this.typed() ? undefined : this.proposal()));
  protected readonly why = computed(() => {
    const read = this.proposed();
    return read ? this.words.text('QUALIFY.PROPOSED', { percent: Math.round(read.confidence * 100), because: this.words.text('QUALIFY.FROM_KEYWORDS', { text: read.because }) }) : '';
  });

  constructor() {
    effect(() => {
      this.nature();
      untracked(() => this.typed.set(undefined));
    });
  }

  protected readonly labelOf = (code: string): string => this.terms().find((term) => term.code === code)?.label ?? code;
  protected readonly above = (term: Term): string => above(this.terms(), term.code);

  protected type(text: string): void {
    this.typed.set(text);
    this.wrong.set(false);
    if (!text) this.nature.set('');
  }

  protected choose(code: string): void {
    this.nature.set(code);
    this.typed.set(undefined);
    this.listed.set(false);
    this.wrong.set(false);
  }

  /** What was typed to the letter is taken; what is no nature is not kept silently. */
  protected leave(field: HTMLInputElement): void {
    const typed = this.typed();
    this.listed.set(false);
    if (!typed) return;
    const [only] = naturesFor(this.terms(), typed).filter(({ label }) => label.toLowerCase() === typed.trim().toLowerCase());
    if (only) this.choose(only.code);
    else this.wrong.set(true);
    field.value = this.shown();
  }

  protected enter(event: Event, trigger: MatAutocompleteTrigger): void {
    // An option that was chosen by this very stroke has prevented its default.
    if (event.defaultPrevented) return this.done.emit();
    if ((trigger.panelOpen && trigger.activeOption) || (event as KeyboardEvent).ctrlKey) return;
    event.preventDefault();
    const [first] = this.typed() ? this.offered() : [];
    const proposed = this.proposed();
    if (first) this.choose(first.code);
    else if (proposed) this.choose(proposed.value);
    trigger.closePanel();
    this.done.emit();
  }
}
