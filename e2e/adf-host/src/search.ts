import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { DocumentListComponent, SearchFilterChipsComponent, SearchInputComponent, SearchQueryBuilderService } from '@alfresco/adf-content-services';

/** The words typed become a query; the filters of the configuration narrow it. */
@Component({
  selector: 'host-search',
  imports: [DocumentListComponent, SearchFilterChipsComponent, SearchInputComponent],
  template: `
    <adf-search-input [fields]="['cm:name']" (changed)="search($event)" />
    <adf-search-filter-chips />
    <adf-document-list [node]="$any(found())" />
  `,
  changeDetection: ChangeDetectionStrategy.Default,
})
export class Search {
  private readonly queries = inject(SearchQueryBuilderService);
  readonly found = toSignal(this.queries.executed);

  search(query: string): void {
    this.queries.userQuery = query;
    void this.queries.execute();
  }
}
