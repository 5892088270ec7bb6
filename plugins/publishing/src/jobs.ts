export const publishCourseJob = 'publishing.publish-course'
export const rebuildSiteJob = 'publishing.rebuild-site'
