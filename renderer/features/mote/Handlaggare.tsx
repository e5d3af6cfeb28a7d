import { useState } from 'react';
import type { KatalogVy } from '../../../shared/ipc/views.ts';
import { Krysslista } from '../../components/formular/Kryssruta.tsx';
import { Valfalt } from '../../components/formular/Valfalt.tsx';

type Props = {
  katalog: KatalogVy;
  /** Those who may read of the meeting. */
  mojliga: KatalogVy['handlaggare'];
  valda: readonly string[];
  onValda: (valda: string[]) => void;
};

/** Who of the unit's own are to be there: those who were named, each with a box, and a list of the others. */
export function Handlaggare({ katalog, mojliga, valda, onValda }: Props) {
  // One whose box is emptied stands there still, so that the focus is not lost.
  const [sedda, setSedda] = useState(valda);
  const rader = [...new Set([...sedda, ...valda])];
  const namn = (id: string) => katalog.handlaggare.find((one) => one.id === id)?.namn ?? 'En handläggare som inte finns kvar';
  const ovriga = mojliga.filter(({ id }) => !rader.includes(id));
  return (
    <>
      {rader.length > 0 && (
        <Krysslista
          falt="anvandareIds"
          etikett="Handläggare"
          tips="Mötet syns på dagen bland bevakningarna hos var och en."
          val={rader.map((varde) => ({ varde, namn: namn(varde) }))}
          valda={valda}
          onValda={onValda}
        />
      )}
      <Valfalt
        falt="nyHandlaggare"
        etikett={rader.length > 0 ? 'Fler handläggare' : 'Handläggare'}
        tomText="Lägg till"
        val={ovriga.map(({ id, namn: dennes }) => ({ varde: id, namn: dennes }))}
        varde={undefined}
        onVarde={(id) => {
          setSedda([...rader, id]);
          onValda([...valda, id]);
        }}
      />
    </>
  );
}
