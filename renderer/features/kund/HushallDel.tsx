import { Button, makeStyles, Radio } from '@fluentui/react-components';
import { Add16Filled, Delete20Regular, PersonLink16Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import { z } from 'zod';
import { hushallFalt } from '../../../shared/domain/hushall/medlemmar.ts';
import { alderText } from '../../../shared/domain/person/alder.ts';
import { displayName } from '../../../shared/domain/person/records.ts';
import { formatPersonnummer } from '../../../shared/domain/personnummer.ts';
import { mayRun } from '../../../shared/domain/rulebook/command-roles.ts';
import type { KundVy } from '../../../shared/ipc/views.ts';
import { Chip } from '../../components/Chip.tsx';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorBar } from '../../components/ErrorBar.tsx';
import { Formularfot } from '../../components/formular/Formularfot.tsx';
import { Formularmeddelanden } from '../../components/formular/Formularmeddelanden.tsx';
import { Formularyta } from '../../components/formular/Formularyta.tsx';
import { IconButton } from '../../components/IconButton.tsx';
import { useKatalog } from '../../state/akt.ts';
import { newId } from '../../state/core.ts';
import { useInloggad } from '../../state/session.ts';
import { useFormular } from '../../state/useFormular.ts';
import { LaggTillMedlem } from './LaggTillMedlem.tsx';

const useStyles = makeStyles({
  knappar: { display: 'flex', justifyContent: 'flex-end', paddingBottom: '8px' },
  lista: { listStyleType: 'none', margin: 0, padding: 0 },
  rad: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px', minHeight: '28px', borderBottom: '1px solid var(--akHair)' },
  ikon: { width: '16px', display: 'inline-flex' },
  nummer: { fontVariantNumeric: 'tabular-nums' },
  relation: { color: 'var(--colorNeutralForeground3)' },
  luft: { flexGrow: 1 },
});

const nummer = (value: string): string => (value.length === 12 ? formatPersonnummer(value) : value);

const schema = z.object({
  /** All revisions the form was filled from, as one text. */
  basRev: z.string(),
  bas: z.array(z.object({ id: z.string(), rev: z.string().nullable() })),
  medlemmar: z.array(z.object({ id: z.string(), data: hushallFalt })),
  bekraftadRegisterledare: z.boolean(),
  rev: z.string(),
});
type Varden = z.infer<typeof schema>;

function vardenAv({ hushall }: KundVy): Varden {
  const bas = hushall.map(({ id, data }) => ({ id, rev: data.rev ?? null }));
  return {
    basRev: bas.map(({ id, rev }) => `${id} ${rev ?? ''}`).join(','),
    bas,
    medlemmar: hushall.map(({ id, data }) => ({ id, data: hushallFalt.parse(data) })),
    bekraftadRegisterledare: false,
    rev: newId(),
  };
}

/**
 * The tab Hushåll: the kund and the members, the symbol before each added one (SYM-30, HUSH-05). Spara stores all of it; before that
 * nothing is (HUSH-07), and what is changed stays as a draft when the tab is left (FORB-07).
 */
