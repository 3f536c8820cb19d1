/** A small mail model for specs; `status` values, extra members of the type, and aspects can be given. */
export const mailModel = (given: { statuses?: readonly string[]; properties?: string; aspects?: string; version?: string } = {}): string => `<?xml version="1.0" encoding="UTF-8"?>
<model name="spec:model" xmlns="http://www.alfresco.org/model/dictionary/1.0">
  <author>Spec</author><version>${given.version ?? '1.0'}</version>
  <imports><import uri="http://www.alfresco.org/model/dictionary/1.0" prefix="d"/><import uri="http://www.alfresco.org/model/content/1.0" prefix="cm"/></imports>
  <namespaces><namespace uri="http://example.org/spec/1.0" prefix="spec"/></namespaces>
  <constraints>
    <constraint name="spec:statuses" type="LIST"><parameter name="allowedValues"><list>${(given.statuses ?? ['new', 'closed']).map((one) => `<value>${one}</value>`).join('')}</list></parameter></constraint>
  </constraints>
  <types>
    <type name="spec:correspondence"><title>Correspondence</title><parent>cm:folder</parent>
      <properties>${given.properties ?? `
        <property name="spec:chrono"><type>d:text</type><constraints><constraint type="REGEX"><parameter name="expression"><value>[AD]-[0-9]{4}-[0-9]{6}</value></parameter></constraint></constraints></property>
        <property name="spec:status"><type>d:text</type><default>new</default><constraints><constraint ref="spec:statuses"/></constraints></property>
        <property name="spec:pages"><type>d:int</type><constraints><constraint type="MINMAX"><parameter name="minValue"><value>1</value></parameter><parameter name="maxValue"><value>500</value></parameter></constraint></constraints></property>
        <property name="spec:received"><type>d:datetime</type></property>
        <property name="spec:due"><type>d:date</type></property>
        <property name="spec:urgent"><type>d:boolean</type></property>
        <property name="spec:keywords"><type>d:text</type><multiple>true</multiple></property>
        <property name="spec:code"><type>d:text</type><constraints><constraint type="LENGTH"><parameter name="minLength"><value>2</value></parameter><parameter name="maxLength"><value>4</value></parameter></constraint></constraints></property>`}
      </properties>
      <mandatory-aspects><aspect>spec:traced</aspect></mandatory-aspects>
    </type>
    <type name="spec:incoming"><title>Incoming</title><parent>spec:correspondence</parent></type>
  </types>
  <aspects>
    <aspect name="spec:traced"><properties><property name="spec:trace"><type>d:text</type></property></properties></aspect>
    ${given.aspects ?? '<aspect name="spec:registered"><properties><property name="spec:number"><type>d:text</type><mandatory enforced="true">true</mandatory></property></properties></aspect>'}
  </aspects>
</model>`;
