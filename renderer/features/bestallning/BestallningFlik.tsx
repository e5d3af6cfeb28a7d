import { bifallUtanBestallning } from '../../../shared/domain/beslut/bestallbart.ts';
import { bestallningshinder } from '../../../shared/domain/bestallning/hinder.ts';
import { ordForFel } from '../../../shared/words/fel.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorBar } from '../../components/ErrorBar.tsx';
import { idagNu } from '../../components/idag.ts';
import { SkeletonRows } from '../../components/SkeletonRows.tsx';
import { useAkt, useKatalog } from '../../state/akt.ts';
import { visaYta } from '../../state/arbetsyta.ts';
import { useUtkast } from '../../state/utkastlista.ts';
import { arNyckel } from '../../state/utkastnyckel.ts';
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
export function BestallningFlik({ personId, utredningId, bestallningId, beslutId }: BestallningFlikProps) {
  const akt = useAkt(personId);
  const katalog = useKatalog();
  const utkast = useUtkast();
  const fel = akt.fel ?? katalog.fel;
  if (fel) return <ErrorBar {...ordForFel(fel.code)} />;
  if (!akt.data || !katalog.data) return <SkeletonRows antal={10} />;
  const { data } = akt;
  const { insatser } = katalog.data;
  const idag = idagNu();
  const lopande = bifallUtanBestallning({ insatser, beslut: data.beslut, bestallningar: data.bestallningar }, idag);
  // A bifall that has ended may still be ordered; it is only not asked for.
  const bestallbara = data.beslut.filter(
    (one) => one.data.utredningId === utredningId && !bestallningshinder(one, insatser, data.bestallningar),
  );
  const paborjad = (id: string) => utkast.some(({ nyckel }) => arNyckel(nyckel, { form: 'bestallning', personId, objekt: id }));
  const rader = orderrader(data, katalog.data, utredningId, paborjad);
  const vald =
    bestallningId ?? (beslutId === undefined ? undefined : rader.find((rad) => rad.beslutId === beslutId && !rad.saknas)?.bestallningId);
  // What was filled in and can no longer be sent is still shown: the words are the user's.
  const paborjat = data.beslut.find(({ id }) => id === beslutId && paborjad(id));
  const beslut =
    bestallbara.find(({ id }) => id === beslutId) ??
    (bestallningId === undefined ? paborjat : undefined) ??
    (beslutId === undefined ? (bestallbara.find(({ id }) => lopande.some((one) => one.id === id)) ?? bestallbara[0]) : undefined);
  const visa = (rad: Orderrad) =>
    visaYta(personId, {
      slag: 'utredning',
      id: utredningId,
      flik: 'bestallning',
      beslutId: rad.beslutId,
      ...(rad.bestallningId === undefined ? {} : { bestallningId: rad.bestallningId }),
    });
  const lista = (id: string | undefined) => <Orderlista rader={rader} vald={id} onVald={visa} />;
  const skickad = data.bestallningar.find(({ id }) => id === (bestallningId ?? (beslut ? undefined : (vald ?? rader[0]?.bestallningId))));
  if (skickad) return <SkickadOrder key={skickad.id} akt={data} katalog={katalog.data} bestallning={skickad} lista={lista(skickad.id)} />;
  const underlag = beslut && orderunderlag(data, katalog.data, beslut, idag);
  if (!underlag) return <EmptyState text="Utredningen har inget bifall att beställa." />;
  const bifall = bestallbara.includes(underlag.beslut) ? bestallbara : [underlag.beslut, ...bestallbara];
  return <Orderformular key={underlag.beslut.id} underlag={underlag} bifall={bifall} lista={lista(underlag.beslut.id)} />;
}
