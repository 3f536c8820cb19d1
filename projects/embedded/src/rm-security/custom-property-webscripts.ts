import { randomUUID } from 'node:crypto';
import { runningNumber } from '../http/errors.js';
import { jsonOf, rootOf, WebscriptError, wrapped, type Webscripts } from '../http/webscript.js';
import { accessDenied, rmCapabilities } from './capabilities.js';

const elements = new Set(['record', 'recordFolder', 'recordCategory', 'recordSeries', 'nonElectronicDocument']);
const types = new Set(['d:text', 'd:int', 'd:long', 'd:double', 'd:date', 'd:datetime', 'd:boolean']);

interface Kept {
  readonly id: string;
  readonly label: string;
  readonly details: { readonly dataType: string; readonly description: string; readonly mandatory: boolean };
}

const shown = ({ id, label, details }: Kept) => ({
  dataType: details.dataType, label, description: details.description, mandatory: details.mandatory, multiValued: false, defaultValue: '', protected: false, propId: id, constraintRefs: [],
});

/** Definitions of an authority's own properties of records: kept and listed; nodes don't take their values here. */
export function customPropertyWebscripts(script: Webscripts): void {
  script('GET', 'rma/admin/custompropertydefinitions', async ({ session, query }) => {
    const kept = await session.sql.rows<Kept>('select id, label, details from rm_custom_property where element = $1 order by seq', [query('element') ?? 'record']);
    return { data: { customProperties: Object.fromEntries(kept.map((one) => [`rmc:${one.id}`, shown(one)])) } };
  });

  script('POST', 'rma/admin/custompropertydefinitions', async (exchange) => {
    const body = await jsonOf(exchange);
    const [element, label, dataType] = [exchange.query('element') ?? String(body['element'] ?? ''), body['label'], body['dataType']];
    if (!elements.has(element)) throw wrapped(`Can not create custom property for unknown element ${element}.`);
    if (typeof label !== 'string' || label === '' || typeof dataType !== 'string' || !types.has(dataType)) throw new WebscriptError(400, `${runningNumber()} Mandatory parameter missing or unknown: label, dataType`);
    const id = typeof body['propId'] === 'string' && body['propId'] !== '' ? body['propId'] : randomUUID();
    const details = { dataType, description: typeof body['description'] === 'string' ? body['description'] : '', mandatory: body['mandatory'] === true };
    await exchange.write(async (session) => {
      if (!(await rmCapabilities(session)).has('CreateModifyDestroyFileplanMetadata')) throw accessDenied();
      const taken = await session.sql.one('select 1 from rm_custom_property where id = $1 or (element = $2 and label = $3)', [id, element, label]);
      if (taken !== undefined) throw wrapped(`The custom property with label ${label} already exists.`);
      await session.sql.rows('insert into rm_custom_property (id, element, label, details) values ($1, $2, $3, $4)', [id, element, label, JSON.stringify(details)]);
    });
    return { propId: id, url: `${rootOf(exchange)}/rma/admin/custompropertydefinitions/${id}`, message: '' };
  });
}
