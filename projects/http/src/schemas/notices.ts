import { noticeChoices, noticeLanguages } from '@bannette/domain';
import { z } from 'zod';

const when = {
  hour: z.int().min(0).max(23).meta({ description: 'Of digests, on the authority’s clocks' }),
  weekday: z.int().min(1).max(7).meta({ description: 'Of weekly digests, 1 is Monday' }),
  workingDays: z.boolean().meta({ description: 'Daily digests on working days only' }),
  quiet: z.boolean().meta({ description: 'What would be sent at once on a closed day waits for the next open one' }),
  language: z.enum(noticeLanguages),
};
const choice = z.enum(noticeChoices).meta({ description: 'Besides the workspace, where it is unless `off`: by e-mail at once, in a daily or a weekly digest' });

export const noticePreferencesSchema = z
  .object({
    ...when,
    email: z.string().optional().meta({ description: 'Where e-mails go, as Alfresco has it; none: nowhere' }),
    sends: z.boolean().meta({ description: 'Whether this installation sends e-mail at all' }),
    kinds: z.array(z.object({ kind: z.string(), choice, required: z.enum(['decision', 'elimination', 'handOver']).optional().meta({ description: 'Why it can’t be switched off' }) })),
  })
  .meta({ id: 'NoticePreferences' });
export const changeNoticePreferencesBody = z.object({ ...when, choices: z.record(z.string().max(60), choice) }).meta({ id: 'ChangeNoticePreferences' });
