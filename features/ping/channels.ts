import 'server-only';
import { indexNowKey, indexNowKeyHref } from '#features/ping/index-now-key.ts';
import type { SiteSettings } from '#features/settings/schema.ts';
import { env, siteUrl } from '#lib/env.ts';
import { type GuardedNetwork, outboundNetwork, trustedNetwork } from '#lib/guarded-network.ts';
import type { PingChannel } from '#lib/vocabulary.ts';

/** One request of a ping, and the paths that it names. */
export interface PingRequest {
  readonly addresses: readonly string[];
  readonly contentType: string;
  readonly body: string;
}

/** Whom a channel tells, by the settings; null while it is off. */
export function endpointOf(channel: PingChannel, { indexNow, webSubHub }: SiteSettings): string | null {
  switch (channel) {
    case 'indexNow':
      return indexNow === 'on' ? (env().INDEXNOW_URL ?? 'https://api.indexnow.org/indexnow') : null;
    case 'webSub':
      return webSubHub || null;
  }
}

/** What may be reached at an endpoint: the open internet, or what whoever runs the site has named in the environment. */
export function networkFor(endpoint: string): GuardedNetwork {
  return endpoint === env().INDEXNOW_URL ? trustedNetwork(endpoint) : outboundNetwork();
}

/** The requests that tell of these paths. */
export function requestsOf(channel: PingChannel, addresses: readonly string[]): PingRequest[] {
  switch (channel) {
    case 'indexNow':
      return [indexNowRequest(addresses)];
    case 'webSub':
      // Hubs differ in what they make of several in one request.
      return addresses.map(webSubRequest);
  }
}

function indexNowRequest(addresses: readonly string[]): PingRequest {
  const key = indexNowKey();
  const told = {
    host: new URL(siteUrl()).host,
    key,
    keyLocation: siteUrl() + indexNowKeyHref(key),
    urlList: addresses.map((address) => siteUrl() + address),
  };
  return { addresses, contentType: 'application/json; charset=utf-8', body: JSON.stringify(told) };
}

/** As hubs take it; the standard (https://www.w3.org/TR/websub/) leaves to them how they are told. */
function webSubRequest(address: string): PingRequest {
  const body = new URLSearchParams({ 'hub.mode': 'publish', 'hub.url': siteUrl() + address }).toString();
  return { addresses: [address], contentType: 'application/x-www-form-urlencoded', body };
}
