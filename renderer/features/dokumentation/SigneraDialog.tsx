import { makeStyles } from '@fluentui/react-components';
import { displayName, type Person } from '../../../shared/domain/person/records.ts';
import { formatPersonnummer } from '../../../shared/domain/personnummer.ts';
import { mojligaLuckor } from '../../../shared/domain/text/luckor.ts';
import type { RichText } from '../../../shared/domain/text/text.ts';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { ErrorBar } from '../../components/ErrorBar.tsx';
import { RikText } from '../../components/RikText.tsx';

const useStyles = makeStyles({
  fakta: { display: 'grid', gridTemplateColumns: 'auto 1fr', columnGap: '12px', rowGap: '2px', margin: '0 0 8px' },
  ord: { color: 'var(--colorNeutralForeground3)' },
  varde: { margin: 0, fontWeight: 600, fontVariantNumeric: 'tabular-nums' },
  text: { maxHeight: '40vh', overflowY: 'auto', border: '1px solid var(--akHair)', padding: '8px 12px', marginBottom: '8px' },
  slut: { margin: '8px 0 0' },
});

type Props = {
  person: Person;
  rubrik: string;
  titel: string;
  /** Of a document (DOK-15). */
  typ: string | undefined;
  handelsedatum: string;
  text: RichText;
  /** What the municipality's frastexter leave to be filled in: none of them stands here any more. */
  luckor: readonly string[];
  onSign: () => void;
  onCancel: () => void;
};

/** FORB-16: what will be locked, for whom and under which rubrik, before it is. */
export function SigneraDialog({ person, rubrik, titel, typ, handelsedatum, text, luckor, onSign, onCancel }: Props) {
  const css = useStyles();
  const namn = displayName(person);
  const kvar = mojligaLuckor(text, luckor);
  return (
    <ConfirmDialog
      oppen
      rubrik={typ === undefined ? 'Signera anteckningen?' : 'Spara och skrivskydda dokumentet?'}
      bekrafta={typ === undefined ? `Signera för ${namn}` : `Spara och skrivskydda för ${namn}`}
      onConfirm={onSign}
      onCancel={onCancel}
    >
      <dl className={css.fakta}>
        <dt className={css.ord}>Kund</dt>
        <dd className={css.varde}>{`${namn} ${formatPersonnummer(person.personnummer)}`}</dd>
        {typ !== undefined && (
          <>
            <dt className={css.ord}>Typ</dt>
            <dd className={css.varde}>{typ}</dd>
          </>
        )}
        <dt className={css.ord}>Rubrik</dt>
        <dd className={css.varde}>{typ === undefined ? [rubrik, titel].filter(Boolean).join(': ') : titel}</dd>
        <dt className={css.ord}>Händelsedatum</dt>
        <dd className={css.varde}>{handelsedatum}</dd>
      </dl>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled text must be reachable by keyboard */}
      <section className={css.text} tabIndex={0} aria-label="Texten som signeras">
        <RikText text={text} />
      </section>
      {kvar.length > 0 && (
        <ErrorBar
          slag="warning"
          vad="Det står ord inom hakparentes."
          gor={`Välj Avbryt och byt ut ${kvar.join(', ')} om det inte ska stå så.`}
        />
      )}
      <p className={css.slut}>
        {typ === undefined
          ? 'En signerad text är låst och kan inte ändras. Är den fel kan den bara felmarkeras.'
          : 'Ett skrivskyddat dokument är signerat och kan inte ändras. Är det fel kan det bara felmarkeras.'}
      </p>
    </ConfirmDialog>
  );
}
