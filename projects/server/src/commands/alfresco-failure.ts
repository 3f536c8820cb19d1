import type { AlfrescoError } from '@bannette/alfresco';

/** Why Alfresco could not be spoken to, in a sentence for IT; never what was sent or answered. */
export function alfrescoFailure(error: AlfrescoError, url: string): string {
  const reasons = reasonsOf(error);
  const why = sentences.find(([pattern]) => reasons.some((reason) => pattern.test(reason)))?.[1] ?? (error.status === 404 ? noAlfresco : byCode[error.code]);
  return `${url}: ${why ?? 'Alfresco failed.'} (${error.message}${beneath(reasons)})`;
}

const sentences: readonly (readonly [RegExp, string])[] = [
  [/^ECONNREFUSED$/, 'Nothing listens there. Is Alfresco running, and is the port right?'],
  [/^(ENOTFOUND|EAI_AGAIN)$/, 'This name is not known here. Is the address right?'],
  [/^(ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT)$/, 'The machine does not answer. Is a firewall in between?'],
  [/^CERT_HAS_EXPIRED$/, 'Its certificate has expired.'],
  [/^ERR_TLS_CERT_ALTNAME_INVALID$/, 'Its certificate is for another name than this address has.'],
  [/SELF_SIGNED_CERT|UNABLE_TO_(VERIFY|GET)_|^CERT_/, 'Its certificate is signed by nobody known here. Name your authority’s certificate in NODE_EXTRA_CA_CERTS.'],
  [/^(ERR_SSL_|EPROTO)/, 'It does not speak TLS as expected. Is it http rather than https, or the reverse?'],
  [/unexpected redirect/, 'It sends on to another address. Give the one that it sends to (https rather than http?).'],
  [/^SyntaxError$/, 'Something else than Alfresco answers there. The address is that of the server, to which /alfresco is added.'],
];

/** Or it did not start: Tomcat answers so in its place. */
const noAlfresco = 'No Alfresco answers there, or not what was asked for. The address is that of the server, to which /alfresco is added; where it is right, look whether Alfresco has started.';

const byCode: Partial<Record<AlfrescoError['code'], string>> = {
  unauthorized: 'Alfresco refuses this user name or password.',
  forbidden: 'Alfresco refuses this to the account.',
  notFound: noAlfresco,
  notOffered: 'This Alfresco does not offer what was asked.',
  timeout: 'Alfresco was silent for too long.',
  unavailable: 'Alfresco is not available.',
};

/** Codes, and where there is none names or texts, from the error down to its first cause. */
function reasonsOf(error: unknown): readonly string[] {
  const reasons: string[] = [];
  for (let one = (error as Error).cause; one instanceof Error && reasons.length < 12; one = one.cause) {
    const { code } = one as { code?: unknown };
    if (typeof code === 'string') reasons.push(code);
    else reasons.push(one.name, one.message);
  }
  return reasons;
}

const beneath = (reasons: readonly string[]): string => {
  const code = reasons.find((reason) => /^[A-Z][A-Z_]{4,}$/.test(reason));
  return code ? `, ${code}` : '';
};
