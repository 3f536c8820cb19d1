import { asideReasons, batchFields, readingLanes, releaseModes, rowFields, scanColours, scanModes, batchStates, channels, confidentialityLevels, correspondentActions, correspondentKinds, correspondentRights, documentRoles, letterPlaceNames, mailActions, mailRoles, mailStates, noticeChoices, noticeKinds, delegationPowers, noteVisibilities, opinionStates, opinionVerdicts, retentionTriggers } from '@bannette/domain';
import contentWords from '../../../../node_modules/@alfresco/adf-content-services/bundles/assets/adf-content-services/i18n/fr.json';
import coreWords from '../../../../node_modules/@alfresco/adf-core/bundles/assets/adf-core/i18n/fr.json';
import en from '../../i18n/en.json';
import fr from '../../i18n/fr.json';
import { offered } from '../actions/offered.js';
import { typesTable } from '../administration/paper-tables.js';
import { clocksTable, tables, templatesTable } from '../administration/tables.js';
import { deskCommands } from '../desk/keys.js';
import { commands } from '../list/keys.js';

const journal = 'mail.documentDescribed beneficiary.added beneficiary.changed deposit.accepted deposit.read file.quarantined file.retried file.discarded file.held file.released file.left mail.captured mail.registered mail.distributed mail.unrouted mail.stored mail.taken mail.released mail.assigned mail.noted mail.noteChanged mail.noteDeleted mail.taskAdded mail.taskChanged mail.taskDone mail.taskCancelled mail.taskReopened mail.consulted mail.opinionAsked mail.opinionAskedAgain mail.opinionGiven mail.opinionWithdrawn mail.opinionLate mail.copied mail.rerouted mail.answered mail.sent mail.closed mail.closedWithoutAnswer mail.reopened mail.undone mail.voided mail.letThrough mail.imported mail.documentAdded mail.recovered mail.pageRestored mail.joined mail.merged mail.endorsed mail.rereadAsked mail.reread mail.rereadFailed mail.boxed mail.unboxed mail.handedOver mail.unsealed mail.returned retention.triggerDeclared retention.noticeSent settings.published alfresco.renamed alfresco.changed alfresco.versioned alfresco.moved alfresco.movedBack alfresco.deleted alfresco.restored alfresco.added alfresco.permissionsChanged alfresco.held alfresco.released alert.settled'.split(' ');
const reasons = 'empty unsupportedType passwordProtected corrupt noPages tooManyPages pageTooLarge tooLarge tookTooLong tooMuchMemory readerCrashed polyglot infected notScanned'.split(' ');
const problems = 'delegateToSelf delegateIsAuthor delegateReadsNothing periodOver servicesNotYours endedAlready actThere fileType notScanned antivirusAway mentionNotSeen nobodyNamed notYourService openWork dayPast remindAfterDue askYourself notAsked askedAlready unknownNotice noticeRequired tooManyPages tooSlow infected fileLeft alreadyHeld notHeld heldByOther languageUnavailable unauthorized forbidden notFound stale notInState invalid tooLarge noFile notMultipart unknownType unknownService unknownTemplate dayInFuture undoExpired unavailable unexpected unreachable storing idempotencyMismatch settingsFlaw staleSettings diskFull repositoryFailed repositoryUnavailable notReopenable assignedToOther notItsAnswer notAReader serviceNotCleared unknownKind serviceWithoutTray notAnImage notUnscanned alreadyHandedOver timeInFuture twoWitnesses notSealed alreadyUnsealed beforeDeadline notToReturn alreadyReturned dayBeforeArrival endorsementTaken boxClosed ambiguousNumber pageInPlace noPrevious notCuttable notOfBatch nothingToPrint unknownChrono'.split(' ');
const causes = 'alfrescoRefuses alfrescoMisses alfrescoConflicts alfrescoRejects alfrescoFails unreachable placeTaken otherBytes duplicate disk mailServerRefuses unknown'.split(' ');
const tasks = 'delegation.storeAct capture.read capture.leave capture.readCounter capture.readBacklog capture.reread mail.mirror spool.purge notice.mail notice.spread notice.letter settings.export doctor.examine vigilance.handle vigilance.mend'.split(' ');
const consumers = 'registration.letThrough registration.takeOver distribution.distribute retention.compute administration.export rgpd.tell rgpd.work rgpd.delegations rgpd.lateHandOvers'.split(' ');
const signals = 'documentReplaced documentAdded documentDeleted mailDeleted moved readersWidened permissionsChanged factsChanged renamed holdReleased'.split(' ');
const warnings = 'notSeparated activeContent fileDamaged pageDamaged pageTookTooLong languageUnavailable wrongExtension attachments dynamicForm'.split(' ');
const settings = [...tables, clocksTable, typesTable, templatesTable];

function keysOf(node: object, path = ''): string[] {
  return Object.entries(node).flatMap(([name, value]: [string, unknown]) => (typeof value === 'object' && value !== null ? keysOf(value, `${path}${name}.`) : [`${path}${name}`]));
}
const at = (node: unknown, path: string): unknown => path.split('.').reduce<unknown>((branch, name) => (branch as { [name: string]: unknown } | undefined)?.[name], node);
const placeholders = (text: unknown): string[] => [...String(text).matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? '').sort();

