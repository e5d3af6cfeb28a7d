import { makeStyles } from '@fluentui/react-components';
import type { Aktualisering } from '../../../shared/domain/aktualisering/records.ts';
import type { KatalogVy } from '../../../shared/ipc/views.ts';
import { Faktalista } from '../../components/Faktalista.tsx';
import { Ansokan } from './Ansokan.tsx';

const useStyles = makeStyles({
  yta: { display: 'flex', flexDirection: 'column', gap: '12px', padding: '12px', maxWidth: '720px', overflowY: 'auto' },
  besked: { color: 'var(--colorNeutralForeground3)' },
});

/** An aktualisering of an ended utredning: it can only be read (AKT-01 to AKT-08). */
export function LastAktualisering({ data, katalog }: { data: Aktualisering; katalog: KatalogVy }) {
  const css = useStyles();
  return (
    <section className={css.yta} aria-label={data.typ}>
      <Faktalista
        rader={[
          ['Typ av aktualisering', data.typ],
          ['Datum', data.datum],
          ['Från vem', data.franVem],
          ['Ansvarig handläggare', katalog.handlaggare.find(({ id }) => id === data.ansvarigHandlaggareId)?.namn],
          ['Organisation', katalog.organisationer.find(({ id }) => id === data.organisationId)?.data.namn],
          ['Anteckning', data.anteckning],
        ]}
      />
      <Ansokan data={data} />
      <span className={css.besked}>Utredningen är avslutad: aktualiseringen kan inte ändras.</span>
    </section>
  );
}
