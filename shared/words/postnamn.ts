import type { RecordData, RecordType } from '../domain/records.ts';
import { etikettUtredning, etikettVerkstallighet } from '../domain/rubriktrad/etikett.ts';
import { yymmdd } from '../util/datum.ts';

type Uppslag = { [T in RecordType]?: (data: RecordData<T>, utforareNamn: (id: string) => string) => string };
const namnAv: Uppslag = {
  utredning: (data) => etikettUtredning(data),
  beslut: (data) => `${data.beslutsnamn} ${yymmdd(data.beslutsdatum)}`,
  bestallning: (data, utforareNamn) => `Beställning ${yymmdd(data.bestalltDatum)} till ${utforareNamn(data.utforareId)}`,
  verkstallighet: (data, utforareNamn) => etikettVerkstallighet(data, utforareNamn(data.utforareId)),
  aktualisering: (data) => `${data.typ} ${yymmdd(data.datum)}`,
  bedomning: (data) => `${data.instrument} ${yymmdd(data.datum)}`,
  bevakning: (data) => `${data.typ} ${yymmdd(data.datum)}`,
};

/** What a record is called where it is only named: in receipts, in the rows of a refused command and in the history. */
export function postNamn<T extends RecordType>(type: T, data: RecordData<T>, utforareNamn: (id: string) => string): string | undefined {
  const namn = namnAv[type] as ((data: RecordData<T>, utforareNamn: (id: string) => string) => string) | undefined;
  if (namn) return namn(data, utforareNamn);
  return 'namn' in data && typeof data.namn === 'string' ? data.namn : undefined;
}
