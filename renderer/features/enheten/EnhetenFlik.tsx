import { Button, makeStyles } from '@fluentui/react-components';
import { PeopleTeam20Regular, PersonArrowRight20Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { FordelbarRad, HandlaggarRad, HosRad } from '../../../shared/ipc/enhet.ts';
import { ordForFel } from '../../../shared/words/fel.ts';
import { DataTable } from '../../components/DataTable.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorBar } from '../../components/ErrorBar.tsx';
import { Panel } from '../../components/Panel.tsx';
import { SkeletonRows } from '../../components/SkeletonRows.tsx';
import { useNow } from '../../components/useNow.ts';
import { useKatalog } from '../../state/akt.ts';
import { openKund } from '../../state/openKund.ts';
import { useQuery } from '../../state/query.ts';
import { isOfullstandig, useStatus } from '../../state/status.ts';
import type { Mottagare } from './fordela.ts';
import { handlaggarkolumner, hoskolumner } from './kolumner.tsx';
import { LamnaOverDialog } from './LamnaOverDialog.tsx';

const useStyles = makeStyles({
  sida: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0, gap: '8px', padding: '8px', overflowY: 'auto' },
  oversikt: { flex: '1 1 0', minHeight: '180px' },
  poster: { flex: '1 1 0', minHeight: '180px' },
});

/** The enhetschef's view of the unit: how much each handläggare has and how late it is, and what of it goes to another (ROLL-10). */
export function EnhetenFlik() {
  const css = useStyles();
  // What is late changes at midnight.
  useNow(60_000);
  const [vald, setVald] = useState<string | null>(null);
  const { data, laddar, fel, readAgain } = useQuery('enhet.oversikt', {}, ['akt', 'katalog', 'session']);
  const ofullstandig = useStatus(({ status }) => isOfullstandig(status)) || data?.klar === false;
  const hen = data?.rader.find(({ agareId }) => agareId === vald);
  return (
    <section className={css.sida} data-yta="arbetsyta" aria-label="Enheten">
      {fel && <ErrorBar {...ordForFel(fel.code)} handling="Försök igen" onHandling={readAgain} />}
      {ofullstandig && !fel && (
        <ErrorBar
          slag="info"
          vad="Allt är inte hämtat och räknat på den här datorn än."
          gor="Siffrorna kan bli högre. De uppdateras av sig själva."
        />
      )}
      <Panel
        className={css.oversikt}
        ikon={<PeopleTeam20Regular aria-hidden />}
        rubrik="Enheten"
        text={data && <span role="status">{summa(data.rader)}</span>}
      >
        {laddar && !data && <SkeletonRows antal={8} />}
        {data?.rader.length === 0 && <EmptyState text="Enheten har inga handläggare." />}
        {data && data.rader.length > 0 && (
          <DataTable
            etikett="Handläggare i enheten"
            kolumner={handlaggarkolumner}
            rader={data.rader}
            radId={({ agareId }) => agareId}
            vald={vald}
            onVald={setVald}
            forvaldSortering={{ kolumn: 'namn', stigande: true }}
            fokus
          />
        )}
      </Panel>
      {hen && <Poster key={hen.agareId} hen={hen} rader={data?.rader ?? []} className={css.poster} />}
    </section>
  );
}

