import { Button, makeStyles } from '@fluentui/react-components';
import {
  ArrowForward20Regular,
  ArrowReply20Regular,
  ArrowReplyAll20Regular,
  ArrowUndo20Regular,
  BookAdd20Regular,
  Delete20Regular,
  DocumentAdd20Regular,
  DocumentPdf20Regular,
  HandRight20Regular,
  MailUnread20Regular,
  Print20Regular,
} from '@fluentui/react-icons';
import { Fragment, useEffect, useRef, useState } from 'react';
import type { RejectionCode } from '../../../shared/domain/command.ts';
import { formatPersonnummer } from '../../../shared/domain/personnummer.ts';
import type { FormCommand } from '../../../shared/domain/rulebook/command-list.ts';
import type { Brevmapp, BrevVy } from '../../../shared/ipc/views.ts';
import { svenskTid } from '../../../shared/util/datum.ts';
import { kortad } from '../../../shared/util/kortad.ts';
import { ordForAvslag } from '../../../shared/words/avslag.ts';
import { ordForFel } from '../../../shared/words/fel.ts';
import type { Ord } from '../../../shared/words/ord.ts';
import { Chip } from '../../components/Chip.tsx';
import { ErrorBar } from '../../components/ErrorBar.tsx';
import { Faktalista } from '../../components/Faktalista.tsx';
import { showYta } from '../../state/arbetsyta.ts';
import { call, newId, runCommand } from '../../state/core.ts';
import { useMaySave } from '../../state/formularkommando.ts';
import { useCommand } from '../../state/keys.ts';
import { type Brevstart, type Mottagarval, showInfogaBilaga, showJournalfor, skrivFran, skrivVidare } from '../../state/meddelanden.ts';
import { openKund } from '../../state/openKund.ts';
import { useQuery } from '../../state/query.ts';
import { useInloggad } from '../../state/session.ts';
import { journalOrd, kvittoOrd, partnamn } from './brevord.ts';
import { Skalfraga } from './Skalfraga.tsx';
import { SkrivUtBrev } from './SkrivUtBrev.tsx';
import { TaBortDialog } from './TaBortDialog.tsx';

const useStyles = makeStyles({
  yta: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0, minWidth: 0, overflowY: 'auto' },
  verktyg: { display: 'flex', flexWrap: 'wrap', gap: '4px', padding: '4px 8px', borderBottom: '1px solid var(--akHair)' },
  brev: { display: 'flex', flexDirection: 'column', gap: '8px', padding: '12px 16px' },
  huvud: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 8px' },
  rubrik: { margin: 0, fontSize: '16px', lineHeight: '22px', fontWeight: 600, overflowWrap: 'anywhere' },
  text: { margin: 0, fontSize: '14px', lineHeight: '21px', whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', maxWidth: '72ch' },
  bilagor: { display: 'flex', flexWrap: 'wrap', gap: '4px' },
});

type Props = { meddelandeId: string; mapp: Brevmapp };

/** A message as it is read, and what can be done with it (MEDD-13, MEDD-14). */
export function Brevyta({ meddelandeId, mapp }: Props) {
  const [skal, setSkal] = useState<string>();
  const { data, fel } = useQuery('meddelande.hamta', { meddelandeId, mapp, ...(skal === undefined ? {} : { skal }) }, [
    ...['meddelande', 'utkorg', 'session'],
  ]);
  if (fel?.code === 'skal-kravs') return <Skalfraga onSkal={setSkal} />;
  if (fel) return <ErrorBar {...ordForFel(fel.code)} />;
  return data ? <Brev vy={data} mapp={mapp} skal={skal} /> : null;
}

