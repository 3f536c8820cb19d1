import { envelopeLines, longDay, type AuthoritySetting } from '@bannette/domain';
import { mm, onPaper } from '@bannette/print';
import type { CorrespondentSnapshot } from '@bannette/store';

export interface Letter {
  readonly authority: AuthoritySetting;
  readonly service: string;
  readonly recipient?: CorrespondentSnapshot;
  readonly chrono: string;
  readonly answers: string;
  readonly day: string;
  readonly subject: string;
  readonly body: string;
  readonly signatory: string;
}

/** The letter on A4, the recipient where a window envelope shows it (NF Z 11-001). A PDF/A-2b: it is kept as long as the mail it goes with. */
export async function letterPdf(letter: Letter): Promise<{ readonly bytes: Buffer; readonly pages: number }> {
  let pages = 0;
  const { recipient } = letter;
  const address = recipient ? envelopeLines(recipient.name, { ...recipient, lines: recipient.address?.split('\n').filter(Boolean) ?? [] }) : [];
  const margins = { top: mm(20), bottom: mm(20), left: mm(22), right: mm(20) };
  const bytes = await onPaper(letter.chrono, letter.authority.name, (pdf) => {
    pdf.on('pageAdded', () => pages++);
    pdf.addPage();
    pdf.font('bold').fontSize(12).text(letter.authority.name);
    pdf.font('plain').fontSize(9).text([...letter.authority.address, letter.service].join('\n'));
    pdf.fontSize(11).text(address.join('\n'), mm(110), mm(50), { width: mm(80) });
    pdf.fontSize(10).text(`Nos réf. : ${letter.chrono}\nVos réf. : ${letter.answers}`, mm(22), mm(80));
    pdf.text(`Le ${longDay(letter.day)}`, mm(110), mm(80));
    pdf.font('bold').text(`Objet : ${letter.subject}`, mm(22), mm(100), { width: mm(165) });
    pdf.font('plain').moveDown(1.5).text(letter.body, { width: mm(165), align: 'justify', lineGap: 3 });
    pdf.moveDown(3).text(letter.signatory, mm(110));
  }, { archive: true, margins });
  return { bytes, pages };
}
