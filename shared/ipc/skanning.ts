import type { PersonRad } from './views.ts';

/** Why a folder cannot be that of the scanned files. */
export type Mapphinder = 'mapp-finns-inte' | 'mapp-gar-inte-att-lasa' | 'mapp-ar-programmets';

/** Why a scanned file cannot be shown, filed or removed. */
export type Skanhinder =
  | 'fil-borta'
  | 'fil-andrad'
  | 'fil-skrivs'
  | 'fil-last'
  | 'fil-glomd'
  | 'inte-sparad'
  | 'okant-format'
  | 'skadad'
  | 'okand-form'
  | 'for-stor'
  | 'losenord-behovs'
  | 'for-lang-tid'
  | 'for-mycket-minne';

/** A document that a scanned file has come to be already. `kund` is null for one with skyddad folkbokföring. */
export type Sparadskanning = { dokumentId: string; kund: Pick<PersonRad, 'personId' | 'namn' | 'personnummer'> | null };

export type SkannadFil = {
  /** Of the file as it is now: another one under its name has another. */
  id: string;
  namn: string;
  /** Bytes. */
  storlek: number;
  /** When it was last written to. */
  andrad: string;
  lage: 'klar' | 'skrivs' | 'for-stor';
  /** The user has not looked at it on this computer. */
  ny: boolean;
  sparad?: Sparadskanning;
  /** Why it cannot be filed, once it has been looked at. */
  hinder?: Skanhinder;
};

export type SkanningVy = {
  mapp: string | null;
  hinder?: Mapphinder;
  /** The first look into the folder is not done. */
  laser?: true;
  /** The newest first. */
  filer: SkannadFil[];
  /** How many older ones are not told of. */
  fler: number;
  /** How many files are of kinds that are not filed. */
  ovriga: number;
};

/** What is shown of a scanned file: the PDF that it is filed as. */
export type Skanvisning =
  | {
      ok: true;
      sha256: string;
      storlek: number;
      sidor: number;
      sparad?: Sparadskanning;
      /** It has left the folder, and its filing was refused: the bytes are here until that is settled. */
      borta?: true;
    }
  | { ok: false; hinder: Skanhinder };

/** A file of the computer on its way in: so many bytes of it have come, it is shown, or it is refused. */
export type Skandel = { slag: 'mer'; mottaget: number } | { slag: 'inne'; visning: Skanvisning };
