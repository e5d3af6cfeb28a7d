import { useState } from 'react';
import { z } from 'zod';
import { displayName } from '../../../shared/domain/person/records.ts';
import { formatPersonnummer } from '../../../shared/domain/personnummer.ts';
import { lamnasAv } from '../../../shared/ipc/utkastnyckel.ts';
import type { AktVy, KatalogVy, UppgiftUnderlag } from '../../../shared/ipc/views.ts';
import { ordForAvslag } from '../../../shared/words/avslag.ts';
import { ErrorBar } from '../../components/ErrorBar.tsx';
import { Formulardialog } from '../../components/Formulardialog.tsx';
import { Formularmeddelanden } from '../../components/formular/Formularmeddelanden.tsx';
import { Textfalt } from '../../components/formular/Textfalt.tsx';
import { Valfalt } from '../../components/formular/Valfalt.tsx';
import { Uppgiftstext } from '../../components/Uppgiftstext.tsx';
import { useAktdata } from '../../state/akt.ts';
import { newId } from '../../state/core.ts';
import { useQuery } from '../../state/query.ts';
import { useFormular } from '../../state/useFormular.ts';

type Props = { personId: string; objekt: string; onClose: () => void };

/** Lämna till annan enhet: one signed text or beslut is copied to another unit of the kund's (OSL 10 and 26 kap.). */
export function LamnaDialog({ personId, objekt, onClose }: Props) {
  const { data } = useAktdata(personId);
  const underlag = useQuery('uppgift.underlag', { personId, id: lamnasAv(objekt).id }, [`akt:${personId}`, 'katalog']);
  return data && underlag.data ? <Lamna {...data} objekt={objekt} underlag={underlag.data} onClose={onClose} /> : null;
}

const schema = z.object({
  /** The revision that was shown; what stands now is compared with it. */
  basRev: z.string().nullable(),
  tillEnhet: z.string(),
  grund: z.string(),
  skal: z.string(),
  ids: z.object({ utlamning: z.string(), mottagen: z.string(), bevakning: z.string() }),
});

type LamnaProps = { objekt: string; akt: AktVy; katalog: KatalogVy; underlag: UppgiftUnderlag; onClose: () => void };

function Lamna({ objekt, akt, katalog, underlag, onClose }: LamnaProps) {
  const { personId } = akt;
  const person = akt.person.data;
  const { ref, rev, namn, innehall, hinder, till } = underlag;
  const [ids] = useState(() => ({ utlamning: newId(), mottagen: newId(), bevakning: newId() }));
  const grunder = katalog.vardelistor.utlamningsgrund;
  const nu = { basRev: rev, tillEnhet: till.length === 1 ? (till[0]?.kod ?? '') : '', grund: '', skal: '', ids };
  const form = useFormular<z.infer<typeof schema>>({
    nyckel: { form: 'lamna', personId, objekt },
    personId,
    titel: `Lämna ${namn}`,
    start: () => nu,
    nu,
    schema,
    kontroll: ({ tillEnhet, grund, skal }) => [
      ...(till.some(({ kod }) => kod === tillEnhet) ? [] : [{ falt: 'tillEnhet', text: 'Välj vilken enhet som ska få den.' }]),
      ...(grunder.some((one) => one.namn === grund) ? [] : [{ falt: 'grund', text: 'Välj vad som ger rätt att lämna den.' }]),
      ...(skal.trim() === '' ? [{ falt: 'skal', text: 'Skäl saknas. Skriv varför den lämnas.' }] : []),
    ],
    command: ({ basRev, tillEnhet, grund, skal, ids }) => ({
      name: 'uppgift.lamna',
      input: {
        ...{ personId, ref, sedd: basRev, tillEnhet, grund, skal: skal.trim() },
        ...{ utlamningId: ids.utlamning, mottagenId: ids.mottagen, bevakningId: ids.bevakning },
      },
    }),
    onSaved: onClose,
  });
  const { varden } = form;
  const tillNamn = till.find(({ kod }) => kod === varden.tillEnhet)?.namn;
  return (
    <Formulardialog
      rubrik="Lämna till annan enhet?"
      kund={`${displayName(person)} ${formatPersonnummer(person.personnummer)}`}
      lage={form}
      primar={tillNamn === undefined ? 'Ja, lämna' : `Ja, lämna till ${tillNamn}`}
      onSave={() => void form.save()}
      onClose={onClose}
      sparar={form.sparar}
      arUtkast={form.arUtkast}
      bredd={624}
      allvar
    >
      <span>
        Enheten får en egen kopia av det som står här nedan, och läser ditt namn, grunden och skälet. Inget annat ur akten lämnas. Det går
        inte att ta tillbaka.
      </span>
      {hinder && <ErrorBar {...ordForAvslag(hinder)} />}
      {grunder.length === 0 && (
        <ErrorBar
          vad="Kommunens katalog har ingen grund att lämna uppgifter på."
          gor="Be systemförvaltaren lägga in värdelistan utlamningsgrund."
        />
      )}
      <Formularmeddelanden
        avslag={form.avslag}
        diskfel={form.diskfel}
        onTryAgain={() => void form.flush()}
        andrad={form.andrad(() => [['Det som lämnas', namn]])}
      />
      <Valfalt
        falt="tillEnhet"
        etikett="Till enhet"
        krav
        val={till.map(({ kod, namn: enhet }) => ({ varde: kod, namn: enhet }))}
        varde={varden.tillEnhet}
        onVarde={(tillEnhet) => form.change({ tillEnhet })}
      />
      <Valfalt
        falt="grund"
        etikett="Grund"
        krav
        val={grunder.map((one) => ({ varde: one.namn, namn: one.namn }))}
        varde={varden.grund}
        onVarde={(grund) => form.change({ grund })}
      />
      <Textfalt
        falt="skal"
        etikett="Skäl"
        krav
        tips="Läses av enheten som får den. Skriv inte mer än de behöver veta."
        varde={varden.skal}
        onVarde={(skal) => form.change({ skal })}
        langst={500}
        rader={3}
      />
      {innehall && (
        <section aria-label="Det som lämnas">
          <Uppgiftstext innehall={innehall} />
        </section>
      )}
    </Formulardialog>
  );
}
