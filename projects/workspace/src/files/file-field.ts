import { ChangeDetectionStrategy, Component, input, model } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { TranslatePipe } from '@ngx-translate/core';

let made = 0;

/** One file to be attached, chosen in the person's language: browsers draw their own picker in theirs. */
@Component({
  selector: 'bn-file-field',
  imports: [MatButton, MatIcon, TranslatePipe],
  template: `
    <span [id]="id">{{ label() }}</span>
    <input #chooser type="file" hidden [accept]="accept()" (change)="file.set(chooser.files?.[0] ?? file()); chooser.value = ''" />
    <button matButton="outlined" type="button" [attr.aria-describedby]="id" (click)="chooser.click()"><mat-icon>attach_file</mat-icon>{{ (file() ? 'FILE_FIELD.OTHER' : 'FILE_FIELD.CHOOSE') | translate }}</button>
    @if (file(); as chosen) {
      <span class="name" role="status">{{ chosen.name }}</span>
      <button matButton type="button" (click)="file.set(undefined)">{{ 'GENERAL.REMOVE' | translate }}<span class="visually-hidden"> {{ chosen.name }}</span></button>
    }
  `,
  styles: `:host { display: flex; flex-wrap: wrap; align-items: center; gap: 6px 12px; margin-top: 12px; } .name { overflow-wrap: anywhere; }`,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FileField {
  readonly label = input.required<string>();
  readonly accept = input.required<string>();
  readonly file = model<File | undefined>();
  protected readonly id = `bn-file-field-${++made}`;
}
