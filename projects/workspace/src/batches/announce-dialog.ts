import { ChangeDetectionStrategy, Component, computed, inject, linkedSignal, signal } from '@angular/core';
import { FormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { MatSelectModule } from '@angular/material/select';
import { TranslatePipe } from '@ngx-translate/core';
import { firstValueFrom } from 'rxjs';
import { Api } from '../api/api.js';
import type { ScanBatch, ScannerState } from '../api/types.js';
import { Preferences } from '../session/preferences.js';
import { SettingsStore } from '../session/settings.js';
import { Words } from '../words/words.js';

/** What was counted when the envelopes were opened, before the pile goes through a scanner. It remembers where one scanned last. */
@Component({
  selector: 'bn-announce-dialog',
  imports: [FormsModule, MatButton, MatDialogModule, MatFormFieldModule, MatInput, MatSelectModule, TranslatePipe],
  template: `
    <h2 mat-dialog-title>{{ 'BATCHES.ANNOUNCE' | translate }}</h2>
    <mat-dialog-content>
      <p class="bn-quiet">{{ 'BATCHES.ANNOUNCE_TEXT' | translate }}</p>
      @if (scanners(); as all) {
        <mat-form-field subscriptSizing="dynamic">
          <mat-label>{{ 'BATCHES.SCANNER' | translate }}</mat-label>
          <mat-select required [ngModel]="scanner()" (ngModelChange)="scanner.set($event)">
            @for (each of all; track each.code) { <mat-option [value]="each.code">{{ each.label }}@if (each.folder.state !== 'ok') { – {{ 'SCANNER.FOLDER_STATE.' + each.folder.state | translate }}}</mat-option> }
          </mat-select>
        </mat-form-field>
        @if (!all.length) { <p class="flaw">{{ 'BATCHES.NO_SCANNER' | translate }}</p> }
        @if (filling(); as batch) { <p class="bn-quiet">{{ 'BATCHES.FILLING' | translate: { name: batch.name, operator: batch.operator } }}</p> }
      }
      <div class="pair">
        <mat-form-field subscriptSizing="dynamic"><mat-label>{{ 'BATCHES.ENVELOPES' | translate }}</mat-label><input matInput cdkFocusInitial type="number" min="0" max="100000" [(ngModel)]="envelopes" (keydown.enter)="submit()" /></mat-form-field>
        <mat-form-field subscriptSizing="dynamic"><mat-label>{{ 'BATCHES.PAGES' | translate }}</mat-label><input matInput type="number" min="0" max="100000" [(ngModel)]="pages" (keydown.enter)="submit()" /></mat-form-field>
      </div>
      <mat-form-field subscriptSizing="dynamic">
        <mat-label>{{ 'BATCHES.SERVICE' | translate }}</mat-label>
        <mat-select [(ngModel)]="service">
          <mat-option value="">{{ 'BATCHES.SEVERAL_SERVICES' | translate }}</mat-option>
          @for (each of settings.services(); track each.code) { <mat-option [value]="each.code">{{ each.label }}</mat-option> }
        </mat-select>
      </mat-form-field>
      <mat-form-field subscriptSizing="dynamic"><mat-label>{{ 'BATCHES.NAME' | translate }}</mat-label><input matInput maxlength="120" autocomplete="off" [(ngModel)]="name" (keydown.enter)="submit()" /></mat-form-field>
      @if (wrong(); as text) { <p class="flaw" role="alert">{{ text }}</p> }
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      <button matButton mat-dialog-close>{{ 'GENERAL.CANCEL' | translate }}</button>
      <button matButton="filled" [disabled]="busy() || !may()" (click)="submit()">{{ 'BATCHES.ANNOUNCE_DO' | translate }}</button>
    </mat-dialog-actions>
  `,
  styles: `
    mat-form-field { width: 100%; margin-bottom: 10px; }
    .pair { display: grid; grid-template-columns: 1fr 1fr; gap: 0 12px; }
    p { margin: 0 0 10px; }
    .flaw { font-weight: 500; color: var(--bn-late); }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AnnounceDialog {
  private readonly self = inject<MatDialogRef<AnnounceDialog, ScanBatch>>(MatDialogRef);
  private readonly api = inject(Api);
  private readonly preferences = inject(Preferences);
  protected readonly settings = inject(SettingsStore);
  protected readonly words = inject(Words);

  protected readonly scanners = signal<readonly ScannerState[] | undefined>(undefined);
  protected readonly scanner = linkedSignal<string>(() => {
    const all = this.scanners() ?? [];
    const last = this.preferences.word('scanner');
    return (all.find(({ code }) => code === last) ?? all[0])?.code ?? '';
  });
  protected readonly filling = computed(() => this.scanners()?.find(({ code }) => code === this.scanner())?.batch);
  protected readonly envelopes = signal<number | null>(null);
  protected readonly pages = signal<number | null>(null);
  protected readonly service = linkedSignal(() => this.scanners()?.find(({ code }) => code === this.scanner())?.service ?? '');
  protected readonly name = signal('');
  protected readonly busy = signal(false);
  protected readonly wrong = signal('');
  /** Sent again after a cut, it is the same batch. */
  private readonly id: string = crypto.randomUUID();
  protected readonly may = computed(() => !!this.scanner() && [this.envelopes(), this.pages()].every((count) => count === null || (Number.isInteger(count) && count >= 0)));

  constructor() {
    void this.settings.load();
    firstValueFrom(this.api.scanners()).then(({ items }) => this.scanners.set(items.filter(({ enabled }) => enabled)), (error: unknown) => this.wrong.set(this.words.problem(error)));
  }

  protected async submit(): Promise<void> {
    if (this.busy() || !this.may()) return;
    this.busy.set(true);
    this.wrong.set('');
    const scanner = this.scanner();
    const profile = this.settings.all()?.scanners.find(({ code }) => code === scanner);
    try {
      this.preferences.keepWord('scanner', scanner);
      this.self.close(await firstValueFrom(this.api.announceBatch({ id: this.id, scanner, channel: profile?.channel ?? 'post', site: profile?.site, announcedEnvelopes: this.envelopes() ?? undefined, announcedPages: this.pages() ?? undefined, service: this.service() || undefined, name: this.name().trim() || undefined })));
    } catch (error) {
      this.wrong.set(this.words.problem(error));
      this.busy.set(false);
    }
  }
}
