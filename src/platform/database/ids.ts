// Ids: UUIDv7, so that rows made one after another lie side by side in indexes.
export { v7 as newId } from 'uuid';
