import type { ReactNode } from 'react';
import { displayName } from '../../../shared/domain/person/records.ts';
import { formatPersonnummer } from '../../../shared/domain/personnummer.ts';
import type { AktVy, KatalogVy } from '../../../shared/ipc/views.ts';
import { ErrorBar } from '../../components/ErrorBar.tsx';
import { useAkt, useKatalog } from '../../state/akt.ts';
import { ordForFel } from '../../state/ord.ts';

type Props = { personId: string; onStang: () => void; children: (akt: AktVy, katalog: KatalogVy) => ReactNode };

/** A dialog over the kund's tab, once what it shows is read. */
export function Dialogdata({ personId, onStang, children }: Props) {
  const akt = useAkt(personId);
  const katalog = useKatalog();
  const fel = akt.fel ?? katalog.fel;
  if (fel) return <ErrorBar {...ordForFel(fel.code)} onStang={onStang} />;
  return akt.data && katalog.data ? children(akt.data, katalog.data) : null;
}

/** `Ekström, Linnea 19990412-2380`: whom a dialog concerns. */
export const kundrad = ({ person }: Pick<AktVy, 'person'>): string =>
  `${displayName(person.data)} ${formatPersonnummer(person.data.personnummer)}`;
