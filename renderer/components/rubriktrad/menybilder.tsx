import {
  ArrowUndo20Regular,
  CalendarCheckmark20Regular,
  CheckmarkCircle20Regular,
  ClipboardArrowRight20Regular,
  ClipboardCheckmark20Regular,
  ClipboardPaste20Regular,
  ClipboardTaskListLtr20Regular,
  Copy20Regular,
  Delete20Regular,
  Document20Regular,
  DocumentAdd20Regular,
  DocumentArrowDown20Regular,
  DocumentDismiss20Regular,
  Edit20Regular,
  FolderOpen20Regular,
  Gavel20Regular,
  Handshake20Regular,
  History20Regular,
  Home20Regular,
  Notebook20Regular,
  PeopleSwap20Filled,
  Person20Regular,
  PersonAdd20Regular,
  PersonCall20Regular,
  PersonSupport20Regular,
  RecordStop20Regular,
  Share20Regular,
} from '@fluentui/react-icons';
import type { ReactElement } from 'react';
import type { Nod, NodMeny } from '../../../shared/domain/rubriktrad/nod.ts';

/** Pictures of a node's menu entries; the words beside them say the same. */
export const menyBild: Record<NodMeny, ReactElement> = {
  person: <Person20Regular />,
  hushall: <Home20Regular />,
  kontaktuppgifter: <PersonCall20Regular />,
  samtycken: <Handshake20Regular />,
  dokumentation: <Notebook20Regular />,
  oppnaTradet: <Document20Regular />,
  felmarkera: <DocumentDismiss20Regular />,
  aktualisering: <DocumentArrowDown20Regular />,
  inledUtredning: <DocumentAdd20Regular />,
  lassBeslut: <Gavel20Regular />,
  verkstallighetOppna: <PersonSupport20Regular />,
  avslutaArende: <RecordStop20Regular />,
  beslut: <Gavel20Regular />,
  bestallning: <ClipboardArrowRight20Regular />,
  bedomning: <ClipboardTaskListLtr20Regular />,
  avslutaVerkstallighet: <RecordStop20Regular />,
  oppnaVerkstallighetIgen: <ArrowUndo20Regular />,
  bytUtforare: <PeopleSwap20Filled style={{ color: 'var(--akBlue)' }} />,
  kopieraTexter: <Copy20Regular />,
  klistraTexter: <ClipboardPaste20Regular />,
  historik: <History20Regular />,
  lamnaTillEnhet: <Share20Regular />,
  taUpp: <PersonAdd20Regular />,
  felmarkeraBeslut: <DocumentDismiss20Regular />,
  felmarkeraHandling: <DocumentDismiss20Regular />,
  taBortBestallning: <Delete20Regular />,
  nyEfterAvbrott: <ClipboardCheckmark20Regular />,
  bekrafta: <CheckmarkCircle20Regular />,
  uppfoljningar: <CalendarCheckmark20Regular />,
};

const skriver: readonly Nod['slag'][] = ['anteckning', 'anteckningar', 'rubrik'];
/** Of the entry that does what Enter does. */
export const oppnaBild = ({ slag }: Pick<Nod, 'slag'>): ReactElement =>
  skriver.includes(slag) ? <Edit20Regular /> : <FolderOpen20Regular />;
