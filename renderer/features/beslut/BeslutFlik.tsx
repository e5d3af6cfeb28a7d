import { useEffect, useRef, useState } from 'react';
import type { FormCommand } from '../../../shared/domain/rulebook/command-list.ts';
import { isOpenUtredning } from '../../../shared/domain/utredning/records.ts';
import { isNyckel } from '../../../shared/ipc/utkastnyckel.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { UtkastLases } from '../../components/formular/UtkastLases.tsx';
import { Hamtat } from '../../components/Hamtat.tsx';
import { idagNu } from '../../components/idag.ts';
import { aktForPost, useAktdata } from '../../state/akt.ts';
import { showYta } from '../../state/arbetsyta.ts';
import { newId } from '../../state/core.ts';
import { useMaySave } from '../../state/formularkommando.ts';
import { useFormular } from '../../state/useFormular.ts';
import { useUtkast } from '../../state/utkastlista.ts';
import { Beslutslista } from './Beslutslista.tsx';
import { avslagsfalt, beslutsformular } from './beslutsfel.ts';
import { type Beslutsrad, sparadeRader, utkastrad } from './beslutsrader.ts';
import { type Beslutsvarden, beslutsvarden, nyaVarden, type Underlag, underlagFor } from './beslutsutkast.ts';
import { formAv } from './effektivt.ts';
import { NyaBeslut } from './NyaBeslut.tsx';
import { SparatBeslut } from './SparatBeslut.tsx';

export type BeslutFlikProps = {
  personId: string;
  utredningId: string /** A saved beslut to show; none = to make one. */;
  beslutId?: string;
};

/** The tab Beslut of an utredning: its beslut, and the one that is made, changed or read. */
export function BeslutFlik({ personId, utredningId, beslutId }: BeslutFlikProps) {
  return (
    <Hamtat svar={useAktdata(personId)}>
      {({ akt, katalog }) => {
        const underlag = underlagFor(aktForPost(akt, 'utredning', utredningId), katalog, utredningId, idagNu());
        return underlag ? (
          <Vy key={utredningId} underlag={underlag} beslutId={beslutId} />
        ) : (
          <EmptyState text="Utredningen finns inte i akten." />
        );
      }}
    </Hamtat>
  );
}

function Vy({ underlag, beslutId }: { underlag: Underlag; beslutId: string | undefined }) {
  const { akt, katalog, fakta } = underlag;
  const { personId } = akt;
  const { utredningId } = fakta;
  const [kortId, setKortId] = useState<string>();
  const show = (id: string | undefined) =>
    showYta(personId, { slag: 'utredning', id: utredningId, flik: 'beslut', ...(id === undefined ? {} : { beslutId: id }) });
  const sparade = sparadeRader(akt, katalog, utredningId);
  const nyckel = { form: 'beslut', personId, objekt: utredningId } as const;
  const harUtkast = useUtkast().some((one) => isNyckel(one.nyckel, nyckel));
  const avslutad = !isOpenUtredning(fakta.utredning);
  // What was filled in before somebody ended the utredning is still shown: the words are the user's.
  // Whoever may not decide is shown no proposal as if it were a beslut.
  const kan = useMaySave('beslut') && !avslutad;
  const oppen = kan || harUtkast;
  const visat = akt.beslut.find(
    ({ id, data }) => data.utredningId === utredningId && id === (beslutId ?? (oppen ? undefined : sparade[0]?.id)),
  );
  const form = useFormular<Beslutsvarden>({
    nyckel,
    personId,
    titel: 'Beslut',
    dold: visat !== undefined || !oppen,
    start: () => nyaVarden(underlag),
    schema: beslutsvarden,
    kontroll: (varden) => beslutsformular(underlag, varden),
    command: (varden) => fattaKommando(underlag, varden),
    faltAv: (field, varden) => avslagsfalt(underlag, varden, field),
    showFalt: (falt, { kort }) => {
      const med = kort.find(({ id }) => falt.startsWith(id));
      if (med) setKortId(med.id);
    },
    onSaved: (varden) => {
      void form.startOver();
      const beslut = formAv(underlag, varden).beslut;
      const bifall = beslut.filter(({ utfall }) => utfall === 'bifall');
      // Of a pair, the one that was chosen: it is the one that is ordered (BEST-KORT-03).
      const valt = bifall.find(({ insatsId }) => insatsId === varden.kort[0]?.insatsId);
      show((valt ?? bifall[0] ?? beslut[0])?.id);
    },
  });
  // The proposal of an untouched form follows what has been decided since.
  const { startOver } = form;
  const orord = useRef<() => void>(undefined);
  orord.current = form.laddar || form.arUtkast ? undefined : () => void startOver();
  const beslutade = sparade.map(({ id }) => id).join(' ');
  useEffect(() => {
    if (beslutade !== '') orord.current?.();
  }, [beslutade]);
  if (form.laddar) return <UtkastLases diskfel={form.diskfel} antal={10} />;
  const kort = form.varden.kort.find(({ id }) => id === kortId) ?? form.varden.kort[0];
  const chooseRad = (rad: Beslutsrad) => {
    if (rad.slag === 'utkast') setKortId(rad.id);
    show(rad.slag === 'utkast' ? undefined : rad.id);
  };
  if (visat) {
    const utkast = oppen && form.arUtkast ? form.varden.kort.map((one) => utkastrad(underlag, one)) : [];
    return (
      <SparatBeslut
        underlag={underlag}
        beslut={visat}
        lista={<Beslutslista rader={[...utkast, ...sparade]} vald={visat.id} onVald={chooseRad} />}
        onNy={kan ? () => show(undefined) : undefined}
      />
    );
  }
  if (!oppen || !kort) {
    return <EmptyState text={avslutad ? 'Utredningen är avslutad och har inga beslut.' : 'Utredningen har inga beslut än.'} />;
  }
  return <NyaBeslut underlag={underlag} form={form} kort={kort} sparade={sparade} onValdRad={chooseRad} onKort={setKortId} />;
}

function fattaKommando(underlag: Underlag, varden: Beslutsvarden): FormCommand<'beslut.fatta'> {
  const { beslut, ...resten } = formAv(underlag, varden);
  const { personId } = underlag.akt;
  return {
    name: 'beslut.fatta',
    input: {
      personId,
      utredningId: underlag.fakta.utredningId,
      ...resten,
      personkretsSedd: underlag.fakta.personkrets ?? null,
      beslut: beslut.map((one) => ({ ...one, rev: newId() })),
    },
  };
}
