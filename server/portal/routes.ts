import type { Route } from './route.ts';
import { ansokanRoutes } from './routes-ansokan.ts';
import { foretradRoutes } from './routes-foretrad.ts';
import { inkomstRoutes } from './routes-inkomst.ts';
import { meddelandeRoutes } from './routes-meddelanden.ts';
import { profilRoutes } from './routes-profil.ts';
import { signInRoutes } from './routes-sign-in.ts';

/**
 * Every address of the portal: the router is made of this list and of nothing else, and each stands in the table of tests that asks who
 * sees what (`portal-table.test.ts`).
 */
export const portalRoutes = (onSignInFailed: (error: unknown, provider: string) => void): Route[] => [
  ...signInRoutes(onSignInFailed),
  ...ansokanRoutes,
  ...meddelandeRoutes,
  ...inkomstRoutes,
  ...profilRoutes,
  ...foretradRoutes,
];
