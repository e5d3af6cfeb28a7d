import { Field, Input, makeStyles } from '@fluentui/react-components';
import { useId } from 'react';
import type { Sokparameter } from '../../../shared/domain/sokverktyg/records.ts';
import type { KatalogVy } from '../../../shared/ipc/views.ts';
import type { IsoDate } from '../../../shared/util/datum.ts';
import { Datumruta } from '../../components/Datumruta.tsx';
import { Valkontroll } from '../../components/formular/Valfalt.tsx';
import { writeParameter } from '../../state/sokverktyg.ts';
import { alla, valAv } from './sokval.ts';

const useStyles = makeStyles({
  falt: { minWidth: 0 },
  tal: { width: '96px' },
  val: { width: '240px', maxWidth: '100%' },
  etikett: { display: 'block', padding: '2px 0' },
  fel: { color: 'var(--akRed)', fontSize: '12px' },
});

type Props = { parameter: Sokparameter; text: string; katalog: KatalogVy; idag: IsoDate; fel: string | undefined };

/** One thing that the user chooses before a search (SVERK-03). */
export function Parameterfalt({ parameter, text, katalog, idag, fel }: Props) {
  const css = useStyles();
  const felId = useId();
  const { kod, namn, slag, kravs = false } = parameter;
  const val = valAv(parameter, katalog);
  const write = (next: string) => writeParameter(kod, next);
  if (val) {
    return (
      <div id={`sokparameter-${kod}`} className={css.val}>
        <span className={css.etikett} aria-hidden="true">
          {namn}
          {kravs && <span className={css.fel}> *</span>}
        </span>
        <Valkontroll namn={namn} val={val} varde={text === '' && !kravs ? alla : text} onVarde={write} ogiltig={fel !== undefined} />
        {fel && (
          <span id={felId} role="alert" className={css.fel}>
            {fel}
          </span>
        )}
      </div>
    );
  }
  return (
    <div id={`sokparameter-${kod}`} className={css.falt}>
      <Field size="small" label={namn} required={kravs} {...(fel ? { validationMessage: fel } : {})}>
        {slag === 'dag' ? (
          <Datumruta etikett={namn} text={text} onText={write} idag={idag} framtid />
        ) : (
          <Input className={css.tal} inputMode="numeric" value={text} maxLength={6} onChange={(_, { value }) => write(value)} />
        )}
      </Field>
    </div>
  );
}
