import { makeStyles } from '@fluentui/react-components';
import type { Editor } from '@tiptap/react';
import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import { journalRubrik } from '../../../shared/domain/anteckning/records.ts';
import type { Person } from '../../../shared/domain/person/records.ts';
import { displayName } from '../../../shared/domain/person/records.ts';
import type { RichText } from '../../../shared/domain/text/text.ts';
import type { AnteckningVy } from '../../../shared/ipc/views.ts';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { Datumfalt } from '../../components/Datumfalt.tsx';
import { ErrorBar } from '../../components/ErrorBar.tsx';
import { Redigerare, type Redigerarplats } from '../../components/redigerare/Redigerare.tsx';
import { Redigerarverktyg } from '../../components/redigerare/Redigerarverktyg.tsx';
import { Splitter } from '../../components/Splitter.tsx';
import { Titelfalt } from '../../components/Titelfalt.tsx';
import { useSize } from '../../state/installningar.ts';
import { useCommand } from '../../state/keys.ts';
import { usePlats } from '../../state/platsminne.ts';
import { useQuery } from '../../state/query.ts';
import { useInloggad } from '../../state/session.ts';
import { Dokumentfalt } from './Dokumentfalt.tsx';
import { Fraspanel } from './Fraspanel.tsx';
import { Kopieruta } from './Kopieruta.tsx';
import { Motstandsruta } from './Motstandsruta.tsx';
import { SigneraDialog } from './SigneraDialog.tsx';
import { Skrivfot } from './Skrivfot.tsx';
import { Skrivhuvud } from './Skrivhuvud.tsx';
import { settleTexter, sign } from './signering.ts';
import { maltitel, type Skrivmal } from './skrivmal.ts';
import { useSkrivning } from './useSkrivning.ts';
import type { AnteckningUtkast } from './utkast.ts';

const useStyles = makeStyles({
  kopia: { padding: '2px 12px', flexShrink: 0 },
  panel: {
    display: 'flex',
    flexDirection: 'column',
    minHeight: 0,
    minWidth: 0,
    flexGrow: 1,
    backgroundColor: 'var(--colorNeutralBackground1)',
  },
  rader: { display: 'flex', minHeight: 0, flexGrow: 1, overflow: 'hidden' },
  skriv: { display: 'flex', flexDirection: 'column', minWidth: 0, minHeight: 0, flexGrow: 1, overflowY: 'auto' },
  falt: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: '12px',
    rowGap: '4px',
    padding: '4px 8px',
    '@media (max-width: 559px)': { flexDirection: 'column', alignItems: 'stretch' },
  },
  hoger: {
    marginLeft: 'auto',
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: '12px',
    rowGap: '4px',
    '@media (max-width: 559px)': { marginLeft: 0 },
  },
});

export type SkrivpanelProps = {
  personId: string;
  person: Person;
  mal: Skrivmal;
  /** `Utredningsdokument`, `Utredningsjournal` or the verkställighet. */
  plats: string;
  hjalpfrastext: string | undefined;
  note: AnteckningVy | undefined;
  idag: string;
  /** Little room: phrases only on demand. */
  trang: boolean;
  /** Ways to the tree and the read view, where these have no place of their own. */
  ledande?: ReactNode;
  helskarm: boolean;
  onHelskarm: () => void;
  onClose: () => void;
  onSigned: (anteckningId: string) => void;
  /** Words to go on with as a note of their own. */
  onNyAv: (utkast: AnteckningUtkast, gammalNyckel: string) => void;
};

