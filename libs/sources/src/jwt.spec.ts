import { createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import { privateKeyOf, readJwt, signJwt } from './jwt.js';

/** The example of RFC 7515, appendix A.3. */
const RFC_TOKEN =
  'eyJhbGciOiJFUzI1NiJ9' +
  '.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ' +
  '.DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q';
const RFC_KEY = {
  kty: 'EC',
  crv: 'P-256',
  x: 'f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU',
  y: 'x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0',
};

const elliptic = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });

describe('JSON Web Tokens', () => {
  it('reads the example of the RFC', async () => {
    const key = createPublicKey({ key: RFC_KEY, format: 'jwk' });
    expect((await readJwt(RFC_TOKEN, 'ES256', key))?.claims).toMatchObject({ iss: 'joe', exp: 1300819380 });
    expect(await readJwt(RFC_TOKEN.replace('.Dt', '.Du'), 'ES256', key)).toBeUndefined();
  });

  it.each([
    ['ES256', elliptic],
    ['RS256', rsa],
  ] as const)('signs %s so that the public key finds it good', async (alg, { privateKey, publicKey }) => {
    const token = await signJwt({ alg, kid: 'K1' }, { iss: 'книгарня', exp: 2_000_000_000 }, privateKey);
    expect(await readJwt(token, alg, publicKey)).toEqual({
      header: { alg, kid: 'K1', typ: 'JWT' },
      claims: { iss: 'книгарня', exp: 2_000_000_000 },
    });
  });

  it('puts R and S side by side, 64 bytes', async () => {
    const token = await signJwt({ alg: 'ES256' }, {}, elliptic.privateKey);
    const [, , signature = ''] = token.split('.');
    expect(Buffer.from(signature, 'base64url')).toHaveLength(64);
  });

  it.each([
    [
      'another key',
      () => signJwt({ alg: 'ES256' }, {}, generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey),
    ],
    ['another algorithm', () => signJwt({ alg: 'RS256' }, {}, rsa.privateKey)],
    ['no algorithm', () => `${Buffer.from('{"alg":"none"}').toString('base64url')}.e30.`],
    ['a DER signature', derSigned],
    ['no token', () => 'a.b'],
    ['something else', () => '{}'],
  ])('takes nothing of %s', async (_, make) => {
    expect(await readJwt(await make(), 'ES256', elliptic.publicKey)).toBeUndefined();
  });

  it('reads a pasted key in whatever shape it came through a form', () => {
    const pem = elliptic.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    const body = pem.replace(/-----[A-Z ]+-----/g, '').trim();
    const shapes = [
      pem,
      pem.replaceAll('\n', ' '),
      pem.replaceAll('\n', '\\n'),
      body,
      body.replaceAll('\n', ''),
    ];
    for (const shape of shapes) expect(privateKeyOf(shape)?.equals(elliptic.privateKey)).toBe(true);
    expect(privateKeyOf('not a key')).toBeUndefined();
  });
});

async function derSigned(): Promise<string> {
  const token = await signJwt({ alg: 'ES256' }, {}, elliptic.privateKey);
  const input = token.split('.').slice(0, 2).join('.');
  return `${input}.${sign('sha256', Buffer.from(input), elliptic.privateKey).toString('base64url')}`;
}
