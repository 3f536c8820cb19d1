import type { Readable } from 'node:stream';
import { oneOf, openBody, readAll } from '../http/body.js';
import { AcsError, notFound } from '../http/errors.js';
import type { Exchange } from '../http/exchange.js';
import { paged } from '../http/paging.js';
import type { Routes } from '../http/routes.js';
import { prefixOf } from '../model/definition.js';
import type { Session } from '../repository.js';
import type { CustomClass, CustomConstraint, CustomModel, CustomProperty } from './custom-model.js';
import { shownClass, shownConstraint, shownModel } from './render.js';
import { addModel, allModels, assertManager, changeModel, removeModel, requireModel } from './store.js';

const modelBody = openBody('org.alfresco.rest.api.model.CustomModel', ['name', 'namespaceUri', 'namespacePrefix', 'description', 'author', 'status', 'types', 'aspects', 'constraints']);
const classBody = openBody('org.alfresco.rest.api.model.CustomType', ['name', 'prefixedName', 'parentName', 'title', 'description', 'properties']);
const constraintBody = openBody('org.alfresco.rest.api.model.CustomModelConstraint', ['name', 'prefixedName', 'type', 'title', 'description', 'parameters']);

const textOf = async ({ request }: Exchange): Promise<string> => (await readAll(request.body as Readable | undefined)).toString('utf8');
const textIn = (body: Readonly<Record<string, unknown>>, field: string): string | undefined => (typeof body[field] === 'string' && body[field] !== '' ? body[field] : undefined);
const given = (body: Readonly<Record<string, unknown>>, ...fields: readonly string[]): Record<string, string> => Object.fromEntries(fields.flatMap((field) => (textIn(body, field) === undefined ? [] : [[field, textIn(body, field) ?? '']])));

const invalid = (brief: string): AcsError => new AcsError(400, 'cmm.rest_api.input_validation_err', brief);

/** @throws AcsError 400 */
function nameIn(body: Readonly<Record<string, unknown>>, field = 'name'): string {
  const name = String(body[field] ?? '');
  if (!/^[A-Za-z0-9_-]+$/.test(name)) throw invalid(`'${name}' isn't a valid value. Use numbers, letters, hyphens (-) and underscores (_) only.`);
  return name;
}

/** @throws AcsError 400 when no model has the prefix */
function parentIn(session: Session, body: Readonly<Record<string, unknown>>): { parentName?: string } {
  const name = textIn(body, 'parentName');
  if (name === undefined) return {};
  const prefix = prefixOf(name);
  if (!session.dictionary.uris.has(prefix)) throw new AcsError(400, 'cmm.rest_api.prefixed_qname_invalid', `'${name}' isn't a valid prefixed QName value. Namespace prefix ${prefix} is not mapped to a namespace URI`);
  return { parentName: name };
}

function modelRoutes(route: Routes): void {
  route('GET', 'cmm', async ({ session, page }) => paged((await allModels(session)).map(shownModel), page));

  route('POST', 'cmm', async (exchange) => {
    assertManager(exchange.session);
    const body = oneOf(await textOf(exchange), modelBody);
    const [name, namespacePrefix, namespaceUri] = [nameIn(body), nameIn(body, 'namespacePrefix'), textIn(body, 'namespaceUri')];
    if (namespaceUri === undefined) throw invalid('Namespace URI is expected.');
    const model: CustomModel = { name, namespacePrefix, namespaceUri, ...given(body, 'description', 'author'), status: 'DRAFT', constraints: [], types: [], aspects: [] };
    await exchange.write((session) => addModel(session, model));
    return shownModel(model);
  });

  route('GET', 'cmm/:model', async ({ session, param }) => shownModel(await requireModel(session, param('model'))));

  route('PUT', 'cmm/:model', async (exchange) => {
    assertManager(exchange.session);
    const body = oneOf(await textOf(exchange), modelBody);
    const status = exchange.query('select') === 'status' ? { status: body['status'] === 'ACTIVE' ? ('ACTIVE' as const) : ('DRAFT' as const) } : given(body, 'description', 'author');
    return shownModel(await exchange.write((session) => changeModel(session, exchange.param('model'), (model) => ({ ...model, ...status }))));
  });

  route('DELETE', 'cmm/:model', async (exchange) => {
    assertManager(exchange.session);
    await exchange.write((session) => removeModel(session, exchange.param('model')));
  });
}

