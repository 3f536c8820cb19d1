import type { ClassDefinition } from '../definition.js';
import { aspect, property } from './declare.js';

/** Names and rules that a stock ACS 25.3 declares, as far as this repository offers them. */
export const contentAspects: readonly ClassDefinition[] = [
  aspect({ name: 'cm:attachable', title: 'Attachable', description: 'Allows other repository objects to be attached', model: 'cm:contentmodel', associations: [
      { name: 'cm:attachments', title: 'Attachments', description: 'Attached repository objects', child: false, protected: false, source: { cls: 'cm:attachable', many: true, mandatory: false }, target: { cls: 'cm:cmobject', many: true, mandatory: false, enforced: false } },
    ] }),
  aspect({ name: 'cm:auditable', title: 'Auditable', description: 'Auditable', model: 'cm:contentmodel', properties: [
      property('cm:creator', 'd:text', { title: 'Creator', description: 'Who created this item', mandatory: true, enforced: true, protected: true }),
      property('cm:created', 'd:datetime', { title: 'Created Date', description: 'Created Date', mandatory: true, enforced: true, protected: true }),
      property('cm:modifier', 'd:text', { title: 'Modifier', description: 'Who last modified this item', mandatory: true, enforced: true, protected: true }),
      property('cm:modified', 'd:datetime', { title: 'Modified Date', description: 'When this item was last modified', mandatory: true, enforced: true, protected: true }),
      property('cm:accessed', 'd:datetime', { title: 'Last Accessed Date', description: 'When this item was last accessed', protected: true }),
    ] }),
  aspect({ name: 'cm:author', title: 'Author', description: 'Author', model: 'cm:contentmodel', properties: [
      property('cm:author', 'd:text', { title: 'Author', description: 'Author' }),
    ] }),
  aspect({ name: 'cm:checkedOut', title: 'Checked Out', model: 'cm:contentmodel', mandatoryAspects: ['cm:lockable'], associations: [
      { name: 'cm:workingcopylink', child: false, protected: false, source: { cls: 'cm:checkedOut', many: false, mandatory: true }, target: { cls: 'cm:workingcopy', many: false, mandatory: true, enforced: true } },
    ] }),
  aspect({ name: 'cm:classifiable', title: 'Classifiable', description: 'Classifiable', model: 'cm:contentmodel' }),
  aspect({ name: 'cm:cmisCreatedCheckedOut', title: 'CMIS Created Checked Out', model: 'cm:contentmodel' }),
  aspect({ name: 'cm:complianceable', title: 'Complianceable', description: 'Complianceable', model: 'cm:contentmodel', mandatoryAspects: ['cm:auditable'], properties: [
      property('cm:removeAfter', 'd:datetime', { title: 'Remove After', description: 'Remove After' }),
    ] }),
  aspect({ name: 'cm:copiedfrom', title: 'Copied From', model: 'cm:contentmodel', associations: [
      { name: 'cm:original', child: false, protected: false, source: { cls: 'cm:copiedfrom', many: true, mandatory: false }, target: { cls: 'cm:cmobject', many: false, mandatory: false, enforced: false } },
    ] }),
  aspect({ name: 'cm:countable', title: 'Countable', description: 'Countable', model: 'cm:contentmodel', properties: [
      property('cm:hits', 'd:int', { title: 'Hits', description: 'Hits' }),
      property('cm:counter', 'd:int'),
    ] }),
  aspect({ name: 'cm:dublincore', title: 'Dublin Core', description: 'Dublin Core', parent: 'cm:titled', model: 'cm:contentmodel', mandatoryAspects: ['cm:auditable', 'cm:author'], properties: [
      property('cm:rights', 'd:text', { title: 'Rights', description: 'Rights' }),
      property('cm:type', 'd:text', { title: 'Type', description: 'Type' }),
      property('cm:coverage', 'd:text', { title: 'Coverage', description: 'Coverage' }),
      property('cm:publisher', 'd:text', { title: 'Publisher', description: 'Publisher' }),
      property('cm:identifier', 'd:text', { title: 'Identifier', description: 'Identifier' }),
      property('cm:dcsource', 'd:text', { title: 'Source', description: 'Source' }),
      property('cm:contributor', 'd:text', { title: 'Contributor', description: 'Contributor' }),
      property('cm:subject', 'd:text', { title: 'Subject', description: 'Subject' }),
    ] }),
  aspect({ name: 'cm:effectivity', title: 'Effectivity', description: 'Effectivity', model: 'cm:contentmodel', properties: [
      property('cm:to', 'd:datetime', { title: 'Effective To', description: 'Effective To' }),
      property('cm:from', 'd:datetime', { title: 'Effective From', description: 'Effective From' }),
    ] }),
  aspect({ name: 'cm:emailed', title: 'Emailed', description: 'Emailed', model: 'cm:contentmodel', properties: [
      property('cm:addressee', 'd:text', { title: 'To', description: 'To' }),
      property('cm:sentdate', 'd:datetime', { title: 'Sent Date', description: 'Sent Date' }),
      property('cm:addressees', 'd:text', { title: 'All Recipients', description: 'All Recipients', multiple: true }),
      property('cm:originator', 'd:text', { title: 'From', description: 'From' }),
      property('cm:subjectline', 'd:text', { title: 'Subject', description: 'Subject' }),
    ] }),
  aspect({ name: 'cm:failedThumbnailSource', title: 'Failed Thumbnail Source', model: 'cm:contentmodel', container: true, associations: [
      { name: 'cm:failedThumbnail', child: true, protected: false, source: { cls: 'cm:failedThumbnailSource', many: false, mandatory: false }, target: { cls: 'cm:failedThumbnail', many: true, mandatory: false, enforced: false } },
    ] }),
  aspect({ name: 'cm:fiveStarRatingSchemeRollups', title: 'Five star rating scheme rollups', model: 'cm:contentmodel', properties: [
      property('cm:fiveStarRatingSchemeCount', 'd:int', { title: 'Five Star Rating Scheme ratings count' }),
      property('cm:fiveStarRatingSchemeTotal', 'd:float', { title: 'Five Star Rating Scheme ratings total' }),
    ] }),
  aspect({ name: 'cm:generalclassifiable', title: 'Classifiable', description: 'Classifiable', parent: 'cm:classifiable', model: 'cm:contentmodel', properties: [
      property('cm:categories', 'd:category', { title: 'Categories', description: 'Categories', multiple: true }),
    ] }),
  aspect({ name: 'cm:geographic', title: 'Geographic', description: 'Geographic', model: 'cm:contentmodel', properties: [
      property('cm:latitude', 'd:double', { title: 'Latitude', description: 'Latitude' }),
      property('cm:longitude', 'd:double', { title: 'Longitude', description: 'Longitude' }),
    ] }),
  aspect({ name: 'cm:indexControl', title: 'Index Control', description: 'Control Index Behaviour', model: 'cm:contentmodel', properties: [
      property('cm:isIndexed', 'd:boolean', { title: 'Is Indexed', description: 'Is the node indexed and can be found via search.', defaultValue: 'true' }),
      property('cm:isContentIndexed', 'd:boolean', { title: 'Is Content Indexed', description: 'Are the node\'s d:content properties indexed?', defaultValue: 'true' }),
    ] }),
  aspect({ name: 'cm:likesRatingSchemeRollups', title: 'Likes rating scheme rollups', model: 'cm:contentmodel', properties: [
      property('cm:likesRatingSchemeTotal', 'd:float', { title: 'Likes Rating Scheme ratings total' }),
      property('cm:likesRatingSchemeCount', 'd:int', { title: 'Likes Rating Scheme ratings count' }),
    ] }),
  aspect({ name: 'cm:localizable', title: 'Localizable', description: 'Localizable', model: 'cm:contentmodel', properties: [
      property('cm:locale', 'd:category', { title: 'Locale', description: 'Locale' }),
    ] }),
  aspect({ name: 'cm:lockable', title: 'Lockable', description: 'Lockable', model: 'cm:contentmodel', properties: [
      property('cm:lockIsDeep', 'd:boolean', { title: 'Deep Lock', description: 'Deep Lock', protected: true }),
      property('cm:lockType', 'd:text', { title: 'Lock Type', description: 'Lock Type', protected: true }),
      property('cm:expiryDate', 'd:date', { title: 'Expiry Date', description: 'Expiry Date', protected: true }),
      property('cm:lockOwner', 'd:text', { title: 'Lock Owner', description: 'Lock Owner', protected: true }),
      property('cm:lockLifetime', 'd:text', { title: 'Lock Lifetime', description: 'Lock Lifetime', protected: true }),
      property('cm:lockAdditionalInfo', 'd:text', { protected: true }),
    ] }),
  aspect({ name: 'cm:ownable', title: 'Ownable', description: 'Ownable', model: 'cm:contentmodel', properties: [
      property('cm:owner', 'd:text', { title: 'Owner', description: 'Owner' }),
    ] }),
  aspect({ name: 'cm:partable', title: 'Partable', description: 'Partable', model: 'cm:contentmodel', associations: [
      { name: 'cm:parts', title: 'Parts', description: 'Parts', child: false, protected: false, source: { cls: 'cm:partable', many: true, mandatory: false }, target: { cls: 'cm:content', many: true, mandatory: false, enforced: false } },
    ] }),
  aspect({ name: 'cm:personDisabled', title: 'Person Disabled', description: 'Indicates that a cm:person type has been disabled.', model: 'cm:contentmodel' }),
  aspect({ name: 'cm:preferences', title: 'Preferences', model: 'cm:contentmodel', container: true, associations: [
      { name: 'cm:preferenceImage', child: true, protected: false, source: { cls: 'cm:preferences', many: false, mandatory: false }, target: { cls: 'cm:content', many: false, mandatory: false, enforced: false } },
    ], properties: [
      property('cm:preferenceValues', 'd:content'),
    ] }),
  aspect({ name: 'cm:projectsummary', title: 'Project Summary', model: 'cm:contentmodel', properties: [
      property('cm:summaryWebscript', 'd:text', { title: 'Project Summary Webscript' }),
    ] }),
  aspect({ name: 'cm:rateable', title: 'Rateable', model: 'cm:contentmodel', container: true, associations: [
      { name: 'cm:ratings', child: true, protected: false, source: { cls: 'cm:rateable', many: false, mandatory: false }, target: { cls: 'cm:rating', many: true, mandatory: false, enforced: false } },
    ] }),
  aspect({ name: 'cm:referencesnode', title: 'References Node', model: 'cm:contentmodel', properties: [
      property('cm:noderef', 'd:noderef', { title: 'Node Reference', mandatory: true }),
    ] }),
  aspect({ name: 'cm:referencing', title: 'Referencing', description: 'Referencing', model: 'cm:contentmodel', associations: [
      { name: 'cm:references', title: 'References', description: 'References', child: false, protected: false, source: { cls: 'cm:referencing', many: true, mandatory: false }, target: { cls: 'cm:content', many: true, mandatory: false, enforced: false } },
    ] }),
  aspect({ name: 'cm:replaceable', title: 'Replacable', model: 'cm:contentmodel', associations: [
      { name: 'cm:replaces', title: 'Replaces', description: 'Replaces', child: false, protected: false, source: { cls: 'cm:replaceable', many: true, mandatory: false }, target: { cls: 'cm:content', many: true, mandatory: false, enforced: false } },
    ] }),
  aspect({ name: 'cm:storeSelector', title: 'ContentStore Selector', model: 'cm:contentmodel', properties: [
      property('cm:storeName', 'd:text', { title: 'Store Name', mandatory: true }),
    ] }),
  aspect({ name: 'cm:subscribable', title: 'Subscribable', description: 'Subscribable', model: 'cm:contentmodel', associations: [
      { name: 'cm:subscribedBy', title: 'Subscribed By', description: 'Subscribed By', child: false, protected: false, source: { cls: 'cm:subscribable', many: true, mandatory: false }, target: { cls: 'cm:person', many: true, mandatory: false, enforced: false } },
    ] }),
  aspect({ name: 'cm:summarizable', title: 'Summarizable', description: 'Summarizable', model: 'cm:contentmodel', properties: [
      property('cm:summary', 'd:text', { title: 'Summary', description: 'Summary' }),
    ] }),
  aspect({ name: 'cm:syndication', title: 'Content syndication', model: 'cm:contentmodel', properties: [
      property('cm:published', 'd:datetime', { title: 'Published' }),
      property('cm:updated', 'd:datetime', { title: 'Updated' }),
    ] }),
  aspect({ name: 'cm:taggable', title: 'Taggable', description: 'Taggable', parent: 'cm:classifiable', model: 'cm:contentmodel', properties: [
      property('cm:taggable', 'd:category', { title: 'Tags', description: 'Tags', multiple: true }),
    ] }),
  aspect({ name: 'cm:tagscope', title: 'Tag Scope', model: 'cm:contentmodel', properties: [
      property('cm:tagScopeSummary', 'd:text', { title: 'Tag Summary', description: 'Tag Summary', multiple: true, protected: true }),
      property('cm:tagScopeCache', 'd:content', { title: 'Tags', protected: true }),
    ] }),
  aspect({ name: 'cm:templatable', title: 'Templatable', description: 'Templatable', model: 'cm:contentmodel', properties: [
      property('cm:template', 'd:noderef', { title: 'Template', description: 'Template' }),
    ] }),
  aspect({ name: 'cm:thumbnailModification', title: 'Thumbnail Modification Data', model: 'cm:contentmodel', properties: [
      property('cm:lastThumbnailModification', 'd:text', { title: 'Last thumbnail modifcation data', multiple: true }),
    ] }),
  aspect({ name: 'cm:thumbnailed', title: 'Thumbnailed', parent: 'rn:renditioned', model: 'cm:contentmodel', container: true, properties: [
      property('cm:automaticUpdate', 'd:boolean', { title: 'Automatic Update', mandatory: true, defaultValue: 'true' }),
    ] }),
  aspect({ name: 'cm:titled', title: 'Titled', description: 'Titled', model: 'cm:contentmodel', properties: [
      property('cm:title', 'd:mltext', { title: 'Title', description: 'Content Title' }),
      property('cm:description', 'd:mltext', { title: 'Description', description: 'Content Description' }),
    ] }),
  aspect({ name: 'cm:transformable', title: 'Transformable', description: 'Transformable', model: 'cm:contentmodel', associations: [
      { name: 'cm:formats', title: 'Formats', description: 'Transformed Items', child: false, protected: false, source: { cls: 'cm:transformable', many: false, mandatory: false }, target: { cls: 'cm:content', many: true, mandatory: false, enforced: false } },
    ] }),
  aspect({ name: 'cm:translatable', title: 'Translatable', description: 'Translatable', parent: 'cm:localizable', model: 'cm:contentmodel', associations: [
      { name: 'cm:translations', title: 'Translations', description: 'Translations', child: false, protected: false, source: { cls: 'cm:translatable', many: false, mandatory: false }, target: { cls: 'cm:content', many: true, mandatory: false, enforced: false } },
    ] }),
  aspect({ name: 'cm:versionable', title: 'Versionable', description: 'Versionable', model: 'cm:contentmodel', properties: [
      property('cm:autoVersionOnUpdateProps', 'd:boolean', { title: 'Auto Version - on update properties only', defaultValue: 'false' }),
      property('cm:versionLabel', 'd:text', { title: 'Version Label', description: 'Version Label', protected: true }),
      property('cm:autoVersion', 'd:boolean', { title: 'Auto Version', description: 'Auto Version', defaultValue: 'true' }),
      property('cm:versionType', 'd:text', { title: 'Version Type', protected: true }),
      property('cm:initialVersion', 'd:boolean', { title: 'Initial Version', description: 'Initial Version', defaultValue: 'true' }),
    ] }),
  aspect({ name: 'cm:workingcopy', title: 'Working Copy', description: 'Working Copy', model: 'cm:contentmodel', properties: [
      property('cm:workingCopyOwner', 'd:text', { title: 'Working Copy Owner', description: 'Working Copy Owner', mandatory: true, protected: true }),
      property('cm:workingCopyMode', 'd:text'),
      property('cm:workingCopyLabel', 'd:text', { protected: true }),
    ] }),
];
