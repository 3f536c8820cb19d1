import { dayIn, withSortedOut } from '@bannette/domain';
import { invalid, type Call, type Contract, type Mail } from '@bannette/http';
import { act, type House } from '@bannette/house';

/** Declares the day from which the retention period runs, where only people know it (end of a right, birth…). */
export async function setTrigger(house: House, call: Call<Contract['setTrigger']>): Promise<Mail> {
  const { day, reason } = call.body;
  const settings = await house.settings();
  return act(house, call, {
    action: 'setTrigger',
    change: (mail) => {
      const row = withSortedOut(settings.schedule.rows).find(({ code }) => code === (mail.retention_row ?? mail.schedule_row));
      const mayLieAhead = row?.trigger === 'FIN_VALIDITE' || row?.trigger === 'FIN_MANDAT' || row?.trigger === 'FIN_EXERCICE' || row?.trigger === 'FIN_ANNEE' || row?.trigger === 'FIN_DROIT';
      if (!mayLieAhead && day > dayIn(settings.authority.timeZone, house.now())) throw invalid('dayInFuture', `${day} is in the future`, { day });
      return { set: { declared_trigger: day }, entry: { type: 'retention.triggerDeclared', data: { trigger: day, row: mail.retention_row ?? mail.schedule_row ?? '', ...(mail.declared_trigger ? { before: mail.declared_trigger } : {}) }, personal: { reason } } };
    },
  });
}
