import { randomUUID } from 'node:crypto';
import { runningNumber } from '../http/errors.js';
import { jsonOf, WebscriptError, type Webscripts } from '../http/webscript.js';
import { allEvents, changeEvent, createEvent, eventTypes, findEvent, removeEvent, type RmEvent } from './events.js';

const shown = (event: RmEvent) => ({ eventName: event.name, eventDisplayLabel: event.label, eventType: event.type });

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

/** AGS's own answer, which no parser of JSON takes: it closes one brace too many. */
const asSent = (event: RmEvent): string =>
  `\n{\n\t"data":\n{\n    "eventName": ${JSON.stringify(event.name)},\n    "eventDisplayLabel": ${JSON.stringify(event.label)},             \n    "eventType":${JSON.stringify(event.type)}\n}\n\t}\n}\n`;

/** Events, which any signed-in user may make, change and remove: AGS asks for no right here. */
export function eventWebscripts(script: Webscripts): void {
  script('GET', 'rma/admin/rmevents', async ({ session }) => ({ data: Object.fromEntries((await allEvents(session)).map((event) => [event.name, shown(event)])) }));

  script('GET', 'rma/admin/rmeventtypes', () =>
    Promise.resolve({ data: Object.fromEntries([...eventTypes].map(([name, label]) => [name, { eventTypeName: name, eventTypeDisplayLabel: label }])) }));

  script('POST', 'rma/admin/rmevents', async (exchange) => {
    const body = await jsonOf(exchange);
    const [label, type] = [text(body['eventDisplayLabel']), text(body['eventType'])];
    if (label === undefined) throw new WebscriptError(400, `${runningNumber()} Mandatory 'eventDisplayLabel' parameter missing.`);
    if (type === undefined) throw new WebscriptError(400, `${runningNumber()} Mandatory 'eventType' parameter missing.`);
    const event = { name: text(body['eventName']) ?? randomUUID(), label, type };
    await exchange.write((session) => createEvent(session, event));
    return asSent(event);
  });

  script('GET', 'rma/admin/rmevents/:name', async ({ session, param }) => {
    const event = await findEvent(session, param('name'));
    if (event === undefined) throw new WebscriptError(404, `${runningNumber()} The event ${param('name')} does not exist.`);
    return { data: shown(event) };
  });

  script('PUT', 'rma/admin/rmevents/:name', async (exchange) => {
    const body = await jsonOf(exchange);
    const [label, type] = [text(body['eventDisplayLabel']), text(body['eventType'])];
    const given = { ...(label === undefined ? {} : { label }), ...(type === undefined ? {} : { type }) };
    return asSent(await exchange.write((session) => changeEvent(session, exchange.param('name'), given)));
  });

  script('DELETE', 'rma/admin/rmevents/:name', async (exchange) => {
    await exchange.write((session) => removeEvent(session, exchange.param('name')));
    return {};
  });
}
