import { ChangeDetectionStrategy, Component, computed, inject, linkedSignal, signal } from '@angular/core';
import { FormsModule } from '@angular/forms';
import { RouterLink } from '@angular/router';
import { MatButton } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatIcon } from '@angular/material/icon';
import { MatInput } from '@angular/material/input';
import { MatProgressBar } from '@angular/material/progress-bar';
import { MatSelectModule } from '@angular/material/select';
import { TranslatePipe } from '@ngx-translate/core';
import { channels, usualGrouping, type Channel } from '@bannette/domain';
import type { Beneficiary, Deposit, DepositFile } from '../api/types.js';
import { nothingSaid, type Described } from '../beneficiaries/described.js';
import { DocumentSaid } from '../beneficiaries/document-said.js';
import { ForWhom } from '../beneficiaries/for-whom.js';
import { OpenDesk } from '../desk/open-desk.js';
import { injectPlace, PlacePipe } from '../host.js';
import { Wait } from '../layout/wait.js';
import { Lanes } from '../lanes/lanes.js';
import { SessionStore } from '../session/session.js';
import { SettingsStore } from '../session/settings.js';
import { DoorField } from '../sites/door-field.js';
import { Doors } from '../sites/doors.js';
import { refusalWords } from '../words/refusal.js';
import { Words } from '../words/words.js';
import { Deposits } from './deposits.js';
import { saidOfFiles } from './parcel.js';

/** Drop files, say what is known of them, and watch them become mails. */
@Component({
  selector: 'bn-deposit-page',
  imports: [DocumentSaid, ForWhom, DoorField, FormsModule, Lanes, MatButton, MatFormFieldModule, MatIcon, MatInput, MatProgressBar, MatSelectModule, OpenDesk, PlacePipe, RouterLink, TranslatePipe, Wait],
  providers: [Deposits],
  templateUrl: './deposit.page.html',
  styleUrl: './deposit.page.scss',
  host: { class: 'bn-page' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DepositPage {
  private readonly session = inject(SessionStore);
  private readonly place = injectPlace();
  protected readonly settings = inject(SettingsStore);
  protected readonly deposits = inject(Deposits);
  protected readonly words = inject(Words);
  private readonly doors = inject(Doors);

  protected readonly channels = channels;
  protected readonly mailRoom = (): boolean => this.session.has('mailRoom');
  protected readonly files = signal<readonly File[]>([]);
  /** Whom the whole deposit is for, unless a file says otherwise. */
  protected readonly household = signal<readonly Beneficiary[]>([]);
  private readonly said = signal<ReadonlyMap<File, Described>>(new Map());
  protected readonly over = signal(false);
  protected readonly channel = signal<Channel>('post');
  /** Asked at once of who comes to the counter or is talked with; for the rest when the person wants to. */
  protected readonly describing = linkedSignal(() => ['counter', 'interview'].includes(this.channel()));
  protected readonly senderName = signal('');
  protected readonly receivedAt = signal('');
  /** Follows the channel until the person chooses. */
  protected readonly grouping = linkedSignal(() => usualGrouping(this.channel()));
  protected readonly today = this.session.today();
  protected readonly total = computed(() => this.files().reduce((sum, file) => sum + file.size, 0));

  constructor() {
    void this.settings.load();
  }

  protected choose(input: HTMLInputElement): void {
    this.take([...(input.files ?? [])]);
    input.value = '';
  }

  protected drop(event: DragEvent): void {
    event.preventDefault();
    this.over.set(false);
    this.take([...(event.dataTransfer?.files ?? [])]);
  }

  protected drag(event: DragEvent, over: boolean): void {
    event.preventDefault();
    this.over.set(over);
  }

  protected remove(file: File): void {
    this.files.update((files) => files.filter((other) => other !== file));
  }

  protected send(): void {
    if (!this.files().length) return;
    const documents = this.describing() ? saidOfFiles(this.files().map(this.saidOf), this.household()) : undefined;
    this.deposits.add(this.files(), { documents, channel: this.channel(), senderName: this.senderName().trim() || undefined, receivedAt: this.receivedAt() || undefined, grouping: this.grouping(), site: this.doors.said() });
    this.files.set([]);
    this.said.set(new Map());
    this.household.set([]);
    this.senderName.set('');
  }

  protected saidOf = (file: File): Described => this.said().get(file) ?? nothingSaid;

  protected say(file: File, described: Described): void {
    this.said.update((said) => new Map(said).set(file, described));
  }

  protected focusFile(index: number): void {
    document.querySelector<HTMLElement>(`[data-field="file-${index}-nature"]`)?.focus();
  }

  protected megabytes(bytes: number): string {
    return new Intl.NumberFormat(this.words.lang(), { style: 'unit', unit: bytes < 1e6 ? 'kilobyte' : 'megabyte', maximumFractionDigits: bytes < 1e6 ? 0 : 1 }).format(bytes / (bytes < 1e6 ? 1e3 : 1e6));
  }

  /** Whether this person can qualify it here and now. */
  protected toQualify(mail: Deposit['mails'][number]): boolean {
    return mail.state === 'toQualify' && this.session.has('mailRoom');
  }

  /** A mail of it that can still be taken to the page desk. */
  protected waiting({ mails }: Deposit): string | undefined {
    return mails.find((mail) => this.toQualify(mail))?.id;
  }

  /** The queue that its letters wait in. */
  protected queueOf({ site }: Deposit): string[] {
    const own = site && this.session.person()?.mailRooms.some((room) => room.site === site);
    return [this.place('/trays/qualification'), ...(own ? [site] : [])];
  }

  /** As they came: what was cut out of one of them is among the mails. */
  protected filesOf({ files }: Deposit): readonly DepositFile[] {
    return files.filter(({ batchId }) => !batchId);
  }

  protected whyOf(file: DepositFile): string {
    return file.reason ? `${refusalWords(this.words, file, 'WHY')} ${refusalWords(this.words, file, 'DO')}` : '';
  }

  private take(files: readonly File[]): void {
    this.files.update((already) => [...already, ...files]);
  }
}
