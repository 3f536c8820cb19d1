import { inject, Injectable } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import { firstValueFrom } from 'rxjs';
import { ourDialog } from '../layout/dialogs.js';
import { Words } from '../words/words.js';
import { describe, extract, join, joinEnvelope, moveBeside, moveToDocument, moveToEnvelope, putAside, putBack, shift, split, toNeighbour, turn, type Outcome } from './gestures.js';
import type { DeskCommand } from './keys.js';
import type { Cell } from './layout.js';
import type { PeopleChoice, PeopleData } from './dialogs/people-dialog.js';
import { DeskPeople } from './people.js';
import { DeskStore } from './store.js';

/** What each command does to the pages that are selected. */
@Injectable()
export class DeskCommands {
  private readonly store = inject(DeskStore);
  private readonly people = inject(DeskPeople);
  private readonly dialog = inject(MatDialog);
  private readonly words = inject(Words);

  async obey(command: DeskCommand): Promise<void> {
    await this.store.queue.ready();
    const cell = this.store.selection.cell();
    const cells = this.store.selection.cells();
    const plan = this.store.queue.plan();
    switch (command) {
      case 'undo':
      case 'redo':
        return this.store.undo(command);
      case 'help':
        return void import('./desk-help.js').then(({ DeskHelp }) => this.dialog.open(DeskHelp, { ...ourDialog, width: '760px', maxWidth: '96vw' }));
      case 'nextHint':
        return this.nextHint();
      default:
    }
    if (!cell) return this.refuse('nothing');
    switch (command) {
      case 'split':
        return this.store.perform(() => split(cell, 'document'));
      case 'splitEnvelope':
        return this.store.perform(() => split(cell, 'envelope'));
      case 'accept':
        return this.store.hints().includes(cell) ? this.store.perform(() => split(cell, 'envelope')) : this.refuse('noHint');
      case 'join':
        return this.store.perform(() => join(cell));
      case 'joinEnvelope':
        return this.store.perform(() => joinEnvelope(cell));
      case 'turnLeft':
        return this.store.perform(() => turn(cells, 270));
      case 'turnRight':
        return this.store.perform(() => turn(cells, 90));
      case 'putAside':
        return this.store.perform(() => putAside(cells, this.store.layout()));
      case 'putBack':
        return this.store.perform(() => putBack(cells));
      case 'cut':
        return this.cut(cells);
      case 'pasteBefore':
        return this.paste(cell, 'before');
      case 'pasteAfter':
        return this.paste(cell, 'after');
      case 'move':
        return this.move(cells);
      case 'extract':
        return this.withSelection(cells, () => extract(cells, 'document'));
      case 'extractEnvelope':
        return this.withSelection(cells, () => extract(cells, 'envelope'));
      case 'earlier':
        return this.withSelection(cells, () => shift(cells, plan, -1));
      case 'later':
        return this.withSelection(cells, () => shift(cells, plan, 1));
      case 'toPrevious':
        return this.withSelection(cells, () => toNeighbour(cells, plan, -1));
      case 'toNext':
        return this.withSelection(cells, () => toNeighbour(cells, plan, 1));
      case 'nature':
        return this.nature(cells);
      case 'beneficiaries':
        return this.beneficiaries(cells);
      case 'unknown':
        return this.store.perform(() => describe(cells, { beneficiaryUnknown: !cell.document?.beneficiaryUnknown }, cell.document?.beneficiaryUnknown ? 'notUnknown' : 'unknown'));
      case 'all':
        return this.all(cell);
      default:
    }
  }

  /** The pages stay selected where they went. */
  private withSelection(cells: readonly Cell[], decide: () => Outcome): Promise<void> {
    return this.store.perform(decide, cells.length > 1 ? cells.map(({ key }) => key) : undefined);
  }

  private cut(cells: readonly Cell[]): void {
    const { selection } = this.store;
    selection.cut.set(new Set(cells.map(({ key }) => key)));
    selection.choose([]);
    this.store.say(this.words.count('DESK.SAID.cut', cells.length));
  }

