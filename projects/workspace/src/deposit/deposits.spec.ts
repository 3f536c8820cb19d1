import { HttpEventType } from '@angular/common/http';
import { HttpTestingController, type TestRequest } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { workspaceForTests } from '../testing/providers.js';
import { Deposits } from './deposits.js';

const base = '/bannette/api/v1/deposits';
const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

describe('Depositing', () => {
  let http: HttpTestingController;
  let deposits: Deposits;
  const sent = (): TestRequest => http.expectOne({ method: 'POST', url: base });
  const list = async (items: object[] = []): Promise<void> => {
    await turn();
    http.expectOne((request) => request.method === 'GET' && request.url === base).flush({ items });
    await turn();
  };

  beforeEach(async () => {
    TestBed.configureTestingModule({ providers: [...workspaceForTests(), Deposits] });
    http = TestBed.inject(HttpTestingController);
    deposits = TestBed.inject(Deposits);
    await list();
  });

  it('sends a parcel with a key of its own and shows how far it is', () => {
    deposits.add([new File(['x'], 'lettre.pdf')], { channel: 'post' });
    const request = sent();
    request.event({ type: HttpEventType.UploadProgress, loaded: 30, total: 40 });
    expect(request.request.headers.get('Idempotency-Key')).toMatch(/^[0-9a-f]{32}$/);
    expect(deposits.parcels()[0]).toEqual(jasmine.objectContaining({ state: 'sending', percent: 75 }));
  });

  it('keeps the key over retries, so that the deposit arrives once', async () => {
    deposits.add([new File(['x'], 'lettre.pdf')], { channel: 'post' });
    const first = sent();
    const key = first.request.headers.get('Idempotency-Key');
    first.flush({ code: 'unavailable', message: '' }, { status: 503, statusText: 'Unavailable' });
    await turn();
    expect(deposits.parcels()[0]).toEqual(jasmine.objectContaining({ state: 'failed', key: key ?? '' }));
    expect(deposits.parcels()[0]?.files.length).withContext('its files are kept').toBe(1);
    deposits.retry(key ?? '');
    expect(sent().request.headers.get('Idempotency-Key')).toBe(key);
  });

  it('sends one parcel after the other, and goes on after one that failed', async () => {
    deposits.add([new File(['x'], 'un.pdf')], { channel: 'post' });
    deposits.add([new File(['y'], 'deux.pdf')], { channel: 'post' });
    const first = sent();
    expect(deposits.parcels().map(({ state }) => state)).toEqual(['sending', 'queued']);
    first.flush(null, { status: 500, statusText: 'Error' });
    await turn();
    const second = sent();
    expect(deposits.parcels().map(({ state }) => state)).toEqual(['failed', 'sending']);
    expect(second.request.headers.get('Idempotency-Key')).not.toBe(first.request.headers.get('Idempotency-Key'));
  });

  it('moves what arrived among the deposits', async () => {
    deposits.add([new File(['x'], 'lettre.pdf')], { channel: 'post' });
    sent().flush({ id: 'd1' }, { status: 201, statusText: 'Created' });
    await list([{ id: 'd1', state: 'accepted', channel: 'post', source: 'page', createdAt: '', createdBy: '', files: [], mails: [] }]);
    expect([deposits.parcels().length, deposits.recent.items().map(({ id }) => id)]).toEqual([0, ['d1']]);
  });
});
