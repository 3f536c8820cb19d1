import { ChangeDetectionStrategy, Component, computed, inject, input, model } from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { MatSelectModule } from '@angular/material/select';
import { TranslatePipe } from '@ngx-translate/core';
import type { Settings } from '../api/types.js';
import { SettingsStore } from '../session/settings.js';
import { Words } from '../words/words.js';
import { valueOf, withValue, wordsIn, type Column, type ColumnKind, type Row, type Table } from './column.js';

/** Pixels that cells need to be read as they are typed. */
const widths: { readonly [kind in ColumnKind]: number } = { text: 150, choice: 150, choices: 170, check: 84, words: 180, ranges: 160, day: 150, delay: 190, fixed: 320 };
const wide = 250;
const [doing, ordering] = [64, 190];

/** A kind of settings as a table whose cells are typed into, or only read. */
@Component({
  selector: 'bn-settings-table',
  imports: [MatIcon, MatIconButton, MatSelectModule, TranslatePipe],
  templateUrl: './settings-table.html',
  styleUrl: './settings-table.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SettingsTable {
  private readonly settings = inject(SettingsStore);
  private readonly words = inject(Words);

  readonly table = input.required<Table>();
  readonly all = input.required<Settings['settings']>();
  readonly editable = input(false);
  readonly rows = model.required<readonly Row[]>();

  private readonly wording = { text: (key: string) => this.words.text(key), count: (key: string, count: number) => this.words.count(key, count), day: (day: string) => this.words.day(day), label: (code: string) => this.settings.label(code) };

  protected textOf(column: Column, row: Row): string {
    if (column.show) return column.show(row, this.wording);
    const value = valueOf(column, row);
    if (typeof value === 'boolean') return this.words.text(value ? 'GENERAL.YES' : 'GENERAL.NO');
    if (Array.isArray(value)) {
      const among = column.among?.(this.all());
      return value.map((each) => { const known = among?.find(({ code }) => code === each); return known ? this.words.text(known.label) : this.settings.label(String(each)); }).join(', ');
    }
    const chosen = column.among?.(this.all()).find(({ code }) => code === value);
    return chosen ? this.words.text(chosen.label) : String(value ?? '');
  }

  protected readonly widthOf = (column: Column): number => column.width ?? (column.wide ? wide : widths[column.kind]);
  /** As wide as its columns ask for; what doesn't fit is scrolled to. */
  protected readonly across = computed(() => this.table().columns.reduce((sum, column) => sum + this.widthOf(column), this.table().fixed ? 0 : this.table().ordered ? ordering : doing));
  protected valueOf = valueOf;

  protected delayOf(column: Column, row: Row): { readonly amount: number; readonly unit: string } {
    return (valueOf(column, row) as { amount: number; unit: string } | undefined) ?? { amount: 0, unit: column.units?.[0] ?? 'days' };
  }

  /** What a text field shows of a cell. */
  protected typed(column: Column, row: Row): string {
    const value = valueOf(column, row);
    return Array.isArray(value) ? value.join(', ') : String(value ?? '');
  }

  protected change(index: number, column: Column, value: unknown): void {
    const said = column.kind === 'words' ? wordsIn(String(value)) : typeof value === 'string' ? value.trim() : value;
    this.rows.update((rows) => rows.map((row, at) => (at === index ? withValue(column, row, said) : row)));
  }

  protected remove(index: number): void {
    this.rows.update((rows) => rows.filter((_, at) => at !== index));
  }

  protected move(index: number, by: number): void {
    this.rows.update((rows) => {
      const moved = [...rows];
      const [row] = moved.splice(index, 1);
      if (row) moved.splice(index + by, 0, row);
      return moved;
    });
  }
}
