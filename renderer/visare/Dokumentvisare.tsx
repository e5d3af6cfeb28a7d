import { makeStyles } from '@fluentui/react-components';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { CallInput } from '../../shared/ipc/contract.ts';
import { ordForFel } from '../../shared/words/fel.ts';
import type { Ord } from '../../shared/words/ord.ts';
import { type Osynligt, ofullstandigOrd, osynligtOrd, type Visarhinder, visarhinder, visarOrd } from '../../shared/words/visare.ts';
import { ErrorBar } from '../components/ErrorBar.tsx';
import { SkeletonRows } from '../components/SkeletonRows.tsx';
import { call } from '../state/core.ts';
import { isNotOpened } from '../state/openKund.ts';
import { usePlats } from '../state/platsminne.ts';
import { useQuery } from '../state/query.ts';
import { useStatus } from '../state/status.ts';
import { Felmarkerat } from './Felmarkerat.tsx';
import { Losenordsfraga } from './Losenordsfraga.tsx';
import { type OppenPdf, openPdf } from './oppna-pdf.ts';
import { Sidor } from './Sidor.tsx';
import { type Visarfel, Visarhindrad } from './visarhindrad.ts';
import type { Visningsplats } from './visning.ts';

const useStyles = makeStyles({
  visare: {
    display: 'flex',
    flexDirection: 'column',
    flexGrow: 1,
    minHeight: 0,
    minWidth: 0,
    backgroundColor: 'var(--colorNeutralBackground1)',
  },
});

/** A document of the akt, or one that was made to be looked at (`dokument.granska`). */
export type Dokumentkalla = CallInput<'dokument.las'>['kalla'];

/** Shows a PDF, page by page, in the room it is given. What may no longer be read is taken off the screen (VY-01). */
export function Dokumentvisare({ kalla }: { kalla: Dokumentkalla }) {
  const css = useStyles();
  return (
    <div className={css.visare}>
      {kalla.slag === 'dokument' ? (
        <Aktdokument key={kalla.id} id={kalla.id} />
      ) : (
        <Pdf key={kalla.sha256} kalla={kalla} namn="Förhandsvisning" platsnyckel={`visar:${kalla.sha256}`} />
      )}
    </div>
  );
}

function Aktdokument({ id }: { id: string }) {
  const { data: dokument, fel } = useQuery('dokument.hamta', { id }, ['akt', 'session']);
  const [anda, setAnda] = useState(false);
  if (fel && !isNotOpened(fel)) return <ErrorBar {...(fel.code === 'finns-inte' ? visarOrd['far-inte'] : ordForFel(fel.code))} />;
  if (!dokument) return <SkeletonRows antal={8} />;
  const { felmarkerad, rubrik, sidor } = dokument.data;
  return (
    <>
      <Felmarkerat dokument={dokument} {...(!felmarkerad || anda ? {} : { handling: 'Visa det ändå', onHandling: () => setAnda(true) })} />
      {(!felmarkerad || anda) && (
        <Pdf kalla={{ slag: 'dokument', id }} namn={rubrik} sidor={sidor} platsnyckel={`visar:${dokument.personId}:${id}`} />
      )}
    </>
  );
}

type Lage =
  | { slag: 'oppnas' }
  | { slag: 'losenord'; igen: boolean; svara: (losenord: string | null) => void }
  | { slag: 'visas'; oppen: OppenPdf }
  | { slag: 'hindrad'; fel: Visarfel };

type Pdfprops = { kalla: Dokumentkalla; namn: string; platsnyckel: string /** As many as it had when it was filed. */; sidor?: number };

