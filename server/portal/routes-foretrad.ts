import { swedishDay } from '../../shared/util/datum.ts';
import { finnsInte } from './page-fel.ts';
import { foretradsida } from './page-foretrad.ts';
import { foretradda } from './representing.ts';
import type { Route } from './route.ts';

/** Acting in the place of somebody who has agreed to it (ETJ-06, REL-01): one at a time, said at the top of each page. */
export const foretradRoutes: Route[] = [
  {
    method: 'GET',
    path: '/foretrad',
    access: 'either',
    logged: 'vilka de får företräda',
    async answer({ store, tenant }, visit) {
      const alla = await foretradda(store, tenant, visit.signedIn.personnummer, swedishDay(visit.now));
      return { sida: foretradsida(visit, alla) };
    },
  },
  {
    method: 'POST',
    path: '/foretrad/:godkannandeId',
    access: 'either',
    logged: 'börjar företräda',
    unbound: true,
    async answer({ store, tenant }, visit) {
      const { personnummer, secret } = visit.signedIn;
      const alla = await foretradda(store, tenant, personnummer, swedishDay(visit.now));
      const vald = alla.find(({ godkannandeId }) => godkannandeId === visit.params.godkannandeId);
      if (!vald) return { sida: finnsInte };
      await store.actInPortal({ tenant, secret }, vald.godkannandeId);
      return { till: '/' };
    },
  },
  {
    method: 'POST',
    path: '/foretrad/sluta',
    access: 'either',
    unbound: true,
    async answer({ store, tenant }, { signedIn: { secret } }) {
      await store.actInPortal({ tenant, secret }, null);
      return { till: '/' };
    },
  },
];
