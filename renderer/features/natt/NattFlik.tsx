import { makeStyles } from '@fluentui/react-components';
import { WeatherMoon20Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { Nattmisslyckade, NattrapportRad } from '../../../shared/ipc/views.ts';
import { compareSwedish } from '../../../shared/util/compare.ts';
import { svenskTid } from '../../../shared/util/datum.ts';
import { aktiveringsslagOrd, misslyckandeOrd } from '../../../shared/words/etjanst.ts';
import { ordForFel } from '../../../shared/words/fel.ts';
import { Chip } from '../../components/Chip.tsx';
import { DataTable, type Kolumn } from '../../components/DataTable.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorBar } from '../../components/ErrorBar.tsx';
import { Panel } from '../../components/Panel.tsx';
import { PersonNamn, visatNamn } from '../../components/PersonNamn.tsx';
import { SkeletonRows } from '../../components/SkeletonRows.tsx';
import { openKund } from '../../state/openKund.ts';
import { useQuery } from '../../state/query.ts';

const useStyles = makeStyles({
  sida: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0, gap: '8px', padding: '8px', overflowY: 'auto' },
  panel: { flex: '1 1 0', minHeight: '180px' },
  text: { margin: 0, padding: '8px 12px', color: 'var(--colorNeutralForeground2)' },
});

/** Nattens körningar: what each night came to, and whose activation it could not do (NATT-01). */
export function NattFlik() {
  const css = useStyles();
  const [vald, setVald] = useState<string | null>(null);
  const { data, laddar, fel, readAgain } = useQuery('natt.rapporter', {}, ['katalog', 'session']);
  const rader = data?.rader ?? [];
  const visad = rader.find(({ id }) => id === vald) ?? rader[0];
  return (
    <section className={css.sida} data-yta="arbetsyta" aria-label="Nattens körningar">
      {fel && <ErrorBar {...ordForFel(fel.code)} handling="Försök igen" onHandling={readAgain} />}
      <Panel className={css.panel} ikon={<WeatherMoon20Regular aria-hidden />} rubrik="Nattens körningar">
        {laddar && !data && <SkeletonRows antal={6} />}
        {data && rader.length === 0 && <EmptyState text="Ingen natt har körts än. Rapporten kommer när nattens körning är klar." />}
        {rader.length > 0 && (
          <DataTable
            etikett="Nattens körningar"
            kolumner={nattkolumner}
            rader={rader}
            radId={id}
            vald={visad?.id ?? null}
            onVald={setVald}
            forvaldSortering={{ kolumn: 'natt', stigande: false }}
            fokus
          />
        )}
      </Panel>
      {visad && visad.misslyckade > 0 && <Misslyckade key={visad.id} rapport={visad} />}
    </section>
  );
}

function Misslyckade({ rapport }: { rapport: NattrapportRad }) {
  const css = useStyles();
  const [vald, setVald] = useState<string | null>(null);
  const { data, fel } = useQuery('natt.misslyckade', { rapportId: rapport.id }, ['katalog', 'akt', 'session']);
  return (
    <Panel className={css.panel} rubrik={`Misslyckade natten till ${rapport.natt}`} text={orsakstext(rapport)}>
      {fel && <ErrorBar {...ordForFel(fel.code)} />}
      {data && data.dolda + data.fler > 0 && <p className={css.text}>{doldatext(data)}</p>}
      {data && data.rader.length > 0 && (
        <DataTable
          etikett={`Misslyckade natten till ${rapport.natt}`}
          kolumner={misslyckadekolumner}
          rader={data.rader}
          radId={id}
          vald={vald}
          onVald={setVald}
          onOpen={({ person }) => void openKund(person.personId)}
          forvaldSortering={{ kolumn: 'kund', stigande: true }}
          meny={({ person }) => [{ id: 'oppna', namn: 'Öppna kunden', tangent: 'Enter', onChoose: () => void openKund(person.personId) }]}
        />
      )}
    </Panel>
  );
}

const id = ({ id: one }: { id: string }): string => one;

/** `Avvisad 2, Svarar inte 1` */
const orsakstext = ({ orsaker }: NattrapportRad): string =>
  orsaker.map(({ orsak, antal }) => `${misslyckandeOrd[orsak]}: ${antal}`).join(', ');

const doldatext = ({ dolda, fler }: Nattmisslyckade): string =>
  [
    ...(dolda > 0 ? [`${dolda} i akter som du inte läser.`] : []),
    ...(fler > 0 ? [`${fler} till som rapporten inte räknar upp.`] : []),
    'Var och en står som bevakning hos sin handläggare.',
  ].join(' ');

const laget = ({ klar, avbruten }: NattrapportRad): string =>
  klar === undefined
    ? avbruten === undefined
      ? 'Pågår'
      : `Avbruten ${svenskTid(avbruten)}, fortsätter av sig själv`
    : `Klar ${svenskTid(klar)}`;

const antal = (falt: 'aktiverade' | 'misslyckade' | 'avslutade' | 'olasta', namn: string): Kolumn<NattrapportRad> => ({
  ...{ id: falt, namn, bredd: '104px' },
  draw: (rad) =>
    falt !== 'aktiverade' && falt !== 'avslutade' && rad[falt] > 0 ? <Chip ton="gul">{String(rad[falt])}</Chip> : String(rad[falt]),
  compare: (a, b) => a[falt] - b[falt],
});

const nattkolumner: Kolumn<NattrapportRad>[] = [
  { id: 'natt', namn: 'Natten till', bredd: '104px', draw: ({ natt }) => natt, compare: (a, b) => a.natt.localeCompare(b.natt) },
  {
    ...{ id: 'borjade', namn: 'Började', bredd: '140px' },
    draw: ({ borjade }) => svenskTid(borjade),
    compare: (a, b) => a.borjade.localeCompare(b.borjade),
  },
  { id: 'lage', namn: 'Läge', bredd: 'minmax(160px, 1.4fr)', draw: laget, tip: laget },
  antal('aktiverade', 'Aktiverade'),
  antal('misslyckade', 'Misslyckade'),
  antal('avslutade', 'Avslutade'),
  antal('olasta', 'Lämnade'),
  { id: 'orsaker', namn: 'Varför', bredd: 'minmax(120px, 1fr)', draw: orsakstext, tip: orsakstext },
];

type Post = Nattmisslyckade['rader'][number];
const misslyckadekolumner: Kolumn<Post>[] = [
  {
    ...{ id: 'kund', namn: 'Kund', bredd: 'minmax(140px, 1.4fr)' },
    draw: ({ person }) => <PersonNamn {...person} />,
    compare: (a, b) => compareSwedish(visatNamn(a.person), visatNamn(b.person)),
    tip: ({ person }) => visatNamn(person),
  },
  { id: 'slag', namn: 'Vad', bredd: 'minmax(120px, 1fr)', draw: ({ slag }) => aktiveringsslagOrd[slag] },
  { id: 'orsak', namn: 'Varför', bredd: 'minmax(120px, 1fr)', draw: ({ orsak }) => misslyckandeOrd[orsak] },
];
