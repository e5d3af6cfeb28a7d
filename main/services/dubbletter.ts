import { arMojligDubblett } from '../../shared/domain/person/dubblett.ts';
import { yymmdd } from '../../shared/util/datum.ts';
import { personRader } from './person-rad.ts';
import { type Handlers, type ServicePorts, todayOf } from './service.ts';

/** Born the same day in one municipality: far fewer. */
const maxSammaDag = 500;

/** Persons held who may be the one about to be registered (FRAGA-06); found by number, where a samordningsnummer has 60 added to the day. */
export const dubblettService = ({ replica, clock }: Pick<ServicePorts, 'replica' | 'clock'>): Handlers<'person.dubbletter'> => ({
  'person.dubbletter': (ny) => {
    const day = yymmdd(ny.fodelsedatum);
    const samordning = day.slice(0, 4) + String(Number(day.slice(4)) + 60);
    const personIds = [day, samordning].flatMap(
      (born) => replica.searchPersons({ slag: 'fodelsedatum', yymmdd: born, arhundrade: 'alla' }, maxSammaDag).personIds,
    );
    const same = personIds.filter((personId) => {
      const data = replica.record('person', personId)?.data;
      return data !== undefined && arMojligDubblett(ny, data);
    });
    return personRader(replica, same, todayOf(clock));
  },
});
