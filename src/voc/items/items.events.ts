// What VOC items announce.
import { defineEvent } from '../../platform/database/index.js';

/** A person confirmed or corrected the category of an item. */
export const itemCoded = defineEvent<{ itemId: string }>('ItemCoded');
