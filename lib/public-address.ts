import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/**
 * Whether an IP address is one of the open internet: global unicast by the IANA special-purpose registries, and not a
 * cloud's own service. An IPv4 address inside an IPv6 one (mapped, NAT64, 6to4, Teredo) is never accepted: where it
 * leads is decided by others.
 */
export function isPublicAddress(text: string): boolean {
  if (isIP(text) === 0 || ownServices.has(text)) return false;
  const address = ipaddr.parse(text);
  if (address.range() !== 'unicast') return false;
  return address.kind() === 'ipv4' || address.match(globalUnicast);
}

/** The part of IPv6 from which addresses are given out (RFC 4291, section 2.4). */
const globalUnicast = ipaddr.parseCIDR('2000::/3');

/** A cloud's metadata and host services that stand on a public address (Azure). */
const ownServices = new Set(['168.63.129.16']);
