/** What ADF 9 asks and what it reads of the answer, as its services say: held to where no recording is at hand. */
export interface Expected {
  readonly step: string;
  readonly method: string;
  /** As `withoutIds` writes it. */
  readonly asked: string;
  readonly status: number;
  /** Members that the answer must have, by path; `entries.0` is the first row. */
  readonly fields: readonly string[];
}

const tickets = '/alfresco/api/-default-/public/authentication/versions/1/tickets';
const node = ['entry.id', 'entry.name', 'entry.nodeType', 'entry.isFile', 'entry.isFolder', 'entry.createdAt', 'entry.modifiedAt', 'entry.createdByUser.displayName', 'entry.modifiedByUser.displayName', 'entry.allowableOperations'];
const page = ['list.pagination.count', 'list.pagination.hasMoreItems', 'list.pagination.totalItems', 'list.pagination.skipCount', 'list.pagination.maxItems'];
const row = (field: string): string => `list.entries.0.entry.${field}`;

export const expectations: readonly Expected[] = [
  { step: 'login with a wrong password', method: 'POST', asked: tickets, status: 403, fields: ['error.errorKey', 'error.statusCode', 'error.briefSummary'] },
  { step: 'login', method: 'POST', asked: tickets, status: 201, fields: ['entry.id', 'entry.userId'] },
  { step: 'login', method: 'GET', asked: '/alfresco/api/discovery', status: 200, fields: ['entry.repository.edition', 'entry.repository.version.major', 'entry.repository.version.display', 'entry.repository.status.isReadOnly', 'entry.repository.status.isQuickShareEnabled', 'entry.repository.status.isThumbnailGenerationEnabled', 'entry.repository.modules'] },
  { step: 'login', method: 'GET', asked: 'nodes/-my-?include=path,properties,allowableOperations,permissions,aspectNames', status: 200, fields: [...node, 'entry.path', 'entry.permissions.settable', 'entry.permissions.isInheritanceEnabled', 'entry.aspectNames'] },
  { step: 'login', method: 'GET', asked: 'nodes/-my-?include=allowableOperations', status: 200, fields: node },
  { step: 'login', method: 'GET', asked: 'nodes/-my-/children?include=path,properties,allowableOperations,permissions,aspectNames&includeSource=true&maxItems=25&orderBy=isFolder desc,name asc', status: 200, fields: [...page, row('id'), row('name'), row('isFolder'), row('path.elements'), row('allowableOperations'), row('permissions.isInheritanceEnabled'), row('aspectNames'), 'list.source.id'] },
  { step: 'open a PDF', method: 'GET', asked: 'nodes/ID?include=allowableOperations', status: 200, fields: [...node, 'entry.content.mimeType', 'entry.content.sizeInBytes', 'entry.properties'] },
  { step: 'open a PDF', method: 'GET', asked: 'nodes/ID/comments', status: 200, fields: page },
  { step: 'open a PDF', method: 'GET', asked: 'nodes/ID/content?alf_ticket=TICKET&attachment=false', status: 200, fields: [] },
  { step: 'comment', method: 'POST', asked: 'nodes/ID/comments', status: 201, fields: ['entry.id', 'entry.content', 'entry.createdAt', 'entry.createdBy.id', 'entry.createdBy.displayName'] },
  { step: 'versions', method: 'GET', asked: 'nodes/ID?include=path,properties,allowableOperations,permissions', status: 200, fields: [...node, 'entry.path.elements'] },
  { step: 'versions', method: 'GET', asked: 'nodes/ID/versions?maxItems=100&skipCount=0', status: 200, fields: [...page, row('id'), row('name'), row('modifiedAt'), row('modifiedByUser.displayName')] },
  { step: 'new version', method: 'PUT', asked: 'nodes/ID/content?include=allowableOperations&majorVersion=false&name=versions.pdf', status: 200, fields: [...node, 'entry.properties'] },
  { step: 'permissions', method: 'GET', asked: 'nodes/ID?include=path,properties,allowableOperations,permissions', status: 200, fields: [...node, 'entry.permissions.inherited', 'entry.permissions.settable'] },
  { step: 'search', method: 'POST', asked: '/alfresco/api/-default-/public/search/versions/1/search', status: 200, fields: page },
  { step: '-trashcan-', method: 'GET', asked: 'deleted-nodes?include=path,properties,allowableOperations,permissions,aspectNames&maxItems=25&skipCount=0', status: 200, fields: page },
  { step: '-favorites-', method: 'GET', asked: 'people/-me-/favorites?include=path,properties,allowableOperations,permissions,aspectNames&maxItems=25&skipCount=0&where=(EXISTS(target/file) OR EXISTS(target/folder))', status: 200, fields: page },
  { step: '-recent-', method: 'GET', asked: 'people/-me-', status: 200, fields: ['entry.id', 'entry.firstName', 'entry.email', 'entry.capabilities.isAdmin'] },
  { step: '-sites-', method: 'GET', asked: 'sites?maxItems=25&skipCount=0', status: 200, fields: page },
  { step: '-mysites-', method: 'GET', asked: 'people/-me-/sites?maxItems=25&skipCount=0', status: 200, fields: page },
  { step: '-sharedlinks-', method: 'GET', asked: 'shared-links?include=path,properties,allowableOperations,permissions,aspectNames&maxItems=25&skipCount=0', status: 200, fields: page },
];

/** Whether `path` leads to something in a body. */
export const holds = (body: unknown, path: string): boolean =>
  path.split('.').reduce<unknown>((at, step) => (typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[step] : undefined), body) !== undefined;
