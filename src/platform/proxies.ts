// Where a request really comes from: a forwarded address is believed only from a proxy that the operator named.
import type { IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';

/** So many proxies stand before us (the server must not be reachable past them), or these addresses and networks. */
export type TrustedProxies = number | string[];

/** `hop` 0 is who is connected to us. */
type Trusts = (address: string, hop: number) => boolean;

/** '2' → 2, '10.0.0.0/8, ::1' → both, '' → nobody; null for anything else. */
export function readTrustedProxies(text: string): TrustedProxies | null {
  if (/^[1-9]$/.test(text)) return Number(text);
  const networks = text.split(',').map((each) => each.trim());
  if (text === '') return [];
  return networks.every((each) => networkOf(each) !== null) ? networks : null;
}

export function trustOf(proxies: TrustedProxies): Trusts {
  if (typeof proxies === 'number') return (_address, hop) => hop < proxies;
  const list = new BlockList();
  for (const each of proxies) {
    const network = networkOf(each);
    if (network) list.addSubnet(network.address, network.bits, network.family);
  }
  return (address) => isIP(address) !== 0 && list.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
}

/** For what does not pass through Fastify: the upgrade of a socket. The nearest address that is no trusted proxy. */
export function addressOf(request: Pick<IncomingMessage, 'socket' | 'headers'>, trusts: Trusts): string {
  const forwarded = String(request.headers['x-forwarded-for'] ?? '').split(',');
  const chain = forwarded.map((each) => each.trim()).filter(Boolean);
  let address = request.socket.remoteAddress ?? '';
  for (let hop = 0; chain.length > 0 && trusts(address, hop); hop++) address = chain.pop() ?? address;
  return address;
}

/** One household or server has a whole /64 of IPv6: its addresses count as one. */
export function networkKey(address: string): string {
  const mapped = /^::ffff:([\d.]+)$/i.exec(address)?.[1];
  if (mapped || isIP(address) !== 6) return mapped ?? address;
  const [head = '', tail = ''] = address.toLowerCase().split('::');
  const groups = head.split(':').filter(Boolean);
  const rest = tail.split(':').filter(Boolean);
  const zeros = address.includes('::') ? Math.max(0, 8 - groups.length - rest.length) : 0;
  const all = [...groups, ...Array.from({ length: zeros }, () => '0'), ...rest];
  return `${all.slice(0, 4).join(':')}::/64`;
}

function networkOf(text: string): { address: string; bits: number; family: 'ipv4' | 'ipv6' } | null {
  const [address = '', bits, ...more] = text.split('/');
  const version = isIP(address);
  if (version === 0 || more.length > 0) return null;
  const most = version === 4 ? 32 : 128;
  const size = bits === undefined ? most : /^\d{1,3}$/.test(bits) ? Number(bits) : -1;
  if (size < 0 || size > most) return null;
  return { address, bits: size, family: version === 4 ? 'ipv4' : 'ipv6' };
}
