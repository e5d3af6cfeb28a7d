import type { ComponentType, ReactNode } from 'react';
import { etikettVerkstallighet } from '../../../shared/domain/etikett.ts';
import { displayName } from '../../../shared/domain/person/records.ts';
import { formatPersonnummer } from '../../../shared/domain/personnummer.ts';
import type { Verkstallighet } from '../../../shared/domain/verkstallighet/records.ts';
import type { AktPost, AktVy } from '../../../shared/ipc/views.ts';
import { ordForFel } from '../../../shared/words/fel.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorBar } from '../../components/ErrorBar.tsx';
import { Formulardialog, type Formulardialogprops } from '../../components/Formulardialog.tsx';
import { Formularmeddelanden, type Formularmeddelandenprops } from '../../components/formular/Formularmeddelanden.tsx';
import { type Aktdata, aktForPost, useAktdata } from '../../state/akt.ts';
import { showYta } from '../../state/arbetsyta.ts';
import { setKundvy } from '../../state/kundvy.ts';
import type { Formular } from '../../state/useFormular.ts';
import { utforarnamn } from '../../state/utforarnamn.ts';

export type Kundprops = { personId: string; onClose: () => void };

/** A dialog over the kund's tab, drawn once what it shows is read. */
export function medAkt<P extends Kundprops>(Dialog: ComponentType<P & Aktdata>) {
  return function MedAkt(props: P) {
    const { data, fel } = useAktdata(props.personId);
    if (fel) return <ErrorBar {...ordForFel(fel.code)} onClose={props.onClose} />;
    return data ? <Dialog {...props} {...data} /> : null;
  };
}

type Verkprops = Kundprops & { verkstallighetId: string };
export type Verkdialogprops = Verkprops & Aktdata & { post: AktPost<Verkstallighet> };

/** One that changes a verkställighet of the akt. */
export const medVerkstallighet = (Dialog: ComponentType<Verkdialogprops>) =>
  medAkt(function MedVerkstallighet(props: Verkprops & Aktdata) {
    const akt = aktForPost(props.akt, 'verkstallighet', props.verkstallighetId);
    const post = akt.verkstalligheter.find(({ id }) => id === props.verkstallighetId);
    if (!post) return <EmptyState text="Verkställigheten finns inte längre." handling="Stäng" onHandling={props.onClose} />;
    return <Dialog {...props} akt={akt} post={post} />;
  });

/** `Ekström, Linnea 19990412-2380`: whom a dialog concerns. */
export const kundrad = ({ person }: Pick<AktVy, 'person'>): string =>
  `${displayName(person.data)} ${formatPersonnummer(person.data.personnummer)}`;
/** `LSS Insatser 240227- – LSS-handläggare 3 för Ekström, Linnea 19990412-2380` */
export const verkrad = ({ akt, katalog, post: { data } }: Pick<Verkdialogprops, 'akt' | 'katalog' | 'post'>): string =>
  `${etikettVerkstallighet(data, utforarnamn(katalog, data.utforareId))} för ${kundrad(akt)}`;

type Props<T> = Pick<Formulardialogprops, 'rubrik' | 'kund' | 'primar' | 'onClose' | 'bredd' | 'allvar'> & {
  form: Formular<T>;
  /** Where it changes a record: what another has changed of it meanwhile. */
  andrad?: Formularmeddelandenprops['andrad'];
  children: ReactNode;
};

/** The form in its dialog, with what cannot be said at a field above it. */
export function Verkdialog<T>({ form, andrad, children, ...dialog }: Props<T>) {
  return (
    <Formulardialog {...dialog} lage={form} onSave={() => void form.save()} sparar={form.sparar} arUtkast={form.arUtkast}>
      <Formularmeddelanden avslag={form.avslag} diskfel={form.diskfel} onTryAgain={() => void form.flush()} andrad={andrad} />
      {children}
    </Formulardialog>
  );
}

/** Shows it in the work area, and marks it in the rubrikträd. */
export function showVerkstallighet(personId: string, id: string): void {
  setKundvy(personId, { vald: `verkstallighet/${id}` });
  showYta(personId, { slag: 'verkstallighet', id });
}
