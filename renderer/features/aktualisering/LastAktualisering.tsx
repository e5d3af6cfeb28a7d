import { makeStyles } from '@fluentui/react-components';
import type { Aktualisering } from '../../../shared/domain/aktualisering/records.ts';
import type { AktPost, AktVy, KatalogVy } from '../../../shared/ipc/views.ts';
import { Faktalista } from '../../components/Faktalista.tsx';
import { Ansokan } from './Ansokan.tsx';
import { Dokumentation } from './Dokumentation.tsx';

const useStyles = makeStyles({
  yta: { display: 'flex', flexDirection: 'column', gap: '12px', padding: '12px', maxWidth: '720px', overflowY: 'auto' },
  besked: { color: 'var(--colorNeutralForeground3)' },
});

type Props = { personId: string; post: AktPost<Aktualisering>; akt: Pick<AktVy, 'handlingar'>; katalog: KatalogVy };

/** An aktualisering of an ended utredning: it can only be read (AKT-01 to AKT-08). */
export function LastAktualisering({ personId, post, akt, katalog }: Props) {
  const css = useStyles();
  const { data } = post;
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
      <Dokumentation personId={personId} post={post} akt={akt} />
      <span className={css.besked}>Utredningen är avslutad: aktualiseringen kan inte ändras.</span>
    </section>
  );
}
