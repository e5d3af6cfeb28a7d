import { bestallningFor } from '../../../shared/domain/beslut/bestallbart.ts';
import type { Beslutsutkast } from '../../../shared/domain/beslut/input.ts';
import type { Beslut } from '../../../shared/domain/beslut/records.ts';
import { gallandeBestallning, isBekraftad } from '../../../shared/domain/bestallning/urval.ts';
import { avslagFor } from '../../../shared/domain/katalog/uppslag.ts';
import type { AktVy, KatalogVy } from '../../../shared/ipc/views.ts';
import { yymmdd } from '../../../shared/util/datum.ts';
import { dagAv } from '../../components/formular/Datumrad.tsx';
import type { Beslutskort, Underlag } from './beslutsutkast.ts';
import { beslutAv, effektivt } from './effektivt.ts';

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
    namn: kortetsNamn(underlag, kort),
    beslutsdatum: dag(kort.beslutsdatum) ?? '',
    galler: period(dag(kort.giltigFran), dag(kort.giltigTom)),
    bestallning: kort.utfall === 'avslag' || !forval?.insats.data.bestallning ? '–' : 'Efter beslut',
    status: 'Utkast',
  };
}

/** Everything that one card saves, so that the rows of the list say as much as `Spara 3 beslut`. */
function kortetsNamn(underlag: Underlag, kort: Beslutskort): string {
  const beslut = beslutAv(underlag, kort);
  const namn = beslutsnamn(underlag, beslut);
  if (namn.length === 0) return 'Nytt beslut';
  return `${namn.join(' och ')}${namn.length < beslut.length ? `, ${beslut.length} beslut` : ''}`;
}

/** The names of beslut that are saved together, each once: `LSS Korttidsvistelse Bifall`, `LSS Stödfamilj Bifall`. */
export function beslutsnamn({ fakta }: Underlag, beslut: readonly Beslutsutkast[]): string[] {
  const namn = beslut.flatMap(({ insatsId, utfall, benamning }) => {
    const insats = fakta.insatser.find(({ id }) => id === insatsId);
    if (!insats) return [];
    return (utfall === 'avslag' ? avslagFor(fakta.insatser, insats)?.avslag.namn : (benamning ?? insats.data.bifall.namn)) ?? [];
  });
  return [...new Set(namn)];
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
      status: data.felmarkerad ? 'Felmarkerat' : data.aldrigPaborjad ? 'Påbörjades aldrig' : osand ? 'Fattat, ej skickat' : 'Fattat',
    }));
}

function bestallningsord(akt: AktVy, katalog: Pick<KatalogVy, 'insatser'>, beslutId: string, data: Beslut): string {
  const order = gallandeBestallning(beslutId, akt.bestallningar)?.data;
  if (order) return isBekraftad(order) ? 'Bekräftad' : 'Ej bekräftad';
  return bestallningFor(katalog.insatser, data) ? 'Saknas' : '–';
}
