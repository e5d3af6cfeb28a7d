import { mayFelmarkera } from '../../shared/domain/anteckning/commands.ts';
import type { DokumentationRef } from '../../shared/domain/anteckning/records.ts';
import { mayWriteIn, skrivhinder } from '../../shared/domain/behorighet.ts';
import type { Actor, Rejection, State } from '../../shared/domain/command.ts';
import { etikettUtredning, etikettVerkstallighet } from '../../shared/domain/etikett.ts';
import { rubrikTitel } from '../../shared/domain/katalog/rubrik-titel.ts';
import { rubrikerFor } from '../../shared/domain/katalog/rubriker.ts';
import { type Anteckningspost, dokumentNoder, journalNoder, nyastForst } from '../../shared/domain/rubriktrad/dokumentation-noder.ts';
import type { Nod } from '../../shared/domain/rubriktrad/nod.ts';
import { mottagareFor, verkstallighetDokumentation } from '../../shared/domain/rubriktrad/trad.ts';
import { aktScope } from '../../shared/domain/scope.ts';
import { isOpenVerkstallighet } from '../../shared/domain/verkstallighet/records.ts';
import type { AnteckningVy, Nothuvud } from '../../shared/ipc/views.ts';
import { aktOfHeads } from './akt-heads.ts';
import { aktState } from './akt-state.ts';
import { rubrikerOf } from './dokumentation-rubriker.ts';
import type { Katalog } from './katalog.ts';
import type { Oppnade } from './oppnade.ts';
import type { Post, Replica } from './ports.ts';
import { CallFailure, type Handlers, type ServicePorts, todayOf } from './service.ts';

/** The dokumentation of an utredning or a verkställighet: its tree, its notes, and where the user may write (DOK-01 to DOK-14). */
export function dokumentationService(
  ports: ServicePorts,
  katalog: Katalog,
  oppnade: Oppnade,
): Handlers<'dokumentation.hamta' | 'dokumentation.noter'> {
  const { replica, clock } = ports;
  return {
    'dokumentation.hamta': ({ personId, dokumentation: ref }) => {
      oppnade.require(personId);
      const scope = aktScope(personId);
      const actor = ports.actor();
      const state = aktState(replica, scope);
      const noter = aktOfHeads(replica.heads(scope))
        .anteckningar.filter(({ huvud }) => huvud.dokumentation.id === ref.id)
        .sort(nyastForst);
      const groups = { anteckningar: new Map([[ref.id, noter]]) };
      const mottagare = mottagareFor(katalog, actor, state.get('person', personId) ?? { enheter: [] });
      const part = ref.slag === 'utredning' ? utredningPart() : verkstallighetPart();
      oppnade.readDokumentation(personId, ref);

      const denied = mayWriteIn(state, ref, actor);
      return {
        personId,
        dokumentation: ref,
        ...part,
        anteckningar: noter.map(nothuvud),
        ...(denied ? { lasorsak: denied.code, ...lssInsatser(replica, scope, state, actor, todayOf(clock)) } : {}),
      };

      function utredningPart() {
        const data = state.get('utredning', ref.id);
        if (!data) throw new CallFailure('finns-inte');
        const rubriker = rubrikerFor(katalog.mallar, 'utredning', data.typ);
        const plats = {
          parentId: `utredning/${ref.id}/dokumentation`,
          niva: 1,
          hinder: skrivhinder(undefined, actor),
          mottagare: mottagare('utredning', data),
        };
        const noder = [...journalNoder(ref, noter, actor, plats), ...dokumentNoder(ref, data, rubriker, noter, actor, plats)];
        return { etikett: etikettUtredning(data), rubriker, noder: asRoots(noder) };
      }

      /** VERK-09: with the organisation it lies on. */
      function verkstallighetPart() {
        const data = state.get('verkstallighet', ref.id);
        if (!data) throw new CallFailure('finns-inte');
        const plats = {
          parentId: `verkstallighet/${ref.id}`,
          niva: 1,
          hinder: skrivhinder(data, actor),
          mottagare: mottagare('verkstallighet', data),
        };
        const organisation = katalog.organisationNamn(data.organisationId);
        return {
          etikett: etikettVerkstallighet(data, katalog.utforareNamn(data.utforareId)),
          rubriker: rubrikerFor(katalog.mallar, 'verkstallighet'),
          noder: asRoots(verkstallighetDokumentation(ref.id, groups, katalog, actor, plats)),
          ...(organisation === undefined ? {} : { organisation }),
        };
      }
    },

    'dokumentation.noter': ({ personId, dokumentation: ref, ids }) => {
      oppnade.readDokumentation(personId, ref);
      const scope = aktScope(personId);
      const actor = ports.actor();
      const denied = mayWriteIn(aktState(replica, scope), ref, actor);
      const rubriker = rubrikerOf(replica, katalog, ref);
      return ids
        .flatMap((id) => replica.record('anteckning', id) ?? [])
        .filter((post) => post.scope === scope && post.data.dokumentation.id === ref.id)
        .map((post) => anteckningVy(post, rubrikTitel(rubriker, post.data.rubrikKod), denied, actor));
    },
  };
}

/** Nodes keep the ids they have in the kund's rubrikträd; the uppermost have no parent here. */
const asRoots = (noder: Nod[]): Nod[] => noder.map((nod) => (nod.niva === 1 ? { ...nod, parentId: null } : nod));

function nothuvud({ id, huvud }: Anteckningspost): Nothuvud {
  const { rubrikKod, titel, typ, handelsedatum, signerad, felmarkerad, langd } = huvud;
  return { id, rubrikKod, titel, ...(typ ? { typ } : {}), handelsedatum, signerad, felmarkerad, langd };
}

function anteckningVy(post: Post<'anteckning'>, rubrik: string, denied: Rejection | undefined, actor: Actor): AnteckningVy {
  const { id, data } = post;
  const signedBy = data.signerad?.anvandareId;
  return {
    id,
    data,
    rubrik,
    osand: post.pending,
    kanFelmarkeras: !denied && signedBy !== undefined && !data.felmarkerad && mayFelmarkera(signedBy, actor),
  };
}

/** The open LSS Insatser that the user may write in instead of here, the latest started first (FORB-15, ROLL-03). */
function lssInsatser(replica: Replica, scope: string, state: State, actor: Actor, today: string): { lssInsatser?: DokumentationRef } {
  const open = replica
    .inScope(scope, 'verkstallighet')
    .filter(({ data }) => data.lssInsatser && isOpenVerkstallighet(data, today))
    .sort((a, b) => b.data.startdatum.localeCompare(a.data.startdatum))
    .map(({ id }): DokumentationRef => ({ slag: 'verkstallighet', id }))
    .find((ref) => !mayWriteIn(state, ref, actor));
  return open ? { lssInsatser: open } : {};
}
