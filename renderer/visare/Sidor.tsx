import { makeStyles } from '@fluentui/react-components';
import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react';
import type { Osynligt } from '../../shared/words/visare.ts';
import { useInstallning } from '../state/installningar.ts';
import type { Plats } from '../state/platsminne.ts';
import { Miniatyrer } from './Miniatyrer.tsx';
import type { OppenPdf } from './oppna-pdf.ts';
import { Sokrad } from './Sokrad.tsx';
import { Verktygsrad } from './Verktygsrad.tsx';
import { createVisning, isSkala, type Skala, type Traffar, type Visning, type Visningsplats } from './visning.ts';
import './visare.css';

const useStyles = makeStyles({
  ram: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0, minWidth: 0 },
  kropp: { display: 'flex', flexGrow: 1, minHeight: 0, minWidth: 0 },
  ruta: { position: 'relative', flexGrow: 1, minWidth: 0, minHeight: 0 },
  rulle: { position: 'absolute', inset: 0, overflow: 'auto', backgroundColor: 'var(--akCanvas)' },
});

type Props = {
  namn: string;
  oppen: OppenPdf;
  plats: Plats<Visningsplats>;
  onSidfel: (sida: number) => void;
  onBildfel: (sida: number) => void;
  onOsynligt: (vad: Osynligt[]) => void;
  onStannad: () => void;
};

/** The pages of an open document with their tools. */
export function Sidor({ namn, oppen, plats, onSidfel, onBildfel, onOsynligt, onStannad }: Props) {
  const css = useStyles();
  const rulle = useRef<HTMLDivElement>(null);
  const visning = useRef<Visning>(null);
  const { pdf } = oppen;
  const [skala, setSkala] = useInstallning<Skala>('visare:skala', 'page-width', isSkala);
  const [faktor, setFaktor] = useState(1);
  const [sida, setSida] = useState(1);
  const [vridning, setVridning] = useState(() => plats.read()?.vridning ?? 0);
  const [miniatyrer, setMiniatyrer] = useState(false);
  const [sok, setSok] = useState({ oppen: false, gang: 0 });
  const [traffar, setTraffar] = useState<Traffar | null>(null);

  const latest = useRef({ skala, setSkala, onSidfel, onBildfel, onOsynligt, onStannad });
  latest.current = { skala, setSkala, onSidfel, onBildfel, onOsynligt, onStannad };
  // A layout effect: when it ends, the pages still stand where the user left them.
  useLayoutEffect(() => {
    const behallare = rulle.current;
    if (!behallare) return;
    const en = createVisning(oppen, {
      behallare,
      skala: latest.current.skala,
      plats: plats.read(),
      onSida: setSida,
      onSkala: (vald, nu) => {
        setFaktor(nu);
        if (vald !== latest.current.skala) latest.current.setSkala(vald);
      },
      onTraffar: setTraffar,
      onSidfel: (nummer) => latest.current.onSidfel(nummer),
      onBildfel: (nummer) => latest.current.onBildfel(nummer),
      onOsynligt: (vad) => latest.current.onOsynligt(vad),
      onStannad: () => latest.current.onStannad(),
    });
    visning.current = en;
    const storlek = new ResizeObserver(() => en.anpassa());
    storlek.observe(behallare);
    return () => {
      storlek.disconnect();
      plats.set(en.plats());
      en.end();
      visning.current = null;
    };
  }, [oppen, plats]);

  const vrid = (steg: 1 | -1) => {
    visning.current?.vrid(steg);
    setVridning(visning.current?.plats().vridning ?? 0);
  };
  const oppnaSok = () => setSok(({ gang }) => ({ oppen: true, gang: gang + 1 }));
  const stangSok = () => {
    setSok(({ gang }) => ({ oppen: false, gang }));
    visning.current?.sok('');
    setTraffar(null);
    rulle.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const run = tangent(event, event.target === rulle.current);
    if (!run) return;
    event.preventDefault();
    event.stopPropagation();
    const { current } = visning;
    if (run === 'sok') oppnaSok();
    else if (run === 'miniatyrer') setMiniatyrer(!miniatyrer);
    else if (run === 'storre') current?.zooma(1);
    else if (run === 'mindre') current?.zooma(-1);
    else if (run === 'bredd') current?.satt('page-width');
    else if (run === 'vrid') vrid(1);
    else if (run === 'vridTillbaka') vrid(-1);
    else current?.visaSida(sida + (run === 'nasta' ? 1 : -1));
  };
  return (
    <section className={css.ram} aria-label={`Dokument: ${namn}`} data-yta="dokument" onKeyDown={onKeyDown}>
      <Verktygsrad
        sida={sida}
        sidor={pdf.numPages}
        skala={skala}
        faktor={faktor}
        miniatyrer={miniatyrer}
        soker={sok.oppen}
        onSida={(nummer) => visning.current?.visaSida(nummer)}
        onSkala={(vald) => visning.current?.satt(vald)}
        onZooma={(steg) => visning.current?.zooma(steg)}
        onVrid={() => vrid(1)}
        onMiniatyrer={() => setMiniatyrer(!miniatyrer)}
        onSok={() => (sok.oppen ? stangSok() : oppnaSok())}
      />
      {sok.oppen && (
        <Sokrad
          traffar={traffar}
          gang={sok.gang}
          onSok={(text, riktning) => {
            // Of another text nothing is known yet.
            if (riktning === undefined) setTraffar(null);
            visning.current?.sok(text, riktning);
          }}
          onStang={stangSok}
        />
      )}
      <div className={css.kropp}>
        {miniatyrer && (
          <Miniatyrer
            pdf={pdf}
            sida={sida}
            vridning={vridning}
            onSida={(nummer) => visning.current?.visaSida(nummer)}
            onRitad={(nummer) => visning.current?.slapp(nummer)}
          />
        )}
        <div className={css.ruta}>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls takes the focus, for its keys */}
          <div ref={rulle} className={css.rulle} tabIndex={0} role="document" aria-label={namn}>
            <div className="pdfViewer" />
          </div>
        </div>
      </div>
    </section>
  );
}

type Tangent = 'sok' | 'miniatyrer' | 'storre' | 'mindre' | 'bredd' | 'vrid' | 'vridTillbaka' | 'nasta' | 'forra';
/** @param iSidorna the pages have the focus: single letters and arrows are theirs */
function tangent({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent, iSidorna: boolean): Tangent | undefined {
  if (altKey) return undefined;
  if (ctrlKey || metaKey) {
    const medCtrl: Record<string, Tangent> = { f: 'sok', F: 'sok', '+': 'storre', '=': 'storre', '-': 'mindre', '0': 'bredd' };
    return medCtrl[key];
  }
  if (key === 'F4') return 'miniatyrer';
  if (key === 'F3') return 'sok';
  if (!iSidorna) return undefined;
  if (key.toLowerCase() === 'r') return shiftKey ? 'vridTillbaka' : 'vrid';
  return { ArrowRight: 'nasta' as const, ArrowLeft: 'forra' as const }[key];
}
