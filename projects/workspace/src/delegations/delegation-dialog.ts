import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { FormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { MatCheckbox } from '@angular/material/checkbox';
import { MAT_DIALOG_DATA, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatIcon } from '@angular/material/icon';
import { MatInput } from '@angular/material/input';
import { MatSelectModule } from '@angular/material/select';
import { TranslatePipe } from '@ngx-translate/core';
import { delegationPowers, type DelegationPower } from '@bannette/domain';
import { firstValueFrom } from 'rxjs';
import { FileField } from '../files/file-field.js';
import { SessionStore } from '../session/session.js';
import { SettingsStore } from '../session/settings.js';
import { Words } from '../words/words.js';
import { smallFile, WorkApi, type Candidates, type Delegation, type DelegationFinding, type Delegator } from '../work/work-api.js';
import { findingText } from './finding-words.js';

export interface DelegationDialogData {
  readonly delegators: readonly Delegator[];
}

/** Who replaces somebody, from when until when, for which mails, by which act. What stands against it is said while it is typed. */
@Component({
  selector: 'bn-delegation-dialog',
  imports: [FileField, FormsModule, MatButton, MatCheckbox, MatDialogModule, MatFormFieldModule, MatIcon, MatInput, MatSelectModule, TranslatePipe],
  templateUrl: './delegation-dialog.html',
  styles: `
    mat-dialog-content { padding-top: 8px !important; }
    mat-form-field { display: block; margin-top: 12px; }
    mat-form-field:first-child { margin-top: 0; }
    .row mat-form-field { margin-top: 12px; }
    fieldset > mat-checkbox { display: block; }
    mat-select { scroll-margin-top: 28px; }
    .row { display: flex; flex-wrap: wrap; gap: 0 12px; }
    .row mat-form-field { flex: 1 1 170px; }
    fieldset { margin: 12px 0 0; padding: 4px 12px 8px; border: 1px solid var(--bn-line); border-radius: 6px; }
    legend { padding: 0 6px; font-size: 12px; color: var(--bn-muted); }
    .findings { margin: 12px 0 0; padding: 0; list-style: none; }
    .findings li { display: flex; gap: 8px; margin-top: 6px; overflow-wrap: anywhere; }
    .findings mat-icon { flex: none; width: 20px; height: 20px; font-size: 20px; color: var(--bn-soon); }
    .findings .refuses mat-icon { color: var(--bn-late); }
    .said { margin: 8px 0 0; color: var(--bn-muted); font-size: 12px; }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DelegationDialog {
  private readonly reference = inject<MatDialogRef<DelegationDialog, Delegation>>(MatDialogRef);
  private readonly api = inject(WorkApi);
  private readonly session = inject(SessionStore);
  protected readonly words = inject(Words);
  protected readonly settings = inject(SettingsStore);
  protected readonly data = inject<DelegationDialogData>(MAT_DIALOG_DATA);
  protected readonly allPowers = delegationPowers;
  protected readonly today = this.session.today();
  protected delegator = this.session.person()?.id ?? '';
  protected delegates: string[] = [];
  protected startsOn = this.today;
  protected endsOn = '';
  protected readonly powers = signal<readonly DelegationPower[]>(['treat', 'opinions']);
  protected types: string[] = [];
  protected services: string[] = [];
  protected actReference = '';
  protected actDay = '';
  protected readonly candidates = signal<Candidates | undefined>(undefined);
  protected readonly findings = signal<readonly DelegationFinding[]>([]);
  protected readonly busy = signal(false);
  protected readonly problem = signal('');
  protected file?: File;
  private made?: Delegation;
  private checking = 0;

  constructor() {
    void this.settings.load();
    void this.choose();
  }

  /** Whoever is replaced decides who can replace them. */
  protected async choose(): Promise<void> {
    this.delegates = [];
    this.services = [];
    this.findings.set([]);
    this.candidates.set(undefined);
    const { delegator } = this;
    try {
      const found = await firstValueFrom(this.api.candidates(delegator));
      if (delegator !== this.delegator) return;
      this.candidates.set(found);
      // For somebody else, what one may delegate is named, unless it is all.
      if (delegator !== this.session.person()?.id && !this.session.has('administration')) this.services = found.services.map(({ code }) => code);
    } catch (error) {
      this.problem.set(this.words.problem(error));
    }
  }

  protected toggle(power: DelegationPower, on: boolean): void {
    this.powers.update((powers) => (on ? [...powers, power] : powers.filter((one) => one !== power)));
    void this.look();
  }

  protected complete(): boolean {
    return this.delegates.length > 0 && !!this.startsOn && this.powers().length > 0 && !this.findings().some(({ refuses }) => refuses) && !!this.actReference.trim() === !!this.actDay;
  }

  protected textOf(finding: DelegationFinding): string {
    return findingText(this.words, this.settings, finding);
  }

  /** Asks what stands against it, as it is now. */
  protected async look(): Promise<void> {
    const round = ++this.checking;
    if (!this.delegates.length || !this.startsOn || !this.powers().length) return this.findings.set([]);
    const { findings } = await firstValueFrom(this.api.check(this.body())).catch(() => ({ findings: [] }));
    if (round === this.checking) this.findings.set(findings);
  }

  private body(): object {
    return { delegator: this.delegator, delegates: this.delegates, startsOn: this.startsOn, ...(this.endsOn ? { endsOn: this.endsOn } : {}), powers: this.powers(), types: this.types, services: this.services, ...(this.actReference.trim() && this.actDay ? { act: { reference: this.actReference, day: this.actDay } } : {}) };
  }

  protected async submit(): Promise<void> {
    if (this.busy() || !this.complete()) return;
    this.busy.set(true);
    this.problem.set('');
    try {
      // A file that is refused leaves the delegation made: only the file is asked for again.
      this.made ??= await firstValueFrom(this.api.delegate(this.body()));
      this.reference.close(this.file ? await firstValueFrom(this.api.attachAct(this.made.id, await smallFile(this.file))) : this.made);
    } catch (error) {
      this.problem.set(this.words.problem(error));
      this.busy.set(false);
    }
  }
}
