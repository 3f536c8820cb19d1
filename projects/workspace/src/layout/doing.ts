import { inject, signal, type Signal } from '@angular/core';
import { Words } from '../words/words.js';

/** What a page does when it is asked to: whether it is at it, and in words why it could not. */
export interface Doing {
  readonly busy: Signal<boolean>;
  readonly said: Signal<string>;
  run(act: () => Promise<void>): Promise<void>;
}

export function injectDoing(): Doing {
  const words = inject(Words);
  const busy = signal(false);
  const said = signal('');
  return {
    busy: busy.asReadonly(),
    said: said.asReadonly(),
    run: async (act) => {
      busy.set(true);
      said.set('');
      try {
        await act();
      } catch (error) {
        said.set(words.problem(error));
      }
      busy.set(false);
    },
  };
}
