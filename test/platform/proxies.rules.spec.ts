// Where a request comes from: what stands in a header is believed of a trusted proxy only, and only as far as it saw for itself.
import { addressOf, networkKey, readTrustedProxies, trustOf } from '../../src/platform/proxies.js';

const seen = (trusted: string, remote: string, forwarded?: string): string =>
  addressOf(
    {
      socket: { remoteAddress: remote },
      headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
    } as never,
    trustOf(readTrustedProxies(trusted) ?? []),
  );

it.each([
  ['nobody is trusted', '', '203.0.113.1', '198.51.100.1', '203.0.113.1'],
  ['somebody else is trusted', '10.0.0.1', '203.0.113.1', '198.51.100.1', '203.0.113.1'],
  ['the proxy is trusted', '10.0.0.1', '10.0.0.1', '198.51.100.1', '198.51.100.1'],
  ['it is, and says nothing', '10.0.0.1', '10.0.0.1', undefined, '10.0.0.1'],
  ['the caller put something in front', '10.0.0.1', '10.0.0.1', '1.1.1.1, 198.51.100.1', '198.51.100.1'],
  ['two proxies of one network', '10.0.0.0/8', '10.0.0.1', '1.1.1.1, 198.51.100.1, 10.9.9.9', '198.51.100.1'],
  ['the caller names a proxy of ours', '10.0.0.0/8', '10.0.0.1', '10.1.1.1, 198.51.100.1', '198.51.100.1'],
  ['one is counted', '1', '10.0.0.1', '1.1.1.1, 198.51.100.1', '198.51.100.1'],
  ['two are counted', '2', '10.0.0.1', '1.1.1.1, 198.51.100.1, 10.0.0.2', '198.51.100.1'],
  ['more are counted than there are', '9', '10.0.0.1', '198.51.100.1', '198.51.100.1'],
  ['an IPv4 address in its IPv6 form', '127.0.0.1', '::ffff:127.0.0.1', '198.51.100.1', '198.51.100.1'],
  ['garbage', '127.0.0.0/8', '127.0.0.1', 'unknown', 'unknown'],
])('%s', (_what, trusted, remote, forwarded, address) => {
  expect(seen(trusted, remote, forwarded)).toBe(address);
});

it.each([
  ['203.0.113.1', '203.0.113.1'],
  ['::ffff:203.0.113.1', '203.0.113.1'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:DB8:1:2::1', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['unknown', 'unknown'],
])('%s counts as %s', (address, key) => {
  expect(networkKey(address)).toBe(key);
});
