import { makeStyles } from '@fluentui/react-components';
import { enhetOf } from '../../../shared/domain/enhet.ts';
import { Organisationsval } from '../../components/formular/Organisationsval.tsx';
import { Radioval } from '../../components/formular/Radioval.tsx';
import { Textfalt } from '../../components/formular/Textfalt.tsx';
import { Valfalt } from '../../components/formular/Valfalt.tsx';
import { lssFunktioner } from '../../state/ansvariga.ts';
import { useOrganisationsminne } from '../../state/organisationsminne.ts';
import { utforarnamn } from '../../state/utforarnamn.ts';
import type { Beslutsvarden, Underlag } from './beslutsutkast.ts';

const useStyles = makeStyles({
  rubrik: { margin: '8px 0 0', paddingBottom: '2px', fontSize: '13px', fontWeight: 600, borderBottom: '1px solid var(--akHair)' },
});

type Props = { underlag: Underlag; lss: Beslutsvarden['lss']; onLss: (del: Partial<Beslutsvarden['lss']>) => void };

/** The kund has no open LSS Insatser: it is opened with the bifall, or the user says why not (FORB-27, FORB-45). */
export function LssInsatserDel({ underlag: { fakta, katalog, akt }, lss, onLss }: Props) {
  const css = useStyles();
  const minne = useOrganisationsminne();
  const enhet = enhetOf('utredning', fakta.utredning, akt.person.data);
  return (
    <>
      <h3 className={css.rubrik}>LSS Insatser</h3>
      <Radioval
        falt="lssInsatser"
        etikett="Verkställighet"
        krav
        tips="Kunden har ingen öppen LSS Insatser. Den öppnas från beslutsdatum när beslutet sparas."
        val={[
          { varde: 'oppna', namn: 'Öppna LSS Insatser' },
          { varde: 'avsta', namn: 'Avstå' },
        ]}
        varde={lss.avsta ? 'avsta' : 'oppna'}
        onVarde={(val) => onLss({ avsta: val === 'avsta' })}
      />
      {lss.avsta ? (
        <Textfalt falt="lssInsatser.skal" etikett="Skäl" krav langst={500} varde={lss.skal} onVarde={(skal) => onLss({ skal })} />
      ) : (
        <>
          <Valfalt
            falt="lssInsatser.utforareId"
            etikett="Utförare"
            krav
            val={lssFunktioner(katalog, akt, enhet).map(({ id }) => ({ varde: id, namn: utforarnamn(katalog, id) }))}
            varde={lss.utforareId ?? katalog.egen.funktionId}
            tomText="Välj LSS-handläggare"
            onVarde={(utforareId) => onLss({ utforareId })}
          />
          <Organisationsval
            falt="lssInsatser.organisationId"
            etikett="Organisation"
            krav
            organisationer={katalog.organisationer}
            varde={lss.organisationId ?? fakta.utredning.organisationId}
            onVarde={(organisationId) => onLss({ organisationId })}
            minne={minne}
          />
        </>
      )}
    </>
  );
}
