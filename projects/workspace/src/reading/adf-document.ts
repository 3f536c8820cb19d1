import { ChangeDetectionStrategy, ChangeDetectorRef, Component, inject, input, NgZone } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { AlfrescoViewerComponent } from '@alfresco/adf-content-services';
import { ViewerComponent } from '@alfresco/adf-core';
import { providePdfViewer } from '@alfresco/adf-core/viewer/pdf';
import { fitPages, leaveQuietly } from './pdf-fit.js';

fitPages();
leaveQuietly();

/**
 * ADF's viewers, embedded: a node of the repository, or a file that the repository does not have yet. Heavy, so it is loaded apart.
 * They change without marking themselves, counting on being looked at each time; our pages aren't, so this one looks at them itself.
 */
@Component({
  selector: 'bn-adf-document',
  imports: [AlfrescoViewerComponent, ViewerComponent],
  providers: [providePdfViewer()],
  template: `
    @if (nodeId(); as id) {
      <adf-alfresco-viewer [nodeId]="id" [overlayMode]="false" [showToolbar]="false" [showViewer]="true" [readOnly]="true" [allowGoBack]="false" [allowDownload]="false" [allowPrint]="false" [allowNavigate]="false" [hideInfoButton]="true" />
    } @else if (file(); as blob) {
      <adf-viewer [blobFile]="blob" [mimeType]="blob.type" [overlayMode]="false" [showToolbar]="false" [showViewer]="true" [readOnly]="true" [allowGoBack]="false" [hideInfoButton]="true" />
    }
  `,
  styleUrl: './adf-document.scss',
  changeDetection: ChangeDetectionStrategy.Default,
})
export class AdfDocument {
  readonly nodeId = input<string>();
  readonly file = input<Blob>();

  constructor() {
    const zone = inject(NgZone);
    const view = inject(ChangeDetectorRef);
    zone.onMicrotaskEmpty.pipe(takeUntilDestroyed()).subscribe(() => zone.run(() => view.detectChanges()));
  }
}
