import { type Lada, ladnyckel } from '../../shared/domain/brevlada.ts';
import type { Actor } from '../../shared/domain/command.ts';
import { alderPa, meddelandedagar } from '../../shared/domain/meddelande/alder.ts';
import { brevladan, brevladorFor } from '../../shared/domain/meddelande/installningar.ts';
import { journalforMeddelande } from '../../shared/domain/meddelande/journalfor.ts';
import { kravsJournalforing, liggerI, visasForEnheten } from '../../shared/domain/meddelande/lage.ts';
import type { Brevlage, MeddelandeHuvud } from '../../shared/domain/meddelande/records.ts';
import { gruppOfScope, katalogScope } from '../../shared/domain/scope.ts';
import type { Brevmapp, BrevRad, BrevVy, Journallage } from '../../shared/ipc/views.ts';
import { compare } from '../../shared/util/compare.ts';
import { aktState } from './akt-state.ts';
import { kvittoFor, parter } from './brev-rad.ts';
import { personRad } from './person-rad.ts';
import type { Brevpost, Replica } from './ports.ts';

type Journalnotis = NonNullable<BrevVy['journalforsSom']>;

/** What a user has of messages, read at one time: each call asks for another part of it. */
export function brevladorAv(replica: Replica, actor: Actor, idag: string) {
  const state = aktState(replica, katalogScope);
  const alla = replica.meddelanden();
  const lagen = Map.groupBy(replica.brevlagen(), ({ data }) => data.meddelandeId);
  const pavag = journalforsNu(replica);
  const egen: Lada = { slag: 'anvandare', anvandareId: actor.id };
  const laget = (meddelandeId: string, lada: Lada): Brevlage | undefined =>
    lagen.get(meddelandeId)?.find(({ data }) => ladnyckel(data.lada) === ladnyckel(lada))?.data;
  const lasta = (meddelandeId: string): Brevlage[] => (lagen.get(meddelandeId) ?? []).map(({ data }) => data);
  const isMottagen = ({ till }: MeddelandeHuvud) => till.some((en) => en.slag === 'anvandare' && en.anvandareId === actor.id);
  const isSkickad = ({ fran }: MeddelandeHuvud) => fran.slag === 'anvandare' && fran.anvandareId === actor.id;

  /** It has lain longer than the unit lets it (FORB-85). What waits to go is not done with. */
  const isGammal = (huvud: MeddelandeHuvud): boolean =>
    huvud.vantar === undefined && alderPa(huvud, idag) > meddelandedagar(state, huvud.enhet ?? actor.enheter[0]);

  /** Whether a message is in a folder. */
  function isI({ id, huvud }: Brevpost, mapp: Brevmapp): boolean {
    if (mapp.slag === 'lada') {
      if (!liggerI(huvud, mapp.lada) || laget(id, mapp.lada)?.borttaget) return false;
      return mapp.lada.slag !== 'enhet' || visasForEnheten(huvud, lasta(id), idag);
    }
    const borta = laget(id, egen)?.borttaget !== undefined;
    if (mapp.slag === 'rensa') return !borta && (isMottagen(huvud) || isSkickad(huvud)) && isGammal(huvud);
    if (mapp.slag === 'borttaget') return borta && (isMottagen(huvud) || isSkickad(huvud));
    return !borta && (mapp.slag === 'inkorg' ? isMottagen(huvud) : isSkickad(huvud));
  }
  const ladaAv = (mapp: Brevmapp): Lada => (mapp.slag === 'lada' ? mapp.lada : egen);
  const isOlast = ({ id, huvud }: Brevpost, lada: Lada): boolean =>
    laget(id, lada)?.last === undefined && !(isSkickad(huvud) && !isMottagen(huvud));
  const journallage = ({ id, huvud }: Brevpost): Journallage => {
    if (huvud.journalfort) return 'ja';
    if (pavag.has(id)) return 'pavag';
    if (!kravsJournalforing(huvud)) return 'behovsInte';
    return laget(id, egen)?.borttaget?.utanJournalforing ? 'behovsInte' : 'nej';
  };

  function radFor(post: Brevpost, mapp: Brevmapp): BrevRad {
    const { id: meddelandeId, scope, huvud, pending } = post;
    const lada = ladaAv(mapp);
    const lage = laget(meddelandeId, lada);
    const kund = huvud.personId === undefined ? undefined : replica.record('person', huvud.personId);
    const dold = huvud.skyddad === true;
    const { fran, till } = parter(huvud, dold);
    return {
      ...{ gruppId: gruppOfScope(scope) ?? '', meddelandeId, lada, fran, till, skickat: huvud.skickat, bilagor: huvud.bilagor.length },
      // Of one who is protected nothing is told before it is opened with a reason.
      ...(dold ? { amne: 'Skyddad identitet', inledning: '' } : { amne: huvud.amne, inledning: huvud.inledning }),
      ...{ skickatAvMig: isSkickad(huvud), olast: isOlast(post, lada), journal: journallage(post), skyddad: dold },
      alder: alderPa(huvud, idag),
      ...(kund ? { kund: personRad(kund, idag) } : {}),
      ...(lage?.tagen ? { tagen: { anvandareId: lage.tagen.anvandareId, namn: lage.tagen.namn } } : {}),
      ...(isSkickad(huvud) ? { kvitto: kvittoFor(huvud, pending, lasta(meddelandeId)) } : {}),
    };
  }

  const mappar: { mapp: Brevmapp; namn: string }[] = [
    { mapp: { slag: 'inkorg' }, namn: 'Inkorg' },
    { mapp: { slag: 'skickat' }, namn: 'Skickat' },
    { mapp: { slag: 'borttaget' }, namn: 'Borttaget' },
  ];
  const rensa: { mapp: Brevmapp; namn: string } = { mapp: { slag: 'rensa' }, namn: 'Att rensa' };
  const gemensamma = (actor.brevlador ?? []).flatMap(({ enhet, kod }) => {
    const finns = actor.enheter.includes(enhet) ? brevladan(state, { enhet, kod }) : undefined;
    return finns ? [{ mapp: { slag: 'lada', lada: { slag: 'brevlada', enhet, kod } } satisfies Brevmapp, namn: finns.namn }] : [];
  });
  const enheternas = actor.enheter.map((enhet) => ({
    mapp: { slag: 'lada', lada: { slag: 'enhet', enhet } } satisfies Brevmapp,
    namn: `Olästa på enheten${actor.enheter.length > 1 ? ` ${enhet}` : ''}`,
  }));
  return {
    mappar,
    gemensamma,
    rensa,
    /** Shown while something waits there. */
    enheternas: enheternas.filter(({ mapp }) => alla.some((post) => isI(post, mapp))),
    iMapp: (mapp: Brevmapp): Brevpost[] => alla.filter((post) => isI(post, mapp)),
    olastaI: (mapp: Brevmapp): number => alla.filter((post) => isI(post, mapp) && isOlast(post, ladaAv(mapp))).length,
    /** Latest first. */
    rader: (poster: Brevpost[], mapp: Brevmapp): BrevRad[] =>
      [...poster].sort((a, b) => compare(b.huvud.skickat, a.huvud.skickat) || compare(b.id, a.id)).map((post) => radFor(post, mapp)),
    /** The user's own that are about a kund and in no akt (FORB-71). */
    ejJournalforda: (): number =>
      alla.filter((post) => (isI(post, { slag: 'inkorg' }) || isI(post, { slag: 'skickat' })) && journallage(post) === 'nej').length,
    brevladorFor: (enhet: string) => brevladorFor(state, enhet),
    post: (meddelandeId: string): Brevpost | undefined => alla.find(({ id }) => id === meddelandeId),
    radFor,
    lasta,
    journalforsSom: (meddelandeId: string): Journalnotis | undefined => pavag.get(meddelandeId),
  };
}

/** As what the user has put messages into akter, of which the server has not answered: a replica marks them by the server's word alone. */
function journalforsNu(replica: Replica): ReadonlyMap<string, Journalnotis> {
  const vantar = replica
    .outbox()
    .filter(({ name, state }) => name === journalforMeddelande.name && state !== 'refused' && state !== 'settled');
  return new Map(
    vantar.map(({ input }) => {
      const { meddelandeId, personId, anteckningId } = input as Journalnotis & { meddelandeId: string };
      return [meddelandeId, { personId, anteckningId }];
    }),
  );
}
