import { Checkbox, Field, Input, makeStyles, Radio, RadioGroup } from '@fluentui/react-components';
import { Print20Regular, ShieldLock16Filled } from '@fluentui/react-icons';
import { useState } from 'react';
import type { Person } from '../../shared/domain/person/records.ts';
import type { Dubbelsidigt, SkrivareVy } from '../../shared/ipc/views.ts';
import { ordForFel } from '../../shared/words/fel.ts';
import { dubbelsidigtOrd, sidantal } from '../../shared/words/utskrift.ts';
import { ErrorBar } from '../components/ErrorBar.tsx';
import { Valkontroll } from '../components/formular/Valfalt.tsx';
import { Hinderknapp } from '../components/Hinderknapp.tsx';
import { SkeletonRows } from '../components/SkeletonRows.tsx';
import { useInstallning } from '../state/installningar.ts';
import { tangentFor, useCommand } from '../state/keys.ts';
import { useQuery } from '../state/query.ts';
import type { Dokumentkalla } from './Dokumentvisare.tsx';
import { useSkrivUt } from './useSkrivUt.ts';

const useStyles = makeStyles({
  yta: { display: 'flex', flexDirection: 'column', gap: '8px', minWidth: 0 },
  rader: { display: 'flex', flexDirection: 'column' },
  forval: { display: 'block', color: 'var(--colorNeutralForeground3)', fontSize: '12px', lineHeight: '16px' },
  skydd: {
    border: '1px solid var(--akSkydd)',
    borderRadius: 'var(--borderRadiusMedium)',
    backgroundColor: 'var(--akSkyddBg)',
    padding: '8px',
  },
  skyddsord: { display: 'flex', alignItems: 'center', gap: '4px', color: 'var(--akSkydd)', fontWeight: 600 },
  knapp: { alignSelf: 'flex-end' },
});

type Minne = { skrivare: string | null; dubbelsidigt: Dubbelsidigt };
const isMinne = (value: unknown): value is Minne => {
  const minne = value as Partial<Minne> | null;
  return typeof minne === 'object' && minne !== null && 'skrivare' in minne && Object.hasOwn(dubbelsidigtOrd, minne.dubbelsidigt ?? '');
};
const forsta: Minne = { skrivare: null, dubbelsidigt: 'nej' };

type Props = {
  /** The last choice is remembered for each kind of document (FORB-46). */
  slag: string;
  skydd: Person['skydd'];
  /** It is printed as it was filed or received: it may have the address of a protected person. */
  somDetAr?: true;
  /** What is printed; undefined = nothing can be yet, for this reason. */
  vad: { kalla: Dokumentkalla; titel: string; sidor: number } | undefined;
  hinder: string | undefined;
};

/** The printer, copies and sides, and of a protected person the second tick (UTSK-05, UTSK-11, UTSK-12). */
export function Skrivarval(props: Props) {
  const { data, fel, readAgain } = useQuery('skrivare.lista', {}, ['session']);
  if (fel) return <ErrorBar {...ordForFel(fel.code)} handling="Försök igen" onHandling={readAgain} />;
  return data ? <Val {...props} skrivare={data} /> : <SkeletonRows antal={4} />;
}

