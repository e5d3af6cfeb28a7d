import { alderText } from '../../../shared/domain/person/alder.ts';
import type { PersonRad } from '../../../shared/ipc/views.ts';
import { compareSwedish } from '../../../shared/util/compare.ts';
import type { Kolumn } from '../../components/DataTable.tsx';
import { PersonNamn, tidigareText, visatNamn, visatNummer } from '../../components/PersonNamn.tsx';

const isHidden = ({ skydd }: PersonRad) => skydd === 'skyddadFolkbokforing';

/** Columns of a list of persons: birth date and age stand there so that a wrong century is seen (FORB-01). */
export const personkolumner: Kolumn<PersonRad>[] = [
  {
    id: 'namn',
    namn: 'Namn',
    bredd: 'minmax(160px, 2fr)',
    draw: (person) => (
      <>
        <PersonNamn {...person} />
        {tidigareText(person) && ` (${tidigareText(person)})`}
      </>
    ),
    compare: (a, b) => compareSwedish(visatNamn(a), visatNamn(b)),
    tip: (person) => [visatNamn(person), tidigareText(person)].filter(Boolean).join(', '),
  },
  {
    id: 'personnummer',
    namn: 'Personnummer',
    bredd: '128px',
    draw: visatNummer,
    compare: (a, b) => visatNummer(a).localeCompare(visatNummer(b)),
  },
  {
    id: 'fodd',
    namn: 'Född',
    bredd: '96px',
    draw: (person) => (isHidden(person) ? '' : (person.fodelsedatum ?? 'Okänt')),
    compare: (a, b) => (a.fodelsedatum ?? '').localeCompare(b.fodelsedatum ?? ''),
  },
  {
    id: 'alder',
    namn: 'Ålder',
    bredd: '64px',
    draw: (person) => (isHidden(person) ? '' : alderText(person.alder)),
    compare: (a, b) => (a.alder ?? -1) - (b.alder ?? -1),
  },
  {
    id: 'ort',
    namn: 'Ort',
    bredd: 'minmax(80px, 1fr)',
    draw: (person) => (isHidden(person) ? 'öppnas med skäl' : (person.ort ?? '')),
    tip: ({ ort }) => ort,
  },
];
