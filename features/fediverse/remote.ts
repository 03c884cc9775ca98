import 'server-only';
import { type DocumentLoader, preloadedContexts } from '@fedify/fedify/runtime';
import { signRequest } from '@fedify/fedify/sig';
import { keyIdOf } from '#features/fediverse/documents.ts';
import { readSigningKey } from '#features/fediverse/key.ts';
import { activityType, isActivity } from '#features/fediverse/model.ts';
import type { Site } from '#features/site/model.ts';
import { guardedFetch } from '#lib/guarded-fetch.ts';
import { FetchRefused } from '#lib/guarded-fetch-problem.ts';
import type { GuardedNetwork } from '#lib/guarded-network.ts';

/** Signs a request as the site or somebody credited, in the way that most servers speak. Gives all its headers. */
export async function signedHeaders(
  address: string,
  { bylineId, site, body }: { bylineId: string | null; site: Site; body?: string },
): Promise<Record<string, string>> {
  const { privateKey } = await readSigningKey();
  const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('pkcs8', new Uint8Array(privateKey), algorithm, true, ['sign']);
  const request =
    body === undefined
      ? new Request(address, { headers: { accept: wanted } })
      : new Request(address, { method: 'POST', body, headers: { 'content-type': activityType, accept: wanted } });
  const signed = await signRequest(request, key, new URL(keyIdOf(bylineId, site)), {
    spec: 'draft-cavage-http-signatures-12',
  });
  return Object.fromEntries(signed.headers);
}

const wanted = `${activityType}, application/ld+json`;

/** What one request may make us load from others, in documents and bytes each. */
const most = { documents: 6, bytes: 262_144 } as const;

/**
 * Loads documents of other servers, each once: signed as the site, since some show themselves only to those that they
 * know, and only as ActivityStreams, since anybody can put other files on a server. Well-known contexts are at hand.
 */
export function remoteLoader(site: Site, network: GuardedNetwork): DocumentLoader {
  const loaded = new Map<string, ReturnType<DocumentLoader>>();
  return (address) => {
    const known = preloadedContexts[address];
    if (known) return Promise.resolve({ contextUrl: null, document: known, documentUrl: address });
    const [plain = address] = address.split('#');
    const loading = loaded.get(plain) ?? load(plain);
    loaded.set(plain, loading);
    return loading;
  };

  function load(address: string): ReturnType<DocumentLoader> {
    if (loaded.size >= most.documents) return Promise.reject(new Error('Too many documents are needed.'));
    const headersFor = (url: URL) => signedHeaders(url.href, { bylineId: null, site });
    const options = { maxBytes: most.bytes, totalTime: 8000, idleTime: 5000, network, headersFor, accept: wanted };
    return guardedFetch(address, options, async (body, url, contentType) => {
      if (!isActivity(contentType)) throw new FetchRefused('status', url.host);
      const chunks: Uint8Array[] = [];
      for await (const chunk of body) chunks.push(chunk);
      return { contextUrl: null, document: JSON.parse(Buffer.concat(chunks).toString('utf8')), documentUrl: url.href };
    });
  }
}
