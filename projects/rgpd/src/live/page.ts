import type { Caller } from '@bannette/http';
import type { ServerResponse } from 'node:http';

/** Why a stream is ended: sign in again; too many pages of this person; the process stops; the page reads too slowly. */
export type Farewell = 'expired' | 'replaced' | 'stopping' | 'slow';

/** What an open page should ask for again. Ids only: what it may see, the API decides when it asks. */
export interface Change {
  /** Mails that it may open, each with its revision now. */
  readonly mails: Map<string, number>;
  readonly notices: Set<string>;
  /** Counts of its trays may have changed. */
  trays: boolean;
  /** Somebody signed in with the same name has read notices. */
  read: boolean;
  /** More has happened than can be told: it should ask for all that it shows. */
  missed: boolean;
}

/** An open page of somebody who is signed in, at the other end of a stream of events. */
export interface Page {
  caller: Caller;
  /** In which order pages were opened. */
  readonly place: number;
  /** Asks again who it is. */
  readonly renew: () => Promise<Caller>;
  /** When that is due, in ms since the epoch. */
  renewAt: number;
  readonly response: ServerResponse;
}

/** More than this unsent, and the page does not read. */
const mostUnsent = 64 * 1024;

/** One event of the stream (HTML standard, server-sent events). */
export function frame(event: string, data: object, id?: number): string {
  return `${id === undefined ? '' : `id: ${id}\n`}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
}

export const heartbeat = ':\n\n';

/** @returns false when the page does not read what it is sent */
export function send({ response }: Page, text: string): boolean {
  if (response.writableLength > mostUnsent) return false;
  response.write(text);
  return true;
}

export const emptyChange = (): Change => ({ mails: new Map(), notices: new Set(), trays: false, read: false, missed: false });

/** A change as it is sent; what is not so is left out. */
export function changeFrame({ mails, notices, trays, read, missed }: Change, id: number): string {
  return frame('change', { ...(mails.size ? { mails: [...mails].map(([mail, revision]) => ({ id: mail, revision })) } : {}), ...(notices.size ? { notices: [...notices] } : {}), ...(trays ? { trays } : {}), ...(read ? { read } : {}), ...(missed ? { missed } : {}) }, id);
}
