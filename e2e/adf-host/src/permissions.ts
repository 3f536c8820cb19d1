import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { ActivatedRoute } from '@angular/router';
import { PermissionListComponent } from '@alfresco/adf-content-services';

@Component({
  selector: 'host-permissions',
  imports: [PermissionListComponent],
  template: '<adf-permission-list [nodeId]="id" />',
  changeDetection: ChangeDetectionStrategy.Default,
})
export class Permissions {
  readonly id = inject(ActivatedRoute).snapshot.params['id'] as string;
}
