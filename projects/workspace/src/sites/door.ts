import type { Door } from '../api/types.js';

/** The central mail room among the codes of sites, as the API names it. */
export const central = 'central';

export const codeOf = (door: Door | undefined): string => door?.site ?? central;
