import type { Pool } from 'pg'

/** A word of each language that some of the questions have. */
export type SampleWords = { word: string; other: string }

/**
 * Writes a bank of `questions` questions straight into the tables, with the newest version of each: texts of thirty words
 * of a vocabulary of 4,000 in two languages, one to three of 200 tags, 60 categories, use and facility spread evenly. The
 * same bank every time. Answers words to search for.
 */
export async function fillBank({ database, questions }: { database: Pool; questions: number }): Promise<SampleWords> {
  const client = await database.connect()
  try {
    await client.query('begin')
    for (const statement of statements) {
      await client.query(statement.includes('$1') ? { text: statement, values: [questions] } : { text: statement })
    }
    await client.query('commit')
    await client.query('vacuum analyze')
    const { rows } = await client.query<SampleWords>(
      `select split_part(split_part("text", E'\\n', 1), ' ', 7) as word, split_part(split_part("text", E'\\n', 2), ' ', 7) as other
       from "questions" where "name" = 'Chapter 1, question 41'`,
    )
    const [words] = rows
    if (!words) throw new Error('The bank is empty.')
    return words
  } finally {
    client.release()
  }
}

/** Pseudo-random by a number: `h(x)` is in 0…2³¹−1. */
const hash = (text: string) => `(('x' || substr(md5(${text}), 1, 7))::bit(28)::int)`

const statements = [
  `create temporary table words on commit drop as
   select n, (array['ba','ko','mi','te','ru','sa','lo','pe','dy','vu','gra','ste','ni','fo','cha','wer'])[1 + ${hash("'a' || n")} % 16]
        || (array['lan','ter','ric','mon','sil','par','den','vok','qua','bis','tor','nel'])[1 + ${hash("'b' || n")} % 12]
        || (array['a','us','ion','er','ik','et','um','is','os','ant'])[1 + ${hash("'c' || n")} % 10] || case when n % 3 = 0 then 'x' || n % 97 else '' end as word,
        (array['на','ко','ми','те','ру','са','ло','пе','ды','ву','гра','сте','ни','фо','ча','вер'])[1 + ${hash("'d' || n")} % 16]
        || (array['лан','тер','рик','мон','сил','пар','ден','вок','бис','тор','нел','шум'])[1 + ${hash("'e' || n")} % 12] || n % 97 as slovo
   from generate_series(1, 4000) n`,
  `insert into "question_categories" ("id", "parent_id")
   select ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid,
          case when n > 10 then ('00000000-0000-7000-8000-' || lpad((1 + n % 10)::text, 12, '0'))::uuid end
   from generate_series(1, 60) n`,
  `insert into "question_categories_locales" ("title", "path", "_locale", "_parent_id")
   select 'Category ' || right("id"::text, 2), 'Category ' || right("id"::text, 2), 'en', "id" from "question_categories"`,
  `insert into "questions" ("id", "name", "body", "type", "type_version", "text", "difficulty", "retired", "category_id", "used_in_tests", "attempts", "facility", "_status")
   select ('00000000-0000-7000-9000-' || lpad(q.number::text, 12, '0'))::uuid, 'Chapter ' || q.number % 40 || ', question ' || q.number,
          jsonb_build_array(jsonb_build_object('id', q.number::text, 'blockType', 'single-choice', 'stem', jsonb_build_object('en', t.text))),
          (array['single-choice','multiple-choice','short-text','numeric','matching'])[1 + q.number % 5], 1, t.text || E'\\n' || t.slova, 1 + q.number % 5, q.number % 50 = 0,
          ('00000000-0000-7000-8000-' || lpad((1 + q.number % 60)::text, 12, '0'))::uuid, ${hash("'u' || q.number")} % 4, ${hash("'v' || q.number")} % 900, ${hash("'w' || q.number")} % 1000 / 10.0,
          (case when q.number % 9 = 0 then 'draft' else 'published' end)::"enum_questions_status"
   from generate_series(1, $1::int) q(number)
     cross join lateral (
       select string_agg(w.word, ' ' order by k) as text, string_agg(w.slovo, ' ' order by k) as slova
       from generate_series(1, 30) k join words w on w.n = 1 + ${hash("q.number || ' ' || k")} % 4000
     ) t`,
  `insert into "_questions_v" ("id", "parent_id", "version_name", "version_body", "version_type", "version_type_version", "version_text", "version_difficulty", "version_retired",
     "version_category_id", "version_used_in_tests", "version_attempts", "version_facility", "version__status", "version_created_at", "version_updated_at", "created_at", "updated_at", "latest")
   select ('00000000-0000-7000-a000-' || right("id"::text, 12))::uuid, "id", "name", "body", "type", "type_version", "text", "difficulty", "retired",
     "category_id", "used_in_tests", "attempts", "facility", "_status"::text::"enum__questions_v_version_status", "created_at", "updated_at", "created_at", "updated_at", true
   from "questions"`,
  `insert into "questions_texts" ("order", "parent_id", "path", "text")
   select k, q."id", 'tags', 'tag-' || ${hash(`q."id"::text || 't' || k`)} % 200 from "questions" q cross join generate_series(1, 3) k
   where k <= 1 + ${hash(`q."id"::text`)} % 3`,
  `insert into "_questions_v_texts" ("order", "parent_id", "path", "text")
   select t."order", v."id", 'version.tags', t."text" from "questions_texts" t join "_questions_v" v on v."parent_id" = t."parent_id"`,
]
