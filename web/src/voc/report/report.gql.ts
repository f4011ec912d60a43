// What the weekly report asks and commands.
import { graphql, type ResultOf } from '../../gql/graphql';
import { ItemParts } from '../voc.gql';

export const ReportParts = graphql(
  `
    fragment ReportParts on WeeklyReport @_unmask {
      id
      week
      state
      version
      headline
      publishedAt
      hash
      publishedBy {
        id
        name
      }
      comments {
        category
        text
      }
      quotes {
        itemId
        text
        item {
          ...ItemParts
        }
      }
      sections {
        name
        titleKo
        titleEn
        lines {
          key
          count
          textKo
          textEn
          link
        }
      }
      published {
        total
        previousTotal
        categories {
          category
          count
          share
          previous
          change
          median4
          changeToMedian
        }
        areas {
          areaId
          nameKo
          nameEn
          count
        }
      }
      differences(first: 1) {
        totalCount
      }
      abilities {
        edit
        publish
      }
    }
  `,
  [ItemParts],
);

export type Report = ResultOf<typeof ReportParts>;

export const ReportQuery = graphql(
  `
    query WeeklyReport($week: String) {
      weeklyReport(week: $week) {
        ...ReportParts
      }
    }
  `,
  [ReportParts],
);

/** Asked for when somebody wants to see it: the proof and every item behind a difference. */
export const SinceQuery = graphql(`
  query ReportSince($week: String!, $after: String) {
    weeklyReport(week: $week) {
      id
      hashHolds
      compared {
        dimension
        key
        nameKo
        nameEn
        published
        current
        gained
        lost
      }
      differences(first: 50, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          node {
            itemId
            reasons
            was {
              category
            }
            now {
              category
            }
            item {
              id
              quote
              language
              category
              channel
              occurredAt
              company {
                id
                handle
                name
              }
              thread {
                id
                heading
              }
            }
          }
        }
      }
    }
  }
`);
export type Since = NonNullable<ResultOf<typeof SinceQuery>['weeklyReport']>;

export const ReportWeeksQuery = graphql(`
  query ReportWeeks($after: String) {
    reportWeeks(first: 52, after: $after) {
      edges {
        node {
          week
          state
          headline
          total
          publishedTotal
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);
export type ReportWeek = ResultOf<typeof ReportWeeksQuery>['reportWeeks']['edges'][number]['node'];

export const DraftReport = graphql(
  `
    mutation DraftReport($input: DraftReportInput!) {
      draftReport(input: $input) {
        report {
          ...ReportParts
        }
      }
    }
  `,
  [ReportParts],
);

export const EditReport = graphql(
  `
    mutation EditReport($input: EditReportInput!) {
      editReport(input: $input) {
        report {
          ...ReportParts
        }
      }
    }
  `,
  [ReportParts],
);

export const PublishReport = graphql(
  `
    mutation PublishReport($input: PublishReportInput!) {
      publishReport(input: $input) {
        report {
          ...ReportParts
        }
      }
    }
  `,
  [ReportParts],
);
