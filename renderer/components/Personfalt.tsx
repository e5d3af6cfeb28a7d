import { Link } from '@fluentui/react-components';
import { civilstandVy, okantCivilstand } from '../../shared/domain/person/civilstand.ts';
import { lasNamn } from '../../shared/domain/person/namn.ts';
import { isSvagareSkydd } from '../../shared/domain/person/skydd.ts';
import { skyddsord } from '../../shared/words/person.ts';
import { Lasrad } from './formular/Lasrad.tsx';
import { Radioval } from './formular/Radioval.tsx';
import { Textfalt } from './formular/Textfalt.tsx';
import { Valfalt } from './formular/Valfalt.tsx';
import type { Personformular } from './personformular.ts';

export type Personfaltprops = {
  varden: Personformular;
  change: (del: Partial<Personformular>) => void;
  /** The municipality's values of civilstånd. */
  civilstand: readonly string[];
  /** The protection that stands: it is made stronger here, and lowered by a choice of its own (FRAGA-62). */
  lagstSkydd?: Personformular['skydd'] | undefined;
  /** Why the number cannot be changed here. */
  nummerLast?: string | undefined;
};

/** The fields of a person, the name in two (FORB-04); with any protection there is no address. */
export function Personfalt({ varden, change, civilstand, lagstSkydd = 'ingen', nummerLast }: Personfaltprops) {
  const text = (
    falt: 'efternamn' | 'fornamn' | 'tilltalsnamn' | 'gata' | 'postnummer' | 'ort' | 'telefon' | 'epost',
    etikett: string,
    langst: number,
    krav = false,
  ) => (
    <Textfalt
      falt={falt}
      etikett={etikett}
      krav={krav}
      langst={langst}
      varde={varden[falt]}
      onVarde={(varde) => change({ [falt]: varde })}
    />
  );
  const skyddad = varden.skydd !== 'ingen';
  const val = [...new Set([okantCivilstand, ...civilstand, varden.civilstand])];
  return (
    <>
      {nummerLast === undefined ? (
        <Textfalt
          falt="personnummer"
          etikett="Personnummer"
          krav
          langst={20}
          varde={varden.personnummer}
          onVarde={(personnummer) => change({ personnummer })}
          tips="Samordningsnummer och interimsnummer går också bra."
        />
      ) : (
        <Lasrad etikett="Personnummer">{`${varden.personnummer.slice(0, 8)}-${varden.personnummer.slice(8)} – ${nummerLast}`}</Lasrad>
      )}
      {text('efternamn', 'Efternamn', 100, true)}
      <Namnfraga varden={varden} change={change} />
      {text('fornamn', 'Förnamn', 100, true)}
      {text('tilltalsnamn', 'Tilltalsnamn', 60)}
      <Radioval
        falt="skydd"
        etikett="Skydd"
        tips={lagstSkydd === 'ingen' ? undefined : 'Skyddet kan höjas här. Det sänks med Sänk skydd under Person.'}
        val={(['ingen', 'sekretessmarkering', 'skyddadFolkbokforing'] as const).map((niva) => ({
          varde: niva,
          namn: skyddsord(niva),
          avstangd: isSvagareSkydd(niva, lagstSkydd),
        }))}
        varde={varden.skydd}
        onVarde={(skydd) => {
          if (skydd === 'ingen') change({ skydd });
          // What is protected is not kept, not even in the draft.
          else if (skydd === 'sekretessmarkering' || skydd === 'skyddadFolkbokforing') change({ skydd, gata: '', postnummer: '', ort: '' });
        }}
      />
      {skyddad ? (
        <Lasrad etikett="Adress">Adressen är skyddad och sparas inte.</Lasrad>
      ) : (
        <>
          {text('gata', 'Adress', 120)}
          {text('postnummer', 'Postnummer', 10)}
          {text('ort', 'Ort', 60)}
        </>
      )}
      {text('telefon', 'Telefon', 40)}
      {text('epost', 'E-post', 120)}
      <Valfalt
        falt="civilstand"
        etikett="Civilstånd"
        val={val.map((varde) => ({ varde, namn: civilstandVy(varde) }))}
        varde={varden.civilstand}
        onVarde={(nytt) => change({ civilstand: nytt })}
      />
      <Lasrad etikett="Folkbokförd">{varden.folkbokfordIKommunen ? 'I kommunen' : 'Inte i kommunen, eller inte kontrollerat'}</Lasrad>
    </>
  );
}

/** The whole name was written in one field: with a comma it is divided, without it is asked which is the surname (FORB-04). */
function Namnfraga({ varden, change }: Pick<Personfaltprops, 'varden' | 'change'>) {
  if (varden.fornamn.trim() !== '' || varden.efternamn.trim() === '') return null;
  const last = lasNamn(varden.efternamn);
  const forslag = last.slag === 'namn' ? [last.namn] : last.slag === 'fraga' ? last.forslag : [];
  if (forslag.length === 0) return null;
  return (
    <Lasrad etikett="Menar du">
      {forslag.map(({ efternamn, fornamn }) => (
        <Link key={`${efternamn},${fornamn}`} as="button" style={{ marginRight: 12 }} onClick={() => change({ efternamn, fornamn })}>
          {`${efternamn}, ${fornamn}`}
        </Link>
      ))}
    </Lasrad>
  );
}
