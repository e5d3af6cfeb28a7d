import { meddelandedokument } from '../../shared/domain/dokument/meddelandedokument.ts';
import { isOppen } from '../../shared/domain/etjanst/records.ts';
import { franvaroPa, installningId } from '../../shared/domain/meddelande/installningar.ts';
import { narstaendeI } from '../../shared/domain/meddelande/journalfor.ts';
import { isEgenKund, nabarhet } from '../../shared/domain/meddelande/mottagare.ts';
import type { Medborgare } from '../../shared/domain/meddelande/records.ts';
import { displayName } from '../../shared/domain/person/records.ts';
import { aktScope, katalogScope } from '../../shared/domain/scope.ts';
import { tolkaSokning } from '../../shared/domain/sok/sokfraga.ts';
import { isOpenUtredning } from '../../shared/domain/utredning/records.ts';
import type { BrevVy, MeddelandenVy, MottagareRad } from '../../shared/ipc/views.ts';
import { compare } from '../../shared/util/compare.ts';
import { aktState } from './akt-state.ts';
import { angraMeddelande, tasTillbaka } from './angra-meddelande.ts';
import { kvittoAv, parter } from './brev-rad.ts';
import { brevladorAv } from './brevlador.ts';
import { somDeAr } from './dokumentkalla.ts';
import { createLoggade } from './loggade.ts';
import { type AsyncHandlers, CallFailure, type Handlers, type ServicePorts, todayOf } from './service.ts';

/** Kunder of one answer, and colleagues: more are no help in picking one. */
const flestTraffar = 20;

