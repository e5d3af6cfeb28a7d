import { useState } from 'react';
import type { BeraknadBevakningRad, BevakningRad, LagdBevakningRad } from '../../../shared/ipc/views.ts';
import type { Ord } from '../../../shared/words/ord.ts';
import { medAlla } from '../../state/medAlla.ts';
import { markPost, useMarkerad } from '../../state/navigering.ts';
import { type Gor, radnamn } from './atgarder.ts';

const isLagd = (rad: BevakningRad): rad is LagdBevakningRad => rad.slag === 'lagd';
const isBeraknad = (rad: BevakningRad): rad is BeraknadBevakningRad => rad.slag === 'beraknad';

/** The list of bevakningar, and that of a day of its calendar, as the tape-recorder buttons know it (SNAV-01). */
export const gangen = 'bevakningar';

/**
 * What is marked and ticked in a list, and what came of the latest that was done with it.
 * @param gas it is walked by the tape-recorder buttons: what they mark is marked
 */
export function useUrval(rader: readonly BevakningRad[], gas = false) {
  const [egenVald, setEgenVald] = useState<string | null>(null);
  const markeradPost = useMarkerad(gangen);
  const [vald, setVald] = gas ? [markeradPost, (id: string) => markPost(gangen, id)] : [egenVald, setEgenVald];
  const [kryssade, setKryssade] = useState<ReadonlySet<string>>(new Set());
  const [fel, setFel] = useState<Ord>();
  const [hoppade, setHoppade] = useState(0);
  const [flyttas, setFlyttas] = useState<readonly LagdBevakningRad[]>();
  const [skjuts, setSkjuts] = useState<ReadonlySet<string>>();
  // What has left the list is not ticked any more.
  const valda = new Set(rader.map(({ id }) => id).filter((id) => kryssade.has(id)));
  const markerad = rader.find(({ id }) => id === vald);
  /** The ticked rows, or the marked one. */
  const markerade = valda.size > 0 ? rader.filter(({ id }) => valda.has(id)) : markerad ? [markerad] : [];
  const run = async <R extends BevakningRad>(vilka: readonly R[], gor: Gor<R>) => {
    setHoppade(vilka.some((rad) => isLagd(rad) && valda.has(rad.id)) ? markerade.filter((rad) => !isLagd(rad)).length : 0);
    setFel(await medAlla(vilka, gor, radnamn));
    setKryssade(new Set());
  };
  return {
    ...{ vald, setVald, valda, setValda: setKryssade, fel, forgetFel: () => setFel(undefined), markerad, run, flyttas, setFlyttas },
    /** Those being put off, as the list has them now: what a colleague put off meanwhile is not among them. */
    skjuts: skjuts && rader.filter(isBeraknad).filter(({ id }) => skjuts.has(id)),
    setSkjuts: (vilka: readonly BeraknadBevakningRad[] | undefined) => setSkjuts(vilka && new Set(vilka.map(({ id }) => id))),
    /** Of what was ticked when the latest was done with it, how many are computed: they were passed by. */
    ...{ hoppade, forgetHoppade: () => setHoppade(0) },
    markerade,
    /** Those of them that can be done, moved and changed. */
    lagda: markerade.filter(isLagd),
    beraknade: markerade.filter(isBeraknad),
  };
}
export type Urval = ReturnType<typeof useUrval>;
