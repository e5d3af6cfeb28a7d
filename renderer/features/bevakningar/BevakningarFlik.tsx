import { Button, makeStyles, Tab, TabList } from '@fluentui/react-components';
import { Camera20Regular, DocumentSettings20Regular } from '@fluentui/react-icons';
import { useEffect, useMemo, useState } from 'react';
import type { BevakningRad } from '../../../shared/ipc/views.ts';
import { ordForFel } from '../../../shared/words/fel.ts';
import type { Kolumn } from '../../components/DataTable.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorBar } from '../../components/ErrorBar.tsx';
import { type Val, Valkontroll } from '../../components/formular/Valfalt.tsx';
import { idagNu } from '../../components/idag.ts';
import { SkeletonRows } from '../../components/SkeletonRows.tsx';
import { useNow } from '../../components/useNow.ts';
import { egnaBevakningar, showDialog, type Vilkas } from '../../state/dialog.ts';
import { useCommand } from '../../state/keys.ts';
import { dropNavigering } from '../../state/navigering.ts';
import { useQuery } from '../../state/query.ts';
import { useInloggad } from '../../state/session.ts';
import { closeSkjutUppFlera, useSkjutUppFlera } from '../../state/skjutUppFlera.ts';
import { Bevakningstabell } from './Bevakningstabell.tsx';
import { Kalender } from './Kalender.tsx';
import { NyKnapp, Urvalsknappar } from './Knappar.tsx';
import { kolumner } from './kolumner.tsx';
import { antalText, raknasOm, useVilkas, vilkasNamn } from './lista.ts';
import { SkjutUppDialog } from './SkjutUppDialog.tsx';
import { gangen, useUrval } from './useUrval.ts';
import { VilkasDialog } from './VilkasDialog.tsx';

const useStyles = makeStyles({
  sida: {
    display: 'flex',
    flexDirection: 'column',
    flexGrow: 1,
    minHeight: 0,
    backgroundColor: 'var(--colorNeutralBackground1)',
    // Too low for a list under its head: the page scrolls instead.
    '@media (max-height: 479px)': { overflowY: 'auto' },
  },
  huvud: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: '8px',
    rowGap: '4px',
    padding: '6px 8px 6px 12px',
    flexShrink: 0,
    borderBottom: '1px solid var(--akHair)',
  },
  rubrik: { display: 'inline-flex', alignItems: 'center', gap: '6px', margin: 0, fontSize: '16px', lineHeight: '22px', fontWeight: 600 },
  vilkas: { width: '200px', maxWidth: '100%' },
  antal: { color: 'var(--colorNeutralForeground2)' },
  luft: { flexGrow: 1 },
  lista: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: '160px' },
});

const flikar = { attGora: 'Att göra', kalender: 'Kalender', uppskjutna: 'Uppskjutna', klara: 'Klara' } as const;
type Visa = keyof typeof flikar;
const inga: BevakningRad[] = [];
const isVisa = (value: unknown): value is Visa => typeof value === 'string' && value in flikar;

