import { longDay } from '@bannette/domain';
import { drawLine, mm, onPaper } from '@bannette/print';
import { conflict, type Call, type CampaignExecution, type Contract } from '@bannette/http';
import { SealError, sha256Of, signPdf } from '@bannette/seal';
import { newId } from '@bannette/store';
import { actOnCampaign, type CampaignRow } from '../campaigns/act.js';
import type { Execution } from './execution.js';
import type { Outcomes } from './report.js';
import { outcomesOf } from './report.js';
import { viewExecution } from './view.js';
import { bytesOf, countOf, words } from './words.js';

/** Makes the certificate of destruction, sealed where a key is configured (PAdES B-T with a timestamp), and keeps it for ever. */
export async function certifyCampaign(execution: Execution, call: Call<Contract['certifyCampaign']>): Promise<CampaignExecution> {
  const { house } = execution;
  await actOnCampaign(house, call, {
    action: 'certify',
    change: async (campaign, tx) => {
      if (campaign.certified_at) throw conflict('alreadyCertified', 'It has its certificate');
      const at = house.now();
      const key = await execution.seal?.();
      if (key && (at < key.notBefore || at > key.notAfter)) throw new SealError('unfitKey', 'The certificate is not valid today');
      const outcomes = await outcomesOf(tx.trx, campaign);
      const report = await tx.trx.selectFrom('campaign_file').select('sha256').where('campaign_id', '=', campaign.id).where('kind', '=', 'report').where('media_type', 'like', 'text/csv%').executeTakeFirst();
      const boxes = await tx.trx.selectFrom('campaign_box').select(['box', 'destroyed_on', 'contractor']).where('campaign_id', '=', campaign.id).orderBy('box').execute();
      const { authority } = await house.settings();
      const instant = new Intl.DateTimeFormat('fr-FR', { timeZone: authority.timeZone, dateStyle: 'long', timeStyle: 'short' });
      const drawn = await certificatePdf({ campaign, authority: authority.name, outcomes, boxes, report: report?.sha256.toString('hex') ?? '', on: (day) => instant.format(day), seal: key?.subject, operators: [house.serviceAccount, 'bannette-purge'] });
      const pdf = Buffer.from(key ? await signPdf(drawn, key, { at, reason: words.reason, field: 'Attestation', timestamp: execution.timestamp }) : drawn);
      const sha256 = sha256Of(pdf);
      await tx.trx.insertInto('campaign_file').values({ id: newId(), campaign_id: campaign.id, kind: 'certificate', name: `${campaign.chrono}-attestation.pdf`, media_type: 'application/pdf', bytes: pdf, sha256, added_by: call.caller.id, added_at: at }).execute();
      return { set: { certified_at: at }, entry: { type: 'campaign.certified', data: { certificate: sha256.toString('hex'), root: outcomes.root, ...(key ? { seal: key.fingerprint } : {}) } } };
    },
  });
  return viewExecution(execution, call.caller, call.params.id);
}

interface Certified {
  readonly campaign: CampaignRow;
  readonly authority: string;
  readonly outcomes: Outcomes;
  readonly boxes: readonly { readonly box: string; readonly destroyed_on: string | null; readonly contractor: string | null }[];
  /** SHA-256 of the report's CSV. */
  readonly report: string;
  readonly on: (at: Date) => string;
  readonly seal?: string;
  readonly operators: readonly string[];
}

