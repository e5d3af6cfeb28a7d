import { Button, Checkbox, makeStyles } from '@fluentui/react-components';
import { useState } from 'react';
import type { AvgiftFranvaroRad, AvgiftLage, AvgiftVerkstallighetRad } from '../../../shared/ipc/views.ts';
import { compareSwedish } from '../../../shared/util/compare.ts';
import { swedishDay } from '../../../shared/util/datum.ts';
import { ordForFel } from '../../../shared/words/fel.ts';
import { Chip, type Ton } from '../../components/Chip.tsx';
import { DataTable, type Kolumn } from '../../components/DataTable.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorBar } from '../../components/ErrorBar.tsx';
import { Panel } from '../../components/Panel.tsx';
import { PersonNamn, visatNamn } from '../../components/PersonNamn.tsx';
import { SkeletonRows } from '../../components/SkeletonRows.tsx';
import { useInstallning } from '../../state/installningar.ts';
import { openKund } from '../../state/openKund.ts';
import { useQuery } from '../../state/query.ts';

const useStyles = makeStyles({
  sida: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0, gap: '8px', padding: '8px', overflowY: 'auto' },
  rad: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px' },
  panel: { flex: '1 1 0', minHeight: '180px' },
});

const isTal = (value: unknown): value is number => typeof value === 'number';
type Rad = Pick<AvgiftFranvaroRad, 'person' | 'kundnummer' | 'utforare' | 'version'> & { verkstallighet: string };
/** What the server has told since the user last said that all was seen. A server that was restored counts from lower again. */
const nyare = (rader: readonly { version: number }[], sett: number): ((rad: { version: number }) => boolean) => {
  const hogst = Math.max(0, ...rader.map(({ version }) => version));
  return ({ version }) => version > (sett > hogst ? 0 : sett);
};

/** Who is away, for how long, and what underlag has come; which verkställigheter begin and end (ROLL-09, PFRAN-10, PFRAN-14): what the fees follow from. */
export function AvgiftFlik() {
  const css = useStyles();
  const [vald, setVald] = useState<string | null>(null);
  const [baraNytt, setBaraNytt] = useState(false);
  const [sett, setSett] = useInstallning('avgift.sett', 0, isTal);
  const { data, laddar, fel, readAgain } = useQuery('avgift.lista', {}, ['akt', 'katalog', 'session']);
  const alla = data ? [...data.franvaron, ...data.verkstalligheter] : [];
  const isNy = nyare(alla, sett);
  const visas = <R extends { version: number }>(rader: readonly R[] = []): R[] => rader.filter((rad) => !baraNytt || isNy(rad));
  const [franvaron, verkstalligheter] = [visas(data?.franvaron), visas(data?.verkstalligheter)];
  const nya = alla.filter(isNy).length;
  const nytt = <R extends Rad | AvgiftFranvaroRad | AvgiftVerkstallighetRad>(): Kolumn<R> => ({
    ...{ id: 'nytt', namn: 'Nytt', bredd: '64px' },
    draw: (rad) => (isNy(rad) ? <Chip ton="gul">Nytt</Chip> : ''),
    compare: (a, b) => Number(isNy(b)) - Number(isNy(a)),
  });
  const tabell = { vald, onVald: setVald };
  return (
    <section className={css.sida} data-yta="arbetsyta" aria-label="Frånvaro och avgifter">
      {fel && <ErrorBar {...ordForFel(fel.code)} handling="Försök igen" onHandling={readAgain} />}
      <div className={css.rad}>
        <Checkbox label="Visa bara nytt" checked={baraNytt} onChange={(_, { checked }) => setBaraNytt(checked === true)} />
        <span>{nya === 0 ? 'Inget nytt sedan du tittade.' : `${nya} ${nya === 1 ? 'ny rad' : 'nya rader'} sedan du tittade.`}</span>
        <Button size="small" disabled={nya === 0} onClick={() => setSett(Math.max(0, ...alla.map(({ version }) => version)))}>
          Markera allt som sett
        </Button>
      </div>
      <Panel className={css.panel} rubrik="Frånvaro" text={data && `${franvaron.length}`}>
        {laddar && !data && <SkeletonRows antal={4} />}
        {data && franvaron.length === 0 && (
          <EmptyState text={baraNytt ? 'Inget nytt om frånvaro.' : 'Ingen frånvaro de senaste tre månaderna.'} />
        )}
        {franvaron.length > 0 && (
          <DataTable
            etikett="Frånvaro"
            kolumner={[nytt<AvgiftFranvaroRad>(), ...franvarokolumner]}
            rader={franvaron}
            radId={({ id }) => id}
            {...tabell}
            onOpen={(rad) => void oppna(rad.person.personId, rad.verkstallighetId)}
            meny={(rad) => [
              {
                id: 'oppna',
                namn: 'Gå till Frånvaro i akten',
                tangent: 'Enter',
                onChoose: () => void oppna(rad.person.personId, rad.verkstallighetId),
              },
            ]}
            fokus
          />
        )}
      </Panel>
      <Panel className={css.panel} rubrik="Verkställigheter som börjar eller slutar" text={data && `${verkstalligheter.length}`}>
        {laddar && !data && <SkeletonRows antal={4} />}
        {data && verkstalligheter.length === 0 && (
          <EmptyState
            text={baraNytt ? 'Inget nytt om verkställigheter.' : 'Ingen verkställighet har börjat eller slutat de senaste tre månaderna.'}
          />
        )}
        {verkstalligheter.length > 0 && (
          <DataTable
            etikett="Verkställigheter som börjar eller slutar"
            kolumner={[nytt<AvgiftVerkstallighetRad>(), ...verkstallighetskolumner]}
            rader={verkstalligheter}
            radId={({ id }) => id}
            {...tabell}
            onOpen={(rad) => void oppna(rad.person.personId, rad.id)}
            meny={(rad) => [
              { id: 'oppna', namn: 'Öppna verkställigheten', tangent: 'Enter', onChoose: () => void oppna(rad.person.personId, rad.id) },
            ]}
          />
        )}
      </Panel>
    </section>
  );
}

