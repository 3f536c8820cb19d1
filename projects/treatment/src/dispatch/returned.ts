import { lockMail, type House, type Listening } from '@bannette/house';
import { toldOf } from './send.js';

/**
 * Hears that a letter came back: its server had taken it, and another could not hand it over. Who treats the mail is told, and
 * may send it again. What the letter did to a clock stands: anybody may write such a report, and it proves nothing.
 */
export function lettersReturned(house: House): Listening {
  return {
    name: 'treatment.returned',
    types: ['file.letterReturned'],
    handle: async ({ data }, tx) => {
      const { file, letter, round } = data as unknown as { file: string; letter: string; round: number };
      const dispatch = await tx.trx.selectFrom('letter_dispatch').select(['answers', 'recipient']).where('mail_id', '=', letter).where('round', '=', round).where('state', '=', 'sent').forUpdate().executeTakeFirst();
      if (!dispatch) return;
      const { message } = (await tx.trx.selectFrom('deposit_file').select('message').where('id', '=', file).executeTakeFirst()) ?? {};
      const refusal = message?.returned?.said ?? message?.returned?.status ?? null;
      await tx.trx.updateTable('letter_dispatch').set({ state: 'returned', refusal, settled_at: house.now() }).where('mail_id', '=', letter).execute();
      tx.append({ type: 'mail.dispatchReturned', subjectKind: 'mail', subjectId: letter, data: { round }, personal: { to: dispatch.recipient, ...(refusal ? { refusal } : {}) } });
      const [{ chrono }, answered] = [await tx.trx.selectFrom('mail').select('chrono').where('id', '=', letter).executeTakeFirstOrThrow(), await lockMail(tx, dispatch.answers)];
      if (answered) tx.append({ type: 'mail.letterRefused', subjectKind: 'mail', subjectId: dispatch.answers, data: { letter, chrono: chrono ?? '', ...toldOf(answered) } });
    },
  };
}
