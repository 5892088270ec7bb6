import { definePlugin } from '@lectern/kernel'
import { z } from 'zod'
import { createChatChannel } from './createChatChannel.ts'

/** Messages to a chat by webhook. To be listed before the notifications plugin. */
export const chatWebhookPlugin = definePlugin({
  name: 'example-chat-webhook',
  band: 'feature',
  options: z.strictObject({
    url: z.url({ protocol: /^https?$/ }),
    /** Known to the other side, which can tell by it that a message is ours. */
    secret: z.string().min(16),
  }),
  setup: ({ verbs, options }) => {
    verbs.registry.notificationChannels.add(createChatChannel(options))
  },
})
