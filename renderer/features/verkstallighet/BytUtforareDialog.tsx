import { z } from 'zod';
import { etikettVerkstallighet } from '../../../shared/domain/rubriktrad/etikett.ts';
import type { AktVy, KatalogVy } from '../../../shared/ipc/views.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Formulardialog } from '../../components/Formulardialog.tsx';
import { Formularmeddelanden } from '../../components/formular/Formularmeddelanden.tsx';
import { Lasrad } from '../../components/formular/Lasrad.tsx';
import { Organisationsval } from '../../components/formular/Organisationsval.tsx';
import { Valfalt } from '../../components/formular/Valfalt.tsx';
import { useOrganisationsminne } from '../../state/organisationsminne.ts';
import { useFormular } from '../../state/useFormular.ts';
import { utforarnamn } from '../../state/utforarnamn.ts';
import { Dialogdata, kundrad } from './Dialogdata.tsx';
import { lssUtforare } from './oppningsval.ts';

const schema = z.object({ basRev: z.null().optional(), utforareId: z.string(), organisationId: z.string() });
type Props = { personId: string; verkstallighetId: string; onStang: () => void };

/** Byte av utförare/organisation (VERK-15): each LSS-handläggare with its present holder (FORB-45). */
export function BytUtforareDialog(props: Props) {
  return (
    <Dialogdata personId={props.personId} onStang={props.onStang}>
      {(akt, katalog) => <Dialog {...props} akt={akt} katalog={katalog} />}
    </Dialogdata>
  );
}

function Dialog({ personId, verkstallighetId, onStang, akt, katalog }: Props & { akt: AktVy; katalog: KatalogVy }) {
  const minne = useOrganisationsminne();
  const post = akt.verkstalligheter.find(({ id }) => id === verkstallighetId);
  const nu = post?.data;
  const form = useFormular<z.infer<typeof schema>>({
    nyckel: `bytUtforare:${personId}:${verkstallighetId}`,
    personId,
    titel: 'Byte av utförare/organisation',
    // The user's own function is preset, unless it has it already (FORB-45).
    start: () => ({
      utforareId: nu?.lssInsatser ? (katalog.egen.funktionId ?? nu.utforareId) : (nu?.utforareId ?? ''),
      organisationId: nu?.organisationId ?? '',
    }),
    schema,
    kontroll: ({ utforareId, organisationId }) =>
      utforareId === nu?.utforareId && organisationId === nu?.organisationId
        ? [{ falt: nu?.lssInsatser ? 'utforareId' : 'organisationId', text: 'Välj något annat än det som gäller nu.' }]
        : [],
    kor: ({ utforareId, organisationId }) => ({
      name: 'verkstallighet.bytUtforare',
      input: { personId, verkstallighetId, fran: nu?.utforareId ?? '', utforareId, organisationId },
    }),
    onSparad: onStang,
  });
  if (!nu) return <EmptyState text="Verkställigheten finns inte längre." handling="Stäng" onHandling={onStang} />;
  return (
    <Formulardialog
      rubrik="Byte av utförare/organisation"
      kund={`${etikettVerkstallighet(nu, utforarnamn(katalog, nu.utforareId))} för ${kundrad(akt)}`}
      lage={form}
      primar="OK, byt"
      onSpara={() => void form.spara()}
      onStang={onStang}
      sparar={form.sparar}
      arUtkast={form.arUtkast}
    >
      <Formularmeddelanden avslag={form.avslag} diskfel={form.diskfel} onForsokIgen={() => void form.tom()} />
      <Lasrad etikett="Nu">{utforarnamn(katalog, nu.utforareId)}</Lasrad>
      {nu.lssInsatser ? (
        <Valfalt
          falt="utforareId"
          etikett="Ny utförare"
          krav
          val={lssUtforare(katalog).map(({ id }) => ({ varde: id, namn: utforarnamn(katalog, id) }))}
          varde={form.varden.utforareId}
          onVarde={(utforareId) => form.andra({ utforareId })}
        />
      ) : (
        <Lasrad etikett="Utförare">Följer av beställningen och byts inte här.</Lasrad>
      )}
      <Organisationsval
        falt="organisationId"
        etikett="Organisation"
        krav
        organisationer={katalog.organisationer}
        varde={form.varden.organisationId}
        onVarde={(organisationId) => form.andra({ organisationId })}
        minne={minne}
      />
    </Formulardialog>
  );
}
