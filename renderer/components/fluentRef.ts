import type { Ref, RefObject } from 'react';

/**
 * A ref as Fluent's components take it. Their types work out the element from an event handler (`InferredElementRefType`), which with
 * `exactOptionalPropertyTypes` gives `never` for every component; at run time it is the element as always.
 */
export const fluentRef = <T>(ref: RefObject<T | null>) => ref as RefObject<null> as Ref<never>;
