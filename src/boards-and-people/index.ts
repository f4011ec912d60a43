// Where boards and people meet: the one place that sees both sides.
export { BOARD_PEOPLE_RESOLVERS, BoardDoorModule, BoardPeopleModule } from './boards-and-people.module.js';
