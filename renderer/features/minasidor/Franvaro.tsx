import { Button, makeStyles } from '@fluentui/react-components';
import { ArrowRight20Regular, Warning16Filled } from '@fluentui/react-icons';
import { useState } from 'react';
import type { FranvaroRad } from '../../../shared/ipc/views.ts';
import { compareSwedish } from '../../../shared/util/compare.ts';
import { ordForFel } from '../../../shared/words/fel.ts';
import { underlagsskalOrd } from '../../../shared/words/franvaro.ts';
import { Chip } from '../../components/Chip.tsx';
import type { Kolumn } from '../../components/DataTable.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorBar } from '../../components/ErrorBar.tsx';
import { Panel } from '../../components/Panel.tsx';
import { visatNamn } from '../../components/PersonNamn.tsx';
import { SkeletonRows } from '../../components/SkeletonRows.tsx';
import { type Dialogpost, showArendedialog } from '../../state/arendedialog.ts';
import { openKund } from '../../state/openKund.ts';
import { useQuery } from '../../state/query.ts';
import { kundkolumn } from './kolumner.tsx';
import { Lista } from './Lista.tsx';

const useStyles = makeStyles({
  fot: { listStyleType: 'none', margin: 0, padding: '4px 8px', borderTop: '1px solid var(--akHair)', maxHeight: '96px', overflowY: 'auto' },
  rad: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '2px 8px' },
});

const showFranvaro = ({ person: { personId }, verkstallighetId }: FranvaroRad, sedan?: () => void): Promise<boolean> =>
  openKund(personId, { nodId: `verkstallighet/${verkstallighetId}`, sedan });

/** A dialog of it, in the kund's own tab. */
async function openDialog(rad: FranvaroRad, post: Dialogpost): Promise<void> {
  const visa = () => showArendedialog({ personId: rad.person.personId, post, id: rad.franvaroId });
  if (await showFranvaro(rad, visa)) visa();
}

const kolumner: Kolumn<FranvaroRad>[] = [
  { ...kundkolumn<FranvaroRad>(), namn: 'Brukare' },
  {
    ...{ id: 'orsak', namn: 'Orsak', bredd: 'minmax(80px, 1fr)' },
    draw: ({ orsak }) => orsak,
    compare: (a, b) => compareSwedish(a.orsak, b.orsak),
    tip: ({ orsak }) => orsak,
  },
  {
    ...{ id: 'beskrivning', namn: 'Beskrivning', bredd: 'minmax(80px, 1.4fr)' },
    draw: ({ beskrivning }) => beskrivning ?? '',
    tip: ({ beskrivning }) => beskrivning,
  },
  { id: 'fran', namn: 'Från', bredd: '92px', draw: ({ fran }) => fran, compare: (a, b) => a.fran.localeCompare(b.fran) },
  {
    ...{ id: 'till', namn: 'Till', bredd: '92px' },
    draw: ({ till }) => till ?? 'öppen',
    compare: (a, b) => (a.till ?? '9999').localeCompare(b.till ?? '9999'),
  },
  {
    ...{ id: 'dagar', namn: 'Dagar', bredd: '76px' },
    draw: ({ dagar, lang }) =>
      lang ? (
        <Chip ton="gul" ikon={<Warning16Filled />} title="Över 30 dagar">
          {String(dagar)}
        </Chip>
      ) : (
        String(dagar)
      ),
    compare: (a, b) => a.dagar - b.dagar,
    tip: ({ dagar, lang }) => (lang ? `${dagar} dagar hittills: över 30 dagar` : `${dagar} dagar hittills`),
  },
  {
    ...{ id: 'alternativ', namn: 'Alternativ', bredd: '76px' },
    draw: (rad) => (
      <Button
        size="small"
        appearance="subtle"
        icon={<ArrowRight20Regular />}
        aria-label={`Frånvaro i akten: ${visatNamn(rad.person)}`}
        onClick={() => void showFranvaro(rad)}
      />
    ),
  },
];

/** All current frånvaro of the utförare's brukare (PHEM-02, PFRAN-12), with what is asked of them: whether one has ended (FORB-82), and underlag (PFRAN-04). */
export function Franvaro({ className }: { className: string }) {
  const css = useStyles();
  const { data, fel, laddar, readAgain } = useQuery('mina.franvaro', {}, ['akt', 'katalog', 'session']);
  const [vald, setVald] = useState<string | null>(null);
  const uppmaningar = (data ?? []).flatMap((rad) => [
    ...(rad.fragasSedan === undefined
      ? []
      : [{ rad, text: `borta sedan ${rad.fran} utan slut.`, namn: 'Är kunden tillbaka?', post: 'franvaro' as const }]),
    ...(rad.underlag === undefined
      ? []
      : [
          {
            rad,
            text: `${underlagsskalOrd[rad.underlag].toLowerCase()}.`,
            namn: 'Skicka underlag till avgiftshandläggare',
            post: 'franvarounderlag' as const,
          },
        ]),
  ]);
  return (
    <Panel className={className} rubrik="Frånvaro" text={data && `all aktuell frånvaro, ${data.length}`}>
      {fel && <ErrorBar {...ordForFel(fel.code)} handling="Försök igen" onHandling={readAgain} />}
      {laddar && <SkeletonRows />}
      {data?.length === 0 && <EmptyState text="Ingen brukare är frånvarande. Du lägger till frånvaro i akten, vid verkställigheten." />}
      {data && data.length > 0 && (
        <Lista
          nyckel="franvaro"
          etikett="Frånvaro"
          kolumner={kolumner}
          rader={data}
          radId={({ franvaroId }) => franvaroId}
          vald={vald}
          onVald={setVald}
          onOpen={(rad) => void showFranvaro(rad)}
          meny={(rad) => [
            { id: 'akten', namn: 'Gå till Frånvaro i akten', tangent: 'Enter', onChoose: () => void showFranvaro(rad) },
            ...(rad.till === undefined
              ? [{ id: 'avsluta', namn: 'Avsluta frånvaron', onChoose: () => void openDialog(rad, 'avslutaFranvaro') }]
              : []),
            { id: 'andra', namn: 'Ändra', onChoose: () => void openDialog(rad, 'franvaro') },
          ]}
        />
      )}
      {uppmaningar.length > 0 && (
        <ul className={css.fot} aria-label="Att göra om frånvaro">
          {uppmaningar.map(({ rad, text, namn, post }) => (
            <li key={`${post} ${rad.franvaroId}`} className={css.rad}>
              <Chip ton="gul" ikon={<Warning16Filled />}>{`${visatNamn(rad.person)}: ${text}`}</Chip>
              <Button size="small" appearance="transparent" onClick={() => void openDialog(rad, post)}>
                {namn}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
