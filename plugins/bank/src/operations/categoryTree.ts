import { defaultLocale } from '@lectern/content-schemas'
import { type OperationRequest, sqlOf } from '@lectern/kernel'

const separator = ' › '

/** Is `category` the `ancestor` itself, or below it? */
export async function isWithin({
  req,
  category,
  ancestor,
}: {
  req: OperationRequest
  category: string
  ancestor: string
}): Promise<boolean> {
  const sql = await sqlOf(req)
  const rows = await sql.rows<{ id: string }>({
    text: `with recursive up as (
             select "id", "parent_id" from "question_categories" where "id" = $1
             union
             select c."id", c."parent_id" from "question_categories" c join up on c."id" = up."parent_id"
           )
           select "id" from up where "id" = $2`,
    values: [category, ancestor],
  })
  return rows.length > 0
}

/**
 * Writes the path of `root` and of everything below it, in every language: titles from the top down, joined by ›. Where a
 * title has no translation, the one in the default language stands in. One statement.
 */
export async function writeCategoryPaths({ req, root }: { req: OperationRequest; root: string }): Promise<void> {
  const sql = await sqlOf(req)
  await sql.rows({
    text: `with recursive up as (
             select "id", "parent_id" from "question_categories" where "id" = $1
             union select c."id", c."parent_id" from "question_categories" c join up on c."id" = up."parent_id"
           ), down as (
             select "id" from "question_categories" where "id" = $1
             union select c."id" from "question_categories" c join down on c."parent_id" = down."id"
           ), languages as (
             select distinct "_locale" as language from "question_categories_locales"
           ), titles as (
             select c."id", c."parent_id", l.language,
                    coalesce(own."title", usual."title", (select min(x."title") from "question_categories_locales" x where x."_parent_id" = c."id")) as title
             from "question_categories" c cross join languages l
               left join "question_categories_locales" own on own."_parent_id" = c."id" and own."_locale" = l.language
               left join "question_categories_locales" usual on usual."_parent_id" = c."id" and usual."_locale"::text = $2
             where c."id" in (select "id" from up union select "id" from down)
           ), paths as (
             select t."id", t.language, t.title::text as path from titles t where t."parent_id" is null
             union all
             select t."id", t.language, paths.path || $3 || t.title from titles t
               join paths on paths."id" = t."parent_id" and paths.language = t.language
           )
           update "question_categories_locales" target set "path" = paths.path from paths
           where target."_parent_id" = paths."id" and target."_locale" = paths.language
             and paths."id" in (select "id" from down) and target."path" is distinct from paths.path`,
    values: [root, defaultLocale, separator],
  })
}
