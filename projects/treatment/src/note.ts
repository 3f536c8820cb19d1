import type { Call, Contract, Mail } from '@bannette/http';
import { act, type House } from '@bannette/house';
import { newId } from '@bannette/store';

/** Leaves a note that every reader of the mail sees; its words are beside the chain, they may name persons. */
export function note(house: House, call: Call<Contract['note']>): Promise<Mail> {
  return act(house, { ...call, body: {} }, {
    action: 'note',
    change: async (mail, tx) => {
      const id = newId();
      await tx.trx.insertInto('note').values({ id, mail_id: mail.id, author: call.caller.id, author_name: call.caller.displayName, text: call.body.text }).execute();
      return { set: {}, entry: { type: 'mail.noted', data: { note: id } } };
    },
  });
}
