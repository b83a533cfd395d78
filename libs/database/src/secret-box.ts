import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { Fault } from '@heard/core';

const version = 1;
const nonceBytes = 12;
const tagBytes = 16;

/**
 * Seals secrets for storage: AES-256-GCM under a key derived (HKDF, RFC 5869) from the installation's secret key.
 * The envelope is version, key id (4 bytes), nonce, tag, ciphertext; the place a secret belongs to is bound to it,
 * so that a sealed value copied to another row does not open.
 */
export class SecretBox {
  private readonly key: Buffer;
  private readonly keyId: Buffer;
  private readonly macKey: Buffer;

  constructor(secretKey: string) {
    this.key = derive(secretKey, 'heard sealed secrets');
    this.macKey = derive(secretKey, 'heard tokens');
    this.keyId = derive(secretKey, 'heard key id').subarray(0, 4);
  }

  /** Seals a text for one place, e.g. `source:<id>`. */
  seal(plain: string, place: string): Buffer {
    const nonce = randomBytes(nonceBytes);
    const cipher = createCipheriv('aes-256-gcm', this.key, nonce).setAAD(Buffer.from(place));
    const sealed = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
    return Buffer.concat([Buffer.from([version]), this.keyId, nonce, cipher.getAuthTag(), sealed]);
  }

  /** Opens what `seal` made for the same place; a fault says when the key is another one. */
  open(envelope: Buffer, place: string): string {
    const keyId = envelope.subarray(1, 5);
    if (envelope[0] !== version || !keyId.equals(this.keyId)) {
      throw new Fault(
        'disconnected',
        'A stored secret was sealed with another key. Set HEARD_SECRET_KEY to the key this database was used with, or connect the source anew.',
        { code: 'secret_key_differs' },
      );
    }
    const nonce = envelope.subarray(5, 5 + nonceBytes);
    const tag = envelope.subarray(5 + nonceBytes, 5 + nonceBytes + tagBytes);
    const decipher = createDecipheriv('aes-256-gcm', this.key, nonce)
      .setAAD(Buffer.from(place))
      .setAuthTag(tag);
    const sealed = envelope.subarray(5 + nonceBytes + tagBytes);
    return Buffer.concat([decipher.update(sealed), decipher.final()]).toString('utf8');
  }

  /** A token that only this installation can make: the same for the same place and id, unguessable to others. */
  token(place: string, id: string): string {
    return createHmac('sha256', this.macKey).update(`${place}:${id}`).digest('base64url');
  }
}

function derive(secretKey: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secretKey, '', purpose, 32));
}
