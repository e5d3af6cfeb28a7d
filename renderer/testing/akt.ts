import { mayFelmarkera } from '../../shared/domain/anteckning/commands.ts';
import { anteckningHuvud, type DokumentationRef } from '../../shared/domain/anteckning/records.ts';
import { mayWriteIn } from '../../shared/domain/behorighet.ts';
import { type Actor, isRejection, type State } from '../../shared/domain/command.ts';
import { commands, isCommandName } from '../../shared/domain/command-list.ts';
import { decideCommand, readCommand } from '../../shared/domain/commands.ts';
import { saknarVardnadshavare } from '../../shared/domain/hushall/vardnadshavare.ts';
import type { Rubrikmall } from '../../shared/domain/katalog/records.ts';
import { rubrikerFor } from '../../shared/domain/katalog/rubriker.ts';
import { huvudOf, type RecordData, type RecordType } from '../../shared/domain/records.ts';
import { etikettUtredning, etikettVerkstallighet } from '../../shared/domain/rubriktrad/etikett.ts';
import { hasOngoingLass } from '../../shared/domain/rubriktrad/fetstil.ts';
import type { Nod } from '../../shared/domain/rubriktrad/nod.ts';
import { rubrikTitel } from '../../shared/domain/rubriktrad/rubrik-titel.ts';
import { byggTrad } from '../../shared/domain/rubriktrad/trad.ts';
import { katalogVy } from '../../shared/ipc/katalog-vy.ts';
import type { AktVy, AnteckningVy, DokumentationVy, FrastextVy, HandelseVy, KundVy, Utkast } from '../../shared/ipc/views.ts';
import { ageOn, swedishDay } from '../../shared/util/datum.ts';
import { faltRader } from '../../shared/words/faltrader.ts';
import { CallFailure, type Handlers } from './memory-backend.ts';

/** What a component test puts into its akt. */
export type TestAkt = {
  personId: string;
  actor: Actor;
  mallar: Rubrikmall[];
  utforare: Record<string, string>;
  organisationer: Record<string, string>;
  frastexter: FrastextVy[];
  forvaxlaInte: KundVy['forvaxlaInte'];
  records: { type: RecordType; id: string; data: unknown }[];
};

/**
 * One akt in memory for component tests: the domain's own tree builder and commands, so that a test meets the rules a
 * user meets. What the core does beside them (disk, sync, access) is not here.
 */
