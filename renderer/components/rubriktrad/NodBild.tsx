import {
  BuildingMultiple16Regular,
  ClipboardArrowRight16Regular,
  ClipboardTask16Regular,
  Document16Regular,
  DocumentArrowDown16Regular,
  DocumentDismiss16Filled,
  DocumentPdf16Regular,
  DocumentText16Regular,
  Folder16Regular,
  FolderOpen16Regular,
  Gavel16Filled,
  GavelProhibited16Filled,
  Notebook16Regular,
  Person16Regular,
  PersonSupport16Regular,
} from '@fluentui/react-icons';
import type { NodIkon } from '../../../shared/domain/rubriktrad/nod.ts';

const bilder = {
  person: Person16Regular,
  enheter: BuildingMultiple16Regular,
  mapp: Folder16Regular,
  aktualisering: DocumentArrowDown16Regular,
  utredning: DocumentText16Regular,
  journal: Notebook16Regular,
  dokument: Document16Regular,
  rubrik: Document16Regular,
  anteckning: Document16Regular,
  felmarkerad: DocumentDismiss16Filled,
  beslut: Gavel16Filled,
  beslutAvslag: GavelProhibited16Filled,
  bestallning: ClipboardArrowRight16Regular,
  bedomning: ClipboardTask16Regular,
  verkstallighet: PersonSupport16Regular,
  handling: DocumentPdf16Regular,
} satisfies Record<NodIkon, typeof Document16Regular>;

const farger: Partial<Record<NodIkon, string>> = {
  mapp: 'var(--akGold)',
  beslut: 'var(--akGavel)',
  beslutAvslag: 'var(--akGavel)',
  felmarkerad: 'var(--akRed)',
};

/** The picture of a node, in the colour users know it by. Decoration: the name says what it says. */
export function NodBild({ ikon, oppen }: { ikon: NodIkon; oppen: boolean }) {
  const Bild = ikon === 'mapp' && oppen ? FolderOpen16Regular : bilder[ikon];
  return <Bild aria-hidden style={{ color: farger[ikon], flexShrink: 0 }} />;
}
