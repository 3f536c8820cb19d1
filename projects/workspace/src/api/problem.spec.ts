import { HttpErrorResponse } from '@angular/common/http';
import { toProblem } from './problem.js';

describe('What went wrong', () => {
  const answer = (status: number, error: unknown) => toProblem(new HttpErrorResponse({ status, error }));

  it('keeps the code, the facts and the reference of our own answers', () => {
    const problem = answer(409, { code: 'stale', message: 'moved on', params: { revision: 4 }, correlationId: 'abc' });
    expect([problem.status, problem.code, problem.params, problem.correlationId]).toEqual([409, 'stale', { revision: 4 }, 'abc']);
  });

  it("goes by the status when a proxy's page stands in for the answer", () => {
    expect(answer(502, '<html>Bad gateway</html>').code).toBe('unavailable');
    expect(answer(413, null).code).toBe('tooLarge');
  });

  it('tells a server out of reach from one that failed', () => {
    expect(answer(0, new ProgressEvent('error')).code).toBe('unreachable');
    expect(answer(500, null).code).toBe('unexpected');
  });

  it('takes any other error for an unexpected one', () => {
    expect(toProblem(new TypeError('x is undefined')).code).toBe('unexpected');
  });
});
