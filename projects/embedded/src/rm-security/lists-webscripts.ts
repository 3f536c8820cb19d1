import { rootOf, WebscriptError, wrapped, type Webscripts } from '../http/webscript.js';
import { findNode } from '../nodes/lookup.js';
import { isCategory, isFilePlan, isFolder, isHold, isRecord } from '../records/kinds.js';
import type { NodeRow } from '../nodes/node.js';
import { applicable } from './applicable.js';
import { capabilities } from './capability-list.js';
import { accessDenied, mayFile, mayRead, rmCapabilities } from './capabilities.js';
import { allEvents, isAutomatic } from './events.js';

const items = (given: Readonly<Record<string, string>>) => Object.entries(given).map(([value, label]) => ({ label, value }));

const dispositionActions = { retain: 'Retain', destroy: 'Destroy', cutoff: 'Cut Off', transfer: 'Transfer', accession: 'Accession' };
const periodTypes = {
  fqend: 'End Of Financial Quarter', week: 'Week', fmend: 'End Of Financial Month', year: 'Year', monthend: 'End Of Month', yearend: 'End Of Year', none: 'None', immediately: 'Immediately',
  quarterend: 'End Of Quarter', duration: 'XML Duration', month: 'Month', day: 'Day', fyend: 'End Of Financial Year', quarter: 'Quarter',
};
const periodProperties = { 'cm:created': 'Created Date', 'rma:dateFiled': 'Date Filed', 'rma:cutOffDate': 'Cut Off Date', 'rma:dispositionAsOf': 'Retention Action', 'dod:publicationDate': 'Publication Date' };
const auditEvents: readonly (readonly [value: string, label: string])[] = [
  ['accession', 'Accession'], ['accessionComplete', 'Accession Complete'], ['addRecordTypes', 'Add Record Types'], ['Add To Hold', 'Add To Hold'],
  ['Add To User Group', 'Add To User Group'], ['audit.clear', 'Audit Clear'], ['audit.start', 'Audit Start'], ['audit.stop', 'Audit Stop'], ['audit.view', 'Audit View'],
  ['recordableVersionConfig', 'Auto-Declare Options'], ['closeRecordFolder', 'Close Record Folder'], ['completeEvent', 'Complete Event'], ['declareRecord', 'Complete Record'],
  ['copyTo', 'Copy to'], ['Create Hold', 'Create Hold'], ['createDispositionSchedule', 'Create Retention Schedule'], ['Create Person', 'Create User'],
  ['Create User Group', 'Create User Group'], ['Create RM Object', 'Created Object'], ['cutoff', 'Cut Off'], ['Delete Hold', 'Delete Hold'], ['Delete RM Object', 'Delete Object'],
  ['Delete Person', 'Delete User'], ['Delete User Group', 'Delete User Group'], ['destroy', 'Destroy'], ['editDispositionActionAsOfDate', 'Edit Retention Action As Of Date'],
  ['editReviewAsOfDate', 'Edit Review As Of Date'], ['executeScript', 'Execute Script'], ['fileReport', 'File Report'], ['declare-as-version-record', 'File Version as Record'],
  ['create-record', 'File as Record'], ['fileTo', 'File to'], ['hide-record', 'Hide Record'], ['disable-inherit-permission', 'Inherited Permissions Switched Off'],
  ['enable-inherit-permission', 'Inherited Permissions Switched On'], ['linkTo', 'Link to'], ['Login.Success', 'Login Successful'], ['Login.Failure', 'Login Unsuccessful'],
  ['move-dm-record', 'Move Record'], ['moveTo', 'Move to'], ['openRecordFolder', 'Open Record Folder'], ['reject', 'Reject'], ['Remove From Hold', 'Remove From Hold'],
  ['Remove From User Group', 'Remove From User Group'], ['undeclareRecord', 'Reopen Record'], ['requestInfo', 'Request Information'], ['retain', 'Retain'], ['reviewed', 'Reviewed'],
  ['sendEmail', 'Send Email'], ['set-permission', 'Set Permission'], ['setPropertyValue', 'Set Property Value'], ['splitEmail', 'Split Email'], ['transfer', 'Transfer'],
  ['transferComplete', 'Transfer Complete'], ['unCutoff', 'Undo Cut Off'], ['undoEvent', 'Undo Event'], ['unlinkFrom', 'Unlink from'], ['Update RM Object', 'Updated Metadata'],
];

function kindOf(node: NodeRow): string | undefined {
  if (isRecord(node)) return 'RECORD';
  if (isFolder(node)) return 'RECORD_FOLDER';
  if (isCategory(node)) return 'RECORD_CATEGORY';
  if (isFilePlan(node)) return 'FILE_PLAN';
  return isHold(node) ? 'HOLD' : undefined;
}

/** What the pages of records management ask for once: lists of values, and what may be done with a node. */
export function listsWebscripts(script: Webscripts): void {
  script('GET', 'rma/admin/listofvalues', async (exchange) => {
    const at = (name: string): string => `${rootOf(exchange)}/rma/admin/listofvalues/${name}`;
    const events = (await allEvents(exchange.session)).map((event) => ({ label: event.label, value: event.name, automatic: isAutomatic(event) }));
    return {
      data: {
        dispositionActions: { url: at('dispositionactions'), items: items(dispositionActions) },
        events: { url: at('events'), items: events },
        periodTypes: { url: at('periodtypes'), items: items(periodTypes) },
        periodProperties: { url: at('periodproperties'), items: items(periodProperties) },
        auditEvents: { url: at('auditevents'), items: auditEvents.map(([value, label]) => ({ label, value })) },
      },
    };
  });

  script('GET', 'rm/rm-version', () => Promise.resolve([]));

  script('GET', 'rma/dispositionproperties', (exchange) => {
    const cutoff = exchange.query('dispositionaction') === 'cutoff';
    return Promise.resolve({ data: { properties: items(periodProperties).filter((one) => !(cutoff && one.value === 'rma:cutOffDate')) } });
  });

  script('GET', 'rma/admin/rmconstraints', (exchange) =>
    Promise.resolve({ data: ([['rmc_smList', 'Supplemental Markings'], ['rmc_tlList', 'Transfer Locations']] as const).map(([name, title]) => ({ url: `${rootOf(exchange)}/rma/admin/rmconstraints/${name}`, constraintName: name, constraintTitle: title })) }));

  script('GET', 'node/:storeType/:storeId/:id/capabilities', async ({ session, param }) => {
    const node = await findNode(session, param('id'));
    if (node === undefined) throw wrapped(`Node does not exist: workspace://SpacesStore/${param('id')} (status:null)`);
    const held = (await mayFile(session, node)) ? await rmCapabilities(session) : new Set(['ViewRecords']);
    return { data: { capabilities: await applicable(session, node, [...capabilities.keys()].filter((name) => held.has(name))) } };
  });

  script('GET', 'node/:storeType/:storeId/:id/relationships', async ({ session, param }) => {
    const node = await findNode(session, param('id'));
    if (node === undefined) throw new WebscriptError(404, `Unable to find node: 'workspace://SpacesStore/${param('id')}'.`);
    return { data: { items: [] } };
  });

  script('GET', 'rmmetadata', async ({ session, query }) => {
    const id = (query('noderef') ?? '').replace(/^workspace:\/\/SpacesStore\//, '');
    const node = await findNode(session, id);
    if (node === undefined) throw new WebscriptError(404, `Unable to find node: 'workspace://SpacesStore/${id}'.`);
    if (!(await mayRead(session, node))) throw accessDenied();
    const kind = kindOf(node);
    return kind === undefined ? {} : { kind };
  });
}
