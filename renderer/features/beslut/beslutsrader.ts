import { bestallningFor } from '../../../shared/domain/beslut/bestallbart.ts';
import type { Beslut } from '../../../shared/domain/beslut/records.ts';
import { gallandeBestallning, isBekraftad } from '../../../shared/domain/bestallning/urval.ts';
import type { AktVy, KatalogVy } from '../../../shared/ipc/views.ts';
import { yymmdd } from '../../../shared/util/datum.ts';
import { dagAv } from '../../components/formular/Datumrad.tsx';
import type { Beslutskort, Underlag } from './beslutsutkast.ts';
import { effektivt } from './effektivt.ts';

/** A row of the list of an utredning's beslut: saved, or still a draft. */
export type Beslutsrad = {
  id: string;
  slag: 'utkast' | 'sparat';
  avslag: boolean;
  namn: string;
  beslutsdatum: string;
  galler: string;
  bestallning: string;
  status: string;
};

const period = (fran: string | undefined, tom: string | undefined): string =>
  fran === undefined ? '' : `${yymmdd(fran)}-${tom === undefined ? '' : yymmdd(tom)}`;

export function utkastrad(underlag: Underlag, kort: Beslutskort): Beslutsrad {
  const { forval } = effektivt(underlag, kort);
  const dag = (text: string) => dagAv(text, underlag.idag);
  return {
    id: kort.id,
    slag: 'utkast',
    avslag: kort.utfall === 'avslag',
    namn: forval?.beslutsnamn ?? 'Nytt beslut',
    beslutsdatum: dag(kort.beslutsdatum) ?? '',
    galler: period(dag(kort.giltigFran), dag(kort.giltigTom)),
    bestallning: kort.utfall === 'avslag' || !forval?.insats.data.bestallning ? '–' : 'Efter beslut',
    status: 'Utkast',
  };
}

/** The saved beslut of an utredning, newest first. */
export function sparadeRader(akt: AktVy, katalog: Pick<KatalogVy, 'insatser'>, utredningId: string): Beslutsrad[] {
  return akt.beslut
    .filter(({ data }) => data.utredningId === utredningId)
    .sort((a, b) => b.data.beslutsdatum.localeCompare(a.data.beslutsdatum) || a.data.giltigFran.localeCompare(b.data.giltigFran))
    .map(({ id, data, osand }) => ({
      id,
      slag: 'sparat',
      avslag: data.utfall === 'avslag',
      namn: data.beslutsnamn,
      beslutsdatum: data.beslutsdatum,
      galler: period(data.giltigFran, data.giltigTom),
      bestallning: bestallningsord(akt, katalog, id, data),
      status: data.felmarkerad ? 'Felmarkerat' : osand ? 'Fattat, ej skickat' : 'Fattat',
    }));
}

function bestallningsord(akt: AktVy, katalog: Pick<KatalogVy, 'insatser'>, beslutId: string, data: Beslut): string {
  const order = gallandeBestallning(beslutId, akt.bestallningar)?.data;
  if (order) return isBekraftad(order) ? 'Bekräftad' : 'Ej bekräftad';
  return bestallningFor(katalog.insatser, data) ? 'Saknas' : '–';
}
