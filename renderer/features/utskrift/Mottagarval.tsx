import { makeStyles, Radio, RadioGroup } from '@fluentui/react-components';
import { samtyckeFor } from '../../../shared/domain/dokument/mottagare.ts';
import type { Utskriftsval } from '../../../shared/domain/dokument/utbud.ts';
import { kontaktOrd } from '../../../shared/words/kontakt.ts';
import { samtyckeslageOrd } from '../../../shared/words/samtycke.ts';

const useStyles = makeStyles({
  grupp: { margin: 0, padding: 0, border: 0, minWidth: 0 },
  rubrik: { padding: '0 0 4px', fontSize: '13px', fontWeight: 600 },
  rader: { display: 'flex', flexDirection: 'column' },
  roll: { display: 'block', color: 'var(--colorNeutralForeground3)', fontSize: '12px', lineHeight: '16px' },
});

type Props = {
  kund: string;
  mottagare: NonNullable<Utskriftsval['mottagare']>;
  /** Whose letter it is: by its own samtycken it goes. */
  enhet: string | undefined;
  /** Null = the kund. */
  vald: string | null;
  onVald: (mottagareId: string | null) => void;
};

/** Whom a letter goes to: the kund, one who speaks for them, or another who may be told of them. */
export function Mottagarval({ kund, mottagare, enhet, vald, onVald }: Props) {
  const css = useStyles();
  return (
    <fieldset className={css.grupp}>
      <legend className={css.rubrik}>Till</legend>
      <RadioGroup
        className={css.rader}
        aria-label="Till"
        value={vald ?? ''}
        onChange={(_, { value }) => onVald(value === '' ? null : value)}
      >
        <Radio value="" label={kund} />
        {mottagare.map((till) => {
          const lage = samtyckeFor(till, enhet);
          return (
            <Radio
              key={till.id}
              value={till.id}
              label={
                <>
                  {till.namn}
                  <span className={css.roll}>{[kontaktOrd[till.typ], lage && samtyckeslageOrd[lage]].filter(Boolean).join(' · ')}</span>
                </>
              }
            />
          );
        })}
      </RadioGroup>
    </fieldset>
  );
}
