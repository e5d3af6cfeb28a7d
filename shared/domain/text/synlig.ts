/** Somebody can read something of it: spaces, breaks and signs that are drawn as nothing are no words. */
export const isSynlig = (text: string): boolean => /[^\s\p{Default_Ignorable_Code_Point}\p{Cc}\u2800]/u.test(text);
