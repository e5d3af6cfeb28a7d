/** Why documents are not bound; of one of them where the answer says which. */
export type Bindfel =
  | 'inga-dokument'
  | 'inte-pdf'
  | 'losenord-behovs'
  | 'fel-losenord'
  | 'skadad'
  | 'sidor-saknas'
  | 'formular-xfa'
  | 'lases-olika'
  | 'for-lang-tid'
  | 'for-mycket-minne'
  | 'avbruten'
  /** Its bytes are on the server, and cannot be fetched now. */
  | 'dokument-inte-har'
  | 'dokument-skadat'
  | 'felmarkerat'
  /** It is not there, or no longer the user's to read. */
  | 'finns-inte'
  /** All the documents together are more than one binding takes. */
  | 'bunten-for-stor';

/** Why a file that was dropped or chosen cannot be taken in. */
export type Filhinder = 'okant-format' | 'skadad' | 'okand-form' | 'for-stor' | 'losenord-behovs' | 'for-lang-tid' | 'for-mycket-minne';

/** What is to be known of a document in the bundle. */
export type Anmarkning =
  | { slag: 'signerad' | 'skydd-mot-andring' | 'losenord' | 'lagad' | 'taggar-borta' | 'otaggad' }
  | { slag: 'bilagor'; namn: string[] }
  | { slag: 'falt-ritade'; antal: number };

/** A file on its way in: so many bytes of it have come, or it is stored as the PDF that it is bound as. */
export type Fildel =
  | { slag: 'mer'; mottaget: number }
  | { slag: 'inne'; sha256: string; storlek: number }
  | { slag: 'nekad'; kod: Filhinder };

/** What a document alone would be in a bundle, all its pages. */
export type Provad = { ok: true; sidor: number; anmarkningar: Anmarkning[] } | { ok: false; kod: Bindfel };

/** The bundle, whose bytes are stored on this computer, or why there is none. */
export type Bindsvar =
  | {
      ok: true;
      sha256: string;
      /** Bytes. */
      storlek: number;
      /** All of them, the cover too. */
      sidor: number;
      /** Pages before the first document. */
      omslag: number;
      delar: { namn: string; sidor: number; anmarkningar: Anmarkning[] }[];
      /** Tagged for screen readers. */
      taggad: boolean;
    }
  /** `del`: which of the documents, counted from 0. */
  | { ok: false; kod: Bindfel; del: number | null };

/** What is under way with which document, of how many. */
export type Bindsteg = { steg: 'laser' | 'skriver' | 'jamfor'; klart: number; av: number };
