import type { Mail } from '../api/types.js';

/** A mail as dialogs name it: its number and what it is about. */
export const aboutOf = ({ chrono, subject }: Pick<Mail, 'chrono' | 'subject'>): string => [chrono, subject].filter(Boolean).join(' – ');
