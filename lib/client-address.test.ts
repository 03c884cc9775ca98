import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addressNetwork, clientAddress, parseTrustedProxies } from './client-address.ts';

function request(peer: string, forwardedFor?: string): IncomingMessage {
  const socket = new Socket();
  Object.defineProperty(socket, 'remoteAddress', { value: peer });
  const message = new IncomingMessage(socket);
  if (forwardedFor !== undefined) message.headers['x-forwarded-for'] = forwardedFor;
  return message;
}

describe('the address of a request', () => {
  test.each([
    ['', '203.0.113.9', '198.51.100.7', '203.0.113.9'],
    ['', '::ffff:203.0.113.9', undefined, '203.0.113.9'],
    ['loopback', '203.0.113.9', '198.51.100.7', '203.0.113.9'],
    ['loopback', '127.0.0.1', '198.51.100.7', '198.51.100.7'],
    ['loopback', '::1', '192.0.2.1, 198.51.100.7', '198.51.100.7'],
    ['loopback, 198.51.100.0/24', '::1', '192.0.2.1, 198.51.100.7', '192.0.2.1'],
    ['loopback', '127.0.0.1', undefined, '127.0.0.1'],
    ['loopback', '127.0.0.1', 'unknown', '127.0.0.1'],
    ['loopback', '127.0.0.1', '<script>', '127.0.0.1'],
    ['loopback', '127.0.0.1', '2001:DB8::1', '2001:db8::1'],
  ])('trusting [%s], %s that forwards for %s is %s', (trusted, peer, forwardedFor, expected) => {
    expect(clientAddress(request(peer, forwardedFor), parseTrustedProxies(trusted))).toBe(expected);
  });

  test('is never what an untrusted peer says', () => {
    fc.assert(
      fc.property(fc.string(), (forwardedFor) => {
        expect(clientAddress(request('203.0.113.9', forwardedFor), parseTrustedProxies(''))).toBe('203.0.113.9');
      }),
    );
  });
});

test.each(['nonsense', '10.0.0.0/33', '10.0.0.0/0', 'loopback, example.com'])(
  'TRUSTED_PROXIES=%s is refused in one sentence',
  (text) => {
    expect(() => parseTrustedProxies(text)).toThrow(
      /^TRUSTED_PROXIES holds ".*", which is no address, .*; correct it\.$/,
    );
  },
);

describe('the network of an address', () => {
  test.each([
    ['203.0.113.9', '203.0.113.0/24'],
    ['::ffff:203.0.113.9', '203.0.113.0/24'],
    ['2001:db8:12:3456::1', '2001:db8:12::/48'],
    ['2001:0DB8:0012::', '2001:db8:12::/48'],
    ['2001:db8::1', '2001:db8:0::/48'],
    ['::1', '0:0:0::/48'],
    ['fe80::1%eth0', 'fe80:0:0::/48'],
    ['', ''],
  ])('%s is in %s', (address, network) => {
    expect(addressNetwork(address)).toBe(network);
  });

  test('does not depend on how an IPv6 address is written', () => {
    const group = fc.integer({ min: 0, max: 0xffff });
    fc.assert(
      fc.property(fc.array(group, { minLength: 8, maxLength: 8 }), (groups) => {
        const long = groups.map((part) => part.toString(16).padStart(4, '0')).join(':');
        const short = new URL(`http://[${long}]`).hostname.slice(1, -1);
        expect(addressNetwork(short)).toBe(addressNetwork(long));
        expect(
          addressNetwork(long)
            .split(':')
            .slice(0, 3)
            .map((part) => Number.parseInt(part, 16)),
        ).toEqual(groups.slice(0, 3));
      }),
      { examples: [[[0, 0, 5, 1, 2, 3, 4, 6]]] },
    );
  });
});
