/** Why a file of the folder cannot be taken now. */
export type FolderFileCode =
  /** It is not there any more: somebody else has taken it. */
  | 'fil-borta'
  /** Something else lies there by now. */
  | 'fil-andrad'
  /** It is still being written. */
  | 'fil-skrivs'
  /** Another program has it open, or the user may not read or remove it. */
  | 'fil-last'
  | 'for-stor';

export class FolderFileError extends Error {
  readonly code: FolderFileCode;
  constructor(code: FolderFileCode) {
    super(code);
    this.name = 'FolderFileError';
    this.code = code;
  }
}
