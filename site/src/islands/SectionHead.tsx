import type { AttemptItem } from '@lectern/content-schemas'

type Placed = Pick<AttemptItem, 'section'>
type SectionHeadProps = { item: Placed; previous: Placed | undefined }

/** Title and instructions of a section, before the first question of it that is shown. */
export function SectionHead({ item: { section }, previous }: SectionHeadProps) {
  if (!section || section.id === previous?.section?.id) return null
  return (
    <div className="section-head">
      <h2>{section.title}</h2>
      {section.instructions && <div dangerouslySetInnerHTML={{ __html: section.instructions }} />}
    </div>
  )
}
