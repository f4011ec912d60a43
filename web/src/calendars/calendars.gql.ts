// What the pages of working hours ask the server.
import { graphql, type ResultOf } from '../gql/graphql';

export const CalendarParts = graphql(`
  fragment CalendarParts on Calendar @_unmask {
    id
    name
    isDefault
    holidays
    companyCount
    version
    week {
      weekday
      hours {
        from
        to
      }
    }
    exceptions {
      day
      name
      hours {
        from
        to
      }
    }
    abilities {
      change
      delete
    }
  }
`);
export type Calendar = ResultOf<typeof CalendarParts>;

export const CalendarsQuery = graphql(
  `
    query Calendars {
      calendars {
        ...CalendarParts
      }
    }
  `,
  [CalendarParts],
);

export const CalendarQuery = graphql(
  `
    query Calendar($id: ID!) {
      calendar(id: $id) {
        ...CalendarParts
        companies {
          id
          handle
          name
        }
        comingHolidays {
          day
          kind
          nameKo
          nameEn
          hours {
            from
            to
          }
        }
      }
    }
  `,
  [CalendarParts],
);
export type WholeCalendar = ResultOf<typeof CalendarQuery>['calendar'];

export const DayQuery = graphql(`
  query CalendarDay($id: ID!, $day: String) {
    calendar(id: $id) {
      id
      day(day: $day) {
        day
        kind
        nameKo
        nameEn
        hours {
          from
          to
        }
      }
    }
  }
`);

export const CreateCalendar = graphql(`
  mutation CreateCalendar($input: CreateCalendarInput!) {
    createCalendar(input: $input) {
      calendar {
        id
      }
    }
  }
`);

export const ChangeCalendar = graphql(`
  mutation ChangeCalendar($input: ChangeCalendarInput!) {
    changeCalendar(input: $input) {
      calendar {
        id
        version
      }
    }
  }
`);

export const DeleteCalendar = graphql(`
  mutation DeleteCalendar($input: DeleteCalendarInput!) {
    deleteCalendar(input: $input) {
      calendars {
        id
      }
    }
  }
`);

export const SetCompanyCalendar = graphql(`
  mutation SetCompanyCalendar($input: SetCompanyCalendarInput!) {
    setCompanyCalendar(input: $input) {
      company {
        id
        calendar {
          id
        }
      }
    }
  }
`);

export const CompanyCalendarQuery = graphql(`
  query CompanyCalendar($handle: String!) {
    companyByHandle(handle: $handle) {
      id
      calendar {
        id
      }
    }
  }
`);
