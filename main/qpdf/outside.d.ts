declare module '@neslinesli93/qpdf-wasm' {
  type Settings = {
    locateFile: () => string;
    noInitialRun: boolean;
    preRun: ((qpdf: Qpdf) => void)[];
  };
  type Qpdf = {
    callMain(args: string[]): number;
    FS: {
      writeFile(path: string, bytes: Uint8Array): void;
      readFile(path: string): Uint8Array;
      /** What standard input gives, and what is done with each byte of standard output and error. */
      init(input: null, output: (byte: number) => void, error: (byte: number) => void): void;
    };
  };
  export default function create(settings: Settings): Promise<Qpdf>;
}
