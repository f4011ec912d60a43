// What the pages about certificates and the wall of honour ask the server.
import { graphql, type ResultOf } from '../gql/graphql';

const CertificateParts = graphql(`
  fragment CertificateParts on Certificate @_unmask {
    id
    number
    personName
    companyName
    stage
    titles {
      locale
      title
    }
    issuedAt
    withdrawnAt
    withdrawnReason
    verifyUrl
    pdfUrl
    abilities {
      withdraw
      restore
    }
  }
`);
export type Certificate = ResultOf<typeof CertificateParts>;

export const MyCertificatesQuery = graphql(
  `
    query MyCertificates {
      myCertificates {
        ...CertificateParts
      }
    }
  `,
  [CertificateParts],
);

/** Of the whole company, for who owns its space. */
export const OurCertificatesQuery = graphql(
  `
    query OurCertificates {
      me {
        company {
          space {
            id
            abilities {
              manageMembers
            }
            certificates {
              ...CertificateParts
            }
          }
        }
      }
    }
  `,
  [CertificateParts],
);

export const CertificateQuery = graphql(
  `
    query Certificate($id: ID!) {
      node(id: $id) {
        __typename
        ... on Certificate {
          ...CertificateParts
        }
      }
    }
  `,
  [CertificateParts],
);

export const SessionCertificatesQuery = graphql(
  `
    query SessionCertificates($id: ID!) {
      trainingSession(trainingSessionId: $id) {
        id
        certificates {
          ...CertificateParts
        }
      }
    }
  `,
  [CertificateParts],
);

export const WithdrawCertificate = graphql(`
  mutation WithdrawCertificate($input: WithdrawCertificateInput!) {
    withdrawCertificate(input: $input) {
      certificate {
        id
        withdrawnAt
      }
    }
  }
`);

export const RestoreCertificate = graphql(`
  mutation RestoreCertificate($input: RestoreCertificateInput!) {
    restoreCertificate(input: $input) {
      certificate {
        id
        withdrawnAt
      }
    }
  }
`);

export const VerifyQuery = graphql(`
  query VerifyCertificate($token: String!) {
    verifyCertificate(token: $token) {
      personName
      companyName
      titles {
        locale
        title
      }
      issuedOn
      valid
    }
  }
`);

const WallParts = graphql(`
  fragment WallParts on WallOfHonour @_unmask {
    open
    away
    courses {
      id
      stage
      titles {
        locale
        title
      }
      people {
        person {
          id
          name
          title
        }
        since
        praise
      }
    }
    abilities {
      open
      keepAway
    }
  }
`);
export type WallOfHonour = ResultOf<typeof WallParts>;

export const WallQuery = graphql(
  `
    query WallOfHonour($spaceId: ID!) {
      space(id: $spaceId) {
        id
        wallOfHonour {
          ...WallParts
        }
      }
    }
  `,
  [WallParts],
);

export const OpenWall = graphql(`
  mutation OpenWallOfHonour($input: OpenWallOfHonourInput!) {
    openWallOfHonour(input: $input) {
      open
    }
  }
`);

export const KeepAway = graphql(`
  mutation KeepOffWallOfHonour($input: KeepOffWallOfHonourInput!) {
    keepOffWallOfHonour(input: $input) {
      away
    }
  }
`);
