// Writes docs/rights.md, who may do what to a mail in which state, from the table that the product goes by and the French
// words of its pages; with --check, fails when it is stale.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './lib/run.mjs';

const { campaignRightsByRole, campaignStates, sortingRightsByRole, sortingStates, correspondentActions, correspondentRights, mailStates, rightsByRole } = await import('../projects/domain/dist/index.js');
const words = JSON.parse(readFileSync(join(root, 'projects/workspace/i18n/fr.json'), 'utf8'));
const said = (path) => path.split('.').reduce((node, name) => node?.[name], words) ?? path.split('.').at(-1);
const row = (cells) => `| ${cells.join(' | ')} |`;
const table = (head, lines) => [row(head), row(head.map((_, at) => (at ? ':-:' : '---'))), ...lines.map(row)].join('\n');

const roles = rightsByRole().filter(({ lines }) => lines.length);
const ofRole = ({ role, lines }) => {
  const shown = mailStates.filter((state) => lines.some(({ states }) => states.includes(state)));
  return `### ${said(`RIGHTS.ROLE.${role}`)}\n${said(`RIGHTS.WHO.${role}`)}\n\n${table(['', ...shown.map((state) => said(`MAIL_STATE.${state}`))], lines.map(({ action, states }) => [`${said(`ACTION.${action}`)} \`${action}\``, ...shown.map((state) => (states.includes(state) ? '●' : ''))]))}\n`;
};
const ofCampaigns = ({ role, lines }) => {
  const shown = campaignStates.filter((state) => lines.some(({ states }) => states.includes(state)));
  return `### ${said(`CAMPAIGN.WAITS.${role}`)}\n${table(['', ...shown.map((state) => said(`CAMPAIGN.STATE.${state}`))], lines.map(({ deed, states }) => [`${said(`CAMPAIGN.DEED.${deed}`)} \`${deed}\``, ...shown.map((state) => (states.includes(state) ? '●' : ''))]))}\n`;
};
const ofSortings = ({ role, lines }) => {
  const shown = sortingStates.filter((state) => lines.some(({ states }) => states.includes(state)));
  return `### ${said(`CAMPAIGN.WAITS.${role}`)}\n${table(['', ...shown.map((state) => said(`SORTINGS.STATE.${state}`))], lines.map(({ deed, states }) => [`${said(`SORTINGS.DEED.${deed}`)} \`${deed}\``, ...shown.map((state) => (states.includes(state) ? '●' : ''))]))}\n`;
};
const posts = Object.entries(correspondentRights).filter(([, actions]) => actions.length);
const text = `<!-- Generated from projects/domain/src/rights/table.ts by scripts/rights.mjs. Do not edit. -->
# Rights
Who may do what to a mail, in which state: the table that the product goes by (\`rightsTable\`), in the words of its pages. The page *Administration › Droits* shows the same. Whoever is several of these may do what each may; every secretary and head of a service is an agent of it too. Confidentiality only narrows it: from level 2 on, only those who are cleared open a mail, the others of its service and the mail room see a masked line and may at most \`list\`, \`handOver\` and \`shelve\`. What a state doesn't offer is offered to nobody. How people come to a role: [Rights](architecture.md#rights).

## Mails
${roles.map(ofRole).join('\n')}
## Correspondents
Private persons are seen by a service only through a mail of theirs that it may read.

${table(['', ...posts.map(([post]) => said(`RIGHTS.ROLE.${post}`))], correspondentActions.map((action) => [`${said(`RIGHTS.CORRESPONDENT.${action}`)} \`${action}\``, ...posts.map(([, actions]) => (actions.includes(action) ? '●' : ''))]))}

## Campaigns of elimination
Who approves neither made nor validated the campaign, which the database holds too. A head is one who signs for a service in the frozen list (its head, their delegate, for want of a head that of the service above, or who was named) and sees its lines alone; an archivist is one to whom it was sent (\`projects/domain/src/elimination/rights.ts\`).

${campaignRightsByRole().map(ofCampaigns).join('\n')}
## Sortings
Selection belongs to the archivist of the State's control: who made or proposed a sorting never agrees to it, which the database holds too; a records manager copies an agreement that came on paper, with its file. An archivist is one to whom it was sent (\`projects/domain/src/sorting/rights.ts\`).

${sortingRightsByRole().map(ofSortings).join('\n')}`;

const path = join(root, 'docs/rights.md');
if (!process.argv.includes('--check')) writeFileSync(path, text);
else if (!existsSync(path) || readFileSync(path, 'utf8') !== text) {
  console.error('docs/rights.md is stale: run `node scripts/rights.mjs`, and commit what it writes');
  process.exitCode = 1;
}
