import { Button } from '@fluentui/react-components';
import { Search20Regular } from '@fluentui/react-icons';
import { useEffect, useMemo, useRef, useState } from 'react';
import { z } from 'zod';
import { hushallFalt } from '../../../shared/domain/hushall/medlemmar.ts';
import { enhetsnamn } from '../../../shared/domain/katalog/enheter.ts';
import { hushallFranKir, personFranKir } from '../../../shared/domain/kir/person-fran-kir.ts';
import type { KirPost } from '../../../shared/domain/kir/records.ts';
import { lasNamn } from '../../../shared/domain/person/namn.ts';
import { formatPersonnummer } from '../../../shared/domain/personnummer.ts';
import type { KatalogVy, KirSvar, PersonRad } from '../../../shared/ipc/views.ts';
import { ordForFel } from '../../../shared/words/fel.ts';
import { ErrorBar } from '../../components/ErrorBar.tsx';
import { Formulardialog } from '../../components/Formulardialog.tsx';
import { dagAv } from '../../components/formular/Datumrad.tsx';
import { Formularmeddelanden } from '../../components/formular/Formularmeddelanden.tsx';
import { Krysslista } from '../../components/formular/Kryssruta.tsx';
import { Valfalt } from '../../components/formular/Valfalt.tsx';
import { idagNu } from '../../components/idag.ts';
import { Personfalt } from '../../components/Personfalt.tsx';
import {
  helaEfternamnet,
  type Personformular,
  personfaltAv,
  personfel,
  personformular,
  personformularAv,
  personinput,
  readNummer,
  tomPerson,
} from '../../components/personformular.ts';
import { useKatalog } from '../../state/akt.ts';
import { call, newId } from '../../state/core.ts';
import { showKoppla } from '../../state/koppla.ts';
import { openKund } from '../../state/openKund.ts';
import { useQuery } from '../../state/query.ts';
import type { Registrering } from '../../state/registrera.ts';
import { showTaUpp } from '../../state/taUpp.ts';
import { useFormular } from '../../state/useFormular.ts';
import { Dubbletter } from './Dubbletter.tsx';
import { KirRuta } from './KirRuta.tsx';

const schema = z.object({
  basRev: z.null().optional(),
  personId: z.string(),
  bevakningId: z.string(),
  rev: z.string(),
  enhet: z.string(),
  person: personformular,
  /** What KIR said, or that it was not asked or could not be (FRAGA-05). */
  kir: z.enum(['traff', 'ejTraff', 'stammerInte', 'ejKontrollerad']),
  /** Vårdnadshavare that KIR names, with the ids they get; unticked ones are left out (HUSH-01). */
  vardnadshavare: z.array(z.object({ id: z.string(), med: z.boolean(), data: hushallFalt })),
});
type Varden = z.infer<typeof schema>;

/** The key of the one registration that is under way. */

/** Registers a new kund (REG-01 to REG-10), once the catalogue is read. */
export function RegistreraDialog(props: { registrering: Registrering; onClose: () => void }) {
  const katalog = useKatalog();
  if (katalog.fel) return <ErrorBar {...ordForFel(katalog.fel.code)} onClose={props.onClose} />;
  return katalog.data ? <Dialog {...props} katalog={katalog.data} /> : null;
}

