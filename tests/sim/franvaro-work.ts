import type { Kommando } from '../../scripts/demo/formular/formular.ts';
import { raknasTom, raknatUnderlag } from '../../shared/domain/franvaro/underlag.ts';
import type { AktVy } from '../../shared/ipc/views.ts';
import { plusDagar } from '../../shared/util/datum.ts';
import type { Random } from './random.ts';

/** Frånvaro, from what this computer shows: registered, changed, ended, marked as wrong, and told of. */
export function franvaroarbete({ personId, franvaron, verkstalligheter }: AktVy, random: Random, today: string): Kommando | undefined {
  const tidigare = franvaron.length > 0 && random.chance(0.7) ? random.pick(franvaron) : undefined;
  const falt = {
    ...{ planerad: random.chance(0.5), orsak: random.pick(['Sjukhus', 'Resa']), rev: random.uuid() },
    ...{ kostForsta: random.chance(0.5), kostSista: random.chance(0.5) },
  };
  if (!tidigare) {
    const hos = verkstalligheter.filter(({ data }) => !data.lssInsatser);
    if (hos.length === 0) return undefined;
    const { id, data } = random.pick(hos);
    const fran = plusDagar(random.chance(0.5) ? today : data.startdatum, random.between(-3, 45));
    const till = random.chance(0.5) ? { till: plusDagar(fran, random.between(0, 40)) } : {};
    return { name: 'franvaro.registrera', input: { personId, franvaroId: random.uuid(), verkstallighetId: id, ...falt, fran, ...till } };
  }
  const { id: franvaroId, data } = tidigare;
  const gemensamt = { personId, franvaroId, sedd: data.rev };
  const val = random.below(10);
  if (val < 3)
    return {
      name: 'franvaro.avsluta',
      input: { ...gemensamt, till: plusDagar(data.fran, random.between(0, 40)), kostSista: falt.kostSista, rev: falt.rev },
    };
  if (val < 4) return { name: 'franvaro.felmarkera', input: { ...gemensamt, orsak: `Orsak ${random.below(100)}` } };
  if (val < 7) {
    const tom = raknasTom(data, today);
    const { dagarUtanKost } = raknatUnderlag(data, tom);
    return { name: 'franvaro.skickaUnderlag', input: { ...gemensamt, underlagId: random.uuid(), tom, dagarUtanKost } };
  }
  const till = random.chance(0.5) ? { till: plusDagar(data.fran, random.between(0, 60)) } : {};
  return { name: 'franvaro.andra', input: { ...gemensamt, ...falt, fran: plusDagar(data.fran, random.between(-2, 2)), ...till } };
}
