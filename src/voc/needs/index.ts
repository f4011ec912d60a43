// The door of needs.
export { Need } from './need.entity.js';
