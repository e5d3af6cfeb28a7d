import { arMojligDubblett } from '../../shared/domain/person/dubblett.ts';
import { yymmdd } from '../../shared/util/datum.ts';
import { personRader } from './person-rad.ts';
import { type Handlers, type ServicePorts, todayOf } from './service.ts';

/** Born the same day in one municipality: far fewer. */
const maxSammaDag = 500;

/**
 * Persons held who may be the one about to be registered (FRAGA-06): one who has or had a number of theirs, or the same name and birth
 * date; found by number, where a samordningsnummer has 60 added to the day.
 */
export function dubblettService({ replica, clock }: Pick<ServicePorts, 'replica' | 'clock'>): Handlers<'person.dubbletter'> {
  const sammaNamn = ({ fodelsedatum, ...namn }: { efternamn: string; fornamn: string; fodelsedatum?: string | undefined }): string[] => {
    if (fodelsedatum === undefined) return [];
    const day = yymmdd(fodelsedatum);
    const samordning = day.slice(0, 4) + String(Number(day.slice(4)) + 60);
    const personIds = [day, samordning].flatMap(
      (born) => replica.searchPersons({ slag: 'fodelsedatum', yymmdd: born, arhundrade: 'alla' }, maxSammaDag).personIds,
    );
    return personIds.filter((personId) => {
      const data = replica.record('person', personId)?.data;
      return data !== undefined && arMojligDubblett({ ...namn, fodelsedatum }, data);
    });
  };
  return {
    'person.dubbletter': ({ nummer, ...ny }) => {
      const haft = nummer.flatMap((nummer12) => replica.searchPersons({ slag: 'personnummer', nummer12 }, maxSammaDag).personIds);
      return personRader(replica, [...new Set([...haft, ...sammaNamn(ny)])], todayOf(clock));
    },
  };
}
