import * as dns from 'node:dns';
import { lookup } from 'node:dns/promises';
import { isIP, type LookupFunction } from 'node:net';
import { Fault } from '@heard/core';
import ipaddr from 'ipaddr.js';

/** Ranges of the past that lead inside where a network still knows them: IPv4 within IPv6, and site-local. */
export const pastRanges: readonly string[] = ['::/96', 'fec0::/10'];

/** The address to connect to for a host of another protocol: no private one, whatever its name resolves to. */
export async function publicAddress(host: string): Promise<string> {
  const found = await resolve(host);
  const [first] = found;
  if (first === undefined) throw new Fault('unavailable', 'This host has no address', { code: 'network' });
  // One private address among several is how a name leads inside at the second try.
  if (found.every(isPublic)) return first;
  throw isPrivate();
}

/** Refuses a host behind a proxy that is known to lead inside; a name that only the proxy knows is the proxy's to judge. */
export async function refusePrivate(host: string): Promise<void> {
  const found = await resolve(host).catch((): string[] => []);
  if (!found.every(isPublic)) throw isPrivate();
}

/** Refuses an address that is written out; names are looked at when they are connected to. */
export function refusePrivateAddress(host: string): void {
  const address = host.replaceAll(/^\[|\]$/gu, '');
  if (isIP(address) !== 0 && !isPublic(address)) throw isPrivate();
}

/** Looks a name up as `dns.lookup` does, and gives no private address. */
export const lookUpPublic: LookupFunction = (host, options, callback) => {
  dns.lookup(host, { ...options, all: true }, (error, found) => {
    const [first] = found ?? [];
    if (error ?? !first) return callback(error ?? new Error('This host has no address'), '');
    if (!found.every(({ address }) => isPublic(address))) return callback(isPrivate(), '');
    if (options.all === true) callback(null, found);
    else callback(null, first.address, first.family);
  });
};

function isPrivate(): Fault {
  return new Fault('refused', 'Private and local addresses are not called', { code: 'private_address' });
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