/** Counts, volumes, digests, means, who did it under which visa, and what stays: nothing of any person of the mails. */
export function certificatePdf({ campaign, authority, outcomes, boxes, report, on, seal, operators }: Certified): Promise<Buffer> {
  const { mails, registers, documents, bytes } = outcomes.destroyed;
  const refused = outcomes.lines.reduce((sum, line) => sum + line.refused, 0);
  const destroyedBoxes = boxes.filter(({ destroyed_on }) => destroyed_on);
  const paragraphs: readonly (readonly [heading: string, ...lines: string[]])[] = [
    ['Ce qui a été détruit', `${countOf(mails)} courriers${registers ? ` et ${countOf(registers)} registres du jour` : ''}, soit ${countOf(documents)} documents et ${bytesOf(bytes)}, sur ${countOf(outcomes.lines.length)} lignes du bordereau ${campaign.chrono} « ${campaign.title} ».`, `Exécution commencée le ${campaign.started_at ? on(campaign.started_at) : '–'} et terminée le ${campaign.executed_at ? on(campaign.executed_at) : '–'}.`],
    ['Le visa', `${campaign.visa_by ?? ''}, le ${campaign.visa_on ? longDay(campaign.visa_on) : ''}, référence ${campaign.visa_reference ?? ''}${refused ? ` ; visa refusé pour ${countOf(refused)} éléments, qui sont conservés` : ''}.`, `Liste validée par ${campaign.validated_by_name ?? ''} et approuvée par ${campaign.approved_by_name ?? ''}.`],
    ['Exceptions', outcomes.excepted ? `${countOf(outcomes.excepted)} éléments visés n’ont pas été détruits ; le rapport dit pourquoi de chacun.` : words.none],
    ['Empreintes', `${words.manifest} :`, (campaign.manifest_sha512 ?? '').slice(0, 64), (campaign.manifest_sha512 ?? '').slice(64), `${words.csv} : ${report}`, `${words.root} :`, outcomes.root],
    ['Comment', 'Avant chaque destruction, le fichier a été relu et son empreinte comparée à celle de la liste visée ; gels, échéances, article du tableau de gestion et visa ont été vérifiés à nouveau.', `Dans Alfresco Governance Services, le visa a été porté par le compte ${operators[0] ?? ''} et la destruction exécutée par le compte ${operators[1] ?? ''}, qui ne peut pas porter de visa.`, 'Après chaque destruction, ni le document, ni aucune de ses versions ou de ses rendus n’était plus lisible.', 'Les données sur des personnes ont été effacées de la fiche du courrier, du texte lu, des notes, des notifications, de l’historique et du dossier dans Alfresco.'],
    ...(boxes.length ? [['Papier', `${countOf(destroyedBoxes.length)} boîtes détruites sur ${countOf(boxes.length)}${destroyedBoxes.length ? ` : ${destroyedBoxes.map(({ box, contractor }) => `${box} (${contractor ?? ''})`).join(', ')}` : ''}.`] as const] : []),
    ['Ce qui reste', 'Le numéro, l’article, l’année, les empreintes, la campagne et le visa de chaque élément ; sa ligne au registre du courrier, qui est une série d’archives à part, avec son propre article et son propre visa.', `Des sauvegardes peuvent encore contenir ce qui a été détruit jusqu’au ${campaign.backups_until ? longDay(campaign.backups_until) : '–'} ; restaurées, la destruction est appliquée de nouveau.`, 'Les copies que des personnes auraient faites d’un document ailleurs, dans Alfresco ou hors d’Alfresco, ne figurent pas dans la liste visée et ne sont pas visées par la présente attestation.'],
  ];
  const title = `${words.certificate} ${campaign.chrono}`;
  return onPaper(
    title,
    authority,
    (pdf) => {
      pdf.addPage();
      drawLine(pdf, title, { x: 18, y: 18, width: 174, size: 18, style: 'bold' });
      drawLine(pdf, authority, { x: 18, y: 28, width: 174, size: 11 });
      let y = 40;
      const room = (height: number): void => {
        if (y + height <= 276) return;
        pdf.addPage();
        y = 20;
      };
      for (const [heading, ...lines] of paragraphs) {
        room(14);
        drawLine(pdf, heading, { x: 18, y, width: 174, size: 11, style: 'bold' });
        y += 6;
        for (const line of lines.filter(Boolean)) {
          pdf.font('plain').fontSize(9.5).fillColor('black');
          const height = pdf.heightOfString(line, { width: mm(174) }) / mm(1);
          room(height);
          pdf.font('plain').fontSize(9.5).fillColor('black').text(line, mm(18), mm(y), { width: mm(174) });
          y += height + 1;
        }
        y += 3.5;
      }
      room(12);
      drawLine(pdf, seal ? `${words.sealed} ${seal}.` : words.unsigned, { x: 18, y, width: 174, size: 9.5, style: 'bold' });
      drawLine(pdf, words.law, { x: 18, y: y + 5.5, width: 174, size: 8.5 });
    },
    { archive: true, keywords: `sha256:${report} merkle:${outcomes.root} manifest:${campaign.manifest_sha512 ?? ''}` },
  );
}
