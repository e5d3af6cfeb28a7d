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
  Textarea,
} from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import { fromPlainText, maxTextLength, type RichText } from '../../../shared/domain/text/text.ts';
import type { UtkorgPostDetalj } from '../../../shared/ipc/views.ts';
import { ErrorBar } from '../../components/ErrorBar.tsx';
import { klockslagSekund } from '../../components/tid.ts';
import { call } from '../../state/core.ts';
import { type Ord, ordForFel } from '../../state/ord.ts';
import { type Utkastlage, Utkastskrivare } from '../../state/utkastskrivare.ts';

const useStyles = makeStyles({
  yta: { maxWidth: '980px' },
  text: { width: '100%', '& textarea': { height: '300px', maxHeight: 'none', fontSize: '14px', lineHeight: '21px' } },
});

type Props = {
  post: UtkorgPostDetalj;
  egen: string;
  server: string;
  /** @returns true when saved */
  onSpara: (text: RichText, utkast: string) => Promise<boolean>;
  fel: Ord | undefined;
  onStang: () => void;
};

/** Writing one text of two. It starts with both, whole, and is a draft on disk while it is written. */
export function SkrivIhop({ post, egen, server, onSpara, fel, onStang }: Props) {
  const styles = useStyles();
  const nyckel = `ihop:${post.id}`;
  const [text, setText] = useState<string | null>(null);
  const [lage, setLage] = useState<Utkastlage>({});
  const writer = useRef<Utkastskrivare | null>(null);

  useEffect(() => {
    const mine = new Utkastskrivare(nyckel, setLage);
    writer.current = mine;
    void call('utkast.hamta', { nyckel }).then((svar) => {
      const earlier = svar.ok ? (svar.value?.data as { text?: unknown } | undefined)?.text : undefined;
      setText(typeof earlier === 'string' ? earlier : `${server}\n\n${egen}`);
    });
    return () => void mine.tom();
  }, [nyckel, egen, server]);

  const onChange = (next: string) => {
    setText(next);
    if (post.personId !== null) {
      writer.current?.andrat({ nyckel, personId: post.personId, titel: `${post.vad}, sammanskriven`, data: { text: next } });
    }
  };
  const save = async () => {
    if (text === null) return;
    await writer.current?.tom();
    if (await onSpara(fromPlainText(text), nyckel)) onStang();
  };
  return (
    <Dialog open modalType="alert" onOpenChange={(_, { open }) => !open && onStang()}>
      <DialogSurface className={styles.yta}>
        <DialogBody>
          <DialogTitle>Skriv ihop texterna{post.namn ? ` för ${post.namn}` : ''}</DialogTitle>
          <DialogContent>
            {fel && <ErrorBar {...fel} />}
            {lage.fel && <ErrorBar {...ordForFel(lage.fel.code)} />}
            <Field
              label={post.vad}
              hint={
                lage.sparad
                  ? `Utkast sparat på datorn ${klockslagSekund(lage.sparad)}`
                  : 'Serverns text står först, din efter. Ändra till en text.'
              }
            >
              <Textarea
                className={styles.text}
                value={text ?? ''}
                disabled={text === null}
                maxLength={maxTextLength}
                onChange={(_, { value }) => onChange(value)}
              />
            </Field>
          </DialogContent>
          <DialogActions>
            <Button size="small" onClick={onStang}>
              Stäng, utkastet är kvar
            </Button>
            <Button size="small" appearance="primary" disabledFocusable={text === null || text.trim() === ''} onClick={() => void save()}>
              Spara den sammanskrivna texten
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
