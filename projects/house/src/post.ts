import { createTransport } from 'nodemailer';

export interface MailOptions {
  /** `smtp://` or `smtps://` URL; absent: notices stay in the workspace, and people send their letters themselves. */
  readonly smtpUrl?: string;
  readonly from: string;
  /** Address of the workspace, for links. */
  readonly publicUrl: string;
}

export interface Email {
  readonly to: string;
  readonly replyTo?: string;
  /** Before the @ of its Message-ID: the same for the same e-mail, however often it is sent. */
  readonly id: string;
  /** Message-ID of what it answers, without its angle brackets. */
  readonly inReplyTo?: string;
  readonly subject: string;
  readonly text: string;
  readonly html?: string;
  readonly attachments?: readonly { readonly filename: string; readonly contentType: string; readonly content: Buffer }[];
  /** Sent by itself, or as a reply by itself (RFC 3834); absent: by a person's hand. Nobody's absence message answers the former. */
  readonly automatic?: 'generated' | 'replied';
  /** Page of the workspace where its reader says how they want to be told. */
  readonly unsubscribe?: string;
}

/** The way out for e-mail. */
export interface Post {
  /** Whether there is a server to send by. */
  readonly sends: boolean;
  /** Address of a page of the workspace. */
  link(path: string): string;
  /** Message-ID of an e-mail from here, without its angle brackets (RFC 5322 §3.6.4: unique by the sender's own domain). */
  messageId(id: string): string;
  /** @throws as the server refuses it, or when there is none */
  send(email: Email): Promise<void>;
}

/** Before the @ of a letter's e-mail: which letter, and which of its sendings, from 1. */
export const letterEmailId = (letter: string, round: number): string => `${letter}.${round}`;

/** The letter that an e-mail of this Message-ID would be, if it is one of ours. */
export function letterOfEmail(messageId: string): { readonly letter: string; readonly round: number } | undefined {
  const [, letter, round] = /^<?([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})\.(\d{1,6})@/.exec(messageId) ?? [];
  return letter ? { letter, round: Number(round) } : undefined;
}

/** A server that says nothing never keeps jobs from other work for longer; in ms. */
const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 60_000 };

export function openPost({ smtpUrl, from, publicUrl }: MailOptions): Post {
  const transport = smtpUrl ? createTransport({ url: smtpUrl, ...patience }) : undefined;
  const link = (path: string): string => `${publicUrl.replace(/\/$/, '')}/#${path}`;
  const domain = /@([^\s@<>]+)>?\s*$/.exec(from)?.[1]?.toLowerCase() ?? 'localhost';
  const messageId = (id: string): string => `${id}@${domain}`;
  return {
    sends: !!transport,
    link,
    messageId,
    send: async ({ id, automatic, unsubscribe, attachments, inReplyTo, ...email }) => {
      if (!transport) throw new Error('no mail server is configured');
      await transport.sendMail({
        ...email,
        from,
        messageId: `<${messageId(id)}>`,
        attachments: attachments && [...attachments],
        ...(inReplyTo ? { inReplyTo: `<${inReplyTo}>`, references: `<${inReplyTo}>` } : {}),
        ...(automatic ? { headers: { 'Auto-Submitted': `auto-${automatic}` } } : {}),
        ...(unsubscribe ? { list: { unsubscribe: { url: link(unsubscribe), comment: 'Bannette' } } } : {}),
      });
    },
  };
}

/**
 * What a server said that took the connection but not this e-mail, for good (RFC 5321 §4.2.1): an address that isn't there, a
 * letter that it won't have. Undefined for all that may pass: no answer, a full mailbox, a wrong password, a sender it doesn't know.
 */
export function refusalIn(error: unknown): string | undefined {
  const { responseCode = 0, command = '', response = '' } = (error ?? {}) as { responseCode?: number; command?: string; response?: string };
  return responseCode >= 500 && (command === 'RCPT TO' || command === 'DATA') ? response : undefined;
}
