import { RequestError } from '../util/request-error.ts';

/** Refusals that push and pull share. */
export const epochChanged = (epoch: string): RequestError =>
  new RequestError('epoch-changed', 'The server has been restored. Keep unsent commands and fetch everything anew.', epoch);

export const otherUsersClient = (): RequestError =>
  new RequestError('client-of-other-user', 'This replica belongs to another user; each user has one of their own.');

export const tenantGone = (): RequestError => new RequestError('unauthorised', 'The municipality is not on this server.');

export const userGone = (): RequestError => new RequestError('forbidden', 'The user is not in the catalogue.');
