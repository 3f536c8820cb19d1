import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import { TranslatePipe } from '@ngx-translate/core';
import { firstValueFrom } from 'rxjs';
import { Words } from '../words/words.js';
import { CorrespondentsApi, type Card, type MergePreview } from './correspondents-api.js';
import { addressText } from './address-text.js';

type Side = Pick<Card, 'name' | 'givenName' | 'addresses' | 'emails' | 'phones' | 'siret'>;

/** Two correspondents side by side, and what they would be together; which one is kept can be turned round. Closes with `true` once joined. */
@Component({
  selector: 'bn-merge-dialog',
  imports: [MatButton, MatDialogModule, TranslatePipe],
  template: `
    <h2 mat-dialog-title>{{ 'CORRESPONDENT.MERGE_TITLE' | translate }}</h2>
    <mat-dialog-content>
      @if (preview(); as it) {
        <p class="bn-quiet">{{ 'CORRESPONDENT.MERGE_NOTE' | translate }}</p>
        <table class="bn-table">
          <thead><tr><th></th><th scope="col">{{ 'CORRESPONDENT.KEPT' | translate }}</th><th scope="col">{{ 'CORRESPONDENT.JOINED' | translate }}</th><th scope="col">{{ 'CORRESPONDENT.TOGETHER' | translate }}</th></tr></thead>
          <tbody>
            @for (row of said(it); track row.label) {
              <tr><th scope="row">{{ row.label | translate }}</th><td>{{ row.of(it.kept) }}</td><td>{{ row.of(it.merged) }}</td><td>{{ row.of(it.result) }}</td></tr>
            }
            <tr><th scope="row">{{ 'CORRESPONDENT.MAILS' | translate }}</th><td>{{ it.mails.kept }}</td><td>{{ it.mails.merged }}</td><td>{{ it.mails.kept + it.mails.merged }}</td></tr>
          </tbody>
        </table>
      }
      @if (problem()) { <p class="bn-late" role="alert">{{ problem() }}</p> }
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      <button matButton type="button" mat-dialog-close>{{ 'GENERAL.CANCEL' | translate }}</button>
      <button matButton="outlined" type="button" [disabled]="busy()" (click)="turn()">{{ 'CORRESPONDENT.TURN' | translate }}</button>
      <button matButton="filled" type="button" [disabled]="busy() || !preview()" (click)="merge()">{{ 'CORRESPONDENT.MERGE' | translate }}</button>
    </mat-dialog-actions>
  `,
  styles: `table { table-layout: fixed; } td { white-space: pre-line; } th[scope='row'] { overflow-wrap: break-word; }`,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MergeDialog {
  private readonly reference = inject(MatDialogRef);
  private readonly api = inject(CorrespondentsApi);
  private readonly words = inject(Words);
  private pair = { ...inject<{ readonly one: string; readonly other: string }>(MAT_DIALOG_DATA) };
  protected readonly preview = signal<MergePreview | undefined>(undefined);
  protected readonly busy = signal(false);
  protected readonly problem = signal('');
  protected readonly rows: readonly { readonly label: string; readonly of: (side: Side) => string }[] = [
    { label: 'CORRESPONDENT.NAME', of: ({ name, givenName }) => [givenName, name].filter(Boolean).join(' ') },
    { label: 'CORRESPONDENT.SIRET', of: ({ siret }) => siret ?? '' },
    { label: 'CORRESPONDENT.ADDRESS', of: ({ addresses = [] }) => addresses.map(addressText).join('\n') },
    { label: 'CORRESPONDENT.EMAILS', of: ({ emails = [] }) => emails.join('\n') },
    { label: 'CORRESPONDENT.PHONES', of: ({ phones = [] }) => phones.join('\n') },
  ];

  /** Without what is said of neither. */
  protected said(it: MergePreview): typeof this.rows {
    return this.rows.filter(({ of }) => of(it.result) || of(it.kept) || of(it.merged));
  }

  constructor() {
    void this.load();
  }

  protected async turn(): Promise<void> {
    this.pair = { one: this.pair.other, other: this.pair.one };
    await this.load();
  }

  protected async merge(): Promise<void> {
    const seen = this.preview();
    if (!seen) return;
    await this.doing(async () => {
      await firstValueFrom(this.api.merge(this.pair.one, { other: this.pair.other, revision: seen.kept.revision, otherRevision: seen.merged.revision }));
      this.reference.close(true);
    });
  }

  private async load(): Promise<void> {
    await this.doing(async () => this.preview.set(await firstValueFrom(this.api.preview(this.pair.one, this.pair.other))));
  }

  private async doing(work: () => Promise<void>): Promise<void> {
    this.busy.set(true);
    this.problem.set('');
    try {
      await work();
    } catch (error) {
      this.problem.set(this.words.problem(error));
    }
    this.busy.set(false);
  }
}