/** What one handläggare has: what can be given to another, and what is computed of it. */
function Poster({ hen, rader, className }: { hen: HandlaggarRad; rader: readonly HandlaggarRad[]; className: string }) {
  const { data, laddar, fel, readAgain } = useQuery('enhet.fordelbart', { agareId: hen.agareId }, ['akt', 'katalog', 'session']);
  const handlaggare = useKatalog().data?.handlaggare ?? [];
  const [vald, setVald] = useState<string | null>(null);
  const [kryssade, setKryssade] = useState<ReadonlySet<string>>(new Set());
  const [lamnas, setLamnas] = useState<FordelbarRad[]>();
  const fordelbara = (data ?? []).filter(isFordelbar);
  const kan = new Set(fordelbara.map(({ id }) => id));
  // What has left the list is not ticked any more, and what follows something else never is.
  const valda = new Set([...kan].filter((id) => kryssade.has(id)));
  const markerade = fordelbara.filter(({ id }) => (valda.size > 0 ? valda.has(id) : id === vald));
  const mottagare = rader.flatMap(({ agareId, namn, iTjanst }): Mottagare[] =>
    iTjanst && agareId !== hen.agareId
      ? [{ anvandareId: agareId, namn, funktionId: handlaggare.find(({ id }) => id === agareId)?.funktionId }]
      : [],
  );
  const open = (rad: HosRad) => void openKund(rad.person.personId, platsOf(rad));
  const lamna = (vilka: FordelbarRad[]) => vilka.length > 0 && setLamnas(vilka);
  return (
    <Panel
      className={className}
      rubrik={`Hos ${hen.namn}`}
      text={data && antalord(data.length, data.length - kan.size, valda.size)}
      verktyg={
        <Button
          size="small"
          icon={<PersonArrowRight20Regular />}
          disabledFocusable={markerade.length === 0}
          onClick={() => lamna(markerade)}
        >
          Lämna över…
        </Button>
      }
    >
      {fel && <ErrorBar {...ordForFel(fel.code)} handling="Försök igen" onHandling={readAgain} />}
      {laddar && !data && <SkeletonRows antal={5} />}
      {data?.length === 0 && <EmptyState text="Inget som kan lämnas över. Osignerade anteckningar signerar den som har skrivit dem." />}
      {data && data.length > 0 && (
        <DataTable
          etikett={`Hos ${hen.namn}`}
          kolumner={hoskolumner}
          rader={data}
          radId={({ id }) => id}
          vald={vald}
          onVald={setVald}
          flera={{ valda, onValda: setKryssade, kan }}
          onOpen={open}
          forvaldSortering={{ kolumn: 'datum', stigande: true }}
          meny={(rad) => [
            { id: 'oppna', namn: 'Öppna kunden', tangent: 'Enter', onChoose: () => open(rad) },
            ...(isFordelbar(rad)
              ? [{ id: 'lamna', namn: 'Lämna över…', onChoose: () => lamna(valda.has(rad.id) ? markerade : [rad]) }]
              : []),
          ]}
        />
      )}
      {lamnas && (
        <LamnaOverDialog
          fran={hen.namn}
          rader={lamnas}
          mottagare={mottagare}
          onClose={(alla) => {
            setLamnas(undefined);
            if (alla) setKryssade(new Set());
          }}
        />
      )}
    </Panel>
  );
}

const isFordelbar = (rad: HosRad): rad is FordelbarRad => rad.slag !== 'beraknad';

/** Where the kund is opened. */
function platsOf(rad: HosRad): { nodId?: string } {
  if (rad.slag === 'bevakning') return {};
  if (rad.slag !== 'beraknad') return { nodId: `${rad.slag}/${rad.id}` };
  const { ref, not } = rad;
  if (not) return { nodId: `${not.dokumentation.slag}/${not.dokumentation.id}` };
  return { nodId: ref.type === 'person' ? 'personuppgifter' : `${ref.type}/${ref.id}` };
}

/** `7 poster, varav 3 beräknade, 2 valda` */
function antalord(alla: number, beraknade: number, valda: number): string {
  const poster = `${alla} ${alla === 1 ? 'post' : 'poster'}`;
  const varav = beraknade === 0 ? '' : `, varav ${beraknade} ${beraknade === 1 ? 'beräknad' : 'beräknade'}`;
  return `${poster}${varav}${valda > 0 ? `, ${valda} ${valda === 1 ? 'vald' : 'valda'}` : ''}`;
}

/** `11 handläggare, 143 kunder, 3 utredningar över lagfrist` */
function summa(rader: readonly HandlaggarRad[]): string {
  const av = (antal: (rad: HandlaggarRad) => number) => rader.reduce((sum, rad) => sum + antal(rad), 0);
  const iTjanst = rader.filter((rad) => rad.iTjanst).length;
  const [utredningar, sena, forfallna] = [av((rad) => rad.utredningar), av((rad) => rad.forsenade), av((rad) => rad.forfallna)];
  return [
    `${iTjanst} handläggare`,
    `${utredningar} ${utredningar === 1 ? 'utredning' : 'utredningar'}`,
    ...(sena > 0 ? [`${sena} över lagfrist`] : []),
    ...(forfallna > 0 ? [`${forfallna} förfallna bevakningar`] : []),
  ].join(', ');
}
