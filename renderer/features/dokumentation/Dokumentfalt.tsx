import { Field, makeStyles } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import { Valkontroll } from '../../components/formular/Valfalt.tsx';
import { Titelfalt } from '../../components/Titelfalt.tsx';
import { useKatalog } from '../../state/akt.ts';
import type { Felfalt } from './useSkrivning.ts';

const useStyles = makeStyles({
  rad: {
    display: 'grid',
    gridTemplateColumns: 'minmax(180px, 2fr) minmax(180px, 3fr)',
    columnGap: '12px',
    rowGap: '4px',
    padding: '6px 8px 0',
    '@media (max-width: 559px)': { gridTemplateColumns: '1fr' },
  },
  typ: { minWidth: 0, '& .fui-Field__label': { paddingTop: '3px', paddingBottom: 0 } },
});

type Props = {
  typ: string;
  rubrik: string;
  /** Just begun by the user: its kind is chosen first. */
  ny: boolean;
  /** The field that the latest fault is about. */
  fel: Felfalt;
  onTyp: (typ: string) => void;
  onRubrik: (rubrik: string) => void;
};

/** What a new document is (DOK-15): its kind, of the municipality's list, and its rubrik. The words stand below, as of a note. */
export function Dokumentfalt({ typ, rubrik, ny, fel, onTyp, onRubrik }: Props) {
  const css = useStyles();
  const rad = useRef<HTMLDivElement>(null);
  const skriven = useRef<HTMLInputElement>(null);
  const titel = useRef<HTMLInputElement>(null);
  const typfel = fel === 'typ' ? 'Välj typ.' : undefined;
  const { data: katalog } = useKatalog();
  const borjar = useRef(ny);
  useEffect(() => {
    if (borjar.current) rad.current?.querySelector<HTMLElement>('[role="combobox"], input')?.focus();
  }, []);
  useEffect(() => {
    if (fel === 'titel') titel.current?.focus();
    if (fel === 'typ') (skriven.current ?? rad.current?.querySelector<HTMLElement>('[role="combobox"]'))?.focus();
  }, [fel]);
  const typer = (katalog?.vardelistor.dokumenttyp ?? []).map(({ namn }) => namn);
  // One that has left the list since is shown as it was chosen.
  const val = [...typer, ...(typ === '' || typer.includes(typ) ? [] : [typ])].map((namn) => ({ varde: namn, namn }));
  return (
    <div ref={rad} className={css.rad}>
      {katalog && typer.length === 0 ? (
        <Titelfalt etikett="Typ" titel={typ} onTitel={onTyp} krav langst={80} fel={typfel} ref={skriven} />
      ) : (
        <Field
          size="small"
          className={css.typ}
          label="Typ"
          required
          orientation="horizontal"
          style={{ gridTemplateColumns: 'auto 1fr', columnGap: 8 }}
          {...(typfel === undefined ? {} : { validationMessage: typfel, validationState: 'error' as const })}
        >
          <Valkontroll val={val} varde={typ} onVarde={onTyp} tomText="Välj" />
        </Field>
      )}
      <Titelfalt
        etikett="Rubrik"
        titel={rubrik}
        onTitel={onRubrik}
        krav
        fel={fel === 'titel' ? 'Skriv en rubrik.' : undefined}
        ref={titel}
      />
    </div>
  );
}
