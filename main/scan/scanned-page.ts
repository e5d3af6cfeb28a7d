/** The colours of a picture, as PDF names them; the palette is three bytes a colour. */
export type Colours = 'DeviceGray' | 'DeviceRGB' | 'DeviceCMYK' | { palette: Uint8Array };

/** Parameters of a PDF filter: ISO 32000-1, tables 8, 11 and 13. */
export type FilterParameters = Readonly<Record<string, number | boolean>>;

/** A picture as PDF holds it: the bytes of the scan where PDF knows their compression, else its pixels deflated. */
export type Picture = {
  /** Pixels. */
  width: number;
  height: number;
  bits: 1 | 2 | 4 | 8 | 16;
  colours: Colours;
  filter: 'CCITTFaxDecode' | 'DCTDecode' | 'FlateDecode';
  parameters?: FilterParameters;
  /** Values mean the reverse: zero is white. */
  inverted?: boolean;
  /** The colour that is not there: the paper shows. */
  key?: number[];
  bytes: Uint8Array;
};

/** How the picture is to be turned, as EXIF and TIFF number it: 1 as it is, 3 upside down, 6 a quarter to the right, … */
export type Orientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

export type ScannedPage = {
  /** Pixels, before it is turned. */
  width: number;
  height: number;
  /** Pixels an inch; undefined where the file does not say. */
  resolution: { x: number; y: number } | undefined;
  orientation: Orientation;
  /** Where each picture has its upper left corner, in pixels from that of the page. Strips and tiles whose bytes go in as they are. */
  pieces: readonly { x: number; y: number; picture: Picture }[];
};

export const asOrientation = (value: number | undefined): Orientation =>
  value !== undefined && Number.isInteger(value) && value >= 1 && value <= 8 ? (value as Orientation) : 1;

/** A page of 65,500 pixels square is far more than any scanner makes; readers of JPEG end there. */
export const mostPixelsASide = 65_500;
