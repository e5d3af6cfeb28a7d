import { makeStyles } from '@fluentui/react-components';
import { Tangent } from '../../components/Tangent.tsx';
import { sokexempel } from './sokord.ts';

const useStyles = makeStyles({
  rubrik: { margin: '0 0 6px', fontSize: '13px', fontWeight: 600 },
  lista: { display: 'grid', gridTemplateColumns: 'max-content 1fr', gap: '6px 12px', margin: 0, alignItems: 'baseline' },
  ord: { margin: 0 },
  text: { margin: '12px 0 0', color: 'var(--colorNeutralForeground2)' },
});

/** How to write a search, beside the place where one writes it. */
export function Sokexempel() {
  return <Exempellista exempel={sokexempel} text="Århundrade Alla visar träffar från alla århundraden, med födelsedatum och ålder." />;
}

export function Exempellista({ exempel, text }: { exempel: readonly { skriv: string; betyder: string }[]; text: string }) {
  const styles = useStyles();
  return (
    <section aria-label="Så söker du">
      <h2 className={styles.rubrik}>Så söker du</h2>
      <dl className={styles.lista}>
        {exempel.map(({ skriv, betyder }) => [
          <dt key={skriv}>
            <Tangent>{skriv}</Tangent>
          </dt>,
          <dd key={betyder} className={styles.ord}>
            {betyder}
          </dd>,
        ])}
      </dl>
      <p className={styles.text}>{text}</p>
    </section>
  );
}
