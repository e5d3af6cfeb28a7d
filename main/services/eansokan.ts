import type { Actor } from '../../shared/domain/command.ts';
import { eansokansdokument, eansokansUnderlag } from '../../shared/domain/dokument/eansokansdokument.ts';
import { avsandarNamn, gransdag, installningFor, isAvsandare, mottagareEfterGrans } from '../../shared/domain/eansokan/inkorg.ts';
import { eansokanGallerAnnan, kopplaEansokan } from '../../shared/domain/eansokan/koppla.ts';
import { vardenAv } from '../../shared/domain/katalog/varden.ts';
import { kindOfNumber } from '../../shared/domain/personnummer.ts';
import { aktScope, katalogScope } from '../../shared/domain/scope.ts';
import { isOpenUtredning } from '../../shared/domain/utredning/records.ts';
import type { EansokanRad, EansokanVy, InkorgVy, PersonRad } from '../../shared/ipc/views.ts';
import { compare } from '../../shared/util/compare.ts';
import { aktState } from './akt-state.ts';
import { makeHandling } from './handling.ts';
import { createLoggade } from './loggade.ts';
import { personRad } from './person-rad.ts';
import type { Post } from './ports.ts';
import { type AsyncHandlers, CallFailure, type Handlers, type ServicePorts, todayOf } from './service.ts';

/** Of those that are dealt with, the latest this many are shown. */
const flestAvslutade = 200;
/** Who has a number, and those who had it before: never as many. */
const samtidigt = 50;
const tarIn: readonly string[] = [kopplaEansokan.name, eansokanGallerAnnan.name];

/** E-tjänster att hantera (EANS-01 to EANS-05): what has come by the e-service to the user's units, and one of it as it was written. */
export function eansokanService(ports: ServicePorts): Handlers<'eansokan.inkorg' | 'eansokan.hamta'> & AsyncHandlers<'eansokan.handling'> {
  const { replica, actor, clock } = ports;
  const logga = createLoggade(ports);
  const lasta = new Set<string>();
  return {
    'eansokan.inkorg': ({ avslutade }) => {
      const rad = radFor(actor());
      const alla = replica.inkomnaEansokningar().map(rad);
      const vantar = alla.filter(({ pavag }) => !pavag);
      const klara = avslutade ? [...alla.filter(({ pavag }) => pavag), ...replica.avslutadeEansokningar(flestAvslutade).map(rad)] : [];
      // Oldest first: it has waited longest.
      const rader = [...vantar, ...klara].sort((a, b) => compare(a.inkom, b.inkom) || compare(a.eansokanId, b.eansokanId));
      return { rader, antal: vantar.length, hosDig: vantar.filter(({ hosDig }) => hosDig).length } satisfies InkorgVy;
    },
    'eansokan.hamta': ({ eansokanId, skal }) => {
      const post = replica.record('eansokan', eansokanId);
      if (!post) throw new CallFailure('finns-inte');
      const rad = radFor(actor())(post);
      const { text, telefon, epost, insatsId, forAnnan } = post.data;
      if (rad.person.skydd === 'skyddadFolkbokforing' && skal === undefined) throw new CallFailure('skal-kravs');
      lasta.add(eansokanId);
      logga({ action: 'last', personId: rad.personId ?? null, detail: [`e-ansökan:${eansokanId}`, skal].filter(Boolean).join(', ') });
      const utredningar = rad.personId === undefined ? [] : replica.inScope(aktScope(rad.personId), 'utredning');
      return {
        ...rad,
        ...{ text, enhet: post.data.enhet, pagaende: utredningar.filter(({ data }) => isOpenUtredning(data)).length },
        ...(telefon === undefined ? {} : { telefon }),
        ...(epost === undefined ? {} : { epost }),
        ...(insatsId === undefined ? {} : { insatsId }),
        ...(forAnnan === undefined ? {} : { forAnnanText: forAnnan }),
      } satisfies EansokanVy;
    },
    'eansokan.handling': async ({ eansokanId, personId }) => {
      const [post, person] = [replica.record('eansokan', eansokanId), replica.record('person', personId)];
      // Whoever makes it a document has read it, with the reason that one who is protected asks for.
      if (!post || !person || !lasta.has(eansokanId)) throw new CallFailure('finns-inte');
      const { enhet, ...ansokan } = post.data;
      const byggd = eansokansdokument(aktState(replica, aktScope(personId)), {
        ...{ personId, ansokan, annans: !isAvsandare(person.data, post.data), enhet },
      });
      return makeHandling(ports, byggd, { personId, underlag: [eansokansUnderlag(eansokanId)] });
    },
  };

  function radFor(user: Actor): (post: Post<'eansokan'>) => EansokanRad {
    const today = todayOf(clock);
    const enheter = vardenAv(aktState(replica, katalogScope), 'enhet');
    const anvandare = replica.katalog('anvandare');
    const pavag = paVag();
    return ({ id, data }) => {
      const { inkom, ingang, insats, tagen, forAnnan, utfall } = data;
      const kund = avsandaren(data.personnummer, today);
      const installning = installningFor(enheter, data.enhet);
      const grans = gransdag(inkom, installning);
      const sen = utfall === undefined && today > grans;
      return {
        ...{ eansokanId: id, inkom, ingang, insats, grans, sen },
        person: kund ?? {
          ...{ personnummer: data.personnummer, nummerSlag: kindOfNumber(data.personnummer), namn: avsandarNamn(data) },
          skydd: data.skyddad ? 'skyddadFolkbokforing' : 'ingen',
        },
        ...(kund ? { personId: kund.personId } : {}),
        hosDig: sen && mottagareEfterGrans(data.enhet, installning, anvandare).includes(user.id),
        hos: sen
          ? mottagareEfterGrans(data.enhet, installning, anvandare).flatMap((one) => replica.record('anvandare', one)?.data.namn ?? [])
          : [],
        ...(tagen ? { tagen: { anvandareId: tagen.anvandareId, namn: tagen.namn, at: tagen.at } } : {}),
        forAnnan: forAnnan !== undefined,
        ...(utfall
          ? { utfall: { slag: utfall.slag, namn: utfall.namn, at: utfall.at, kommentar: utfall.kommentar, personId: utfall.personId } }
          : {}),
        pavag: utfall === undefined && pavag.has(id),
      };
    };
  }

  /** The kund who sent it, by the number she has or had. */
  function avsandaren(nummer12: string, today: string): PersonRad | undefined {
    const { personIds } = replica.searchPersons({ slag: 'personnummer', nummer12 }, samtidigt);
    const traffar = personIds.flatMap((personId) => replica.record('person', personId) ?? []);
    const har =
      traffar.find(({ data }) => data.personnummer === nummer12) ??
      traffar.find(({ data }) => isAvsandare(data, { personnummer: nummer12 }));
    return har && personRad(har, today);
  }

  /** Those that the user has connected and the server has not answered of: a replica changes the inbox by the server's word alone. */
  function paVag(): Set<string> {
    const vantar = replica.outbox().filter(({ name, state }) => tarIn.includes(name) && state !== 'refused' && state !== 'settled');
    return new Set(vantar.map(({ input }) => String((input as { eansokanId?: unknown }).eansokanId)));
  }
}
