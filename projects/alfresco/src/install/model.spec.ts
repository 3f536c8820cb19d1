import { readFileSync } from 'node:fs';
import { gecProperties, Gec } from '../model.generated.js';
import { notAdditive, readModel } from './model.js';

const xml = readFileSync(new URL('../../../../alfresco-config/model/gecModel.xml', import.meta.url), 'utf8');

describe('the content model', () => {
  it('is what the constants were generated from', () => {
    const model = readModel(xml);
    expect(model.namespace).toBe(Gec.namespace);
    expect(model.classes.flatMap(({ properties }) => properties).sort()).toEqual(Object.keys(gecProperties).sort());
  });

  it('has no list constraints, which make nodes unwritable when a value goes', () => {
    expect(xml).not.toContain('<constraint');
  });

  it('keeps people off the documents, whose properties outlive every scrub', () => {
    const model = readModel(xml);
    const ofDocuments = model.classes.filter(({ name }) => ['gec:document', 'gec:digitised', 'gec:identified'].includes(name)).flatMap(({ properties }) => properties);
    expect(ofDocuments.sort()).toEqual(['gec:batch', 'gec:deposit', 'gec:documentRole', 'gec:entity', 'gec:id', 'gec:nature', 'gec:ocrConfidence', 'gec:ocrEngine', 'gec:pages', 'gec:position', 'gec:sha512']);
  });

  it('may grow', () => {
    const grown = xml.replace('</properties>', '<property name="gec:colour"><type>d:text</type></property></properties>');
    expect(grown).not.toBe(xml);
    expect(notAdditive(readModel(xml), readModel(grown))).toEqual([]);
    expect(notAdditive(readModel(grown), readModel(xml))).toEqual(['gec:colour']);
  });

  it('may not change a type, a parent or an association', () => {
    const changed = xml.replace('<type>d:int</type>', '<type>d:text</type>').replace('<class>gec:correspondence</class>', '<class>cm:content</class>').replace('<parent>cm:content</parent>', '<parent>cm:folder</parent>');
    expect(notAdditive(readModel(xml), readModel(changed))).toEqual(['gec:document', 'gec:replyTo']);
    expect(notAdditive(readModel(xml), readModel(xml.replace('<multiple>true</multiple>', '')))).toEqual(['gec:keywords']);
  });

  it('is refused when it is something else', () => {
    expect(() => readModel('<html/>')).toThrow();
    expect(() => readModel('not xml')).toThrow();
  });
});
