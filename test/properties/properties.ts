import { editedCursors } from './edited-cursors';
import { filtersByMeaning } from './filters';
import { forgedCursors } from './forged-cursors';
import { mergePatches } from './merge-patches';
import { pageWalks } from './page-walks';
import { Property } from './property';
import { sparseWalks } from './sparse-walks';

/** All that is tried on random inputs. */
export const properties: readonly Property[] = [mergePatches, pageWalks, sparseWalks, filtersByMeaning, editedCursors, forgedCursors];
