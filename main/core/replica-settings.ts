import type { OpenReplica } from '../db/replica.ts';

/** What is known of the contact with the server. */
export const contactKey = 'karna:kontakt';
/** The server that the replica belongs to. */
export const serverKey = 'karna:server';

/** A replica that knows of no server yet belongs to the one it meets first. */
export const belongsTo = ({ setting }: Pick<OpenReplica, 'setting'>, address: string): boolean =>
  (setting(serverKey) ?? address) === address;
