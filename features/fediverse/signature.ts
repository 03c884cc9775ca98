/**
 * Whether a signature covers all that an inbox goes by: method and address with the host, so that it is good for no other
 * inbox, the moment, and the body by its digest. What a signature leaves out, whoever carries it may change.
 */
export function coversRequest({ signature, signatureInput }: SignatureHeaders): boolean {
  if (signatureInput !== undefined) {
    // HTTP Message Signatures (RFC 9421), of which any may be the one that is found good: each has to be understood.
    const one = /\s*[\w*][\w.*-]*=\(([^()]*)\)([^(),]*)/;
    if (!new RegExp(`^${one.source}(?:,${one.source})*$`).test(signatureInput)) return false;
    return [...signatureInput.matchAll(new RegExp(one, 'g'))].every(([, parts = '', more = '']) =>
      coversMessage(parts, more),
    );
  }
  // draft-cavage-http-signatures-12, which most servers speak.
  const lists = [...(signature ?? '').matchAll(/headers\s*=\s*"([^"]*)"/gi)];
  // Of two, readers disagree which counts.
  if (lists.length !== 1) return false;
  const names = lists[0]?.[1]?.split(/\s+/) ?? [];
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
