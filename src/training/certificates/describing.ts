// What a mail says of a certificate, read with the recipient's own rights.
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../platform/config.js';
import { globalId } from '../../platform/graphql/index.js';
import { type Described, Describers, type Recipient, type ToDescribe } from '../../notifications/index.js';
import { SpacesReads } from '../../spaces/index.js';
import { CertificatesReads } from './certificates.reads.js';

const WORDS = {
  ko: (verify: string) =>
    `PDF로 내려받을 수 있어요. 누구나 아래 주소에서 진짜인지 확인할 수 있어요.\n${verify}`,
  en: (verify: string) =>
    `You can download it as a PDF. Anybody can see at this address that it is real.\n${verify}`,
};

@Injectable()
export class CertificateDescriber {
  constructor(
    @Inject(CertificatesReads) private readonly reads: CertificatesReads,
    @Inject(SpacesReads) private readonly spaces: SpacesReads,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(Describers) describers: Describers,
  ) {
    describers.register('certificate', (recipient, subjects) => this.describe(recipient, subjects));
  }

  private async describe({ personId, companyId }: Recipient, subjects: ToDescribe[]): Promise<Described[]> {
    const actor = await this.spaces.actorOf(personId, companyId);
    if (actor?.kind !== 'contact') return [];
    const ids = subjects.map(({ subjectId }) => subjectId);
    return (await this.reads.inLetters(actor, ids)).map(({ id, handle, locale, title, token }) => ({
      subjectId: id,
      heading: title,
      path: `/c/${handle}/certificates/${globalId('certificate', id)}`,
      said: token ? [{ causeId: id, text: WORDS[locale](`${this.config.publicUrl}/verify/${token}`) }] : [],
    }));
  }
}