export function testAkt(akt: TestAkt) {
  const { personId, actor } = akt;
  const records = new Map(akt.records.map((record) => [`${record.type}/${record.id}`, record]));
  const utkast = new Map<string, Utkast>();
  const installningar = new Map<string, unknown>();
  const now = () => new Date().toISOString();
  const list = <T extends RecordType>(type: T) =>
    [...records.values()].filter((one) => one.type === type).map(({ id, data }) => ({ id, data: data as RecordData<T> }));
  const get = <T extends RecordType>(type: T, id: string) => records.get(`${type}/${id}`)?.data as RecordData<T> | undefined;
  const state: State = {
    get,
    list,
    katalog: get,
    katalogLista: list,
    personMedNummer: (nummer) => list('person').find(({ data }) => data.personnummer === nummer)?.id,
  };

  const noder = (): Nod[] =>
    byggTrad(
      {
        aktualiseringar: list('aktualisering'),
        utredningar: list('utredning'),
        beslut: list('beslut'),
        bestallningar: list('bestallning'),
        bedomningar: list('bedomning'),
        bevakningar: list('bevakning'),
        verkstalligheter: list('verkstallighet'),
        anteckningar: list('anteckning').map(({ id, data }) => ({ id, huvud: huvudOf('anteckning', data) as never })),
      },
      {
        utforareNamn: (id) => akt.utforare[id] ?? get('utforare', id)?.namn ?? id,
        utforare: (id) => get('utforare', id),
        insatser: list('insats'),
        mallar: akt.mallar,
      },
      actor,
      swedishDay(now()),
    );

  function kund(): KundVy {
    const person = get('person', personId);
    if (!person) throw new CallFailure({ code: 'finns-inte' });
    const alder = ageOn(person.fodelsedatum, swedishDay(now()));
    const hushall = list('hushallsmedlem');
    return {
      personId,
      person,
      alder,
      kontakter: list('kontakt'),
      hushall,
      forvaxlaInte: akt.forvaxlaInte,
      iKundlistan: false,
      saknarVardnadshavare: saknarVardnadshavare(
        alder,
        hushall.map(({ data }) => data),
      ),
      lass: hasOngoingLass(
        list('beslut').map(({ data }) => data),
        swedishDay(now()),
      ),
    };
  }

  function aktVy(): AktVy {
    const { person, alder } = kund();
    const of = <T extends RecordType>(type: T) => list(type).map((one) => ({ ...one, osand: false }));
    return {
      personId,
      person: { id: personId, data: person, osand: false },
      alder,
      hushall: of('hushallsmedlem'),
      aktualiseringar: of('aktualisering'),
      utredningar: of('utredning'),
      beslut: of('beslut'),
      bestallningar: of('bestallning'),
      verkstalligheter: of('verkstallighet'),
      bedomningar: of('bedomning'),
      bevakningar: of('bevakning'),
      kirForslag: of('kirForslag'),
    };
  }

  /** With the names of the core's, which has the words. */
  const historik = ({ type, id }: { type?: RecordType | undefined; id?: string | undefined }): HandelseVy[] =>
    list('handelse')
      .map((one) => ({
        ...one.data,
        id: one.id,
        vad: one.data.kommando,
        poster: one.data.poster.filter((post) => (type === undefined || post.type === type) && (id === undefined || post.id === id)),
        osand: false,
      }))
      .filter(({ poster }) => poster.length > 0)
      .sort((a, b) => b.at.localeCompare(a.at) || b.id.localeCompare(a.id));

  function dokumentation(ref: DokumentationRef): DokumentationVy {
    const utredning = ref.slag === 'utredning' ? get('utredning', ref.id) : undefined;
    const verkstallighet = ref.slag === 'verkstallighet' ? get('verkstallighet', ref.id) : undefined;
    const etikett = utredning
      ? etikettUtredning(utredning)
      : verkstallighet && etikettVerkstallighet(verkstallighet, akt.utforare[verkstallighet.utforareId] ?? '');
    if (etikett === undefined) throw new CallFailure({ code: 'finns-inte' });
    const rubriker = rubrikerFor(akt.mallar, ref.slag, utredning?.typ);
    const denied = mayWriteIn(state, ref, actor);
    const lss = list('verkstallighet').find(({ data }) => data.lssInsatser);
    const root = ref.slag === 'utredning' ? `utredning/${ref.id}/dokumentation` : `verkstallighet/${ref.id}`;
    const all = noder();
    const from = all.findIndex(({ id }) => id === root);
    const base = all[from]?.niva ?? 0;
    const end = all.findIndex((nod, at) => at > from && nod.niva <= base);
    const inner = all.slice(from + 1, end < 0 ? undefined : end);
    return {
      personId,
      dokumentation: ref,
      etikett,
      noder: inner.map((nod) => ({ ...nod, niva: nod.niva - base, parentId: nod.niva === base + 1 ? null : nod.parentId })),
      rubriker,
      anteckningar: list('anteckning')
        .filter(({ data }) => data.dokumentation.id === ref.id)
        .map(({ id, data }) => {
          const { rubrikKod, titel, handelsedatum, signerad, felmarkerad, langd } = anteckningHuvud(data);
          return { id, rubrikKod, titel, handelsedatum, signerad, felmarkerad, langd };
        }),
      ...(verkstallighet ? { organisation: akt.organisationer[verkstallighet.organisationId] ?? '' } : {}),
      ...(denied ? { lasorsak: denied.code, ...(lss ? { lssInsatser: { slag: 'verkstallighet' as const, id: lss.id } } : {}) } : {}),
    };
  }

  function noter(ref: DokumentationRef, ids: readonly string[]): AnteckningVy[] {
    const rubriker = rubrikerFor(akt.mallar, ref.slag, ref.slag === 'utredning' ? get('utredning', ref.id)?.typ : undefined);
    return ids.flatMap((id) => {
      const data = get('anteckning', id);
      if (!data) return [];
      const kanFelmarkeras = data.signerad !== undefined && mayFelmarkera(data.signerad.anvandareId, actor);
      return [{ id, data, rubrik: rubrikTitel(rubriker, data.rubrikKod), osand: false, kanFelmarkeras }];
    });
  }

  const handlers = {
    'kund.hamta': kund,
    'kund.trad': noder,
    'kund.akt': aktVy,
    'kund.historik': historik,
    'katalog.hamta': () => katalogVy(list, actor),
    'dokumentation.hamta': ({ dokumentation: ref }) => dokumentation(ref),
    'dokumentation.noter': ({ dokumentation: ref, ids }) => noter(ref, ids),
    'frastext.lista': () => akt.frastexter,
    'kommando.kor': ({ name, input, utkast: nyckel, id }) => {
      const read = readCommand(name, isCommandName(name) ? commands[name].version : 0, input, actor);
      const decision = decideCommand(read, state, { now: now(), actor, kommandoId: id ?? crypto.randomUUID() });
      if (isRejection(decision)) return { ok: false, rejection: decision };
      for (const change of decision) {
        if (change.op === 'put') records.set(`${change.type}/${change.id}`, change);
        else records.delete(`${change.type}/${change.id}`);
      }
      if (nyckel !== undefined) utkast.delete(nyckel);
      return { ok: true, id: id ?? '' };
    },
    'utkast.spara': (draft) => {
      const sparad = now();
      utkast.set(draft.nyckel, { ...draft, namn: null, sparad });
      return { sparad };
    },
    'utkast.hamta': ({ nyckel }) => {
      const one = utkast.get(nyckel);
      return one ? { ...one, rader: faltRader(one.data, () => undefined, new Set()) } : null;
    },
    'utkast.lista': () => [...utkast.values()],
    'utkast.kasta': ({ nyckel }) => {
      utkast.delete(nyckel);
      return null;
    },
    'installning.hamta': ({ nyckel }) => installningar.get(nyckel) ?? null,
    'installning.satt': ({ nyckel, varde }) => {
      installningar.set(nyckel, varde);
      return null;
    },
  } satisfies Handlers;

  return { handlers, records, utkast, state, get, list };
}