/** The writing pane (DOK-04 to DOK-06, FRAS-01 to FRAS-03, FORB-16 to FORB-18). */
export function Skrivpanel(props: SkrivpanelProps) {
  const { personId, person, mal, plats, hjalpfrastext, note, idag, trang, helskarm } = props;
  const css = useStyles();
  const skriv = useSkrivning({ personId, mal, note, idag });
  const redigerarplats = usePlats<Redigerarplats>(`skriv:${mal.nyckel}`);
  const [editor, setEditor] = useState<Editor | null>(null);
  const [hammare, setHammare] = useState(!trang);
  const [fraser, setFraser] = useState(!trang);
  // The window was zoomed or made larger: the phrases go and come with the room for them.
  useEffect(() => {
    setHammare(!trang);
    setFraser(!trang);
  }, [trang]);
  const inloggad = useInloggad();
  const { data: luckor } = useQuery('frastext.luckor', {}, ['katalog']);
  const [granskas, setGranskas] = useState(false);
  const [slangs, setSlangs] = useState(false);
  const [frasbredd, setFrasbredd] = useSize('dokumentation.fraser', 208);
  const fraslista = useRef<HTMLUListElement>(null);
  const { kod, namn, titel } = { kod: mal.start.rubrikKod, namn: displayName(person), titel: maltitel(mal) };
  const isDokument = skriv.typ !== undefined;
  const [isNyss] = useState(mal.start.typ === '' && !mal.arUtkast && !mal.visadIgen);

  const insert = useCallback(
    (text: RichText) =>
      editor
        ?.chain()
        .focus()
        .insertContent(text.content as never)
        .run(),
    [editor],
  );
  const saveNow = () => void skriv.save();
  // Nothing is saved for others before the user has said yes to what is shown.
  // Asked for before it is known which gaps a text may have, it is done when that is: a key that is pressed is not lost.
  const [skaSigneras, setSkaSigneras] = useState(false);
  const signNow = () => setSkaSigneras(true);
  useEffect(() => {
    if (!skaSigneras || !inloggad || !luckor) return;
    setSkaSigneras(false);
    if (skriv.mayBeSigned(inloggad.anvandareId, luckor)) setGranskas(true);
  });
  const signGranskad = async () => {
    setGranskas(false);
    const rev = skriv.arUtkast || skriv.utkast().basRev === null ? await skriv.save() : skriv.utkast().basRev;
    if (!rev) return;
    const fel = await sign(personId, mal.start.anteckningId, rev);
    skriv.showFel(fel);
    if (!fel) props.onSigned(mal.start.anteckningId);
  };
  const close = async () => {
    await skriv.flush();
    props.onClose();
  };
  const throwAway = async () => {
    setSlangs(false);
    const ny = mal.start.basRev === null && !note;
    await skriv.throwAway();
    if (ny) props.onClose();
    else editor?.commands.focus();
  };

  // Back to the words when a question was answered with no: the dialog knows no place to give the focus back to.
  const fragas = granskas || slangs;
  const fragades = useRef(false);
  useEffect(() => {
    if (fragades.current && !fragas) editor?.view.focus();
    fragades.current = fragas;
  }, [fragas, editor]);

  // Asked for once more, by a double click on its row: the words are here already, the caret comes (DOK-09).
  const visad = useRef(mal);
  useEffect(() => {
    if (visad.current !== mal) editor?.view.focus();
    visad.current = mal;
  }, [mal, editor]);

  const [vantarFokus, setVantarFokus] = useState(false);
  useEffect(() => {
    const first = vantarFokus ? fraslista.current?.querySelector('button') : undefined;
    if (!first) return;
    first.focus();
    setVantarFokus(false);
  });
  useCommand('spara', saveNow);
  useCommand('signera', signNow);
  useCommand('hjalpfrastext', () => setHammare((on) => !on), hjalpfrastext === undefined ? 'rubriken har ingen hjälpfrastext' : undefined);
  useCommand('frastexter', () => {
    setFraser(true);
    setVantarFokus(true);
  });

  const visaHjalp = hammare && hjalpfrastext !== undefined;
  const andraTexten = skriv.motstand?.slag === 'text-andrad' ? skriv.motstand.note : undefined;
  const settle = async (val: 'egen' | 'server' | 'sammanskriven') => {
    if (!andraTexten) return;
    const fel = await settleTexter(personId, andraTexten, skriv.utkast(), val, skriv.sparad);
    if (fel) skriv.showFel(fel);
    else if (val === 'server') await skriv.throwAway();
    else if (val === 'egen') skriv.ersatt({ basRev: andraTexten.data.rev });
    else
      skriv.ersatt({
        basRev: andraTexten.data.rev,
        text: { type: 'doc', content: [...skriv.text().content, ...andraTexten.data.text.content] },
      });
  };

  return (
    <section className={css.panel} aria-label={`Skriv ${titel}`} data-yta="skriv" onBlur={() => void skriv.flush()}>
      <Skrivhuvud
        titel={titel}
        plats={plats}
        ledande={props.ledande}
        fraser={trang ? { visas: fraser, onToggle: () => setFraser(!fraser) } : undefined}
        hammare={{ finns: hjalpfrastext !== undefined, visas: visaHjalp, onToggle: () => setHammare(!hammare) }}
        helskarm={helskarm}
        onHelskarm={props.onHelskarm}
      />
      {skriv.diskfel && <ErrorBar {...skriv.diskfel} handling="Försök igen" onHandling={() => void skriv.flush()} />}
      {skriv.fel && !skriv.motstand && <ErrorBar {...skriv.fel} />}
      {skriv.motstand && (
        <Motstandsruta
          motstand={skriv.motstand}
          onEgen={() => void settle('egen')}
          onEdit={() => void settle('server')}
          onBada={() => void settle('sammanskriven')}
          onNy={() => props.onNyAv(skriv.utkast(), mal.nyckel)}
          onBredvid={() => void skriv.save({ bredvid: true })}
        />
      )}
      {note?.data.kopierad && (
        <div className={css.kopia}>
          <Kopieruta personId={personId} note={note} />
        </div>
      )}
      <div className={css.rader}>
        <div className={css.skriv}>
          {isDokument && (
            <Dokumentfalt
              typ={skriv.typ ?? ''}
              rubrik={skriv.titel}
              ny={isNyss}
              fel={skriv.felGaller}
              onTyp={(typ) => skriv.change({ typ })}
              onRubrik={(rubrik) => skriv.change({ titel: rubrik })}
            />
          )}
          <div className={css.falt}>
            <Redigerarverktyg editor={editor} />
            <div className={css.hoger}>
              {kod === journalRubrik && !isDokument && (
                <Titelfalt etikett="Titel" titel={skriv.titel} onTitel={(nu) => skriv.change({ titel: nu })} />
              )}
              <Datumfalt
                etikett="Händelsedatum"
                text={skriv.datumtext}
                onText={(datumtext) => skriv.change({ datumtext })}
                idag={idag}
                framtid={false}
              />
            </div>
          </div>
          <Redigerare
            etikett={`${titel} för ${namn}`}
            text={skriv.text}
            utgava={skriv.utgava}
            visadIgen={mal.visadIgen}
            utanFokus={isNyss}
            onText={(text) => skriv.change({ text })}
            onLeave={() => void skriv.flush()}
            plats={redigerarplats}
            onRedigerare={setEditor}
          />
        </div>
        {(fraser || visaHjalp) && (
          <>
            <Splitter
              etikett="Frastexternas bredd"
              riktning="lodrat"
              omvand
              varde={frasbredd}
              min={140}
              max={420}
              forval={208}
              onChange={setFrasbredd}
            />
            <div style={{ width: frasbredd, flexShrink: 0, minHeight: 0 }}>
              <Fraspanel rubrikKod={kod} hjalpfrastext={visaHjalp ? hjalpfrastext : undefined} onInsert={insert} listRef={fraslista} />
            </div>
          </>
        )}
      </div>
      <Skrivfot
        arUtkast={skriv.arUtkast}
        // Where there is little room the status bar alone says it.
        sparad={trang || skriv.diskfel ? undefined : skriv.sparad}
        onDiscard={() => setSlangs(true)}
        onClose={() => void close()}
        onSave={saveNow}
        onSign={signNow}
        dokument={isDokument}
      />
      {granskas && luckor && (
        <SigneraDialog
          person={person}
          rubrik={mal.titel}
          titel={skriv.titel}
          typ={skriv.typ}
          handelsedatum={skriv.datumtext}
          text={skriv.text()}
          luckor={luckor}
          onSign={() => void signGranskad()}
          onCancel={() => setGranskas(false)}
        />
      )}
      <ConfirmDialog
        oppen={slangs}
        rubrik="Kasta utkastet?"
        bekrafta="Kasta utkastet"
        onConfirm={() => void throwAway()}
        onCancel={() => setSlangs(false)}
      >
        {`Det du skrivit under ${titel} för ${namn} sedan senaste Spara tas bort. Det går inte att ångra.`}
      </ConfirmDialog>
    </section>
  );
}
