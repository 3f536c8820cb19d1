import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { DocumentListComponent, SearchControlComponent, SearchFilterChipsComponent, SearchQueryBuilderService } from '@alfresco/adf-content-services';

/** Suggestions while one types; entered, the words become a query that the filters of the configuration narrow. */
@Component({
  selector: 'host-search',
  imports: [DocumentListComponent, SearchControlComponent, SearchFilterChipsComponent],
  template: `
    <adf-search-control [expandable]="false" (submit)="search($any($event).target.value)" />
    <adf-search-filter-chips />
    <adf-document-list [node]="$any(found())" />
  `,
  changeDetection: ChangeDetectionStrategy.Default,
})
export class Search {
  private readonly queries = inject(SearchQueryBuilderService);
  readonly found = toSignal(this.queries.executed);

  search(words: string): void {
    this.queries.userQuery = words;
    void this.queries.execute();
  }
}
