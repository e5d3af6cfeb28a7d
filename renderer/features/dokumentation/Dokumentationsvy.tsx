import { Button, makeStyles, mergeClasses } from '@fluentui/react-components';
import { DocumentPdf20Regular, PanelLeft20Regular } from '@fluentui/react-icons';
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { journalRubrik } from '../../../shared/domain/anteckning/records.ts';
import { rubrikTitel } from '../../../shared/domain/katalog/rubrik-titel.ts';
import type { Nod, NodMeny } from '../../../shared/domain/rubriktrad/nod.ts';
import { lamnasObjekt } from '../../../shared/ipc/utkastnyckel.ts';
import type { DokumentationVy, KundVy } from '../../../shared/ipc/views.ts';
import { ordForAvslag } from '../../../shared/words/avslag.ts';
import { ordForFel } from '../../../shared/words/fel.ts';
import { ErrorBar } from '../../components/ErrorBar.tsx';
import { IconButton } from '../../components/IconButton.tsx';
import { Tradplats } from '../../components/rubriktrad/Tradplats.tsx';
import { SkeletonRows } from '../../components/SkeletonRows.tsx';
import { Splitter } from '../../components/Splitter.tsx';
import { useFonster } from '../../components/useFonster.ts';
import { utanFokus } from '../../components/utanFokus.ts';
import { type DokumentationProps, showYta } from '../../state/arbetsyta.ts';
import { showArendedialog } from '../../state/arendedialog.ts';
import { useSize } from '../../state/installningar.ts';
import { useCommand } from '../../state/keys.ts';
import { isNotOpened } from '../../state/openKund.ts';
import { usePlats } from '../../state/platsminne.ts';
import { useQuery } from '../../state/query.ts';
import { useTradplats } from '../../state/useTradplats.ts';
import { Bredvid, type Bredvidlage } from './Bredvid.tsx';
import { Dokumenttrad } from './Dokumenttrad.tsx';
import { FelmarkeraDialog } from './FelmarkeraDialog.tsx';
import { hjalpfrastextFor } from './hjalpfrastext.ts';
import { idagNu } from './idag.ts';
import { Lasmeddelande } from './Lasmeddelande.tsx';
import { type Lasplats, Lasvy } from './Lasvy.tsx';
import { helaTradet, lasavsnitt } from './lasning.ts';
import { Skrivpanel } from './Skrivpanel.tsx';
import { platsOrd } from './skrivmal.ts';
import { useDokumentation } from './useDokumentation.ts';
import { useNoter } from './useNoter.ts';

const useStyles = makeStyles({
  vy: { display: 'flex', flexGrow: 1, minHeight: 0, minWidth: 0, position: 'relative' },
  hoger: {
    display: 'flex',
    flexDirection: 'column',
    flexGrow: 1,
    flexBasis: 0,
    minWidth: 0,
    minHeight: 0,
    backgroundColor: 'var(--colorNeutralBackground1)',
  },
  topp: { display: 'flex', flexShrink: 0, minWidth: 0 },
  flikar: { flexGrow: 1, flexBasis: 0, minWidth: 0, overflow: 'hidden' },
  bredvidknapp: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'flex-end',
    flexShrink: 0,
    paddingInline: '4px',
    borderBottom: '1px solid var(--akHair)',
  },
  bredvid: { display: 'flex', flexShrink: 1, minWidth: '240px', maxWidth: '65%' },
  ensam: { display: 'flex', flexGrow: 1, minWidth: 0 },
  vag: { flexShrink: 0, whiteSpace: 'nowrap' },
  rad: { display: 'flex', alignItems: 'center', gap: '8px', padding: '2px 8px', flexShrink: 0, borderBottom: '1px solid var(--akHair)' },
});

/** Entries of Utredningsdokument that concern all its texts: their dialog is the utredning's. */
/** What a dialog is of: the utredning whose texts are copied, a text with the dokumentation it stands in, or what the node is. */
const dialogobjekt = (dokumentationId: string, { ref }: Nod, post: NodMeny): string | undefined => {
  if (textposter.has(post)) return dokumentationId;
  return post === 'lamnaTillEnhet' && ref ? lamnasObjekt(ref.id, dokumentationId) : ref?.id;
};
const textposter = new Set<string>(['kopieraTexter', 'klistraTexter']);

/** `flikar`: the tabs of the utredning it belongs to, above the read view. */
type Vyprops = DokumentationProps & { flikar?: ReactNode };

