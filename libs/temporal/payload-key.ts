import { type KeyRing } from '@kerjasama/keys/key-ring';
import { type PayloadKey } from './codec';

/** The ring's current key as the codec takes it. */
export function payloadKeyOf({ current }: KeyRing): PayloadKey {
  return { id: current.id, key: current.secret.export() };
}
