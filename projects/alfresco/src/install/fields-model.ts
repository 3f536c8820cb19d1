import { dataTypes, fieldPrefix, fieldsAspect, propertyOf, type CustomField } from '@bannette/domain';

/** File in Data Dictionary/Models that holds the authority's own fields. */
export const fieldsModelFile = 'gecFieldsModel.xml';
export const fieldsModelName = `${fieldPrefix}:model`;

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** A number, a day or yes and no are worth a facet; words of people aren't. */
const faceted = ['number', 'date', 'yesNo', 'list', 'multiList'];
const tokenised = { text: 'both', longText: 'true' } as const;

function propertyXml({ key, type, label }: CustomField): string {
  return `        <property name="${propertyOf(key)}">
          <title>${escaped(label.fr)}</title>
          <type>${dataTypes[type]}</type>
          <multiple>${type === 'multiList'}</multiple>
          <index enabled="true"><tokenised>${type === 'text' || type === 'longText' ? tokenised[type] : 'false'}</tokenised><facetable>${faceted.includes(type)}</facetable></index>
        </property>
`;
}

/**
 * The content model of the authority's custom fields, retired ones too: one aspect, with a property each and no constraints,
 * so that it only ever grows. Undefined where there are none.
 */
export function fieldsModel(fields: readonly CustomField[]): string | undefined {
  if (!fields.length) return undefined;
  return `<?xml version="1.0" encoding="UTF-8"?>
<!-- Made by bannette install and bannette upgrade from the custom fields of the settings: changes by hand are lost. -->
<model name="${fieldsModelName}" xmlns="http://www.alfresco.org/model/dictionary/1.0">
  <description>Champs propres du courrier (Bannette)</description>
  <author>Bannette</author>
  <version>1.0</version>
  <imports>
    <import uri="http://www.alfresco.org/model/dictionary/1.0" prefix="d"/>
    <import uri="http://www.alfresco.org/model/content/1.0" prefix="cm"/>
  </imports>
  <namespaces>
    <namespace uri="http://www.bannette.org/model/gec-fields/1.0" prefix="${fieldPrefix}"/>
  </namespaces>
  <aspects>
    <aspect name="${fieldsAspect}">
      <title>Champs propres</title>
      <properties>
${fields.map(propertyXml).join('')}      </properties>
    </aspect>
  </aspects>
</model>
`;
}