function Val({ slag, skydd, somDetAr, vad, hinder, skrivare }: Props & { skrivare: SkrivareVy }) {
  const css = useStyles();
  const [minne, setMinne] = useInstallning<Minne>(`skrivare:${slag}`, forsta, isMinne);
  const [antal, setAntal] = useState('1');
  const [kontrollerad, setKontrollerad] = useState<string>();
  const { lage, skrivUt, glom } = useSkrivUt();
  const { tar, skrivare: rader } = skrivare;
  const vald = rader.find(({ id }) => id === minne.skrivare) ?? rader.find(({ forvald }) => forvald) ?? rader[0];
  const exemplar = /^[1-9]\d?$/.test(antal) ? Number(antal) : undefined;
  const nyckel = vad && JSON.stringify(vad.kalla);
  // The tick is of the document that was looked at, and of no other.
  const isKontrollerad = nyckel !== undefined && kontrollerad === nyckel;
  const nu =
    hinder ??
    (tar !== 'dialog' && !vald
      ? 'Det finns ingen skrivare på datorn'
      : exemplar === undefined
        ? 'Ange antal från 1 till 99'
        : skydd !== 'ingen' && !isKontrollerad
          ? 'Kontrollera namn och personnummer först'
          : lage.slag === 'skriver'
            ? 'Skriver ut …'
            : undefined);
  const run = () => {
    if (nu !== undefined || !vad || exemplar === undefined) return;
    const { kalla, titel } = vad;
    void skrivUt({ kalla, titel, kontrollerad: isKontrollerad, antal: exemplar, dubbelsidigt: minne.dubbelsidigt }, skrivare, vald);
    setKontrollerad(undefined);
  };
  useCommand('skrivUt', run, nu);
  return (
    <div className={css.yta}>
      {tar === 'dialog' ? (
        <span>Skrivare, antal och dubbelsidigt väljs i datorns utskriftsruta.</span>
      ) : (
        <>
          <RadioGroup
            className={css.rader}
            aria-label="Skrivare"
            value={vald?.id ?? ''}
            onChange={(_, { value }) => setMinne({ ...minne, skrivare: value })}
          >
            {rader.map(({ id, namn, forvald }) => (
              <Radio key={id} value={id} label={forvald ? <Forvald namn={namn} klass={css.forval} /> : namn} />
            ))}
          </RadioGroup>
          <Field
            label="Antal"
            orientation="horizontal"
            {...(exemplar === undefined ? { validationMessage: 'Ange antal från 1 till 99', validationState: 'error' as const } : {})}
          >
            <Input size="small" inputMode="numeric" value={antal} onChange={(_, { value }) => setAntal(value.trim())} />
          </Field>
          <Field label="Dubbelsidigt" orientation="horizontal">
            <Valkontroll
              namn="Dubbelsidigt"
              val={Object.entries(dubbelsidigtOrd).map(([varde, namn]) => ({ varde, namn }))}
              varde={minne.dubbelsidigt}
              onVarde={(varde) => setMinne({ ...minne, dubbelsidigt: varde as Dubbelsidigt })}
            />
          </Field>
        </>
      )}
      {skydd !== 'ingen' && (
        <div className={css.skydd}>
          <span className={css.skyddsord}>
            <ShieldLock16Filled aria-hidden />
            {skydd === 'skyddadFolkbokforing' ? 'Skyddad folkbokföring' : 'Sekretessmarkering'}
          </span>
          {somDetAr
            ? 'Det skrivs ut som det är, och adressen kan stå på någon sida: titta efter. Hämta utskriften själv, genast.'
            : 'Adressen skrivs inte ut. Hämta utskriften själv, genast.'}
          <Checkbox
            label="Jag har kontrollerat namn och personnummer"
            checked={isKontrollerad}
            disabled={nyckel === undefined}
            onChange={(_, { checked }) => setKontrollerad(checked === true ? nyckel : undefined)}
          />
        </div>
      )}
      {lage.slag === 'fel' && <ErrorBar {...lage.ord} onClose={glom} />}
      {lage.slag === 'utskriven' && <ErrorBar slag="info" vad={`Skickad till ${lage.vart}.`} gor="Utskriften är loggad." onClose={glom} />}
      <span className={css.knapp}>
        <Hinderknapp
          namn={vad ? `Skriv ut ${sidantal(vad.sidor)}` : 'Skriv ut'}
          ikon={<Print20Regular />}
          hinder={nu}
          tangent={tangentFor('skrivUt')}
          onClick={run}
        />
      </span>
    </div>
  );
}

function Forvald({ namn, klass }: { namn: string; klass: string }) {
  return (
    <>
      {namn}
      <span className={klass}>datorns förval</span>
    </>
  );
}
