import type { Exchange } from '../http/exchange.js';
import { WebscriptError, type Webscripts } from '../http/webscript.js';
import { findNode } from '../nodes/lookup.js';
import type { Session } from '../repository.js';
import { auditOf, shownEntry } from './audit.js';
import { accessDenied, mayRead, rmCapabilities } from './capabilities.js';

async function assertAccess(session: Session, capability: string): Promise<void> {
  if (!(await rmCapabilities(session)).has(capability)) throw accessDenied();
}

function sizeOf(exchange: Exchange): number {
  const size = Number(exchange.query('size') ?? 500);
  return Number.isInteger(size) && size > 0 ? Math.min(size, 5000) : 500;
}

async function shownLog(exchange: Exchange, node: string | undefined): Promise<object> {
  const { session } = exchange;
  const today = new Date().toISOString().slice(0, 10);
  const entries = await auditOf(session, node, sizeOf(exchange));
  return { data: { started: `${today}T00:00:00.000Z`, stopped: `${today}T23:59:59.999Z`, enabled: true, entries: await Promise.all(entries.map((entry) => shownEntry(session, entry))) } };
}

/** The audit of the file plan, of one node or of all, for those who may see it. It is always on. */
export function auditWebscripts(script: Webscripts): void {
  script('GET', 'node/:storeType/:storeId/:id/rmauditlog', async (exchange) => {
    const { session } = exchange;
    const node = await findNode(session, exchange.param('id'));
    if (node === undefined) throw new WebscriptError(500, `Node does not exist: workspace://SpacesStore/${exchange.param('id')} (status:null)`);
    await assertAccess(session, 'AccessAudit');
    if (!(await mayRead(session, node))) throw accessDenied();
    return shownLog(exchange, node.id);
  });

  script('GET', 'rma/admin/rmauditlog', async (exchange) => {
    await assertAccess(exchange.session, 'AccessAudit');
    await exchange.session.sql.rows(`insert into rm_audit (node, event, name, identifier, path, type, person, roles, changes) values (null, 'Login Successful', '', '', '', '', $1, '', '[]')`, [exchange.signedIn.user]);
    return shownLog(exchange, undefined);
  });

  script('GET', 'rma/admin/rmauditlog/status', () => Promise.resolve({ data: { enabled: true } }));

  script('DELETE', 'rma/admin/rmauditlog', async (exchange) => {
    await exchange.write(async (session) => {
      await assertAccess(session, 'DeleteAudit');
      await session.sql.rows('delete from rm_audit');
    });
    return shownLog(exchange, undefined);
  });
}
