import type { RecordType } from '../../shared/domain/records.ts';
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

/** The field that names what a command of the case was about, where its words alone do not say it. */
const foremal: Record<string, string> = {
  'aktualisering.spara': 'aktualiseringId',
  'aktualisering.koppla': 'utredningId',
  'utredning.bytHandlaggare': 'utredningId',
  'utredning.oppnaIgen': 'utredningId',
  'anteckning.kopieraTrad': 'tillUtredningId',
  'beslut.fatta': 'utredningId',
  'beslut.spara': 'beslutId',
  'beslut.felmarkera': 'beslutId',
  'bestallning.skicka': 'utforareId',
  'bestallning.nyEfterAvbrott': 'utforareId',
  'bestallning.taBort': 'bestallningId',
  'bestallning.angraTaBort': 'bestallningId',
  'bestallning.bekrafta': 'bestallningId',
  'bedomning.spara': 'utredningId',
  'verkstallighet.avsluta': 'verkstallighetId',
  'verkstallighet.oppnaIgen': 'verkstallighetId',
  'verkstallighet.bytUtforare': 'verkstallighetId',
};

type Falt = Record<string, unknown>;
const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);
const falt = (value: unknown): Falt => (typeof value === 'object' && value !== null ? (value as Falt) : {});
const lista = (value: unknown): Falt[] => (Array.isArray(value) ? value.map(falt) : []);

/** What a command of the case was about, from its input as it stands in the outbox: of any version, perhaps not understood today. */
export function foremalOf(name: string, input: unknown, replica: Replica, katalog: Katalog): string | undefined {
  const data = falt(input);
  const namn = (id: unknown) => (typeof id === 'string' ? namnPa(id, replica, katalog) : undefined);
  const om = (...delar: (string | undefined)[]) => delar.filter(Boolean).join(' ') || undefined;
  const dag = (value: unknown) => (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? yymmdd(value) : undefined);
  switch (name) {
    case 'person.registrera': {
      const { efternamn, fornamn } = falt(data.person);
      return [text(efternamn), text(fornamn)].filter(Boolean).join(', ') || undefined;
    }
    case 'aktualisering.registrera':
      return om(
        lista(data.aktualiseringar)
          .map(({ typ }) => text(typ))
          .filter(Boolean)
          .join(', '),
        dag(data.datum),
      );
    case 'utredning.inled':
      return om(text(data.typ), dag(data.inledningsdatum));
    case 'beslut.fatta': {
      const beslut = lista(data.beslut).map(({ insatsId, benamning, utfall, beslutsdatum }) =>
        om(text(benamning) ?? namn(insatsId), text(utfall), dag(beslutsdatum)),
      );
      return [...new Set(beslut.filter(Boolean))].join(', ') || undefined;
    }
    case 'lass.fatta':
      return om(...lista([data.beslut]).map(({ giltigFran }) => dag(giltigFran)));
    case 'bestallning.skicka':
    case 'bestallning.nyEfterAvbrott': {
      const insatser = Array.isArray(data.insatser) ? data.insatser.filter((one) => typeof one === 'string').join(', ') : undefined;
      const till = namn(data.utforareId);
      return om(insatser, till && `till ${till}`);
    }
    case 'verkstallighet.oppna':
      return om(text(data.insatskategori), dag(data.startdatum));
    default:
      return foremal[name] === undefined ? undefined : namn(data[foremal[name]]);
  }
}
