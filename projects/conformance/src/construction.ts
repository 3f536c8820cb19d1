/*
 * What a repository may answer otherwise without being another kind of repository: because other people, groups, and models live there, because a server is of
 * another version, or because nothing says in which order or with which number. Everything else is compared as it was recorded.
 */

/** The model that the recordings deploy; a replay gives it a prefix of its own. */
export const exampleModel = { prefix: 'gec' };

/** After this one the recorder put the root folder's name back without recording it; a replay does, too. */
export const renamesRoot = 'update-root-rename';

/**
 * `never`: not looked at. `kind`: of the same kind. `shape`: the first of each list has the same fields of the same kinds. `anyOrder`: the same things in whatever order.
 * `among`: the recorded things are there, others may be too. `population`: whichever of the recorded things are there are compared; a page may hold others.
 * `sample`: the same, and as many of the same shape.
 */
export type Latitude = 'never' | 'kind' | 'shape' | 'anyOrder' | 'among' | 'population' | 'sample';

export interface Rule {
  readonly why: string;
  /** Which exchanges: their ids, or what they ask (`POST /path?query {body}`, template). Absent: all. */
  readonly exchanges?: readonly string[];
  readonly asks?: RegExp;
  /** Where in the body, as `$.list.entries[].entry.name`. */
  readonly at: RegExp;
  readonly allow: Latitude;
}

