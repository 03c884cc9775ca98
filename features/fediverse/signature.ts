/**
 * Whether a signature covers all that an inbox goes by: method and address with the host, so that it is good for no other
 * inbox, the moment, and the body by its digest. What a signature leaves out, whoever carries it may change.
 */
export function coversRequest({ signature, signatureInput }: SignatureHeaders): boolean {
  if (signatureInput !== undefined) {
    // HTTP Message Signatures (RFC 9421), of which any may be the one that is found good.
    const covered = [...signatureInput.matchAll(/(?:^|,)\s*[a-z*][a-z0-9_.*-]*=\(([^)]*)\)([^,]*)/g)];
    return covered.length > 0 && covered.every(([, parts = '', more = '']) => coversMessage(parts, more));
  }
  // draft-cavage-http-signatures-12, which most servers speak.
  const [, headers = ''] = /(?:^|,)\s*headers="([^"]*)"/.exec(signature ?? '') ?? [];
  const names = headers.toLowerCase().split(/\s+/);
  return ['(request-target)', 'host', 'date', 'digest'].every((name) => names.includes(name));
}

export interface SignatureHeaders {
  readonly signature?: string | undefined;
  readonly signatureInput?: string | undefined;
}

function coversMessage(parts: string, parameters: string): boolean {
  const names = parts.split(/\s+/);
  const needed = ['"@method"', '"@target-uri"', '"content-digest"'];
  return needed.every((name) => names.includes(name)) && /;\s*created=\d/.test(parameters);
}
