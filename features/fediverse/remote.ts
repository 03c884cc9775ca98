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

interface RemoteLoaders {
  /** Actors and keys. */
  readonly documentLoader: DocumentLoader;
  /** What the words in them mean. */
  readonly contextLoader: DocumentLoader;
}

/**
 * Loads documents of other servers, each once. Actors and keys are asked for under the site's signature, since some show
 * themselves only to those that they know; and taken only as ActivityStreams and from the server that was asked, since
 * anybody can put other files, or a redirect, on a server. Well-known contexts are at hand.
 */
export function remoteLoaders(site: Site, network: GuardedNetwork): RemoteLoaders {
  const loaded = new Map<string, ReturnType<DocumentLoader>>();
  const limits = { maxBytes: most.bytes, totalTime: 8000, idleTime: 5000, network, accept: wanted };
  const headersFor = (url: URL) => signedHeaders(url.href, { bylineId: null, site });

  function once(address: string, load: (plain: string) => ReturnType<DocumentLoader>): ReturnType<DocumentLoader> {
    const [plain = address] = address.split('#');
    const known = loaded.get(plain);
    if (known) return known;
    if (loaded.size >= most.documents) return Promise.reject(new Error('Too many documents are needed.'));
    const loading = load(plain);
    loaded.set(plain, loading);
    return loading;
  }
  const loadDocument = (address: string) =>
    guardedFetch(address, { ...limits, headersFor }, async (body, url, contentType) => {
      if (!isActivity(contentType) || url.origin !== new URL(address).origin)
        throw new FetchRefused('status', url.host);
      return parsed(body, url);
    });
  const loadContext = (address: string) => guardedFetch(address, limits, parsed);

  return {
    documentLoader: (address) => once(address, loadDocument),
    contextLoader: (address) => {
      const document = preloadedContexts[address];
      return document
        ? Promise.resolve({ contextUrl: null, document, documentUrl: address })
        : once(address, loadContext);
    },
  };
}

async function parsed(body: AsyncIterable<Uint8Array>, url: URL): ReturnType<DocumentLoader> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of body) chunks.push(chunk);
  return { contextUrl: null, document: JSON.parse(Buffer.concat(chunks).toString('utf8')), documentUrl: url.href };
}
