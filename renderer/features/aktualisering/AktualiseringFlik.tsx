import { Button, makeStyles } from '@fluentui/react-components';
import { Document20Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { Aktualisering } from '../../../shared/domain/aktualisering/records.ts';
import { isOpenUtredning } from '../../../shared/domain/utredning/records.ts';
import { isNyckel, type Utkastnyckel } from '../../../shared/ipc/utkastnyckel.ts';
import type { AktPost, AktVy, KatalogVy, KundVy } from '../../../shared/ipc/views.ts';
import { compareSwedish } from '../../../shared/util/compare.ts';
import { ordForAvslag } from '../../../shared/words/avslag.ts';
import { Chip } from '../../components/Chip.tsx';
import { DataTable, type Kolumn } from '../../components/DataTable.tsx';
import { Hamtat } from '../../components/Hamtat.tsx';
import { aktForPost, useAkt, useKatalog } from '../../state/akt.ts';
import { nyckelForNy } from '../../state/aktualiseringsutkast.ts';
import { showYta } from '../../state/arbetsyta.ts';
import { useMaySave } from '../../state/formularkommando.ts';
import { useCommand } from '../../state/keys.ts';
import { samlade, useQuery } from '../../state/query.ts';
import { useUtkast } from '../../state/utkastlista.ts';
import { AndraAktualisering, nyckelForAndring } from './AndraAktualisering.tsx';
import { Kopplingar } from './Kopplingar.tsx';
import { LastAktualisering } from './LastAktualisering.tsx';
import { NyAktualisering } from './NyAktualisering.tsx';

const useStyles = makeStyles({
  flik: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0, minWidth: 0 },
  // Four rows are seen; more are scrolled to, so that the form keeps its place.
  lista: { display: 'flex', flexDirection: 'column', flexShrink: 0, height: '130px', borderBottom: '1px solid var(--akHair)' },
  rad: { display: 'flex', alignItems: 'center', gap: '8px', padding: '4px 12px', flexShrink: 0 },
});

export type AktualiseringFlikProps = {
  personId: string;
  /** Those that this utredning examines; absent = those that none does yet. */
  utredningId?: string;
  /** The one that is open in the form. */
  aktualiseringId?: string | undefined;
  /** The uppföljning that led to an omprövning, which the form begins with. */
  omprovningAv?: string | undefined;
  /** An empty form. */
  ny?: boolean | undefined;
};

/** Aktualiseringar of an utredning, or of the kund without one: the list, and a form to register or change (AKT-01 to AKT-11). */
export function AktualiseringFlik(props: AktualiseringFlikProps) {
  const { personId } = props;
  const kund = useQuery('kund.hamta', { personId }, [`akt:${personId}`, 'session']);
  const svar = samlade({ akt: useAkt(personId), katalog: useKatalog(), kund });
  return <Hamtat svar={svar}>{(data) => <Flik {...props} {...data} />}</Hamtat>;
}

type Rad = AktPost<Aktualisering>;

