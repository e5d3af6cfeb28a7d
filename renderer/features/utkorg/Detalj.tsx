import { Button, makeStyles } from '@fluentui/react-components';
import { ErrorCircle16Filled } from '@fluentui/react-icons';
import { useState } from 'react';
import { ordForAvslag } from '../../../shared/words/avslag.ts';
import { ordForFel } from '../../../shared/words/fel.ts';
import type { Ord } from '../../../shared/words/ord.ts';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { ErrorBar } from '../../components/ErrorBar.tsx';
import { Panel } from '../../components/Panel.tsx';
import { RikText } from '../../components/RikText.tsx';
import { nar } from '../../components/tid.ts';
import { call, runInstead } from '../../state/core.ts';
import { useQuery } from '../../state/query.ts';
import { ordForIgen, ordForUtfall } from '../../state/utfallord.ts';
import { fetchUtkast } from '../../state/utkastlista.ts';
import { flushUtkast } from '../../state/utkastskrivare.ts';
import { HannFore } from './HannFore.tsx';
import { Inputrader } from './Inputrader.tsx';
import { tryAgain } from './konfliktval.ts';
import { moveToKund } from './moveToKund.ts';
import { putBackFormular } from './putBackFormular.ts';
import type { Rad } from './rader.ts';
import { Tillstand } from './Tillstand.tsx';

const useStyles = makeStyles({
  innehall: { flexGrow: 1, minHeight: 0, overflowY: 'auto', padding: '10px 12px' },
  fakta: { display: 'grid', gridTemplateColumns: '90px 1fr', gap: '4px 8px', margin: '0 0 10px' },
  varde: { margin: 0 },
  skal: { margin: '0 0 10px' },
  egen: { borderTop: '1px solid var(--akHair)', paddingTop: '8px' },
  fot: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '8px',
    padding: '8px 12px',
    borderTop: '1px solid var(--akHair)',
    backgroundColor: 'var(--akHuvud)',
  },
  rod: { color: 'var(--akRed)', display: 'inline-flex' },
});

const redanBorjat: Ord = {
  vad: 'Du har redan börjat skriva på samma ställe där.',
  gor: 'Spara eller kasta det först. Båda finns kvar.',
};

type Props = {
  rad: Rad;
  now: Date;
  /** Why the row's form could not be opened. */
  hinder: Ord | undefined;
  onOpen: () => void;
  /** A refused command lies as a draft again, and its form cannot be opened. */
  onBorta: (nyckel: string) => void;
};

