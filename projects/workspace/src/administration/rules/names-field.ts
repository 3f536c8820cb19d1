import { ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import { TranslatePipe } from '@ngx-translate/core';
import { Names, type Directory, type Named } from './names.js';

/** Correspondents or affairs, found as one types and kept as a list. */
@Component({
  selector: 'bn-names-field',
  imports: [MatIcon, TranslatePipe],
  template: `
    <span class="chosen">
      @for (id of ids(); track id) {
        <span class="chip">{{ names.of(directory(), id) }}<button type="button" [attr.aria-label]="('GENERAL.REMOVE' | translate) + ' ' + names.of(directory(), id)" (click)="changed.emit(without(id))"><mat-icon>close</mat-icon></button></span>
      }
    </span>
    <input #q type="search" [attr.aria-label]="label()" [placeholder]="'RULES.FIND' | translate" (input)="typing(q.value)" />
    @if (found().length) {
      <ul>
        @for (each of found(); track each.id) { <li><button type="button" (click)="add(each.id); q.value = ''">{{ each.label }}</button></li> }
      </ul>
    }
  `,
  styles: `
    :host { display: block; position: relative; }
    .chosen { display: flex; flex-wrap: wrap; gap: 4px; margin-bottom: 4px; }
    .chip { display: inline-flex; align-items: center; gap: 4px; padding: 2px 4px 2px 10px; border-radius: 12px; background: var(--mat-sys-secondary-container); color: var(--mat-sys-on-secondary-container); font-size: 13px; }
    .chip button { display: inline-flex; padding: 2px; border: 0; background: none; color: inherit; cursor: pointer; }
    mat-icon { width: 14px; height: 14px; font-size: 14px; }
    input { box-sizing: border-box; width: 100%; min-height: 34px; padding: 6px 10px; border: 1px solid var(--mat-sys-outline); border-radius: 6px; background: var(--mat-sys-surface); color: inherit; font: 14px Roboto, sans-serif; }
    ul { margin: 2px 0 0; padding: 2px; border: 1px solid var(--bn-line); border-radius: 6px; background: var(--mat-sys-surface); list-style: none; }
    li button { width: 100%; padding: 5px 8px; border: 0; background: none; color: inherit; font: inherit; text-align: left; cursor: pointer; }
    li button:hover, li button:focus-visible { background: var(--mat-sys-surface-container-high); }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NamesField {
  protected readonly names = inject(Names);
  readonly directory = input.required<Directory>();
  readonly ids = input.required<readonly string[]>();
  readonly label = input('');
  readonly changed = output<string[]>();
  protected readonly found = signal<readonly Named[]>([]);
  private waiting?: ReturnType<typeof setTimeout>;
  private round = 0;

  protected without = (id: string): string[] => this.ids().filter((each) => each !== id);

  protected add(id: string): void {
    this.found.set([]);
    this.changed.emit([...this.without(id), id]);
  }

  protected typing(q: string): void {
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => void this.search(q.trim()), 200);
  }

  private async search(q: string): Promise<void> {
    const round = ++this.round;
    const found = q.length < 2 ? [] : await this.names.find(this.directory(), q).catch(() => []);
    if (round === this.round) this.found.set(found);
  }
}
