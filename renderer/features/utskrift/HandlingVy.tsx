import { Button, makeStyles } from '@fluentui/react-components';
import {
  ArrowUpload16Regular,
  CheckmarkCircle16Filled,
  Desktop16Regular,
  DocumentDismiss20Regular,
  DocumentPdf20Regular,
  ErrorCircle16Filled,
  Mail20Regular,
  Print20Regular,
  SaveCopy20Regular,
} from '@fluentui/react-icons';
import { type ReactElement, useState } from 'react';
import type { Dokument, Dokumentlage } from '../../../shared/domain/dokument/records.ts';
import { displayName } from '../../../shared/domain/person/records.ts';
import { formatPersonnummer } from '../../../shared/domain/personnummer.ts';
import type { KundVy } from '../../../shared/ipc/views.ts';
import { swedishDay } from '../../../shared/util/datum.ts';
import { dokumentlageOrd } from '../../../shared/words/utskrift.ts';
import { Chip } from '../../components/Chip.tsx';
import { Faktalista } from '../../components/Faktalista.tsx';
import { Hamtat } from '../../components/Hamtat.tsx';
import { Hinderknapp } from '../../components/Hinderknapp.tsx';
import { showYta } from '../../state/arbetsyta.ts';
import { showArendedialog } from '../../state/arendedialog.ts';
import { useCommand } from '../../state/keys.ts';
import { skrivFran } from '../../state/meddelanden.ts';
import { useNodmeny } from '../../state/nodmeny.ts';
import { useQuery } from '../../state/query.ts';
import { usePlatser } from '../../state/rollplatser.ts';
import { Dokumentvisare } from '../../visare/Dokumentvisare.tsx';
import { SkrivUtDialog } from '../../visare/SkrivUtDialog.tsx';
import { SparaKopiaDialog } from './SparaKopiaDialog.tsx';

const useStyles = makeStyles({
  yta: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0, minWidth: 0 },
  huvud: {
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
    padding: '8px 12px',
    borderBottom: '1px solid var(--akHair)',
    flexShrink: 0,
  },
  rad: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px' },
  rubrik: { margin: 0, fontSize: '16px', lineHeight: '22px', fontWeight: 600, overflowWrap: 'anywhere' },
  luft: { flexGrow: 1 },
  visare: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0 },
});

type Props = { personId: string; dokumentId: string };

/** A document of the akt: what it is, where its bytes are, and the document itself (PDF-03, DOK-13). */
export function HandlingVy({ personId, dokumentId }: Props) {
  const css = useStyles();
  const [skriverUt, setSkriverUt] = useState(false);
  const [sparar, setSparar] = useState(false);
  const { kommandon } = usePlatser();
  useCommand('skrivUt', () => setSkriverUt(true));
  const svar = useQuery('dokument.hamta', { id: dokumentId }, [`akt:${personId}`, 'session', 'status']);
  const { data: kund } = useQuery('kund.hamta', { personId }, [`akt:${personId}`]);
  const felmarkera = useNodmeny(personId, `handling/${dokumentId}`)('felmarkeraHandling');
  return (
    <Hamtat svar={svar}>
      {({ data, lage, ...dokument }) => (
        <section className={css.yta} aria-label={data.rubrik}>
          <div className={css.huvud}>
            <div className={css.rad}>
              <h2 className={css.rubrik}>{data.rubrik}</h2>
              {data.felmarkerad && <Chip ton="rod">felmarkerad</Chip>}
              {lage && <Lage lage={lage} />}
              <span className={css.luft} />
              <Button size="small" icon={<Print20Regular />} onClick={() => setSkriverUt(true)}>
                Skriv ut…
              </Button>
              <Button size="small" icon={<SaveCopy20Regular />} onClick={() => setSparar(true)}>
                Spara kopia…
              </Button>
              {kommandon.has('meddelanden') && kund && !data.felmarkerad && (
                <Button
                  size="small"
                  icon={<Mail20Regular />}
                  onClick={() =>
                    void skrivFran(`dokument:${dokumentId}`, {
                      ...{
                        personId,
                        kund: `${displayName(kund.person)} ${formatPersonnummer(kund.person.personnummer)}`,
                        amne: data.rubrik,
                      },
                      bilagor: [{ personId, dokumentId, rubrik: data.rubrik }],
                    })
                  }
                >
                  Skicka som meddelande…
                </Button>
              )}
              {kommandon.has('bindare') && !data.felmarkerad && (
                <Button
                  size="small"
                  icon={<DocumentPdf20Regular />}
                  onClick={() => showYta(personId, { slag: 'bindare', med: dokumentId, fran: { slag: 'handling', id: dokumentId } })}
                >
                  PDF-binder…
                </Button>
              )}
              {felmarkera && (
                <Hinderknapp
                  namn="Felmarkera…"
                  ikon={<DocumentDismiss20Regular />}
                  hinder={felmarkera.hinder}
                  onClick={() => showArendedialog({ personId, post: 'felmarkeraHandling', id: dokumentId })}
                />
              )}
            </div>
            <Faktalista
              rader={[
                ['Typ', data.typ],
                ['Avsändare', data.avsandare],
                ['Sparad', `${swedishDay(data.skapad.at)} av ${data.skapad.namn}`],
                ['Lämnat', data.mottagare && lamnatOrd(data.mottagare, kund)],
                ['Sidor', String(data.sidor)],
                [
                  'Felmarkerad',
                  data.felmarkerad && `${swedishDay(data.felmarkerad.at)} av ${data.felmarkerad.namn}: ${data.felmarkerad.orsak}`,
                ],
              ]}
            />
          </div>
          {skriverUt && (
            <SkrivUtDialog
              personId={personId}
              slag={data.typ}
              dokument={{ data, ...dokument }}
              vad={{ kalla: { slag: 'dokument', id: dokumentId }, titel: data.rubrik, sidor: data.sidor }}
              onClose={() => setSkriverUt(false)}
            />
          )}
          {sparar && <SparaKopiaDialog personId={personId} dokument={{ data, ...dokument }} onClose={() => setSparar(false)} />}
          <div className={css.visare}>
            <Dokumentvisare kalla={{ slag: 'dokument', id: dokumentId }} />
          </div>
        </section>
      )}
    </Hamtat>
  );
}

/** To whom it was made, and by what right where that is asked. */
function lamnatOrd({ kontaktId, samtyckeId, skal }: NonNullable<Dokument['mottagare']>, kund: KundVy | undefined): string {
  const till = kund?.kontakter.find(({ id }) => id === kontaktId)?.data.namn ?? 'en kontakt som inte finns kvar';
  if (skal !== undefined) return `till ${till}, utan samtycke: ${skal}`;
  return samtyckeId === undefined ? `till ${till}` : `till ${till}, med samtycke`;
}

const bilder: Record<Dokumentlage, { ikon: ReactElement; ton: 'neutral' | 'gul' | 'gron' | 'rod' }> = {
  endastHar: { ikon: <Desktop16Regular aria-hidden />, ton: 'gul' },
  koad: { ikon: <ArrowUpload16Regular aria-hidden />, ton: 'gul' },
  mottagen: { ikon: <CheckmarkCircle16Filled aria-hidden />, ton: 'gron' },
  paServern: { ikon: <CheckmarkCircle16Filled aria-hidden />, ton: 'neutral' },
  saknas: { ikon: <ErrorCircle16Filled aria-hidden />, ton: 'rod' },
};

const Lage = ({ lage }: { lage: Dokumentlage }) => (
  <Chip ton={bilder[lage].ton} ikon={bilder[lage].ikon}>
    {dokumentlageOrd[lage]}
  </Chip>
);
