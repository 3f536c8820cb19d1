import { createTransport } from 'nodemailer';

export interface MailOptions {
  /** `smtp://` or `smtps://` URL; absent: notices stay in the workspace. */
  readonly smtpUrl?: string;
  readonly from: string;
  /** Address of the workspace, for links. */
  readonly publicUrl: string;
}

export interface Letter {
  readonly to: string;
  /** The same for the same letter, however often it is sent. */
  readonly messageId: string;
  readonly subject: string;
  readonly text: string;
  readonly html?: string;
}

/** The way out for e-mail. */
export interface Post {
  /** Whether there is a server to send by. */
  readonly sends: boolean;
  /** Address of a page of the workspace. */
  link(path: string): string;
  send(letter: Letter): Promise<void>;
}

/** Where people say how they want to be told. */
export const preferencesPath = '/notices/preferences';

export function openPost({ smtpUrl, from, publicUrl }: MailOptions): Post {
  const transport = smtpUrl ? createTransport(smtpUrl) : undefined;
  const link = (path: string): string => `${publicUrl.replace(/\/$/, '')}/#${path}`;
  return {
    sends: !!transport,
    link,
    send: async (letter) => {
      // Nobody's absence message answers it (RFC 3834).
      await transport?.sendMail({ ...letter, from, headers: { 'Auto-Submitted': 'auto-generated' }, list: { unsubscribe: { url: link(preferencesPath), comment: 'Bannette' } } });
    },
  };
}
