/** 网站标识 of this installation: from the agency whose portal it is and from the settings. */
import { DEMO_SITE } from '../../../demo/county.ts';
import type { Agency } from '../../people/agency.ts';
import type { Config } from '../../platform/config.ts';
import { urlOf } from '../../platform/listen-address.ts';
import type { SiteSettings } from '../../portal/site.ts';

export function siteOf({ name, contact }: Agency, config: Config): SiteSettings {
  return {
    name,
    url: config.publicUrl ?? urlOf(config.portal),
    sponsor: contact.office ?? name,
    phone: contact.phone ?? '',
    ...(config.demo ? DEMO_SITE : NOT_REGISTERED),
  };
}

/** Given by others after the site is registered; the foot leaves out what is blank. */
const NOT_REGISTERED = { idCode: '', operator: '', icp: '', policeRecord: '' };
