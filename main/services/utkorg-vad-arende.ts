import type { RecordType } from '../../shared/domain/records.ts';
import { type CommandInput, type CommandName, isCommandName } from '../../shared/domain/rulebook/command-list.ts';
import { yymmdd } from '../../shared/util/datum.ts';
import { postNamn } from '../../shared/words/postnamn.ts';
import type { Katalog } from './katalog.ts';
import type { Replica } from './ports.ts';

/**
 * What a record is called where it is only named: in receipts and in the rows of a refused command.
 * @returns undefined for an id that the replica holds no record of
 */
export function namnPa(id: string, replica: Replica, katalog: Katalog): string | undefined {
  for (const type of namngivna) {
    const namn = namnAv(type, id, replica, katalog);
    if (namn !== undefined) return namn;
  }
  return undefined;
}

const namngivna = [
  'utredning',
  'beslut',
  'bestallning',
  'verkstallighet',
  'aktualisering',
  'bedomning',
  'bevakning',
  'fristskjutning',
  'uppfoljning',
  'samtycke',
  'godkannande',
  'inkomstblankett',
  'mote',
  'franvaro',
  'eansokan',
  'meddelande',
  'individuellPlan',
  'dokument',
  'insats',
  'utforare',
  'organisation',
  'anvandare',
  'instrument',
] as const satisfies RecordType[];

function namnAv(type: (typeof namngivna)[number], id: string, replica: Replica, katalog: Katalog): string | undefined {
  const data = replica.record(type, id)?.data;
  return data && postNamn(type, data, katalog.utforareNamn);
}

type Falt = Record<string, unknown>;
const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);
const falt = (value: unknown): Falt => (typeof value === 'object' && value !== null ? (value as Falt) : {});
const lista = (value: unknown): Falt[] => (Array.isArray(value) ? value.map(falt) : []);
const om = (...delar: (string | undefined)[]) => delar.filter(Boolean).join(' ') || undefined;
const dag = (value: unknown) => (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? yymmdd(value) : undefined);

type Namn = (id: unknown) => string | undefined;
type Sagd = (data: Falt, namn: Namn) => string | undefined;
/**
 * What a command was about, where its words alone do not say it: the field that names a record, or how it is said. Null where
 * the words are enough, and for notes and contacts, whose receipts are made of the note (`utkorg-vad.ts`).
 */
type Foremal = { [N in CommandName]: (keyof CommandInput<N> & string) | Sagd | null };

const bestalld: Sagd = (data, namn) => {
  const insatser = Array.isArray(data.insatser) ? data.insatser.filter((one) => typeof one === 'string').join(', ') : undefined;
  const till = namn(data.utforareId);
  return om(insatser, till && `till ${till}`);
};

