import 'server-only';
import { keyIdOf, sealWith, unsealWith } from '@/lib/access/sealing';
import { settings } from '@/lib/env';

/** Sealing with the settings' key: identities and drafts. */
export const currentKeyId = () => keyIdOf(settings().encryptionKey);
export const seal = (text: string, about: string) => sealWith(settings().encryptionKey, text, about);
export const unseal = (sealed: string, about: string) => unsealWith(settings().encryptionKey, sealed, about);
