import { Button, makeStyles } from '@fluentui/react-components';
import { Add16Filled } from '@fluentui/react-icons';
import { useState } from 'react';
import type { Kontakt } from '../../../shared/domain/kontakt/records.ts';
import { displayName } from '../../../shared/domain/person/records.ts';
import { formatPersonnummer } from '../../../shared/domain/personnummer.ts';
import type { KundVy } from '../../../shared/ipc/views.ts';
import { Chip } from '../../components/Chip.tsx';
import { DataTable, type Kolumn } from '../../components/DataTable.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorBar } from '../../components/ErrorBar.tsx';
import { newId } from '../../state/core.ts';
import { type Ord, ordForFel } from '../../state/ord.ts';
import { useUtkast } from '../../state/utkastlista.ts';
import { senasteUtkast } from '../../state/utkastskrivare.ts';
import { KontaktDialog } from './KontaktDialog.tsx';
import { faltAv, kontaktnyckel, lasKontaktutkast, tommaFalt } from './kontaktformular.ts';
import { kontaktOrd } from './ord.ts';
import type { Kontaktstart } from './useKontakt.ts';

const useStyles = makeStyles({
  del: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: '120px' },
  knappar: { display: 'flex', justifyContent: 'flex-end', alignItems: 'center', gap: '8px', paddingBottom: '8px' },
});

type Rad = { id: string; data: Kontakt };

/** The tab Kontaktuppgifter (PERS-03, PERS-04): the list, Lägg till at the right, double click shows all and lets change. */
export function KontaktDel({ kund }: { kund: KundVy }) {
  const css = useStyles();
  const { personId, person, kontakter } = kund;
  const utkast = useUtkast();
  const [vald, setVald] = useState<string | null>(null);
  const [start, setStart] = useState<Kontaktstart | null>(null);
  const [fel, setFel] = useState<Ord>();
  const harUtkast = (kontaktId: string | null) => utkast.some(({ nyckel }) => nyckel === kontaktnyckel(personId, kontaktId));

  const oppna = async (rad: Rad | null) => {
    const nyckel = kontaktnyckel(personId, rad?.id ?? null);
    const read = await senasteUtkast(nyckel);
    const draft = read.ok && read.value !== null ? lasKontaktutkast(read.value) : undefined;
    const unreadable = read.ok && read.value !== null && !draft;
    setFel(!read.ok ? ordForFel(read.error.code) : unreadable ? olaslig : undefined);
    if (!read.ok || unreadable) return;
    const fresh = rad
      ? { kontaktId: rad.id, basRev: rad.data.rev, falt: faltAv(rad.data) }
      : { kontaktId: newId(), basRev: null, falt: tommaFalt };
    setStart({ nyckel, data: draft ?? fresh, arUtkast: draft !== undefined });
  };

  return (
    <div className={css.del}>
      {fel && <ErrorBar {...fel} />}
      <div className={css.knappar}>
        {harUtkast(null) && <Chip ton="gul">Ett utkast är påbörjat</Chip>}
        <Button size="small" icon={<Add16Filled />} onClick={() => void oppna(null)}>
          Lägg till
        </Button>
      </div>
      {kontakter.length === 0 ? (
        <EmptyState text="Inga kontaktuppgifter." />
      ) : (
        <DataTable
          etikett="Kontaktuppgifter"
          kolumner={kolumner(harUtkast)}
          rader={kontakter}
          radId={({ id }) => id}
          vald={vald}
          onVald={setVald}
          onOppna={(rad) => void oppna(rad)}
          meny={(rad) => [{ id: 'oppna', namn: 'Öppna', tangent: 'Enter', onValj: () => void oppna(rad) }]}
        />
      )}
      {start && (
        <KontaktDialog
          key={start.nyckel}
          personId={personId}
          kund={`${displayName(person)} ${formatPersonnummer(person.personnummer)}`}
          start={start}
          nu={kontakter.find(({ id }) => id === start.data.kontaktId)?.data}
          onStang={() => setStart(null)}
        />
      )}
    </div>
  );
}

const olaslig: Ord = {
  vad: 'Utkastet på datorn kan inte läsas av den här versionen av programmet.',
  gor: 'Det ligger kvar orört i Utkorg. Uppdatera programmet.',
};

const kolumner = (harUtkast: (id: string) => boolean): Kolumn<Rad>[] => [
  {
    id: 'typ',
    namn: 'Typ',
    bredd: '112px',
    rita: ({ data }) => kontaktOrd[data.typ],
    jamfor: (a, b) => kontaktOrd[a.data.typ].localeCompare(kontaktOrd[b.data.typ], 'sv'),
  },
  {
    id: 'namn',
    namn: 'Namn',
    bredd: 'minmax(120px, 2fr)',
    rita: ({ data }) => data.namn,
    tip: ({ data }) => data.namn,
    jamfor: (a, b) => a.data.namn.localeCompare(b.data.namn, 'sv'),
  },
  { id: 'relation', namn: 'Relation', bredd: 'minmax(80px, 1fr)', rita: ({ data }) => data.relation, tip: ({ data }) => data.relation },
  { id: 'telefon', namn: 'Telefon', bredd: '120px', rita: ({ data }) => data.telefon, tip: ({ data }) => data.telefon },
  { id: 'epost', namn: 'E-post', bredd: 'minmax(100px, 1.5fr)', rita: ({ data }) => data.epost, tip: ({ data }) => data.epost },
  { id: 'utkast', namn: 'Utkast', bredd: '72px', rita: ({ id }) => (harUtkast(id) ? 'Utkast' : '') },
];
