import { isBrevmarke } from '../../shared/domain/beslut/samma-brev.ts';
import { utelamnade } from '../../shared/domain/dokument/aktdokument.ts';
import { byggDokument, type Kalla, kallorTill, lamnasAv } from '../../shared/domain/dokument/bygg.ts';
import type { dokumentfel } from '../../shared/domain/dokument/fel.ts';
import { mallarFor } from '../../shared/domain/dokument/gallande.ts';
import { type Bevakningsrad, bevakningskalender, bevakningslista } from '../../shared/domain/dokument/listor.ts';
import type { Byggd } from '../../shared/domain/dokument/ram.ts';
import { textensVag, vagTill } from '../../shared/domain/dokument/vag.ts';
import type { Aktval, Dokumentval } from '../../shared/domain/dokument/val.ts';
import type { Person } from '../../shared/domain/person/records.ts';
import type { RecordType } from '../../shared/domain/records.ts';
import { aktScope, katalogScope } from '../../shared/domain/scope.ts';
import type { BevakningRad, Granskat, Underlagsrad } from '../../shared/ipc/views.ts';
import { kalendertabell, periodnamn, veckorna } from '../../shared/words/kalenderdagar.ts';
import { skyddadText } from '../../shared/words/person.ts';
import { aktState } from './akt-state.ts';
import { bevakningslistor } from './bevakningslista.ts';
import { somDeAr } from './dokumentkalla.ts';
import type { Katalog } from './katalog.ts';
import type { Oppnade } from './oppnade.ts';
import type { Post } from './ports.ts';
import { type AsyncHandlers, CallFailure, type ServicePorts, todayOf } from './service.ts';

/**
 * Granska (UTSK-04): the document as it is printed, sent and stored. It is made of the records as they are, its bytes are stored on this
 * computer, encrypted, and named among the session's previews. Nothing that is missing is made up: it is told, with the way to it.
 */
