import type { Words } from '../words/words.js';

const arrows: { readonly [key: string]: string } = { ArrowLeft: '←', ArrowRight: '→', ArrowUp: '↑', ArrowDown: '↓' };

/** A key as it is written on keyboards: `Ctrl Z`, `Maj S`, `Suppr`. */
export function keyName(key: string, words: Words): string {
  const [held, bare] = key.includes('+') && key.length > 1 ? [key.slice(0, key.indexOf('+')), key.slice(key.indexOf('+') + 1)] : [undefined, key];
  const named = arrows[bare] ?? (bare.length > 1 ? words.text(`DESK.KEY.${bare}`) : isCapital(bare) ? `${words.text('DESK.KEY.Shift')} ${bare}` : held ? bare.toUpperCase() : bare);
  return held ? `${held} ${named}` : named;
}

const isCapital = (key: string): boolean => key !== key.toLowerCase();
