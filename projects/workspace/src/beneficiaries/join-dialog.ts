import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import { TranslatePipe } from '@ngx-translate/core';
import { firstValueFrom } from 'rxjs';
import { AffairsApi, type BeneficiaryMerge } from '../affairs/affairs-api.js';
import type { Beneficiary } from '../api/types.js';
import { Choose, type Choice } from '../choose/choose.js';
import { Finders } from '../choose/finders.js';
import { Words } from '../words/words.js';
import { nameOf } from './names.js';

/** Joins another file with one: found, shown beside it with what they would be together, and joined. Closes with `true` once they are. */
@Component({
  selector: 'bn-join-dialog',
  imports: [Choose, MatButton, MatDialogModule, TranslatePipe],
  template: `
    <h2 mat-dialog-title>{{ 'JOIN.TITLE' | translate: { name: nameOf(kept) } }}</h2>
    <mat-dialog-content>
      <bn-choose [label]="'JOIN.FIND' | translate" [find]="find" (chosen)="look($event)" />
      @if (preview(); as it) {
        <p class="bn-quiet">{{ 'JOIN.NOTE' | translate }}</p>
        <table class="bn-table">
          <thead><tr><th></th><th scope="col">{{ 'CORRESPONDENT.KEPT' | translate }}</th><th scope="col">{{ 'CORRESPONDENT.JOINED' | translate }}</th><th scope="col">{{ 'CORRESPONDENT.TOGETHER' | translate }}</th></tr></thead>
          <tbody>
            @for (row of rows; track row.label) { <tr><th scope="row">{{ row.label | translate }}</th><td>{{ row.of(it.kept) }}</td><td>{{ row.of(it.merged) }}</td><td>{{ row.of(it.result) }}</td></tr> }
            <tr><th scope="row">{{ 'JOIN.DOCUMENTS' | translate }}</th><td>{{ it.documents.kept }}</td><td>{{ it.documents.merged }}</td><td>{{ it.documents.kept + it.documents.merged }}</td></tr>
          </tbody>
        </table>
      }
      @if (problem()) { <p class="bn-late" role="alert">{{ problem() }}</p> }
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      <button matButton type="button" mat-dialog-close>{{ 'GENERAL.CANCEL' | translate }}</button>
      <button matButton="filled" type="button" [disabled]="busy() || !preview()" (click)="join()">{{ 'JOIN.DO' | translate }}</button>
    </mat-dialog-actions>
  `,
  styles: `table { table-layout: fixed; } th[scope='row'] { overflow-wrap: break-word; } td { overflow-wrap: anywhere; }`,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class JoinDialog {
  private readonly reference = inject(MatDialogRef);
  private readonly api = inject(AffairsApi);
  private readonly words = inject(Words);
  private readonly finders = inject(Finders);
  protected readonly kept = inject<{ readonly beneficiary: Beneficiary }>(MAT_DIALOG_DATA).beneficiary;
  protected readonly nameOf = nameOf;
  protected readonly preview = signal<BeneficiaryMerge | undefined>(undefined);
  protected readonly busy = signal(false);
  protected readonly problem = signal('');
  protected readonly rows: readonly { readonly label: string; readonly of: (one: Beneficiary) => string }[] = [
    { label: 'JOIN.NAME', of: nameOf },
    { label: 'JOIN.BIRTH', of: ({ birthDate }) => this.words.day(birthDate) },
    { label: 'JOIN.NUMBER', of: ({ fileNumber }) => fileNumber ?? '' },
  ];
  protected readonly find = async (q: string): Promise<readonly Choice[]> => (await this.finders.beneficiaries(q)).filter(({ id }) => id !== this.kept.id);

  protected look({ id }: Choice): Promise<void> {
    return this.doing(async () => this.preview.set(await firstValueFrom(this.api.previewJoin(this.kept.id, id))));
  }

  protected async join(): Promise<void> {
    const it = this.preview();
    if (!it) return;
    await this.doing(async () => {
      await firstValueFrom(this.api.join(this.kept.id, { other: it.merged.id, revision: it.revision, otherRevision: it.otherRevision }));
      this.reference.close(true);
    });
  }

  private async doing(work: () => Promise<void>): Promise<void> {
    this.busy.set(true);
    this.problem.set('');
    try {
      await work();
    } catch (error) {
      this.preview.set(undefined);
      this.problem.set(this.words.problem(error));
    }
    this.busy.set(false);
  }
}
