// A company's wall of honour, as staff see it on the company's page.
import { useCertificateWords } from '../words/certificates';
import { Wall } from './Wall';

export function CompanyWall({ spaceId, company }: { spaceId: string; company: string }) {
  const { certificates } = useCertificateWords();
  return <Wall spaceId={spaceId} title={certificates.wallStaff(company)} />;
}