function Dialog({ registrering, onClose, katalog }: { registrering: Registrering; onClose: () => void; katalog: KatalogVy }) {
  const idag = idagNu();
  const [utkastId] = useState(newId);
  const [svar, setSvar] = useState<KirSvar>();
  const [soker, setSoker] = useState(false);
  const form = useFormular<Varden>({
    nyckel: { form: 'registrera', objekt: 'ny' },
    personId: utkastId,
    titel: 'Spara i personregister',
    start: () => ({
      personId: utkastId,
      bevakningId: newId(),
      rev: newId(),
      enhet: katalog.egen.enheter[0] ?? '',
      person: franSokning(registrering.sokt, idag),
      kir: 'ejKontrollerad',
      vardnadshavare: [],
    }),
    schema,
    kontroll: (varden) => [
      ...personfel(varden.person, idag),
      ...(varden.enhet === '' ? [{ falt: 'enhet', text: 'Du hör inte till någon enhet och kan inte registrera kunder.' }] : []),
    ],
    command: (varden) => ({
      name: 'person.registrera',
      input: {
        personId: varden.personId,
        person: personinput(varden.person, idag),
        enhet: varden.enhet,
        kir: { status: varden.kir, at: new Date().toISOString() },
        hushall: varden.vardnadshavare.filter(({ med }) => med).map(({ id, data }) => ({ id, data })),
        ...(varden.kir === 'stammerInte' ? { bevakningId: varden.bevakningId } : {}),
        rev: varden.rev,
      },
    }),
    faltAv: (field) => (field.startsWith('hushall') ? 'vardnadshavare' : (personfaltAv(field) ?? field)),
    onSaved: ({ personId }) => {
      onClose();
      void openKund(personId);
      if (registrering.koppla !== undefined) showKoppla(registrering.koppla);
    },
  });
  const { varden } = form;
  const nummer = readNummer(varden.person.personnummer, idag);
  const nummer12 = nummer.ok ? nummer.value : undefined;
  // A draft of one person must not be taken for another who was searched for.
  const sokt = franSokning(registrering.sokt, idag);
  const soktNummer = readNummer(sokt.personnummer, idag);
  const [fanns, setFanns] = useState<boolean>();
  const annan = soktNummer.ok ? soktNummer.value !== nummer12 : sokt.efternamn !== '' && namnAv(sokt) !== namnAv(varden.person);
  const utanNummer = (person: Personformular) => JSON.stringify({ ...person, personnummer: '' });
  const baraNummer = utanNummer(varden.person) === utanNummer(sokt);
  const annanPaborjad = fanns === true && annan;
  const changePerson = (del: Partial<Personformular>) =>
    form.change((now) => ({
      // Another number is another question, and of the other answer what is not seen in the form goes.
      person: { ...now.person, ...(del.personnummer === undefined ? {} : { tidigareNummer: [] }), ...del },
      ...(del.personnummer === undefined ? {} : { kir: 'ejKontrollerad', vardnadshavare: [] }),
    }));

  const searchKir = async (personnummer: string | undefined) => {
    if (personnummer === undefined) {
      form.leave('personnummer');
      form.goTo('personnummer');
      return;
    }
    setSoker(true);
    const answer = await call('kir.sok', { personnummer });
    setSoker(false);
    const next: KirSvar = answer.ok ? answer.value : { slag: 'ejNaddes' };
    setSvar(next);
    if (next.slag === 'ejTraff') form.change({ kir: 'ejTraff', vardnadshavare: [] });
    if (next.slag === 'ejNaddes' || next.slag === 'forManga') form.change({ kir: 'ejKontrollerad' });
  };
  // Sök KIR was chosen where the search found nobody: it is asked at once, unless a draft has taken another number's place.
  const fragat = useRef(false);
  useEffect(() => {
    if (form.laddar || fragat.current) return;
    fragat.current = true;
    setFanns(form.arUtkast);
    if (registrering.start === 'kir' && !(form.arUtkast && annan)) void searchKir(nummer12);
  });

  const startOver = async () => {
    await form.startOver();
    setSvar(undefined);
    if (registrering.start === 'kir' && soktNummer.ok) await searchKir(soktNummer.value);
  };
  const takeTraff = (post: KirPost) => {
    const { telefon, epost } = varden.person;
    form.change({
      person: { ...personformularAv(personFranKir(post)), telefon, epost },
      kir: 'traff',
      vardnadshavare: hushallFranKir(post).map((data) => ({ id: newId(), med: true, data })),
    });
  };
  const stammerInte = () => {
    form.change({ kir: 'stammerInte', vardnadshavare: [] });
    setSvar(undefined);
    setTimeout(() => form.goTo('efternamn'));
  };

  const namn = [helaEfternamnet(varden.person), varden.person.fornamn.trim()].filter(Boolean).join(', ');
  const dubbletter = useDubbletter(varden.person, idag);
  const open = (personId: string) => {
    onClose();
    void openKund(personId);
  };
  return (
    <Formulardialog
      rubrik="Spara i personregister"
      kund={namn || 'Ny kund'}
      lage={form}
      primar={`Spara kund ${namn}`.trim()}
      onSave={() => void form.save()}
      onClose={() => void form.flush().then(onClose)}
      sparar={form.sparar}
      arUtkast={form.arUtkast}
      bredd={624}
    >
      <Formularmeddelanden avslag={form.avslag} diskfel={form.diskfel} onTryAgain={() => void form.flush()} />
      {annanPaborjad && (
        <ErrorBar
          slag="warning"
          vad="Här visas en registrering som du har påbörjat."
          gor={soktNummer.ok ? `Den gäller inte ${sokt.personnummer}, som du sökte nu.` : `Gäller den ${namnAv(sokt)}, som du sökte nu?`}
          handling="Börja om med det du sökte"
          onHandling={() => void startOver()}
        />
      )}
      <div>
        <Button size="small" icon={<Search20Regular />} disabledFocusable={soker} onClick={() => void searchKir(nummer12)}>
          {soker ? 'Söker i KIR…' : 'Sök KIR'}
        </Button>
      </div>
      {svar && !soker && (
        <KirRuta
          svar={svar}
          anvand={varden.kir === 'traff'}
          onUse={takeTraff}
          onStammerInte={stammerInte}
          onTryAgain={() => void searchKir(nummer12)}
          onTaUpp={(personId, personnummer) => {
            // What has been filled in of another unit's kund is kept as a draft: nobody has read it yet.
            void (baraNummer ? form.startOver() : form.flush()).then(onClose);
            showTaUpp({ personId, personnummer });
          }}
        />
      )}
      {varden.kir === 'stammerInte' && (
        <ErrorBar
          slag="info"
          vad="Träffen i KIR stämmer inte."
          gor="Systemförvaltningen får en bevakning om det. Fyll i uppgifterna själv."
        />
      )}
      <Dubbletter {...dubbletter} onOpen={open} />
      <Personfalt
        idag={idag}
        varden={varden.person}
        change={changePerson}
        civilstand={katalog.vardelistor.civilstand.map((one) => one.namn)}
      />
      {varden.vardnadshavare.length > 0 && (
        <Krysslista
          falt="vardnadshavare"
          etikett="Till hushållet"
          tips="Vårdnadshavare enligt KIR. De ikryssade läggs in i hushållet."
          val={varden.vardnadshavare.map(({ id, data }) => ({ varde: id, namn: data.namn }))}
          valda={varden.vardnadshavare.filter(({ med }) => med).map(({ id }) => id)}
          onValda={(valda) =>
            form.change({ vardnadshavare: varden.vardnadshavare.map((one) => ({ ...one, med: valda.includes(one.id) })) })
          }
        />
      )}
      {katalog.egen.enheter.length > 1 && (
        <Valfalt
          falt="enhet"
          etikett="Enhet"
          krav
          val={katalog.egen.enheter.map((enhet) => ({ varde: enhet, namn: enhetsnamn(katalog.vardelistor.enhet, enhet) }))}
          varde={varden.enhet}
          onVarde={(enhet) => form.change({ enhet })}
        />
      )}
    </Formulardialog>
  );
}

