import { z } from 'zod';
import type { Aktualisering } from '../../../shared/domain/aktualisering/records.ts';
import { enhetOf } from '../../../shared/domain/enhet.ts';
import { displayName } from '../../../shared/domain/person/records.ts';
import type { Utkastnyckel } from '../../../shared/ipc/utkastnyckel.ts';
import type { AktPost, AktVy, KatalogVy, KundVy } from '../../../shared/ipc/views.ts';
import type { Ord } from '../../../shared/words/ord.ts';
import { dagAv } from '../../components/formular/Datumrad.tsx';
import { Formularfot } from '../../components/formular/Formularfot.tsx';
import { Formularmeddelanden } from '../../components/formular/Formularmeddelanden.tsx';
import { Formularyta } from '../../components/formular/Formularyta.tsx';
import { Lasrad } from '../../components/formular/Lasrad.tsx';
import { Valfalt } from '../../components/formular/Valfalt.tsx';
import { idagNu } from '../../components/idag.ts';
import { typvalFor } from '../../state/aktualiseringsutkast.ts';
import { newId } from '../../state/core.ts';
import { namnuppslag } from '../../state/namnuppslag.ts';
import { useFormular } from '../../state/useFormular.ts';
import { Ansokan } from './Ansokan.tsx';
import { Dokumentation } from './Dokumentation.tsx';
import { Gemensamt, gemensammaFel } from './Gemensamt.tsx';

const schema = z.object({
  basRev: z.string(),
  rev: z.string(),
  typ: z.string(),
  insatsId: z.string(),
  datum: z.string(),
  franVem: z.string(),
  ansvarigHandlaggareId: z.string(),
  organisationId: z.string(),
  anteckning: z.string(),
});
type Varden = z.infer<typeof schema>;

const vardenAv = (a: Aktualisering, rev: string): Varden => ({
  basRev: a.rev,
  rev,
  typ: a.typ,
  insatsId: a.insatsId ?? '',
  datum: a.datum,
  franVem: a.franVem,
  ansvarigHandlaggareId: a.ansvarigHandlaggareId,
  organisationId: a.organisationId,
  anteckning: a.anteckning ?? '',
});

type Props = {
  kund: KundVy;
  katalog: KatalogVy;
  post: AktPost<Aktualisering>;
  akt: Pick<AktVy, 'handlingar'>;
  /** Why it can no longer be changed. */
  hinder: Ord | undefined;
};

export const nyckelForAndring = (personId: string, objekt: string): Utkastnyckel => ({ form: 'aktualisering', personId, objekt });

/** Changes an aktualisering that is registered. */
export function AndraAktualisering({ kund, katalog, post, akt, hinder }: Props) {
  const { personId, person } = kund;
  const { id, data } = post;
  const idag = idagNu();
  const typval = typvalFor(katalog);
  const form = useFormular<Varden>({
    nyckel: nyckelForAndring(personId, id),
    personId,
    titel: `Aktualisering: ${data.typ}`,
    start: () => vardenAv(data, newId()),
    schema,
    nu: vardenAv(data, newId()),
    namn: namnuppslag(undefined, katalog),
    kontroll: (varden) => gemensammaFel(varden, idag),
    command: ({ insatsId, anteckning, datum, ...rest }) => ({
      name: 'aktualisering.spara',
      input: {
        ...rest,
        personId,
        aktualiseringId: id,
        datum: dagAv(datum, idag) ?? datum,
        ...(insatsId === '' ? {} : { insatsId }),
        ...(anteckning.trim() === '' ? {} : { anteckning }),
      },
    }),
  });
  const { varden } = form;
  const handlaggare = (handlaggareId: string) => katalog.handlaggare.find((one) => one.id === handlaggareId)?.namn ?? '';
  return (
    <Formularyta
      etikett="Aktualisering"
      etikettbredd={176}
      lage={form}
      onSave={() => void form.save()}
      topp={
        <Formularmeddelanden
          avslag={form.avslag ?? hinder}
          diskfel={form.diskfel}
          onTryAgain={() => void form.flush()}
          andrad={form.andrad((now) => [
            ['Typ av aktualisering', now.typ],
            ['Datum', now.datum],
            ['Från vem', now.franVem],
            ['Ansvarig handläggare', handlaggare(now.ansvarigHandlaggareId)],
            ['Anteckning', now.anteckning],
          ])}
        />
      }
      fot={
        <Formularfot
          arUtkast={form.arUtkast}
          sparar={form.sparar}
          primar={`Spara aktualisering för ${displayName(person)}`}
          onPrimar={() => void form.save()}
          onUndo={form.undo}
          onRedo={form.redo}
        />
      }
    >
      {data.slag === 'omprovning' ? (
        <Lasrad etikett="Typ av aktualisering">{varden.typ}</Lasrad>
      ) : (
        <Valfalt
          falt="typ"
          etikett="Typ av aktualisering"
          krav
          val={typval}
          varde={typval.find((one) => (varden.insatsId === '' ? one.namn === varden.typ : one.insatsId === varden.insatsId))?.varde}
          tomText={varden.typ}
          onVarde={(varde) => {
            const val = typval.find((one) => one.varde === varde);
            if (val) form.change({ typ: val.namn, insatsId: val.insatsId ?? '' });
          }}
        />
      )}
      <Gemensamt
        personId={personId}
        varden={varden}
        change={form.change}
        katalog={katalog}
        enhet={enhetOf('aktualisering', data, person)}
        idag={idag}
        datumLast={data.eansokan !== undefined}
        datumtips={data.slag === 'ansokan' ? 'Dagen ansökan kom in.' : 'Dagen omprövningen påbörjas.'}
      />
      <Ansokan data={data} />
      <Dokumentation personId={personId} post={post} akt={akt} />
      {data.utelamnad && <Lasrad etikett="Utelämnad">{`${data.utelamnad.skal} (${data.utelamnad.namn})`}</Lasrad>}
    </Formularyta>
  );
}
