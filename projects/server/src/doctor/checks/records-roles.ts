import { purgeRole, serviceRole, type RecordsRole, type RoleDefinition } from '@bannette/alfresco';
import { purgeAccountId } from '../../start/install.js';
import { check } from '../check.js';
import { named } from '../named.js';
import { finding, type Finding } from '../report.js';

/** Roles of records management: Bannette's two have exactly what keeps them apart, and nobody else deletes. */
export const recordsRoles = check('recordsRoles', 'records', ['records'], async ({ records: { repository }, config }) => {
  if (!(await repository.records.plan.site())) return [finding('filePlanMissing')];
  return judgeRoles(await repository.records.roles.list(), { service: config.alfrescoUser, purge: purgeAccountId });
});

interface Accounts {
  readonly service: string;
  readonly purge: string;
}

/** AGS's own role of those who set records management up. */
const administrators = 'Administrator';
const chosenByInstallation: readonly string[] = ['admin', 'GROUP_ALFRESCO_ADMINISTRATORS'];

const holders = ({ people, groups }: RecordsRole): readonly string[] => [...people, ...groups];

/** What takes records away, or what guards them: the visa's event, roles, the audit. */
const removes = (capability: string): boolean => /^(Delete(Records|Audit|Hold|Links)|Destroy\w+|CreateModifyDestroy\w+)$/.test(capability);

export function judgeRoles(roles: readonly RecordsRole[], accounts: Accounts): readonly Finding[] {
  const ours = [serviceRole.name, purgeRole.name];
  const own = [accounts.service, accounts.purge];
  return [
    ...judgeOwnRole(roles, serviceRole, accounts.service, own),
    ...judgeOwnRole(roles, purgeRole, accounts.purge, own),
    ...own.filter((account) => roles.filter(({ name, people }) => ours.includes(name) && people.includes(account)).length > 1).map((account) => finding('accountInBothRoles', { subject: account, account })),
    ...roles.filter(({ name }) => !ours.includes(name)).flatMap((role) => judgeForeignRole(role, own)),
  ];
}

function judgeOwnRole(roles: readonly RecordsRole[], wanted: RoleDefinition, account: string, own: readonly string[]): readonly Finding[] {
  const subject = wanted.name;
  const role = roles.find(({ name }) => name === subject);
  if (!role) return [finding('roleMissing', { subject })];
  const lacks = wanted.capabilities.filter((one) => !role.capabilities.includes(one));
  const exceeds = role.capabilities.filter((one) => !wanted.capabilities.includes(one));
  return [
    ...(lacks.length ? [finding('capabilityMissing', { subject, names: named(lacks) })] : []),
    ...(exceeds.length ? [finding('capabilityTooMuch', { subject, names: named(exceeds) })] : []),
    ...(role.people.includes(account) ? [] : [finding('accountNotInRole', { subject, account })]),
    ...holders(role).filter((authority) => !own.includes(authority)).map((authority) => finding('strangerInRole', { subject, authority })),
  ];
}

/** Into these roles AGS puts groups that it makes itself, of who could read and write a document when it was declared. */
const inPlace: Readonly<Record<string, RegExp>> = { ExtendedReaders: /^GROUP_IPRR-?\d+$/, ExtendedWriters: /^GROUP_IPRW-?\d+$/ };

function judgeForeignRole(role: RecordsRole, own: readonly string[]): readonly Finding[] {
  const subject = role.name;
  const ours = role.people.filter((one) => own.includes(one)).map((account) => finding('accountInForeignRole', { subject, account }));
  const can = role.capabilities.filter(removes);
  // Any signed-in person can change a role's capabilities where AGS's webscripts are open.
  const others = holders(role).filter((one) => !own.includes(one) && (can.length > 0 || !inPlace[subject]?.test(one)));
  if (subject === administrators) {
    const added = others.filter((one) => !chosenByInstallation.includes(one));
    return [...ours, ...(others.length ? [finding('administratorsDelete', { subject, authorities: named(others) })] : []), ...(added.length ? [finding('peopleInRole', { subject, authorities: named(added) })] : [])];
  }
  if (!others.length) return ours;
  const told = can.length ? finding('canDelete', { subject, authorities: named(others), names: named(can) }) : finding('peopleInRole', { subject, authorities: named(others) });
  return [...ours, told];
}
