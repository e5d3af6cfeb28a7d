import { egnaEnheter, enhetOf } from '../../shared/domain/enhet.ts';
import { enhetsnamn, mottagandeEnheter } from '../../shared/domain/katalog/enheter.ts';
import { attLamna } from '../../shared/domain/overlamning/att-lamna.ts';
import { aktScope } from '../../shared/domain/scope.ts';
import type { UppgiftVy } from '../../shared/ipc/views.ts';
import { aktState } from './akt-state.ts';
import type { Katalog } from './katalog.ts';
import type { Oppnade } from './oppnade.ts';
import { CallFailure, type Handlers, type ServicePorts } from './service.ts';

/** What is handed between units: as it would be, and as it was. */
export function uppgiftService(
  { replica, actor }: ServicePorts,
  katalog: Katalog,
  oppnade: Oppnade,
): Handlers<'uppgift.underlag' | 'uppgift.hamta'> {
  const opened = (personId: string) => {
    oppnade.require(personId);
    const state = aktState(replica, aktScope(personId));
    const person = state.get('person', personId);
    if (!person) throw new CallFailure('finns-inte');
    return { state, person };
  };
  return {
    'uppgift.underlag': ({ personId, id }) => {
      const { state, person } = opened(personId);
      const type = state.get('beslut', id) ? 'beslut' : 'anteckning';
      const uppgift = attLamna(state, person, { type, id });
      if (!uppgift) return null;
      const { enhet, rev, namn, innehall, hinder } = uppgift;
      const koder = enhet === undefined ? [] : mottagandeEnheter(katalog.enheter, person.enheter, enhet, actor().enheter);
      return {
        ref: { type, id },
        rev,
        namn,
        ...(innehall === undefined ? {} : { innehall }),
        ...(hinder === undefined ? {} : { hinder }),
        till: koder.map((kod) => ({ kod, namn: enhetsnamn(katalog.enheter, kod) })),
      };
    },
    'uppgift.hamta': ({ personId, id }): UppgiftVy | null => {
      const { state, person } = opened(personId);
      const egna = egnaEnheter(actor(), person);
      const mottagen = state.get('mottagen', id);
      if (mottagen && egna.includes(enhetOf('mottagen', mottagen, person) ?? ''))
        return { slag: 'mottagen', data: mottagen, enhet: enhetsnamn(katalog.enheter, mottagen.franEnhet) };
      const utlamning = state.get('utlamning', id);
      return utlamning ? { slag: 'utlamning', data: utlamning, enhet: enhetsnamn(katalog.enheter, utlamning.tillEnhet) } : null;
    },
  };
}
