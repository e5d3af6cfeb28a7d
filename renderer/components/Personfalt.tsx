import { Link } from '@fluentui/react-components';
import { civilstandVy, okantCivilstand } from '../../shared/domain/person/civilstand.ts';
import { lasNamn } from '../../shared/domain/person/namn.ts';
import { isSvagareSkydd } from '../../shared/domain/person/skydd.ts';
import type { IsoDate } from '../../shared/util/datum.ts';
import { skyddsord } from '../../shared/words/person.ts';
import { Datumrad } from './formular/Datumrad.tsx';
import { Kryssruta } from './formular/Kryssruta.tsx';
import { Lasrad } from './formular/Lasrad.tsx';
import { Radioval } from './formular/Radioval.tsx';
import { Textfalt } from './formular/Textfalt.tsx';
import { Valfalt } from './formular/Valfalt.tsx';
import { postadressrad } from './kirord.ts';
import { type Personformular, readNummer, utanOppenAdress } from './personformular.ts';

type Textnamn = {
  [F in keyof Personformular]: Personformular[F] extends string ? F : never;
}[Exclude<keyof Personformular, 'skydd' | 'civilstand' | 'personnummer'>];
export type Personfaltprops = {
  idag: IsoDate;
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
export function Personfalt({ idag, varden, change, civilstand, lagstSkydd = 'ingen', nummerLast }: Personfaltprops) {
  const text = (falt: Textnamn, etikett: string, langst: number, krav = false, tips?: string) => (
    <Textfalt
      falt={falt}
      etikett={etikett}
      krav={krav}
      tips={tips}
      langst={langst}
      varde={varden[falt]}
      onVarde={(varde) => change({ [falt]: varde })}
    />
  );
  const skyddad = varden.skydd !== 'ingen';
  const nummer = readNummer(varden.personnummer, idag);
  const ettSaknas = (varden.efternamn.trim() === '') !== (varden.fornamn.trim() === '');
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
      {text('efternamn', 'Efternamn', 100, !ettSaknas)}
      <Namnfraga varden={varden} change={change} />
      {text('fornamn', 'Förnamn', 100, !ettSaknas)}
      {ettSaknas && (
        <Lasrad etikett="Namn">
          <Kryssruta falt="ettNamn" etikett="Har bara ett namn" vald={varden.ettNamn} onVald={(ettNamn) => change({ ettNamn })} />
        </Lasrad>
      )}
      {/* After what every kund is asked for: two keys from surname to given name. */}
      {text('mellannamn', 'Mellannamn', 100)}
      {text('tilltalsnamn', 'Tilltalsnamn', 60)}
      {(varden.fodelsedatum !== '' || (nummer.ok && (nummer.birthDate === null || nummer.kind === 'interim'))) && (
        <Datumrad
          falt="fodelsedatum"
          etikett="Födelsedatum"
          text={varden.fodelsedatum}
          onText={(fodelsedatum) => change({ fodelsedatum })}
          idag={idag}
          framtid={false}
          tomText="Okänt"
          tips={nummer.ok && nummer.birthDate !== null ? `Numret säger ${nummer.birthDate}. Tomt = som numret.` : undefined}
        />
      )}
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
          else if (skydd === 'sekretessmarkering' || skydd === 'skyddadFolkbokforing') change({ skydd, ...utanOppenAdress(varden) });
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
      {varden.viaSkatteverket ? (
        <Lasrad etikett="Postadress">
          {postadressrad({ gata: varden.postgata, postnummer: varden.postPostnummer, ort: varden.postort, viaSkatteverket: true })}
        </Lasrad>
      ) : (
        !skyddad && (
          <>
            {text('postgata', 'Postadress', 120, false, 'Om posten ska någon annanstans än till adressen.')}
            {text('postPostnummer', 'Postnummer, post', 10)}
            {text('postort', 'Ort, post', 60)}
          </>
        )
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
      <Datumrad
        falt="avliden"
        etikett="Avliden"
        text={varden.avliden}
        onText={(avliden) => change({ avliden })}
        idag={idag}
        framtid={false}
        tomText="Ingen uppgift"
        tips="Nollor för det som inte är känt, till exempel 2026-11-00."
      />
      <Lasrad etikett="Folkbokförd">{varden.folkbokfordIKommunen ? 'I kommunen' : 'Inte i kommunen, eller inte kontrollerat'}</Lasrad>
    </>
  );
}

/** The whole name was written in one field: with a comma it is divided, without it is asked which is the surname (FORB-04). */
function Namnfraga({ varden, change }: Pick<Personfaltprops, 'varden' | 'change'>) {
  if (varden.ettNamn || varden.fornamn.trim() !== '' || varden.efternamn.trim() === '') return null;
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
