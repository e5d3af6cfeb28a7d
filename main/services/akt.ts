import type { Handelse } from '../../shared/domain/historik/records.ts';
import { alderPa } from '../../shared/domain/person/alder.ts';
import { utanSkyddadAdress } from '../../shared/domain/person/utan-adress.ts';
import type { RecordType } from '../../shared/domain/records.ts';
import { aktScope } from '../../shared/domain/scope.ts';
import type { AktPost } from '../../shared/ipc/views.ts';
import { handelseVyer } from './handelse-vy.ts';
import type { Oppnade } from './oppnade.ts';
import type { Post } from './ports.ts';
import { CallFailure, type Handlers, type ServicePorts, todayOf } from './service.ts';

/** An opened akt as the case's forms, lists and timeline read it, and the history of its records. */
export function aktService({ replica, clock }: ServicePorts, oppnade: Oppnade): Handlers<'kund.akt' | 'kund.historik'> {
  return {
    'kund.akt': ({ personId }) => {
      oppnade.require(personId);
      const person = replica.record('person', personId);
      if (!person) throw new CallFailure('finns-inte');
      const scope = aktScope(personId);
      const of = <T extends RecordType>(type: T) => replica.inScope(scope, type).map(aktPost);
      return {
        personId,
        person: { ...aktPost(person), data: utanSkyddadAdress(person.data) },
        alder: alderPa(person.data, todayOf(clock)),
        hushall: of('hushallsmedlem'),
        personkretsar: of('personkrets'),
        aktualiseringar: of('aktualisering'),
        utredningar: of('utredning'),
        beslut: of('beslut'),
        bestallningar: of('bestallning'),
        verkstalligheter: of('verkstallighet'),
        franvaron: of('franvaro'),
        franvarounderlag: of('franvarounderlag'),
        bedomningar: of('bedomning'),
        bevakningar: of('bevakning'),
        erbjudanden: of('erbjudande'),
        ivouppgifter: of('ivouppgift'),
        ivorapporter: of('ivorapport'),
        uppfoljningar: of('uppfoljning'),
        moten: of('mote'),
        individuellaPlaner: of('individuellPlan'),
        kirForslag: of('kirForslag'),
        handlingar: of('dokument'),
      };
    },

    'kund.historik': ({ personId, type, id }) => {
      oppnade.require(personId);
      const about = (post: Handelse['poster'][number]) =>
        (type === undefined || post.type === type) && (id === undefined || post.id === id);
      return handelseVyer(replica.inScope(aktScope(personId), 'handelse'), about);
    },
  };
}

export const aktPost = <T extends RecordType>({ id, data, pending }: Post<T>): AktPost<Post<T>['data']> => ({ id, data, osand: pending });
