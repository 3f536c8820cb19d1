import { connect } from '../repository.js';
import { answer, breakOff, refusal, scriptedServer, type ScriptedServer, type Turn } from '../testing/scripted-server.js';

const signIn: Turn = answer(201, { entry: { id: 'TICKET_1', userId: 'admin' } });
const text = (status: number, body: string): Turn => (_request, response) => void response.writeHead(status, { 'Content-Type': 'application/json;charset=UTF-8' }).end(body);
const denied = (message: string): Turn => answer(500, { status: { code: 500 }, message: `10220445 Wrapped Exception: ${message}` });

describe('what Governance Services answer', () => {
  let server: ScriptedServer;
  const recordsOver = async (...turns: readonly Turn[]) => {
    server = await scriptedServer(signIn, ...turns);
    return connect({ url: server.url, retries: 0 }, { user: 'admin', password: 'admin' }).records;
  };
  afterEach(() => server.close());
  const node = (...aspectNames: readonly string[]): Turn => answer(200, { entry: { id: 'n', aspectNames } });
  const next = (name: string, events: readonly object[] = []): Turn => answer(200, { data: { name, eventsEligible: false, events } });

  it('tells a site that is not made yet from services that are not installed', async () => {
    const records = await recordsOver(refusal(404, 'framework.exception.EntityNotFound'), refusal(404, 'framework.exception.NotFound'), answer(501, {}));
    expect(await records.plan.site()).toBeUndefined();
    await expectAsync(records.plan.site()).toBeRejectedWith(jasmine.objectContaining({ code: 'notOffered' }));
    await expectAsync(records.plan.site()).toBeRejectedWith(jasmine.objectContaining({ code: 'notOffered' }));
  });

  it('is taken for done though its text is no JSON, as after the creation of an event', async () => {
    const records = await recordsOver(text(200, '{"data":{"eventName":"x"}}}'));
    await records.events.create({ name: 'x', label: 'X' });
    expect(JSON.parse(server.seen[1]!.body.toString())).toEqual({ eventName: 'x', eventDisplayLabel: 'X', eventType: 'rmEventType.simple' });
  });

  it('is 500 where a category has no schedule', async () => {
    const records = await recordsOver(refusal(500), answer(200, { entry: { hasRetentionSchedule: false } }), refusal(500), answer(200, { entry: { hasRetentionSchedule: true } }));
    expect(await records.schedules.of('category')).toBeUndefined();
    await expectAsync(records.schedules.of('category')).toBeRejectedWith(jasmine.objectContaining({ code: 'failed' }));
  });

  for (const isInherited of [true, false]) {
    it(`leaves what a node inherits alone when somebody may file (${isInherited ? 'inherits' : 'does not inherit'})`, async () => {
      const records = await recordsOver(answer(200, { entry: { id: 'category', permissions: { isInheritanceEnabled: isInherited } } }), answer(200, {}));
      await records.filing.grant('category', ['svc', 'pg']);
      expect(JSON.parse(server.seen.at(-1)!.body.toString())).toEqual({ permissions: [{ authority: 'svc', role: 'Filing' }, { authority: 'pg', role: 'Filing' }], isInherited });
    });
  }

  it('is 200 for an event that it does not know: what can’t be read back is not done', async () => {
    const records = await recordsOver(answer(200, { message: 'Successfully queued' }), next('cutoff', [{ name: 'gec_cloture', complete: false }]));
    const action = { name: 'completeEvent', event: 'gec_clotur', by: 'svc', at: '2026-11-01T00:00:00.000Z' } as const;
    await expectAsync(records.execute('record', action)).toBeRejectedWith(jasmine.objectContaining({ code: 'failed' }));
  });

  it('is 500 for each refusal: access denied is told from the others', async () => {
    const records = await recordsOver(denied('Access Denied.  You do not have…'), next('retain'), denied('not eligible'));
    await expectAsync(records.execute('record', { name: 'destroy' })).toBeRejectedWith(jasmine.objectContaining({ code: 'forbidden' }));
    await expectAsync(records.execute('record', { name: 'retain' })).toBeRejectedWith(jasmine.objectContaining({ code: 'failed' }));
  });

  it('is access denied in French, too: AGS says it in the language of the request', async () => {
    const records = await recordsOver(denied('Access refusé.  Vous n’avez pas la permission…'));
    await expectAsync(records.execute('record', { name: 'destroy' })).toBeRejectedWith(jasmine.objectContaining({ code: 'forbidden' }));
  });

  it('may be lost after the effect: what can be read back is done', async () => {
    const records = await recordsOver(breakOff, node('rma:ghosted'));
    expect(await records.execute('record', { name: 'destroy' })).toBeUndefined();
  });
});
