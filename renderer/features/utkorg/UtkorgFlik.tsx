import { makeStyles, mergeClasses, Tab, TabList } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { ordForFel } from '../../../shared/words/fel.ts';
import type { Ord } from '../../../shared/words/ord.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorBar } from '../../components/ErrorBar.tsx';
import { Panel } from '../../components/Panel.tsx';
import { SkeletonRows } from '../../components/SkeletonRows.tsx';
import { Splitter } from '../../components/Splitter.tsx';
import { useNow } from '../../components/useNow.ts';
import { useIhop } from '../../state/ihop.ts';
import { useSize } from '../../state/installningar.ts';
import { bortaOrd } from '../../state/openFormular.ts';
import { useQuery } from '../../state/query.ts';
import { useUtkast } from '../../state/utkastlista.ts';
import { Broms } from './Broms.tsx';
import { Detalj } from './Detalj.tsx';
import { Konflikter } from './Konflikter.tsx';
import { openRad } from './openRad.ts';
import { iUrval, type Rad, rader, sammanfattning, type Urval, utkastrad } from './rader.ts';
import { kanTasBort, TaBortFlera } from './TaBortFlera.tsx';
import { Utkorgtabell } from './Utkorgtabell.tsx';

const useStyles = makeStyles({
  sida: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0, gap: '4px', padding: '8px', overflowY: 'auto' },
  over: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) 372px',
    gap: '8px',
    flexGrow: 1,
    minHeight: '180px',
    '@media (max-height: 560px)': { flexShrink: 0 },
    '@media (max-width: 999px)': {
      gridTemplateColumns: 'minmax(0, 1fr)',
      gridTemplateRows: 'minmax(160px, 1fr) minmax(140px, max-content)',
    },
  },
  ensam: { gridTemplateColumns: 'minmax(0, 1fr)' },
  konflikter: { display: 'flex', flexDirection: 'column', flexShrink: 0, '> *': { flexGrow: 1 } },
});

const defaultHeight = 292;

/** Utkorg och kvitton: drafts, queue, receipts, what was refused, and conflicts. */
export function UtkorgFlik() {
  const styles = useStyles();
  const now = useNow(20_000);
  const query = useQuery('utkorg.lista', {}, ['utkorg', 'status', 'akt']);
  const utkast = useUtkast();
  const [urval, setUrval] = useState<Urval>('alla');
  const [vald, setVald] = useState<string | null>(null);
  /** The row whose form has nothing to stand on any more. */
  const [borta, setBorta] = useState<string>();
  const [kryss, setKryss] = useState<ReadonlySet<string>>(new Set());
  const [fel, setFel] = useState<Ord>();
  const ihop = useIhop(({ oppen }) => oppen);
  useEffect(() => {
    if (ihop !== null) setVald(ihop);
  }, [ihop]);
  const [height, setHeight] = useSize('utkorg.konflikter', defaultHeight);
  const alla = rader(query.data ?? [], utkast);
  const visade = alla.filter((rad) => iUrval(rad, urval));
  const rad = visade.find(({ id }) => id === vald) ?? visade[0];
  const konflikter = alla.filter(({ konflikt }) => konflikt).map(({ id }) => id);
  // What has been dealt with is not ticked any more.
  const kryssade = urval === 'atgarda' ? visade.filter(({ id }) => kryss.has(id)) : [];
  const antal = (val: Urval) => alla.filter((one) => iUrval(one, val)).length;
  const showBorta = (id: string) => {
    setVald(id);
    setBorta(id);
  };
  const choose = (val: Urval) => {
    setUrval(val);
    setKryss(new Set());
    setFel(undefined);
  };
  const open = (one: Rad) => void openRad(one).then((svar) => (svar === 'borta' ? showBorta(one.id) : setBorta(undefined)));
  return (
    <div className={styles.sida} data-yta="arbetsyta">
      <Broms />
      <div className={mergeClasses(styles.over, !rad && styles.ensam)}>
        <Panel
          rubrik="Utkorg"
          text={query.data && alla.length > 0 ? sammanfattning(alla) : undefined}
          verktyg={
            <>
              <TaBortFlera
                kryssade={kryssade}
                onKlart={(kvar, ord) => {
                  setKryss(new Set(kvar));
                  setFel(ord);
                }}
              />
              <TabList size="small" aria-label="Urval" selectedValue={urval} onTabSelect={(_, { value }) => choose(value as Urval)}>
                <Tab value="alla">Alla</Tab>
                <Tab value="kvar">{`Kvar att skicka ${antal('kvar')}`}</Tab>
                <Tab value="atgarda">{`Att åtgärda ${antal('atgarda')}`}</Tab>
              </TabList>
            </>
          }
        >
          {fel && <ErrorBar {...fel} onClose={() => setFel(undefined)} />}
          {query.fel && <ErrorBar {...ordForFel(query.fel.code)} handling="Försök igen" onHandling={query.readAgain} />}
          {query.laddar && <SkeletonRows />}
          {query.data && visade.length === 0 && <EmptyState text={tomText[urval]} />}
          {visade.length > 0 && (
            <Utkorgtabell
              rader={visade}
              vald={rad?.id ?? null}
              onVald={setVald}
              onOpen={open}
              now={now}
              {...(urval === 'atgarda'
                ? {
                    flera: {
                      valda: new Set(kryssade.map(({ id }) => id)),
                      kan: new Set(visade.filter(kanTasBort).map(({ id }) => id)),
                      onValda: setKryss,
                    },
                  }
                : {})}
            />
          )}
        </Panel>
        {rad && (
          <Detalj
            key={rad.id}
            rad={rad}
            now={now}
            hinder={borta === rad.id ? bortaOrd : undefined}
            onOpen={() => open(rad)}
            onBorta={(nyckel) => {
              setUrval('alla');
              showBorta(utkastrad(nyckel));
            }}
          />
        )}
      </div>
      {konflikter.length > 0 && (
        <>
          <Splitter
            etikett="Höjd på Konflikter att avgöra"
            riktning="vagrat"
            omvand
            varde={height}
            min={180}
            max={600}
            forval={defaultHeight}
            onChange={setHeight}
          />
          <div className={styles.konflikter} style={{ height }}>
            <Konflikter ider={konflikter} vald={rad?.konflikt ? rad.id : null} onVald={setVald} now={now} />
          </div>
        </>
      )}
    </div>
  );
}

const tomText: Record<Urval, string> = {
  alla: 'Utkorgen är tom: du har inte sparat något på den här datorn än.',
  kvar: 'Allt är skickat till servern.',
  atgarda: 'Inget att åtgärda.',
};