export const rules: readonly Rule[] = [
  { why: 'a number of the log, a trace', at: /\.error\.(logId|stackTrace|descriptionURL)$/, allow: 'never' },
  { why: 'begins with a running number, then says in words what errorKey says', at: /\.error\.briefSummary$/, allow: 'kind' },
  { why: 'guessed from each content', at: /\.(encoding|cm:content\.encoding)$/, allow: 'never' },
  { why: 'sets of Java’s come in the order of their hashes', at: /\.(aspectNames|allowableOperations|capabilities|zones|parentIds|mandatoryAspects|settable|roles|allowedActions|permissions\.inherited|permissions\.locallySet)$/, allow: 'anyOrder' },
  { why: 'parents are kept in a hash of their links’ numbers', asks: /^GET .*\/nodes\/[^/]+\/parents/, at: /^\$\.list\.entries$/, allow: 'anyOrder' },
  { why: 'a bulk operation adds by several threads at once', exchanges: ['hold-children-2'], at: /^\$\.list\.entries$/, allow: 'anyOrder' },
  { why: 'definitions are listed in no order', asks: /\/(types|aspects)(\/|\?| )/, at: /\.(properties|associations|constraints|allowedValues)$/, allow: 'anyOrder' },
  { why: 'definitions are listed in no order', at: /\.definition\.properties$/, allow: 'anyOrder' },
  { why: 'terms side by side are alternatives: most of what the repository holds is found', exchanges: ['afts-not-minus'], at: /^\$\.list\.(entries|pagination\.(count|totalItems|hasMoreItems))$/, allow: 'kind' },
  { why: 'which part of an unordered result comes first is not determined', asks: /^POST \S*\/search\/versions\/1\/search \{(?!.*("sort"|ORDER BY)).*"(maxItems|permissionEvaluationCount)"/, at: /^\$\.list\.entries$/, allow: 'sample' },
  { why: 'a search that is not asked for an order has none, nor has one by a property of many values', asks: /^POST \S*\/search\/versions\/1\/search \{((?!.*("sort"|ORDER BY))|.*"field":"[^"]*:keywords")/, at: /^\$\.list\.entries$/, allow: 'anyOrder' },
  { why: 'the order asked for is unknown', exchanges: ['children-order-bad'], at: /^\$\.list\.entries$/, allow: 'anyOrder' },

  { why: 'a server of another version', asks: /\/api\/(discovery|server)/, at: /\.(version|versionMin|versionMax|installDate|schema)$/, allow: 'shape' },
  { why: 'which services are switched on is the server’s configuration', asks: /\/api\/discovery/, at: /\.repository\.status\./, allow: 'kind' },
  { why: 'other people and groups live there', asks: /^GET [^?]*\/(people|groups)(\?| )/, at: /\.pagination\.(totalItems|count|hasMoreItems)$/, allow: 'kind' },
  { why: 'other people and groups live there', asks: /^GET [^?]*\/(people|groups)(\?| )/, at: /^\$\.list\.entries$/, allow: 'population' },
  { why: 'the recorded server, without an index, listed no members of a group, though membership was there (the person’s groups list it)', exchanges: ['group-members', 'group-members-where', 'group-members-order'], at: /^\$\.list$/, allow: 'never' },
  { why: 'which types and aspects there are besides depends on the server’s version and modules', exchanges: ['types-parent', 'types-page', 'types-include-bad', 'types-order', 'aspects-page'], at: /\.pagination\.totalItems$/, allow: 'kind' },
  { why: 'which types and aspects there are besides depends on the server’s version and modules', exchanges: ['types-parent', 'types-page', 'types-include-bad', 'types-order', 'aspects-page'], at: /^\$\.list\.entries$/, allow: 'population' },
  { why: 'what is put into a folder modifies it, but only once a second: a matter of pace', at: /\.target\.folder\.(modifiedBy|modifiedAt|modifiedByUser\.(id|displayName))$/, allow: 'kind' },
  { why: 'what is put into a folder modifies it, but only once a second: a matter of pace', exchanges: ['root-children'], at: /\.entry\.modified(At|ByUser\.(id|displayName))$/, allow: 'kind' },
  { why: 'everybody’s doings are in the audit log, from the server’s start', asks: /\/audit-(applications|entries)/, at: /\.(pagination\.totalItems|maxEntryId|minEntryId)$/, allow: 'kind' },
  { why: 'everybody’s doings are in the audit log, from the server’s start', asks: /\/audit-entries/, at: /^\$\.list\.entries$/, allow: 'sample' },
  { why: 'everybody’s doings are in the audit log, from the server’s start', asks: /\/audit-entries/, at: /\.entry\.id$/, allow: 'kind' },
  { why: 'how long it took', at: /\.durationInMs$/, allow: 'kind' },
  { why: 'the transaction that a search has seen', at: /\.lastTxId$/, allow: 'kind' },
  { why: 'a date in words', asks: /\/alfresco\/s\//, at: /^\$\.time$/, allow: 'kind' },
];

const shared = ['root-children', 'deleted-list', 'model-existing', 'types-namespace', 'types-not-namespace', 'afts-eq-title', 'afts-scope-deleted', 'sites-list', 'favs', 'favs-where-or', 'favorite-sites', 'fileplan-roles-where', 'cats', 'unfiled-children', 'holds', 'rm-user-cats', 'x-transfers', 'x-transfers-all', 'y-transfers-all'];

/** What differs besides on a repository that was used before: the recordings were made on one that had just begun. */
export const rulesInUse: readonly Rule[] = [
  { why: 'other things live in the same place', exchanges: shared, at: /\.pagination\.(totalItems|count|hasMoreItems)$/, allow: 'kind' },
  { why: 'other things live in the same place', exchanges: shared, at: /^\$\.list\.entries$/, allow: 'population' },
  { why: 'people have been at work in the folders that every repository has', exchanges: ['get-root-', 'get-my-', 'get-shared-', 'get-root-as-user', 'root-relativePath', 'models-folder'], at: /\.modified(At|ByUser\.(id|displayName))$/, allow: 'kind' },
  { why: 'groups may have been put into one another', exchanges: ['groups-list-zone', 'groups-list-root'], at: /\.isRoot$/, allow: 'kind' },
  { why: 'other records are kept, other events and properties were made', exchanges: ['fileplan', 'fileplan-roles', 'rm-events', 'rm-listofvalues', 'custom-properties'], at: /^\$\.(entry\.properties|list\.entries\[\]\.entry\.(assignedGroups|assignedUsers)|data(\.customProperties)?|data\.events\.items)$/, allow: 'kind' },
];
