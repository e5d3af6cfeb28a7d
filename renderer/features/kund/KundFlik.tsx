import { Button, makeStyles } from '@fluentui/react-components';
import { PanelLeft20Regular } from '@fluentui/react-icons';
import { type ReactNode, useEffect, useMemo, useRef } from 'react';
import type { Nod, NodMeny } from '../../../shared/domain/rubriktrad/nod.ts';
import type { KundVy } from '../../../shared/ipc/views.ts';
import { ordForFel } from '../../../shared/words/fel.ts';
import { olasligaOrd } from '../../../shared/words/posttyp.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorBar } from '../../components/ErrorBar.tsx';
import { medForaldrar } from '../../components/rubriktrad/synliga.ts';
import { Tradplats } from '../../components/rubriktrad/Tradplats.tsx';
import { SkeletonRows } from '../../components/SkeletonRows.tsx';
import { useFonster } from '../../components/useFonster.ts';
import { type DokumentationProps, type Panelyta, readYta, showDokumentation, showYta, type Yta } from '../../state/arbetsyta.ts';
import { showArendedialog } from '../../state/arendedialog.ts';
import { useSize } from '../../state/installningar.ts';
import { useCommand, useCommandsToCome } from '../../state/keys.ts';
import { type Kundvy, readKundvy, setKundvy, useKundvy } from '../../state/kundvy.ts';
import { isNotOpened, openKund } from '../../state/openKund.ts';
import { useQuery } from '../../state/query.ts';
import { useNarHelt } from '../../state/status.ts';
import { markDirty, openTab } from '../../state/tabs.ts';
import { showTaUpp } from '../../state/taUpp.ts';
import { useTradplats } from '../../state/useTradplats.ts';
import { useUtkast } from '../../state/utkastlista.ts';
import { Arbetsflikar } from './Arbetsflikar.tsx';
import { Arbetsyta } from './Arbetsyta.tsx';
import { Kundtrad } from './Kundtrad.tsx';
import { dialogForPost, dokumentationAv, ytaFor, ytaForPost } from './openNod.ts';
import { Personhuvud } from './Personhuvud.tsx';
import { useArendekommandon } from './useArendekommandon.ts';
import { useKameran } from './useKameran.ts';
import { useStatusfilter } from './useStatusfilter.ts';
import { useUtskrift } from './useUtskrift.ts';
import { noderMedUtkast } from './utkastnoder.ts';

const useStyles = makeStyles({
  flik: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0, minWidth: 0 },
  kropp: { display: 'flex', flexGrow: 1, minHeight: 0, minWidth: 0 },
  yta: {
    display: 'flex',
    flexDirection: 'column',
    flexGrow: 1,
    minWidth: 0,
    minHeight: 0,
    backgroundColor: 'var(--colorNeutralBackground1)',
  },
  rad: { padding: '2px 8px', flexShrink: 0, borderBottom: '1px solid var(--akHair)' },
});

export type KundFlikProps = {
  personId: string;
  /** Draws the dokumentation of an utredning or verkställighet, under the utredning's tabs: another feature, given by the app. */
  renderDokumentation: (props: DokumentationProps, flikar: ReactNode) => ReactNode;
  /** Draws a tab of an utredning, a verkställighet or the ärende: other features, given by the app. */
  renderPanel: (personId: string, yta: Panelyta) => ReactNode;
};

/** A kund's tab: header, rubrikträd and work area (PERS-01, TRAD-01). How it stands is remembered. */
export function KundFlik({ personId, ...render }: KundFlikProps) {
  const css = useStyles();
  const vy = useKundvy(personId);
  useCommandsToCome(vy === undefined);
  const scopes = [`akt:${personId}`, 'katalog', 'session'];
  const { data: kund, fel: kundfel, readAgain } = useQuery('kund.hamta', { personId }, scopes);
  const { data: noder, fel: tradfel } = useQuery('kund.trad', { personId }, scopes);
  // Look-alikes are found by the search table.
  useNarHelt(readAgain);
  useEffect(() => void readKundvy(personId), [personId]);
  // Each new answer that says so asks once: the akt may have been on its way to a replica made anew.
  useEffect(() => {
    if (isNotOpened(kundfel)) void openKund(personId, { stilla: true });
  }, [kundfel, personId]);
  const fel = kundfel ?? tradfel;
  return (
    <div className={css.flik}>
      {kund && <Personhuvud kund={kund} onHushall={() => showYta(personId, { slag: 'personuppgifter', del: 'hushall' })} />}
      {kund?.olasliga && <ErrorBar slag="warning" {...olasligaOrd(kund.olasliga)} />}
      {fel &&
        (isNotOpened(fel) ? (
          <EmptyState text="Akten är inte öppnad." handling="Öppna akten" onHandling={() => void openKund(personId)} />
        ) : (
          <>
            <ErrorBar {...ordForFel(fel.code)} />
            {fel.code === 'finns-inte' && (
              <EmptyState
                text="Kunden finns inte på den här datorn. Det du har skrivit ligger kvar i Utkorg."
                handling="Öppna Utkorg"
                onHandling={() => openTab({ slag: 'utkorg' })}
              />
            )}
          </>
        ))}
      {kund && noder && vy ? <Kropp kund={kund} noder={noder} vy={vy} {...render} /> : !fel && <SkeletonRows antal={12} />}
    </div>
  );
}

type KroppProps = { kund: KundVy; noder: Nod[]; vy: Kundvy } & Omit<KundFlikProps, 'personId'>;

