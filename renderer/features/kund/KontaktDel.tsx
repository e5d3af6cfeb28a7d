import { Button, makeStyles } from '@fluentui/react-components';
import { Add16Filled } from '@fluentui/react-icons';
import { useState } from 'react';
import { egnaEnheter } from '../../../shared/domain/enhet.ts';
import { enhetsnamn } from '../../../shared/domain/katalog/enheter.ts';
import type { Kontakt } from '../../../shared/domain/kontakt/records.ts';
import { displayName } from '../../../shared/domain/person/records.ts';
import { formatPersonnummer } from '../../../shared/domain/personnummer.ts';
import { type Samtyckeslage, samtyckeslagen } from '../../../shared/domain/samtycke/regler.ts';
import { isNyckel } from '../../../shared/ipc/utkastnyckel.ts';
import type { KatalogVy, KundVy } from '../../../shared/ipc/views.ts';
import { kontaktOrd } from '../../../shared/words/kontakt.ts';
import { samtyckeslageKort } from '../../../shared/words/samtycke.ts';
import { Chip } from '../../components/Chip.tsx';
import { DataTable, type Kolumn } from '../../components/DataTable.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { idagNu } from '../../components/idag.ts';
import { useKatalog } from '../../state/akt.ts';
import { closeArendedialog, showArendedialog, useArendedialog } from '../../state/arendedialog.ts';
import { useMaySave } from '../../state/formularkommando.ts';
import { useUtkast } from '../../state/utkastlista.ts';
import { KontaktDialog } from './KontaktDialog.tsx';
import { kontaktnyckel } from './kontaktformular.ts';

const useStyles = makeStyles({
  del: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: '120px' },
  knappar: { display: 'flex', justifyContent: 'flex-end', alignItems: 'center', gap: '8px', paddingBottom: '8px' },
});

type Rad = { id: string; data: Kontakt };

/** The tab Kontaktuppgifter (PERS-03, PERS-04): the list, Lägg till at the right, double click shows all and lets change. */
export function KontaktDel({ kund }: { kund: KundVy }) {
  const css = useStyles();
  const { personId, person, kontakter, samtycken } = kund;
  const kan = useMaySave('kontakt');
  const utkast = useUtkast();
  const [vald, setVald] = useState<string | null>(null);
  const oppen = useArendedialog((state) =>
    state.oppen?.post === 'kontakt' && state.oppen.personId === personId ? state.oppen.id : undefined,
  );
  const hasUtkast = (kontaktId: string) => utkast.some(({ nyckel }) => isNyckel(nyckel, kontaktnyckel(personId, kontaktId)));
  const { data: katalog } = useKatalog();
  // Whether the contact may be told of the kund today, by each unit of the user's (SAMT-01, SAMT-05).
  const samtyckeFor = ({ id, data }: Rad): string =>
    lageText(samtyckeslagen(samtycken, { id, data }, person, katalog ? egnaEnheter(katalog.egen, person) : [], idagNu()), katalog);
  const open = (kontaktId: string) => showArendedialog({ personId, post: 'kontakt', id: kontaktId });

  return (
    <div className={css.del}>
      <div className={css.knappar}>
        {hasUtkast('ny') && <Chip ton="gul">Ett utkast är påbörjat</Chip>}
        {kan && (
          <Button size="small" icon={<Add16Filled />} onClick={() => open('ny')}>
            Lägg till
          </Button>
        )}
      </div>
      {kontakter.length === 0 ? (
        <EmptyState text="Inga kontaktuppgifter." />
      ) : (
        <DataTable
          etikett="Kontaktuppgifter"
          kolumner={kolumner(hasUtkast, samtyckeFor)}
          rader={kontakter}
          radId={({ id }) => id}
          vald={vald}
          onVald={setVald}
          onOpen={({ id }) => open(id)}
          meny={({ id }) => [{ id: 'oppna', namn: 'Öppna', tangent: 'Enter', onChoose: () => open(id) }]}
        />
      )}
      {oppen !== undefined && (
        <KontaktDialog
          key={oppen}
          personId={personId}
          kund={`${displayName(person)} ${formatPersonnummer(person.personnummer)}`}
          kontaktId={oppen}
          nu={kontakter.find(({ id }) => id === oppen)?.data}
          onClose={closeArendedialog}
        />
      )}
    </div>
  );
}

/** One word where the user's units have the same; else each unit's. */
function lageText(lagen: ReadonlyMap<string, Samtyckeslage> | undefined, katalog: KatalogVy | undefined): string {
  if (!lagen) return 'Behövs inte';
  const [forst, ...ovriga] = new Set([...lagen.values()].map((lage) => samtyckeslageKort[lage]));
  if (forst !== undefined && ovriga.length === 0) return forst;
  return [...lagen]
    .map(([enhet, lage]) => `${enhetsnamn(katalog?.vardelistor.enhet ?? [], enhet)}: ${samtyckeslageKort[lage].toLowerCase()}`)
    .join(', ');
}

const kolumner = (hasUtkast: (id: string) => boolean, samtyckeFor: (rad: Rad) => string): Kolumn<Rad>[] => [
  {
    id: 'typ',
    namn: 'Typ',
    bredd: '112px',
    draw: ({ data }) => kontaktOrd[data.typ],
    compare: (a, b) => kontaktOrd[a.data.typ].localeCompare(kontaktOrd[b.data.typ], 'sv'),
  },
  {
    id: 'namn',
    namn: 'Namn',
    bredd: 'minmax(120px, 2fr)',
    draw: ({ data }) => data.namn,
    tip: ({ data }) => data.namn,
    compare: (a, b) => a.data.namn.localeCompare(b.data.namn, 'sv'),
  },
  { id: 'relation', namn: 'Relation', bredd: 'minmax(80px, 1fr)', draw: ({ data }) => data.relation, tip: ({ data }) => data.relation },
  { id: 'telefon', namn: 'Telefon', bredd: '120px', draw: ({ data }) => data.telefon, tip: ({ data }) => data.telefon },
  { id: 'epost', namn: 'E-post', bredd: 'minmax(100px, 1.5fr)', draw: ({ data }) => data.epost, tip: ({ data }) => data.epost },
  {
    id: 'samtycke',
    namn: 'Samtycke',
    bredd: 'minmax(96px, 1fr)',
    draw: samtyckeFor,
    tip: samtyckeFor,
    compare: (a, b) => samtyckeFor(a).localeCompare(samtyckeFor(b), 'sv'),
  },
  { id: 'utkast', namn: 'Utkast', bredd: '72px', draw: ({ id }) => (hasUtkast(id) ? 'Utkast' : '') },
];
