'use client';

import { createContext } from 'react';

/** The account a page was made for: goes with each of its forms, so that nothing is saved for whoever signs in on the same computer meanwhile. */
export const WhoContext = createContext<string | null>(null);