/** The dokumentation of an utredning or a verkställighet: tree, read view, writing pane (DOK-01 to DOK-15). */
export function Dokumentationsvy(props: Vyprops) {
  const { personId, dokumentation } = props;
  const scopes = [`akt:${personId}`, 'katalog', 'session'];
  const { data: vy, fel } = useQuery('dokumentation.hamta', { personId, dokumentation }, scopes);
  const { data: kund, fel: kundfel } = useQuery('kund.hamta', { personId }, scopes);
  const brist = fel ?? kundfel;
  return (
    <>
      {brist && !isNotOpened(brist) && <ErrorBar {...ordForFel(brist.code)} />}
      {vy && kund ? <Dokumentation key={dokumentation.id} {...props} vy={vy} kund={kund} /> : !brist && <SkeletonRows antal={12} />}
    </>
  );
}

function Dokumentation({ vy, kund, flikar, ...props }: Vyprops & { vy: DokumentationVy; kund: KundVy }) {
  const css = useStyles();
  const { personId } = props;
  const fonster = useFonster();
  const trang = fonster.smal || fonster.lag;
  const [tradbredd, setTradbredd] = useSize('dokumentation.trad', 252);
  const [skrivhojd, setSkrivhojd] = useSize('dokumentation.skriv', 350);
  const [bredvidbredd, setBredvidbredd] = useSize('dokumentation.bredvid', 417);
  const [helskarm, setHelskarm] = useState(false);
  const trad = useTradplats(fonster.smal);
  const [laser, setLaser] = useState(false);
  const [gang, setGang] = useState(0);
  const dok = useDokumentation(props, vy, () => {
    trad.onLada(false);
    setLaser(false);
  });
  const { lage, mal, noder, utkast } = dok;
  const lasplats = usePlats<Lasplats>(`las:${personId}:${vy.dokumentation.id}`);

  // A pane or dialog is gone, and the focus with it: the marked row takes it, or the read view where the tree is a drawer.
  const hel = useRef<HTMLDivElement>(null);
  const oppet = [mal?.nyckel, dok.felmarkeras?.id].join(' ');
  const oppnat = useRef(oppet);
  useEffect(() => {
    const lost = oppnat.current !== oppet && utanFokus();
    if (lost) hel.current?.querySelector<HTMLElement>('[role="treeitem"][tabindex="0"], [data-las-rulle]')?.focus();
    oppnat.current = oppet;
  }, [oppet]);

  const huvuden = useMemo(() => new Map(vy.anteckningar.map((note) => [note.id, note])), [vy.anteckningar]);
  const avsnitt = useMemo(
    () => lasavsnitt(noder, lage.vald, lage.hela, huvuden, (kod) => rubrikTitel(vy.rubriker, kod)),
    [noder, lage.vald, lage.hela, huvuden, vy.rubriker],
  );
  const skriven = mal?.start.anteckningId ?? '';
  const { noter: skrivna } = useNoter(personId, vy.dokumentation, huvuden.has(skriven) ? [skriven] : []);
  const rot = helaTradet(noder, lage.vald);
  const vald = noder.find(({ id }) => id === lage.vald);
  const vad = lage.hela ? `${rot?.etikett ?? ''}, hela trädet` : (vald?.etikett ?? '');

  const bredvid: Bredvidlage = lage.bredvid ?? { visas: false, oppna: [], vald: null };
  const setBredvid = (nu: Bredvidlage) => dok.set({ bredvid: nu });
  const vaxlaBredvid = () => setBredvid({ ...bredvid, visas: !bredvid.visas });
  // No room for two: the document takes the place of the text, which stays as it is behind it.
  const ensam = bredvid.visas && fonster.smal;
  useCommand('dokumentBredvid', vaxlaBredvid);
  useCommand('oppnaHela', () => dok.set({ hela: !lage.hela }));
  useCommand('ny', vy.lasorsak ? null : dok.ny);
  useCommand('nyttDokument', vy.lasorsak ? null : dok.nyttDokument);

  const dokumenttrad = (
    <Dokumenttrad
      etikett={vy.etikett}
      noder={noder}
      utkast={utkast}
      oppna={lage.oppna}
      vald={lage.vald}
      scroll={lage.scroll}
      onOpen={(oppna) => dok.set({ oppna })}
      onVald={(id) => {
        setGang((before) => before + 1);
        dok.choose(id);
      }}
      onActivate={dok.activate}
      onMeny={dok.meny}
      onDialog={(nod, post) => showArendedialog({ personId, post, id: dialogobjekt(vy.dokumentation.id, nod, post) ?? personId })}
      onScroll={(scroll) => dok.set({ scroll })}
      onNytt={dok.nyttDokument}
      hinder={vy.lasorsak && ordForAvslag(vy.lasorsak).vad}
      onBack={() => showYta(personId, null)}
    />
  );
  // One pane at a time where there is no height for two (02c); the other is a button away.
  const visaSkriv = mal !== null && !(trang && laser);
  const visaLas = !helskarm && (mal === null || !trang || laser);
  const vagar = trang && !helskarm && (
    <>
      {fonster.smal && (
        <Button size="small" className={css.vag} icon={<PanelLeft20Regular />} onClick={() => trad.onLada(true)}>
          Rubrikträd
        </Button>
      )}
      {mal && (
        <Button size="small" className={css.vag} onClick={() => setLaser(!laser)}>
          {laser ? 'Visa skrivrutan' : 'Visa läsvyn'}
        </Button>
      )}
    </>
  );
  return (
    <div ref={hel} className={css.vy}>
      <Tradplats
        {...trad}
        visas={trad.visas && !helskarm}
        etikett="Trädets bredd"
        bredd={tradbredd}
        min={180}
        forval={252}
        onBredd={setTradbredd}
      >
        {dokumenttrad}
      </Tradplats>
      <div className={css.hoger} style={ensam ? { display: 'none' } : undefined}>
        {!helskarm && (
          <div className={css.topp}>
            <div className={flikar ? css.flikar : mergeClasses(css.flikar, css.bredvidknapp)}>{flikar}</div>
            <div className={css.bredvidknapp}>
              <IconButton
                namn="Dokument bredvid texten"
                tangent="Alt+D"
                nedtryckt={bredvid.visas}
                ikon={<DocumentPdf20Regular />}
                onClick={vaxlaBredvid}
              />
            </div>
          </div>
        )}
        {trang && !helskarm && !visaSkriv && <div className={css.rad}>{vagar}</div>}
        {dok.fel && <ErrorBar {...dok.fel} />}
        <Lasmeddelande personId={personId} vy={vy} />
        {visaLas && (
          <Lasvy
            personId={personId}
            dokumentation={vy.dokumentation}
            avsnitt={avsnitt}
            vad={vad}
            hela={lage.hela}
            onHela={() => dok.set({ hela: !lage.hela })}
            utkast={utkast}
            visa={lage.vald}
            gang={gang}
            plats={lasplats}
          />
        )}
        {visaSkriv && visaLas && (
          <Splitter
            etikett="Skrivrutans höjd"
            riktning="vagrat"
            omvand
            varde={skrivhojd}
            min={180}
            max={900}
            forval={350}
            onChange={setSkrivhojd}
          />
        )}
        {mal && (
          // Hidden, not taken away: its editor keeps caret and undo while the read view is shown.
          <div
            hidden={!visaSkriv}
            style={
              visaSkriv
                ? { display: 'flex', minHeight: 0, flexShrink: 1, ...(visaLas ? { height: skrivhojd } : { flexGrow: 1 }) }
                : undefined
            }
          >
            <Skrivpanel
              key={mal.nyckel}
              personId={personId}
              person={kund.person}
              mal={mal}
              plats={platsOrd(vy.dokumentation, mal.start.rubrikKod, vy.etikett)}
              hjalpfrastext={mal.start.rubrikKod === journalRubrik ? undefined : hjalpfrastextFor(vy.rubriker, mal.start.rubrikKod)}
              note={huvuden.has(skriven) ? skrivna.get(skriven) : undefined}
              idag={idagNu()}
              trang={trang}
              ledande={vagar || undefined}
              helskarm={helskarm}
              onHelskarm={() => setHelskarm(!helskarm)}
              onClose={() => {
                setHelskarm(false);
                dok.close();
              }}
              onSigned={(id) => {
                setHelskarm(false);
                dok.close(id);
              }}
              onNyAv={dok.nyAv}
            />
          </div>
        )}
      </div>
      {bredvid.visas && !ensam && (
        <Splitter
          etikett="Dokumentets bredd"
          riktning="lodrat"
          omvand
          varde={bredvidbredd}
          min={240}
          max={1000}
          forval={417}
          onChange={setBredvidbredd}
        />
      )}
      {bredvid.visas && (
        <div className={ensam ? css.ensam : css.bredvid} style={ensam ? undefined : { width: bredvidbredd }}>
          <Bredvid personId={personId} lage={bredvid} ensam={ensam} onLage={setBredvid} />
        </div>
      )}
      {dok.felmarkeras && (
        <FelmarkeraDialog
          key={dok.felmarkeras.id}
          personId={personId}
          person={kund.person}
          note={dok.felmarkeras}
          onFelmarkerad={(val) => void dok.felmarkerad(val)}
          onClose={dok.cancelFelmarkera}
        />
      )}
    </div>
  );
}
