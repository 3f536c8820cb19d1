import { AsyncPipe } from '@angular/common';
import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { ActivatedRoute } from '@angular/router';
import { NodesApiService, VersionManagerComponent } from '@alfresco/adf-content-services';

@Component({
  selector: 'host-versions',
  imports: [AsyncPipe, VersionManagerComponent],
  template: '@if (node | async; as found) { <adf-version-manager [node]="found" /> }',
  changeDetection: ChangeDetectionStrategy.Default,
})
export class Versions {
  readonly node = inject(NodesApiService).getNode(inject(ActivatedRoute).snapshot.params['id'] as string);
}
