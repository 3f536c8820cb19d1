import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { FormsModule } from '@angular/forms';
import { RouterLink } from '@angular/router';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { MatIcon } from '@angular/material/icon';
import { TranslatePipe } from '@ngx-translate/core';
import { firstValueFrom } from 'rxjs';
import { PlacePipe } from '../host.js';
import { ourDialog } from '../layout/dialogs.js';
import { SessionStore } from '../session/session.js';
import { Words } from '../words/words.js';
import { CorrespondentsApi, type Card } from './correspondents-api.js';

type Position = Card['positions'][number];

/** Positions that a person holds or held, or that are held at an organisation; those that have ended are greyed. */
@Component({
  selector: 'bn-positions',
  imports: [FormsModule, MatButton, MatIcon, PlacePipe, RouterLink, TranslatePipe],
  template: `
    <h2>{{ 'CORRESPONDENT.POSITIONS' | translate }}</h2>
    @if (sorted().length) {
      <ul>
        @for (position of sorted(); track position.id) {
          <li [class.ended]="ended(position)">
            <span>{{ position.title }}@if (position.department) {, {{ position.department }}}</span>
            <a [routerLink]="['/correspondents' | place, otherOf(position).id]">{{ otherOf(position).name }}</a>
            <span class="bn-quiet">{{ spanOf(position) }}</span>
            @if (may() && !position.until) {
              @if (ending() === position.id) {
                <form (ngSubmit)="end(position)">
                  <label>{{ 'CORRESPONDENT.HELD_UNTIL' | translate }} <input type="date" name="until" required [(ngModel)]="until" /></label>
                  <button matButton type="submit" [disabled]="!until">{{ 'GENERAL.SAVE' | translate }}</button>
                  <button matButton type="button" (click)="ending.set('')">{{ 'GENERAL.CANCEL' | translate }}</button>
                </form>
              } @else {
                <button matButton type="button" (click)="beginEnd(position)">{{ 'CORRESPONDENT.END_POSITION' | translate }}</button>
              }
            }
          </li>
        }
      </ul>
    } @else {
      <p class="bn-quiet">{{ 'CORRESPONDENT.NO_POSITION' | translate }}</p>
    }
    @if (problem()) { <p class="bn-late" role="alert">{{ problem() }}</p> }
    @if (may()) {
      <button matButton type="button" (click)="add()"><mat-icon>add</mat-icon>{{ 'CORRESPONDENT.ADD_POSITION' | translate }}</button>
    }
  `,
  styles: `
    h2 { margin: 18px 0 4px; font-size: 13px; color: var(--bn-muted); text-transform: uppercase; letter-spacing: 0.04em; }
    ul { margin: 0; padding: 0; list-style: none; }
    li { padding: 6px 0; border-bottom: 1px solid color-mix(in srgb, var(--bn-line) 55%, transparent); }
    li > span, li > a { display: block; overflow-wrap: anywhere; }
    .ended { color: var(--bn-muted); }
    .ended a { color: inherit; }
    form { display: flex; flex-wrap: wrap; align-items: center; gap: 6px; }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Positions {
  private readonly api = inject(CorrespondentsApi);
  private readonly dialog = inject(MatDialog);
  private readonly session = inject(SessionStore);
  private readonly words = inject(Words);
  readonly card = input.required<Card>();
  readonly changed = output<Card>();
  protected readonly ending = signal('');
  protected readonly problem = signal('');
  protected until = '';
  protected readonly may = computed(() => this.card().actions.includes('change'));
  /** Those that are held first, then the others, the last one first. */
  protected readonly sorted = computed(() => [...this.card().positions].sort((a, b) => Number(this.ended(a)) - Number(this.ended(b)) || (b.from ?? '').localeCompare(a.from ?? '')));

  protected ended({ until }: Position): boolean {
    return until !== undefined && until < this.session.today();
  }

  protected otherOf({ person, organisation }: Position): Position['person'] {
    return person.id === this.card().id ? organisation : person;
  }

  protected spanOf({ from, until }: Position): string {
    return [from && this.words.text('CORRESPONDENT.FROM', { day: this.words.day(from) }), until && this.words.text('CORRESPONDENT.UNTIL', { day: this.words.day(until) })].filter(Boolean).join(' ');
  }

  protected beginEnd({ id }: Position): void {
    this.until = this.session.today();
    this.problem.set('');
    this.ending.set(id);
  }

  protected async end(position: Position): Promise<void> {
    this.problem.set('');
    try {
      await firstValueFrom(this.api.endPosition(position.person.id, position.id, this.until));
      this.ending.set('');
      this.changed.emit(await firstValueFrom(this.api.card(this.card().id)));
    } catch (error) {
      this.problem.set(this.words.problem(error));
    }
  }

  protected async add(): Promise<void> {
    const { PositionDialog } = await import('./position-dialog.js');
    const card = (await firstValueFrom(this.dialog.open(PositionDialog, { ...ourDialog, width: '560px', maxWidth: '95vw', data: { card: this.card() } }).afterClosed())) as Card | undefined;
    if (card) this.changed.emit(card);
  }
}
