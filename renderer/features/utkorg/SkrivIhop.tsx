import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
} from '@fluentui/react-components';
import type { Editor } from '@tiptap/react';
import { useEffect, useId, useRef, useState } from 'react';
import { isEmptyText, type RichText } from '../../../shared/domain/text/text.ts';
import { keyOf } from '../../../shared/ipc/utkastnyckel.ts';
import type { UtkorgPostDetalj } from '../../../shared/ipc/views.ts';
import { ordForFel } from '../../../shared/words/fel.ts';
import type { Ord } from '../../../shared/words/ord.ts';
import { ErrorBar } from '../../components/ErrorBar.tsx';
import { Redigerare } from '../../components/redigerare/Redigerare.tsx';
import { Redigerarverktyg } from '../../components/redigerare/Redigerarverktyg.tsx';
import { tillRichText } from '../../components/redigerare/richtext.ts';
import { klockslagSekund } from '../../components/tid.ts';
import { forLang } from '../../state/textlangd.ts';
import { senasteUtkast, skrivareFor, type Utkastlage, type Utkastskrivare } from '../../state/utkastskrivare.ts';
import { namnAv } from './rader.ts';

const useStyles = makeStyles({
  yta: { maxWidth: '980px' },
  innehall: { display: 'flex', flexDirection: 'column', gap: '4px' },
  huvud: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: '12px' },
  vad: { fontWeight: 600, flexGrow: 1 },
  text: { display: 'flex', height: '44vh', minHeight: '160px' },
  hint: { fontSize: '12px', lineHeight: '16px', color: 'var(--colorNeutralForeground3)' },
});

type Props = {
  post: UtkorgPostDetalj;
  /** @returns true when saved */
  onSave: (text: RichText, utkast: string) => Promise<boolean>;
  fel: Ord | undefined;
  onClose: () => void;
};

/** Both texts whole, the server's first. */
const badaTexter = ({ server, egenText }: UtkorgPostDetalj): RichText =>
  tillRichText({ type: 'doc', content: [...(server?.text.content ?? []), ...(egenText?.content ?? [])] });

/** Writing one text of two. It starts with both, and is a draft on disk while it is written. */
export function SkrivIhop({ post, onSave, fel, onClose }: Props) {
  const styles = useStyles();
  const hintId = useId();
  const nyckel = keyOf({ form: 'ihop', objekt: post.id });
  const text = useRef<RichText | null>(null);
  const forsta = useRef(post);
  const [redo, setRedo] = useState(false);
  const [utgava, setUtgava] = useState(0);
  const [tom, setTom] = useState(false);
  const [hinder, setHinder] = useState<Ord>();
  const [lage, setLage] = useState<Utkastlage>({});
  const [editor, setEditor] = useState<Editor | null>(null);
  const writer = useRef<Utkastskrivare | null>(null);

  useEffect(() => {
    let ended = false;
    const readNow = () =>
      void senasteUtkast(nyckel).then((svar) => {
        if (ended) return;
        // An earlier draft that cannot be read must not be written over.
        if (!svar.ok) return setHinder(ordForFel(svar.error.code));
        const earlier = svar.value as { text?: unknown } | null;
        text.current = earlier ? tillRichText(earlier.text) : badaTexter(forsta.current);
        setRedo(true);
        setUtgava((before) => before + 1);
      });
    readNow();
    const mine = skrivareFor(nyckel, (nytt) => {
      setLage(nytt);
      if (nytt.tasDarifran) readNow();
    });
    writer.current = mine;
    return () => {
      ended = true;
      void mine.flush();
    };
  }, [nyckel]);

  const onText = (next: RichText) => {
    text.current = next;
    setTom(isEmptyText(next));
    if (post.personId !== null) {
      writer.current?.andrat({ nyckel, personId: post.personId, titel: `${post.vad}, sammanskriven`, data: { text: next } });
    }
  };
  const save = async () => {
    if (!text.current) return;
    const langd = forLang(text.current);
    setHinder(langd);
    if (langd) return;
    await writer.current?.flush();
    if (await onSave(text.current, nyckel)) onClose();
  };
  const namn = namnAv(post);
  return (
    <Dialog open modalType="alert" onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface className={styles.yta}>
        <DialogBody>
          <DialogTitle>Skriv ihop texterna{namn ? ` för ${namn}` : ''}</DialogTitle>
          <DialogContent className={styles.innehall}>
            {fel && <ErrorBar {...fel} />}
            {hinder && <ErrorBar {...hinder} />}
            {lage.fel && <ErrorBar {...ordForFel(lage.fel.code)} />}
            <div className={styles.huvud}>
              <span className={styles.vad}>{post.vad}</span>
              <Redigerarverktyg editor={editor} />
            </div>
            <div className={styles.text}>
              {redo && text.current && (
                <Redigerare
                  etikett={`Sammanskriven text: ${post.vad}`}
                  beskrivning={hintId}
                  text={() => text.current ?? badaTexter(post)}
                  utgava={utgava}
                  onText={onText}
                  onLeave={() => void writer.current?.flush()}
                  onRedigerare={setEditor}
                />
              )}
            </div>
            <span id={hintId} className={styles.hint}>
              {lage.sparad
                ? `Utkast sparat på datorn ${klockslagSekund(lage.sparad)}`
                : 'Serverns text står först, din efter. Ändra till en text.'}
            </span>
          </DialogContent>
          <DialogActions fluid>
            <Button size="small" onClick={onClose}>
              Stäng, utkastet är kvar
            </Button>
            <Button size="small" appearance="primary" disabledFocusable={!redo || tom} onClick={() => void save()}>
              Spara den sammanskrivna texten
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
