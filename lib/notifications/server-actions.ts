'use server';

import { serverFunction } from '@/lib/access/server-function';
import { putAway } from '@/lib/notifications/put-away';

export const submitPutAway = serverFunction(putAway, { act: 'own-session' });
