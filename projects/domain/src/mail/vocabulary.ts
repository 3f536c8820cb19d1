/** How a mail came or left. */
export const channels = ['post', 'registered', 'registered_ar', 'email', 'form', 'counter', 'interview', 'phone', 'courier', 'fax', 'portal', 'internal', 'm2m'] as const;
export type Channel = (typeof channels)[number];

/** What a letter that goes with a mail is; only an answer meets the clocks that wait for one. */
export const letterKinds = ['answer', 'acknowledgement', 'pieces', 'transmission', 'attestation', 'extension'] as const;
export type LetterKind = (typeof letterKinds)[number];

/** What a letter does to clocks once it has left: it is a receipt, or puts an end off. */
export const letterEffects = ['registrationReceipt', 'receipt', 'extension'] as const;
export type LetterEffect = (typeof letterEffects)[number];

/** Of a letter that leaves by e-mail from here: it waits for the server, the server took it, or it refused it or was never reached. */
export const dispatchStates = ['waiting', 'sent', 'refused', 'returned'] as const;
export type DispatchState = (typeof dispatchStates)[number];

export const documentRoles = ['main', 'attachment', 'signedResponse', 'responseDraft', 'acknowledgement', 'proof'] as const;
export type DocumentRole = (typeof documentRoles)[number];

export const correspondentKinds = ['individual', 'company', 'association', 'administration', 'elected', 'internal'] as const;
export type CorrespondentKind = (typeof correspondentKinds)[number];

/** 0 public inside the house, 1 the service, 2 restricted, 3 professional secrecy, 4 the executive's office. */
export const confidentialityLevels = [0, 1, 2, 3, 4] as const;
export type Confidentiality = (typeof confidentialityLevels)[number];

/** From this level on, only the people cleared for the compartment read, and list lines are masked for the others. */
export const restrictedFrom: Confidentiality = 2;

/** How much a mail presses; none said is normal. */
export const priorities = ['normal', 'urgent', 'veryUrgent'] as const;
export type Priority = (typeof priorities)[number];
/** The more pressing of two. */
export const morePressing = (one: Priority, other: Priority): Priority => (priorities.indexOf(one) >= priorities.indexOf(other) ? one : other);

/** For whom in its service a mail is, where it isn't for all of its people. */
export const serviceFunctions = ['head', 'secretary'] as const;
export type ServiceFunction = (typeof serviceFunctions)[number];

export type Grouping = 'perFile' | 'oneMail';

/** Paper comes one letter a file; what a citizen hands over or sends at once is one mail with several documents. */
export function usualGrouping(channel: Channel): Grouping {
  return channel === 'post' || channel === 'registered' || channel === 'registered_ar' || channel === 'courier' || channel === 'fax' ? 'perFile' : 'oneMail';
}

/** Whether what comes this way was scanned: it may hold separator sheets, blank backs, and two letters in one. */
export const isPaper = (channel: Channel): boolean => usualGrouping(channel) === 'perFile' || channel === 'counter';

const extensions: { readonly [mediaType: string]: string } = { 'application/pdf': 'pdf', 'image/tiff': 'tif', 'image/png': 'png', 'image/jpeg': 'jpg' };

/** Extension of a document's neutral name. */
export const extensionOf = (mediaType: string | null): string => extensions[mediaType ?? ''] ?? 'bin';
