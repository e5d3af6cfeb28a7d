import { foreslagenAktualisering } from '../../../shared/domain/aktualisering/forslag.ts';
import type { Aktualisering } from '../../../shared/domain/aktualisering/records.ts';
import { foreslagenUtredning, kraverInledningsskal } from '../../../shared/domain/utredning/forslag.ts';
import type { IsoDate } from '../../../shared/util/datum.ts';
import type { Formular, Kommando } from './formular.ts';

export type Inkommet = {
  slag?: Aktualisering['slag'];
  datum: IsoDate;
  franVem?: string;
  insatsIds: string[];
  /** A type of the catalogue's list, where no insats is named. */
  typ?: string;
  anteckning?: string;
  /** The ongoing utredning it came in to (AKT-09). */
  utredningId?: string;
};

/** Aktualisering: one for each insats applied for (AKT-02). */
export function registreraAktualisering({ personId, katalog, today, newId }: Formular, val: Inkommet): Kommando {
  const { slag = 'ansokan', datum, insatsIds, franVem, typ, anteckning, utredningId } = val;
  const forslag = foreslagenAktualisering(slag, katalog.egen, katalog.vardelistor, today);
  const namn = (insatsId: string) => katalog.insatser.find(({ id }) => id === insatsId)?.data.namn ?? '';
  const aktualiseringar = slag === 'ansokan' ? insatsIds.map((insatsId) => ({ id: newId(), typ: namn(insatsId), insatsId })) : [];
  return {
    name: 'aktualisering.registrera',
    input: {
      personId,
      slag,
      datum,
      franVem: forslag.franVem || franVem || katalog.vardelistor.franVem[0]?.namn || 'Den enskilde',
      ansvarigHandlaggareId: forslag.ansvarigHandlaggareId,
      organisationId: forslag.organisationId,
      gruppId: newId(),
      ...(anteckning ? { anteckning } : {}),
      ...(utredningId ? { utredningId } : {}),
      aktualiseringar: aktualiseringar.length > 0 ? aktualiseringar : [{ id: newId(), typ: typ ?? forslag.typ }],
      rev: newId(),
    },
  };
}

/** Inled utredning of all that waits, as the form proposes it; undefined when nothing does. */
export function inledUtredning(
  { personId, akt, katalog, newId }: Formular,
  val: { typ?: string; inledningsdatum?: IsoDate } = {},
): Kommando<'utredning.inled'> | undefined {
  const vantar = akt.aktualiseringar.filter(({ data }) => data.utredningId === undefined);
  const insats = (id: string) => katalog.insatser.find((one) => one.id === id)?.data;
  const forslag = foreslagenUtredning(vantar, insats, katalog.vardelistor.utredningstyp);
  if (!forslag) return undefined;
  const inledningsdatum = val.inledningsdatum ?? forslag.inledningsdatum;
  return {
    name: 'utredning.inled',
    input: {
      personId,
      utredningId: newId(),
      ...forslag,
      typ: val.typ ?? forslag.typ,
      inledningsdatum,
      ...(kraverInledningsskal(inledningsdatum, vantar) ? { inledningsskal: 'Ansökan kompletterades.' } : {}),
      utelamnade: [],
      rev: newId(),
    },
  };
}