/** Bevakningar: the user's own, or whose list they have chosen (BEV-01 to BEV-04). */
export function BevakningarFlik() {
  const css = useStyles();
  // What is overdue changes at midnight.
  useNow(60_000);
  const [vilkas, setVilkas] = useVilkas();
  const [visa, setVisa] = useState<Visa>('attGora');
  const [valjer, setValjer] = useState(false);
  const { data: agare = [] } = useQuery('bevakningar.agare', {}, ['katalog', 'session']);
  const { data, laddar, fel, readAgain } = useQuery('bevakningar.lista', { ...vilkas, visa: visa === 'kalender' ? 'attGora' : visa }, [
    'akt',
    'katalog',
    'session',
  ]);
  const rader = data?.rader ?? inga;
  const urval = useUrval(rader, true);
  const isTom = visa !== 'kalender' && data?.rader.length === 0;
  useEffect(() => {
    if (isTom) dropNavigering(gangen);
  }, [isTom]);
  const jag = useInloggad();
  const utkastet = useSkjutUppFlera((state) => state.oppen);
  const isUtkast = utkastet !== null;
  useEffect(() => {
    if (isUtkast) setVisa('attGora');
  }, [isUtkast]);
  const visadeKolumner = useMemo(
    () => (visa === 'kalender' ? [] : kolumnerFor(rader, visa, [jag?.namn, jag?.funktion])),
    [rader, visa, jag?.namn, jag?.funktion],
  );
  useCommand('skrivUt', () => showDialog('bevakningslista', vilkas));
  return (
    <section className={css.sida} data-yta="arbetsyta" aria-label="Bevakningar">
      <div className={css.huvud}>
        <h2 className={css.rubrik}>
          <Camera20Regular aria-hidden />
          Bevakningar
        </h2>
        <span className={css.vilkas}>
          <Vilkasval vilkas={vilkas} namn={vilkasNamn(vilkas, agare)} agare={agare} onVald={setVilkas} />
        </span>
        <span className={css.antal} role="status">
          {data &&
            [
              visa === 'attGora' || visa === 'kalender' ? antalText(rader, idagNu()) : `${rader.length} st`,
              ...(data.klar ? [] : [raknasOm]),
            ].join(' · ')}
        </span>
        <span className={css.luft} />
        <TabList size="small" aria-label="Vilka" selectedValue={visa} onTabSelect={(_, { value }) => isVisa(value) && setVisa(value)}>
          {Object.entries(flikar).map(([value, namn]) => (
            <Tab key={value} value={value}>
              {namn}
            </Tab>
          ))}
        </TabList>
        {visa === 'attGora' && <Urvalsknappar urval={urval} />}
        <Button size="small" icon={<DocumentSettings20Regular />} onClick={() => setValjer(true)}>
          Inställningar
        </Button>
        <NyKnapp urval={urval} primar />
      </div>
      <div className={css.lista}>
        {fel && <ErrorBar {...ordForFel(fel.code)} handling="Försök igen" onHandling={readAgain} />}
        {laddar && !data && <SkeletonRows />}
        {visa === 'kalender' && <Kalender vilkas={vilkas} />}
        {visa !== 'kalender' && data && rader.length === 0 && (
          <Tomt visa={visa} isEgna={vilkas.agare.length === 0} onEgna={() => setVilkas(egnaBevakningar)} />
        )}
        {visa !== 'kalender' && rader.length > 0 && (
          <Bevakningstabell
            key={visa}
            etikett="Bevakningar"
            nyckel={`bevakningar.${visa}`}
            rader={rader}
            kolumner={visadeKolumner}
            urval={urval}
            gang={`Bevakningar, ${flikar[visa].toLocaleLowerCase('sv')}`}
            fokus
          />
        )}
      </div>
      {utkastet && data && (
        <SkjutUppDialog
          rader={rader.filter((rad) => rad.slag === 'beraknad').filter(({ id }) => utkastet.includes(id))}
          onClose={closeSkjutUppFlera}
        />
      )}
      {valjer && <VilkasDialog vilkas={vilkas} agare={agare} onVald={setVilkas} onClose={() => setValjer(false)} />}
    </section>
  );
}

/** Whose each is, where the rows are not all one's. @param mina the user's name and function */
function kolumnerFor(
  rader: readonly BevakningRad[],
  visa: Exclude<Visa, 'kalender'>,
  mina: readonly (string | undefined)[],
): Kolumn<BevakningRad>[] {
  const flera = new Set(rader.map(({ bevakasAv }) => (mina.includes(bevakasAv) ? 'mina' : bevakasAv))).size > 1;
  return [
    ...[kolumner.datum, kolumner.kund, kolumner.personnummer, kolumner.typ, kolumner.text, kolumner.horTill],
    ...(flera ? [kolumner.bevakasAv] : []),
    ...[kolumner.grund, { attGora: kolumner.status, uppskjutna: kolumner.uppskjuten, klara: kolumner.klar }[visa]],
  ];
}

function Tomt({ visa, isEgna, onEgna }: { visa: Exclude<Visa, 'kalender'>; isEgna: boolean; onEgna: () => void }) {
  if (visa === 'klara') return <EmptyState text="Ingen bevakning är klar än." />;
  if (visa === 'uppskjutna')
    return <EmptyState text="Inget är uppskjutet. En beräknad bevakning kan skjutas upp till en senare dag, med skäl." />;
  return isEgna ? (
    <EmptyState text="Inga bevakningar att göra. En ny lägger du med Ny bevakning, eller från kundens beslut, verkställighet eller Personuppgifter: välj kameran där." />
  ) : (
    <EmptyState text="Inga bevakningar att göra i de valda listorna." handling="Visa mina" onHandling={onEgna} />
  );
}

type Vilkasvalprops = { vilkas: Vilkas; namn: string; agare: Parameters<typeof vilkasNamn>[1]; onVald: (vilkas: Vilkas) => void };

/** The drop-down list: one's own or one function's; several are chosen in Inställningar. */
function Vilkasval({ vilkas, namn, agare, onVald }: Vilkasvalprops) {
  const funktion = useInloggad()?.funktion;
  const [en] = vilkas.agare;
  const flera = vilkas.agare.length + Number(vilkas.egna) > 1;
  const isPerson = !flera && en !== undefined && !agare.some(({ id, slag }) => id === en && slag === 'funktion');
  const val: Val[] = [
    { varde: 'egna', namn: funktion ? `Mina · ${funktion}` : 'Mina' },
    ...(flera || isPerson ? [{ varde: 'flera', namn }] : []),
    ...agare.filter(({ slag }) => slag === 'funktion').map(({ id, namn: funktionens }) => ({ varde: id, namn: funktionens })),
  ];
  return (
    <Valkontroll
      namn="Vilkas bevakningar"
      val={val}
      varde={flera || isPerson ? 'flera' : (en ?? 'egna')}
      onVarde={(varde) => varde !== 'flera' && onVald(varde === 'egna' ? egnaBevakningar : { egna: false, agare: [varde] })}
    />
  );
}
