/** How lists show a field of several texts. */
export const tagsCell = './admin/TagsCell.tsx#TagsCell'
