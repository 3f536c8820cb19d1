import { ChangeDetectionStrategy, Component, computed, effect, inject, signal, untracked } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatSnackBar } from '@angular/material/snack-bar';
import { TranslatePipe } from '@ngx-translate/core';
import { addDays, shareOf } from '@bannette/domain';
import { firstValueFrom, map, type Observable } from 'rxjs';
import { Api } from '../api/api.js';
import type { CommitmentResult, DeliveryLine } from '../api/types.js';
import { Wait } from '../layout/wait.js';
import { Pages } from '../list/pages.js';
import { keep } from '../reading/keep.js';
import { SessionStore } from '../session/session.js';
import { Words } from '../words/words.js';
import { legsByService, missed, monthsIn, promiseRows, type Cell } from './shares.js';

const shownDays = 28;

/** How promises to those who write were kept, month by month, and how long mail takes inside the house. */
@Component({
  selector: 'bn-commitments-page',
  imports: [MatButton, TranslatePipe, Wait],
  templateUrl: './commitments.page.html',
  styleUrl: './commitments.page.scss',
  host: { class: 'bn-page' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CommitmentsPage {
  private readonly api = inject(Api);
  private readonly snackBar = inject(MatSnackBar);
  private readonly today = inject(SessionStore).today();
  protected readonly words = inject(Words);
  protected readonly busy = signal(false);
  protected readonly service = signal('');
  protected readonly until = signal(this.today.slice(0, 7));
  private readonly months = computed(() => ({ from: earlier(this.until(), 5), until: this.until(), ...this.ofService() }));
  private readonly days = computed(() => {
    const last = lastDayOf(this.until());
    const until = last < this.today ? last : this.today;
    return { from: addDays(until, -shownDays), until, ...this.ofService() };
  });

  protected readonly promises = computed(() => {
    const query = this.months();
    return new Pages<CommitmentResult>(() => this.api.commitments(query).pipe(map(({ items }) => ({ items }))), (one) => `${one.month} ${one.service} ${one.channel} ${one.code}`);
  });
  protected readonly deliveries = computed(() => {
    const query = this.days();
    return new Pages<DeliveryLine>(() => this.api.deliveries(query).pipe(map(({ items }) => ({ items }))), ({ day, service }) => `${day} ${service}`);
  });
  protected readonly columns = computed(() => monthsIn(this.promises().items()));
  protected readonly rows = computed(() => promiseRows(this.promises().items()));
  protected readonly legs = computed(() => legsByService(this.deliveries().items()));
  protected readonly span = computed(() => this.days());
  /** Services that figures were ever shown of: to choose among. */
  protected readonly services = signal<readonly { readonly code: string; readonly label: string }[]>([]);
  protected readonly missed = missed;

  constructor() {
    effect(() => {
      const [promises, deliveries] = [this.promises(), this.deliveries()];
      untracked(() => void Promise.all([promises.load(), deliveries.load()]));
    });
    effect(() => {
      const seen = [...this.promises().items(), ...this.deliveries().items()].map(({ service, serviceLabel }) => ({ code: service, label: serviceLabel }));
      untracked(() => this.services.update((known) => [...new Map([...known, ...seen].map((one) => [one.code, one])).values()].sort((a, b) => a.label.localeCompare(b.label))));
    });
  }

  protected share(cell: Cell): string {
    const share = shareOf(cell);
    return share === undefined ? '–' : this.percent(share);
  }

  protected percent(share: number): string {
    return new Intl.NumberFormat(this.words.lang(), { style: 'percent', maximumFractionDigits: 1 }).format(share);
  }

  protected monthName(month: string): string {
    return new Intl.DateTimeFormat(this.words.lang(), { month: 'short', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${month}-01T00:00:00Z`));
  }

  protected counted(cell: Cell): string {
    return this.words.text('COMMITMENT.COUNTED', { inTime: cell.inTime, late: cell.late, open: cell.open });
  }

  protected saveCommitments(): Promise<void> {
    return this.save(this.api.commitmentsFile(this.months()), 'engagements.csv');
  }
  protected saveDeliveries(): Promise<void> {
    return this.save(this.api.deliveriesFile(this.days()), 'remises.csv');
  }

  private async save(file: Observable<Blob>, name: string): Promise<void> {
    this.busy.set(true);
    try {
      keep(await firstValueFrom(file), name);
    } catch (error) {
      this.snackBar.open(this.words.problem(error), this.words.text('GENERAL.CLOSE'), { duration: 8000 });
    }
    this.busy.set(false);
  }

  private ofService(): { readonly service?: string } {
    return this.service() ? { service: this.service() } : {};
  }
}

function earlier(month: string, months: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 - months, 1)).toISOString().slice(0, 7);
}
const lastDayOf = (month: string): string => addDays(`${earlier(month, -1)}-01`, -1);
