import { ChangeDetectionStrategy, Component, computed, DestroyRef, inject, signal } from '@angular/core';
import { FormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { MatButtonToggleModule } from '@angular/material/button-toggle';
import { MatCheckbox } from '@angular/material/checkbox';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatIcon } from '@angular/material/icon';
import { MatInput } from '@angular/material/input';
import { MatSelectModule } from '@angular/material/select';
import { ActivatedRoute } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { firstValueFrom, type Observable } from 'rxjs';
import { Api } from '../api/api.js';
import { AdfDocument } from '../reading/adf-document.js';
import { SettingsStore } from '../session/settings.js';
import { Words } from '../words/words.js';
import { labelsOnSheet, mailSheetsOf, separatorsOf, symbologies } from './print.js';

const kinds = ['separators', 'labels', 'identification'] as const;
type Kind = (typeof kinds)[number];

interface List {
  readonly kind: 'service' | 'type';
  readonly words: string;
  readonly entries: readonly { readonly code: string; readonly label: string }[];
}

/** What the mail room prints to part its batches and to mark its paper. */
@Component({
  selector: 'bn-sheets-page',
  imports: [AdfDocument, FormsModule, MatButton, MatButtonToggleModule, MatCheckbox, MatFormFieldModule, MatIcon, MatInput, MatSelectModule, TranslatePipe],
  templateUrl: './sheets.page.html',
  styleUrl: './sheets.page.scss',
  host: { class: 'bn-page' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SheetsPage {
  private readonly api = inject(Api);
  private readonly settings = inject(SettingsStore);
  private readonly words = inject(Words);
  protected readonly kinds = kinds;
  protected readonly symbologies = symbologies;
  protected readonly places = Array.from({ length: labelsOnSheet }, (_, index) => index + 1);

  protected readonly kind = signal<Kind>('separators');
  protected readonly chosen = signal<ReadonlySet<string>>(new Set());
  protected readonly numbers = signal(inject(ActivatedRoute).snapshot.queryParamMap.get('mail') ?? '');
  protected readonly symbology = signal<(typeof symbologies)[number]>('qr');
  protected readonly start = signal(1);
  protected readonly copies = signal(1);
  protected readonly pdf = signal<Blob | undefined>(undefined);
  protected readonly busy = signal(false);
  protected readonly said = signal('');
  private url?: string;

  protected readonly lists = computed((): readonly List[] => [
    { kind: 'service', words: 'SHEETS.SERVICES', entries: this.settings.services() },
    { kind: 'type', words: 'SHEETS.TYPES', entries: this.settings.all()?.types ?? [] },
  ]);
  /** What is to be printed; nothing while nothing is chosen. */
  protected readonly body = computed(() => {
    const kind = this.kind();
    if (kind === 'separators') return separatorsOf(this.chosen(), this.copies());
    return mailSheetsOf(this.numbers(), kind, { symbology: this.symbology(), start: this.start(), copies: this.copies() });
  });

  constructor() {
    inject(DestroyRef).onDestroy(() => this.url && URL.revokeObjectURL(this.url));
    if (this.numbers()) this.kind.set('labels');
    void this.settings.load();
  }

  protected choose(kind: Kind): void {
    this.kind.set(kind);
    this.pdf.set(undefined);
    this.said.set('');
  }

  protected toggle(key: string): void {
    this.chosen.update((chosen) => new Set(chosen.has(key) ? [...chosen].filter((other) => other !== key) : [...chosen, key]));
  }

  protected all({ kind, entries }: List): boolean {
    return entries.every(({ code }) => this.chosen().has(`${kind}:${code}`));
  }

  protected toggleAll(list: List): void {
    const keys = list.entries.map(({ code }) => `${list.kind}:${code}`);
    const others = [...this.chosen()].filter((key) => !keys.includes(key));
    this.chosen.set(new Set(this.all(list) ? others : [...others, ...keys]));
  }

  protected async preview(): Promise<Blob | undefined> {
    const body = this.body();
    if (!body || this.busy()) return undefined;
    this.busy.set(true);
    this.said.set('');
    try {
      const call: Observable<Blob> = 'mails' in body ? this.api.printMailSheets(body) : this.api.printSeparators(body);
      const blob = new Blob([await firstValueFrom(call)], { type: 'application/pdf' });
      this.pdf.set(blob);
      return blob;
    } catch (error) {
      this.pdf.set(undefined);
      this.said.set(this.words.problem(error));
      return undefined;
    } finally {
      this.busy.set(false);
    }
  }

  /** In a window of its own, from which the browser prints. */
  protected async print(): Promise<void> {
    const blob = await this.preview();
    if (!blob) return;
    if (this.url) URL.revokeObjectURL(this.url);
    this.url = URL.createObjectURL(blob);
    window.open(this.url, '_blank');
  }
}
