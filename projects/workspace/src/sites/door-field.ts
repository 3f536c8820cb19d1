import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { FormsModule } from '@angular/forms';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatSelectModule } from '@angular/material/select';
import { TranslatePipe } from '@ngx-translate/core';
import { codeOf } from './door.js';
import { Doors } from './doors.js';

/** Asks who works at several places where they are now. */
@Component({
  selector: 'bn-door-field',
  imports: [FormsModule, MatFormFieldModule, MatSelectModule, TranslatePipe],
  template: `
    @if (doors.several()) {
      <mat-form-field subscriptSizing="dynamic">
        <mat-label>{{ 'SITE.DOOR' | translate }}</mat-label>
        <mat-select [(ngModel)]="doors.chosen">
          @for (door of doors.mine(); track codeOf(door)) { <mat-option [value]="codeOf(door)">{{ doors.nameOf(door) }}</mat-option> }
        </mat-select>
      </mat-form-field>
    }
  `,
  styles: `:host { display: contents; } mat-form-field { width: 100%; }`,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DoorField {
  protected readonly doors = inject(Doors);
  protected readonly codeOf = codeOf;
}
