import type { VyName } from '../../shared/ipc/contract.ts';
import { createVyminne } from '../../shared/ipc/vysvar.ts';
import type { Handlers, ServicePorts } from './service.ts';

/** Reads the large views for a page that has an earlier one: made whole here, sent as what changed. */
export function vyService(vyer: Handlers<VyName>, { newId }: ServicePorts): Handlers<'vy.las'> {
  const svar = createVyminne(newId);
  return {
    'vy.las': ({ name, input, har }) => svar(har, (vyer[name] as (input: unknown) => unknown)(input)),
  };
}
