import { bifallUtanBestallning } from '../../../shared/domain/beslut/bestallbart.ts';
import { bestallningshinder } from '../../../shared/domain/bestallning/hinder.ts';
import { isNyckel } from '../../../shared/ipc/utkastnyckel.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Hamtat } from '../../components/Hamtat.tsx';
import { idagNu } from '../../components/idag.ts';
import { type Aktdata, aktForPost, useAktdata } from '../../state/akt.ts';
import { showYta } from '../../state/arbetsyta.ts';
import { useMaySave } from '../../state/formularkommando.ts';
import { useUtkast } from '../../state/utkastlista.ts';
import { Orderformular } from './Orderformular.tsx';
import { Orderlista, type Orderrad, orderrader } from './Orderlista.tsx';
import { orderunderlag } from './order.ts';
import { SkickadOrder } from './SkickadOrder.tsx';

export type BestallningFlikProps = {
  personId: string;
  utredningId: string;
  /** A sent beställning to read. */
  bestallningId?: string;
  /** The bifall to order. */
  beslutId?: string;
};

/** The tab Beställning of an utredning: a sent one, or the order of a bifall that has none (BEST-GEN-01, FORB-31). */
export function BestallningFlik(props: BestallningFlikProps) {
  return (
    <Hamtat svar={useAktdata(props.personId)}>
      {({ akt, katalog }) => <Flik {...props} akt={aktForPost(akt, 'utredning', props.utredningId)} katalog={katalog} />}
    </Hamtat>
  );
}

function Flik({ personId, utredningId, bestallningId, beslutId, akt, katalog }: BestallningFlikProps & Aktdata) {
  const utkast = useUtkast();
  const { insatser } = katalog;
  const idag = idagNu();
  const lopande = bifallUtanBestallning({ insatser, beslut: akt.beslut, bestallningar: akt.bestallningar }, idag);
  // A bifall that has ended may still be ordered; it is only not asked for.
  const kan = useMaySave('bestallning');
  const bestallbara = akt.beslut.filter(
    (one) => kan && one.data.utredningId === utredningId && !bestallningshinder(one, insatser, akt.bestallningar),
  );
  const paborjad = (id: string) => utkast.some(({ nyckel }) => isNyckel(nyckel, { form: 'bestallning', personId, objekt: id }));
  const rader = orderrader(akt, katalog, utredningId, paborjad);
  const vald =
    bestallningId ?? (beslutId === undefined ? undefined : rader.find((rad) => rad.beslutId === beslutId && !rad.saknas)?.bestallningId);
  // What was filled in and can no longer be sent is still shown: the words are the user's.
  const paborjat = akt.beslut.find(({ id }) => id === beslutId && paborjad(id));
  const beslut =
    bestallbara.find(({ id }) => id === beslutId) ??
    (bestallningId === undefined ? paborjat : undefined) ??
    (beslutId === undefined ? (bestallbara.find(({ id }) => lopande.some((one) => one.id === id)) ?? bestallbara[0]) : undefined);
  const show = (rad: Orderrad) =>
    showYta(personId, {
      slag: 'utredning',
      id: utredningId,
      flik: 'bestallning',
      beslutId: rad.beslutId,
      ...(rad.bestallningId === undefined ? {} : { bestallningId: rad.bestallningId }),
    });
  const lista = (id: string | undefined) => <Orderlista rader={rader} vald={id} onVald={show} />;
  const skickad = akt.bestallningar.find(({ id }) => id === (bestallningId ?? (beslut ? undefined : (vald ?? rader[0]?.bestallningId))));
  if (skickad) return <SkickadOrder key={skickad.id} akt={akt} katalog={katalog} bestallning={skickad} lista={lista(skickad.id)} />;
  const underlag = beslut && orderunderlag(akt, katalog, beslut, idag);
  if (!underlag) return <EmptyState text={kan ? 'Utredningen har inget bifall att beställa.' : 'Utredningen har ingen beställning än.'} />;
  const bifall = bestallbara.includes(underlag.beslut) ? bestallbara : [underlag.beslut, ...bestallbara];
  return <Orderformular key={underlag.beslut.id} underlag={underlag} bifall={bifall} lista={lista(underlag.beslut.id)} />;
}
