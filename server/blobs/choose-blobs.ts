import type { Store } from '../store/store.ts';
import { directoryStore } from './directory.ts';
import { fileKeyHolder } from './key-holder.ts';
import { type S3Settings, s3Store } from './s3.ts';
import { createVault, type Vault } from './vault.ts';

export type BlobSettings = {
  /** Where the sealed bytes lie. */
  at: { dir: string } | { s3: S3Settings };
  /** Folder of the municipalities' own keys. */
  keyDir: string;
};

/** The vault that the settings describe. */
export const chooseBlobs = ({ at, keyDir }: BlobSettings, store: Pick<Store, 'dataKeys' | 'addDataKey'>): Vault =>
  createVault('s3' in at ? s3Store(at.s3) : directoryStore(at.dir), fileKeyHolder(keyDir), store);
