import {
  Document20Regular,
  DocumentDismiss20Regular,
  Edit20Regular,
  FolderOpen20Regular,
  Home20Regular,
  Notebook20Regular,
  Person20Regular,
  PersonCall20Regular,
} from '@fluentui/react-icons';
import type { ReactElement } from 'react';
import type { Nod, NodMeny } from '../../../shared/domain/rubriktrad/nod.ts';

/** Pictures of a node's menu entries; the words beside them say the same. */
export const menyBild: Record<NodMeny, ReactElement> = {
  person: <Person20Regular />,
  hushall: <Home20Regular />,
  kontaktuppgifter: <PersonCall20Regular />,
  dokumentation: <Notebook20Regular />,
  oppnaTradet: <Document20Regular />,
  felmarkera: <DocumentDismiss20Regular />,
};

const skriver: readonly Nod['slag'][] = ['anteckning', 'anteckningar', 'rubrik'];
/** Of the entry that does what Enter does. */
export const oppnaBild = ({ slag }: Pick<Nod, 'slag'>): ReactElement =>
  skriver.includes(slag) ? <Edit20Regular /> : <FolderOpen20Regular />;
