import type { ReactNode } from 'react';
import { Felgrans } from '../components/Felgrans.tsx';
import { AktualiseringFlik } from '../features/aktualisering/AktualiseringFlik.tsx';
import { AvslutaArende } from '../features/arende/AvslutaArende.tsx';
import { BedomningFlik } from '../features/bedomning/BedomningFlik.tsx';
import { BeslutFlik } from '../features/beslut/BeslutFlik.tsx';
import { BestallningFlik } from '../features/bestallning/BestallningFlik.tsx';
import { Bindarvy } from '../features/bindare/Bindarvy.tsx';
import { InfogaDokument } from '../features/infoga/InfogaDokument.tsx';
import { LassBeslut } from '../features/lass/LassBeslut.tsx';
import { TidslinjeFlik } from '../features/tidslinje/TidslinjeFlik.tsx';
import { InledUtredning } from '../features/utredning/InledUtredning.tsx';
import { UtredningFlik } from '../features/utredning/UtredningFlik.tsx';
import { HandlingVy } from '../features/utskrift/HandlingVy.tsx';
import { Utskriftsvy } from '../features/utskrift/Utskriftsvy.tsx';
import { VerkstallighetVy } from '../features/verkstallighet/VerkstallighetVy.tsx';
import { type ArendeYta, type Panelyta, type UtredningYta, utskriftsobjektText } from '../state/arbetsyta.ts';

/** What other features than kund draw in a kund's work area. A form of another record is another form: the key says which. */
export const kundpanel = (personId: string, yta: Panelyta): ReactNode => (
  <Felgrans visar={JSON.stringify(yta)}>{panel(personId, yta)}</Felgrans>
);

function panel(personId: string, yta: Panelyta): ReactNode {
  if (yta.slag === 'verkstallighet') {
    if (yta.flik === 'infoga') return <InfogaDokument key={yta.id} personId={personId} plats={{ type: 'verkstallighet', id: yta.id }} />;
    return <VerkstallighetVy key={yta.id} personId={personId} verkstallighetId={yta.id} />;
  }
  if (yta.slag === 'utskrift') {
    const { objekt, fran } = yta;
    return <Utskriftsvy key={utskriftsobjektText(objekt)} personId={personId} objekt={objekt} fran={fran} />;
  }
  if (yta.slag === 'bindare') return <Bindarvy key={personId} personId={personId} med={yta.med} fran={yta.fran} />;
  if (yta.slag === 'handling') return <HandlingVy key={yta.id} personId={personId} dokumentId={yta.id} />;
  return yta.slag === 'arende' ? arendepanel(personId, yta) : utredningspanel(personId, yta);
}

function arendepanel(personId: string, { flik, aktualiseringId, omprovningAv }: ArendeYta): ReactNode {
  switch (flik) {
    case 'aktualisering':
      return <AktualiseringFlik key={personId} personId={personId} aktualiseringId={aktualiseringId} omprovningAv={omprovningAv} />;
    case 'inled':
      return <InledUtredning key={personId} personId={personId} />;
    case 'lass':
      return <LassBeslut key={personId} personId={personId} />;
    case 'avsluta':
      return <AvslutaArende key={personId} personId={personId} />;
    case 'tidslinje':
      return <TidslinjeFlik key={personId} personId={personId} />;
    default:
      return flik satisfies never;
  }
}

function utredningspanel(personId: string, yta: UtredningYta): ReactNode {
  const { id: utredningId, flik, aktualiseringId, beslutId, bestallningId, bedomningId, ny } = yta;
  const gemensamt = { personId, utredningId };
  switch (flik) {
    case 'utredning':
      return <UtredningFlik key={utredningId} {...gemensamt} />;
    case 'aktualiseringar':
      return <AktualiseringFlik key={utredningId} {...gemensamt} aktualiseringId={aktualiseringId} ny={ny} />;
    case 'beslut':
      return <BeslutFlik key={utredningId} {...gemensamt} {...(beslutId === undefined ? {} : { beslutId })} />;
    case 'bestallning':
      return (
        <BestallningFlik
          key={utredningId}
          {...gemensamt}
          {...(bestallningId === undefined ? {} : { bestallningId })}
          {...(beslutId === undefined ? {} : { beslutId })}
        />
      );
    case 'bedomning':
      return (
        <BedomningFlik
          key={utredningId}
          {...gemensamt}
          {...(bedomningId === undefined ? {} : { bedomningId })}
          {...(beslutId === undefined ? {} : { beslutId })}
        />
      );
    case 'tidslinje':
      // The same timeline beside every utredning: how far it is stepped stays as one goes between them.
      return <TidslinjeFlik key={personId} personId={personId} />;
    case 'infoga':
      return <InfogaDokument key={utredningId} personId={personId} plats={{ type: 'utredning', id: utredningId }} />;
    default:
      return flik satisfies never;
  }
}
