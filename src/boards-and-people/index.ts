// Where boards and people meet: the one place that sees both sides.
export { BoardDoorModule, BoardPeopleModule } from './boards-and-people.module.js';
