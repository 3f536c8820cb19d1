import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { ActivatedRoute } from '@angular/router';
import { AlfrescoViewerComponent, NodeCommentsComponent } from '@alfresco/adf-content-services';
import { providePdfViewer } from '@alfresco/adf-core/viewer/pdf';

@Component({
  selector: 'host-view',
  imports: [AlfrescoViewerComponent, NodeCommentsComponent],
  providers: [providePdfViewer()],
  template: `
    <div class="document"><adf-alfresco-viewer [nodeId]="id" [showViewer]="true" [overlayMode]="false" [allowGoBack]="false" /></div>
    <adf-node-comments [nodeId]="id" />
  `,
  styles: ':host { display: grid; grid-template-columns: 2fr 1fr; height: 100vh; } .document { position: relative; }',
  changeDetection: ChangeDetectionStrategy.Default,
})
export class View {
  readonly id = inject(ActivatedRoute).snapshot.params['id'] as string;
}
