import { Button, makeStyles, mergeClasses } from '@fluentui/react-components';
import { MailAdd20Regular, Settings20Regular } from '@fluentui/react-icons';
import type { Brevmapp } from '../../../shared/ipc/views.ts';
import { ordForFel } from '../../../shared/words/fel.ts';
import { DataTable } from '../../components/DataTable.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorBar } from '../../components/ErrorBar.tsx';
import { SkeletonRows } from '../../components/SkeletonRows.tsx';
import { useNow } from '../../components/useNow.ts';
import { showMapp, showMeddelandeinstallningar, skrivMeddelande, type Utkastmapp, useBrevvy } from '../../state/meddelanden.ts';
import { isOfullstandig, useStatus } from '../../state/status.ts';
import { Brevyta } from './Brevyta.tsx';
import { brevkolumner } from './kolumner.tsx';
import { Rensa } from './Rensa.tsx';
import { Utkastmappen, useBrevutkast } from './Utkastmappen.tsx';
import { useMeddelanden } from './useMeddelanden.ts';

const smal = '@media (max-width: 1000px)';
const useStyles = makeStyles({
  sida: { display: 'flex', flexGrow: 1, minHeight: 0, minWidth: 0, [smal]: { flexDirection: 'column', overflowY: 'auto' } },
  mappar: {
    ...{ display: 'flex', flexDirection: 'column', gap: '2px', width: '190px', flexShrink: 0, padding: '8px', boxSizing: 'border-box' },
    borderRight: '1px solid var(--akHair)',
    [smal]: { width: 'auto', flexDirection: 'row', flexWrap: 'wrap', borderRight: 0, borderBottom: '1px solid var(--akHair)' },
  },
  mapp: { justifyContent: 'flex-start', fontWeight: 400, minWidth: 0 },
  vald: { backgroundColor: 'var(--akSel)', color: 'var(--akSelFg)', fontWeight: 600 },
  grupp: { margin: '8px 0 2px', fontSize: '12px', color: 'var(--colorNeutralForeground2)', [smal]: { display: 'none' } },
  luft: { flexGrow: 1, [smal]: { display: 'none' } },
  tips: { fontSize: '12px', lineHeight: '16px', color: 'var(--colorNeutralForeground2)', [smal]: { display: 'none' } },
  lista: {
    ...{ display: 'flex', flexDirection: 'column', flex: '1 1 45%', minWidth: 0, minHeight: 0 },
    ...{ borderRight: '1px solid var(--akHair)', backgroundColor: 'var(--colorNeutralBackground1)' },
    [smal]: { flex: '0 0 auto', maxHeight: '240px', minHeight: '72px', borderRight: 0, borderBottom: '1px solid var(--akHair)' },
  },
  las: {
    display: 'flex',
    flexDirection: 'column',
    backgroundColor: 'var(--colorNeutralBackground1)',
    flex: '1 1 55%',
    minWidth: 0,
    minHeight: 0,
    [smal]: { flex: '0 0 auto' },
  },
});

const isSame = (a: Brevmapp | Utkastmapp, b: Brevmapp | Utkastmapp): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Meddelanden: folders and shared mailboxes, the list and what is read (MEDD-03, MEDD-12, MEDD-13, MINST-01, MINST-05). */
export function MeddelandenFlik() {
  const css = useStyles();
  const nu = useNow(60_000);
  const { mapp: visad, vald, nekat } = useBrevvy();
  const mapp = visad.slag === 'utkast' ? undefined : visad;
  const { data, laddar, fel, readAgain } = useMeddelanden(mapp);
  const utkast = useBrevutkast();
  const ofullstandig = useStatus(({ status }) => isOfullstandig(status));
  const rader = data?.rader ?? [];
  const knapp = (one: { mapp: Brevmapp | Utkastmapp; namn: string; olasta: number }) => {
    const har = isSame(one.mapp, visad);
    return (
      <Button
        key={`${one.namn} ${JSON.stringify(one.mapp)}`}
        size="small"
        appearance="subtle"
        className={mergeClasses(css.mapp, har && css.vald)}
        aria-current={har ? 'page' : undefined}
        onClick={() => showMapp(one.mapp)}
      >
        {one.olasta > 0 ? `${one.namn} (${one.olasta})` : one.namn}
      </Button>
    );
  };
  return (
    <section className={css.sida} data-yta="arbetsyta" aria-label="Meddelanden">
      <nav className={css.mappar} aria-label="Mappar">
        <Button size="small" appearance="primary" icon={<MailAdd20Regular />} onClick={() => skrivMeddelande()}>
          Skriv nytt
        </Button>
        {data?.mappar.slice(0, 2).map(knapp)}
        {data && knapp({ mapp: { slag: 'utkast' }, namn: 'Utkast', olasta: utkast.length })}
        {data?.mappar.slice(2).map(knapp)}
        {data && (data.rensa > 0 || visad.slag === 'rensa') && knapp({ mapp: { slag: 'rensa' }, namn: 'Att rensa', olasta: data.rensa })}
        {(data?.gemensamma.length ?? 0) > 0 && <p className={css.grupp}>Gemensamma brevlådor</p>}
        {data?.gemensamma.map(knapp)}
        <span className={css.luft} />
        <Button size="small" appearance="subtle" className={css.mapp} icon={<Settings20Regular />} onClick={showMeddelandeinstallningar}>
          Inställningar
        </Button>
        <span className={css.tips}>Inkorgen är inget arkiv. Journalför det som hör till akten.</span>
      </nav>
      {!mapp && <Utkastmappen utkast={utkast} lista={css.lista} las={css.las} />}
      {mapp && (
        <div className={css.lista}>
          {nekat && <ErrorBar {...nekat} onClose={() => useBrevvy.setState({ nekat: undefined })} />}
          {mapp.slag === 'rensa' && rader.length > 0 && <Rensa rader={rader} />}
          {fel && <ErrorBar {...ordForFel(fel.code)} handling="Försök igen" onHandling={readAgain} />}
          {ofullstandig && !fel && (
            <ErrorBar slag="info" vad="Allt är inte hämtat på den här datorn än." gor="Fler meddelanden kan komma." />
          )}
          {laddar && !data && <SkeletonRows antal={8} />}
          {data && rader.length === 0 && <EmptyState text="Inga meddelanden här." />}
          {rader.length > 0 && (
            <DataTable
              key={JSON.stringify(mapp)}
              etikett="Meddelanden"
              kolumner={brevkolumner(nu, mapp.slag === 'skickat')}
              rader={rader}
              radId={({ meddelandeId }) => meddelandeId}
              vald={vald}
              onVald={(id) => useBrevvy.setState({ vald: id })}
              forvaldSortering={{ kolumn: 'tid', stigande: false }}
              fet={({ olast }) => olast}
              fokus
            />
          )}
        </div>
      )}
      {mapp && (
        <div className={css.las}>
          {vald !== null && rader.some(({ meddelandeId }) => meddelandeId === vald) ? (
            <Brevyta key={vald} meddelandeId={vald} mapp={mapp} />
          ) : (
            <EmptyState text={rader.length === 0 ? '' : 'Välj ett meddelande i listan.'} />
          )}
        </div>
      )}
    </section>
  );
}
