import { type KeyObject, sign as signBytes, verify as verifyBytes } from 'node:crypto';

/** base64url Ed25519 over the text's UTF-8. */
export function sign(privateKey: KeyObject, text: string): string {
  return signBytes(null, Buffer.from(text, 'utf8'), privateKey).toString('base64url');
}

/** Whether this very signature text is the key's over this text. Anything malformed is simply not a signature. */
export function verify(publicKey: KeyObject, text: string, signature: string): boolean {
  const bytes = Buffer.from(signature, 'base64url');
  return bytes.toString('base64url') === signature && verifyBytes(null, Buffer.from(text, 'utf8'), publicKey, bytes);
}
