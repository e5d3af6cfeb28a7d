import { type TystaTimmar, vanligaTystaTimmar } from '../shared/domain/etjanst/avisering.ts';
import type { NoticesOn } from './jobs/send-notices.ts';
import { type HttpSmsSettings, httpSms } from './notiser/http-sms.ts';
import type { Notisport } from './notiser/notis-port.ts';
import { type SmtpSettings, smtp } from './notiser/smtp.ts';
import { type Notistexter, textfel, vanligaTexter } from './notiser/texts.ts';
import type { SyncDependencies } from './sync/dependencies.ts';
import { StartupError } from './util/startup-error.ts';

export type NoticeSettings = {
  epost?: SmtpSettings | Notisport | undefined;
  sms?: HttpSmsSettings | Notisport | undefined;
  /** Default: the product's. */
  texter?: Notistexter | undefined;
  /** When nobody is told anything, by the clocks of Sweden. Default 20:00 to 08:00. */
  tyst?: TystaTimmar | undefined;
  /** So long what is not taken is tried again. Default 24. */
  retryHours?: number | undefined;
};

export type Ports = NoticesOn['ports'];

/** The services that are set. */
export function portsOf({ epost, sms }: NoticeSettings): Ports {
  const isPort = (one: object): one is Notisport => 'skicka' in one;
  return {
    ...(epost ? { epost: isPort(epost) ? epost : smtp(epost) } : {}),
    ...(sms ? { sms: isPort(sms) ? sms : httpSms(sms) } : {}),
  };
}

/** @throws StartupError where a text is no SMS: that is not to be found out when somebody is to be told */
export function refuseTexts({ texter = vanligaTexter, sms }: NoticeSettings, kommun: string): void {
  const fel = textfel(texter, kommun, sms !== undefined);
  if (fel) throw new StartupError('bad-setting', `The notices cannot be sent: ${fel}. See --notice-text.`);
}

/** What an operator is to know from the start. */
export const unset = ({ epost, sms }: Ports): string[] => [
  ...(epost ? [] : ['No e-mail server is set (--smtp-url): who chose notices by e-mail is not told, and their handläggare is told that.']),
  ...(sms ? [] : ['No SMS gateway is set (--sms-url): who chose notices by SMS is not told, and their handläggare is told that.']),
];

/** What the job needs, of the store and the settings. */
export function noticesOn(
  { store, clock }: SyncDependencies,
  act: NoticesOn['act'],
  { ports, texter = vanligaTexter, tyst = vanligaTystaTimmar, retryHours = 24 }: NoticeSettings & { ports: Ports },
  tell: NoticesOn['tell'],
): NoticesOn {
  return {
    notices: {
      ...{ recover: store.recoverNotices, take: store.takeNotices, begin: store.beginNotice, settle: store.settleNotice },
      ...{ receivers: store.noticeReceivers, skyddByNumber: store.skyddByNumber, untold: store.untoldNotices, told: store.noticeTold },
    },
    ...{ act, ports, texter, tyst, clock, tell, retryMs: retryHours * 3_600_000 },
    kommun: async (tenant) => (await store.findTenant(tenant))?.kommun ?? tenant,
  };
}
