/** How a notice reaches a person, besides the workspace, where it is unless it is `off`. */
export const noticeChoices = ['off', 'workspace', 'atOnce', 'daily', 'weekly'] as const;
export type NoticeChoice = (typeof noticeChoices)[number];
export type NoticeChoices = { readonly [kind: string]: NoticeChoice };

export const noticeLanguages = ['fr', 'en'] as const;
export type NoticeLanguage = (typeof noticeLanguages)[number];

export interface NoticeKind {
  readonly kind: string;
  /** What holds where nobody has chosen. Functional mailboxes are written to at once in any case. */
  readonly usual: NoticeChoice;
  /**
   * Why it can't be switched off: `decision`, silence that becomes a decision, or a letter that did not leave (CRPA L231-1 and following); `elimination`, the
   * last look before public archives may be eliminated (Code du patrimoine L212-2, R212-14); `handOver`, who answers for
   * originals that were not handed over.
   */
  readonly required?: 'decision' | 'elimination' | 'handOver';
}

/** What people are told of. A kind that is not here is told as is usual for what is new: in the workspace. */
export const noticeKinds: readonly NoticeKind[] = [
  { kind: 'clock.soon', usual: 'workspace' },
  { kind: 'clock.passed', usual: 'workspace', required: 'decision' },
  { kind: 'reminder.soon', usual: 'workspace' },
  { kind: 'reminder.late', usual: 'workspace' },
  { kind: 'retention.dueSoon', usual: 'workspace', required: 'elimination' },
  { kind: 'retention.forecast', usual: 'workspace' },
  { kind: 'retention.personalTerms', usual: 'workspace' },
  { kind: 'campaign.toValidate', usual: 'workspace' },
  { kind: 'campaign.toApprove', usual: 'workspace' },
  { kind: 'campaign.toSign', usual: 'workspace' },
  { kind: 'campaign.toSubmit', usual: 'workspace' },
  { kind: 'campaign.toDecide', usual: 'atOnce' },
  { kind: 'campaign.validated', usual: 'workspace', required: 'elimination' },
  { kind: 'campaign.approved', usual: 'workspace', required: 'elimination' },
  { kind: 'campaign.visaRecorded', usual: 'workspace', required: 'elimination' },
  { kind: 'campaign.soon', usual: 'workspace', required: 'elimination' },
  { kind: 'campaign.ignored', usual: 'workspace', required: 'elimination' },
  { kind: 'campaign.refused', usual: 'workspace' },
  { kind: 'campaign.stopped', usual: 'workspace' },
  { kind: 'campaign.executed', usual: 'workspace', required: 'elimination' },
  { kind: 'campaign.certified', usual: 'workspace' },
  { kind: 'campaign.cancelled', usual: 'workspace' },
  { kind: 'sorting.toDecide', usual: 'atOnce' },
  { kind: 'sorting.waits', usual: 'workspace' },
  { kind: 'sorting.agreed', usual: 'workspace' },
  { kind: 'sorting.givenBack', usual: 'workspace' },
  { kind: 'sorting.cancelled', usual: 'workspace' },
  { kind: 'sorting.carriedOut', usual: 'workspace' },
  { kind: 'paper.late', usual: 'workspace' },
  { kind: 'paper.escalated', usual: 'workspace', required: 'handOver' },
  { kind: 'mail.followed', usual: 'workspace' },
  { kind: 'work.assigned', usual: 'workspace' },
  { kind: 'work.mentioned', usual: 'workspace' },
  { kind: 'work.taskGiven', usual: 'workspace' },
  { kind: 'work.taskSoon', usual: 'workspace' },
  { kind: 'work.taskLate', usual: 'workspace' },
  { kind: 'work.taskDone', usual: 'workspace' },
  { kind: 'work.opinionAsked', usual: 'workspace' },
  { kind: 'work.opinionSoon', usual: 'workspace' },
  { kind: 'work.opinionLate', usual: 'workspace' },
  { kind: 'work.opinionGiven', usual: 'workspace' },
  { kind: 'work.letterRefused', usual: 'atOnce', required: 'decision' },
  { kind: 'hold.reviewSoon', usual: 'workspace' },
  { kind: 'hold.reviewPassed', usual: 'workspace' },
  { kind: 'health.errors', usual: 'workspace' },
];

export function noticeKind(kind: string): NoticeKind {
  return noticeKinds.find((known) => known.kind === kind) ?? { kind, usual: 'workspace' };
}

const forAnother = 'For';
/** What is told to somebody because they replace another is chosen with what they are told for themselves. */
export const ownKind = (kind: string): string => (kind.endsWith(forAnother) ? kind.slice(0, -forAnother.length) : kind);

/** What holds for a kind: the person's own choice, unless the kind can't be switched off. */
export function choiceFor(kind: string, choices: NoticeChoices): NoticeChoice {
  const { usual, required } = noticeKind(ownKind(kind));
  const chosen = choices[ownKind(kind)] ?? usual;
  return required && chosen === 'off' ? 'workspace' : chosen;
}

/** Kinds of which the person wants to see nothing. */
export const silenced = (choices: NoticeChoices): readonly string[] => Object.keys(choices).filter((kind) => choiceFor(kind, choices) === 'off').flatMap((kind) => [kind, `${kind}${forAnother}`]);
