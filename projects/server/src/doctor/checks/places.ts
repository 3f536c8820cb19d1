import { readPlaceState, type PlaceState } from '@bannette/alfresco';
import { check } from '../check.js';
import { finding, type Finding } from '../report.js';

type Place = 'library' | 'configuration';

/** The folder of the mails, and that of the readable settings. */
export const places = check('places', 'rights', ['eyes'], async ({ eyes, config }) => {
  const found: Finding[] = [];
  for (const place of ['library', 'configuration'] as const) found.push(...judgePlace(place, await readPlaceState(eyes.repository, place), config.alfrescoUser));
  return found;
});

export function judgePlace(place: Place, { folder, ours, permissions }: PlaceState, serviceAccount: string): readonly Finding[] {
  const subject = place;
  if (!folder) return [finding('folderMissing', { subject })];
  if (!ours) return [finding('folderForeign', { subject })];
  if (!permissions) return [finding('permissionsHidden', { subject })];
  const found: Finding[] = [];
  const isOwn = (entry: { authority: string }): boolean => entry.authority === serviceAccount;
  if (!permissions.entries.some((entry) => isOwn(entry) && entry.role === 'Coordinator')) found.push(finding('notCoordinator', { subject, account: serviceAccount }));
  if (place === 'library' && permissions.inherit) found.push(finding('inheritanceOn'));
  for (const { authority, role } of permissions.entries.filter((entry) => !isOwn(entry))) {
    if (role !== 'Consumer') found.push(finding('writableByOthers', { subject, authority, role }));
    else if (place === 'library') found.push(finding('readableByOthers', { subject, authority, role }));
  }
  if (permissions.foreign) found.push(finding('foreignEntries', { subject, count: permissions.foreign }));
  return found;
}
