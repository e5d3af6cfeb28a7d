import { Datumrad } from '../../components/formular/Datumrad.tsx';
import { Textfalt } from '../../components/formular/Textfalt.tsx';
import { idagNu } from '../../components/idag.ts';
import type { Utskriftsformular } from './utskriftsformular.ts';

type Falt = 'motesdag' | 'motesfran' | 'motestill' | 'plats' | 'galler' | 'kontakt' | 'motestext';
type Props = {
  varden: Pick<Utskriftsformular, Falt>;
  /** Who is told when it cannot be, while the user has written nobody else. */
  kontakt: string;
  onVarden: (del: Partial<Pick<Utskriftsformular, Falt>>) => void;
};

/** What the user says of a meeting that a kund is called to; the rest of the letter is the municipality's. */
export function Kallelsefalt({ varden, kontakt, onVarden }: Props) {
  return (
    <>
      <Datumrad
        falt="motesdag"
        etikett="Dag"
        krav
        text={varden.motesdag}
        onText={(motesdag) => onVarden({ motesdag })}
        idag={idagNu()}
        framtid
      />
      <Textfalt
        falt="motesfran"
        etikett="Börjar"
        krav
        tips="Till exempel 10.00."
        varde={varden.motesfran}
        onVarde={(motesfran) => onVarden({ motesfran })}
        langst={10}
      />
      <Textfalt falt="motestill" etikett="Slutar" varde={varden.motestill} onVarde={(motestill) => onVarden({ motestill })} langst={10} />
      <Textfalt falt="plats" etikett="Plats" krav varde={varden.plats} onVarde={(plats) => onVarden({ plats })} langst={200} />
      <Textfalt
        falt="galler"
        etikett="Gäller"
        krav
        varde={varden.galler}
        onVarde={(galler) => onVarden({ galler })}
        langst={500}
        rader={3}
      />
      <Textfalt
        falt="kontakt"
        etikett="Kontakt"
        krav
        tips="Den som kunden hör av sig till."
        varde={varden.kontakt ?? kontakt}
        onVarde={(nu) => onVarden({ kontakt: nu })}
        langst={200}
      />
      <Textfalt
        falt="motestext"
        etikett="Mer att säga"
        varde={varden.motestext}
        onVarde={(motestext) => onVarden({ motestext })}
        langst={20_000}
        rader={4}
      />
    </>
  );
}
