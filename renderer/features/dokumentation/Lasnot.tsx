import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { Checkmark16Filled, Dismiss20Filled } from '@fluentui/react-icons';
import { memo } from 'react';
import { nottitel } from '../../../shared/domain/anteckning/records.ts';
import type { AnteckningVy } from '../../../shared/ipc/views.ts';
import { swedishDay } from '../../../shared/util/datum.ts';
import { Chip } from '../../components/Chip.tsx';
import { RikText } from '../../components/RikText.tsx';
import { Kopieruta } from './Kopieruta.tsx';

const useStyles = makeStyles({
  not: { position: 'relative' },
  nothuvud: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px', marginBottom: '4px' },
  nottitel: { fontWeight: 600, fontVariantNumeric: 'tabular-nums' },
  fel: { border: '1px solid var(--akRed)', borderRadius: 'var(--borderRadiusMedium)', padding: '8px 36px 4px 10px' },
  kryss: { position: 'absolute', top: '4px', right: '6px', color: 'var(--akRed)' },
  orsak: { color: 'var(--akRed)', marginBottom: '6px' },
});

/** One note of the read view; a felmarkerad one stays, under its red cross (DOK-14). */
export const Lasnot = memo(function Lasnot({ personId, note, utkast }: { personId: string; note: AnteckningVy; utkast: boolean }) {
  const css = useStyles();
  const { data } = note;
  const fel = data.felmarkerad;
  return (
    <article className={mergeClasses(css.not, fel && css.fel)}>
      {fel && <Dismiss20Filled className={css.kryss} aria-label="Felmarkerad" role="img" />}
      <div className={css.nothuvud}>
        <span className={css.nottitel}>{[data.handelsedatum, nottitel(data)].filter(Boolean).join(' ')}</span>
        {data.signerad && (
          <Chip ton="gron" ikon={<Checkmark16Filled aria-hidden />}>
            {`Signerad ${swedishDay(data.signerad.at)}, ${data.signerad.namn}`}
          </Chip>
        )}
        {!data.signerad && <Chip ton="gul">{`Inte signerad, sparad av ${data.sparad.namn}`}</Chip>}
        {utkast && <Chip ton="gul">Utkast</Chip>}
        {note.osand && <Chip>Endast här, inte skickad</Chip>}
      </div>
      <Kopieruta personId={personId} note={note} />
      {fel && <div className={css.orsak}>{`Felmarkerad ${swedishDay(fel.at)}, ${fel.namn}: ${fel.orsak}`}</div>}
      <RikText text={data.text} />
    </article>
  );
});
