import type { CommitmentResult, DeliveryLine } from '../api/types.js';
import { legsByService, missed, monthsIn, promiseRows } from './shares.js';

const result = (month: string, service: string, inTime: number, late: number): CommitmentResult => ({ month, service, serviceLabel: service, channel: 'paper', code: 'AR', label: 'Accusé', target: 0.9, total: inTime + late, inTime, late, open: 0 });
const leg = (inTime: number, late: number) => ({ inTime, late, open: 0, total: inTime + late, target: 0.9 });

describe('Promises and deliveries on their page', () => {
  it('stand a row a service, channel and promise, with each month', () => {
    const results = [result('2026-05', 'Routes', 9, 1), result('2026-04', 'Routes', 1, 1), result('2026-05', 'Archives', 1, 0)];
    expect(monthsIn(results)).toEqual(['2026-04', '2026-05']);
    expect(promiseRows(results).map(({ service, months }) => [service, [...months.keys()].sort()])).toEqual([['Archives', ['2026-05']], ['Routes', ['2026-04', '2026-05']]]);
  });

  it('are missed below what was promised, and say nothing while there is nothing', () => {
    expect([missed(leg(9, 1)), missed(leg(8, 2)), missed(leg(0, 0))]).toEqual([false, true, undefined]);
  });

  it('are added up over days by service', () => {
    const line = (day: string, serviceLabel: string): DeliveryLine => ({ day, service: serviceLabel, serviceLabel, toService: leg(2, 1), toPerson: leg(1, 0) });
    expect(legsByService([line('2026-05-04', 'Routes'), line('2026-05-05', 'Routes'), line('2026-05-05', 'Archives')]).map(({ service, toService }) => [service, toService.total])).toEqual([['Archives', 3], ['Routes', 6]]);
  });
});