type Calls = 'meddelande.lista' | 'meddelande.hamta' | 'meddelande.mottagare' | 'meddelande.installning' | 'meddelande.angra';
/** Messages (MEDD, MINST): the mailboxes, one message, and whom one may write to. */
export function meddelandeService(ports: ServicePorts): Handlers<Calls> & AsyncHandlers<'meddelande.handling'> {
  const { replica, actor, clock } = ports;
  const logga = createLoggade(ports);
  /** Read since signing in, with the reason that one who is protected asks for. */
  const lasta = new Set<string>();
  return {
    'meddelande.lista': ({ mapp }) => {
      const lador = brevladorAv(replica, actor(), todayOf(clock));
      const raknad = (one: { mapp: MeddelandenVy['mappar'][number]['mapp']; namn: string }) => ({
        ...one,
        olasta: lador.olastaI(one.mapp),
      });
      return {
        rader: mapp ? lador.rader(lador.iMapp(mapp), mapp) : [],
        mappar: lador.mappar.map(raknad),
        rensa: lador.iMapp(lador.rensa.mapp).length,
        gemensamma: [...lador.gemensamma, ...lador.enheternas].map(raknad),
        olasta: lador.olastaI({ slag: 'inkorg' }),
        ejJournalforda: lador.ejJournalforda(),
      } satisfies MeddelandenVy;
    },
    'meddelande.hamta': ({ meddelandeId, mapp, skal }) => hamta(meddelandeId, mapp, skal),
    'meddelande.mottagare': ({ text, personIder }) => mottagare(text, personIder),
    'meddelande.angra': ({ meddelandeId }) => angraMeddelande(ports, meddelandeId),
    'meddelande.handling': async ({ meddelandeId }) => {
      const { documents } = ports;
      if (!documents) throw new CallFailure('databasen-skadad');
      const hel = replica.record('meddelande', meddelandeId)?.data;
      // Whoever prints it has read it.
      if (!hel || !lasta.has(meddelandeId)) throw new CallFailure('finns-inte');
      const { personId } = hel;
      const byggd = meddelandedokument(aktState(replica, personId === undefined ? katalogScope : aktScope(personId)), hel);
      if (!byggd.ok) return { ok: false, saknas: byggd.error };
      const om = somDeAr(replica, personId === undefined ? [] : [personId]);
      const rendered = await documents.render(byggd.value);
      if (!rendered.ok) throw new CallFailure('dokument-gick-inte', rendered.error.code);
      const { sha256 } = await documents.put([rendered.value.bytes]);
      documents.forhandsvisningar.set(sha256, { personId: personId ?? null, om });
      return { ok: true, rubrik: byggd.value.titel, sha256, sidor: rendered.value.pages };
    },
    'meddelande.installning': () => {
      const user = actor();
      const egen = replica.record('meddelandeinstallning', installningId(user.id));
      const lador = brevladorAv(replica, user, todayOf(clock));
      const brevlador = user.enheter.flatMap((enhet) => lador.brevladorFor(enhet).map(({ kod, namn }) => ({ enhet, kod, namn })));
      return { ...(egen ? { installning: egen.data } : {}), brevlador };
    },
  };

  function hamta(
    meddelandeId: string,
    mapp: Parameters<Handlers<'meddelande.hamta'>['meddelande.hamta']>[0]['mapp'],
    skal?: string,
  ): BrevVy {
    const lador = brevladorAv(replica, actor(), todayOf(clock));
    const post = lador.post(meddelandeId);
    const hel = replica.record('meddelande', meddelandeId)?.data;
    if (!post || !hel) throw new CallFailure('finns-inte');
    if (hel.skyddad && skal === undefined) throw new CallFailure('skal-kravs');
    const detail = [`meddelande:${meddelandeId}`, skal].filter(Boolean).join(', ');
    if (hel.personId !== undefined) logga({ action: 'last', personId: hel.personId, detail });
    lasta.add(meddelandeId);
    const lagen = lador.lasta(meddelandeId);
    const { fran, till } = parter(hel, false);
    const som = lador.journalforsSom(meddelandeId);
    const nara = new Set(narstaendeI(hel).map(({ personnummer }) => personnummer));
    return {
      ...lador.radFor(post, mapp),
      ...{ fran, till: till.map((en, nr) => ({ ...en, ...sagtOm(hel.till[nr], lagen, post.pending) })), amne: hel.amne, text: hel.text },
      handlingar: hel.bilagor.map(({ personId, dokumentId, rubrik, sha256, storlek, sidor }) => {
        const dokument = replica.record('dokument', dokumentId);
        return {
          personId,
          dokumentId,
          rubrik,
          sha256,
          storlek,
          sidor,
          harDu: dokument !== undefined && dokument.data.felmarkerad === undefined,
        };
      }),
      ...(hel.enhet === undefined ? {} : { enhet: hel.enhet }),
      ...(hel.journalfort
        ? { journalfort: { namn: hel.journalfort.namn, at: hel.journalfort.at, personId: hel.journalfort.personId } }
        : {}),
      ...(som ? { journalforsSom: som } : {}),
      ...(hel.svarPa ? { svarPa: hel.svarPa } : {}),
      ...(hel.fran.slag === 'anvandare' ? { franAnvandareId: hel.fran.anvandareId } : {}),
      medborgare: [hel.fran, ...hel.till].flatMap((en) =>
        en.slag === 'medborgare' ? [{ ...medborgaren(en), skrev: en === hel.fran }] : [],
      ),
      brevlador: hel.till.flatMap((en) => (en.slag === 'brevlada' ? [{ enhet: en.enhet, kod: en.kod, namn: en.namn }] : [])),
      anvandare: hel.till.flatMap((en) => (en.slag === 'anvandare' ? [{ anvandareId: en.anvandareId, namn: en.namn }] : [])),
      narstaende: nara.size > 0,
      automatiskt: hel.automatiskt === true,
      ...tasTillbaka(replica, actor(), meddelandeId, hel),
    };
  }

  function mottagare(text: string, personIder: readonly string[]): MottagareRad[] {
    const sokt = text.trim();
    const tolkad = tolkaSokning(sokt, 'alla');
    const funna = tolkad.ok ? replica.searchPersons(tolkad.fraga, flestTraffar).personIds : [];
    if (tolkad.ok && funna.length > 0) logga({ action: 'sokt', personId: null, detail: `meddelande till: ${sokt}` });
    // Who has skyddad folkbokföring is not written to, and is no hit with a name either: an akt is opened with a reason (FRAGA-62).
    const synliga = funna.filter((one) => replica.record('person', one)?.data.skydd !== 'skyddadFolkbokforing');
    const kunder = [...new Set([...personIder, ...synliga])].flatMap((one) => kunden(one));
    // Own kunder first (FORB-67).
    const ordnade = kunder.sort((a, b) => Number(b.egen) - Number(a.egen) || compare(a.namn, b.namn));
    return [...ordnade, ...kollegor(sokt)];
  }

  function kunden(personId: string): Extract<MottagareRad, { slag: 'kund' | 'narstaende' }>[] {
    const post = replica.record('person', personId);
    if (!post) return [];
    const today = todayOf(clock);
    const state = aktState(replica, aktScope(personId));
    const { data } = post;
    const handlaggare = state
      .list('utredning')
      .filter(({ data: utredning }) => isOpenUtredning(utredning))
      .map(({ data: utredning }) => replica.record('anvandare', utredning.ansvarigHandlaggareId)?.data.namn);
    const gemensamt = {
      ...{ personId, egen: isEgenKund(state, actor().id), enheter: data.enheter.filter((one) => actor().enheter.includes(one)) },
      handlaggare: [...new Set(handlaggare.flatMap((namn) => namn ?? []))],
      skydd: data.skydd,
    };
    const adress = data.skydd === 'ingen' && data.adress ? `${data.adress.gata}, ${data.adress.ort}` : undefined;
    const nas = nabarhet(state, personId, { slag: 'kund' }, today);
    const narstaende = state
      .list('godkannande')
      .filter(({ data: one }) => isOppen(one))
      .map(({ id: godkannandeId, data: one }) => {
        const nar = nabarhet(state, personId, { slag: 'narstaende', godkannandeId }, today);
        return {
          ...{ slag: 'narstaende' as const, godkannandeId, ...gemensamt, namn: one.till.namn, personnummer: one.till.personnummer },
          kundNamn: displayName(data),
          ...('hinder' in nar ? { hinder: nar.hinder } : { lage: nar.lage }),
        };
      });
    return [
      {
        ...{ slag: 'kund' as const, ...gemensamt, namn: displayName(data), personnummer: data.personnummer },
        ...(adress === undefined ? {} : { adress }),
        ...('hinder' in nas ? { hinder: nas.hinder } : { lage: nas.lage }),
      },
      ...narstaende,
    ];
  }

  function kollegor(sokt: string): MottagareRad[] {
    if (sokt.length < 2 || /\d{4}/.test(sokt)) return [];
    const user = actor();
    const ord = sokt.toLocaleLowerCase('sv').replaceAll(/[*,]/g, ' ').split(/\s+/).filter(Boolean);
    const stammer = (...falt: string[]) => ord.every((one) => falt.join(' ').toLocaleLowerCase('sv').includes(one));
    const today = todayOf(clock);
    const personer = replica
      .katalog('anvandare')
      .filter(
        ({ id, data }) => id !== user.id && data.aktiv && data.roller.some((roll) => roll !== 'utforare') && stammer(data.namn, data.titel),
      )
      .slice(0, flestTraffar)
      .map(({ id: anvandareId, data }) => {
        const borta = replica.record('meddelandeinstallning', installningId(anvandareId));
        const till = borta && franvaroPa(borta.data, today)?.tom;
        return {
          slag: 'anvandare' as const,
          anvandareId,
          namn: data.namn,
          titel: data.titel,
          ...(till === undefined ? {} : { bortaTill: till }),
        };
      });
    const lador = brevladorAv(replica, user, today);
    const enheter = [...new Set(replica.katalog('vardelista').flatMap(({ data }) => (data.lista === 'enhet' ? data.varden : [])))];
    const brevlador = enheter
      .flatMap(({ kod: enhet }) => (enhet === undefined ? [] : lador.brevladorFor(enhet).map((one) => ({ enhet, ...one }))))
      .filter(({ namn }) => stammer(namn))
      .map(({ enhet, kod, namn }) => ({ slag: 'brevlada' as const, enhet, kod, namn }));
    return [...brevlador, ...personer];
  }

  function sagtOm(en: Parameters<typeof kvittoAv>[0] | undefined, lagen: Parameters<typeof kvittoAv>[1], pending: boolean) {
    if (!en) return {};
    const oppnat = en.slag === 'medborgare' ? en.oppnat : undefined;
    return {
      kvitto: pending ? ('sparat' as const) : kvittoAv(en, lagen),
      ...(en.slag === 'medborgare' && en.uteblivet ? { uteblivet: en.uteblivet.kod } : {}),
      ...(oppnat === undefined ? {} : { oppnat }),
    };
  }
}

const medborgaren = ({
  namn,
  personnummer,
  godkannandeId,
}: Pick<Medborgare, 'namn' | 'personnummer' | 'godkannandeId'>): Omit<BrevVy['medborgare'][number], 'skrev'> => ({
  namn,
  personnummer,
  ...(godkannandeId === undefined ? {} : { godkannandeId }),
});
