import { makeStyles } from '@fluentui/react-components';
import type { Aktualisering } from '../../../shared/domain/aktualisering/records.ts';
import { svenskTid } from '../../../shared/util/datum.ts';
import { Faktalista } from '../../components/Faktalista.tsx';

const useStyles = makeStyles({
  rubrik: { margin: '4px 0 0', fontSize: '13px', fontWeight: 600 },
  text: { margin: 0, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
});

/** The e-ansökan behind an aktualisering, as it was written (EANS-13). */
export function Ansokan({ data }: { data: Aktualisering }) {
  const css = useStyles();
  const { eansokan, aktualiseringstyp, aktualiseringssatt } = data;
  if (!eansokan) return null;
  const { inkom, insats, telefon, epost, kommentar, text } = eansokan;
  return (
    <section aria-label="E-ansökan">
      <h3 className={css.rubrik}>E-ansökan</h3>
      <Faktalista
        rader={[
          ['Inkommen', svenskTid(inkom)],
          ['Aktualiseringstyp', aktualiseringstyp],
          ['Aktualiseringssätt', aktualiseringssatt],
          ['Insats', insats],
          ['Kontaktväg', [telefon, epost].filter(Boolean).join(', ')],
          ['Kommentar', kommentar],
          [
            'Övrig information',
            <p key="text" className={css.text}>
              {text}
            </p>,
          ],
        ]}
      />
    </section>
  );
}