/** What is known of the marked row: the reason in words, the user's own text whole, and what can be done. */
export function Detalj({ rad, now, hinder, onOpen, onBorta }: Props) {
  const styles = useStyles();
  const isRefused = rad.tillstand === 'nekad';
  const query = useQuery('utkorg.post', rad.utkast ? null : { id: rad.id }, ['utkorg', 'akt']);
  const utkast = useQuery('utkast.hamta', rad.utkast ? { nyckel: rad.utkast.nyckel } : null, ['utkorg', 'akt']);
  const [fel, setFel] = useState<Ord | undefined>();
  const [tarBort, setTarBort] = useState(false);
  const [ersatter, setErsatter] = useState(false);
  const post = query.data;
  const reason = post?.rejection && ordForAvslag(post.rejection.code);

  const remove = async () => {
    setTarBort(false);
    const svar = rad.utkast ? await call('utkast.kasta', { nyckel: rad.utkast.nyckel }) : await call('utkorg.avgjord', { id: rad.id });
    setFel(svar.ok ? undefined : ordForFel(svar.error.code));
    if (rad.utkast) await fetchUtkast();
  };
  const putBack = async (ersatt: boolean) => {
    setErsatter(false);
    if (!post) return;
    const svar = await putBackFormular(post, ersatt);
    if (svar.slag === 'utkast-finns') setErsatter(true);
    else if (svar.slag === 'borta') onBorta(svar.nyckel);
    else setFel(svar.slag === 'fel' ? ordForFel(svar.fel.code) : undefined);
  };
  const flytt = (isRefused && !rad.konflikt && post?.flytt) || [];
  const utkastFlytt = utkast.data?.flytt ?? [];
  const moveUtkast = async (nyckel: string, till: string) => {
    await flushUtkast();
    const svar = await call('utkast.flytta', { nyckel, till });
    setFel(!svar.ok ? ordForFel(svar.error.code) : svar.value.flyttat ? undefined : redanBorjat);
    await fetchUtkast();
  };
  const isDubblett = isRefused && post?.name === 'person.registrera' && post.rejection?.code === 'personnummer-finns';
  const taUpp = async () => {
    const personnummer = (post?.input as { person?: { personnummer?: unknown } } | undefined)?.person?.personnummer;
    if (!post || typeof personnummer !== 'string') return;
    setFel(await moveToKund(post.id, personnummer));
  };
  const kanRattas = isRefused && !rad.konflikt && post?.formular !== undefined;
  return (
    <Panel
      rubrik={isRefused ? 'Att åtgärda' : rad.utkast ? 'Utkast' : 'Kvitto'}
      text={[rad.vad, rad.namn].filter(Boolean).join(' · ')}
      {...(isRefused
        ? {
            ikon: (
              <span className={styles.rod}>
                <ErrorCircle16Filled />
              </span>
            ),
          }
        : {})}
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
      <div className={styles.innehall} tabIndex={0}>
        {(fel || query.fel) && <ErrorBar {...(fel ?? ordForFel(query.fel?.code ?? ''))} />}
        {hinder && <ErrorBar {...hinder} />}
        {reason && (
          <p className={styles.skal}>
            <strong>{reason.vad}</strong> {reason.gor}
          </p>
        )}
        {(flytt.length > 0 || utkastFlytt.length > 0) && (
          <p className={styles.skal}>
            Det som det här hörde till finns inte: det avvisades, eller någon annan hann före. Du kan flytta det till det som finns. Ditt
            innehåll följer med.
          </p>
        )}
        <dl className={styles.fakta}>
          <dt>Tillstånd</dt>
          <dd className={styles.varde}>
            <Tillstand rad={rad} />
          </dd>
          <dt>Sparat</dt>
          <dd className={styles.varde}>{nar(rad.at, now)}</dd>
          <dt>Kvitto</dt>
          <dd className={styles.varde}>{rad.kvitto}</dd>
        </dl>
        {post?.rader && <Inputrader rader={post.rader} />}
        {utkast.data && <Inputrader rader={utkast.data.rader} />}
        {post?.egenText && (
          <div className={styles.egen}>
            <RikText text={post.egenText} />
          </div>
        )}
        {isRefused && !rad.konflikt && post && rad.personId !== null && <HannFore post={post} personId={rad.personId} now={now} />}
      </div>
      <div className={styles.fot}>
        {post &&
          flytt.map(({ namn, input }) => (
            <Button
              key={namn}
              size="small"
              appearance={flytt.length === 1 ? 'primary' : 'secondary'}
              onClick={() => void runInstead(post, input).then((utfall) => setFel(ordForUtfall(utfall)))}
            >
              {`Flytta till ${namn}`}
            </Button>
          ))}
        {rad.utkast &&
          utkastFlytt.map(({ namn, till }) => (
            <Button key={till} size="small" appearance="primary" onClick={() => void moveUtkast(rad.utkast?.nyckel ?? '', till)}>
              {`Flytta till ${namn}`}
            </Button>
          ))}
        {isDubblett && (
          <Button size="small" appearance="primary" onClick={() => void taUpp()}>
            Flytta till kunden som redan finns…
          </Button>
        )}
        {kanRattas && (
          <Button size="small" appearance={flytt.length === 1 || isDubblett ? 'secondary' : 'primary'} onClick={() => void putBack(false)}>
            Öppna i formuläret
          </Button>
        )}
        {isRefused && !rad.konflikt && post && (
          <Button
            size="small"
            appearance={kanRattas || flytt.length === 1 ? 'secondary' : 'primary'}
            onClick={() => void tryAgain(post).then((utfall) => setFel(ordForUtfall(utfall)))}
          >
            Försök igen
          </Button>
        )}
        {isRefused && !rad.konflikt && post?.sammaOrsak !== undefined && (
          <Button size="small" onClick={() => void call('utkorg.forsokIgen', { id: post.id }).then((igen) => setFel(ordForIgen(igen)))}>
            {`Försök igen med alla ${post.sammaOrsak} av samma orsak`}
          </Button>
        )}
        {(rad.personId !== null || rad.utkast) && (
          <Button size="small" onClick={onOpen}>
            Öppna
          </Button>
        )}
        {(rad.utkast || (isRefused && !rad.konflikt)) && (
          <Button size="small" onClick={() => setTarBort(true)}>
            {rad.utkast ? 'Kasta utkastet…' : 'Ta bort från Att åtgärda…'}
          </Button>
        )}
      </div>
      <ConfirmDialog
        oppen={tarBort}
        rubrik={rad.utkast ? 'Kasta utkastet?' : 'Ta bort från Att åtgärda?'}
        bekrafta={rad.utkast ? 'Kasta utkastet' : 'Ta bort från Att åtgärda'}
        onConfirm={() => void remove()}
        onCancel={() => setTarBort(false)}
      >
        <p>{[rad.namn, rad.vad, nar(rad.at, now)].filter(Boolean).join(', ')}.</p>
        <p>
          {rad.utkast
            ? 'Texten finns bara här. Den kan inte hämtas tillbaka.'
            : 'Servern har inte tagit emot detta. Texten kan fortfarande läsas bland kvittona.'}
        </p>
      </ConfirmDialog>
      <ConfirmDialog
        oppen={ersatter}
        rubrik="Ersätta utkastet?"
        bekrafta="Ersätt utkastet"
        onConfirm={() => void putBack(true)}
        onCancel={() => setErsatter(false)}
      >
        <p>
          Du har redan börjat fylla i samma formulär. Det påbörjade utkastet ersätts av det som servern avvisade, och kan inte hämtas
          tillbaka.
        </p>
        <p>{[rad.namn, rad.vad, nar(rad.at, now)].filter(Boolean).join(', ')}.</p>
      </ConfirmDialog>
    </Panel>
  );
}
