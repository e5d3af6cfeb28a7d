import { Warning16Filled } from '@fluentui/react-icons';
import type { HandlaggarRad, HosRad } from '../../../shared/ipc/enhet.ts';
import { compare, compareSwedish } from '../../../shared/util/compare.ts';
import { typOrd } from '../../../shared/words/posttyp.ts';
import { Chip } from '../../components/Chip.tsx';
import type { Kolumn } from '../../components/DataTable.tsx';
import { PersonNamn, visatNamn } from '../../components/PersonNamn.tsx';

type Antal = 'kunder' | 'utredningar' | 'forsenade' | 'ejBehandlade' | 'osignerade' | 'bevakningar' | 'forfallna';
/** Late ones stand out by an icon and a colour; the number says it. */
const antal = (id: Antal, namn: string, sena = false): Kolumn<HandlaggarRad> => ({
  id,
  namn,
  bredd: 'minmax(84px, 0.7fr)',
  draw: ({ [id]: hur }) =>
    sena && hur > 0 ? (
      <Chip ton="rod" ikon={<Warning16Filled aria-hidden />}>
        {hur}
      </Chip>
    ) : (
      <span className={hur === 0 ? 'tyst' : undefined}>{hur}</span>
    ),
  compare: (a, b) => a[id] - b[id],
});

export const handlaggarkolumner: Kolumn<HandlaggarRad>[] = [
  {
    id: 'namn',
    namn: 'Handläggare',
    bredd: 'minmax(140px, 2fr)',
    draw: ({ namn, iTjanst }) => (iTjanst ? namn : `${namn} (ingen i tjänst)`),
    compare: (a, b) => compareSwedish(a.namn, b.namn),
    tip: ({ namn }) => namn,
  },
  {
    id: 'funktion',
    namn: 'Funktion',
    bredd: 'minmax(120px, 1.3fr)',
    draw: ({ funktion }) => funktion ?? '',
    compare: (a, b) => compareSwedish(a.funktion ?? '', b.funktion ?? ''),
    tip: ({ funktion }) => funktion,
  },
  antal('kunder', 'Kunder'),
  antal('utredningar', 'Utredningar'),
  {
    id: 'aldst',
    namn: 'Äldsta',
    bredd: 'minmax(84px, 0.7fr)',
    draw: ({ aldst }) => (aldst === undefined ? '' : aldst === 1 ? '1 dag' : `${aldst} dgr`),
    compare: (a, b) => (a.aldst ?? -1) - (b.aldst ?? -1),
    tip: () => 'Dagar sedan den äldsta pågående utredningens ansökan inkom',
  },
  antal('forsenade', 'Över lagfrist', true),
  antal('ejBehandlade', 'Ej behandlade'),
  antal('osignerade', 'Osignerade'),
  antal('bevakningar', 'Bevakningar'),
  antal('forfallna', 'Förfallna', true),
];

function slag(rad: HosRad): string {
  if (rad.slag === 'beraknad') return `Beräknad bevakning: ${rad.vad}. Följer ${rad.horTill}.`;
  return rad.slag === 'utredning' || rad.slag === 'verkstallighet' ? rad.vad : `${typOrd(rad.slag)}: ${rad.vad}`;
}

export const hoskolumner: Kolumn<HosRad>[] = [
  {
    id: 'datum',
    namn: 'Datum',
    bredd: '116px',
    draw: ({ datum, sen }) =>
      sen ? (
        <Chip ton="rod" ikon={<Warning16Filled aria-label="försenat" />}>
          {datum}
        </Chip>
      ) : (
        datum
      ),
    compare: (a, b) => compare(a.datum, b.datum),
  },
  {
    id: 'kund',
    namn: 'Kund',
    bredd: 'minmax(120px, 1fr)',
    draw: ({ person }) => <PersonNamn {...person} />,
    compare: (a, b) => compareSwedish(visatNamn(a.person), visatNamn(b.person)),
    tip: ({ person }) => visatNamn(person),
  },
  {
    id: 'vad',
    namn: 'Vad',
    bredd: 'minmax(160px, 2fr)',
    draw: slag,
    compare: (a, b) => compareSwedish(slag(a), slag(b)),
    tip: slag,
  },
];
/** As a line of a list. */
export const iEnRad = (rad: HosRad): string => `${visatNamn(rad.person)}, ${slag(rad)}`;
