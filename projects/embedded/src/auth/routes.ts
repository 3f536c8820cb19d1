import type { FastifyInstance } from 'fastify';
import type { Readable } from 'node:stream';
import { oneOf, openBody, readAll } from '../http/body.js';
import { AcsError, badRequest } from '../http/errors.js';
import { API, AUTH_API, routesAt, sendJson } from '../http/routes.js';
import type { Repository } from '../repository.js';
import { issueTicket, revokeTicket } from './tickets.js';

const loginBody = openBody('org.alfresco.rest.api.model.LoginTicket', ['userId', 'password', 'id']);
const scriptBody = openBody('login', ['username', 'password']);

async function ticketFor(repository: Repository, user: unknown, password: unknown): Promise<{ ticket: string; person: string }> {
  if (typeof user !== 'string' || typeof password !== 'string') throw badRequest('Invalid login details.');
  const person = await repository.signIn.byPassword(user, password);
  if (person === undefined) throw new AcsError(403, 'Login failed');
  return { ticket: await issueTicket(repository.database, person), person };
}

export function authRoutes(app: FastifyInstance, repository: Repository): void {
  app.post(`${AUTH_API}/tickets`, async (request, reply) => {
    const body = oneOf((await readAll(request.body as Readable | undefined)).toString('utf8'), loginBody);
    const { ticket, person } = await ticketFor(repository, body['userId'], body['password']);
    return sendJson(reply, 201, { entry: { id: ticket, userId: person } });
  });

  app.post('/alfresco/s/api/login', async (request, reply) => {
    const body = oneOf((await readAll(request.body as Readable | undefined)).toString('utf8'), scriptBody);
    const { ticket } = await ticketFor(repository, body['username'], body['password']);
    return sendJson(reply, 200, { data: { ticket } });
  });

  // Whether there is such a person is not told, and no mail is sent: the embedded repository has no mail server.
  app.post(`${API}/people/:personId/request-password-reset`, async (_request, reply) => sendJson(reply, 202, undefined));

  const route = routesAt(app, repository, AUTH_API);
  const own = (ticket: string | undefined): string => {
    if (ticket === undefined) throw badRequest('Ticket base authentication required.');
    return ticket;
  };
  route('GET', 'tickets/-me-', async ({ signedIn }) => ({ id: own(signedIn.ticket) }));
  route('DELETE', 'tickets/-me-', async ({ signedIn }) => revokeTicket(repository.database, own(signedIn.ticket)));
}