  private async paste(target: Cell, side: 'before' | 'after'): Promise<void> {
    const { selection } = this.store;
    const cells = this.store.layout().cells.filter(({ key }) => selection.cut().has(key));
    const revision = this.store.queue.plan();
    await this.store.perform(() => moveBeside(cells, target, side));
    if (this.store.queue.plan() === revision) return;
    selection.cut.set(new Set());
    selection.goTo(cells[0]?.key);
    if (cells.length > 1) selection.choose(cells.map(({ key }) => key));
  }

  private async move(cells: readonly Cell[]): Promise<void> {
    const { MoveDialog } = await import('./dialogs/move-dialog.js');
    const plan = this.store.queue.plan();
    const target = await firstValueFrom(this.dialog.open(MoveDialog, { ...ourDialog, width: '420px', data: { plan, count: cells.length } }).afterClosed());
    if (!target) return;
    await this.withSelection(cells, () => (target.document ? moveToDocument(cells, this.store.queue.plan(), target.envelope, target.document) : moveToEnvelope(cells, this.store.queue.plan(), target.envelope, false)));
  }

  private async nature(cells: readonly Cell[]): Promise<void> {
    const documents = documentsOf(cells);
    if (!documents.length) return this.refuse('aside');
    const { NatureDialog } = await import('./dialogs/nature-dialog.js');
    const nature = await firstValueFrom(this.dialog.open(NatureDialog, { ...ourDialog, width: '460px', data: { documents: documents.length, nature: documents[0]?.nature ?? '' } }).afterClosed());
    if (nature !== undefined) await this.store.perform(() => describe(cells, { nature }, nature === null ? 'noNature' : 'nature'));
  }

  private async beneficiaries(cells: readonly Cell[]): Promise<void> {
    const documents = documentsOf(cells);
    const [first] = documents;
    if (!first) return this.refuse('aside');
    const { PeopleDialog } = await import('./dialogs/people-dialog.js');
    const known = first.beneficiaries.flatMap((id) => this.people.known().get(id) ?? []);
    const others = first.beneficiaries.filter((id) => !this.people.known().has(id));
    const data: PeopleData = { documents: documents.length, beneficiaries: known, unknown: first.beneficiaryUnknown, others: others.length };
    const choice = await firstValueFrom(this.dialog.open<unknown, PeopleData, PeopleChoice>(PeopleDialog, { ...ourDialog, width: '480px', data }).afterClosed());
    if (!choice) return;
    choice.beneficiaries.forEach((one) => this.people.learn(one));
    await this.store.perform(() => describe(cells, { beneficiaries: [...choice.beneficiaries.map(({ id }) => id), ...others], beneficiaryUnknown: choice.unknown }, 'beneficiaries'));
  }

  /** The next page after this one that speaks against how the batch is parted; from the last one, the first. */
  private nextHint(): void {
    const { at } = this.store.layout();
    const here = at.get(this.store.selection.active() ?? '')?.index ?? -1;
    const hints = this.store.hints();
    const next = hints.find(({ key }) => (at.get(key)?.index ?? 0) > here) ?? hints[0];
    if (!next) return this.refuse('noHint');
    this.store.selection.goTo(next.key);
    this.store.follow.update((times) => times + 1);
  }

  private all(cell: Cell): void {
    const { selection } = this.store;
    const keys = this.store.layout().cells.filter(({ document, why }) => (cell.document ? document?.id === cell.document.id : !!why)).map(({ key }) => key);
    selection.choose(keys);
    this.store.say(this.words.count('DESK.SELECTED', keys.length));
  }

  private refuse(flaw: string): void {
    this.store.say(this.words.text(`DESK.FLAW.${flaw}`), true);
  }
}

const documentsOf = (cells: readonly Cell[]) => [...new Map(cells.flatMap(({ document }) => (document ? [[document.id, document] as const] : []))).values()];
