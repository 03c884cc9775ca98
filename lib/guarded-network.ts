import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { env } from '#lib/env.ts';
import { FetchRefused } from '#lib/guarded-fetch-problem.ts';
import { isPublicAddress } from '#lib/public-address.ts';

/** What a guarded fetch may reach. */
export interface GuardedNetwork {
  /** All addresses of a host. */
  resolve(host: string): Promise<readonly string[]>;
  allows(address: string): boolean;
  readonly ports: readonly number[];
}

/** The open internet, by the machine's own resolver. */
export const openInternet: GuardedNetwork = {
  resolve: async (host) => (await lookup(host, { all: true })).map(({ address }) => address),
  allows: isPublicAddress,
  ports: [80, 443],
};

/** For an address that whoever runs the site has set: wherever it is, and on its own port. */
export function trustedNetwork(address: string): GuardedNetwork {
  const { port, protocol } = new URL(address);
  return { ...openInternet, allows: () => true, ports: [Number(port || (protocol === 'https:' ? 443 : 80))] };
}

/**
 * What the site may reach that other servers send it to: the open internet, and beside it those ports of this machine that
 * a test names.
 */
export function outboundNetwork(): GuardedNetwork {
  const ports = env().TEST_LOOPBACK_PORTS;
  if (ports.length === 0) return openInternet;
  return {
    ...openInternet,
    allows: (address) => isPublicAddress(address) || address === '127.0.0.1' || address === '::1',
    ports: [...openInternet.ports, ...ports],
  };
}

/**
 * The address to connect to for a host. A host with even one address that is not allowed is refused: honest ones have
 * none.
 */
export async function allowedAddress(
  host: string,
  network: GuardedNetwork,
  deadline: AbortSignal,
): Promise<{ address: string; family: number }> {
  const addresses = isIP(host) ? [host] : await resolveInTime(host, network, deadline);
  const [first] = addresses;
  if (!first) throw new FetchRefused('unknown_host', host);
  if (!addresses.every((address) => network.allows(address))) throw new FetchRefused('private', host);
  // Many machines have no way out by IPv6.
  const address = addresses.find((one) => isIP(one) === 4) ?? first;
  return { address, family: isIP(address) };
}

async function resolveInTime(host: string, network: GuardedNetwork, deadline: AbortSignal): Promise<readonly string[]> {
  const late = Promise.withResolvers<never>();
  const onLate = () => late.reject(new FetchRefused('too_slow', host));
  if (deadline.aborted) onLate();
  deadline.addEventListener('abort', onLate, { once: true });
  const resolved = network.resolve(host).catch((cause: unknown) => {
    throw new FetchRefused('unknown_host', host, { cause });
  });
  try {
    return await Promise.race([resolved, late.promise]);
  } finally {
    deadline.removeEventListener('abort', onLate);
  }
}
