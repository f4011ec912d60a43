// The door of VOC items.
export { BoardItems } from './board-items.service.js';
export { FeedbackItems } from './feedback.service.js';
export { CategoryEnum, ProductAreaType, VocItemType } from './items.graphql.js';
export { itemCoded, itemMade, itemsAnswered, itemsUnsaid, itemsWorded } from './items.events.js';
export { ITEMS_RESOLVERS, ItemsModule } from './items.module.js';
export { canReadVoc, canReview, visibleItems } from './items.policy.js';
export { ItemsReads } from './items.reads.js';
export { areaShape, itemShape, loadArea, loadItem } from './items.shapes.js';
export { ItemsService } from './items.service.js';
export { ItemSources, type Utterance } from './sources.service.js';
export { VocItem } from './voc-item.entity.js';
