import { Button, makeStyles } from '@fluentui/react-components';
import { useState } from 'react';
import { dodsdagAv } from '../../../shared/domain/kir/person-fran-kir.ts';
import type { KirForslag, KirPost } from '../../../shared/domain/kir/records.ts';
import { civilstandVy } from '../../../shared/domain/person/civilstand.ts';
import { displayName, type Person } from '../../../shared/domain/person/records.ts';
import { formatPersonnummer } from '../../../shared/domain/personnummer.ts';
import type { AktPost, KundVy } from '../../../shared/ipc/views.ts';
import type { Ord } from '../../../shared/words/ord.ts';
import { dodsdagOrd, identitetOrd, skyddOrd } from '../../../shared/words/person.ts';
import { ErrorBar } from '../../components/ErrorBar.tsx';
import { lage, postadressrad } from '../../components/kirord.ts';
import { useAkt } from '../../state/akt.ts';
import { newId, runCommand } from '../../state/core.ts';
import { ordForUtfall } from '../../state/utfallord.ts';

const useStyles = makeStyles({
  del: { marginBottom: '12px', border: '1px solid var(--akHair)', borderRadius: 'var(--borderRadiusLarge)', padding: '8px 10px' },
  rubrik: { margin: 0, fontSize: '13px', fontWeight: 600 },
  tabell: {
    borderCollapse: 'collapse',
    margin: '6px 0',
    '& th, & td': { textAlign: 'left', padding: '2px 16px 2px 0', verticalAlign: 'top' },
    '& th': { fontWeight: 400 },
  },
  olik: { fontWeight: 600 },
  knappar: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
});

/** What KIR said of a kund who was registered without it: compared side by side, taken or left, never merged silently (FRAGA-05). */
export function KirForslagDel({ kund }: { kund: KundVy }) {
  const { data: akt } = useAkt(kund.personId);
  const oppna = akt?.kirForslag.filter(({ data }) => !data.avgjord) ?? [];
  return oppna.map((forslag) => <Forslag key={forslag.id} kund={kund} forslag={forslag} />);
}

function Forslag({ kund, forslag }: { kund: KundVy; forslag: AktPost<KirForslag> }) {
  const css = useStyles();
  const [fel, setFel] = useState<Ord>();
  const [bevakningId] = useState(newId);
  const { personId, person } = kund;
  const { post } = forslag.data;
  const settle = async (val: 'godtaget' | 'avvisat') => {
    const nyttNummer = post && post.personnummer !== person.personnummer ? { personnummer: post.personnummer } : {};
    const utfall = await runCommand('person.avgorKir', {
      personId,
      forslagId: forslag.id,
      val,
      basRev: person.rev ?? null,
      rev: newId(),
      ...(val === 'godtaget' ? nyttNummer : post ? { bevakningId } : {}),
    });
    setFel(ordForUtfall(utfall));
  };
  return (
    <section className={css.del} aria-label="Svar från KIR">
      <h3 className={css.rubrik}>Svar från KIR</h3>
      {fel && <ErrorBar {...fel} />}
      {post ? (
        <table className={css.tabell}>
          <thead>
            <tr>
              <th scope="col">Uppgift</th>
              <th scope="col">Registrerat här</th>
              <th scope="col">I KIR</th>
            </tr>
          </thead>
          <tbody>
            {jamforda(kund, post).map(([ord, har, kir]) => (
              <tr key={ord}>
                <th scope="row">{ord}</th>
                <td>{har}</td>
                <td className={har === kir ? undefined : css.olik}>{har === kir ? 'Samma' : kir}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : (
        <p>KIR känner inte till personen: hon eller han är inte folkbokförd i kommunen.</p>
      )}
      <div className={css.knappar}>
        <Button size="small" appearance="primary" onClick={() => void settle('godtaget')}>
          Godta
        </Button>
        <Button size="small" onClick={() => void settle('avvisat')}>
          Avvisa
        </Button>
      </div>
    </section>
  );
}

function avliden(person: Person, post: KirPost): [string, string, string] {
  const dag = dodsdagAv(post);
  return ['Avliden', person.avliden ? dodsdagOrd(person.avliden) : 'Ingen uppgift', dag ? dodsdagOrd(dag) : 'Står inte i KIR'];
}

function jamforda({ person }: KundVy, post: KirPost): [string, string, string][] {
  const adress = (p: Pick<KirPost, 'skydd' | 'adress'>) =>
    p.skydd !== 'ingen' ? 'Skyddad' : p.adress ? `${p.adress.gata}, ${p.adress.postnummer} ${p.adress.ort}` : 'Ingen';
  const skydd = (s: KirPost['skydd']) => (s === 'ingen' ? 'Inget' : skyddOrd[s]);
  const bor = (ja: boolean) => (ja ? 'I kommunen' : 'Inte i kommunen');
  const postadress: [string, string, string] = [
    'Postadress',
    person.postadress ? postadressrad(person.postadress) : 'Ingen',
    post.postadress ? postadressrad(post.postadress) : 'Står inte i KIR',
  ];
  // A protection on either side hides the address on both.
  const skyddad = person.skydd !== 'ingen' || post.skydd !== 'ingen';
  return [
    ['Personnummer', formatPersonnummer(person.personnummer), formatPersonnummer(post.personnummer)],
    ['Namn', displayName(person), displayName(post)],
    ['Födelsedatum', person.fodelsedatum ?? 'Okänt', post.fodelsedatum ?? post.ofullstandigt?.fodelsedatum ?? 'Står inte i KIR'],
    ['Skydd', skydd(person.skydd), skydd(post.skydd)],
    ['Adress', skyddad ? 'Skyddad' : adress(person), skyddad ? 'Skyddad' : adress(post)],
    ['Civilstånd', civilstandVy(person.civilstand), post.civilstand ?? 'Står inte i KIR'],
    ['Folkbokförd', bor(person.folkbokfordIKommunen), lage(post) ?? bor(post.folkbokfordIKommunen)],
    ...(person.avliden !== undefined || dodsdagAv(post) !== undefined ? [avliden(person, post)] : []),
    ...(person.postadress || post.postadress ? [postadress] : []),
    ...(post.identitet ? ([['Identitet', '', identitetOrd[post.identitet]]] satisfies [string, string, string][]) : []),
  ];
}
