import { commandOf, moved, type Stroke } from './keys.js';

describe('The keys of the list', () => {
  const stroke = (key: string, more: Partial<Stroke> = {}): Stroke => ({ key, ctrlKey: false, altKey: false, metaKey: false, target: document.createElement('div'), ...more });

  it('give each single key its command', () => {
    expect(['j', 'k', 't', 'a', 'r', 'e', 'n', 'c', 'p', '/', '?'].map((key) => commandOf(stroke(key), true))).toEqual(['next', 'previous', 'take', 'assign', 'answer', 'close', 'note', 'copy', 'reroute', 'search', 'help']);
  });

  it('do nothing when single keys are switched off', () => {
    expect(commandOf(stroke('e'), false)).toBeUndefined();
  });

  it('leave the keys of the browser alone', () => {
    expect(commandOf(stroke('r', { ctrlKey: true }), true)).toBeUndefined();
    expect(commandOf(stroke('c', { metaKey: true }), true)).toBeUndefined();
  });

  it('do not act while somebody types, nor while a dialog or a menu is open', () => {
    const overlay = document.createElement('div');
    overlay.className = 'cdk-overlay-container';
    const button = overlay.appendChild(document.createElement('button'));
    for (const target of [document.createElement('input'), document.createElement('textarea'), document.createElement('select'), button]) expect(commandOf(stroke('e', { target }), true)).withContext(target.tagName).toBeUndefined();
  });

  it('ignore names that every object has', () => {
    expect(commandOf(stroke('constructor'), true)).toBeUndefined();
  });

  it('move within the list and stop at its ends', () => {
    expect([moved('ArrowDown', 0, 3, 10), moved('ArrowDown', 2, 3, 10), moved('ArrowUp', 0, 3, 10), moved('End', 0, 3, 10), moved('PageDown', 5, 100, 10), moved('x', 0, 3, 10)]).toEqual([1, 2, 0, 2, 15, undefined]);
    expect(moved('ArrowDown', 0, 0, 10)).toBeUndefined();
  });
});
