import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslatePipe } from '@ngx-translate/core';
import { PlacePipe } from '../host.js';
import { SettingsStore } from '../session/settings.js';
import { Words } from '../words/words.js';

const halfADay = 43_200_000;

/** The day of a `d:date`, which Alfresco gives as midnight in the time zone of its own machine. */
export const dayOf = (instant: string | undefined): string | undefined => (instant === undefined ? undefined : new Date(Date.parse(instant.replace(/\+0000$/, 'Z')) + halfADay).toISOString().slice(0, 10));

/** What Alfresco Content App hands to the component of a column's cell. */
interface Cell {
  readonly row?: { readonly node?: { readonly entry?: { readonly properties?: { readonly [name: string]: unknown } } } };
}

/** A cell of a list of nodes; empty for nodes that are no mail. */
abstract class MailCell {
  private readonly cell = signal<Cell | undefined>(undefined);
  private readonly properties = computed(() => this.cell()?.row?.node?.entry?.properties);

  set context(cell: Cell) {
    this.cell.set(cell);
  }

  protected text(property: string): string | undefined {
    const value = this.properties()?.[property];
    return typeof value === 'string' && value ? value : undefined;
  }
}

/** The number of a mail, which leads to its page. */
@Component({
  selector: 'bn-chrono-cell',
  styles: 'a { color: inherit; }',
  imports: [PlacePipe, RouterLink],
  template: `
    @if (chrono(); as words) {
      <a [routerLink]="['/mails' | place, id()]" (click)="$event.stopPropagation()">{{ words }}</a>
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ChronoCell extends MailCell {
  protected readonly chrono = computed(() => this.text('gec:chrono'));
  protected readonly id = computed(() => this.text('gec:id'));
}

@Component({
  selector: 'bn-status-cell',
  imports: [TranslatePipe],
  template: `{{ status() ? ('MAIL_STATE.' + status() | translate) : '' }}`,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class StatusCell extends MailCell {
  protected readonly status = computed(() => this.text('gec:status'));
}

@Component({ selector: 'bn-tray-cell', template: `{{ settings.label(tray(), 'tray') }}`, changeDetection: ChangeDetectionStrategy.OnPush })
export class TrayCell extends MailCell {
  protected readonly settings = inject(SettingsStore);
  protected readonly tray = computed(() => this.text('gec:tray'));

  constructor() {
    super();
    void this.settings.load();
  }
}

@Component({ selector: 'bn-due-cell', template: `{{ words.day(due()) }}`, changeDetection: ChangeDetectionStrategy.OnPush })
export class DueCell extends MailCell {
  protected readonly words = inject(Words);
  protected readonly due = computed(() => dayOf(this.text('gec:dueDate')));
}