export function granskaService(ports: ServicePorts, katalog: Katalog, oppnade: Oppnade): AsyncHandlers<'dokument.granska'> {
  const { replica, actor, clock } = ports;
  const bevakningar = bevakningslistor(ports, katalog);

  function akten(val: Aktval): { byggd: Byggd; underlag: (digest: (text: string) => string) => Underlagsrad[]; state: Katalogstate } {
    oppnade.require(val.personId);
    const state = aktState(replica, aktScope(val.personId));
    const byggd = byggDokument(state, val, { dag: todayOf(clock), avsandareId: actor().id });
    if (byggd.ok) {
      const dokumentation = lasta(state, val);
      if (dokumentation) oppnade.readDokumentation(val.personId, dokumentation);
    }
    const kallor = kallorTill(state, val);
    return { byggd, state, underlag: (digest) => kallor.map((kalla) => underlagsrad(kalla, digest)) };
  }
  type Katalogstate = ReturnType<typeof aktState>;

  function lasta(state: Katalogstate, val: Aktval) {
    if (val.slag === 'utredning') return { slag: 'utredning', id: val.utredningId } as const;
    if (val.slag === 'journal') return val.dokumentation;
    if (val.slag === 'anteckning') return state.get('anteckning', val.anteckningId)?.dokumentation;
    // The reasons of a beslut stand in the Utredningsdokument.
    if (val.slag !== 'beslut' && val.slag !== 'beslutsmeddelande') return undefined;
    const utredningId = state.get('beslut', val.beslutId)?.utredningId;
    return utredningId === undefined ? undefined : ({ slag: 'utredning', id: utredningId } as const);
  }

  /** Whoever has skyddad folkbokföring is not named in a list of many (FRAGA-62). */
  function lista({ mallId, agare = [], utanEgna = false, kalender }: Extract<Dokumentval, { slag: 'bevakningslista' }>): {
    byggd: Byggd;
    personIds: string[];
  } {
    const user = actor();
    const egna = utanEgna ? undefined : user;
    const gemensamt = {
      anvandare: [...(utanEgna ? [] : [user.namn]), ...agare.map(bevakningar.lagda.namnAv)].join(', '),
      ...{ enhet: user.enheter[0], dag: todayOf(clock), mallId },
    };
    const state = aktState(replica, katalogScope);
    if (!kalender) {
      const { rader } = bevakningar.attGora(egna, agare);
      const byggd = bevakningslista(state, { rader: rader.map(utskriven), ...gemensamt });
      return { byggd, personIds: rader.map(({ person }) => person.personId) };
    }
    const { vy, dag } = kalender;
    const dagar = veckorna(vy, dag).flat();
    const [fran, till] = [dagar[0] ?? dag, dagar.at(-1) ?? dag];
    const { rader } = bevakningar.kalender(egna, agare, till);
    const iPerioden = rader.filter(({ datum }) => datum >= fran);
    const byggd = bevakningskalender(state, {
      period: periodnamn(vy, dag),
      tabell: kalendertabell(vy, dag, iPerioden, (rad) => `${rad.typ}, ${utskriven(rad).kund}`),
      tidigare: rader.filter(({ datum }) => datum < fran && datum < todayOf(clock)).length,
      ...gemensamt,
    });
    // A month names nobody: it counts.
    return { byggd, personIds: vy === 'vecka' ? iPerioden.map(({ person }) => person.personId) : [] };
  }

  function underlagsrad({ type, id, poster, rev = '' }: Kalla, digest: (text: string) => string): Underlagsrad {
    // Of a letter: which revisions of the beslut it tells of, and to whom. No record of its own.
    if (isBrevmarke(type)) return { type, id, rev };
    if (!poster) return { type, id, rev: revision(replica.record(type as RecordType, id), digest) };
    const rader = poster.map((one) => `${one.type} ${one.id} ${revision(replica.record(one.type, one.id), digest)}`).sort();
    return { type, id, rev: digest(rader.join('\n')) };
  }

  return {
    'dokument.granska': (val: Dokumentval) => {
      const { documents } = ports;
      if (!documents) throw new CallFailure('databasen-skadad');
      const { byggd, personIds, underlag, state } =
        val.slag === 'bevakningslista'
          ? { ...lista(val), underlag: () => [], state: aktState(replica, katalogScope) }
          : { ...akten(val), personIds: [val.personId] };
      if (!byggd.ok) return Promise.resolve({ ok: false, saknas: byggd.error.map((fel) => medVag(fel, vagTill(state, val, fel))) });
      const { titel, mall } = byggd.value;
      // Before anything is awaited: the revisions are those of the words that are set.
      const rader = underlag(documents.digest);
      const om = somDeAr(replica, personIds);
      const mallar = val.slag === 'bevakningslista' ? mallarFor(state, val.slag, todayOf(clock)) : [];
      const ute = utelamnade(state, val).flatMap(({ id }) => textensVag(state, id) ?? []);
      return documents.render(byggd.value).then(async (rendered): Promise<Granskat> => {
        if (!rendered.ok) throw new CallFailure('dokument-gick-inte', rendered.error.code);
        const { sha256, storlek } = await documents.put([rendered.value.bytes]);
        const till =
          'mottagareId' in val && val.mottagareId !== undefined ? { mottagareId: val.mottagareId, lamnas: lamnasAv(state, val) } : {};
        const personId = val.slag === 'bevakningslista' ? null : val.personId;
        documents.forhandsvisningar.set(sha256, { personId, om, ...till });
        const { id, kod, namn, version } = mall;
        const dokumenttyp = replica.record('mall', id)?.data.dokumenttyp;
        return {
          ok: true,
          sha256,
          storlek,
          sidor: rendered.value.pages,
          titel,
          mall: { id, kod, namn, version },
          underlag: rader,
          ...(dokumenttyp === undefined ? {} : { dokumenttyp }),
          ...(mallar.length > 0 ? { mallar: mallar.map((one) => ({ id: one.id, namn: one.data.namn })) } : {}),
          ...(ute.length > 0 ? { utelamnade: ute } : {}),
          skydd: starkast(om.map(({ skydd }) => skydd)),
        };
      });
    },
  };
}

/** A row as it is printed. What is computed has no status, but a reason and what it is about. */
const utskriven = (rad: BevakningRad): Bevakningsrad => ({
  ...{ datum: rad.datum, typ: rad.typ, kund: rad.person.skydd === 'skyddadFolkbokforing' ? skyddadText : rad.person.namn },
  ...(rad.slag === 'lagd'
    ? { text: rad.text, status: rad.status }
    : { text: `${rad.horTill}: ${rad.text}, ${rad.grund}`, status: 'Beräknad' }),
});

const starkast = (alla: Person['skydd'][]): Person['skydd'] =>
  (['skyddadFolkbokforing', 'sekretessmarkering'] as const).find((ett) => alla.includes(ett)) ?? 'ingen';

const medVag = (fel: ReturnType<typeof dokumentfel>, vag: ReturnType<typeof vagTill>) => (vag ? { ...fel, vag } : fel);

/** The server's version, or of what the server has not the same, the SHA-256 of what it says. */
const revision = (post: Post<RecordType> | undefined, digest: (text: string) => string): string =>
  post === undefined ? '' : post.pending || post.version === 0 ? digest(JSON.stringify(post.data)) : String(post.version);
