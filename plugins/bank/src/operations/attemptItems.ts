/**
 * The questions of attempts `a` with what they earned: `marked` 0 or 1, `fraction` −1…1 (0 where it was blank or is not
 * marked). To be completed by conditions on `a`.
 */
export const attemptItems = `
  select i ->> 'question' as question, i ->> 'version' as version,
         case when r."result" ->> 'state' = 'ungraded' then 0 else 1 end as marked,
         case when r."result" ->> 'state' = 'ungraded' then 0 else coalesce(r."fraction", 0) end as fraction
  from "attempts" a
    cross join lateral jsonb_array_elements(a."paper") as i
    left join "responses" r on r."attempt_id" = a."id" and r."item" = i ->> 'item'`