function classRoutes(route: Routes, kind: 'types' | 'aspects'): void {
  const asked = (exchange: Exchange) => (exchange.query('select') === 'all' ? 'all' : 'changed');
  const required = (model: CustomModel, name: string): CustomClass => {
    const found = model[kind].find((one) => one.name === name);
    if (found === undefined) throw notFound(name);
    return found;
  };

  route('GET', `cmm/:model/${kind}`, async (exchange) => {
    const model = await requireModel(exchange.session, exchange.param('model'));
    return paged(model[kind].map((one) => shownClass(model, one, asked(exchange))), exchange.page);
  });

  route('GET', `cmm/:model/${kind}/:class`, async (exchange) => {
    const model = await requireModel(exchange.session, exchange.param('model'));
    return shownClass(model, required(model, exchange.param('class')), asked(exchange));
  });

  route('POST', `cmm/:model/${kind}`, async (exchange) => {
    assertManager(exchange.session);
    const body = oneOf(await textOf(exchange), classBody);
    const made: CustomClass = { name: nameIn(body), ...parentIn(exchange.session, body), ...given(body, 'title', 'description'), properties: [] };
    return exchange.write(async (session) => {
      const model = await changeModel(session, exchange.param('model'), (before) => {
        if ([...before.types, ...before.aspects].some((one) => one.name === made.name)) throw new AcsError(409, `We couldn't create it as the name '${made.name}' is already in use in the model.`);
        return { ...before, [kind]: [...before[kind], made] };
      });
      return shownClass(model, made, 'made');
    });
  });

  route('PUT', `cmm/:model/${kind}/:class`, async (exchange) => {
    assertManager(exchange.session);
    const body = oneOf(await textOf(exchange), classBody);
    const properties = (Array.isArray(body['properties']) ? body['properties'] : []) as readonly CustomProperty[];
    for (const one of properties) nameIn({ ...one });
    return exchange.write(async (session) => {
      const change = (one: CustomClass): CustomClass => (exchange.query('select') === 'props'
        ? { ...one, properties: [...one.properties.filter((old) => !properties.some((property) => property.name === old.name)), ...properties] }
        : { ...one, ...parentIn(session, body), ...given(body, 'title', 'description') });
      const model = await changeModel(session, exchange.param('model'), (before) => {
        const changed = change(required(before, exchange.param('class')));
        return { ...before, [kind]: before[kind].map((one) => (one.name === changed.name ? changed : one)) };
      });
      return shownClass(model, required(model, exchange.param('class')), 'changed');
    });
  });
}

/** The model manager's API: models drawn up in parts and put in force. */
export function customModelRoutes(route: Routes): void {
  modelRoutes(route);
  classRoutes(route, 'types');
  classRoutes(route, 'aspects');

  route('GET', 'cmm/:model/constraints', async ({ session, param, page }) => {
    const model = await requireModel(session, param('model'));
    return paged(model.constraints.map((one) => shownConstraint(model, one)), page);
  });

  route('POST', 'cmm/:model/constraints', async (exchange) => {
    assertManager(exchange.session);
    const body = oneOf(await textOf(exchange), constraintBody);
    const made: CustomConstraint = { name: nameIn(body), type: String(body['type'] ?? ''), parameters: (Array.isArray(body['parameters']) ? body['parameters'] : []) as CustomConstraint['parameters'] };
    await exchange.write((session) => changeModel(session, exchange.param('model'), (model) => ({ ...model, constraints: [...model.constraints, made] })));
    return made;
  });
}
