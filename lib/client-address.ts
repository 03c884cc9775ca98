import type { IncomingMessage } from 'node:http';
import { isIP, isIPv6 } from 'node:net';
import proxyAddress from 'proxy-addr';
import { env } from '#lib/env.ts';
import { StartProblem } from '#lib/start-problem.ts';

export type TrustsProxy = (address: string, hop: number) => boolean;

/**
 * The address that a request came from. X-Forwarded-For is believed only as far as it was written by the proxies in
 * TRUSTED_PROXIES; '' where the connection has no address any more. An IPv4 address is never in its IPv6 form.
 */
export function clientAddress(request: IncomingMessage, trusts: TrustsProxy = trustedProxies()): string {
  const found = proxyAddress(request, trusts) ?? '';
  return plainAddress(isIP(found) === 0 ? (request.socket.remoteAddress ?? '') : found);
}

/** Reads TRUSTED_PROXIES; call it at the start, so that a mistake there is found then. Throws `StartProblem`. */
export function trustedProxies(): TrustsProxy {
  compiled ??= parseTrustedProxies(env().TRUSTED_PROXIES);
  return compiled;
}

let compiled: TrustsProxy | undefined;

/** Addresses, networks such as `10.0.0.0/8`, and the names `loopback`, `linklocal`, `uniquelocal`; nothing means none. */
export function parseTrustedProxies(text: string): TrustsProxy {
  const parts = text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  if (parts.length === 0) return () => false;
  return proxyAddress.compile(parts.map(checkedProxy));
}

function checkedProxy(part: string): string {
  try {
    proxyAddress.compile(part);
    return part;
  } catch (cause) {
    throw new StartProblem(
      `TRUSTED_PROXIES holds ${JSON.stringify(part)}, which is no address, network such as 10.0.0.0/8, loopback, linklocal or uniquelocal; correct it.`,
      { cause },
    );
  }
}

/**
 * The network that an address is limited by: /24 for IPv4, /48 for IPv6, which is what one household or office is given
 * at most. Text that is no address is its own network.
 */
export function addressNetwork(address: string): string {
  const plain = plainAddress(address);
  if (!isIPv6(plain)) return plain.replace(/\.\d+$/, '.0/24');
  const [front = [], back = []] = plain.split('::').map((half) => half.split(':').filter(Boolean));
  const left = Math.max(0, 8 - front.length - back.length);
  const groups = [...front, ...Array<string>(left).fill('0'), ...back].slice(0, 3);
  return `${groups.map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::/48`;
}

function plainAddress(address: string): string {
  const [plain = ''] = address.toLowerCase().split('%');
  return /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(plain)?.[1] ?? plain;
}
