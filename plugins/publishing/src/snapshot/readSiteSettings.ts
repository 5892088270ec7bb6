import { type SiteSettings, siteSettingsSchema } from '@lectern/content-schemas'
import { type OperationRequest, sqlOf } from '@lectern/kernel'

/** The settings of the site in all languages that have a text; empty ones when nobody has written any. One query. */
export async function readSiteSettings({ req }: { req: OperationRequest }): Promise<SiteSettings> {
  const sql = await sqlOf(req)
  const [row] = await sql.rows({ text: settingsQuery, values: [] })
  return siteSettingsSchema.parse(row ?? {})
}

const settingsQuery = String.raw`
  select coalesce((select jsonb_object_agg(l."_locale", l."imprint") filter (where l."imprint" ~ '\S')
                   from "site_settings_locales" l where l."_parent_id" = s."id"), '{}') as imprint,
         coalesce((select jsonb_agg(jsonb_build_object('name', a."name", 'about', coalesce(
                            (select jsonb_object_agg(al."_locale", al."about") filter (where al."about" ~ '\S')
                             from "site_settings_authors_locales" al where al."_parent_id" = a."id"), '{}')) order by a."_order")
                   from "site_settings_authors" a where a."_parent_id" = s."id"), '[]') as authors
  from "site_settings" s limit 1`