const oppna = (personId: string, verkstallighetId: string): Promise<boolean> =>
  openKund(personId, { nodId: `verkstallighet/${verkstallighetId}` });

const lageOrd: Record<AvgiftLage, string> = {
  borta: 'Borta',
  kommer: 'Kommer',
  slutat: 'Slutat',
  utgar: 'Blev inte av',
  felmarkerad: 'Felmarkerad',
};
const lageTon: Record<AvgiftLage, Ton> = { borta: 'gul', kommer: 'neutral', slutat: 'gron', utgar: 'neutral', felmarkerad: 'rod' };
const underlaget = ({ underlag, rattas }: AvgiftFranvaroRad): string =>
  underlag
    ? `${rattas ? 'Ändrat sedan: ' : ''}${underlag.dagar} dagar, ${underlag.dagarUtanKost} utan kost t.o.m. ${underlag.tom} (${swedishDay(underlag.skickat)})`
    : '';

type Gemensamt = Pick<AvgiftFranvaroRad, 'person' | 'kundnummer' | 'insatskategori' | 'utforare' | 'fran' | 'till'>;
const gemensamma = <R extends Gemensamt>(): Kolumn<R>[] => [
  {
    ...{ id: 'kund', namn: 'Kund', bredd: 'minmax(120px, 1.2fr)' },
    draw: ({ person }) => <PersonNamn {...person} />,
    compare: (a, b) => compareSwedish(visatNamn(a.person), visatNamn(b.person)),
    tip: ({ person }) => visatNamn(person),
  },
  { id: 'kundnummer', namn: 'Kundnummer', bredd: '124px', draw: ({ kundnummer }) => kundnummer },
  {
    ...{ id: 'insats', namn: 'Insats', bredd: 'minmax(100px, 1fr)' },
    draw: ({ insatskategori }) => insatskategori,
    compare: (a, b) => compareSwedish(a.insatskategori, b.insatskategori),
    tip: ({ insatskategori, utforare }) => `${insatskategori} – ${utforare}`,
  },
  { id: 'fran', namn: 'Från', bredd: '92px', draw: ({ fran }) => fran, compare: (a, b) => a.fran.localeCompare(b.fran) },
  {
    ...{ id: 'till', namn: 'Till', bredd: '92px' },
    draw: ({ till }) => till ?? 'öppen',
    compare: (a, b) => (a.till ?? '9999').localeCompare(b.till ?? '9999'),
  },
];
const franvarokolumner: Kolumn<AvgiftFranvaroRad>[] = [
  {
    ...{ id: 'lage', namn: 'Läge', bredd: '112px' },
    draw: ({ lage }) => <Chip ton={lageTon[lage]}>{lageOrd[lage]}</Chip>,
    compare: (a, b) => compareSwedish(lageOrd[a.lage], lageOrd[b.lage]),
    tip: ({ lage }) => lageOrd[lage],
  },
  ...gemensamma<AvgiftFranvaroRad>(),
  {
    ...{ id: 'dagar', namn: 'Dagar', bredd: '64px' },
    draw: ({ dagar, lang }) => (lang ? <Chip ton="gul">{String(dagar)}</Chip> : String(dagar)),
    compare: (a, b) => a.dagar - b.dagar,
    tip: ({ dagar, lang }) => (lang ? `${dagar} dagar: över 30 dagar` : `${dagar} dagar`),
  },
  {
    ...{ id: 'utan', namn: 'Utan kost', bredd: '76px' },
    draw: ({ dagarUtanKost }) => String(dagarUtanKost),
    compare: (a, b) => a.dagarUtanKost - b.dagarUtanKost,
  },
  {
    ...{ id: 'underlag', namn: 'Underlag', bredd: 'minmax(120px, 1.6fr)' },
    draw: (rad) => (rad.rattas ? <Chip ton="rod">{underlaget(rad)}</Chip> : underlaget(rad)),
    compare: (a, b) => compareSwedish(underlaget(a), underlaget(b)),
    tip: underlaget,
  },
];
const verkstallighetskolumner: Kolumn<AvgiftVerkstallighetRad>[] = [
  { id: 'vad', namn: 'Vad', bredd: '80px', draw: ({ vad }) => (vad === 'slutar' ? 'Slutar' : 'Börjar') },
  ...gemensamma<AvgiftVerkstallighetRad>().map((kolumn) =>
    kolumn.id === 'till' ? { ...kolumn, draw: ({ till }: AvgiftVerkstallighetRad) => till ?? 'tills vidare' } : kolumn,
  ),
  {
    ...{ id: 'utforare', namn: 'Utförare', bredd: 'minmax(100px, 1fr)' },
    draw: ({ utforare }) => utforare,
    compare: (a, b) => compareSwedish(a.utforare, b.utforare),
    tip: ({ utforare }) => utforare,
  },
];
