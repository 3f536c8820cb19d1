import { z } from 'zod';
import { id, pageById, pageOf } from '../schemas/common.js';
import { changeNoticePreferencesBody, noticePreferencesSchema } from '../schemas/notices.js';
import { noticeSchema } from '../schemas/rooms.js';

const tag = 'notices';
const unread = z.int().meta({ description: 'How many I have not read' });

/** What people are told, and how they want to be told. Everybody has their own. */
export const noticeOperations = {
  notices: { method: 'GET', path: '/notices', summary: 'What I was told', tag, query: pageById, response: pageOf(noticeSchema).extend({ unread }) },
  readNotice: { method: 'POST', path: '/notices/{id}/read', summary: 'Mark as read', tag, params: z.object({ id }), response: noticeSchema },
  readNotices: { method: 'POST', path: '/notices/read', summary: 'Mark as read all up to one', tag, body: z.object({ until: id.meta({ description: 'The newest that I have seen' }) }).meta({ id: 'ReadNotices' }), response: z.object({ unread }) },
  noticePreferences: { method: 'GET', path: '/notices/preferences', summary: 'How I want to be told', tag, response: noticePreferencesSchema },
  changeNoticePreferences: { method: 'PUT', path: '/notices/preferences', summary: 'Say how I want to be told', tag, body: changeNoticePreferencesBody, response: noticePreferencesSchema },
  live: { method: 'GET', path: '/live', summary: 'What my open page should ask for again, as server-sent events: mails, notices, trays. Resumes after Last-Event-ID; ends with `bye` and why', tag, stream: 'events' },
} as const;
