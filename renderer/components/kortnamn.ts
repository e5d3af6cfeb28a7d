import { displayName, type Person } from '../../shared/domain/person/records.ts';

/** `Ekström, Linnea`: surname and the name in daily use, for buttons and dialogs that name whom they concern. */
export const kortnamn = ({ efternamn, fornamn, tilltalsnamn }: Pick<Person, 'efternamn' | 'fornamn' | 'tilltalsnamn'>): string =>
  displayName({ efternamn, fornamn: tilltalsnamn ?? fornamn.split(' ')[0] ?? fornamn });
