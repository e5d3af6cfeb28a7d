import { Button, Checkbox, Field, Input, makeStyles, Radio, RadioGroup } from '@fluentui/react-components';
import { DocumentSearch20Regular } from '@fluentui/react-icons';
import { type ReactNode, useState } from 'react';
import { type Bestallningsdel, bestallningsdelar } from '../../../shared/domain/dokument/bestallningsdokument.ts';
import type { Utskriftsval } from '../../../shared/domain/dokument/utbud.ts';
import { bestallningsdelOrd } from '../../../shared/words/utskrift.ts';
import { Panel } from '../../components/Panel.tsx';

const useStyles = makeStyles({
  panel: { width: '300px', flexShrink: 0, '@media (max-width: 999px)': { width: 'auto' } },
  kropp: { display: 'flex', flexDirection: 'column', gap: '12px', padding: '8px 12px', overflowY: 'auto', flexGrow: 1, minHeight: 0 },
  grupp: { margin: 0, padding: 0, border: 0, minWidth: 0 },
  rubrik: { padding: '0 0 4px', fontSize: '13px', fontWeight: 600 },
  rader: { display: 'flex', flexDirection: 'column' },
  vilket: { display: 'block', color: 'var(--colorNeutralForeground3)', fontSize: '12px', lineHeight: '16px' },
  fot: { padding: '8px 12px', borderTop: '1px solid var(--akHair)', flexShrink: 0 },
});

/** The choices of what to print besides what and by which mall. */
export type Delval = { delar: readonly Bestallningsdel[]; utanNamn: boolean };

type Props = {
  utbud: readonly Utskriftsval[];
  vald: Utskriftsval | undefined;
  mallId: string | undefined;
  del: Delval;
  onVald: (nyckel: string) => void;
  onMall: (id: string) => void;
  onDel: (del: Delval) => void;
  onGranska: () => void;
  vantar: boolean;
  /** Whom it goes to, and what the user writes themselves, of a letter. */
  brev: ReactNode;
  /** What is not in the document though it is written. */
  utelamnade: ReactNode;
};

/** 1 Vad och mall (CDS): what is printed, by which mall, with which parts (UTSK-01 to UTSK-03, UTSK-06, UTSK-09). */
export function Vadochmall({ utbud, vald, mallId, del, onVald, onMall, onDel, onGranska, vantar, brev, utelamnade }: Props) {
  const css = useStyles();
  const [sokt, setSokt] = useState('');
  const word = sokt.trim().toLocaleLowerCase('sv');
  const mallar = vald?.mallar ?? [];
  const traffar = mallar.filter(({ id, namn }) => id === mallId || namn.toLocaleLowerCase('sv').includes(word));
  const mall = mallar.find(({ id }) => id === mallId);
  return (
    <Panel rubrik="1 Vad och mall (CDS)" className={css.panel}>
      <div className={css.kropp}>
        <fieldset className={css.grupp}>
          <legend className={css.rubrik}>Skriv ut</legend>
          <RadioGroup className={css.rader} value={vald?.nyckel ?? ''} onChange={(_, { value }) => onVald(value)} aria-label="Skriv ut">
            {utbud.map(({ nyckel, vad, vilket }) => (
              <Radio
                key={nyckel}
                value={nyckel}
                label={
                  <>
                    {vad}
                    {vilket !== '' && <span className={css.vilket}>{vilket}</span>}
                  </>
                }
              />
            ))}
          </RadioGroup>
        </fieldset>
        {brev}
        <fieldset className={css.grupp}>
          <legend className={css.rubrik}>Mall</legend>
          <Field label="Sök" orientation="horizontal">
            <Input size="small" type="search" value={sokt} onChange={(_, { value }) => setSokt(value)} />
          </Field>
          <RadioGroup className={css.rader} value={mallId ?? ''} onChange={(_, { value }) => onMall(value)} aria-label="Mall">
            {traffar.map(({ id, namn }) => (
              <Radio key={id} value={id} label={namn} />
            ))}
          </RadioGroup>
          {mallar.length === 0 && <span>Det finns ingen mall. Be systemförvaltningen lägga in den.</span>}
        </fieldset>
        {vald?.val.slag === 'bestallning' && (
          <fieldset className={css.grupp}>
            <legend className={css.rubrik}>Delar</legend>
            <div className={css.rader}>
              {bestallningsdelar.map((one) => (
                <Checkbox
                  key={one}
                  label={bestallningsdelOrd[one]}
                  checked={del.delar.includes(one)}
                  onChange={(_, { checked }) =>
                    onDel({
                      ...del,
                      delar: bestallningsdelar.filter((other) => (other === one ? checked === true : del.delar.includes(other))),
                    })
                  }
                />
              ))}
            </div>
          </fieldset>
        )}
        {mall?.kod === 'beslutsmeddelande' && (
          <Checkbox
            label="Skriv befattning i stället för namn (33 § förvaltningslagen)"
            checked={del.utanNamn}
            onChange={(_, { checked }) => onDel({ ...del, utanNamn: checked === true })}
          />
        )}
        {utelamnade}
      </div>
      <div className={css.fot} data-falt="granska">
        <Button
          size="small"
          icon={<DocumentSearch20Regular />}
          disabledFocusable={vantar || !mall}
          onClick={() => mall && !vantar && onGranska()}
        >
          Granska
        </Button>
      </div>
    </Panel>
  );
}
