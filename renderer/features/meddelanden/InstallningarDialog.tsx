import { z } from 'zod';
import type { MeddelandeinstallningVy } from '../../../shared/ipc/views.ts';
import { ErrorBar } from '../../components/ErrorBar.tsx';
import { Formulardialog } from '../../components/Formulardialog.tsx';
import { Datumrad, dagAv, datumfel } from '../../components/formular/Datumrad.tsx';
import { Formularmeddelanden } from '../../components/formular/Formularmeddelanden.tsx';
import { Radioval } from '../../components/formular/Radioval.tsx';
import { Textfalt } from '../../components/formular/Textfalt.tsx';
import { Valfalt } from '../../components/formular/Valfalt.tsx';
import { idagNu } from '../../components/idag.ts';
import { newId } from '../../state/core.ts';
import { closeMeddelandedialog } from '../../state/meddelanden.ts';
import { useQuery } from '../../state/query.ts';
import { useFormular } from '../../state/useFormular.ts';

const formular = z.object({
  signatur: z.string(),
  fran: z.string(),
  tom: z.string(),
  text: z.string(),
  brevlada: z.string(),
  nar: z.enum(['alltid', 'franvaro']),
  basRev: z.string().nullable(),
  rev: z.string(),
});
type Varden = z.infer<typeof formular>;

/** Inställningar at the lower edge (MINST-01 to -04): signature, absence message and forwarding to a shared mailbox. */
export function InstallningarDialog() {
  const { data } = useQuery('meddelande.installning', {}, ['katalog', 'session']);
  return data ? <Formular vy={data} /> : null;
}

const startvarden = ({ installning: nu }: MeddelandeinstallningVy): Varden => ({
  signatur: nu?.signatur ?? '',
  ...{ fran: nu?.franvaro?.fran ?? '', tom: nu?.franvaro?.tom ?? '', text: nu?.franvaro?.text ?? '' },
  brevlada: nu?.vidarebefordran ? `${nu.vidarebefordran.enhet}/${nu.vidarebefordran.kod}` : '',
  ...{ nar: nu?.vidarebefordran?.nar ?? 'franvaro', basRev: nu?.rev ?? null, rev: newId() },
});

function Formular({ vy }: { vy: MeddelandeinstallningVy }) {
  const idag = idagNu();
  const form = useFormular<Varden>({
    nyckel: { form: 'meddelandeinstallningar', objekt: 'egna' },
    personId: 'egna',
    titel: 'Meddelandeinställningar',
    start: () => startvarden(vy),
    schema: formular,
    nu: startvarden(vy),
    kontroll: ({ fran, tom, text }) => {
      const borta = [fran, tom, text].some((one) => one.trim() !== '');
      const dagfel = (falt: 'fran' | 'tom', varde: string) => {
        const fel = borta ? datumfel(varde, idag, { krav: true, framtid: true }) : undefined;
        return fel === undefined ? [] : [{ falt, text: fel }];
      };
      return [
        ...dagfel('fran', fran),
        ...dagfel('tom', tom),
        ...(borta && text.trim() === '' ? [{ falt: 'text', text: 'Skriv vad den som skriver till dig ska få veta.' }] : []),
      ];
    },
    command: ({ signatur, fran, tom, text, brevlada, nar, basRev, rev }) => {
      const [enhet = '', kod = ''] = brevlada.split('/');
      const [fra, til] = [dagAv(fran, idag), dagAv(tom, idag)];
      return {
        name: 'meddelande.installningar',
        input: {
          ...{ basRev, rev },
          ...(signatur.trim() === '' ? {} : { signatur: signatur.trim() }),
          ...(fra !== undefined && til !== undefined && text.trim() !== '' ? { franvaro: { fran: fra, tom: til, text: text.trim() } } : {}),
          ...(kod === '' ? {} : { vidarebefordran: { enhet, kod, nar } }),
        },
      };
    },
    faltAv: (field) => (field.startsWith('franvaro') ? 'tom' : field.startsWith('vidarebefordran') ? 'brevlada' : field),
    onSaved: closeMeddelandedialog,
  });
  const { varden } = form;
  return (
    <Formulardialog
      rubrik="Meddelandeinställningar"
      kund="Gäller dina egna meddelanden."
      lage={form}
      primar="Spara"
      onSave={() => void form.save()}
      onClose={() => void form.flush().then(closeMeddelandedialog)}
      sparar={form.sparar}
      arUtkast={form.arUtkast}
      bredd={624}
    >
      <Formularmeddelanden
        avslag={form.avslag}
        diskfel={form.diskfel}
        onTryAgain={() => void form.flush()}
        andrad={form.andrad((nu) => [
          ['Signatur', nu.signatur],
          ['Frånvaro', [nu.fran, nu.tom].filter(Boolean).join(' – ')],
        ])}
      />
      <Textfalt
        falt="signatur"
        etikett="Signatur"
        varde={varden.signatur}
        onVarde={(signatur) => form.change({ signatur })}
        langst={500}
        rader={3}
      />
      <Datumrad falt="fran" etikett="Frånvarande från" text={varden.fran} onText={(fran) => form.change({ fran })} idag={idag} framtid />
      <Datumrad falt="tom" etikett="Till och med" text={varden.tom} onText={(tom) => form.change({ tom })} idag={idag} framtid />
      <Textfalt
        falt="text"
        etikett="Frånvarosvar"
        tips="Skickas till den som skriver till dig under tiden, också till kunder."
        varde={varden.text}
        onVarde={(text) => form.change({ text })}
        langst={1000}
        rader={3}
      />
      <Valfalt
        falt="brevlada"
        etikett="Vidarebefordra till"
        val={[{ varde: '', namn: 'Ingen' }, ...vy.brevlador.map(({ enhet, kod, namn }) => ({ varde: `${enhet}/${kod}`, namn }))]}
        varde={varden.brevlada}
        onVarde={(brevlada) => form.change({ brevlada })}
      />
      {varden.brevlada !== '' && (
        <Radioval
          falt="nar"
          etikett="När"
          val={[
            { varde: 'franvaro', namn: 'När jag är frånvarande' },
            { varde: 'alltid', namn: 'Alltid' },
          ]}
          varde={varden.nar}
          onVarde={(nar) => form.change({ nar: nar === 'alltid' ? 'alltid' : 'franvaro' })}
        />
      )}
      {vy.brevlador.length === 0 && <ErrorBar slag="info" vad="Din enhet har inga gemensamma brevlådor." gor="" />}
    </Formulardialog>
  );
}
