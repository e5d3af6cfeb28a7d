import type { EansokanRad } from '../../../shared/ipc/views.ts';
import { compareSwedish } from '../../../shared/util/compare.ts';
import { svenskTid } from '../../../shared/util/datum.ts';
import { ingangOrd, utfallOrd } from '../../../shared/words/eansokan.ts';
import type { Kolumn } from '../../components/DataTable.tsx';
import { PersonNamn, visatNamn, visatNummer } from '../../components/PersonNamn.tsx';

/** `2026-11-18 21:14` */
export const inkomText = svenskTid;

/** How long one has waited: `20 min`, `3 tim`, `1 dag`, `2 dgr`. */
function vantat(inkom: string, nu: number): string {
  const minuter = Math.max(0, Math.floor((nu - Date.parse(inkom)) / 60_000));
  if (minuter < 60) return `${minuter} min`;
  if (minuter < 24 * 60) return `${Math.floor(minuter / 60)} tim`;
  const dagar = Math.floor(minuter / (24 * 60));
  return dagar === 1 ? '1 dag' : `${dagar} dgr`;
}

/** What has become of it, in words: whose it is, or how it ended. */
function lageText({ utfall, pavag, tagen, sen, hosDig, hos }: EansokanRad): string {
  if (utfall) return `${utfallOrd[utfall.slag]} av ${utfall.namn}`;
  if (pavag) return 'Kopplad av dig, på väg';
  if (tagen) return tagen.namn;
  return sen ? (hosDig ? 'Över gränsen: hos dig' : `Över gränsen: hos ${hos.join(', ') || 'ingen'}`) : 'Ingen';
}

/** `LSS · Daglig verksamhet` */
const ansokanText = ({ ingang, insats, forAnnan }: EansokanRad): string =>
  `${ingangOrd[ingang]} · ${insats}${forAnnan ? ' · för annan' : ''}`;

const grund = (nu: number) =>
  ({
    inkom: {
      ...{ id: 'inkom', namn: 'Inkom', bredd: '132px' },
      draw: ({ inkom }) => inkomText(inkom),
      compare: (a, b) => a.inkom.localeCompare(b.inkom),
    },
    sokande: {
      ...{ id: 'sokande', namn: 'Sökande', bredd: 'minmax(120px, 1.2fr)' },
      draw: ({ person, personId }) => (
        <>
          <PersonNamn {...person} />
          {personId === undefined ? ' (inte kund)' : ''}
        </>
      ),
      compare: (a, b) => compareSwedish(visatNamn(a.person), visatNamn(b.person)),
      tip: ({ person, personId }) => `${visatNamn(person)}${personId === undefined ? ', inte kund hos oss' : ''}`,
    },
    ansokan: {
      ...{ id: 'ansokan', namn: 'Ansökan', bredd: 'minmax(120px, 1.3fr)' },
      draw: ansokanText,
      compare: (a, b) => compareSwedish(ansokanText(a), ansokanText(b)),
      tip: ansokanText,
    },
    vantat: {
      ...{ id: 'vantat', namn: 'Väntat', bredd: '84px' },
      draw: ({ inkom, sen, utfall }) =>
        utfall ? '' : sen ? <strong style={{ color: 'var(--akRed)' }}>{`${vantat(inkom, nu)} !`}</strong> : vantat(inkom, nu),
      compare: (a, b) => b.inkom.localeCompare(a.inkom),
      tip: ({ sen, grans }) => (sen ? `Skulle ha kopplats senast ${grans}` : `Kopplas senast ${grans}`),
    },
  }) satisfies Record<string, Kolumn<EansokanRad>>;

/** Of the panel on Mina sidor. @param nu the time that the age is counted to, in ms */
export function panelkolumner(nu: number): Kolumn<EansokanRad>[] {
  const { inkom, sokande, ansokan, vantat: alder } = grund(nu);
  return [inkom, sokande, ansokan, alder];
}

/** Of the inbox. */
export function inkorgkolumner(nu: number): Kolumn<EansokanRad>[] {
  const { inkom, sokande, ansokan, vantat: alder } = grund(nu);
  return [
    inkom,
    sokande,
    {
      ...{ id: 'nummer', namn: 'Personnummer', bredd: '118px' },
      draw: ({ person }) => visatNummer(person),
    },
    ansokan,
    {
      ...{ id: 'tagen', namn: 'Tagen av', bredd: 'minmax(120px, 1fr)' },
      draw: lageText,
      compare: (a, b) => compareSwedish(lageText(a), lageText(b)),
      tip: (rad) => [lageText(rad), rad.utfall?.kommentar].filter(Boolean).join(': '),
    },
    alder,
  ];
}
