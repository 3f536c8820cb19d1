import { putGlyphlessFont } from './glyphless-font.js';
import { PdfWriter, reals, type ObjectNumber } from './pdf-writer.js';
import { srgbProfile } from './srgb-profile.js';
import { layText, TEXT_FONT, type InvisibleText, type PageBox } from './text-layer.js';

/** One page as it is written: what it shows, and the text that is laid over it. */
export interface ArchivePage {
  readonly box: PageBox;
  /** Clockwise turn in degrees at which it is shown. */
  readonly turn: number;
  /** Content streams that are written already, or operators. */
  readonly contents: readonly ObjectNumber[] | string;
  /** Entries of the resource dictionary, each as `/Name value`; `Font` apart. */
  readonly resources: string;
  /** Entries of its fonts. */
  readonly fonts?: string;
  /** Further entries of the page. */
  readonly entries?: string;
  readonly text?: InvisibleText;
}

const XMP = (): string => `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"><pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance><pdf:Producer>Bannette</pdf:Producer></rdf:Description>
</rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>`;

/** A PDF/A-2b (ISO 19005-2) that is written page by page; what is no page (metadata, output intent, font) is its own. */
export class ArchiveFile {
  private readonly pages: ObjectNumber[] = [];
  private readonly tree: ObjectNumber;
  private font: ObjectNumber | undefined;

  constructor(readonly writer: PdfWriter) {
    this.tree = writer.reserve();
  }

  add({ box, turn, contents, resources, fonts = '', entries = '', text }: ArchivePage): void {
    const { writer } = this;
    const over = text ? layText(text, box, turn) : '';
    const ownFont = over ? `/${TEXT_FONT} ${(this.font ??= putGlyphlessFont(writer))} 0 R` : '';
    const font = fonts || ownFont ? `/Font << ${fonts} ${ownFont} >>` : '';
    const limits = reals([box.x, box.y, box.x + box.width, box.y + box.height]);
    this.pages.push(writer.put(`<< /Type /Page /Parent ${this.tree} 0 R /MediaBox [${limits}] ${turn ? `/Rotate ${turn}` : ''} /Resources << ${resources} ${font} >> /Contents ${this.contentsOf(contents, over)} ${entries} >>`));
  }

  end(): void {
    const { writer } = this;
    writer.put(`<< /Type /Pages /Count ${this.pages.length} /Kids [${this.pages.map((page) => `${page} 0 R`).join(' ')}] >>`, this.tree);
    const profile = writer.putDeflated('/N 3', srgbProfile());
    const metadata = writer.putStream('/Type /Metadata /Subtype /XML', Buffer.from(XMP()));
    const intent = `<< /Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB) /Info (sRGB) /DestOutputProfile ${profile} 0 R >>`;
    writer.end(writer.put(`<< /Type /Catalog /Pages ${this.tree} 0 R /Metadata ${metadata} 0 R /OutputIntents [${intent}] >>`));
  }

  /** What was there is closed off, so that a state it leaves behind doesn't move the text. */
  private contentsOf(contents: ArchivePage['contents'], over: string): string {
    const { writer } = this;
    if (typeof contents === 'string') return `${writer.putDeflated('', contents + over)} 0 R`;
    if (!over) return `[${contents.map((part) => `${part} 0 R`).join(' ')}]`;
    const parts = [writer.putStream('', Buffer.from('q')), ...contents, writer.putDeflated('', `\nQ\n${over}`)];
    return `[${parts.map((part) => `${part} 0 R`).join(' ')}]`;
  }
}

/** Writes a whole archive file, closed whatever happens. */
export async function writeArchive(path: string, fill: (file: ArchiveFile) => Promise<void>): Promise<void> {
  const writer = new PdfWriter(path);
  let ended = false;
  try {
    const file = new ArchiveFile(writer);
    await fill(file);
    file.end();
    ended = true;
  } finally {
    if (!ended) writer.close();
  }
}
