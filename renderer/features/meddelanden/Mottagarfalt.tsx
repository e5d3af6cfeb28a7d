import { Button, Combobox, makeStyles, Option } from '@fluentui/react-components';
import { Dismiss16Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { MottagareRad } from '../../../shared/ipc/views.ts';
import { ordForAvslag } from '../../../shared/words/avslag.ts';
import { Faltrad } from '../../components/formular/Faltrad.tsx';
import { useLugnt } from '../../components/useLugnt.ts';
import type { Mottagarval } from '../../state/meddelanden.ts';
import { useQuery } from '../../state/query.ts';
import { nyckelFor, valAv, visat } from './skrivformular.ts';

const useStyles = makeStyles({
  falt: { display: 'flex', flexDirection: 'column', gap: '4px', minWidth: 0 },
  valda: { display: 'flex', flexWrap: 'wrap', gap: '4px', listStyleType: 'none', margin: 0, padding: 0 },
  rad: { display: 'flex', flexDirection: 'column', minWidth: 0, overflowWrap: 'anywhere' },
  mer: { fontSize: '12px', lineHeight: '16px', color: 'var(--colorNeutralForeground2)' },
});

type Props = { valda: Mottagarval[]; onValda: (valda: Mottagarval[]) => void; personId: string };

/** Till: kunder and those near them, own first with number, address and handläggare (FORB-67); shared mailboxes and colleagues. */
export function Mottagarfalt({ valda, onValda, personId }: Props) {
  const css = useStyles();
  const [text, setText] = useState('');
  const sokt = text.trim();
  // What has been typed, not each key of it: a search is logged.
  const fragat = useLugnt(sokt);
  const { data } = useQuery(
    'meddelande.mottagare',
    fragat === '' && personId === '' ? null : { text: fragat, personIder: fragat === '' ? [personId] : [] },
    ['akt', 'katalog', 'session'],
  );
  const traffar = (data ?? []).filter((rad) => !valda.some((en) => nyckelFor(en) === nyckelFor(valAv(rad))));
  return (
    <Faltrad falt="mottagare" etikett="Till" krav tips="Namn eller personnummer (Ek*), en kollegas namn, eller en brevlåda.">
      <div className={css.falt}>
        {valda.length > 0 && (
          <ul className={css.valda} aria-label="Valda mottagare">
            {valda.map((en) => (
              <li key={nyckelFor(en)}>
                <Button
                  size="small"
                  icon={<Dismiss16Regular />}
                  iconPosition="after"
                  aria-label={`Ta bort ${visat(en)}`}
                  onClick={() => onValda(valda.filter((one) => one !== en))}
                >
                  {visat(en)}
                </Button>
              </li>
            ))}
          </ul>
        )}
        <Combobox
          size="small"
          freeform
          aria-label="Sök mottagare"
          expandIcon={{ 'aria-label': 'Visa träffar' }}
          placeholder="Sök namn eller personnummer"
          value={text}
          selectedOptions={[]}
          style={{ minWidth: 0 }}
          onChange={(event) => setText(event.target.value)}
          onOptionSelect={(_, { optionValue }) => {
            const rad = traffar.find((one) => nyckelFor(valAv(one)) === optionValue);
            if (!rad || ('hinder' in rad && rad.hinder)) return;
            onValda([...valda, valAv(rad)]);
            setText('');
          }}
        >
          {traffar.length === 0 ? (
            <Option disabled value="" text="">
              {sokt.length < 2 ? 'Skriv minst två bokstäver.' : 'Ingen stämmer.'}
            </Option>
          ) : (
            traffar.map((rad) => (
              <Option
                key={nyckelFor(valAv(rad))}
                value={nyckelFor(valAv(rad))}
                text={visat(valAv(rad))}
                disabled={'hinder' in rad && rad.hinder !== undefined}
              >
                <span className={css.rad}>
                  <span>{namnrad(rad)}</span>
                  <span className={css.mer}>{merAv(rad)}</span>
                </span>
              </Option>
            ))
          )}
        </Combobox>
      </div>
    </Faltrad>
  );
}

const namnrad = (rad: MottagareRad): string =>
  rad.slag === 'narstaende' ? `${visat(valAv(rad))} (närstående till ${rad.kundNamn})` : visat(valAv(rad));

/** What tells one from another: address, handläggare, and what hinders. */
function merAv(rad: MottagareRad): string {
  if (rad.slag === 'brevlada') return 'Gemensam brevlåda';
  if (rad.slag === 'anvandare') return [rad.titel, rad.bortaTill && `borta till och med ${rad.bortaTill}`].filter(Boolean).join(' · ');
  if (rad.hinder) return ordForAvslag(rad.hinder).vad;
  return [
    rad.egen ? 'Din kund' : 'Inte din kund',
    rad.slag === 'kund' && rad.adress,
    rad.handlaggare.length > 0 && `handläggare ${rad.handlaggare.join(', ')}`,
    rad.lage === 'vantar' && 'skickas när e-tjänsten är aktiverad',
  ]
    .filter(Boolean)
    .join(' · ');
}
