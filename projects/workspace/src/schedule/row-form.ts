import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import { FormsModule } from '@angular/forms';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatIcon } from '@angular/material/icon';
import { MatInput } from '@angular/material/input';
import { MatSelectModule } from '@angular/material/select';
import { TranslatePipe } from '@ngx-translate/core';
import { communicabilityYears, personalDataKinds, retentionTriggers } from '@bannette/domain';
import { Words } from '../words/words.js';
import { ScheduleApi, type Content, type Row } from './schedule-api.js';
import { ScheduleStore } from './schedule-store.js';
import { ScheduleWords } from './schedule-words.js';

/** Fields as a form has them: empty texts where nothing is said. */
interface Fields {
  code: string;
  label: string;
  years: number | null;
  currentUseYears: number | null;
  trigger: Row['trigger'];
  finalSort: Row['finalSort'];
  source: string;
  communicability: number | '';
  article: string;
  personalData: '' | NonNullable<Row['personalData']>;
  personalDataYears: number | null;
}

/** One row of the schedule: changed in a draft, told in any other version. Ctrl+Enter keeps it and goes to the next, Escape closes. */
@Component({
  selector: 'bn-schedule-row-form',
  imports: [FormsModule, MatButton, MatFormFieldModule, MatIcon, MatIconButton, MatInput, MatSelectModule, TranslatePipe],
  templateUrl: './row-form.html',
  styleUrl: './row-form.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RowForm {
  private readonly api = inject(ScheduleApi);
  protected readonly store = inject(ScheduleStore);
  protected readonly words = inject(Words);
  protected readonly schedule = inject(ScheduleWords);
  protected readonly triggers = retentionTriggers;
  protected readonly fates = ['D', 'C', 'T'] as const;
  protected readonly delays = communicabilityYears;
  protected readonly kinds = personalDataKinds;

  /** Absent for a new one. */
  readonly row = input<Row>();
  readonly editable = input(false);
  readonly uses = input<Content['uses'][number]>();
  readonly closed = output();
  readonly kept = output<{ readonly code: string; readonly next: boolean }>();

  protected readonly fields = linkedSignal(() => fieldsOf(this.row()));
  protected readonly agreement = computed(() => this.row()?.agreed);

  protected set<K extends keyof Fields>(field: K, value: Fields[K]): void {
    this.fields.update((fields) => ({ ...fields, [field]: value }));
  }

  protected async save(next = false): Promise<void> {
    const row = rowOf(this.fields());
    const was = this.row()?.code;
    const done = await this.store.act(({ id, revision }) => this.api.change(id, { revision, changes: [{ was, row }] }), () => this.words.text('SCHEDULE.ROW_KEPT', { code: row.code }));
    if (done) this.kept.emit({ code: row.code, next });
  }

  protected async remove(): Promise<void> {
    const was = this.row()?.code ?? '';
    if (await this.store.act(({ id, revision }) => this.api.change(id, { revision, changes: [{ was }] }), () => this.words.text('SCHEDULE.ROW_GONE', { code: was }))) this.closed.emit();
  }
}

function fieldsOf(row: Row | undefined): Fields {
  return {
    code: row?.code ?? '',
    label: row?.label ?? '',
    years: row?.years ?? null,
    currentUseYears: row?.currentUseYears ?? null,
    trigger: row?.trigger ?? 'CLOTURE',
    finalSort: row?.finalSort ?? 'T',
    source: row?.source ?? '',
    communicability: row?.communicability?.years ?? '',
    article: row?.communicability?.article ?? '',
    personalData: row?.personalData ?? '',
    personalDataYears: row?.personalDataYears ?? null,
  };
}

function rowOf({ communicability, article, personalData, personalDataYears, currentUseYears, years, ...rest }: Fields) {
  return {
    ...rest,
    code: rest.code.trim(),
    years: years ?? 0,
    ...(currentUseYears === null ? {} : { currentUseYears }),
    ...(personalData ? { personalData } : {}),
    ...(personalDataYears === null ? {} : { personalDataYears }),
    ...(communicability === '' ? {} : { communicability: { years: communicability, article } }),
  };
}
