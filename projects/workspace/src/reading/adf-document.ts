import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { AlfrescoViewerComponent } from '@alfresco/adf-content-services';
import { ViewerComponent } from '@alfresco/adf-core';
import { providePdfViewer } from '@alfresco/adf-core/viewer/pdf';

/** ADF's viewers, embedded: a node of the repository, or a file that the repository does not have yet. Heavy, so it is loaded apart. */
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
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AdfDocument {
  readonly nodeId = input<string>();
  readonly file = input<Blob>();
}
