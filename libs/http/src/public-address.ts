import { lookup } from 'node:dns/promises';
import { Fault } from '@heard/core';
import ipaddr from 'ipaddr.js';
import { pastRanges } from './agents.js';

/** The address to connect to for a host of another protocol: no private one, whatever its name resolves to. */
export async function publicAddress(host: string): Promise<string> {
  const found = await resolve(host);
  const [first] = found;
  if (first === undefined) throw new Fault('unavailable', 'This host has no address', { code: 'network' });
  // One private address among several is how a name leads inside at the second try.
  if (found.every(isPublic)) return first;
  throw new Fault('refused', 'Private and local addresses are not called', { code: 'private_address' });
}

/** Every address of a host. */
export async function resolve(host: string): Promise<string[]> {
  try {
    const found = await lookup(host.replaceAll(/^\[|\]$/gu, ''), { all: true });
    return found.map(({ address }) => address);
  } catch (cause) {
    throw new Fault('unavailable', 'The name of this host is not known', { code: 'network', cause });
  }
}

function isPublic(address: string): boolean {
  const parsed = ipaddr.parse(address);
  return parsed.range() === 'unicast' && !pastRanges.some((range) => isIn(parsed, range));
}

function isIn(address: ipaddr.IPv4 | ipaddr.IPv6, range: string): boolean {
  const [network, bits] = ipaddr.parseCIDR(range);
  return address.kind() === network.kind() && address.match(network, bits);
}
