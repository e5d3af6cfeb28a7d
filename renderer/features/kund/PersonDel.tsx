import { makeStyles } from '@fluentui/react-components';
import { Edit20Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import { alderText } from '../../../shared/domain/person/alder.ts';
import { civilstandVy } from '../../../shared/domain/person/civilstand.ts';
import type { Person } from '../../../shared/domain/person/records.ts';
import { formatPersonnummer } from '../../../shared/domain/personnummer.ts';
import { mayRun } from '../../../shared/domain/rulebook/command-roles.ts';
import { isNyckel } from '../../../shared/ipc/utkastnyckel.ts';
import type { KundVy } from '../../../shared/ipc/views.ts';
import { dodsdagOrd, nummerOrd, personkretsOrd, skyddOrd } from '../../../shared/words/person.ts';
import { ErrorBar } from '../../components/ErrorBar.tsx';
import { Faktalista } from '../../components/Faktalista.tsx';
import { Hinderknapp } from '../../components/Hinderknapp.tsx';
import { Kameraknapp } from '../../components/Kamera.tsx';
import { postadressrad } from '../../components/kirord.ts';
import { useAkt, useKatalog } from '../../state/akt.ts';
import { showArendedialog } from '../../state/arendedialog.ts';
import { showKamera, useOppnaPa } from '../../state/kamera.ts';
import { useInloggad } from '../../state/session.ts';
import { useUtkast } from '../../state/utkastlista.ts';
import { EtjanstDel, Etjanstruta } from './EtjanstDel.tsx';
import { KirForslagDel } from './KirForslagDel.tsx';
import { PersonFormular, personnyckel } from './PersonFormular.tsx';

const useStyles = makeStyles({
  knappar: { display: 'flex', flexWrap: 'wrap', justifyContent: 'flex-end', gap: '8px', paddingBottom: '8px' },
  // A long answer leaves the form its half.
  ovan: { flexShrink: 0, maxHeight: '45%', overflowY: 'auto' },
});

/** The tab Person: to read; the pen opens it for editing (PERS-05, SYM-20). A half-filled form is shown where it was left. */
export function PersonDel({ kund }: { kund: KundVy }) {
  const css = useStyles();
  const roller = useInloggad()?.roller ?? [];
  const harUtkast = useUtkast().some(({ nyckel }) => isNyckel(nyckel, personnyckel(kund.personId)));
  const [redigerar, setRedigerar] = useState(false);
  const { data: katalog } = useKatalog();
  const { person } = kund;
  const andras = redigerar || harUtkast;
  const { data: akt } = useAkt(kund.personId);
  const ref = { type: 'person' as const, id: kund.personId };
  const antal = useOppnaPa(kund.personId, akt?.bevakningar ?? [], ref);
  // The form has the room; the toolbar's camera is there beside it.
  const seBevakningar = !andras && mayRun('bevakning.lagg', { roller, aktiv: true });
  const kan = mayRun('person.spara', { roller, aktiv: true });
  return (
    <>
      <div className={andras ? css.ovan : undefined}>
        {!andras && <Etjanstruta kund={kund} />}
        <KirForslagDel kund={kund} />
        {person.kir?.status === 'ejKontrollerad' && (
          <ErrorBar
            slag="info"
            vad="Uppgifterna är inte kontrollerade mot KIR."
            gor="KIR tillfrågas av sig självt. Svaret visas här, och du väljer vad som ska gälla."
          />
        )}
        {(seBevakningar || (kan && (person.skydd !== 'ingen' || !andras))) && (
          <div className={css.knappar}>
            {seBevakningar && <Kameraknapp om="kunden" antal={antal} onClick={() => showKamera(kund.personId, ref)} />}
            {kan && person.skydd !== 'ingen' && (
              <Hinderknapp
                namn="Sänk skydd"
                hinder={katalog?.egen.skyddadBehorighet ? undefined : 'Skyddet sänks av den som har behörighet till skyddade personer.'}
                onClick={() => showArendedialog({ personId: kund.personId, post: 'sankSkydd', id: kund.personId })}
              />
            )}
            {kan && !andras && <Hinderknapp namn="Redigera" ikon={<Edit20Regular />} onClick={() => setRedigerar(true)} />}
          </div>
        )}
      </div>
      {andras ? (
        <PersonFormular key={kund.personId} kund={kund} onKlar={() => setRedigerar(false)} />
      ) : (
        <>
          <Fakta kund={kund} />
          <EtjanstDel kund={kund} />
        </>
      )}
    </>
  );
}

function Fakta({ kund: { person, alder, personkretsar } }: { kund: KundVy }) {
  return (
    <Faktalista
      rader={[
        ['Efternamn', person.efternamn],
        ['Mellannamn', person.mellannamn],
        ['Förnamn', person.fornamn],
        ['Tilltalsnamn', person.tilltalsnamn],
        [nummerOrd[person.nummerSlag], formatPersonnummer(person.personnummer)],
        ['Födelsedatum', person.fodelsedatum ? `${person.fodelsedatum} (${alderText(alder)})` : 'Okänt'],
        ['Avliden', person.avliden && dodsdagOrd(person.avliden)],
        ['Tidigare nummer', person.tidigareNummer?.map(formatPersonnummer).join(', ')],
        ['Tidigare efternamn', person.tidigareEfternamn?.join(', ')],
        ['Kundnummer', person.kundnummer],
        ['Skydd', person.skydd === 'ingen' ? undefined : skyddOrd[person.skydd]],
        ['Adress', adress(person)],
        ['Postadress', person.postadress && postadressrad(person.postadress)],
        ['Telefon', person.telefon],
        ['E-post', person.epost],
        ['Civilstånd', civilstandVy(person.civilstand)],
        ['Folkbokförd', person.folkbokfordIKommunen ? 'I kommunen' : 'Inte i kommunen'],
        ['Personkrets', personkretsOrd(personkretsar)],
      ]}
    />
  );
}

/** With any protection the address is not shown, whatever the record holds. */
function adress({ skydd, adress: a }: Person): string {
  if (skydd !== 'ingen') return 'Adressen är skyddad';
  return a ? `${a.gata}, ${a.postnummer} ${a.ort}` : 'Ingen adress registrerad';
}
