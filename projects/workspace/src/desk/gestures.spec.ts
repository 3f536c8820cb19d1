import { applyToDesk, type BatchPlan } from '@bannette/domain';
import { extract, join, moveBeside, moveToDocument, moveToEnvelope, putAside, putBack, refused, shift, split, toNeighbour, type Outcome } from './gestures.js';
import { layOut, type Cell } from './layout.js';
import { deskCommandOf } from './keys.js';
import { targetOf } from './dialogs/move-dialog.js';
import { pageKey, planOf, shapeOf } from '../testing/desk-samples.js';

const layout = (plan: BatchPlan) => layOut(plan, { columns: 4, rowHeight: 200, inPlace: false });

/** Two envelopes: [1 2] [3 4], [5 6] [7 8]. */
const start = planOf(8);
const cells = (...numbers: number[]): Cell[] => numbers.map((number) => layout(start).cells.find(({ key }) => key === pageKey(number)) as Cell);
const cell = (number: number): Cell => cells(number)[0] as Cell;
const after = (outcome: Outcome): number[][][] | string => (refused(outcome) ? outcome.flaw : shapeOf(outcome.changes.reduce(applyToDesk, start)));

describe('A gesture', () => {
  it('parts and joins where the page is', () => {
    expect(after(split(cell(2), 'document'))).toEqual([[[1], [2], [3, 4]], [[5, 6], [7, 8]]]);
    expect(after(split(cell(3), 'envelope'))).toEqual([[[1, 2]], [[3, 4]], [[5, 6], [7, 8]]]);
    expect(after(split(cell(3), 'document'))).toBe('alreadyBegins');
    expect(after(split(cell(1), 'envelope'))).toBe('alreadyBegins');
    expect(after(join(cell(4)))).toEqual([[[1, 2, 3, 4]], [[5, 6], [7, 8]]]);
    expect(after(join(cell(1)))).toBe('nothingBefore');
  });

  it('puts pages before or after another, whichever of them move', () => {
    expect(after(moveBeside(cells(7), cell(2), 'before'))).toEqual([[[1, 7, 2], [3, 4]], [[5, 6], [8]]]);
    expect(after(moveBeside(cells(1), cell(2), 'after'))).toEqual([[[2, 1], [3, 4]], [[5, 6], [7, 8]]]);
    expect(after(moveBeside(cells(1, 2), cell(2), 'after'))).toBe('samePlace');
    expect(after(moveBeside(cells(3, 4), cell(1), 'after'))).toEqual([[[1, 3, 4, 2]], [[5, 6], [7, 8]]]);
  });

  it('moves pages one place on, and over the border of their document', () => {
    expect(after(shift(cells(1), start, 1))).toEqual([[[2, 1], [3, 4]], [[5, 6], [7, 8]]]);
    expect(after(shift(cells(2), start, 1))).toEqual([[[1], [2, 3, 4]], [[5, 6], [7, 8]]]);
    expect(after(shift(cells(3), start, -1))).toEqual([[[1, 2, 3], [4]], [[5, 6], [7, 8]]]);
    expect(after(shift(cells(6), start, -1))).toEqual([[[1, 2], [3, 4]], [[6, 5], [7, 8]]]);
    expect(after(toNeighbour(cells(1), start, -1))).toBe('nothingBefore');
  });

  it('moves by number, to a document or into an envelope', () => {
    expect(after(moveToDocument(cells(1), start, 2, 1))).toEqual([[[2], [3, 4]], [[5, 6, 1], [7, 8]]]);
    expect(after(moveToEnvelope(cells(1), start, 2, false))).toEqual([[[2], [3, 4]], [[5, 6], [7, 8], [1]]]);
    expect(after(moveToEnvelope(cells(3, 4), start, 2, true))).toEqual([[[1, 2]], [[3, 4], [5, 6], [7, 8]]]);
    expect(after(extract(cells(2), 'envelope'))).toEqual([[[1], [3, 4]], [[2]], [[5, 6], [7, 8]]]);
    expect(['3', '2', '2.2', ' 2 , 1 ', '2.9', 'a'].map((typed) => targetOf(typed, start))).toEqual([undefined, { envelope: 2 }, { envelope: 2, document: 2 }, { envelope: 2, document: 1 }, undefined, undefined]);
  });

  it('puts aside and back, and goes on with the next page', () => {
    const gone = putAside(cells(2, 3), layout(start));
    expect(after(gone)).toEqual([[[1], [4]], [[5, 6], [7, 8]]]);
    expect(refused(gone) ? '' : gone.focus).toBe(pageKey(4));
    expect(after(putBack(cells(2)))).toBe('notAside');
  });
});

describe('A key at the page desk', () => {
  const press = (key: string, more: KeyboardEventInit = {}, target: HTMLElement = document.body): string | undefined => {
    let command: string | undefined;
    const hear = (event: KeyboardEvent): void => void (command = deskCommandOf(event, true));
    document.addEventListener('keydown', hear, { once: true });
    target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, ...more }));
    return command;
  };

  it('asks for its gesture, whatever Caps Lock says, and brackets also by AltGr', () => {
    expect([press('s'), press('S', { shiftKey: true }), press('S'), press('s', { shiftKey: true })]).toEqual(['split', 'splitEnvelope', 'split', 'splitEnvelope']);
    expect([press('z', { ctrlKey: true }), press('Z', { ctrlKey: true, shiftKey: true }), press('a', { metaKey: true }), press('ArrowLeft', { altKey: true })]).toEqual(['undo', 'redo', 'all', 'earlier']);
    expect([press('['), press('[', { ctrlKey: true, altKey: true }), press('Delete'), press('q')]).toEqual(['turnLeft', 'turnLeft', 'putAside', undefined]);
  });

  it('is text where somebody types, and a button’s own where one is pressed', () => {
    for (const name of ['input', 'button'] as const) {
      const element = document.body.appendChild(document.createElement(name));
      expect(press(name === 'input' ? 's' : 'Enter', {}, element)).toBeUndefined();
      element.remove();
    }
  });
});
