import type { BodyClass } from '../http/body.js';
import type { Exchange } from '../http/exchange.js';
import type { Routes } from '../http/routes.js';
import { findNode } from '../nodes/lookup.js';
import type { NodeRow } from '../nodes/node.js';
import { removeNode } from '../nodes/remove.js';
import { updateNode } from '../nodes/update.js';
import type { Session } from '../repository.js';
import { shownComponent } from './gs-render.js';
import { missing } from './refusals.js';

/** One kind of thing in the file plan: how it is found, and what may be asked of it beyond being read. */
export interface Kind {
  readonly path: string;
  readonly cls: BodyClass;
  readonly find: (session: Session, id: string) => Promise<NodeRow>;
  readonly deletable: boolean;
}

/** One of them, as it is once all is done. */
export async function shownNow(exchange: Exchange, id: string): Promise<object> {
  const node = await findNode(exchange.session, id);
  if (node === undefined) throw missing(id);
  return shownComponent(exchange.session, node, { include: exchange.include, full: true });
}

/** Reading, changing and deleting, which every kind has alike. */
export function componentRoutes(route: Routes, kind: Kind): void {
  const one = (exchange: Exchange, session: Session) => kind.find(session, exchange.param('id'));
  route('GET', `${kind.path}/:id`, async (exchange) => shownComponent(exchange.session, await one(exchange, exchange.session), { include: exchange.include, full: true }));

  route('PUT', `${kind.path}/:id`, async (exchange) => {
    const { name, properties, aspectNames } = await exchange.body(kind.cls);
    const given = { ...(name === undefined ? {} : { name }), ...(properties === undefined ? {} : { properties }), ...(aspectNames === undefined ? {} : { aspectNames }) };
    const id = await exchange.write(async (session) => (await updateNode(session, (await one(exchange, session)).id, given)).id);
    return shownNow(exchange, id);
  });

  if (!kind.deletable) return;
  route('DELETE', `${kind.path}/:id`, (exchange) =>
    exchange.write(async (session) => {
      const node = await one(exchange, session);
      await removeNode(session, node, node.id, true);
    }));
}
