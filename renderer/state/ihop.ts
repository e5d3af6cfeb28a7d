import { create } from 'zustand';
import { call } from './core.ts';
import { openTab } from './tabs.ts';

/** The conflict whose two texts are being written into one, by the id of its refused command. */
export const useIhop = create<{ oppen: string | null }>(() => ({ oppen: null }));
export const closeIhop = (): void => useIhop.setState({ oppen: null });

/** Shows Utkorg with the conflict and its box to write in. @returns `borta` when it is no conflict any more */
export async function showIhop(postId: string): Promise<'oppnat' | 'borta'> {
  const post = await call('utkorg.post', { id: postId });
  if (!post.ok || !post.value.konflikt) return 'borta';
  openTab({ slag: 'utkorg' });
  useIhop.setState({ oppen: postId });
  return 'oppnat';
}
