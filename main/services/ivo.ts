import { ivosiffror, kvartalFor, kvartalsdagar } from '../../shared/domain/klocka/ivo.ts';
import type { IvoVy } from '../../shared/ipc/ivo.ts';
import { type IvoPorts, ivoraderFor } from './ivo-rader.ts';
import type { Katalog } from './katalog.ts';
import type { Handlers } from './service.ts';

/** The report to IVO of a quarter (SoL 34 kap., LSS 28 f–h §§), of what the user reads on this computer. */
export function ivoService(ports: IvoPorts, katalog: Katalog): Handlers<'ivo.lista'> {
  return {
    'ivo.lista': ({ kvartal, vilka }) => {
      const alla = ivoraderFor(ports, katalog, { kvartal, vilka: 'alla' });
      const innan = kvartalFor(kvartalsdagar(kvartal).fran, -1);
      const forra = ivoraderFor(ports, katalog, { kvartal: innan, vilka }).filter(({ rapport }) => !rapport).length;
      const rader = vilka === 'alla' ? alla : alla.filter(({ min }) => min);
      return { klar: ports.replica.fristerReady(), rader, siffror: ivosiffror(alla), forra } satisfies IvoVy;
    },
  };
}
