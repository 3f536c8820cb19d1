export interface Asked {
  readonly status: number;
  readonly text: string;
}

/** Asks as the person whose ticket this is, and reads the answer to its end. */
export async function ask(ticket: string, url: string, method = 'GET', body?: object | FormData | string): Promise<Asked> {
  const response = await fetch(url, {
    method,
    headers: { authorization: `Basic ${Buffer.from(ticket).toString('base64')}`, ...(body && !(body instanceof FormData) ? { 'content-type': typeof body === 'string' ? 'application/octet-stream' : 'application/json' } : {}) },
    ...(body ? { body: body instanceof FormData || typeof body === 'string' ? body : JSON.stringify(body) } : {}),
  });
  return { status: response.status, text: await response.text() };
}
