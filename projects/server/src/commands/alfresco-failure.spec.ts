import { AlfrescoError } from '@bannette/alfresco';
import { alfrescoFailure } from './alfresco-failure.js';

/** As Node's fetch tells it: the reason lies beneath. */
const broken = (code: string): AlfrescoError => new AlfrescoError('unavailable', 'POST /tickets', { cause: new TypeError('fetch failed', { cause: Object.assign(new Error('x'), { code }) }) });
const told = (error: AlfrescoError): string => alfrescoFailure(error, 'https://alfresco.example');

describe('why Alfresco can’t be spoken to', () => {
  const cases: readonly (readonly [string, RegExp])[] = [
    ['ECONNREFUSED', /Nothing listens there/],
    ['ENOTFOUND', /name is not known/],
    ['UND_ERR_CONNECT_TIMEOUT', /firewall/],
    ['CERT_HAS_EXPIRED', /has expired/],
    ['ERR_TLS_CERT_ALTNAME_INVALID', /another name/],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', /NODE_EXTRA_CA_CERTS/],
    ['SELF_SIGNED_CERT_IN_CHAIN', /NODE_EXTRA_CA_CERTS/],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', /NODE_EXTRA_CA_CERTS/],
    ['ERR_SSL_WRONG_VERSION_NUMBER', /http rather than https/],
  ];
  for (const [code, words] of cases) it(`is told for ${code}`, () => expect(told(broken(code))).toMatch(words));

  it('names address and code', () => expect(told(broken('ECONNREFUSED'))).toBe('https://alfresco.example: Nothing listens there. Is Alfresco running, and is the port right? (POST /tickets: unavailable, ECONNREFUSED)'));

  it('is told by its code where nothing lies beneath', () => {
    expect(told(new AlfrescoError('unauthorized', 'POST /tickets', { status: 403 }))).toMatch(/refuses this user name or password/);
    expect(told(new AlfrescoError('notFound', 'POST /tickets', { status: 404 }))).toMatch(/No Alfresco answers there/);
    expect(told(new AlfrescoError('unavailable', 'POST /tickets', { status: 404 }))).toMatch(/No Alfresco answers there/);
    expect(told(new AlfrescoError('unavailable', 'POST /tickets', { cause: new SyntaxError('Unexpected token <') }))).toMatch(/Something else than Alfresco/);
    expect(told(new AlfrescoError('unavailable', 'POST /tickets', { cause: new TypeError('fetch failed', { cause: new Error('unexpected redirect') }) }))).toMatch(/sends on to another address/);
  });
});
