import type { BrevRad } from '../../../shared/ipc/views.ts';
import { compareSwedish } from '../../../shared/util/compare.ts';
import type { Kolumn } from '../../components/DataTable.tsx';
import { nar } from '../../components/tid.ts';
import { journalOrd, kvittoOrd, partnamn } from './brevord.ts';

const vem = (rad: BrevRad, skickat: boolean): string => (skickat ? rad.till.map(partnamn).join('; ') : partnamn(rad.fran));
/** So many recipients stand in a row; all of them in the message. */
const flestIRad = 3;
const kort = (rad: BrevRad, skickat: boolean): string =>
  skickat && rad.till.length > flestIRad
    ? `${rad.till.slice(0, flestIRad).map(partnamn).join('; ')} och ${rad.till.length - flestIRad} till`
    : vem(rad, skickat);

/** A row of a folder; in Skickat to whom, and how far it has come. */
export function brevkolumner(nu: Date, skickat: boolean): Kolumn<BrevRad>[] {
  return [
    {
      ...{ id: 'vem', namn: skickat ? 'Till' : 'Från', bredd: 'minmax(130px, 1.4fr)' },
      // The number is what tells one from another: it is never cut (MEDD-05, MEDD-12).
      hel: true,
      draw: (rad) => kort(rad, skickat),
      compare: (a, b) => compareSwedish(vem(a, skickat), vem(b, skickat)),
      tip: (rad) => vem(rad, skickat),
    },
    {
      ...{ id: 'amne', namn: 'Ämne', bredd: 'minmax(100px, 1.2fr)' },
      draw: ({ amne, bilagor }) => (bilagor > 0 ? `${amne} · ${bilagor} ${bilagor === 1 ? 'bilaga' : 'bilagor'}` : amne),
      compare: (a, b) => compareSwedish(a.amne, b.amne),
      tip: ({ amne, inledning }) => [amne, inledning].filter(Boolean).join('\n'),
    },
    {
      ...{ id: 'lage', namn: 'Läge', bredd: 'minmax(106px, 0.8fr)' },
      draw: (rad) => lage(rad),
      compare: (a, b) => compareSwedish(lage(a), lage(b)),
      tip: lage,
    },
    {
      ...{ id: 'alder', namn: 'Ålder', bredd: '52px' },
      draw: ({ alder }) => (alder === 0 ? 'i dag' : `${alder} d`),
      compare: (a, b) => a.skickat.localeCompare(b.skickat) * -1,
      tip: ({ alder }) => `${alder} ${alder === 1 ? 'dag' : 'dagar'}`,
    },
    {
      ...{ id: 'tid', namn: 'Tid', bredd: '104px' },
      draw: ({ skickat: at }) => nar(at, nu),
      compare: (a, b) => a.skickat.localeCompare(b.skickat),
    },
  ];
}

const lage = ({ olast, tagen, journal, kvitto }: BrevRad): string =>
  [olast && 'Oläst', tagen && `Tas om hand av ${tagen.namn}`, kvitto && kvittoOrd[kvitto], journalOrd[journal]].filter(Boolean).join(' · ');
