import type { RepoNode } from '@bannette/alfresco';
import type { House } from '@bannette/house';
import { allOf } from './evidence.js';

const pageSize = 100;

/** All that lies in the day folders of the mail library, a page at a time: a year has tens of thousands. */
export async function* pagesOfLibrary(house: House): AsyncGenerator<readonly RepoNode[]> {
  const { nodes } = house.repository;
  const folders = async (id: string, name: RegExp): Promise<RepoNode[]> => (await allOf((skip) => nodes.children(id, { skip, max: 1000 }))).filter((node) => node.isFolder && name.test(node.name));
  for (const year of await folders(house.libraryId, /^\d{4}$/)) {
    for (const month of await folders(year.id, /^\d\d$/)) {
      for (const day of await folders(month.id, /^\d\d$/)) {
        for (let skip = 0; ; ) {
          const page = await nodes.children(day.id, { skip, max: pageSize });
          yield page.nodes;
          skip += page.nodes.length;
          if (!page.hasMore || !page.nodes.length) break;
        }
      }
    }
  }
}
