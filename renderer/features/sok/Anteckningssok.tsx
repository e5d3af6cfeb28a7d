import { Button, Checkbox, Input, makeStyles } from '@fluentui/react-components';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { Fritextrad, Fritextsvar } from '../../../shared/ipc/fritext.ts';
import { compareSwedish } from '../../../shared/util/compare.ts';
import { ordForFel } from '../../../shared/words/fel.ts';
import { fritexthjalpOrd } from '../../../shared/words/sok.ts';
import { DataTable, type Kolumn } from '../../components/DataTable.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorBar } from '../../components/ErrorBar.tsx';
import { fluentRef } from '../../components/fluentRef.ts';
import { PersonNamn, visatNamn } from '../../components/PersonNamn.tsx';
import { SkeletonRows } from '../../components/SkeletonRows.tsx';
import { systemfarger } from '../../components/systemfarger.ts';
import { showDokumentation } from '../../state/arbetsyta.ts';
import { chooseFelmarkerade, followFritext, searchFritext, useFritext, writeFritext } from '../../state/fritext.ts';
import { openKund } from '../../state/openKund.ts';
import { useStatus } from '../../state/status.ts';
import { ofullstandigOrd } from './sokord.ts';

const useStyles = makeStyles({
  form: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px', padding: '8px 10px' },
  text: { flexGrow: 1, minWidth: '160px' },
  traff: {
    backgroundColor: 'var(--colorPaletteYellowBackground2)',
    color: 'var(--colorNeutralForeground1)',
    fontWeight: 600,
    [systemfarger]: { backgroundColor: 'Mark', color: 'MarkText', forcedColorAdjust: 'none' },
  },
  tyst: { color: 'var(--colorNeutralForeground2)' },
  utdrag: { padding: '8px 12px', borderTop: '1px solid var(--akHair)', overflowY: 'auto', maxHeight: '112px', overflowWrap: 'anywhere' },
  fot: { display: 'flex', justifyContent: 'flex-end', gap: '8px', padding: '8px 10px', borderTop: '1px solid var(--akHair)' },
});

/** The kund at that note; with a reason first where one is asked for. */
function openAt({ anteckningId, person, dokumentation, rubrikKod }: Fritextrad): void {
  const show = () => showDokumentation(person.personId, dokumentation, { rubrikKod, anteckningId });
  void openKund(person.personId, { nodId: `anteckning/${anteckningId}`, sedan: show }).then((isOpen) => isOpen && show());
}

/** Searching the notes (SVERK-08, SVERK-09): what is looked for, the hits, and what stands round the marked one. */
export function Anteckningssok() {
  const styles = useStyles();
  const { text, felmarkerade, fraga, svar, fel, soker, fokus } = useFritext();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => followFritext(), []);
  useEffect(() => {
    if (fokus === 0) return;
    field.current?.focus();
    field.current?.select();
  }, [fokus]);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    void searchFritext();
  };
  return (
    <>
      <search aria-label="Sök i anteckningar">
        <form className={styles.form} onSubmit={onSubmit}>
          <Input
            size="small"
            className={styles.text}
            ref={fluentRef(field)}
            aria-label="Ord i anteckningar"
            placeholder={'boende läkare, "daglig verksamhet"'}
            value={text}
            maxLength={200}
            onChange={(_, { value }) => writeFritext(value)}
          />
          <Button size="small" appearance="primary" type="submit">
            Sök
          </Button>
          <Checkbox
            size="medium"
            label="Även felmarkerade"
            checked={felmarkerade}
            onChange={(_, { checked }) => chooseFelmarkerade(checked === true)}
          />
        </form>
      </search>
      {fel && <ErrorBar {...ordForFel(fel.code)} handling="Försök igen" onHandling={() => void searchFritext()} />}
      {soker && !svar && <SkeletonRows />}
      {!svar && !fel && !soker && <EmptyState text="Sök efter ord i anteckningar, journaler och utredningsdokument." />}
      {svar?.slag === 'hjalp' && <EmptyState text={fritexthjalpOrd[svar.hjalp]} />}
      {svar?.slag === 'traffar' && <Traffar key={fraga?.id} svar={svar} />}
    </>
  );
}

