import { egnaEnheter } from '../../shared/domain/enhet.ts';
import { etjanstId } from '../../shared/domain/etjanst/records.ts';
import { saknarVardnadshavare } from '../../shared/domain/hushall/vardnadshavare.ts';
import { enhetsnamn } from '../../shared/domain/katalog/enheter.ts';
import { oppnadKund } from '../../shared/domain/kundlista/oppnad.ts';
import { kundlistaId } from '../../shared/domain/kundlista/records.ts';
import { hasOngoingLass } from '../../shared/domain/pagaende.ts';
import { alderPa } from '../../shared/domain/person/alder.ts';
import { registreradPersonkrets } from '../../shared/domain/person/personkrets.ts';
import { utanSkyddadAdress } from '../../shared/domain/person/utan-adress.ts';
import { byggTrad } from '../../shared/domain/rubriktrad/trad.ts';
import { aktScope } from '../../shared/domain/scope.ts';
import type { KundVy } from '../../shared/ipc/views.ts';
import { aktPost } from './akt.ts';
import { aktOfHeads } from './akt-heads.ts';
import type { Katalog } from './katalog.ts';
import type { Oppnade } from './oppnade.ts';
import { personRader } from './person-rad.ts';
import type { Post } from './ports.ts';
import type { Sedda } from './sedda.ts';
import { CallFailure, type Handlers, nowOf, type ServicePorts, todayOf } from './service.ts';

/** Look-alikes named in the header; more would be noise. */
const maxForvaxlaInte = 5;

/** The kund's header, Personuppgifter and rubrikträd (PERS-01 to PERS-04, TRAD-01 to TRAD-14). */
export function kundService(
  ports: ServicePorts,
  katalog: Katalog,
  oppnade: Oppnade,
  sedda: Sedda,
): Handlers<'kund.oppna' | 'kund.hamta' | 'kund.trad'> {
  const { replica, actor, clock, newId } = ports;

  const held = (personId: string): Post<'person'> => {
    const post = replica.record('person', personId);
    if (!post) throw new CallFailure('finns-inte');
    return post;
  };

  function view({ id: personId, data }: Post<'person'>): KundVy {
    const today = todayOf(clock);
    const scope = aktScope(personId);
    const alder = alderPa(data, today);
    const hushall = replica.inScope(scope, 'hushallsmedlem').map(plain);
    const etjanst = replica.record('etjanst', etjanstId(personId));
    const olasliga = replica.unreadableIn(scope).map(({ type }) => type);
    const [personkretsar, beslut] = [replica.inScope(scope, 'personkrets'), replica.inScope(scope, 'beslut')];
    return {
      personId,
      person: utanSkyddadAdress(data),
      alder,
      kontakter: replica.inScope(scope, 'kontakt').map(plain),
      ...(etjanst ? { etjanst: aktPost(etjanst) } : {}),
      godkannanden: replica.inScope(scope, 'godkannande').map(aktPost),
      samtycken: replica.inScope(scope, 'samtycke').map(aktPost),
      inkomstblanketter: replica.inScope(scope, 'inkomstblankett').map(aktPost),
      hushall,
      forvaxlaInte: personRader(replica, replica.lookAlikes(personId, maxForvaxlaInte), today),
      iKundlistan: replica.record('kundlista', kundlistaId(actor().id))?.data.personer.includes(personId) ?? false,
      saknarVardnadshavare: saknarVardnadshavare(
        alder,
        hushall.map((medlem) => medlem.data),
      ),
      personkretsar: egnaEnheter(actor(), data).map((enhet) => {
        const personkrets = registreradPersonkrets({ person: data, personkretsar, beslut }, enhet);
        return { enhet: enhetsnamn(katalog.enheter, enhet), ...(personkrets === undefined ? {} : { personkrets }) };
      }),
      lass: hasOngoingLass(
        beslut.map((ett) => ett.data),
        today,
      ),
      ...(olasliga.length > 0 ? { olasliga } : {}),
    };
  }

  return {
    'kund.oppna': ({ personId, skal }) => {
      const person = held(personId);
      if (person.data.skydd === 'skyddadFolkbokforing' && skal === undefined) throw new CallFailure('skal-kravs');
      oppnade.open(personId, skal);
      sedda.open(aktScope(personId));
      // Housekeeping: a user who may not keep a list of latest kunder opens the kund all the same.
      replica.runCommand({
        id: newId(),
        name: oppnadKund.name,
        version: oppnadKund.version,
        input: { personId },
        at: nowOf(clock),
        actor: actor(),
      });
      return view(person);
    },
    'kund.hamta': ({ personId }) => {
      oppnade.require(personId);
      return view(held(personId));
    },
    'kund.trad': ({ personId }) => {
      oppnade.require(personId);
      const person = held(personId);
      return byggTrad(aktOfHeads(replica.heads(aktScope(personId))), katalog, actor(), todayOf(clock), person.data);
    },
  };
}

const plain = <T>({ id, data }: { id: string; data: T }) => ({ id, data });