const foremal: Foremal = {
  'anteckning.spara': null,
  'anteckning.signera': null,
  'anteckning.felmarkera': null,
  'anteckning.avgorKonflikt': null,
  'anteckning.kopieraTrad': 'tillUtredningId',
  'anteckning.granska': null,
  'anteckning.taBortKopia': null,
  'kontakt.spara': null,
  'kontakt.taBort': null,
  'kundlista.laggTill': null,
  'kundlista.taBort': null,
  'senaste.oppnad': null,
  'sokverktyg.spara': (data) => text(data.namn),
  'sokverktyg.taBort': null,
  'statistik.leverera': (data) => om(text(data.filnamn), dag(data.dag)),
  'person.registrera': (data) => {
    const { efternamn, fornamn } = falt(data.person);
    return [text(efternamn), text(fornamn)].filter(Boolean).join(', ') || undefined;
  },
  'person.spara': null,
  'person.sankSkydd': null,
  'akt.fordela': null,
  'uppgift.lamna': (data, namn) => namn(falt(data.ref).id),
  'person.taUpp': null,
  'person.avgorKir': null,
  'kir.svara': null,
  'kir.notera': null,
  'kir.kvittera': null,
  'hushall.spara': null,
  'hushall.skydda': null,
  'kontakt.skydda': null,
  'aktualisering.registrera': (data) => {
    const typer = lista(data.aktualiseringar).map(({ typ }) => text(typ));
    return om(typer.filter(Boolean).join(', '), dag(data.datum));
  },
  'aktualisering.spara': 'aktualiseringId',
  'aktualisering.koppla': 'utredningId',
  'utredning.inled': (data) => om(text(data.typ), dag(data.inledningsdatum)),
  'utredning.bytHandlaggare': 'utredningId',
  'utredning.oppnaIgen': 'utredningId',
  'beslut.fatta': (data, namn) => {
    const beslut = lista(data.beslut).map(({ insatsId, benamning, utfall, beslutsdatum }) =>
      om(text(benamning) ?? namn(insatsId), text(utfall), dag(beslutsdatum)),
    );
    return [...new Set(beslut.filter(Boolean))].join(', ') || undefined;
  },
  'beslut.spara': 'beslutId',
  'beslut.felmarkera': 'beslutId',
  'beslut.partTagitDel': 'beslutId',
  'beslut.kopplaAnteckning': 'beslutId',
  'beslut.skickaUt': null,
  'beslut.oppnat': null,
  'beslut.skickaDigitalt': 'beslutId',
  'beslut.lamnaDigitalt': null,
  'beslut.digitaltSvar': null,
  'utredning.noteraBegaran': 'utredningId',
  'utredning.noteraUnderrattelse': 'utredningId',
  'lass.fatta': (data) => om(dag(falt(data.beslut).giltigFran)),
  'bestallning.skicka': bestalld,
  'bestallning.nyEfterAvbrott': bestalld,
  'bestallning.taBort': 'bestallningId',
  'bestallning.angraTaBort': 'bestallningId',
  'bestallning.bekrafta': 'bestallningId',
  'bedomning.spara': 'utredningId',
  'verkstallighet.oppna': (data) => om(text(data.insatskategori), dag(data.startdatum)),
  'verkstallighet.avsluta': 'verkstallighetId',
  'verkstallighet.oppnaIgen': 'verkstallighetId',
  'verkstallighet.bytUtforare': 'verkstallighetId',
  'arende.avsluta': null,
  'bevakning.lagg': (data) => om(text(data.typ), dag(data.datum)),
  'bevakning.andra': 'bevakningId',
  'bevakning.klarmarkera': 'bevakningId',
  'erbjudande.spara': (data) => om(text(data.vad), dag(data.datum)),
  'erbjudande.felmarkera': 'erbjudandeId',
  'ivo.spara': 'beslutId',
  'ivo.rapportera': (data, namn) => om(namn(data.beslutId), text(data.kvartal)),
  'ivo.felmarkera': 'rapportId',
  'uppfoljning.planera': (data, namn) => om(namn(data.beslutId), dag(data.dag)),
  'uppfoljning.genomfor': (data, namn) => om(namn(data.beslutId), dag(data.dag)),
  'uppfoljning.felmarkera': 'uppfoljningId',
  'samtycke.registrera': (data) => om(text(data.avser), dag(data.fran)),
  'samtycke.aterkalla': 'samtyckeId',
  'samtycke.felmarkera': 'samtyckeId',
  'etjanst.spara': (data) => (data.meddelande === false ? 'avslutas' : 'aktiveras eller ändras'),
  'etjanst.andraAvisering': null,
  'etjanst.natt': null,
  'etjanst.valkomna': 'amne',
  'etjanst.valkomnaInte': null,
  'etjanst.aviseringMisslyckades': null,
  'natt.rapportera': null,
  'inkomst.skicka': (data) => om(String(data.ar), dag(data.sista) && `till ${dag(data.sista)}`),
  'inkomst.aterkalla': 'blankettId',
  'inkomst.taEmot': 'blankettId',
  'inkomst.komplettera': 'blankettId',
  'inkomst.klar': 'blankettId',
  'godkannande.spara': (data) => om(dag(data.fran), dag(data.tom) && `till ${dag(data.tom)}`),
  'godkannande.registrera': (data) => om(dag(data.fran), dag(data.tom) && `till ${dag(data.tom)}`),
  'godkannande.avsluta': 'godkannandeId',
  'meddelande.skicka': 'amne',
  'meddelande.las': 'meddelandeId',
  'meddelande.tagHand': 'meddelandeId',
  'meddelande.taBort': 'meddelandeId',
  'meddelande.taTillbaka': 'meddelandeId',
  'meddelande.journalfor': 'meddelandeId',
  'meddelande.installningar': null,
  'meddelande.taEmot': 'amne',
  'meddelande.taEmotBilaga': 'rubrik',
  'meddelande.leverera': 'meddelandeId',
  'meddelande.oppnat': 'meddelandeId',
  'meddelande.skydda': 'meddelandeId',
  'eansokan.taEmot': 'eansokanId',
  'eansokan.skydda': 'eansokanId',
  'eansokan.tagHand': 'eansokanId',
  'eansokan.koppla': 'eansokanId',
  'eansokan.gallerAnnan': 'eansokanId',
  'eansokan.aterta': 'eansokanId',
  'franvaro.registrera': (data) => om(text(data.orsak), dag(data.fran), dag(data.till) && `till ${dag(data.till)}`),
  'franvaro.andra': 'franvaroId',
  'franvaro.avsluta': 'franvaroId',
  'franvaro.felmarkera': 'franvaroId',
  'franvaro.skickaUnderlag': 'franvaroId',
  'mote.planera': (data) => om(dag(data.dag), text(data.fran)),
  'mote.hall': 'moteId',
  'mote.stallIn': 'moteId',
  'mote.felmarkera': 'moteId',
  'individuellPlan.notera': (data, namn) => om(namn(data.beslutId), dag(data.dag)),
  'individuellPlan.felmarkera': 'planId',
  'frist.skjutUpp': (data) => om(dag(data.datum), dag(data.till) && `till ${dag(data.till)}`),
  'frist.visaIgen': 'skjutningId',
  'bevakning.taBort': 'bevakningId',
  'dokument.arkivera': (data) => text(data.rubrik),
  'dokument.felmarkera': 'dokumentId',
};

/** What a command of the case was about, from its input as it stands in the outbox: of any version, perhaps not understood today. */
export function foremalOf(name: string, input: unknown, replica: Replica, katalog: Katalog): string | undefined {
  const sagd = isCommandName(name) ? foremal[name] : null;
  if (sagd === null) return undefined;
  const data = falt(input);
  const namn: Namn = (id) => (typeof id === 'string' ? namnPa(id, replica, katalog) : undefined);
  return typeof sagd === 'string' ? namn(data[sagd]) : sagd(data, namn);
}
