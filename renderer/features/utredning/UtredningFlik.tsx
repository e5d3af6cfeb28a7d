import {
  ArrowUndo20Regular,
  CalendarClock20Regular,
  ClipboardPaste20Regular,
  Copy20Regular,
  DocumentArrowDown20Regular,
  Gavel20Regular,
  MailClock20Regular,
  Notebook20Regular,
  PeopleSwap20Regular,
} from '@fluentui/react-icons';
import type { ReactElement } from 'react';
import { etikettUtredning } from '../../../shared/domain/etikett.ts';
import { inkommetI } from '../../../shared/domain/klocka/ansokan.ts';
import { lagfrist, lagfristkod } from '../../../shared/domain/klocka/lagfrist.ts';
import { begaranshinder, underrattelsehinder } from '../../../shared/domain/klocka/part.ts';
import type { NodMeny } from '../../../shared/domain/rubriktrad/nod.ts';
import { mayRun } from '../../../shared/domain/rulebook/command-roles.ts';
import { isOpenUtredning, type Utredning } from '../../../shared/domain/utredning/records.ts';
import type { AktPost, AktVy, KatalogVy } from '../../../shared/ipc/views.ts';
import { dagarMellan } from '../../../shared/util/datum.ts';
import { Chip } from '../../components/Chip.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Hamtat } from '../../components/Hamtat.tsx';
import { Hinderknapp } from '../../components/Hinderknapp.tsx';
import { idagNu } from '../../components/idag.ts';
import { Knappar, Postsida, Underrubrik } from '../../components/Postsida.tsx';
import { useAktdata } from '../../state/akt.ts';
import { flikYta, showYta, type Utredningsflik } from '../../state/arbetsyta.ts';
import { closeArendedialog, showArendedialog, useArendedialog } from '../../state/arendedialog.ts';
import { useFristrader } from '../../state/fristrader.ts';
import { useNodmeny } from '../../state/nodmeny.ts';
import { BegaranDialog, utanLagfrist } from './BegaranDialog.tsx';
import { BytHandlaggareDialog } from './BytHandlaggareDialog.tsx';
import { OppnaIgenDialog } from './OppnaIgenDialog.tsx';
import { UnderrattelseDialog } from './UnderrattelseDialog.tsx';

type Props = { personId: string; utredningId: string };

/** The tab Utredning: what it is and whose, and what can be done with the whole of it. */
export function UtredningFlik({ personId, utredningId }: Props) {
  return (
    <Hamtat svar={useAktdata(personId)}>
      {(data) => {
        const post = data.akt.utredningar.find(({ id }) => id === utredningId);
        return post ? <Flik {...data} post={post} /> : <EmptyState text="Utredningen finns inte längre i akten." />;
      }}
    </Hamtat>
  );
}

