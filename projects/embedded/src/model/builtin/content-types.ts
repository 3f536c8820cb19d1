import type { ClassDefinition } from '../definition.js';
import { fileName, property, type } from './declare.js';

/** Names and rules that a stock ACS 25.3 declares, as far as this repository offers them. */
export const contentTypes: readonly ClassDefinition[] = [
  type({ name: 'cm:authority', title: 'Alfresco Authority Abstract Type', parent: 'sys:base', model: 'cm:contentmodel', mandatoryAspects: ['sys:referenceable', 'sys:localized'] }),
  type({ name: 'cm:authorityContainer', title: 'Alfresco Authority Type', parent: 'cm:authority', model: 'cm:contentmodel', container: true, associations: [
      { name: 'cm:member', child: true, protected: false, source: { cls: 'cm:authorityContainer', many: true, mandatory: false }, target: { cls: 'cm:authority', many: true, mandatory: false, enforced: false } },
    ], properties: [
      property('cm:authorityDisplayName', 'd:text'),
      property('cm:authorityName', 'd:text'),
    ] }),
  type({ name: 'cm:category', title: 'Category', description: 'Category', parent: 'cm:cmobject', model: 'cm:contentmodel', container: true, associations: [
      { name: 'cm:subcategories', title: 'Categories', description: 'Sub-categories within Category', child: true, protected: false, source: { cls: 'cm:category', many: true, mandatory: false }, target: { cls: 'cm:category', many: true, mandatory: false, enforced: false } },
    ] }),
  type({ name: 'cm:category_root', title: 'Category Root', description: 'Root Category', parent: 'cm:cmobject', model: 'cm:contentmodel', container: true, mandatoryAspects: ['sys:aspect_root'], associations: [
      { name: 'cm:categories', title: 'Categories', description: 'Categories within Category Root', child: true, protected: false, source: { cls: 'cm:category_root', many: true, mandatory: false }, target: { cls: 'cm:category', many: true, mandatory: false, enforced: false } },
    ] }),
  type({ name: 'cm:cmobject', title: 'Object', parent: 'sys:base', model: 'cm:contentmodel', mandatoryAspects: ['cm:auditable', 'sys:referenceable', 'sys:localized'], properties: [
      property('cm:name', 'd:text', { title: 'Name', description: 'Name', mandatory: true, enforced: true, constraints: [fileName] }),
    ] }),
  type({ name: 'cm:content', title: 'Content', description: 'Base Content Object', parent: 'cm:cmobject', model: 'cm:contentmodel', archive: true }),
  type({ name: 'cm:dictionaryModel', title: 'Dictionary Model', parent: 'cm:content', model: 'cm:contentmodel', archive: true, properties: [
      property('cm:modelName', 'd:qname', { title: 'Model name', protected: true }),
      property('cm:modelAuthor', 'd:text', { title: 'Author', protected: true }),
      property('cm:modelActive', 'd:boolean', { title: 'Model Active', defaultValue: 'false' }),
      property('cm:modelPublishedDate', 'd:date', { title: 'Published Date', protected: true }),
      property('cm:modelDescription', 'd:text', { title: 'Description', protected: true }),
      property('cm:modelVersion', 'd:text', { title: 'Version', protected: true }),
    ] }),
  type({ name: 'cm:folder', title: 'Folder', description: 'Folder', parent: 'cm:cmobject', model: 'cm:contentmodel', container: true, archive: true, associations: [
      { name: 'cm:contains', title: 'Contains', description: 'Contains', child: true, protected: false, source: { cls: 'cm:folder', many: true, mandatory: false }, target: { cls: 'sys:base', many: true, mandatory: false, enforced: false } },
    ] }),
  type({ name: 'cm:link', title: 'Link Object', parent: 'cm:cmobject', model: 'cm:contentmodel', properties: [
      property('cm:destination', 'd:noderef', { title: 'Link Destination', mandatory: true }),
    ] }),
  type({ name: 'cm:person', title: 'Person', description: 'Person', parent: 'cm:authority', model: 'cm:contentmodel', associations: [
      { name: 'cm:avatar', title: 'Avatar', description: 'The person\'s avatar image', child: false, protected: false, source: { cls: 'cm:person', many: false, mandatory: false }, target: { cls: 'cm:content', many: false, mandatory: false, enforced: false } },
    ], properties: [
      property('cm:presenceProvider', 'd:text', { title: 'Presense Provider', description: 'Presense Provider' }),
      property('cm:email', 'd:text', { title: 'E-mail Address', description: 'The person\'s e-mail address' }),
      property('cm:homeFolder', 'd:noderef', { title: 'Home Folder', description: 'The person\'s home folder', mandatory: true }),
      property('cm:middleName', 'd:text', { title: 'Middle Name', description: 'The person\'s middle name' }),
      property('cm:jobtitle', 'd:text', { title: 'Job Title', description: 'The person\'s job title' }),
      property('cm:presenceUsername', 'd:text', { title: 'Presense User Name', description: 'Presense User Name' }),
      property('cm:location', 'd:text', { title: 'Location', description: 'The person\'s location' }),
      property('cm:mobile', 'd:text', { title: 'Mobile', description: 'The person\'s mobile telephone number' }),
      property('cm:userName', 'd:text', { title: 'User Name', description: 'The person\'s user name', mandatory: true }),
      property('cm:homeFolderProvider', 'd:text', { title: 'Home Folder Provider', description: 'Home Folder Provider' }),
      property('cm:skype', 'd:text', { title: 'Skype', description: 'The person\'s Skype user id' }),
      property('cm:companyaddress1', 'd:text', { title: 'Address', description: 'First line of person\'s company address' }),
      property('cm:telephone', 'd:text', { title: 'Telephone', description: 'The person\'s telephone number' }),
      property('cm:sizeQuota', 'd:long', { title: 'Quota', description: 'The maximum amount of disk space the person can use', protected: true }),
      property('cm:instantmsg', 'd:text', { title: 'IM', description: 'The person\'s instant messaging user id' }),
      property('cm:companypostcode', 'd:text', { title: 'Post Code', description: 'The person\'s company post code' }),
      property('cm:companyaddress3', 'd:text', { title: 'Address Line 3', description: 'Third line of person\'s company address' }),
      property('cm:googleusername', 'd:text', { title: 'Google User Name', description: 'The person\'s Google user name' }),
      property('cm:subscriptionsPrivate', 'd:boolean'),
      property('cm:lastName', 'd:text', { title: 'Last Name', description: 'The person\'s last name', mandatory: true }),
      property('cm:defaultHomeFolderPath', 'd:text', { title: 'Home Folder Path', description: 'Path to the Person\'s home folder' }),
      property('cm:organizationId', 'd:text', { title: 'Organization Id', description: 'The person\'s organization id' }),
      property('cm:companytelephone', 'd:text', { title: 'Telephone', description: 'The person\'s company telephone number' }),
      property('cm:companyemail', 'd:text', { title: 'Email', description: 'The person\'s company email address' }),
      property('cm:persondescription', 'd:content', { title: 'Summary', description: 'The person\'s summary' }),
      property('cm:emailFeedDisabled', 'd:boolean'),
      property('cm:companyaddress2', 'd:text', { title: 'Address Line 2', description: 'Second line of person\'s company address' }),
      property('cm:sizeCurrent', 'd:long', { title: 'Usage', description: 'The amount of disk space the person is using', mandatory: true, enforced: true, protected: true }),
      property('cm:organization', 'd:text', { title: 'Company', description: 'The person\'s company' }),
      property('cm:companyfax', 'd:text', { title: 'Fax', description: 'The person\'s company fax number' }),
      property('cm:userStatus', 'd:text', { title: 'Status', description: 'The person\'s current status' }),
      property('cm:emailFeedId', 'd:long', { title: 'Email Feed Id', description: 'The id of the person\'s email feed id', protected: true }),
      property('cm:userStatusTime', 'd:datetime', { title: 'Status Time', description: 'The time the person\'s status was last updated' }),
      property('cm:firstName', 'd:text', { title: 'First Name', description: 'The person\'s first name', mandatory: true }),
    ] }),
  type({ name: 'cm:rating', title: 'Rating', parent: 'sys:base', model: 'cm:contentmodel', includedInSupertypeQuery: false, mandatoryAspects: ['sys:referenceable', 'sys:localized'], properties: [
      property('cm:ratingScore', 'd:float', { title: 'Rating', mandatory: true }),
      property('cm:ratingScheme', 'd:text', { title: 'Rating Scheme', mandatory: true }),
      property('cm:ratedAt', 'd:datetime', { title: 'Rated at', mandatory: true }),
    ] }),
  type({ name: 'cm:savedquery', title: 'Saved Query', description: 'Saved Query', parent: 'cm:content', model: 'cm:contentmodel', archive: true }),
  type({ name: 'cm:systemfolder', title: 'System Folder', description: 'Folder for containing system-level items', parent: 'cm:folder', model: 'cm:contentmodel', container: true, archive: true }),
  type({ name: 'cm:thumbnail', title: 'Thumbnail', parent: 'cm:content', model: 'cm:contentmodel', includedInSupertypeQuery: false, properties: [
      property('cm:contentPropertyName', 'd:qname', { title: 'Thumbnailed Content Property Name', mandatory: true }),
      property('cm:thumbnailName', 'd:text', { title: 'Thumbnail Name' }),
    ] }),
  type({ name: 'cm:zone', title: 'Alfresco Authentication Zone Type', parent: 'cm:cmobject', model: 'cm:contentmodel', container: true, associations: [
      { name: 'cm:inZone', child: true, protected: false, source: { cls: 'cm:zone', many: true, mandatory: false }, target: { cls: 'cm:authority', many: true, mandatory: false, enforced: false } },
    ] }),
];
