import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  makeStyles,
  Radio,
  RadioGroup,
} from '@fluentui/react-components';
import { useCallback, useEffect, useState } from 'react';
import { ordForFel } from '../../../shared/words/fel.ts';
import { periodnamn } from '../../../shared/words/kalenderdagar.ts';
import { sidantal } from '../../../shared/words/utskrift.ts';
import { ErrorBar } from '../../components/ErrorBar.tsx';
import { Panel } from '../../components/Panel.tsx';
import { SkeletonRows } from '../../components/SkeletonRows.tsx';
import type { Vilkas, Visadperiod } from '../../state/dialog.ts';
import { Dokumentvisare } from '../../visare/Dokumentvisare.tsx';
import { Skrivarval } from '../../visare/Skrivarval.tsx';
import { Saknas } from './Saknas.tsx';
import { useGranskning } from './useGranskning.ts';

const useStyles = makeStyles({
  kropp: {
    display: 'flex',
    gap: '8px',
    height: '64vh',
    minHeight: 0,
    '@media (max-width: 999px)': { flexDirection: 'column', height: 'auto' },
  },
  lista: { flexGrow: 1, minWidth: 0, '@media (max-width: 999px)': { height: '320px', flexShrink: 0 } },
  skrivare: { width: '280px', flexShrink: 0, overflowY: 'auto', '@media (max-width: 999px)': { width: 'auto' } },
});

type Props = { vilkas: Vilkas; kalender?: Visadperiod | undefined; onClose: () => void };

/** Open bevakningar, the user's own or those that are shown, as a list or a calendar to print: of many kunder, and stored in no akt (UTSK-01, UTSK-06). */
export function BevakningslistaDialog({ vilkas, kalender, onClose }: Props) {
  const css = useStyles();
  const { granskning, fel, granska } = useGranskning('akt');
  const [mallId, setMallId] = useState<string>();
  const { egna, agare } = vilkas;
  const again = useCallback(
    () => granska({ slag: 'bevakningslista', agare, utanEgna: !egna, kalender, ...(mallId === undefined ? {} : { mallId }) }),
    [granska, mallId, egna, agare, kalender],
  );
  useEffect(() => void again(), [again]);
  const svar = granskning?.svar;
  const gallande = svar?.ok && !granskning?.andrad ? svar : undefined;
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface style={{ maxWidth: '1180px', width: '92vw' }}>
        <DialogBody>
          <DialogTitle>{kalender ? `Skriv ut ${periodnamn(kalender.vy, kalender.dag)}` : 'Skriv ut bevakningslistan'}</DialogTitle>
          <DialogContent>
            {fel && <ErrorBar {...ordForFel(fel.code)} handling="Försök igen" onHandling={() => void again()} />}
            {granskning?.andrad && (
              <ErrorBar
                slag="warning"
                vad="Bevakningarna har ändrats sedan listan gjordes."
                gor="Det du ser är som det var."
                handling="Granska igen"
                onHandling={() => void again()}
              />
            )}
            <div className={css.kropp}>
              <Panel rubrik="Granska" text={svar?.ok ? `så här blir det, ${sidantal(svar.sidor)}` : undefined} className={css.lista}>
                {svar?.ok ? (
                  <Dokumentvisare key={svar.sha256} kalla={{ slag: 'forhandsvisning', sha256: svar.sha256 }} />
                ) : svar ? (
                  <Saknas personId={undefined} saknas={svar.saknas} />
                ) : (
                  !fel && <SkeletonRows antal={8} />
                )}
              </Panel>
              <div className={css.skrivare}>
                {svar?.ok && svar.mallar && svar.mallar.length > 1 && (
                  <Field label="Mall">
                    <RadioGroup value={svar.mall.id} onChange={(_, { value }) => setMallId(value)}>
                      {svar.mallar.map(({ id, namn }) => (
                        <Radio key={id} value={id} label={namn} />
                      ))}
                    </RadioGroup>
                  </Field>
                )}
                <Skrivarval
                  slag="Bevakningslista"
                  skydd={gallande?.skydd ?? 'ingen'}
                  vad={
                    gallande && {
                      kalla: { slag: 'forhandsvisning', sha256: gallande.sha256 },
                      titel: gallande.titel,
                      sidor: gallande.sidor,
                    }
                  }
                  hinder={gallande ? undefined : 'Granska listan först'}
                />
              </div>
            </div>
          </DialogContent>
          <DialogActions>
            <Button size="small" onClick={onClose}>
              Stäng
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
