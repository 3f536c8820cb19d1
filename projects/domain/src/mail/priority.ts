import type { Priority } from './vocabulary.js';

/** None said is normal. */
export const priorityOf = (mail: { readonly priority?: Priority | null }): Priority => mail.priority ?? 'normal';
