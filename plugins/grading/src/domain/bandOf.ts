import type { FeedbackBand } from '@lectern/content-schemas'

/** The comment for who earned `percent`: that of the highest band reached, as Moodle's overall feedback has it. */
export function bandOf<Text>({
  bands,
  percent,
}: {
  bands: FeedbackBand<Text>[]
  percent: number
}): FeedbackBand<Text> | undefined {
  return bands
    .filter(({ fromPercent }) => percent >= fromPercent)
    .reduce<FeedbackBand<Text> | undefined>(
      (best, band) => (best && best.fromPercent >= band.fromPercent ? best : band),
      undefined,
    )
}