function Kropp({ kund, noder, vy, renderDokumentation, renderPanel }: KroppProps) {
  const css = useStyles();
  const { personId } = kund;
  const { smal } = useFonster();
  const [bredd, setBredd] = useSize('kund.rubriktrad', 332);
  const [status, setStatus] = useStatusfilter();
  const alla = useUtkast();
  const perId = useMemo(() => new Map(noder.map((nod) => [nod.id, nod])), [noder]);
  const utkast = useMemo(() => noderMedUtkast(noder, alla, personId), [noder, alla, personId]);
  const harUtkast = alla.some((one) => one.personId === personId);
  useEffect(() => markDirty(personId, harUtkast), [personId, harUtkast]);
  useShowVald(personId, vy, perId);

  const oppnad = readYta(vy.yta);
  // What was open may be of a command that was refused since: the tree is always there to go on from.
  const borta = oppnad?.slag === 'dokumentation' && !perId.has(`${oppnad.dok}/${oppnad.id}`);
  const yta = borta ? null : oppnad;
  const iDokumentation = yta?.slag === 'dokumentation';
  // A dokumentation has a tree of its own.
  const trad = useTradplats(smal, !iDokumentation);
  const valdNod = vy.vald === null ? undefined : perId.get(vy.vald);
  const dokumentation = valdNod && dokumentationAv(perId, valdNod);
  const show = (next: Yta | undefined) => {
    if (!next) return;
    trad.onLada(false);
    showYta(personId, next);
  };
  useCommand('dokumentation', dokumentation && !iDokumentation ? () => showDokumentation(personId, dokumentation) : null);
  useCommand('oppnaHela', dokumentation && !iDokumentation && valdNod ? () => show(ytaForPost(perId, valdNod, 'oppnaTradet')) : null);
  useArendekommandon(personId, perId, valdNod, yta);
  useUtskrift(personId, yta, valdNod);
  useKameran(personId, yta, valdNod);

  const flikar = <Arbetsflikar personId={personId} yta={yta} noder={perId} onYta={show} />;
  if (yta?.slag === 'dokumentation') {
    return (
      <div className={css.kropp}>
        {renderDokumentation({ personId, dokumentation: { slag: yta.dok, id: yta.id }, ...yta.oppning }, flikar)}
      </div>
    );
  }
  const onPost = (nod: Nod, post: NodMeny) => {
    if (post === 'taUpp') return showTaUpp({ personId, personnummer: kund.person.personnummer, har: kund.person.enheter });
    const next = ytaForPost(perId, nod, post);
    if (next) show(next);
    else showArendedialog(dialogForPost(personId, perId, nod, post));
  };
  const kundtrad = (
    <Kundtrad
      noder={noder}
      oppna={vy.oppna}
      vald={vy.vald}
      scroll={vy.scroll}
      status={status}
      utkast={utkast}
      onOpen={(oppna) => setKundvy(personId, { oppna })}
      onVald={(nod) => setKundvy(personId, { vald: nod.id })}
      onActivate={(nod) => show(ytaFor(perId, nod))}
      onPost={onPost}
      onScroll={(scroll) => setKundvy(personId, { scroll })}
      onStatus={setStatus}
    />
  );
  // As wide as the window: what is chosen, the document and what is done with it stand beside each other.
  if (yta?.slag === 'utskrift' || yta?.slag === 'bindare') {
    return (
      <div className={css.kropp}>
        <div className={css.yta} data-yta="arbetsyta">
          {renderPanel(personId, yta)}
        </div>
      </div>
    );
  }
  return (
    <div className={css.kropp}>
      <Tradplats {...trad} etikett="Rubrikträdets bredd" bredd={bredd} min={240} forval={332} onBredd={setBredd}>
        {kundtrad}
      </Tradplats>
      <div className={css.yta} data-yta="arbetsyta">
        {smal && (
          <div className={css.rad}>
            <Button size="small" icon={<PanelLeft20Regular />} onClick={() => trad.onLada(true)}>
              Rubrikträd
            </Button>
          </div>
        )}
        {flikar}
        {borta ? (
          <EmptyState text="Det som var öppet finns inte i akten. Det du har skrivit ligger kvar i Utkorg." />
        ) : isPanelyta(yta) ? (
          renderPanel(personId, yta)
        ) : (
          <Arbetsyta
            kund={kund}
            yta={yta}
            valdNod={valdNod}
            nod={(id) => perId.get(id)}
            dokumentationAv={(nod) => dokumentationAv(perId, nod)}
            show={show}
          />
        )}
      </div>
    </div>
  );
}

const isPanelyta = (yta: Yta | null): yta is Panelyta =>
  yta !== null && ['utredning', 'verkstallighet', 'arende', 'utskrift', 'handling', 'bindare'].includes(yta.slag);

/** A node marked from elsewhere (Mina sidor, SOK-01) may lie in closed ones: these are opened. */
function useShowVald(personId: string, vy: Kundvy, noder: ReadonlyMap<string, Nod>): void {
  const latest = useRef({ vy, noder });
  latest.current = { vy, noder };
  const { vald } = vy;
  const finns = vald !== null && noder.has(vald);
  // Only when another node is marked: closing a node above it is the user's own wish.
  useEffect(() => {
    if (!finns || vald === null) return;
    const { oppna } = latest.current.vy;
    const above = medForaldrar(latest.current.noder, vald).slice(1);
    const closed = above.map(({ id }) => id).filter((id) => !oppna.includes(id));
    if (closed.length > 0) setKundvy(personId, { oppna: [...oppna, ...closed] });
  }, [personId, vald, finns]);
}
