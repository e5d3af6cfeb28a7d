import type { KatalogVy } from '../../../shared/ipc/views.ts';
import { Datumrad, datumfel } from '../../components/formular/Datumrad.tsx';
import { Handlaggarval } from '../../components/formular/Handlaggarval.tsx';
import { Lasrad } from '../../components/formular/Lasrad.tsx';
import { Organisationsval } from '../../components/formular/Organisationsval.tsx';
import { Textfalt } from '../../components/formular/Textfalt.tsx';
import { Valfalt } from '../../components/formular/Valfalt.tsx';
import { useAkt } from '../../state/akt.ts';
import { ansvariga, organisationerFor } from '../../state/ansvariga.ts';
import { useOrganisationsminne } from '../../state/organisationsminne.ts';
import type { Fel } from '../../state/useFormular.ts';
import { franVemVal } from './val.ts';

/** The fields that every aktualisering has, whatever it concerns (AKT-04 to AKT-06). */
export type Gemensamma = { datum: string; franVem: string; ansvarigHandlaggareId: string; organisationId: string; anteckning: string };

type Props = {
  personId: string;
  varden: Gemensamma;
  change: (del: Partial<Gemensamma>) => void;
  katalog: KatalogVy;
  /** The unit whose it is. */
  enhet: string | undefined;
  idag: string;
  datumtips: string;
  /** The day is a fact that nobody changes. */
  datumLast?: boolean;
};

export function Gemensamt({ personId, varden, change, katalog, enhet, idag, datumtips, datumLast = false }: Props) {
  const minne = useOrganisationsminne();
  const { data: akt } = useAkt(personId);
  return (
    <>
      {datumLast ? (
        <Lasrad etikett="Datum">{varden.datum}, då e-ansökan kom in</Lasrad>
      ) : (
        <Datumrad
          falt="datum"
          etikett="Datum"
          krav
          text={varden.datum}
          onText={(datum) => change({ datum })}
          idag={idag}
          framtid={false}
          tips={datumtips}
        />
      )}
      <Valfalt
        falt="franVem"
        etikett="Från vem"
        krav
        val={franVemVal(katalog, varden.franVem)}
        varde={varden.franVem}
        onVarde={(franVem) => change({ franVem })}
        tomText="Välj"
      />
      <Handlaggarval
        falt="ansvarigHandlaggareId"
        etikett="Ansvarig handläggare"
        krav
        handlaggare={akt ? ansvariga(katalog, akt, enhet, varden.ansvarigHandlaggareId) : []}
        egenId={katalog.egen.anvandareId}
        varde={varden.ansvarigHandlaggareId}
        onVarde={(ansvarigHandlaggareId) => change({ ansvarigHandlaggareId })}
        tomText="Välj"
      />
      <Organisationsval
        falt="organisationId"
        etikett="Organisation"
        krav
        organisationer={akt ? organisationerFor(katalog, akt, enhet) : katalog.organisationer}
        varde={varden.organisationId}
        onVarde={(organisationId) => change({ organisationId })}
        minne={minne}
      />
      <Textfalt
        falt="anteckning"
        etikett="Anteckning"
        varde={varden.anteckning}
        onVarde={(anteckning) => change({ anteckning })}
        langst={4000}
        rader={3}
        tips="Följer med in i utredningen."
      />
    </>
  );
}

export function gemensammaFel(varden: Gemensamma, idag: string): Fel[] {
  const datum = datumfel(varden.datum, idag, { krav: true, framtid: false });
  return [
    ...(datum === undefined ? [] : [{ falt: 'datum', text: datum }]),
    ...(varden.franVem === '' ? [{ falt: 'franVem', text: 'Välj vem det kommer från.' }] : []),
    ...(varden.ansvarigHandlaggareId === '' ? [{ falt: 'ansvarigHandlaggareId', text: 'Välj ansvarig handläggare.' }] : []),
    ...(varden.organisationId === '' ? [{ falt: 'organisationId', text: 'Välj organisation.' }] : []),
  ];
}