function Brev({ vy, mapp, skal }: { vy: BrevVy; mapp: Brevmapp; skal: string | undefined }) {
  const css = useStyles();
  const jag = useInloggad()?.anvandareId;
  const kanJournalfora = useMaySave('journalfor');
  const [nekat, setNekat] = useState<Ord>();
  const [tarBort, setTarBort] = useState(false);
  const [skriverUt, setSkriverUt] = useState(false);
  useCommand('skrivUt', () => setSkriverUt(true));
  const kanInfoga = useMaySave('infogaBilaga');
  const { gruppId, meddelandeId, lada, olast, journal, journalforsSom: som } = vy;
  const plats = { gruppId, meddelandeId, lada };
  const kor = async ({ name, input }: Extract<FormCommand, { name: `meddelande.${string}` }>) => {
    const utfall = await runCommand(name, input as never);
    setNekat(utfall.ok ? undefined : 'rejection' in utfall ? ordForAvslag(utfall.rejection.code) : ordForFel(utfall.fel.code));
    return utfall.ok;
  };
  const taTillbaka = async () => {
    if (vy.tasTillbaka === 'vantar') return void kor({ name: 'meddelande.taTillbaka', input: { gruppId, meddelandeId } });
    const svar = await call('meddelande.angra', { meddelandeId });
    if (!svar.ok) return setNekat(ordForFel(svar.error.code));
    if (svar.value.slag === 'utkast') return skrivVidare(svar.value.gruppId);
    return setNekat(svar.value.slag === 'gatt' ? gatt : anvant);
  };
  // It is read when it is opened, once: who marks it as unread again leaves it so.
  const oppnat = useRef(false);
  useEffect(() => {
    if (oppnat.current) return;
    oppnat.current = true;
    if (olast) void runCommand('meddelande.las', { gruppId, meddelandeId, lada, lageId: newId(), last: true });
  }, [olast, gruppId, meddelandeId, lada]);
  const delad = lada.slag !== 'anvandare';
  const min = vy.tagen?.anvandareId === jag;
  return (
    <section className={css.yta} aria-label={vy.amne}>
      <div className={css.verktyg}>
        <Button size="small" icon={<ArrowReply20Regular />} onClick={() => void skrivFran(`svar:${meddelandeId}`, svar(vy, false, jag))}>
          Svara
        </Button>
        <Button
          size="small"
          icon={<ArrowReplyAll20Regular />}
          onClick={() => void skrivFran(`svarAlla:${meddelandeId}`, svar(vy, true, jag))}
        >
          Svara alla
        </Button>
        <Button size="small" icon={<ArrowForward20Regular />} onClick={() => void skrivFran(`vidare:${meddelandeId}`, vidare(vy))}>
          Vidarebefordra
        </Button>
        <Button size="small" icon={<Print20Regular />} onClick={() => setSkriverUt(true)}>
          Skriv ut…
        </Button>
        {kanJournalfora && (
          <Button
            size="small"
            icon={<BookAdd20Regular />}
            disabledFocusable={journal === 'ja' || journal === 'pavag'}
            onClick={() =>
              journal !== 'ja' && journal !== 'pavag' && showJournalfor({ meddelandeId, mapp, ...(skal === undefined ? {} : { skal }) })
            }
          >
            Journalför…
          </Button>
        )}
        {kanJournalfora && journal === 'nej' && mapp.slag !== 'borttaget' && (
          <Button
            size="small"
            icon={<BookAdd20Regular />}
            onClick={() => showJournalfor({ meddelandeId, mapp, taBort: true, ...(skal === undefined ? {} : { skal }) })}
          >
            Journalför och ta bort…
          </Button>
        )}
        {delad && (
          <Button
            size="small"
            icon={<HandRight20Regular />}
            onClick={() =>
              void kor({
                name: 'meddelande.tagHand',
                input: { ...plats, lageId: newId(), tar: !min, sedd: vy.tagen?.anvandareId ?? null },
              })
            }
          >
            {min ? 'Släpp det' : 'Jag tar hand om det'}
          </Button>
        )}
        {!vy.skickatAvMig && (
          <Button
            size="small"
            icon={<MailUnread20Regular />}
            onClick={() => void kor({ name: 'meddelande.las', input: { ...plats, lageId: newId(), last: false } })}
          >
            Markera som oläst
          </Button>
        )}
        {vy.tasTillbaka && (
          <Button size="small" icon={<ArrowUndo20Regular />} onClick={() => void taTillbaka()}>
            Ta tillbaka
          </Button>
        )}
        {mapp.slag === 'borttaget' ? (
          <Button
            size="small"
            onClick={() =>
              void kor({
                name: 'meddelande.taBort',
                input: { ...plats, lageId: newId(), bort: false, utanJournalforing: false },
              })
            }
          >
            Lägg tillbaka
          </Button>
        ) : (
          <Button
            size="small"
            icon={<Delete20Regular />}
            onClick={() =>
              journal === 'nej'
                ? setTarBort(true)
                : void kor({
                    name: 'meddelande.taBort',
                    // Should the note not be taken, neither is this: the message is there to be put into the akt anew.
                    input: { ...plats, lageId: newId(), bort: true, utanJournalforing: false, ...(som ? { journalforsSom: som } : {}) },
                  })
            }
          >
            Ta bort
          </Button>
        )}
      </div>
      {nekat && <ErrorBar {...nekat} onClose={() => setNekat(undefined)} />}
      <div className={css.brev}>
        <div className={css.huvud}>
          <h2 className={css.rubrik}>{vy.amne}</h2>
          {vy.skyddad && <Chip ton="skydd">Skyddad identitet</Chip>}
          {journalOrd[journal] !== '' && <Chip ton={journal === 'nej' ? 'gul' : 'gron'}>{journalOrd[journal]}</Chip>}
          {vy.tagen && <Chip ton="bla">{`${vy.tagen.namn} tar hand om det`}</Chip>}
          {vy.automatiskt && <Chip>Automatiskt svar</Chip>}
        </div>
        <Faktalista
          rader={[
            ['Från', partnamn(vy.fran)],
            ['Till', vy.till.map(partnamn).join('; ')],
            ['Tid', `${svenskTid(vy.skickat)}${vy.alder === 0 ? '' : `, ${vy.alder} ${vy.alder === 1 ? 'dag' : 'dagar'} gammalt`}`],
            ['Gäller', vy.kund && `${vy.kund.namn} ${formatPersonnummer(vy.kund.personnummer)}`],
            ['Journalfört', vy.journalfort && `${svenskTid(vy.journalfort.at)} av ${vy.journalfort.namn}`],
            ...(vy.skickatAvMig ? vy.till.map((en) => [partnamn(en), kvittotext(en)] as const) : []),
          ]}
        />
        {vy.till.some(({ kvitto }) => kvitto === 'uteblivet') && vy.skickatAvMig && (
          <ErrorBar
            slag="warning"
            vad="Meddelandet kom inte fram till alla."
            gor="Texten finns kvar här."
            handling="Skriv på nytt"
            onHandling={() => void skrivFran(`igen:${meddelandeId}`, igen(vy))}
          />
        )}
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long text is scrolled by the keyboard. */}
        <p className={css.text} tabIndex={0}>
          {vy.text}
        </p>
        {vy.handlingar.length > 0 && (
          <div className={css.bilagor}>
            {vy.handlingar.map(({ personId, dokumentId, rubrik, sidor, harDu }) => (
              <Fragment key={dokumentId}>
                <Button
                  size="small"
                  icon={<DocumentPdf20Regular />}
                  disabledFocusable={!harDu}
                  onClick={() => harDu && void openHandling(personId, dokumentId)}
                >
                  {`${rubrik} · ${sidor} ${sidor === 1 ? 'sida' : 'sidor'}`}
                </Button>
                {kanInfoga && harDu && (
                  <Button
                    size="small"
                    icon={<DocumentAdd20Regular />}
                    aria-label={`Infoga ${rubrik} i akten`}
                    onClick={() => showInfogaBilaga({ meddelandeId, dokumentId, mapp, ...(skal === undefined ? {} : { skal }) })}
                  >
                    Infoga i akten…
                  </Button>
                )}
              </Fragment>
            ))}
          </div>
        )}
        {vy.kund && (
          <div>
            <Button size="small" onClick={() => vy.kund && void openKund(vy.kund.personId)}>
              Öppna kunden
            </Button>
          </div>
        )}
      </div>
      {skriverUt && <SkrivUtBrev vy={vy} skal={skal} onClose={() => setSkriverUt(false)} />}
      {tarBort && (
        <TaBortDialog
          vy={vy}
          kanJournalfora={kanJournalfora}
          onClose={() => setTarBort(false)}
          onJournalfor={() => {
            setTarBort(false);
            showJournalfor({ meddelandeId, mapp, taBort: true, ...(skal === undefined ? {} : { skal }) });
          }}
          onTaBort={() => {
            setTarBort(false);
            void kor({ name: 'meddelande.taBort', input: { ...plats, lageId: newId(), bort: true, utanJournalforing: true } });
          }}
        />
      )}
    </section>
  );
}

