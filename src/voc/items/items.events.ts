// What VOC items announce.
import { defineEvent } from '../../platform/database/index.js';

/** Items are new, or say something else than before. */
export const itemsWorded = defineEvent<{ itemIds: string[] }>('VocItemsWorded');
