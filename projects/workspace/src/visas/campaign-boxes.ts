import { ChangeDetectionStrategy, Component, computed, effect, inject, input, output, signal, untracked } from '@angular/core';
import { FormsModule } from '@angular/forms';
import { RouterLink } from '@angular/router';
import { MatButton } from '@angular/material/button';
import { MatCheckbox } from '@angular/material/checkbox';
import { TranslatePipe } from '@ngx-translate/core';
import { firstValueFrom, type Observable } from 'rxjs';
import { toProblem, type Problem } from '../api/problem.js';
import { FileField } from '../files/file-field.js';
import { PlacePipe } from '../host.js';
import { Wait } from '../layout/wait.js';
import type { Awaited } from '../list/pages.js';
import { keep } from '../reading/keep.js';
import { SessionStore } from '../session/session.js';
import { smallFile } from '../work/work-api.js';
import { Words } from '../words/words.js';
import { VisasApi, type CampaignBox } from './visas-api.js';

/** Paper of a campaign: boxes that go whole, sheets to take out of others, and the contractor's certificates. */
@Component({
  selector: 'bn-campaign-boxes',
  imports: [FileField, FormsModule, MatButton, MatCheckbox, PlacePipe, RouterLink, TranslatePipe, Wait],
  templateUrl: './campaign-boxes.html',
  styles: `
    :host { display: flex; flex: 1; flex-direction: column; min-height: 0; }
    .bar { display: flex; flex: none; flex-wrap: wrap; gap: 8px; align-items: center; padding: 8px 16px; border-bottom: 1px solid var(--bn-line); }
    .bar .room { flex: 1; }
    form { display: flex; flex: none; flex-wrap: wrap; gap: 8px 16px; align-items: end; padding: 10px 16px; border-bottom: 1px solid var(--bn-line); background: var(--bn-ground); }
    form label { display: flex; flex-direction: column; gap: 2px; font-size: 12px; color: var(--bn-muted); }
    form input { height: 32px; padding: 0 8px; border: 1px solid var(--mat-sys-outline); border-radius: 6px; background: var(--mat-sys-surface); color: var(--mat-sys-on-surface); font: inherit; font-size: 14px; }
    .short { white-space: nowrap; }
    .said { margin: 8px 16px; }
    .said:empty { margin: 0; }
    bn-wait { display: contents; }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CampaignBoxesTab implements Awaited {
  private readonly api = inject(VisasApi);
  protected readonly words = inject(Words);
  protected readonly today = inject(SessionStore).today();
  readonly campaign = input.required<{ readonly id: string; readonly chrono: string; readonly revision: number; readonly state: string; readonly actions: readonly string[] }>();
  /** The campaign has moved on. */
  readonly changed = output();
  protected readonly boxes = signal<readonly CampaignBox[] | undefined>(undefined);
  protected readonly settled = signal(false);
  protected readonly chosen = signal<ReadonlySet<string>>(new Set());
  protected readonly said = signal('');
  protected readonly busy = signal(false);
  protected contractor = '';
  protected destroyedOn = this.today;
  protected file?: File;
  private readonly wrong = signal<Problem | undefined>(undefined);
  protected readonly ready = computed(() => (this.boxes() ?? []).filter(({ going, waiting, certificate }) => going > 0 && !waiting && !certificate));
  protected readonly mayRecord = (): boolean => this.campaign().actions.includes('recordBox');

  readonly problem = this.wrong.asReadonly();
  readonly state = (): 'loading' | 'ready' | 'failed' => (this.wrong() ? 'failed' : this.boxes() ? 'ready' : 'loading');
  readonly empty = (): boolean => this.boxes()?.length === 0;

  constructor() {
    effect(() => {
      this.campaign();
      untracked(() => void this.load());
    });
  }

  async load(): Promise<void> {
    this.wrong.set(undefined);
    try {
      const { items, settled } = await firstValueFrom(this.api.boxes(this.campaign().id));
      this.boxes.set(items);
      this.settled.set(settled);
      this.chosen.set(new Set());
    } catch (error) {
      this.wrong.set(toProblem(error));
    }
  }

  protected stateOf({ going, waiting, certificate, whole, destroyedOn, contractor }: CampaignBox): string {
    if (certificate) return this.words.text('CAMPAIGN_BOXES.DESTROYED', { day: this.words.day(destroyedOn), contractor: contractor ?? '' });
    if (!going) return this.words.text('CAMPAIGN_BOXES.STAYS');
    if (waiting) return this.words.text('CAMPAIGN_BOXES.WAITS');
    return this.words.text(whole ? 'CAMPAIGN_BOXES.GOES' : 'CAMPAIGN_BOXES.PARTLY');
  }

  protected isReady = (box: CampaignBox): boolean => this.ready().includes(box);

  protected choose(box: string, on: boolean): void {
    this.chosen.update((before) => new Set(on ? [...before, box] : [...before].filter((one) => one !== box)));
  }

  protected slip = (): Promise<void> => this.fetch(this.api.slip(this.campaign().id), `boites-a-detruire-${this.campaign().chrono}.pdf`);
  protected withdrawals = (): Promise<void> => this.fetch(this.api.withdrawals(this.campaign().id), `pieces-a-retirer-${this.campaign().chrono}.pdf`);
  protected certificate = (file: string): Promise<void> => this.fetch(this.api.campaignFile(this.campaign().id, file), `certificat-de-destruction-${this.campaign().chrono}`);

  protected async record(): Promise<void> {
    if (!this.chosen().size || !this.contractor.trim() || !this.file || !this.destroyedOn) return this.said.set(this.words.text('CAMPAIGN_BOXES.INCOMPLETE'));
    this.busy.set(true);
    this.said.set('');
    try {
      await firstValueFrom(this.api.recordBoxes(this.campaign().id, { revision: this.campaign().revision, boxes: [...this.chosen()], contractor: this.contractor, destroyedOn: this.destroyedOn, file: await smallFile(this.file) }));
      this.changed.emit();
    } catch (error) {
      this.said.set(this.words.problem(error));
    }
    this.busy.set(false);
  }

  private async fetch(content: Observable<Blob>, name: string): Promise<void> {
    this.said.set('');
    try {
      keep(await firstValueFrom(content), name);
    } catch (error) {
      this.said.set(this.words.problem(error));
    }
  }
}
