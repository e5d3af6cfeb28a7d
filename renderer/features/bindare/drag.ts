/** What is dragged: a document of the akt by its id, or a row of the bundle. */
export const dokumentdrag = 'application/x-aktnara-dokument';
export const raddrag = 'application/x-aktnara-buntrad';
