import { editedCursors } from './edited-cursors';
import { filtersByMeaning } from './filters';
import { forgedCursors } from './forged-cursors';
import { mergePatches } from './merge-patches';
import { pageWalks } from './page-walks';
import { Property } from './property';

/** All that is tried on random inputs. */
export const properties: readonly Property[] = [mergePatches, pageWalks, filtersByMeaning, editedCursors, forgedCursors];