function Flik({ akt, katalog, post }: { akt: AktVy; katalog: KatalogVy; post: AktPost<Utredning> }) {
  const { personId } = akt;
  const { id, data: u } = post;
  const dialog = useArendedialog(({ oppen }) => (oppen?.personId === personId && oppen.id === id ? oppen.post : undefined));
  const dokument = useNodmeny(personId, `utredning/${id}/dokumentation/dokument`);
  const oppen = isOpenUtredning(u);
  const ansokan = inkommetI(post, akt.aktualiseringar)?.ansokan;
  const frist = lagfrist(katalog.fristregler, post, akt.aktualiseringar);
  // The six months stand as the lagfrist.
  const frister = useFristrader(personId, id, [lagfristkod]);
  const egen = { roller: katalog.egen.roller, aktiv: true };
  const antal = (poster: { data: { utredningId?: string | undefined } }[]) => poster.filter(({ data }) => data.utredningId === id).length;
  const beslutIds = new Set(akt.beslut.filter(({ data }) => data.utredningId === id).map((one) => one.id));
  const bestallningar = akt.bestallningar.filter(({ data }) => beslutIds.has(data.beslutId) && !data.borttagen).length;
  const show = (flik: Utredningsflik) => showYta(personId, flikYta(id, flik));
  const textknapp = (menypost: NodMeny, namn: string, ikon: ReactElement) => {
    const val = dokument(menypost);
    if (!val) return null;
    return <Hinderknapp namn={namn} ikon={ikon} hinder={val.hinder} onClick={() => showArendedialog({ personId, post: menypost, id })} />;
  };
  return (
    <Postsida
      etikett={etikettUtredning(u)}
      marken={
        <>
          <Chip ton={oppen ? 'bla' : 'neutral'}>{oppen ? 'Pågående' : 'Avslutad'}</Chip>
          {u.lass && <Chip>LASS</Chip>}
        </>
      }
      osand={post.osand}
      fakta={[
        ['Typ av utredning', u.typ],
        ['Inledningsdatum', u.startdatum],
        [inkomOrd(u.lass, ansokan), u.inkomDatum],
        ['Skäl till annat datum', u.inledningsskal],
        ['Lagfrist', oppen ? (frist === undefined ? utanLagfrist : fristText(frist)) : undefined],
        ['Begäran om avgörande', u.begaran && begaransord(u.begaran)],
        ['Underrättad om försening', u.underrattelse && underrattelseord(u.underrattelse)],
        ...frister,
        ['Avslutad', u.slutdatum],
        ['Ansvarig handläggare', katalog.handlaggare.find((one) => one.id === u.ansvarigHandlaggareId)?.namn ?? 'Inte längre i tjänst'],
        ['Organisation', katalog.organisationer.find((one) => one.id === u.organisationId)?.data.namn],
        ['Öppnad igen', u.oppnadIgen && `${u.oppnadIgen.skal} (${u.oppnadIgen.namn})`],
      ]}
    >
      <Knappar>
        {oppen && mayRun('utredning.bytHandlaggare', egen) && (
          <Hinderknapp
            namn="Byt handläggare"
            ikon={<PeopleSwap20Regular />}
            onClick={() => showArendedialog({ personId, post: 'bytHandlaggare', id })}
          />
        )}
        {oppen &&
          (u.begaran || !begaranshinder(katalog.fristregler, post, akt.aktualiseringar)) &&
          mayRun('utredning.noteraBegaran', egen) && (
            <Hinderknapp
              namn="Begäran om avgörande"
              ikon={<CalendarClock20Regular />}
              onClick={() => showArendedialog({ personId, post: 'begaran', id })}
            />
          )}
        {oppen && (u.underrattelse || !underrattelsehinder(post, akt.aktualiseringar)) && mayRun('utredning.noteraUnderrattelse', egen) && (
          <Hinderknapp
            namn="Underrättelse om försening"
            ikon={<MailClock20Regular />}
            onClick={() => showArendedialog({ personId, post: 'underrattelse', id })}
          />
        )}
        {!oppen && mayRun('utredning.oppnaIgen', egen) && (
          <Hinderknapp
            namn="Öppna igen"
            ikon={<ArrowUndo20Regular />}
            onClick={() => showArendedialog({ personId, post: 'oppnaUtredning', id })}
          />
        )}
        {textknapp('kopieraTexter', 'Kopiera alla texter', <Copy20Regular />)}
        {textknapp('klistraTexter', 'Klistra in kopierade texter', <ClipboardPaste20Regular />)}
      </Knappar>
      <Underrubrik>I utredningen</Underrubrik>
      <Knappar>
        <Hinderknapp
          namn={`Aktualiseringar ${antal(akt.aktualiseringar)}`}
          ikon={<DocumentArrowDown20Regular />}
          onClick={() => show('aktualiseringar')}
        />
        <Hinderknapp namn="Dokumentation" ikon={<Notebook20Regular />} onClick={() => show('dokumentation')} />
        <Hinderknapp namn={`Beslut ${beslutIds.size}`} ikon={<Gavel20Regular />} onClick={() => show('beslut')} />
        <Hinderknapp namn={`Beställningar ${bestallningar}`} onClick={() => show('bestallning')} />
        <Hinderknapp namn={`Bedömningar ${antal(akt.bedomningar)}`} onClick={() => show('bedomning')} />
      </Knappar>
      {dialog === 'bytHandlaggare' && <BytHandlaggareDialog akt={akt} katalog={katalog} post={post} onClose={closeArendedialog} />}
      {dialog === 'begaran' && <BegaranDialog akt={akt} katalog={katalog} post={post} onClose={closeArendedialog} />}
      {dialog === 'underrattelse' && <UnderrattelseDialog akt={akt} post={post} onClose={closeArendedialog} />}
      {dialog === 'oppnaUtredning' && <OppnaIgenDialog akt={akt} post={post} onClose={closeArendedialog} />}
    </Postsida>
  );
}

const begaransord = ({ inkom, besvarad, namn }: NonNullable<Utredning['begaran']>): string =>
  `Kom in ${inkom}, ${besvarad === undefined ? 'inte besvarad än' : `besvarad ${besvarad}`} (${namn})`;

const underrattelseord = ({ dag, hur, namn }: NonNullable<Utredning['underrattelse']>): string => `${dag}: ${hur} (${namn})`;

const inkomOrd = (lass: boolean | undefined, ansokan: boolean | undefined): string =>
  lass ? 'Inkom enligt poststämpel' : ansokan ? 'Ansökan kom in' : 'Aktualiseringen kom in';

function fristText(frist: string): string {
  const kvar = dagarMellan(idagNu(), frist);
  return `${frist} (${kvar >= 0 ? `${kvar} dagar kvar` : `passerad sedan ${-kvar} dagar`})`;
}
