import { useState } from 'react';
import { z } from 'zod';
import { displayName, type Person } from '../../../shared/domain/person/records.ts';
import { isSvagareSkydd } from '../../../shared/domain/person/skydd.ts';
import { formatPersonnummer } from '../../../shared/domain/personnummer.ts';
import { skyddsord } from '../../../shared/words/person.ts';
import { Formulardialog } from '../../components/Formulardialog.tsx';
import { Formularmeddelanden } from '../../components/formular/Formularmeddelanden.tsx';
import { Lasrad } from '../../components/formular/Lasrad.tsx';
import { Radioval } from '../../components/formular/Radioval.tsx';
import { Textfalt } from '../../components/formular/Textfalt.tsx';
import { useAkt } from '../../state/akt.ts';
import { newId } from '../../state/core.ts';
import { settAv } from '../../state/sett.ts';
import { useFormular } from '../../state/useFormular.ts';

type Props = { personId: string; onClose: () => void };

/** Lowers a kund's protection: a choice of that alone, with its reason (FRAGA-62). */
export function SankSkyddDialog({ personId, onClose }: Props) {
  const { data: akt } = useAkt(personId);
  return akt ? <SankSkydd personId={personId} person={akt.person.data} onClose={onClose} /> : null;
}

const nivaer = ['ingen', 'sekretessmarkering', 'skyddadFolkbokforing'] as const;
const schema = z.object({
  basRev: z.string(),
  sett: z.object({ skydd: z.enum(nivaer) }),
  till: z.enum(['', ...nivaer]),
  skal: z.string(),
  ids: z.object({ bevakning: z.string(), rev: z.string() }),
});

function SankSkydd({ personId, person, onClose }: Props & { person: Person }) {
  const [ids] = useState(() => ({ bevakning: newId(), rev: newId() }));
  const nu = { ...settAv({ skydd: person.skydd }), till: '' as const, skal: '', ids };
  const valFran = (skydd: Person['skydd']) => nivaer.filter((niva) => isSvagareSkydd(niva, skydd));
  const form = useFormular<z.infer<typeof schema>>({
    nyckel: { form: 'sankSkydd', personId, objekt: 'skydd' },
    personId,
    titel: 'Sänk skydd',
    start: () => nu,
    nu,
    schema,
    kontroll: ({ sett, till, skal }) => [
      ...(valFran(sett.skydd).some((niva) => niva === till) ? [] : [{ falt: 'till', text: 'Välj vilket skydd som ska gälla.' }]),
      ...(skal.trim() === '' ? [{ falt: 'skal', text: 'Skäl saknas. Skriv varför skyddet sänks.' }] : []),
    ],
    command: ({ sett, till, skal, ids }) => ({
      name: 'person.sankSkydd',
      input: {
        personId,
        fran: sett.skydd,
        till: till === '' ? undefined : till,
        skal: skal.trim(),
        bevakningId: ids.bevakning,
        rev: ids.rev,
      },
    }),
    onSaved: onClose,
  });
  const fran = form.varden.sett.skydd;
  const val = valFran(fran);
  return (
    <Formulardialog
      rubrik="Sänk skyddet?"
      kund={`${displayName(person)} ${formatPersonnummer(person.personnummer)}`}
      lage={form}
      primar="Ja, sänk skyddet"
      onSave={() => void form.save()}
      onClose={onClose}
      sparar={form.sparar}
      arUtkast={form.arUtkast}
      allvar
    >
      <span>Fler kan läsa akten och adressen när skyddet är lägre. Enhetschefen får en bevakning med ditt skäl.</span>
      <Formularmeddelanden
        avslag={form.avslag}
        diskfel={form.diskfel}
        onTryAgain={() => void form.flush()}
        andrad={form.andrad(({ sett }) => [['Skydd', skyddsord(sett.skydd)]])}
      />
      <Lasrad etikett="Nu">{skyddsord(fran)}</Lasrad>
      <Radioval
        falt="till"
        etikett="Nytt skydd"
        krav
        val={val.map((varde) => ({ varde, namn: skyddsord(varde) }))}
        varde={form.varden.till}
        onVarde={(varde) => form.change({ till: val.find((one) => one === varde) ?? '' })}
      />
      <Textfalt falt="skal" etikett="Skäl" krav varde={form.varden.skal} onVarde={(skal) => form.change({ skal })} langst={500} rader={3} />
    </Formulardialog>
  );
}