const gatt: Ord = {
  vad: 'Meddelandet är redan på väg till servern.',
  gor: 'Väntar det sedan på att e-tjänsten aktiveras kan du ta tillbaka det då.',
};
const anvant: Ord = {
  vad: 'Något annat som du har sparat bygger på meddelandet.',
  gor: 'Se i Utkorg. Skriv ett nytt meddelande om något ska rättas.',
};

async function openHandling(personId: string, dokumentId: string): Promise<void> {
  const show = () => showYta(personId, { slag: 'handling', id: dokumentId });
  if (await openKund(personId, { sedan: show })) show();
}

function kvittotext({ kvitto, uteblivet, oppnat }: BrevVy['till'][number]): string {
  const sagt = kvitto ? kvittoOrd[kvitto] : '';
  if (uteblivet) return `${sagt}: ${ordForAvslag(uteblivet as RejectionCode).vad}`;
  return oppnat ? `${sagt} ${svenskTid(oppnat)}` : sagt;
}

const tomt = { personId: '', ref: '', enhet: '', kod: '', nummer: '', egen: true, enheter: [] as string[] };
/** Citizens who are answered: who wrote it; of one's own message, or to all, those it went to. */
function medborgarna({ medborgare, kund }: BrevVy, till: boolean): Mottagarval[] {
  if (!kund) return [];
  return medborgare
    .filter(({ skrev }) => skrev || till)
    .map(({ namn, personnummer, godkannandeId }) => {
      const gemensamt = { ...tomt, personId: kund.personId, namn, nummer: personnummer };
      return godkannandeId === undefined ? { ...gemensamt, slag: 'kund' } : { ...gemensamt, slag: 'narstaende', ref: godkannandeId };
    });
}
const kollega = (anvandareId: string, namn: string): Mottagarval => ({ ...tomt, slag: 'anvandare', ref: anvandareId, namn });

