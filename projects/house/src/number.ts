import { numberText, registerFor, seriesOf, type RegisterKind, type Settings } from '@bannette/domain';
import { invalid } from '@bannette/http';
import { nextNumber, type Tx } from '@bannette/store';

/** A number as a mail's row keeps it. */
export interface Drawn {
  /** Its counter: the register's code, with the service where each has its own. */
  readonly register: string;
  /** 0 where numbers run on over the years. */
  readonly year: number;
  readonly number: number;
  readonly chrono: string;
}

export interface Asked {
  readonly kind: RegisterKind;
  /** The service that the mail is of, where it is known. */
  readonly service?: string;
  /** Day of the authority on which it is given. */
  readonly today: string;
}

/**
 * The next number for a mail, in the caller's transaction: it is given back when that is undone, so no number is missing and
 * none is given twice. The counter stays locked until the transaction ends; draw late.
 *
 * @throws Problem 422 `noRegister` when the settings number no mail of this kind
 */
export async function drawNumber(tx: Tx, { registers }: Pick<Settings, 'registers'>, { kind, service, today }: Asked): Promise<Drawn> {
  const setting = registerFor(registers, kind, service);
  if (!setting) throw invalid('noRegister', `No register numbers ${kind}`, { kind });
  const year = Number(today.slice(0, 4));
  const own = setting.perService ? service : undefined;
  const series = seriesOf(setting, year, own);
  const number = await nextNumber(tx.trx, { entityId: tx.context.entityId, ...series }, setting.start);
  return { ...series, number, chrono: numberText(setting, year, number, own) };
}
