/** For the renderers of question types in packages of their own: texts and reviews that look like those of all types. */
export { Html, HtmlBlock } from '../shared/Html.tsx'
export { PartMark, WholeReview } from '../shared/Review.tsx'