const omKunden = ({ kund, enhet }: BrevVy): Brevstart =>
  kund
    ? { personId: kund.personId, kund: `${kund.namn} ${formatPersonnummer(kund.personnummer)}`, ...(enhet === undefined ? {} : { enhet }) }
    : {};
const medForled = (forled: string, amne: string): string => kortad(amne.startsWith(`${forled}: `) ? amne : `${forled}: ${amne}`, 200);
const citat = (vy: BrevVy): string =>
  ['', '', `${partnamn(vy.fran)} skrev ${svenskTid(vy.skickat)}:`, ...vy.text.split('\n').map((rad) => `> ${rad}`)].join('\n');

function svar(vy: BrevVy, alla: boolean, jag: string | undefined): Brevstart {
  const eget = vy.franAnvandareId === jag;
  const avsandaren = vy.franAnvandareId === undefined || eget ? [] : [kollega(vy.franAnvandareId, vy.fran.namn)];
  const till = alla || eget;
  const kollegor = till ? vy.anvandare.filter(({ anvandareId }) => anvandareId !== jag) : [];
  return {
    ...omKunden(vy),
    mottagare: [
      ...medborgarna(vy, till),
      ...avsandaren,
      ...kollegor.map(({ anvandareId, namn }) => kollega(anvandareId, namn)),
      ...(till ? vy.brevlador.map((en): Mottagarval => ({ ...tomt, ...en, slag: 'brevlada' })) : []),
    ],
    ...{ amne: medForled('Sv', vy.amne), text: citat(vy), svarPa: { gruppId: vy.gruppId, meddelandeId: vy.meddelandeId } },
  };
}

const vidare = (vy: BrevVy): Brevstart => ({
  ...omKunden(vy),
  ...{ amne: medForled('Vb', vy.amne), text: citat(vy), vidarebefordrar: { gruppId: vy.gruppId, meddelandeId: vy.meddelandeId } },
  bilagor: vy.handlingar.filter(({ harDu }) => harDu).map(({ personId, dokumentId, rubrik }) => ({ personId, dokumentId, rubrik })),
});
const igen = (vy: BrevVy): Brevstart => ({ ...omKunden(vy), amne: vy.amne, text: vy.text });
