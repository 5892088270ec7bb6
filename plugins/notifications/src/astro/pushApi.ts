import type { PushSubscriptionInput } from '@lectern/content-schemas'
import { type ApiResult, request } from '@lectern/kernel/site/api'
import { boolean, object, string } from '@lectern/kernel/site/check'

const subscribedCheck = object<{ subscribed: boolean }>({ subscribed: boolean })

export function getPushKey(): Promise<ApiResult<{ key: string }>> {
  return request({ path: 'notifications/push-key', check: object<{ key: string }>({ key: string }) })
}

export function keepBrowser(subscription: PushSubscriptionInput): Promise<ApiResult<{ subscribed: boolean }>> {
  return request({ path: 'notifications/push', method: 'POST', body: subscription, check: subscribedCheck })
}

export function forgetBrowser(endpoint: string): Promise<ApiResult<{ subscribed: boolean }>> {
  return request({ path: 'notifications/push/forget', method: 'POST', body: { endpoint }, check: subscribedCheck })
}
