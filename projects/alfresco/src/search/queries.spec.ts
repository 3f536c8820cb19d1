import { AlfrescoError } from '../error.js';
import { Gec } from '../model.generated.js';
import { afts } from './afts.js';
import { cmis } from './cmis.js';
import { fullText } from './people-text.js';

describe('a query', () => {
  it('in AFTS has only the forms that the database answers', () => {
    const query = afts.and(afts.type(Gec.types.incoming), afts.or(afts.equals(Gec.props.status, 'closed'), afts.equals(Gec.props.pages, 2)), afts.not(afts.aspect(Gec.aspects.reply)));
    expect(query.text).toBe('(TYPE:"gec:incoming" AND (=gec:status:"closed" OR =gec:pages:2) AND NOT ASPECT:"gec:reply")');
  });

  it('in AFTS keeps a hostile value inside its quotes', () => {
    expect(afts.equals(Gec.props.chrono, 'x" OR TYPE:"cm:content\\').text).toBe('=gec:chrono:"x\\" OR TYPE:\\"cm:content\\\\"');
    expect(() => afts.equals(Gec.props.chrono, 'A-*')).toThrowError(AlfrescoError);
    expect(() => afts.equals('gec:id:"x" OR cm:name', 'y')).toThrowError(AlfrescoError);
  });

  it('in CMIS joins each aspect that it speaks of, once', () => {
    const query = cmis
      .select(Gec.types.incoming)
      .where(cmis.and(cmis.compare(Gec.props.dueDate, '<', '2026-12-01'), cmis.in(Gec.props.status, ['distributed', 'inProgress']), cmis.isNull(Gec.props.priority)))
      .orderBy(Gec.props.dueDate)
      .orderBy('cmis:name', 'DESC');
    expect(query.text).toBe(
      'SELECT d.* FROM gec:incoming AS d JOIN gec:dueable AS a0 ON d.cmis:objectId = a0.cmis:objectId JOIN gec:statusable AS a1 ON d.cmis:objectId = a1.cmis:objectId ' +
        "WHERE (a0.gec:dueDate < TIMESTAMP '2026-12-01T00:00:00.000Z' AND a1.gec:status IN ('distributed', 'inProgress') AND a0.gec:priority IS NULL) ORDER BY a0.gec:dueDate ASC, d.cmis:name DESC",
    );
  });

  it('in CMIS says "not equal" as Alfresco was seen to answer it from its database', () => {
    const query = cmis.select('cmis:document').where(cmis.and(cmis.compare('cmis:lastModificationDate', '>=', '2026-11-22T10:00:00Z'), cmis.compare('cmis:lastModifiedBy', '<>', 'gecsvc')));
    expect(query.text).toBe("SELECT d.* FROM cmis:document AS d WHERE (d.cmis:lastModificationDate >= TIMESTAMP '2026-11-22T10:00:00.000Z' AND NOT d.cmis:lastModifiedBy = 'gecsvc')");
  });

  it('in CMIS keeps a hostile value inside its quotes', () => {
    expect(cmis.select(Gec.types.document).where(cmis.compare('cmis:name', '=', "x' OR '1'='1\\")).text).toContain("d.cmis:name = 'x\\' OR \\'1\\'=\\'1\\\\'");
    expect(cmis.select(Gec.types.document).where(cmis.startsWith('cmis:name', '50%_')).text).toContain("LIKE '50\\%\\_%'");
    expect(() => cmis.select("gec:document WHERE 1=1 --")).toThrowError(AlfrescoError);
    expect(() => cmis.compare(Gec.props.dueDate, '<', "x' OR 1=1")).toThrowError(AlfrescoError);
  });

  it('of a person is words, never syntax', () => {
    expect(fullText('allocation*) OR TYPE:"cm:person"', Gec.types.incoming)).toMatch(/^TYPE:"gec:incoming" AND \(cm:name:"allocation" OR .*\) AND \(cm:name:"OR" OR .*\)$/);
    expect(() => fullText('** " ')).toThrowError(AlfrescoError);
  });
});
