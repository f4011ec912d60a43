// The door of VOC items.
export { itemCoded, itemMade } from './items.events.js';
export { CategoryEnum, ProductAreaType, VocItemType } from './items.graphql.js';
export { ITEMS_RESOLVERS, ItemsModule } from './items.module.js';
export { canReadVoc, canReview } from './items.policy.js';
export { ItemsReads } from './items.reads.js';
export { areaShape, loadItem } from './items.resolver.js';
export { ItemsService } from './items.service.js';
export { VocItem } from './voc-item.entity.js';
