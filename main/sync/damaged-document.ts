/** The bytes of a document were others when they came than its name says, and were thrown away. They are asked for again. */
export class DamagedDocument extends Error {
  readonly code = 'dokument-skadat';
  constructor(when: 'sent' | 'fetched') {
    super(`bytes of a document were changed when they were ${when}`);
    this.name = 'DamagedDocument';
  }
}