export function HushallDel({ kund }: { kund: KundVy }) {
  const css = useStyles();
  const { person, personId } = kund;
  const { data: katalog } = useKatalog();
  const roller = useInloggad()?.roller ?? [];
  const kan = mayRun('hushall.spara', { roller, aktiv: true });
  const [laggerTill, setLaggerTill] = useState(false);
  const [annanLedare, setAnnanLedare] = useState<string>();
  const form = useFormular<Varden>({
    nyckel: { form: 'hushall', personId, objekt: 'alla' },
    personId,
    titel: 'Hushåll',
    start: () => vardenAv(kund),
    schema,
    nu: vardenAv(kund),
    namn: (id) => kund.hushall.find((one) => one.id === id)?.data.namn,
    kontroll: () => [],
    command: ({ bas, medlemmar, bekraftadRegisterledare, rev }) => ({
      name: 'hushall.spara',
      input: { personId, bas, medlemmar, ...(bekraftadRegisterledare ? { bekraftadRegisterledare } : {}), rev },
    }),
    faltAv: () => undefined,
  });
  const { medlemmar } = form.varden;
  const ovriga = medlemmar.filter(({ data }) => data.personId !== personId);
  const kundenLeder = !ovriga.some(({ data }) => data.registerledare);
  const setLedare = (id: string | undefined) =>
    form.change({
      medlemmar: medlemmar.map((one) => ({ ...one, data: { ...one.data, registerledare: one.id === id } })),
      bekraftadRegisterledare: id !== undefined,
    });
  const relationer = (katalog?.vardelistor.relation ?? [])
    .filter(({ kod }) => kod !== 'kund')
    .map(({ namn, kod }) => ({ namn, vardnadshavare: kod === 'vardnadshavare' }));

  const ledare = (leder: boolean, etikett: string, onChoose: () => void) =>
    kan ? (
      <Radio label="Registerledare" aria-label={`Registerledare: ${etikett}`} name="registerledare" checked={leder} onChange={onChoose} />
    ) : (
      leder && <Chip ton="bla">Registerledare</Chip>
    );
  return (
    <Formularyta
      etikett="Hushåll"
      lage={form}
      onSave={() => void form.save()}
      topp={
        <>
          <Formularmeddelanden
            avslag={form.avslag}
            diskfel={form.diskfel}
            onTryAgain={() => void form.flush()}
            andrad={form.andrad((now) => now.medlemmar.map(({ data }) => [data.namn, data.relation] as const))}
          />
          {kund.saknarVardnadshavare && (
            <ErrorBar
              slag="warning"
              vad="Vårdnadshavare saknas i hushållet."
              gor={`${displayName(person)} är ${alderText(kund.alder)}. Kontrollera vem som är vårdnadshavare innan du går vidare.`}
            />
          )}
          {kan && (
            <div className={css.knappar}>
              <Button size="small" icon={<Add16Filled />} onClick={() => setLaggerTill(true)}>
                Lägg till
              </Button>
            </div>
          )}
        </>
      }
      fot={
        kan && (
          <Formularfot
            arUtkast={form.arUtkast}
            sparar={form.sparar}
            primar={`Spara hushållet för ${displayName(person)}`}
            onPrimar={() => void form.save()}
            onUndo={form.undo}
            onRedo={form.redo}
          />
        )
      }
    >
      <ul className={css.lista} aria-label="Hushåll">
        <li className={css.rad}>
          <span className={css.ikon} />
          <span>{displayName(person)}</span>
          <span className={css.nummer}>{formatPersonnummer(person.personnummer)}</span>
          <span className={css.luft} />
          {/* The kund is the one to be registerledare; a hushåll that says otherwise is shown as it is. */}
          {ledare(kundenLeder, displayName(person), () => setLedare(undefined))}
        </li>
        {ovriga.map(({ id, data }) => (
          <li key={id} className={css.rad}>
            <span className={css.ikon}>
              <PersonLink16Regular role="img" aria-label="Tillagd hushållsmedlem" />
            </span>
            <span>{data.namn}</span>
            {data.personnummer && <span className={css.nummer}>{nummer(data.personnummer)}</span>}
            <span className={css.relation}>{data.relation}</span>
            {data.vardnadshavare && <Chip>Vårdnadshavare</Chip>}
            <span className={css.luft} />
            {ledare(data.registerledare, data.namn, () => setAnnanLedare(id))}
            {kan && (
              <IconButton
                namn={`Ta bort ${data.namn} ur hushållet`}
                ikon={<Delete20Regular />}
                onClick={() => form.change({ medlemmar: medlemmar.filter((one) => one.id !== id) })}
              />
            )}
          </li>
        ))}
      </ul>
      {ovriga.length === 0 && <EmptyState text="Inga hushållsmedlemmar är tillagda." />}
      {laggerTill && (
        <LaggTillMedlem
          relationer={relationer}
          arMed={(traff) =>
            [{ personId, personnummer: person.personnummer }, ...medlemmar.map(({ data }) => data)].some(
              (one) =>
                (traff.personId !== undefined && traff.personId === one.personId) ||
                (traff.personnummer !== undefined && traff.personnummer === one.personnummer),
            )
          }
          onClose={() => setLaggerTill(false)}
          onRegister={(data) => {
            setLaggerTill(false);
            form.change({ medlemmar: [...medlemmar, { id: newId(), data }] });
          }}
        />
      )}
      <ConfirmDialog
        oppen={annanLedare !== undefined}
        rubrik="Annan registerledare?"
        bekrafta="Ja, byt registerledare"
        onCancel={() => setAnnanLedare(undefined)}
        onConfirm={() => {
          setLedare(annanLedare);
          setAnnanLedare(undefined);
        }}
      >
        {`${ovriga.find(({ id }) => id === annanLedare)?.data.namn ?? ''} blir registerledare i stället för ${displayName(person)}. Det är den enskilde som ska vara registerledare.`}
      </ConfirmDialog>
    </Formularyta>
  );
}
