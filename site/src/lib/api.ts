export { type ApiFailure, type ApiResult, failureWords, request } from '@lectern/kernel/site/api'