describe('The words of the workspace', () => {
  it('say in English all that they say in French, and the reverse', () => {
    const [french, english] = [new Set(keysOf(fr)), new Set(keysOf(en))];
    expect([...french].filter((key) => !english.has(key))).withContext('without English').toEqual([]);
    expect([...english].filter((key) => !french.has(key))).withContext('without French').toEqual([]);
  });

  it('fill in the same facts in both languages', () => {
    expect(keysOf(fr).filter((key) => placeholders(at(fr, key)).join() !== placeholders(at(en, key)).join())).toEqual([]);
  });

  const named: { readonly [prefix: string]: readonly (string | number)[] } = {
    'RIGHTS.ROLE': [...mailRoles, ...Object.keys(correspondentRights)],
    'RIGHTS.WHO': mailRoles.filter((role) => role !== 'outsider'),
    'RIGHTS.CORRESPONDENT': correspondentActions,
    NOTICE_KIND: noticeKinds.map(({ kind }) => kind),
    'NOTICES.CHOICE': noticeChoices,
    'NOTICES.REQUIRED': noticeKinds.flatMap(({ required }) => required ?? []),
    MAIL_STATE: mailStates,
    ACTION: [...mailActions, 'undo'],
    DONE: offered.map(({ action }) => action),
    JOURNAL: journal,
    PROBLEM: problems,
    DOCUMENT_WARNING: warnings,
    CHANNEL: channels,
    'WORK.VISIBILITY': noteVisibilities,
    'WORK.VERDICT': opinionVerdicts,
    'WORK.OPINION_STATE': opinionStates,
    'DELEGATION.POWER': delegationPowers,
    CONFIDENTIALITY: confidentialityLevels,
    CORRESPONDENT_KIND: correspondentKinds,
    DOCUMENT_ROLE: documentRoles,
    TRIGGER: retentionTriggers,
    BECAUSE: ['route.operator', 'route.rule', 'route.type', 'route.none', 'route.notCleared', 'due.deadline', 'due.delay.PLAIN', 'due.delay.MOVED'],
    KEYS: Object.values(commands),
    'DESK.COMMAND': deskCommands.map(({ command }) => command),
    'DESK.FLAW': ['unknownPage', 'unknownDocument', 'unknownEnvelope', 'nothingBefore', 'alreadyBegins', 'fixed', 'idTaken'],
    'DESK.WHY': asideReasons,
    BATCH_STATE: batchStates,
    BATCH_NOTE: 'notAnnounced unknownSubFolder nameUnread numbersMissing sidecarMissing listedMissing sidecarSyntax sidecarEncoding sidecarDoctype sidecarTooLarge sidecarNothing sidecarDoubt declaredRanges frontsBacksUnequal frontsBacksOdd frontsBacksFiles'.split(' '),
    'SIDECAR.FIELD': batchFields,
    'SIDECAR.ROW_FIELD': rowFields,
    'SCANNER.FOLDER_STATE': ['ok', 'missing', 'notAFolder', 'notWritable', 'outside', 'overlapping', 'unreachable'],
    'SCANNER.MODE': scanModes,
    'SCANNER.COLOUR': scanColours,
    'SCANNER.LANE': readingLanes,
    'SCANNER.RELEASE': releaseModes,
    PLACE: letterPlaceNames,
    SETTING: settings.map(({ kind }) => kind),
    COLUMN: settings.flatMap(({ columns }) => columns.map(({ name }) => name)),
  };
  for (const [prefix, codes] of Object.entries(named)) {
    it(`have a sentence for every code of ${prefix}`, () => {
      expect(codes.filter((code) => typeof at(fr, `${prefix}.${code}`) !== 'string')).toEqual([]);
    });
  }

  it('tell of every quarantine reason what is wrong and what to do', () => {
    expect(reasons.filter((reason) => !at(fr, `QUARANTINE.${reason}.WHY`) || !at(fr, `QUARANTINE.${reason}.DO`))).toEqual([]);
  });

  it('tell of every cause of a failure what it is and what to do, and name every task and consumer', () => {
    expect(causes.filter((cause) => !at(fr, `FAILURES.CAUSES.${cause}.WHAT`) || !at(fr, `FAILURES.CAUSES.${cause}.DO`))).toEqual([]);
    expect(tasks.filter((task) => typeof at(fr, `FAILURES.TASKS.${task}`) !== 'string')).toEqual([]);
    expect(consumers.filter((consumer) => typeof at(fr, `FAILURES.CONSUMERS.${consumer}`) !== 'string')).toEqual([]);
  });

  it('tell of every signal what happened and what to do', () => {
    expect(signals.filter((kind) => !at(fr, `SIGNAL.${kind}.WHAT`) || !at(fr, `SIGNAL.${kind}.DO`))).toEqual([]);
  });

  it("stand apart from ADF's, which are loaded into the same tree", () => {
    const theirs = new Set([...Object.keys(coreWords), ...Object.keys(contentWords)]);
    expect(Object.keys(fr).filter((key) => theirs.has(key))).toEqual([]);
  });

  it('never call a courrier a mail in French', () => {
    expect(keysOf(fr).filter((key) => /\b(e-?mails?|mails?)\b/i.test(String(at(fr, key)).replace(/\{\{\w+\}\}/g, '')))).toEqual([]);
  });
});