/** What was searched for, where the form asks for it: a number, or a name. */
function franSokning(sokt: string, idag: string): Personformular {
  if (readNummer(sokt, idag).ok || /\d/.test(sokt)) return { ...tomPerson, personnummer: sokt.replaceAll('*', '').trim() };
  const last = lasNamn(sokt.replaceAll('*', ''));
  if (last.slag === 'ofullstandigt') return tomPerson;
  const namn = last.slag === 'namn' ? last.namn : last.forslag[0];
  return { ...tomPerson, ...namn };
}

const namnAv = ({ efternamn, fornamn }: Pick<Personformular, 'efternamn' | 'fornamn'>): string => `${efternamn.trim()}, ${fornamn.trim()}`;

function useDubbletter(person: Personformular, idag: string) {
  const nummer = readNummer(person.personnummer, idag);
  const nummer12 = nummer.ok ? nummer.value : undefined;
  // One search of its own for each number: asked again under the same id, it is logged once.
  const sokId = useMemo(() => ({ nummer12, id: newId() }), [nummer12]);
  const { data: funna } = useQuery(
    'sok.person',
    nummer12 === undefined ? null : { text: formatPersonnummer(nummer12), arhundrade: 'alla', id: sokId.id },
    ['akt'],
  );
  const efternamn = helaEfternamnet(person);
  const fornamn = person.fornamn.trim();
  const fodelsedatum = dagAv(person.fodelsedatum, idag) ?? (nummer.ok ? nummer.birthDate : null);
  const fraga = {
    ...{ efternamn, fornamn, nummer: [...(nummer12 === undefined ? [] : [nummer12]), ...person.tidigareNummer] },
    ...(fodelsedatum !== null && efternamn !== '' && fornamn !== '' ? { fodelsedatum } : {}),
  };
  const { data: andra = [] } = useQuery('person.dubbletter', fraga.nummer.length > 0 || fraga.fodelsedatum ? fraga : null, ['akt']);
  const sammaNummer = funna?.slag === 'traffar' ? funna.rader.find(({ personnummer }) => personnummer === nummer12) : undefined;
  const ovriga = andra.filter(({ personId }) => personId !== sammaNummer?.personId);
  const harHaft = (rad: PersonRad) => [rad.personnummer, ...(rad.tidigareNummer ?? [])].some((one) => fraga.nummer.includes(one));
  return { sammaNummer, annatNummer: ovriga.filter(harHaft), liknande: ovriga.filter((rad) => !harHaft(rad)) };
}