function Pdf({ kalla, namn, platsnyckel, sidor }: Pdfprops) {
  const plats = usePlats<Visningsplats>(platsnyckel);
  const [lage, setLage] = useState<Lage>({ slag: 'oppnas' });
  // First so that a fault on a page is known; after one, so that what can be read is shown.
  const [forsok, setForsok] = useState({ nummer: 0, skonsam: false });
  const [brister, setBrister] = useState<ReadonlySet<number>>(new Set());
  const [osynligt, setOsynligt] = useState<readonly Osynligt[]>([]);
  const losenord = useRef<string | null>(null);
  const nyckel = JSON.stringify(kalla);
  const las = useMemo(() => {
    const av = JSON.parse(nyckel) as Dokumentkalla;
    return (fran: number, antal: number) => call('dokument.las', { kalla: av, fran, antal });
  }, [nyckel]);

  useEffect(() => {
    const slut = new AbortController();
    const visa = (nu: Lage) => {
      if (!slut.signal.aborted) setLage(nu);
    };
    visa({ slag: 'oppnas' });
    openPdf({
      las,
      skonsam: forsok.skonsam,
      signal: slut.signal,
      fragaLosenord: (igen) =>
        // Opened anew for a faulty page: the user has said it once.
        !igen && losenord.current !== null
          ? Promise.resolve(losenord.current)
          : new Promise((svara) =>
              visa({
                slag: 'losenord',
                igen,
                svara: (givet) => {
                  losenord.current = givet;
                  svara(givet);
                },
              }),
            ),
      onFel: (fel) => visa({ slag: 'hindrad', fel }),
    }).then(
      (oppen) => (slut.signal.aborted ? oppen.close() : visa({ slag: 'visas', oppen })),
      (error: unknown) => visa({ slag: 'hindrad', fel: error instanceof Visarhindrad ? error.fel : 'visaren-stannade' }),
    );
    return () => slut.abort();
  }, [las, forsok]);

  const igen = (skonsam = forsok.skonsam) => setForsok(({ nummer }) => ({ nummer: nummer + 1, skonsam }));
  const ansluten = useStatus(({ status }) => status?.ansluten === true);
  const vantar = lage.slag === 'hindrad' && lage.fel === 'dokument-inte-har';
  // It was not here: it may be when the server answers.
  const vantade = useRef(ansluten);
  useEffect(() => {
    if (vantar && ansluten && !vantade.current) setForsok(({ nummer, skonsam }) => ({ nummer: nummer + 1, skonsam }));
    vantade.current = ansluten;
  }, [vantar, ansluten]);

  switch (lage.slag) {
    case 'oppnas':
      return <SkeletonRows antal={8} />;
    case 'losenord':
      return <Losenordsfraga igen={lage.igen} onSvar={lage.svara} />;
    case 'hindrad':
      return (
        <ErrorBar
          {...ordFor(lage.fel)}
          slag={lage.fel === 'dokument-inte-har' || lage.fel === 'inte-pa-servern' ? 'warning' : 'error'}
          {...(lage.fel === 'finns-inte' ? {} : { handling: 'Försök igen', onHandling: () => igen() })}
        />
      );
    case 'visas': {
      const bristfallig = (sida: number) => setBrister((alla) => (alla.has(sida) ? alla : new Set([...alla, sida])));
      return (
        <>
          {sidor !== undefined && sidor !== lage.oppen.pdf.numPages && (
            <ErrorBar
              slag="warning"
              vad={`Dokumentet hade ${antalSidor(sidor)} när det sparades, men ${lage.oppen.pdf.numPages} går att läsa.`}
              gor={ofullstandigOrd.gor}
            />
          )}
          {brister.size > 0 && <ErrorBar slag="warning" vad={`${ofullstandigOrd.vad} ${sidord(brister)}`} gor={ofullstandigOrd.gor} />}
          {osynligt.length > 0 && <ErrorBar slag="info" {...osynligtOrd(osynligt)} />}
          <Sidor
            key={forsok.nummer}
            namn={namn}
            oppen={lage.oppen}
            plats={plats}
            onSidfel={(sida) => {
              bristfallig(sida);
              if (!forsok.skonsam) igen(true);
            }}
            onBildfel={bristfallig}
            onOsynligt={(vad) => setOsynligt((alla) => [...alla, ...vad])}
            onStannad={() => setLage({ slag: 'hindrad', fel: 'for-lang-tid' })}
          />
        </>
      );
    }
  }
}

const antalSidor = (antal: number): string => (antal === 1 ? '1 sida' : `${antal} sidor`);
const sidord = (sidor: ReadonlySet<number>): string => {
  const alla = [...sidor].sort((a, b) => a - b);
  return alla.length === 1
    ? `Det gäller sida ${alla[0]}.`
    : `Det gäller sidorna ${alla.slice(0, 10).join(', ')}${alla.length > 10 ? ' …' : ''}.`;
};

const isVisarhinder = (fel: Visarfel): fel is Visarhinder => (visarhinder as readonly string[]).includes(fel);
/** Why it is not shown; a right that was lost while it was read is told as one that was lost before. */
const ordFor = (fel: Visarfel): Ord => (fel === 'finns-inte' ? visarOrd['far-inte'] : isVisarhinder(fel) ? visarOrd[fel] : ordForFel(fel));
