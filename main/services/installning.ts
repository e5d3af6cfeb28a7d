import type { Handlers, ServicePorts } from './service.ts';

/** Settings of the screens share a table with the core's own (tokens, contact): the prefix keeps the renderer out of those. */
const own = (nyckel: string): string => `skarm:${nyckel}`;

/** The user's settings on this computer: sizes, splits, open tabs (FORB-17). */
export const installningService = ({ replica }: ServicePorts): Handlers<'installning.hamta' | 'installning.satt'> => ({
  'installning.hamta': ({ nyckel }) => replica.setting(own(nyckel)) ?? null,
  'installning.satt': ({ nyckel, varde }) => {
    replica.setSetting(own(nyckel), varde ?? null);
    return null;
  },
});
