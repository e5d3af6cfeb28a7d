import { makeStyles } from '@fluentui/react-components';
import type { Bindsvar } from '../../../shared/ipc/bindning.ts';
import { anmarkningText } from '../../../shared/words/bindning.ts';
import { sidantal } from '../../../shared/words/utskrift.ts';

const useStyles = makeStyles({
  ruta: { maxHeight: '30%', overflowY: 'auto', flexShrink: 0, borderBottom: '1px solid var(--akHair)', padding: '6px 12px' },
  rubrik: { margin: 0, fontSize: '13px', fontWeight: 600 },
  lista: { margin: '4px 0 0', paddingLeft: '18px' },
});

/** What is to be known of the bundle before it is used: nothing of what binding changed is left unsaid. */
export function Resultat({ svar }: { svar: Extract<Bindsvar, { ok: true }> }) {
  const css = useStyles();
  const rader = svar.delar.flatMap(({ namn, anmarkningar }, at) =>
    anmarkningar.flatMap((anmarkning) => {
      const text = anmarkningText(anmarkning);
      return text === undefined ? [] : [{ nyckel: `${at} ${anmarkning.slag}`, namn, text }];
    }),
  );
  return (
    <section className={css.ruta} aria-label="Att veta om bunten">
      <h3 className={css.rubrik}>
        {`Bunten är klar: ${svar.delar.length === 1 ? '1 dokument' : `${svar.delar.length} dokument`}, ${sidantal(svar.sidor)}.`}
      </h3>
      <ul className={css.lista}>
        {rader.map(({ nyckel, namn, text }) => (
          <li key={nyckel}>
            <strong>{namn}</strong>: {text}
          </li>
        ))}
        <li>
          {svar.taggad
            ? 'Bunten är taggad för skärmläsare, som dokumenten i den.'
            : 'Bunten är inte taggad för skärmläsare. Den som behöver det får dokumenten var för sig.'}
        </li>
      </ul>
    </section>
  );
}
