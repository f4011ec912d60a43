// What VOC items announce.
import { defineEvent } from '../../platform/database/index.js';

/** Items are new, or say something else than before. */
export const itemsWorded = defineEvent<{ itemIds: string[] }>('VocItemsWorded');
/** Something that was said now was made an item; imported history is not announced one by one. */
export const itemMade = defineEvent<{ itemId: string }>('ItemMade');

/** A person confirmed or corrected the category of an item. */
export const itemCoded = defineEvent<{ itemId: string }>('ItemCoded');

/** Whoever said it took it back: what repeats the words goes in the same transaction. */
export const itemsUnsaid = defineEvent<{ itemIds: string[] }>('ItemsUnsaid');
/** Our team has answered on a board; the items are of the questions there. */
export const itemsAnswered = defineEvent<{ itemIds: string[] }>('ItemsAnswered');
