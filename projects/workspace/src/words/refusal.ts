import type { Params, Words } from './words.js';

/** Why a file was refused, or what to do: of a kind of file that is not taken there is advice of its own. */
export function refusalWords(words: Words, { reason, reasonParams = {} }: { readonly reason?: string; readonly reasonParams?: Params }, part: 'WHY' | 'DO'): string {
  const own = `QUARANTINE.${reason}.KIND.${reasonParams['kind']}.${part}`;
  return words.text(reasonParams['kind'] !== undefined && words.has(own) ? own : `QUARANTINE.${reason}.${part}`, reasonParams);
}
