import { mm, onPaper } from '@bannette/print';
import type { MessageHead } from './said.js';

export interface DrawnMessage {
  readonly head: MessageHead;
  readonly text: string;
  /** More stood in it than is drawn. */
  readonly cut: boolean;
  /** Names of what it carries. */
  readonly carries: readonly string[];
  /** How many small images of it are left out. */
  readonly trifles: number;
  readonly timeZone: string;
}

/** What is written on paper that is kept: in French, whatever the language of the screen. */
const words = { title: 'Message électronique', from: 'De', to: 'À', cc: 'Copie à', at: 'Reçu le', subject: 'Objet', carries: 'Pièces jointes', cut: '[La suite du message n’est pas reproduite : elle est dans le fichier reçu.]', trifles: (count: number) => `${count} image(s) de mise en page non reproduite(s)`, none: '(aucun texte)' } as const;

const edge = mm(20);
const margins = { top: edge, bottom: edge, left: edge, right: edge };

/** An e-mail as paper: who wrote to whom, when and about what, what it carries, and its words. A PDF/A-2b. */
export function drawMessage({ head, text, cut, carries, trifles, timeZone }: DrawnMessage): Promise<Buffer> {
  const at = head.at && new Intl.DateTimeFormat('fr-FR', { dateStyle: 'full', timeStyle: 'short', timeZone }).format(new Date(head.at));
  const lines: readonly (readonly [string, string | undefined])[] = [
    [words.from, [head.senderName, head.senderEmail && head.senderEmail !== head.senderName ? `<${head.senderEmail}>` : ''].filter(Boolean).join(' ')],
    [words.to, head.to],
    [words.cc, head.cc],
    [words.at, at],
    [words.subject, head.subject],
    [words.carries, [...carries, ...(trifles ? [words.trifles(trifles)] : [])].join(' ; ')],
  ];
  return onPaper(words.title, '', (pdf) => {
    pdf.addPage();
    const width = pdf.page.width - 2 * edge;
    pdf.fillColor('black').font('bold').fontSize(13).text(words.title, edge, edge, { width });
    pdf.moveDown(0.6).fontSize(10);
    for (const [label, said] of lines) if (said) pdf.font('bold').text(`${label} : `, { width, continued: true }).font('plain').text(said);
    pdf.moveDown(0.6);
    pdf.moveTo(edge, pdf.y).lineTo(edge + width, pdf.y).lineWidth(0.5).stroke('black');
    pdf.moveDown(0.8).font('plain').fontSize(10.5).text(text || words.none, { width });
    if (cut) pdf.moveDown().font('bold').text(words.cut, { width });
  }, { archive: true, margins });
}
