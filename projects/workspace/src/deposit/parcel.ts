import type { Beneficiary, Deposit, DepositFields } from '../api/types.js';
import type { Described } from '../beneficiaries/described.js';

/** Files on their way to the mail room. Its key stays the same however often it is sent, so that it arrives once. */
export interface Parcel {
  readonly key: string;
  readonly files: readonly File[];
  readonly fields: DepositFields;
  readonly state: 'queued' | 'sending' | 'sent' | 'failed';
  /** 0 to 100. */
  readonly percent: number;
  readonly problem?: unknown;
  /** Once the mail room has it. */
  readonly id?: string;
}

export const parcelOf = (files: readonly File[], fields: DepositFields, key: string): Parcel => ({ key, files, fields, state: 'queued', percent: 0 });

/** The call's body: files in their order, and of the fields what is known. */
export function formOf({ files, fields }: Pick<Parcel, 'files' | 'fields'>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) if (value) form.append(name, value);
  for (const file of files) form.append('files', file, file.name);
  return form;
}

/** A deposit is followed until each of its mails has its number and its tray, and no file waits to be read. */
export function isSettled({ state, files, mails }: Deposit): boolean {
  const read = files.every((file) => file.state !== 'waiting' && file.state !== 'reading');
  return read && (state === 'done' || state === 'attention') && mails.every((mail) => mail.state === 'voided' || (!!mail.chrono && (!!mail.tray || mail.state === 'registered')));
}

/** Seconds until a deposit is looked at again: often at first, then less, since qualification waits for a person. */
export const pauseAfter = (looks: number): number => (looks < 15 ? 2 : looks < 60 ? 10 : 60);

/** A key that nobody else has; also where the browser keeps `randomUUID` for safe origins. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** What is said of the files, in their order, as the form's field; a file of which nobody is named is for the household. */
export function saidOfFiles(files: readonly Described[], household: readonly Beneficiary[]): string | undefined {
  const ids = (beneficiaries: readonly Beneficiary[]): string[] => beneficiaries.map(({ id }) => id);
  const said = files.map(({ nature, beneficiaries, unknown }) => ({ ...(nature ? { nature } : {}), beneficiaries: ids(beneficiaries.length || unknown ? beneficiaries : household), ...(unknown ? { beneficiaryUnknown: true } : {}) }));
  return said.some(({ nature, beneficiaries, beneficiaryUnknown }) => nature || beneficiaries.length || beneficiaryUnknown) ? JSON.stringify(said) : undefined;
}
