import { titleAspects, without } from './titles.js';

describe('Titles of a node', () => {
  it('go with their aspect, in all languages, and no other aspect with them', () => {
    expect(without({ aspects: ['cm:versionable', 'cm:titled', 'cm:auditable'] }, titleAspects)).toEqual({ aspects: ['cm:versionable', 'cm:auditable'] });
  });

  it('are left where there are none, so that the node is not written to', () => {
    expect(without({ aspects: ['cm:versionable'] }, titleAspects)).toEqual({});
  });
});
