import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { ActivatedRoute, Router } from '@angular/router';
import { DocumentListComponent, UploadButtonComponent, type NodeEntityEvent } from '@alfresco/adf-content-services';

/** The home of whoever is signed in, or another of ADF's own sources (`-trashcan-`, `-favorites-`…), and a button that puts a file into the home. */
@Component({
  selector: 'host-files',
  imports: [DocumentListComponent, UploadButtonComponent],
  template: `
    <adf-upload-button rootFolderId="-my-" (success)="list.reload()" />
    <adf-document-list #list [currentFolderId]="source" (preview)="open($any($event))" />
  `,
  changeDetection: ChangeDetectionStrategy.Default,
})
export class Files {
  private readonly router = inject(Router);
  readonly source = (inject(ActivatedRoute).snapshot.params['source'] as string | undefined) ?? '-my-';

  open(event: NodeEntityEvent): void {
    void this.router.navigate(['view', event.value.entry.id]);
  }
}
