import { PdfViewerComponent } from '@alfresco/adf-core/viewer/pdf';

const least = 0.25;
const room = 20;
/** How pdf.js is told to let go of its document. */
const none = null as never;

/**
 * Pages are drawn as wide as their pane, up to their own size. ADF (9.0) rounds that scale to a whole number: in a narrow pane it is 0,
 * which pdf.js refuses, and after the window's width changed the page was cut at the right.
 */
export function fitPages(): void {
  PdfViewerComponent.prototype.checkPageFitInContainer = function (this: PdfViewerComponent, scale: number): number {
    const page = this.pdfViewer._pages?.[this.pdfViewer._currentPageNumber - 1] as { readonly width: number; readonly scale: number } | undefined;
    if (!page) return scale;
    const pane = this.pdfViewer.container.clientWidth - room;
    const fitting = (pane / page.width) * page.scale;
    return Number.isFinite(fitting) ? Math.max(least, Math.min(1, fitting)) : scale;
  };
}

/** What is left while it loads is let go of first: ADF ends the worker below pages that are still being asked for, and each complains. */
export function leaveQuietly(): void {
  const { prototype } = PdfViewerComponent;
  const leave = Reflect.get(prototype, 'ngOnDestroy') as () => void;
  prototype.ngOnDestroy = function (this: PdfViewerComponent): void {
    (this.pdfViewer as PdfViewerComponent['pdfViewer'] | undefined)?.setDocument(none);
    leave.call(this);
  };
}
