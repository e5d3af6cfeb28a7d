import { useEffect } from 'react';
import { z } from 'zod';
import { civilstandVy } from '../../../shared/domain/person/civilstand.ts';
import { farBytaNummer } from '../../../shared/domain/person/nummer.ts';
import { displayName } from '../../../shared/domain/person/records.ts';
import { isSvagareSkydd } from '../../../shared/domain/person/skydd.ts';
import type { Utkastnyckel } from '../../../shared/ipc/utkastnyckel.ts';
import type { KundVy } from '../../../shared/ipc/views.ts';
import { isSame } from '../../../shared/util/merge.ts';
import { skyddsord } from '../../../shared/words/person.ts';
import { Formularfot } from '../../components/formular/Formularfot.tsx';
import { Formularmeddelanden } from '../../components/formular/Formularmeddelanden.tsx';
import { Formularyta } from '../../components/formular/Formularyta.tsx';
import { idagNu } from '../../components/idag.ts';
import { Personfalt } from '../../components/Personfalt.tsx';
import {
  helaEfternamnet,
  personfaltAv,
  personfel,
  personformular,
  personformularAv,
  personinput,
  utanOppenAdress,
} from '../../components/personformular.ts';
import { useKatalog } from '../../state/akt.ts';
import { newId } from '../../state/core.ts';
import { useFormular } from '../../state/useFormular.ts';

const schema = z.object({ basRev: z.string().nullable(), rev: z.string(), person: personformular });
type Varden = z.infer<typeof schema>;

export const personnyckel = (personId: string): Utkastnyckel => ({ form: 'person', personId, objekt: 'uppgifter' });

const vardenAv = ({ person }: KundVy): Varden => ({ basRev: person.rev ?? null, rev: newId(), person: personformularAv(person) });

/** Personuppgifter to change (PERS-04, PERS-05). Of a protected person no address is shown or asked for. */
export function PersonFormular({ kund, onKlar }: { kund: KundVy; onKlar: () => void }) {
  const { personId, person } = kund;
  const idag = idagNu();
  const { data: katalog } = useKatalog();
  const form = useFormular<Varden>({
    nyckel: personnyckel(personId),
    personId,
    titel: 'Personuppgifter',
    start: () => vardenAv(kund),
    schema,
    nu: vardenAv(kund),
    kontroll: (varden) => [
      ...personfel(varden.person, idag),
      ...(isSvagareSkydd(varden.person.skydd, person.skydd)
        ? [{ falt: 'skydd', text: `Kunden har ${skyddsord(person.skydd)}. Välj det: skyddet sänks inte här.` }]
        : []),
    ],
    command: ({ basRev, rev, person: falt }) => ({
      name: 'person.spara',
      input: { personId, basRev, rev, person: personinput(falt, idag) },
    }),
    faltAv: (field) => personfaltAv(field) ?? field,
    onSaved: onKlar,
  });
  // What is protected is not kept, not even in the draft of someone who wrote it before.
  const { change, varden: nu } = form;
  const utan = utanOppenAdress(nu.person);
  const harAdress = nu.person.skydd !== 'ingen' && !isSame({ ...nu.person, ...utan }, nu.person);
  useEffect(() => {
    if (harAdress) change(({ person: nu }) => ({ person: { ...nu, ...utanOppenAdress(nu) } }));
  });
  return (
    <Formularyta
      etikett="Personuppgifter"
      lage={form}
      onSave={() => void form.save()}
      topp={
        <Formularmeddelanden
          avslag={form.avslag}
          diskfel={form.diskfel}
          onTryAgain={() => void form.flush()}
          andrad={form.andrad(({ person: now }) => [
            ['Namn', displayName({ ...now, efternamn: helaEfternamnet(now) })],
            ['Födelsedatum', now.fodelsedatum],
            ['Skydd', skyddsord(now.skydd)],
            ['Adress', now.skydd === 'ingen' ? [now.gata, now.postnummer, now.ort].filter(Boolean).join(', ') : 'Adressen är skyddad'],
            ['Postadress', [now.postgata, now.postPostnummer, now.postort].filter(Boolean).join(', ')],
            ['Avliden', now.avliden],
            ['Telefon', now.telefon],
            ['E-post', now.epost],
            ['Civilstånd', civilstandVy(now.civilstand)],
          ])}
        />
      }
      fot={
        <Formularfot
          arUtkast={form.arUtkast}
          sparar={form.sparar}
          primar={`Spara uppgifter för ${displayName(person)}`}
          onPrimar={() => void form.save()}
          onUndo={form.arUtkast ? form.undo : onKlar}
          onRedo={form.redo}
        />
      }
    >
      <Personfalt
        idag={idag}
        varden={form.varden.person}
        change={(del) => form.change((now) => ({ person: { ...now.person, ...del } }))}
        lagstSkydd={person.skydd}
        civilstand={katalog?.vardelistor.civilstand.map(({ namn }) => namn) ?? []}
        {...(farBytaNummer(person) ? {} : { nummerLast: 'bekräftat av KIR' })}
      />
    </Formularyta>
  );
}
