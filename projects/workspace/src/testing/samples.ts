import type { Mail, MailLine } from '../api/types.js';

export const line = (id: string, more: Partial<MailLine> = {}): MailLine => ({ id, category: 'incoming', state: 'distributed', chrono: `A-2026-${id.padStart(6, '0')}`, masked: false, subject: `Objet ${id}`, sender: 'Mme Barthélémy', channel: 'post', confidentiality: 0, documents: 1, notes: 0, ...more });

export const mail = (id: string, more: Partial<Mail> = {}): Mail => ({ ...line(id), mirror: 'applied', revision: 1, copies: [], documentsList: [], notesList: [], links: [], actions: [], ...more });
