import { differenceKinds, type Difference, type DifferenceKind, type RebuildPlan } from './plan.js';

const meanings: { readonly [kind in DifferenceKind]: string } = {
  rowMissing: 'mails without a row, to be written again',
  rowOlder: 'rows older than their node: PostgreSQL was restored to an older point; the node is believed',
  rowDamaged: 'rows that contradict the journal or their node, to be written again',
  documentsDiffer: 'mails whose documents have no row, or another one than Alfresco tells',
  nodeMissing: 'mails whose folder is gone from Alfresco, to be sent again',
  documentsMissing: 'mails with documents that are gone from Alfresco and still in the spool, to be sent again',
  nodeElsewhere: 'mails that Alfresco has under another node id',
  nodeOlder: 'mails of which Alfresco is older than what it had confirmed, to be sent again',
  nodeEdited: 'mails whose properties were changed in Alfresco, to be sent again',
  nodeWithoutFacts: 'mails sent by an older version, to be sent again with all that a rebuild needs',
  unclear: 'mails of which nobody can tell what is right: look at them; nothing is done',
};

/** What no rebuild brings back. */
export const neverRebuilt = [
  'notes (the journal tells who left one and when, not its words)',
  'text read off pages, where the deposit is lost too: a search finds such a mail by number, subject and correspondent only',
  'beneficiaries without a document, and names of those that not all readers of a mail may know: their documents wait to be identified',
  'deposits, their files in quarantine and who handed them in',
  'what could still be undone, notices in the workspace and what was read of them',
  'names and groups of people: told again when they sign in',
  'jobs and entries put aside',
];

const shown = 20;

/** The plan as an operator reads it: numbers and ids, nothing of persons. */
export function reportOf({ looked, differences, counters, lost, foreign }: RebuildPlan): string {
  const lines = [`Looked at ${looked.rows} rows, ${looked.nodes} mails in Alfresco, ${looked.journalOnly} that only the journal knows.`];
  for (const kind of differenceKinds) {
    const of = differences.filter((one) => one.kind === kind);
    if (!of.length) continue;
    lines.push('', `${of.length} ${kind}: ${meanings[kind]}`, ...of.slice(0, shown).map((one) => `  ${lineOf(one)}`), ...(of.length > shown ? [`  … and ${of.length - shown} more (--json FILE has all)`] : []));
  }
  const section = (title: string, items: readonly string[]): void => void (items.length && lines.push('', `${items.length} ${title}`, ...items.slice(0, shown).map((item) => `  ${item}`), ...(items.length > shown ? [`  … and ${items.length - shown} more`] : [])));
  section('counters below a number that was given:', counters.map(({ register, year, stands, seen }) => `${register} ${year}: stands at ${stands}, ${seen} was given`));
  section('documents whose bytes are neither in Alfresco nor in the spool (a backup may have them; copied into the spool, the next run finds them):', lost.map(({ mailId, chrono, documentId, part }) => `${chrono ?? 'no number'} ${mailId}: ${part} of document ${documentId}`));
  section('nodes in the library that are no mails of this authority:', foreign);
  if (!differences.length && !counters.length) lines.push('', 'Nothing differs.');
  else lines.push('', 'Never rebuilt:', ...neverRebuilt.map((item) => `  ${item}`));
  return lines.join('\n');
}

function lineOf({ mailId, chrono, columns, doubt, documents, notesLost }: Difference): string {
  const facts = [
    columns.length && columns.join() !== 'row' ? columns.join(', ') : '',
    documents.length ? `${documents.length} documents` : '',
    doubt ? 'rights unknown: to the mail room only' : '',
    notesLost ? `${notesLost} notes lost` : '',
  ].filter(Boolean);
  return `${chrono ?? 'no number'} ${mailId}${facts.length ? `: ${facts.join('; ')}` : ''}`;
}

/** The plan for a program: as the report, complete, and without what the rows hold. */
export function jsonOf(plan: RebuildPlan): string {
  const differences = plan.differences.map(({ kind, mailId, chrono, columns, doubt, nodeId, documents, notesLost }) => ({ kind, mailId, chrono, columns, doubt, nodeId, notesLost, documents: documents.map(({ id, columns: differing, lost, values }) => ({ id, columns: differing, lost, sendAgain: values?.stored === false })) }));
  return `${JSON.stringify({ ...plan, differences, neverRebuilt }, null, 2)}\n`;
}