function Traffar({ svar }: { svar: Extract<Fritextsvar, { slag: 'traffar' }> }) {
  const styles = useStyles();
  const { rader } = svar;
  const status = useStatus((state) => state.status);
  const text = useFritext((state) => state.text);
  const sokt = useFritext((state) => state.fraga?.text);
  const [vald, setVald] = useState<string | null>(rader[0]?.anteckningId ?? null);
  // Rows that come later must not take the focus from what the user has gone on to write.
  const [fokus] = useState(rader.length > 0 && text === sokt);
  // Rows may come later than the answer; another never takes the place of one that was marked and is gone.
  const marked = vald === null ? rader[0] : rader.find(({ anteckningId }) => anteckningId === vald);
  const ofullstandig = ofullstandigOrd(status, false) ?? lageOrd(svar);
  const incomplete = ofullstandig && <ErrorBar slag="info" {...ofullstandig} />;
  if (rader.length === 0)
    return (
      <>
        <EmptyState
          text={
            svar.genomlasta !== undefined
              ? 'Ingen träff bland de senaste anteckningarna.'
              : ofullstandig
                ? 'Ingen anteckning har hittats än.'
                : 'Ingen anteckning hittades på den här datorn.'
          }
        />
        {incomplete}
      </>
    );
  return (
    <>
      <DataTable
        etikett="Träffar i anteckningar"
        kolumner={kolumner}
        rader={rader}
        radId={({ anteckningId }) => anteckningId}
        vald={marked?.anteckningId ?? null}
        onVald={setVald}
        onOpen={openAt}
        fokus={fokus}
        meny={(rad) => [{ id: 'oppna', namn: 'Öppna anteckningen', tangent: 'Enter', onChoose: () => openAt(rad) }]}
      />
      {marked && (
        <section aria-label="Utdrag" className={styles.utdrag} aria-live="polite">
          <Utdrag {...marked} />
        </section>
      )}
      {incomplete}
      <div className={styles.fot}>
        <Button size="small" appearance="primary" disabledFocusable={!marked} onClick={() => marked && openAt(marked)}>
          Öppna anteckningen
        </Button>
      </div>
    </>
  );
}

function Utdrag({ utdrag }: Pick<Fritextrad, 'utdrag'>) {
  const styles = useStyles();
  if (!utdrag) return <span className={styles.tyst}>Texten visas när du har öppnat kunden.</span>;
  let at = 0;
  return (
    <span>
      {utdrag.map(({ text, traff }) => {
        const key = at;
        at += text.length;
        return traff ? (
          <mark key={key} className={styles.traff}>
            {text}
          </mark>
        ) : (
          <span key={key}>{text}</span>
        );
      })}
    </span>
  );
}

const rubrikAv = ({ rubrik, titel, felmarkerad }: Fritextrad): string =>
  [felmarkerad && 'Felmarkerad', titel ? `${rubrik}: ${titel}` : rubrik].filter(Boolean).join(', ');
const ordI = ({ utdrag }: Fritextrad): string => utdrag?.map(({ text }) => text).join('') ?? '';

const kolumner: Kolumn<Fritextrad>[] = [
  {
    id: 'datum',
    namn: 'Datum',
    bredd: '92px',
    draw: ({ handelsedatum }) => handelsedatum,
    compare: (a, b) => a.handelsedatum.localeCompare(b.handelsedatum),
  },
  {
    id: 'kund',
    namn: 'Kund',
    bredd: 'minmax(110px, 1fr)',
    draw: ({ person }) => <PersonNamn {...person} />,
    compare: (a, b) => compareSwedish(visatNamn(a.person), visatNamn(b.person)),
    tip: ({ person }) => visatNamn(person),
  },
  {
    id: 'rubrik',
    namn: 'Rubrik',
    bredd: 'minmax(90px, 1fr)',
    draw: rubrikAv,
    compare: (a, b) => compareSwedish(rubrikAv(a), rubrikAv(b)),
    tip: rubrikAv,
  },
  { id: 'utdrag', namn: 'Text', bredd: 'minmax(180px, 3fr)', draw: (rad) => <Utdrag {...rad} />, tip: ordI },
];

/** Why there may be more than is shown; undefined when all is looked through. */
function lageOrd({ lage, fler, genomlasta }: Extract<Fritextsvar, { slag: 'traffar' }>): { vad: string; gor: string } | undefined {
  if (lage === 'saknas')
    return {
      vad: 'Anteckningarna kan inte sökas igenom nu.',
      gor: 'Starta om programmet. Hjälper det inte, kontakta Systemförvaltningen.',
    };
  if (lage?.fullt)
    return {
      vad: 'Disken är nästan full. De senaste anteckningarna kan inte sökas än.',
      gor: 'Frigör utrymme på disken. De läses in av sig själva när det finns plats.',
    };
  if (lage) {
    const procent = lage.av === 0 ? 0 : Math.floor((lage.klart / lage.av) * 100);
    return { vad: `Anteckningarna läses in för sökning (${procent} %).`, gor: 'Det kan finnas fler träffar. De visas här om en stund.' };
  }
  if (genomlasta !== undefined)
    return {
      vad: `Fler än ${genomlasta.toLocaleString('sv-SE')} anteckningar har orden. Bara de senaste är genomlästa.`,
      gor: 'Det kan finnas fler träffar. Skriv fler ord, eller ett som är ovanligare.',
    };
  if (fler) return { vad: 'Bara de senaste träffarna visas.', gor: 'Skriv fler ord för att hitta rätt.' };
  return undefined;
}
