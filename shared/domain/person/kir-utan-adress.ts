import type { Change, State } from '../command.ts';
import type { KirPost } from '../kir/records.ts';

/** What the register says, without where the person lives: for those whose identity is protected (FRAGA-62). */
export function utanAdress(post: KirPost): KirPost {
  const { adress: _, postadress, ...rest } = post;
  return { ...rest, ...(postadress?.viaSkatteverket ? { postadress } : {}) } as KirPost;
}

/** When a person becomes protected, no answer of the register kept in the akt tells the address either. `utom`: one the caller changes. */
export const forslagUtanAdress = (state: Pick<State, 'list'>, utom?: string): Change[] =>
  state.list('kirForslag').flatMap(({ id, data }): Change[] => {
    if (id === utom || !(data.post?.adress || (data.post?.postadress && !data.post.postadress.viaSkatteverket))) return [];
    return [{ op: 'put', type: 'kirForslag', id, data: { ...data, post: utanAdress(data.post) } }];
  });
