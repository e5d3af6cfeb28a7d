import { Button, Checkbox, makeStyles } from '@fluentui/react-components';
import { Add20Regular, HandRight20Regular, MailInbox20Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { EansokanRad } from '../../../shared/ipc/views.ts';
import { ordForAvslag } from '../../../shared/words/avslag.ts';
import { ordForFel } from '../../../shared/words/fel.ts';
import type { Ord } from '../../../shared/words/ord.ts';
import { DataTable } from '../../components/DataTable.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorBar } from '../../components/ErrorBar.tsx';
import { Panel } from '../../components/Panel.tsx';
import { SkeletonRows } from '../../components/SkeletonRows.tsx';
import { useNow } from '../../components/useNow.ts';
import { runCommand } from '../../state/core.ts';
import { showKoppla } from '../../state/koppla.ts';
import { openKund } from '../../state/openKund.ts';
import { useInloggad } from '../../state/session.ts';
import { isOfullstandig, useStatus } from '../../state/status.ts';
import { inkorgkolumner } from './kolumner.tsx';
import { inkorgtext, useInkorg } from './useInkorg.ts';

const useStyles = makeStyles({
  sida: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0, gap: '8px', padding: '8px', overflowY: 'auto' },
  panel: { flex: '1 1 0', minHeight: '180px' },
  filter: { display: 'flex', flexWrap: 'wrap', columnGap: '12px' },
});

/** The inbox E-tjänster att hantera: all that has come in to the user's units (EANS-01 to EANS-04, FORB-57). */
export function InkorgFlik() {
  const css = useStyles();
  const nu = useNow(60_000);
  const jag = useInloggad()?.anvandareId;
  const [avslutade, setAvslutade] = useState(false);
  const [lediga, setLediga] = useState(false);
  const [vald, setVald] = useState<string | null>(null);
  const [nekat, setNekat] = useState<Ord>();
  const { data, laddar, fel, readAgain } = useInkorg(avslutade);
  const ofullstandig = useStatus(({ status }) => isOfullstandig(status));
  const rader = (data?.rader ?? []).filter(({ tagen, utfall }) => !lediga || utfall || tagen === undefined || tagen.anvandareId === jag);
  const markerad = rader.find(({ eansokanId }) => eansokanId === vald);
  const oppen = markerad && isOppen(markerad) ? markerad : undefined;
  const min = oppen?.tagen !== undefined && oppen.tagen.anvandareId === jag;

  const taHand = async ({ eansokanId, tagen }: EansokanRad) => {
    const tar = tagen?.anvandareId !== jag;
    const utfall = await runCommand('eansokan.tagHand', { eansokanId, tar, sedd: tagen?.anvandareId ?? null });
    setNekat(utfall.ok ? undefined : 'rejection' in utfall ? ordForAvslag(utfall.rejection.code) : ordForFel(utfall.fel.code));
  };
  const open = (rad: EansokanRad) => {
    if (isOppen(rad)) showKoppla(rad.eansokanId);
    else if (rad.utfall?.personId !== undefined) void openKund(rad.utfall.personId);
  };
  return (
    <section className={css.sida} data-yta="arbetsyta" aria-label="E-tjänster att hantera">
      {fel && <ErrorBar {...ordForFel(fel.code)} handling="Försök igen" onHandling={readAgain} />}
      {nekat && <ErrorBar {...nekat} onClose={() => setNekat(undefined)} />}
      {ofullstandig && !fel && (
        <ErrorBar
          slag="info"
          vad="Allt är inte hämtat på den här datorn än."
          gor="Fler ansökningar kan komma. Listan uppdateras av sig själv."
        />
      )}
      <Panel
        className={css.panel}
        ikon={<MailInbox20Regular aria-hidden />}
        rubrik="E-tjänster att hantera"
        text={data && <span role="status">{inkorgtext(data)}</span>}
        verktyg={
          <>
            <Button size="small" icon={<HandRight20Regular />} disabledFocusable={!oppen} onClick={() => oppen && void taHand(oppen)}>
              {min ? 'Släpp den' : 'Jag tar hand om den'}
            </Button>
            <Button
              size="small"
              appearance="primary"
              icon={<Add20Regular />}
              disabledFocusable={!oppen}
              onClick={() => oppen && showKoppla(oppen.eansokanId)}
            >
              Koppla
            </Button>
          </>
        }
      >
        <div className={css.filter}>
          <Checkbox label="Bara lediga och mina" checked={lediga} onChange={(_, { checked }) => setLediga(checked === true)} />
          <Checkbox label="Visa även avslutade" checked={avslutade} onChange={(_, { checked }) => setAvslutade(checked === true)} />
        </div>
        {laddar && !data && <SkeletonRows antal={8} />}
        {data && rader.length === 0 && <EmptyState text={lediga ? 'Inga e-ansökningar är lediga.' : 'Inga e-ansökningar väntar.'} />}
        {rader.length > 0 && (
          <DataTable
            etikett="E-ansökningar"
            kolumner={inkorgkolumner(nu.getTime())}
            rader={rader}
            radId={({ eansokanId }) => eansokanId}
            vald={vald}
            onVald={setVald}
            onOpen={open}
            forvaldSortering={{ kolumn: 'inkom', stigande: true }}
            fet={(rad) => isOppen(rad) && rad.tagen === undefined}
            meny={(rad) =>
              isOppen(rad)
                ? [
                    { id: 'koppla', namn: 'Koppla…', tangent: 'Enter', onChoose: () => showKoppla(rad.eansokanId) },
                    {
                      id: 'hand',
                      namn: rad.tagen?.anvandareId === jag ? 'Släpp den' : 'Jag tar hand om den',
                      onChoose: () => void taHand(rad),
                    },
                  ]
                : [{ id: 'oppna', namn: 'Öppna kunden', tangent: 'Enter', onChoose: () => open(rad) }]
            }
            fokus
          />
        )}
      </Panel>
    </section>
  );
}

const isOppen = ({ utfall, pavag }: EansokanRad): boolean => utfall === undefined && !pavag;