function Flik({
  personId,
  utredningId,
  aktualiseringId,
  omprovningAv,
  ny,
  akt,
  katalog,
  kund,
}: AktualiseringFlikProps & { akt: AktVy; katalog: KatalogVy; kund: KundVy }) {
  const css = useStyles();
  const [omgang, setOmgang] = useState(0);
  const utkast = useUtkast();
  const rader = akt.aktualiseringar.filter(({ data }) => data.utredningId === utredningId);
  const utredning = akt.utredningar.find(({ id }) => id === utredningId);
  const mayRegister = useMaySave('aktualisering');
  const arOppen = utredningId === undefined || (utredning !== undefined && isOpenUtredning(utredning.data));
  const kanRegistrera = mayRegister && arOppen;
  const vald = rader.find(({ id }) => id === aktualiseringId);
  // Nothing is registered yet, or a draft waits: the form is what the user came for.
  const paborjad = (nyckel: Utkastnyckel) => utkast.some((one) => isNyckel(one.nyckel, nyckel));
  const harUtkast = paborjad(nyckelForNy(personId, utredningId));
  // What was filled in before somebody ended the utredning is still shown: the words are the user's.
  const andras = vald !== undefined && (kanRegistrera || paborjad(nyckelForAndring(personId, vald.id)));
  const hinder = kanRegistrera ? undefined : ordForAvslag(arOppen ? 'behorighet-saknas' : 'utredningen-avslutad');
  const visarNy = (kanRegistrera || harUtkast) && !vald && (ny === true || utredningId === undefined || harUtkast);

  const yta = (del: { aktualiseringId?: string; ny?: boolean }) =>
    showYta(
      personId,
      utredningId === undefined
        ? { slag: 'arende', flik: 'aktualisering', ...(del.aktualiseringId === undefined ? {} : { aktualiseringId: del.aktualiseringId }) }
        : { slag: 'utredning', id: utredningId, flik: 'aktualiseringar', ...del },
    );
  useCommand('ny', kanRegistrera ? () => yta({ ny: true }) : null);

  return (
    <section className={css.flik} aria-label="Aktualiseringar">
      {rader.length > 0 && (
        <div className={css.lista}>
          <DataTable
            etikett={utredningId === undefined ? 'Ej behandlade aktualiseringar' : 'Aktualiseringar i utredningen'}
            kolumner={kolumner(katalog)}
            rader={rader}
            radId={({ id }) => id}
            vald={vald?.id ?? null}
            onVald={() => undefined}
            onOpen={({ id }) => yta({ aktualiseringId: id })}
            forvaldSortering={{ kolumn: 'datum', stigande: true }}
            meny={({ id }) => [
              { id: 'oppna', namn: 'Öppna Aktualisering', tangent: 'Enter', onChoose: () => yta({ aktualiseringId: id }) },
            ]}
          />
        </div>
      )}
      {utredningId !== undefined && kanRegistrera && (
        <Kopplingar akt={aktForPost(akt, 'utredning', utredningId)} utredningId={utredningId} />
      )}
      {vald && andras && <AndraAktualisering key={vald.id} kund={kund} katalog={katalog} post={vald} akt={akt} hinder={hinder} />}
      {vald && !andras && <LastAktualisering personId={personId} post={vald} akt={akt} katalog={katalog} />}
      {visarNy && (
        <NyAktualisering
          key={`${utredningId ?? 'ny'} ${omprovningAv ?? ''} ${omgang}`}
          kund={kund}
          katalog={katalog}
          utredningId={utredningId}
          utredning={utredning?.data}
          hinder={hinder}
          omprovning={omprovningstext(akt, omprovningAv)}
          onSaved={(inled) => {
            setOmgang(omgang + 1);
            if (inled) showYta(personId, { slag: 'arende', flik: 'inled' });
            else yta({});
          }}
        />
      )}
      {!vald && !visarNy && (
        <div className={css.rad}>
          {kanRegistrera ? (
            <Button size="small" icon={<Document20Regular />} onClick={() => yta({ ny: true })}>
              Ny aktualisering
            </Button>
          ) : (
            rader.length === 0 && <span>Utredningen har ingen aktualisering.</span>
          )}
        </div>
      )}
    </section>
  );
}

/** What the omprövning comes of, as its aktualisering tells. */
function omprovningstext({ uppfoljningar, beslut }: AktVy, uppfoljningId: string | undefined): string | undefined {
  const uppfoljning = uppfoljningar.find(({ id }) => id === uppfoljningId)?.data;
  const av = beslut.find(({ id }) => id === uppfoljning?.beslutId)?.data;
  return uppfoljning && av && `Uppföljning ${uppfoljning.genomford?.dag ?? ''} av ${av.beslutsnamn} ${av.beslutsdatum}.`;
}

const kolumner = (katalog: KatalogVy): Kolumn<Rad>[] => [
  {
    id: 'datum',
    namn: 'Datum',
    bredd: '92px',
    draw: ({ data }) => data.datum,
    compare: (a, b) => a.data.datum.localeCompare(b.data.datum),
  },
  {
    id: 'typ',
    namn: 'Typ av aktualisering',
    bredd: 'minmax(140px, 2fr)',
    draw: ({ data }) => data.typ,
    tip: ({ data }) => data.typ,
    compare: (a, b) => compareSwedish(a.data.typ, b.data.typ),
  },
  { id: 'fran', namn: 'Från vem', bredd: 'minmax(100px, 1fr)', draw: ({ data }) => data.franVem, tip: ({ data }) => data.franVem },
  {
    id: 'ansvarig',
    namn: 'Ansvarig handläggare',
    bredd: 'minmax(120px, 1fr)',
    draw: ({ data }) => katalog.handlaggare.find(({ id }) => id === data.ansvarigHandlaggareId)?.namn ?? '',
  },
  {
    id: 'status',
    namn: 'Status',
    bredd: '150px',
    draw: ({ data, osand }) =>
      osand ? <Chip ton="gul">Inte skickad än</Chip> : data.utredningId ? 'I utredning' : data.utelamnad ? 'Utelämnad' : 'Ej behandlad',
    tip: ({ data }) => data.utelamnad?.skal,
  },
];
