import { luckorIFraser } from '../../shared/domain/text/luckor.ts';
import type { Katalog } from './katalog.ts';
import type { Handlers } from './service.ts';

/** The frastexter offered under a rubrik: its own, and those for everywhere (FRAS-01); and what they leave to be filled in. */
export const frastextService = (katalog: Katalog): Handlers<'frastext.lista' | 'frastext.luckor'> => ({
  'frastext.lista': ({ rubrikKod }) =>
    katalog.frastexter
      .filter(({ data }) => data.rubrikKoder.length === 0 || data.rubrikKoder.includes(rubrikKod))
      .map(({ id, data }) => ({ id, titel: data.titel, text: data.text })),
  'frastext.luckor': () => luckorIFraser(katalog.frastexter.map(({ data }) => data)),
});
